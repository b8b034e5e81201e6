// The contents of new procedures as they stand in an annex, pasted into boxes and read by the worker.
import { registerFiles } from "./drafted-files.js";
import { make } from "./elements.js";
import { labelled, lacking } from "./fields.js";
import { keepTables } from "./tables.js";

const PARTS = 11;
const LONGEST_NAME = 300;

/** A box for the words of one procedure. */
export function contentsBox(desk, id) {
  const { say } = desk;
  const typed = make("textarea", { id, rows: 6 });
  const { element } = labelled(id, say("desk.pasted"), typed, say("desk.pasted_note"));
  keepTables(typed, () => desk.announce(say("desk.table_in_table")));
  const words = () => typed.value.trim();
  return {
    element,
    words,
    /** What is read of the words, null without any, and the name: `title`, else the one in them; `nameInput` is told that it lacks. */
    async read(publisher, title, nameInput) {
      if (!words()) return { pasted: null, name: title };
      desk.announce(say("desk.reading"));
      const pasted = await readPasted(desk, words(), publisher).catch((error) => lacking(error.message, typed));
      const name = title || pasted.title || nameAbove(words());
      return name ? { pasted, name } : lacking(say(pasted.missing === null ? "desk.no_title_unread" : "desk.no_title_read"), nameInput);
    },
  };
}

/**
 * A box for each line of `names`, which are new procedures; one is there before any is named, and one
 * that has words in it stays when its line goes. `boxes()` are those with a line or words.
 */
export function contentsBoxes(desk, id, names) {
  const element = make("div", {});
  let boxes = [];
  let number = 0;
  const fresh = () => contentsBox(desk, number++ ? `${id}-${number}` : id);
  const draw = () => {
    const lines = names.value.split("\n").map((line) => line.trim()).filter(Boolean);
    boxes = boxesOf(boxes, lines).map(({ line, box }) => ({ line, box: box ?? fresh() }));
    for (const { line, box } of boxes) box.element.firstChild.textContent = line ? desk.say("desk.pasted_of", { name: line }) : desk.say("desk.pasted");
    element.replaceChildren(...boxes.map(({ box }) => box.element));
  };
  names.addEventListener("input", draw);
  draw();
  return { element, boxes: () => boxes.map(({ line, box }) => ({ ...box, line })).filter(({ line, words }) => line || words()) };
}

/** The boxes [{line, box}] for the lines of now: what stands between lines that stayed goes to those that are new, in its order. */
export function boxesOf(before, lines) {
  const named = before.filter(({ line }) => line);
  const most = Math.min(named.length, lines.length);
  let [start, tail] = [0, 0];
  while (start < most && named[start].line === lines[start]) start++;
  while (tail < most - start && named.at(-1 - tail).line === lines.at(-1 - tail)) tail++;
  const loose = [...named.slice(start, named.length - tail), ...before.filter(({ line }) => !line)].map(({ box }) => box);
  const renamed = lines.slice(start, lines.length - tail).map((line) => ({ line, box: loose.shift() ?? null }));
  const left = loose.filter((box) => box.words()).map((box) => ({ line: "", box }));
  const made = [...named.slice(0, start), ...renamed, ...named.slice(named.length - tail), ...left];
  return made.length ? made : [{ line: "", box: loose[0] ?? null }];
}

/** The words of an annex as the worker reads them; all of them to be placed by hand where it cannot. */
async function readPasted(desk, text, publisher) {
  try {
    const read = await desk.read({ task: "text", text, procedure: "x", publisher });
    return { ...read, files: await registerFiles(desk, read.files) };
  } catch (error) {
    if (error.refused) throw error;
    return { version: null, title: "", missing: null, assumed: [], unread: text.split("\n").map((line) => line.trim()).filter(Boolean), files: {} };
  }
}

/** The first line, where it is neither the label of a part nor a sentence. */
function nameAbove(words) {
  const [line] = words.split("\n");
  return line.length <= LONGEST_NAME && !/[.:;]|^\W*(?:[a-zđ]|\d+(?:\.\d+)*)[).]\s|^trình tự/iu.test(line.trim()) ? line.trim() : "";
}

/** What is said of words that were read: how much of a procedure they are. */
export function pastedWords({ version, missing, unread }, name, say) {
  if (version === null) return say(missing === null ? "desk.pasted_without_reader" : "desk.pasted_unread", { name });
  const sentence = missing.length ? "desk.pasted_read_lacking" : "desk.pasted_read";
  return say(sentence, { name, parts: PARTS - missing.length, all: PARTS, lacking: missing.join("; "), count: unread.length });
}
