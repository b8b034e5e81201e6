// Makes requests on a forge under Node: [{repository, token, proposal, failing, sent, again}] in, what came out;
// `again` is what is proposed behind the first one, a try again where `failing` names what fails once.
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";

const { propose } = await import(pathToFileURL(`${process.argv[2]}/forge.js`));
const answers = [];
for (const { repository, token, proposal, failing, sent = null, again = failing ? proposal : null } of JSON.parse(readFileSync(0, "utf8"))) {
  const asked = [];
  const ask = (address, init) => {
    asked.push([new URL(address).host, init.redirect, init.credentials]);
    return failing && address.endsWith(failing) && !ask.failed++ ? Promise.reject(new TypeError("offline")) : fetch(address, init);
  };
  ask.failed = 0;
  let before = sent;
  const proposed = (one) => propose(repository, token, one, { before, remember: (one) => (before = one), ask }).catch(({ key, values }) => ({ key, values }));
  const first = await proposed(proposal);
  answers.push({ first, again: again && (await proposed(again)), sent: before, hosts: [...new Set(asked.map(String))] });
}
process.stdout.write(JSON.stringify(answers));
