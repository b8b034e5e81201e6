// Records through the desk and out again: {path: [text, pointers]} in, {what was done: [paths]} out.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const load = (name) => import(pathToFileURL(`${process.argv[2]}/${name}.js`));
const [{ at, read, set }, { parcel }, { zip }, { unzip }] = await Promise.all(["record", "handover", "zip", "unzip"].map(load));
const desk = { say: (key) => key, names: () => null, schemas: { "": {}, common: {} } };
const differing = { untouched: [], "changed to itself": [], "changed and back": [] };
for (const [path, [text, pointers]] of Object.entries(JSON.parse(readFileSync(0, "utf8")))) {
  const draft = { name: path, files: { [path]: { kind: "", base: null, sha256: null, text } } };
  const archive = zip(parcel(draft, "2026-11-29", () => path, desk));
  const opened = await unzip(archive.buffer);
  if (opened[`catalogue/${path}`] !== text) differing.untouched.push(path);
  const value = read(text);
  for (const pointer of pointers) {
    const old = at(value, pointer);
    if (set(text, pointer, old) !== text) differing["changed to itself"].push(path);
    if (set(set(text, pointer, `${old} x`), pointer, old) !== text) differing["changed and back"].push(path);
  }
}
process.stdout.write(JSON.stringify(differing));
