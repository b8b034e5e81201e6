// The rules in Python: started from the files of the program, asked about a draft. It runs in the
// worker of the page, and in Node where the tests compare its findings with those of the command.
// YAML is read as libyaml reads it before anything of the program is imported.

/** Archives that the interpreter needs: the rules, and what is compiled for it. */
export const ARCHIVES = ["program.zip", "pyodide/compiled.zip"];

/**
 * The Python object that checks; `python` is what Pyodide loaded, `archives` are their bytes, and
 * `readings` what was read of published files when the site was written.
 */
export function startChecker(python, archives, records, exceptions, readings = "{}") {
  for (const archive of archives) python.unpackArchive(archive, "zip", { extractDir: "/program" });
  python.runPython("import sys; sys.path[:0] = ['/program']; import libyaml; libyaml.install()");
  return python.pyimport("generator.draft_worker").start_worker(records, exceptions, readings);
}

/**
 * Gives the checker the texts of a draft by path, null for one that is removed. What it needs of the
 * published records is fetched by `read`, which gives the text of a path.
 */
async function takeDraft(checker, files, read) {
  const draft = JSON.stringify(files);
  for (let wanted = JSON.parse(checker.change(draft)); wanted.length; wanted = JSON.parse(checker.change(draft))) {
    const texts = await Promise.all(wanted.map(read));
    for (const [index, path] of wanted.entries()) checker.put(path, texts[index]);
  }
}

/** The findings of a draft (see `takeDraft`). */
export async function findingsOf(checker, { files, today, lang }, read) {
  await takeDraft(checker, files, read);
  return JSON.parse(checker.check(today, lang));
}

/** The archives of what reads text and Word files, and of what makes pages of drafts. */
export const READER = "reader.zip";
export const PREVIEW = "preview.zip";

/** The Python object that reads, beside the one that checks; `archive` is the bytes of READER. */
export const startReader = (python, archive, checker) => startBeside(python, archive, "generator.draft_reading").start_reader(checker);

/** The Python object that makes pages, beside the one that checks; `archive` is the bytes of PREVIEW. */
export const startPreview = (python, archive, checker) => startBeside(python, archive, "generator.draft_preview").start_draft_preview(checker);

function startBeside(python, archive, module) {
  python.unpackArchive(archive, "zip", { extractDir: "/program" });
  python.runPython("import importlib; importlib.invalidate_caches()");
  return python.pyimport(module);
}

/** The page of a version as a site will show it: {html, address, day, files}, null while it has none. */
export async function pageOf(preview, checker, { files, code, version, today, lang }, read) {
  await takeDraft(checker, files, read);
  return JSON.parse(preview.show(code, version, today, lang));
}

/** What pasted words say: {version, title, missing, unread, files}, or {refused}. */
export const readText = (reader, { text, procedure, publisher, lang }) => JSON.parse(reader.read_pasted(text, procedure, publisher, lang));

/** The drafts of Word files, [[name, bytes]]: {decision, files, unread}, or {refused}. */
export async function readWord(python, reader, checker, { files, given, lang }, read) {
  const named = python.toPy(new Map(files));
  const taken = JSON.parse(reader.read_files(named, lang));
  named.destroy();
  if (taken.refused) return taken;
  const texts = await Promise.all(taken.wanted.map(read));
  for (const [index, path] of taken.wanted.entries()) checker.put(path, texts[index]);
  return JSON.parse(reader.draft_files(JSON.stringify(given), lang));
}
