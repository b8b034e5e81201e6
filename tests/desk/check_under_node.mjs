// The checker of the desk under Node: catalogues and drafts in, findings out.
// Input: {catalogues: {name: {path: text}}, drafts: [{catalogue, files, exceptions}], today, lang}.
// Each draft is checked beside its catalogue, of which the files stand for what is published.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const folder = process.argv[2];
const [{ loadPyodide }, { findingsOf, startChecker }] = await Promise.all(
  ["pyodide/pyodide.mjs", "checker.js"].map((name) => import(pathToFileURL(`${folder}/${name}`))),
);
const { catalogues, drafts, today, lang } = JSON.parse(readFileSync(0, "utf8"));
const began = performance.now();
const python = await loadPyodide({ indexURL: `${folder}/pyodide/` });
const program = new Uint8Array(readFileSync(`${folder}/program.zip`)).buffer;
const checkers = {};
for (const [name, files] of Object.entries(catalogues)) {
  const records = Object.keys(files).map((path) => ({ path, title: path }));
  checkers[name] = startChecker(python, program, JSON.stringify(records), "[]");
}
const loaded = performance.now();
const findings = [];
const seconds = [];
for (const { catalogue, files } of drafts) {
  const since = performance.now();
  const texts = catalogues[catalogue];
  findings.push(await findingsOf(checkers[catalogue], { files, today, lang }, async (path) => texts[path]));
  seconds.push((performance.now() - since) / 1000);
}
process.stdout.write(JSON.stringify({ findings, seconds, loaded: (loaded - began) / 1000 }));
process.exit(0);
