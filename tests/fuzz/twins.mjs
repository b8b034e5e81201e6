// node twins.mjs – reads {name: [case, …]} from standard input and prints what the scripts of the
// browser make of each case.
import { readFileSync } from "node:fs";

for (const script of ["search/assets/engine/analyser", "site/assets/script/fold", "site/assets/script/due"])
  (0, eval)(readFileSync(new URL(`../../generator/${script}.js`, import.meta.url), "utf8"));
const { analyser, fold, due, addingProblem, MissingCalendar } = globalThis.niemyet;

const dueDay = ({ limit, submitted, calendars, late, additions }) => {
  try {
    const found = due(limit, submitted, calendars, late, additions);
    return found && [found.received, found.last];
  } catch (error) {
    if (error instanceof MissingCalendar) return error.year;
    throw error;
  }
};

const answers = {
  syllables: analyser.syllables,
  fold,
  due: dueDay,
  problem: ({ limit, additions }) => addingProblem(limit, additions),
};
const asked = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(Object.fromEntries(Object.entries(asked).map(([name, cases]) => [name, cases.map(answers[name])]))));
