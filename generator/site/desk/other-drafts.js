// Other drafts kept in this browser that have to do with the same: files that both write, procedures on which both act.
import { alsoDrafted, keptDrafts } from "./drafts.js";
import { read } from "./record.js";
import { proceduresOf } from "./row-words.js";

const acted = new Map();
const MOST_KEPT = 100;

/** The procedures on which the decisions of a draft act; what was read once is not read again. */
function proceduresIn({ files }) {
  const texts = Object.values(files).filter(({ kind }) => kind === "decision").map(({ text }) => text);
  return texts.flatMap((text) => {
    if (acted.size > MOST_KEPT) acted.clear();
    if (!acted.has(text)) acted.set(text, (read(text).rows ?? []).flatMap(proceduresOf));
    return acted.get(text);
  });
}

/** The other drafts that act on a procedure on which this one acts, but write no file of its: [{draft, codes}]. */
export function alsoActing(draft, storage = localStorage) {
  const mine = new Set(proceduresIn(draft));
  const told = new Set(alsoDrafted(draft, storage).map(({ draft: { id } }) => id));
  const others = keptDrafts(storage).filter(({ id }) => id !== draft.id && !told.has(id));
  return others.map((other) => ({ draft: other, codes: [...new Set(proceduresIn(other))].filter((code) => mine.has(code)) })).filter(({ codes }) => codes.length);
}

/** {draft, words} for each of these drafts. */
export function wordsOfOthers(draft, { say, titleOf, names }) {
  const nameOf = (code) => names("procedure_id").byId.get(code) ?? code;
  return [
    ...alsoDrafted(draft).map(({ draft: other, paths }) => ({ draft: other, words: say("desk.also_drafted", { draft: other.name, names: paths.map(titleOf).join("; ") }) })),
    ...alsoActing(draft).map(({ draft: other, codes }) => ({ draft: other, words: say("desk.also_acting", { draft: other.name, names: codes.map(nameOf).join("; ") }) })),
  ];
}
