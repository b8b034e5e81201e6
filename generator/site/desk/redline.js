// What changes in a text, word by word, as people mark it up on paper.

const LARGEST = 400_000;

/** The words of both texts with their marks: " " in both, "-" in the old one, "+" in the new one. */
export function wordChanges(before, after) {
  const [old, now] = [words(before), words(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let tail = 0;
  const most = Math.min(old.length, now.length) - start;
  while (tail < most && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const middle = between(old.slice(start, old.length - tail), now.slice(start, now.length - tail));
  const same = (from, to) => old.slice(from, to).map((word) => [" ", word]);
  return joined([...same(0, start), ...middle, ...same(old.length - tail, old.length)]);
}

/** A field that differs with its marks; a choice or a number changes as a whole. */
export const redlineOf = ({ before, after, whole }) =>
  whole && before && after ? [["-", before], [" ", " "], ["+", after]] : wordChanges(before ?? "", after ?? "");

/** A word has the white space behind it, so that a change of one word is one word. */
const words = (text) => text.match(/\s*\S+\s*?(?=\s|$)|\s+$/gu) ?? [];

function between(old, now) {
  const all = (mark, list) => list.map((word) => [mark, word]);
  if (old.length * now.length > LARGEST) return [...all("-", old), ...all("+", now)];
  const common = commonLengths(old, now);
  const found = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      found.push([" ", old[i]]);
      i++;
      j++;
    } else if (j >= now.length || (i < old.length && common[i + 1][j] >= common[i][j + 1])) found.push(["-", old[i++]]);
    else found.push(["+", now[j++]]);
  }
  return found;
}

/** How many words the rest of both lists have in common, from each pair of places on. */
export function commonLengths(old, now) {
  const common = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      common[i][j] = old[i] === now[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
  return common;
}

/** Neighbours with the same mark as one; what goes stands in front of what comes. */
function joined(changes) {
  const found = [];
  let [gone, come] = ["", ""];
  const flush = () => {
    if (gone) found.push(["-", gone]);
    if (come) found.push(["+", come]);
    [gone, come] = ["", ""];
  };
  for (const [mark, word] of changes) {
    if (mark === "-") gone += word;
    else if (mark === "+") come += word;
    else {
      flush();
      if (found.at(-1)?.[0] === " ") found.at(-1)[1] += word;
      else found.push([" ", word]);
    }
  }
  flush();
  return found;
}
