// What the page says of findings: [{kind, finding}] in, sentences out.
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";

const folder = process.argv[2];
const from = (name) => import(pathToFileURL(`${folder}/${name}.js`));
const [{ ruleFault }, { sayWith }] = [await from("faults"), await from("words")];
const [{ schemas, entries, findings }] = JSON.parse(readFileSync(0, "utf8"));
const desk = { schemas, say: sayWith(entries), names: () => null, titleOf: () => "Một bản ghi" };
const said = findings.map(({ kind, finding }) => ruleFault(finding, kind, desk)).map(({ head, text }) => `${head}${text}`);
process.stdout.write(JSON.stringify(said));
