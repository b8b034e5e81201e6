// What people call the records of a draft, and those that are published.
import { isOfDecision } from "./prefilled.js";
import { read } from "./record.js";
import { dayOfVersion } from "./row-files.js";
import { shownDay } from "./schema.js";

/** `titleOf` and `nameOf` for paths; `published` has the records by path, `draft()` is the one that is open. */
export function titlesOf(published, draft, { say, schemas }) {
  function titleOf(path) {
    const known = published.get(path)?.title;
    const file = draft()?.files[path];
    if (known || !file) return known ?? path;
    const { kind, text } = file;
    if (kind === "decision") return say(isOfDecision(read(text).number) ? "desk.this_decision" : "desk.this_letter");
    const [, , code, name] = path.split("/");
    if (kind === "version") return titleOfVersion(path, { name: read(text).title || code, number: Number(name.slice(1, 4)) });
    if (kind === "procedure") return say("desk.identity_of", { name: nameOf(path) });
    return registerTitle(read(text), kind);
  }

  function titleOfVersion(path, values) {
    const day = dayOfVersion(draft().files, path);
    return day ? say("desk.version_of_day", { ...values, day: shownDay(day) }) : say("desk.version_of", values);
  }

  function registerTitle({ name, number, title }, kind) {
    if (kind === "legal-document") return `${number} – ${title}`;
    return name ?? number ?? schemas[kind].title;
  }

  /** What people call what a record of the draft is about: a procedure by its title. */
  function nameOf(path) {
    const { files } = draft();
    const version = files[path.replace("procedure.yml", "v001.yml")];
    if (files[path].kind === "procedure") return version ? read(version.text).title : path.split("/")[2];
    return titleOf(path);
  }

  return { titleOf, nameOf };
}
