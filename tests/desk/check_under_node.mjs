// The checker of the desk under Node: whole catalogues in, with what changes in each case; findings
// out. Input: {catalogues: {name: {path: text}}, cases: [{catalogue, changed}], today, lang}, where
// a text of null removes a file. Nothing is published, so that everything is part of the draft.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const folder = process.argv[2];
const [{ loadPyodide }, { ARCHIVES, findingsOf, startChecker }] = await Promise.all(
  ["pyodide/pyodide.mjs", "checker.js"].map((name) => import(pathToFileURL(`${folder}/${name}`))),
);
const { catalogues, cases, today, lang } = JSON.parse(readFileSync(0, "utf8"));
const python = await loadPyodide({ indexURL: `${folder}/pyodide/` });
const archives = ARCHIVES.map((name) => new Uint8Array(readFileSync(`${folder}/${name}`)).buffer);
const checkers = new Map();
for (const name of Object.keys(catalogues)) checkers.set(name, startChecker(python, archives, "[]", "[]"));
const found = [];
for (const { catalogue, changed } of cases) {
  const files = { ...catalogues[catalogue], ...changed };
  found.push(await findingsOf(checkers.get(catalogue), { files, today, lang }));
}
process.stdout.write(JSON.stringify(found), () => process.exit(0));
