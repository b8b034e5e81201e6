// node names.mjs SITE – reads [question, …] from standard input and prints what the names of places of
// a built site make of each, with the files that it read and their bytes over the network.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import { gzipSync } from "node:zlib";

const site = process.argv[2];
runInThisContext(await readFile(join(site, "assets/niemyet/place-names.js"), "utf8"));

const cold = () => {
  const read = { files: 0, bytes: 0 };
  const lookup = globalThis.niemyet.createPlaceNames(async (path) => {
    const content = await readFile(join(site, "places", path));
    read.files += 1;
    read.bytes += gzipSync(content).length;
    return JSON.parse(content);
  });
  return { ...lookup, read };
};

const plain = ({ name, around, former, targets }) => ({ name, around, former, targets });

let input = "";
for await (const chunk of process.stdin) input += chunk;
const answers = [];
for (const question of JSON.parse(input)) {
  const { find, byCode, read } = cold();
  if (question.code) answers.push((await byCode(question.code)) ?? null);
  else {
    const { names, total } = await find(question.text);
    answers.push({ names: names.map(plain), total, ...read });
  }
}
console.log(JSON.stringify(answers));
