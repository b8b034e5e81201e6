// What a new version of a draft was made of, for a draft that comes from files: the published text with
// which it is compared, as for one that was begun on this page.
import { read } from "./record.js";
import { timelineOf, versionOn } from "./timeline.js";

const AMENDING = new Set(["amend", "correct"]);
const PLACE = /^procedures\/[^/]+\/([^/]+)\/(v\d{3})\.yml$/;

/** Notes for a file of a draft, which its archive keeps: what it was made of, and what nobody has compared or placed yet. */
export const notesOf = ({ like, prefilled, assumed, unread }) => ({ ...(unread?.length ? { unread } : {}), ...(like ? { like } : {}), ...(prefilled ? { prefilled } : {}), ...(assumed?.length ? { assumed } : {}) });

/** {before, from, like} of the version at `path`; nothing for what no published text came before. `texts` are those of the draft. */
export async function originOf(desk, path, texts, like = null) {
  const source = like ?? (await amendedBy(desk, path, texts));
  if (!source || !desk.has(source) || source === path) return {};
  const inSameFolder = source.slice(0, source.lastIndexOf("/")) === path.slice(0, path.lastIndexOf("/"));
  return { before: await desk.source(source), like: source, ...(inSameFolder ? { from: source.slice(-8, -4) } : {}) };
}

/** The path of the version that a row of the draft amends or corrects by the version at `path`: the one that binds on its day. */
async function amendedBy(desk, path, texts) {
  const [, code, version] = PLACE.exec(path) ?? [];
  const decisions = Object.entries(texts).filter(([name]) => name.startsWith("decisions/")).map(([, text]) => read(text));
  const rows = decisions.flatMap(({ rows: some = [], effective, signed }) => some.map((row) => ({ day: effective ?? signed, ...row })));
  const row = rows.find((one) => AMENDING.has(one.action) && one.procedure === code && one.version === version);
  if (!row) return null;
  const amended = read(texts[path]).corrects ?? versionOn(timelineOf(await desk.timelines(), code), row.effective ?? row.day);
  return amended && path.replace(/v\d{3}\.yml$/, `${amended}.yml`);
}
