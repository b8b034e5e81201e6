// Files that the reading code has drafted, or that a person has on the computer, as those of a draft.
import { digestOf } from "./digest.js";
import { readDraft } from "./drafts.js";
import { cataloguePath, kindOf } from "./kinds.js";
import { originOf } from "./origins.js";
import { read } from "./record.js";
import { unzip } from "./unzip.js";

/** Drafted texts by path as files of a draft: one that is published keeps what it begins from; `notes` by path go with them. */
export async function registerFiles(desk, texts, notes = {}) {
  const made = await Promise.all(Object.entries(texts).map(async ([path, text]) => {
    const fresh = { kind: kindOf(path), base: null, sha256: null };
    const { like, ...others } = notes[path] ?? {};
    const from = desk.has(path) ? await desk.taken(path) : { ...fresh, ...(await originOf(desk, path, texts, like)) };
    return [path, { ...from, text, ...others }];
  }));
  return Object.fromEntries(made);
}

/** A draft out of chosen files: one that was exported, archives with records, records; null for none. */
export async function openFiles(desk, files) {
  const [texts, base, notes] = [{}, {}, {}];
  let title = null;
  for (const file of files) {
    if (file.name.endsWith(".json")) return readDraft(await file.text());
    if (file.name.endsWith(".zip")) {
      const inside = await unzip(await file.arrayBuffer()).catch(() => ({}));
      const manifest = JSON.parse(inside["manifest.json"] ?? "{}");
      title ??= manifest.title;
      Object.assign(base, manifest.base);
      Object.assign(notes, manifest.notes);
      for (const [name, text] of Object.entries(inside)) put(texts, cataloguePath(name), text);
    } else put(texts, await placeOf(desk, file), await file.text());
  }
  if (!Object.keys(texts).length) return null;
  const taken = await registerFiles(desk, texts, notes);
  for (const [path, digest] of Object.entries(base)) if (taken[path]) taken[path].sha256 = digest;
  for (const one of await privateFiles(desk, taken)) Object.assign(taken, one);
  const decision = Object.keys(taken).find((path) => taken[path].kind === "decision");
  const named = decision ? read(taken[decision].text).number : null;
  const ordered = Object.fromEntries(Object.entries(taken).sort(([one], [other]) => (other === decision) - (one === decision)));
  return { name: title ?? named ?? files[0].name, files: ordered, decision: decision?.slice("decisions/".length, -4) ?? null };
}

const put = (texts, path, text) => {
  if (path) texts[path] = text;
};

/** Files that the site does not publish are edited from the copy that a person opens. */
async function privateFiles(desk, taken) {
  const kept = Object.entries(taken).filter(([path]) => path === "exceptions.yml");
  return Promise.all(kept.map(async ([path, file]) => ({ [path]: { ...file, base: file.text, sha256: await digestOf(new TextEncoder().encode(file.text)) } })));
}

/** Where a single record lies, by its place on the computer, else by what it says. */
async function placeOf(desk, file) {
  const known = cataloguePath(file.webkitRelativePath || file.name);
  if (known) return known;
  let value = null;
  try {
    value = read(await file.text());
  } catch {
    return null;
  }
  if (value?.rows && value.id) return `decisions/${value.id}.yml`;
  const field = desk.records.find(({ path }) => path.endsWith(`/${value?.procedure}/procedure.yml`))?.path.split("/")[1];
  return value?.version && field ? `procedures/${field}/${value.procedure}/${value.version}.yml` : null;
}
