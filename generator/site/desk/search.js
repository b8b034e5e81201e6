// Procedures are found as on the site itself: by its engine and its index, in a worker. Where the
// site has no search, or the worker cannot start, the names are looked through instead.
import { findRecords } from "./names.js";

const ROOT = new URL("../", location.href);
const PAUSE = 120;

/** A search that answers with records of procedures, at most `most`; `indexed`: the site has its own. */
export function procedureSearch(records, indexed, most = 12) {
  const procedures = records.filter(({ kind }) => kind === "procedure");
  const byCode = new Map(procedures.map((record) => [record.path.split("/")[2], record]));
  const plainly = (text) => findRecords(text, procedures, most);
  let engine = null;
  const asked = async (text) => {
    engine ??= startEngine();
    const { results } = await (await engine)(text, { limit: most });
    const codes = results.flatMap(({ code, family }) => [code, ...(family?.codes ?? [])]);
    const found = [...new Set(codes)].map((code) => byCode.get(code)).filter(Boolean);
    return found.length ? found.slice(0, most) : plainly(text);
  };
  return async (text) => (indexed ? asked(text).catch(() => plainly(text)) : plainly(text));
}

async function startEngine() {
  const answer = await fetch(new URL("search/manifest.json", ROOT));
  if (!answer.ok) throw new Error(`search: ${answer.status}`);
  const manifest = await answer.json();
  const worker = new Worker(new URL("assets/niemyet/search-engine.js", ROOT));
  const waiting = new Map();
  let turns = 0;
  worker.onmessage = ({ data: { turn, answer: found, failed } }) => {
    const { resolve, reject } = waiting.get(turn);
    waiting.delete(turn);
    if (failed) reject(new Error(failed));
    else resolve(found);
  };
  worker.onerror = () => waiting.forEach(({ reject }) => reject(new Error("search")));
  worker.postMessage({ root: ROOT.href, manifest });
  return (text, options) =>
    new Promise((resolve, reject) => {
      turns += 1;
      waiting.set(turns, { resolve, reject });
      worker.postMessage({ turn: turns, text, options });
    });
}

/** Runs `show` with what was found for the last text typed; an earlier answer that is late is dropped. `now()` waits for that of the text as it is. */
export function whileTyping(input, find, show) {
  let waiting = 0;
  let turn = 0;
  let shown = null;
  const search = async () => {
    clearTimeout(waiting);
    const [mine, text] = [++turn, input.value.trim()];
    const found = text ? await find(text) : [];
    if (mine !== turn) return;
    shown = text;
    show(found);
  };
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    turn += 1;
    waiting = setTimeout(search, PAUSE);
  });
  return { now: () => (shown === input.value.trim() ? Promise.resolve() : search()) };
}
