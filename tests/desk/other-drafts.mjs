// Which other drafts act on the same procedures: [{draft, kept}] in, the codes of each draft out.
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";

const { alsoActing } = await import(pathToFileURL(`${process.argv[2]}/other-drafts.js`));
const [{ draft, kept }] = JSON.parse(readFileSync(0, "utf8"));
const values = new Map(kept.map((one) => [`niemyet-desk ${one.id}`, JSON.stringify(one)]));
const storage = { length: values.size, key: (index) => [...values.keys()][index], getItem: (key) => values.get(key) };
process.stdout.write(JSON.stringify([alsoActing(draft, storage).map(({ draft: { name }, codes }) => [name, codes])]));
