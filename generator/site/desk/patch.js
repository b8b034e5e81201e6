// The difference of two texts, line by line, as `git apply` reads it (unified diff).

const CONTEXT = 3;

/** Each line of both texts with its mark: " " in both, "-" in the old one, "+" in the new one. */
export function lineChanges(before, after) {
  const [old, now] = [lines(before), lines(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let tail = 0;
  const most = Math.min(old.length, now.length) - start;
  while (tail < most && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const same = (from, to) => old.slice(from, to).map((line) => [" ", line]);
  const middle = between(old.slice(start, old.length - tail), now.slice(start, now.length - tail));
  return [...same(0, start), ...middle, ...same(old.length - tail, old.length)];
}

const lines = (text) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** The longest common lines stay. Few lines differ in an edit, so a table of both is small. */
function between(old, now) {
  const common = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      common[i][j] = old[i] === now[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
  const found = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) found.push([" ", old[i++]], j++ && null);
    else if (j >= now.length || (i < old.length && common[i + 1][j] >= common[i][j + 1])) found.push(["-", old[i++]]);
    else found.push(["+", now[j++]]);
  }
  return found.filter((one) => Array.isArray(one));
}

/** The patch of one file below `catalogue/`; `before` is null for a new file. */
export function patchOf(path, before, after) {
  const changes = lineChanges(before ?? "", after);
  const hunks = hunksOf(changes);
  if (!hunks.length) return "";
  const name = `catalogue/${path}`;
  const head = before === null ? `new file mode 100644\n--- /dev/null\n` : `--- a/${name}\n`;
  return `diff --git a/${name} b/${name}\n${head}+++ b/${name}\n${hunks.join("")}`;
}

function hunksOf(changes) {
  const marked = changes.flatMap(([mark], index) => (mark === " " ? [] : [index]));
  const ranges = [];
  for (const index of marked) {
    const [from, to] = [Math.max(0, index - CONTEXT), Math.min(changes.length, index + CONTEXT + 1)];
    if (ranges.length && from <= ranges.at(-1)[1]) ranges.at(-1)[1] = to;
    else ranges.push([from, to]);
  }
  return ranges.map(([from, to]) => hunk(changes, from, to));
}

function hunk(changes, from, to) {
  const count = (part, left) => part.filter(([mark]) => mark !== left).length;
  const [above, inside] = [changes.slice(0, from), changes.slice(from, to)];
  const span = (left) => `${count(above, left) + (count(inside, left) ? 1 : 0)},${count(inside, left)}`;
  const body = inside.map(([mark, line]) =>
    mark + (line.endsWith("\n") ? line : `${line}\n\\ No newline at end of file\n`),
  );
  return `@@ -${span("+")} +${span("-")} @@\n${body.join("")}`;
}
