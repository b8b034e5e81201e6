// What those who receive a draft are told: {draft, schemas, entries} in, {review, proposal} out.
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";

const folder = process.argv[2];
const from = (name) => import(pathToFileURL(`${folder}/${name}.js`));
const [{ parcel }, { proposalOf }, { sayWith }, { shownDay }] = await Promise.all(["handover", "proposal", "words", "schema"].map(from));
const [{ draft, schemas, entries }] = JSON.parse(readFileSync(0, "utf8"));
const titleOf = (path) => path;
const desk = { schemas, shownDay, titleOf, say: sayWith(entries), names: () => ({ byId: new Map() }), verdict: () => null };
const review = parcel(draft, "2026-11-30", titleOf, desk)["xem-lai.html"];
process.stdout.write(JSON.stringify({ review, proposal: proposalOf(draft, "de-nghi/thu", desk).text }));
