// The one file that is sent to a colleague: the records, the patch, and the review for people.
import { notesOf } from "./origins.js";
import { patchOf } from "./patch.js";
import { review } from "./review.js";
import { countFindings } from "./rules.js";
import { zip } from "./zip.js";

const FORMAT = 1;

/** The files that a draft really changes, in the order of their paths. */
export const changedFiles = (draft) =>
  Object.entries(draft.files)
    .filter(([, { base, text }]) => base !== text)
    .sort(([one], [other]) => (one < other ? -1 : 1));

/** What is said of the rules to those who receive a draft; `findings` are null when it was not checked. */
export const verdictWords = (findings, say) =>
  findings === null ? say("desk.unchecked") : say("desk.checked", countFindings(findings));

/**
 * The names and texts in the archive; `made` is a day, `titles` name the records for people, `desk`
 * has words, names and schemas, and `findings` are those of the rules, null when the draft was not checked as it is.
 */
export function parcel(draft, made, titles, desk, findings = null) {
  const changed = changedFiles(draft);
  const manifest = {
    format: FORMAT,
    title: draft.name,
    text: draft.text ?? "",
    decision: draft.decision ?? null,
    made,
    base: Object.fromEntries(changed.map(([path, { sha256 }]) => [path, sha256])),
    removed: [],
    notes: Object.fromEntries(changed.map(([path, file]) => [path, notesOf(file)]).filter(([, notes]) => Object.keys(notes).length)),
  };
  const records = changed.map(([path, { text }]) => [`catalogue/${path}`, text]);
  return {
    "manifest.json": `${JSON.stringify(manifest, null, 2)}\n`,
    ...Object.fromEntries(records),
    "thay-doi.patch": changed.map(([path, { base, text }]) => patchOf(path, base, text)).join(""),
    "xem-lai.html": review(draft, changed, titles, desk, { verdict: verdictWords(findings, desk.say), findings }),
  };
}

export const archive = (draft, made, titles, desk, findings = null) => zip(parcel(draft, made, titles, desk, findings));
