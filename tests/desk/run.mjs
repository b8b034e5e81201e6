// Answers questions about the modules of the desk: [module, function, arguments] in, results out.
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";

const folder = process.argv[2];
const answers = [];
for (const [module, name, args] of JSON.parse(readFileSync(0, "utf8"))) {
  const { [name]: called } = await import(pathToFileURL(`${folder}/${module}.js`));
  try {
    const answer = called(...args);
    answers.push(answer instanceof Uint8Array ? [...answer] : (answer ?? null));
  } catch (error) {
    answers.push({ error: error.message });
  }
}
process.stdout.write(JSON.stringify(answers));
