// Makes requests on a forge under Node: [{repository, token, proposal, tries}] in, what came out.
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";

const { propose } = await import(pathToFileURL(`${process.argv[2]}/forge.js`));
const answers = [];
for (const { repository, token, proposal, failing } of JSON.parse(readFileSync(0, "utf8"))) {
  const asked = [];
  const ask = (address, init) => {
    asked.push([new URL(address).host, init.redirect, init.credentials]);
    return failing && address.endsWith(failing) && !ask.failed++ ? Promise.reject(new TypeError("offline")) : fetch(address, init);
  };
  ask.failed = 0;
  const made = new Set();
  const tried = () => propose(repository, token, proposal, made, ask).catch(({ key, values }) => ({ key, values }));
  const first = await tried();
  answers.push({ first, again: failing ? await tried() : null, hosts: [...new Set(asked.map(String))] });
}
process.stdout.write(JSON.stringify(answers));
