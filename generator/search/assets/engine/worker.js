// The engine as a worker: { root, manifest } starts it, { turn, text, options } asks, { turn, answer }
// or { turn, failed } comes back. As a script of a page this does nothing.
(() => {
  if (typeof WorkerGlobalScope === "undefined" || !(globalThis instanceof WorkerGlobalScope)) return;
  let engine;
  let names;

  const start = ({ root, manifest }) => {
    const read = niemyet.readerOf(root);
    const readHere = async (path) => (path === "manifest.json" ? manifest : read(path));
    engine = niemyet.createSearch(readHere, {}, lookupOf(root));
  };

  // Names of places, whose script is read when the first question may have one.
  const lookupOf = (root) => async (text, province) => {
    if (!niemyet.createPlaceNames) importScripts(new URL("assets/niemyet/place-lookup.js", root));
    names ??= niemyet.createPlaceNames(niemyet.readerOf(root, "places"));
    return names.whole(text, province);
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
