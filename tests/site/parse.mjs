// node parse.mjs SITE – reads [path, …] from standard input and prints [[path, why it is no script], …].
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";

const site = process.argv[2];
let input = "";
for await (const chunk of process.stdin) input += chunk;

const refused = (path) => {
  try {
    return new Script(readFileSync(join(site, path), "utf8")) && [];
  } catch (error) {
    return [[path, error.message]];
  }
};
console.log(JSON.stringify(JSON.parse(input).flatMap(refused)));
