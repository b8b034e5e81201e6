// node absent.mjs SITE – reads [question, …] from standard input and prints for each the codes of the
// first five lines, families whole, and whether the page says that nothing clearly matches.
import { coldSearch, loadEngine } from "./engine.mjs";

const FIRST = 5;
const site = process.argv[2];
await loadEngine(site);

let input = "";
for await (const chunk of process.stdin) input += chunk;
const warm = coldSearch(site);
const answers = [];
for (const question of JSON.parse(input)) {
  const { results, weak, total } = await warm.search(question, { limit: FIRST });
  answers.push({ codes: results.flatMap(({ code, family }) => [code, ...family.codes]), absent: weak || !total });
}
console.log(JSON.stringify(answers));
