// What was done to one record of a draft, step by step: taken back, and done again. A step may also
// have brought other files, as a row of a decision brings the versions that it makes.

/** The history of the record at `place`; `files` are those of its draft. */
function historyOf(files, place) {
  let path = place;
  const [back, forth] = [[], []];
  const stateOf = (others) => ({ text: files[path].text, others: Object.fromEntries(others.map((one) => [one, files[one] ?? null])) });

  /** Takes one step out of a list, and keeps in the other what leads back; its other files, null without any. */
  function walk(from, to) {
    const step = from.pop();
    if (!step) return null;
    const others = Object.keys(step.others);
    to.push(stateOf(others));
    files[path].text = step.text;
    for (const one of others) {
      if (step.others[one]) files[one] = step.others[one];
      else delete files[one];
    }
    return others;
  }

  return {
    /** Where its record is now. */
    path: () => path,
    /** Remembers how things are, before the record and `others` change. */
    keep(others = []) {
      back.push(stateOf(others));
      forth.length = 0;
    },
    /** Follows the record to another path; `renew` makes of each text that it had what it is there. */
    move(target, renew) {
      path = target;
      for (const step of [...back, ...forth]) step.text = renew(step.text);
    },
    undo: () => walk(back, forth),
    redo: () => walk(forth, back),
    canUndo: () => back.length > 0,
    canRedo: () => forth.length > 0,
  };
}

const histories = new WeakMap();

/** The history of a record of a draft since the page was opened. */
export function historyAt({ files }, path) {
  if (!histories.has(files)) histories.set(files, []);
  const known = histories.get(files);
  const found = known.find((one) => one.path() === path) ?? historyOf(files, path);
  if (!known.includes(found)) known.push(found);
  return found;
}
