// The worker of the desk. It answers {kind: "ready"} once, then for each {id, files, today, lang}
// {id, kind: "findings", findings} or {id, kind: "failed"}; {kind: "broken"} when it cannot start.
// {id, task: "text" or "word", …} reads words into drafts, and {id, task: "page", …} makes the page of
// a version: {id, kind: "read", read}.
import { ARCHIVES, PREVIEW, READER, findingsOf, pageOf, readText, readWord, startChecker, startPreview, startReader } from "./checker.js";
import { loadPyodide, version } from "./pyodide/pyodide.mjs";
import { startInterpreter } from "./snapshot.js";

const DATA = "du-lieu";
const asText = new TextDecoder("utf-8", { ignoreBOM: true });
const seconds = (since) => Math.round(performance.now() - since) / 1000;

async function bytes(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.arrayBuffer();
}

const text = async (path) => asText.decode(await bytes(path));
const published = (path) => text(`${DATA}/catalogue/${path.split("/").map(encodeURIComponent).join("/")}`);

/** An empty module: compiling it fails where WebAssembly may not run, of which Pyodide says nothing. */
const NOTHING = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

async function start() {
  await WebAssembly.compile(NOTHING);
  const [python, archives, ...published] = await Promise.all([
    startInterpreter(loadPyodide, { indexURL: new URL("pyodide/", import.meta.url).href }, version, (keep) => waiting.push(keep)),
    Promise.all(ARCHIVES.map(bytes)),
    ...["records", "exceptions", "readings"].map((name) => text(`${DATA}/${name}.json`)),
  ]);
  return { python, checker: startChecker(python, archives, ...published) };
}

/** What is done once the first answer is given. */
const waiting = [];

const besides = new Map();

/** What is started beside the checks when somebody asks for it first; asked again after a failure. */
async function beside(archive, begin) {
  const { python, checker } = await starting;
  if (!besides.has(archive)) besides.set(archive, bytes(archive).then((content) => begin(python, content, checker)));
  return besides.get(archive).catch((error) => {
    besides.delete(archive);
    throw error;
  });
}

async function readAsked({ task, ...asked }) {
  const { python, checker } = await starting;
  if (task === "page") return pageOf(await beside(PREVIEW, startPreview), checker, asked, published);
  const reader = await beside(READER, startReader);
  return task === "text" ? readText(reader, asked) : readWord(python, reader, checker, asked, published);
}

const began = performance.now();
const starting = start();
starting.then(
  () => postMessage({ kind: "ready", seconds: seconds(began) }),
  (error) => postMessage({ kind: "broken", message: String(error) }),
);

addEventListener("message", async ({ data: { id, ...draft } }) => {
  try {
    if (draft.task) return postMessage({ id, kind: "read", read: await readAsked(draft) });
    const { checker } = await starting;
    const since = performance.now();
    const findings = await findingsOf(checker, draft, published);
    postMessage({ id, kind: "findings", seconds: seconds(since), findings });
    return waiting.splice(0).forEach((later) => later());
  } catch (error) {
    return postMessage({ id, kind: "failed", message: String(error) });
  }
});
