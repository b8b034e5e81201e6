// The engine as a worker: { root, manifest } starts it, { turn, text, options } asks, { turn, answer }
// or { turn, failed } comes back. As a script of a page this does nothing.
(() => {
  if (typeof WorkerGlobalScope === "undefined" || !(globalThis instanceof WorkerGlobalScope)) return;
  let engine;

  const start = ({ root, manifest }) => {
    const read = niemyet.readerOf(root);
    engine = niemyet.createSearch(async (path) => (path === "manifest.json" ? manifest : read(path)));
  };

  const answer = async ({ turn, text, options }) => {
    try {
      postMessage({ turn, answer: await engine.search(text, options) });
    } catch (error) {
      postMessage({ turn, failed: String(error) });
    }
  };

  addEventListener("message", ({ data }) => (data.manifest ? start(data) : answer(data)));
})();
