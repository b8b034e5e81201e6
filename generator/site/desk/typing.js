// What was typed and is not in the text of the record yet. A worker writes it there a moment later;
// `flush` does at once what cannot wait for that, such as closing the page.
import { typedInto } from "./record.js";

const PAUSE = 250;
const PATIENCE = 5_000;
let worker = null;
const waiting = new Map();
let turns = 0;

function ask(text, edits) {
  worker ??= startWorker();
  return new Promise((resolve) => {
    const turn = ++turns;
    waiting.set(turn, resolve);
    worker.postMessage({ id: turn, text, edits });
    setTimeout(() => giveUp(turn), PATIENCE);
  });
}

/** A worker that was ended without a word is replaced, and what it was asked is done here. */
function giveUp(turn) {
  const resolve = waiting.get(turn);
  if (!resolve) return;
  waiting.delete(turn);
  worker?.terminate();
  worker = null;
  resolve(null);
}

function startWorker() {
  const started = new Worker("text-worker.mjs", { type: "module" });
  started.addEventListener("message", ({ data: { id, text } }) => {
    waiting.get(id)?.(text ?? null);
    waiting.delete(id);
  });
  started.addEventListener("error", () => {
    for (const resolve of waiting.values()) resolve(null);
    waiting.clear();
  });
  return started;
}

/** Typed values of one record; `text()` is its text, and `write` takes the text with them in it. */
export function typedValues(text, write) {
  const pending = new Map();
  let under = null;
  let timer = 0;

  async function send() {
    if (under) return;
    const [mine, from] = [[...pending.values()], text()];
    under = mine;
    pending.clear();
    const answer = await ask(from, mine).catch(() => null);
    if (under !== mine) return;
    under = null;
    write(answer !== null && text() === from ? answer : typedInto(text(), mine));
    if (pending.size) later();
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(send, PAUSE);
  }

  return {
    put(pointer, value, order) {
      pending.set(JSON.stringify(pointer), [pointer, value, order]);
      later();
    },
    /** Writes at once what is still on its way. */
    flush() {
      clearTimeout(timer);
      const edits = [...(under ?? []), ...pending.values()];
      under = null;
      pending.clear();
      if (edits.length) write(typedInto(text(), edits));
    },
  };
}
