// Answers from a worker, so that typing stays smooth; from this page where no worker can be had.
(() => {
  const ENGINE = "assets/niemyet/search-engine.js";

  const workerOf = (root, manifest, lost) => {
    const pending = new Map();
    let turns = 0;
    const worker = new Worker(new URL(ENGINE, root));
    worker.onmessage = ({ data: { turn, answer, failed } }) => {
      const { resolve, reject } = pending.get(turn);
      pending.delete(turn);
      if (failed) reject(new Error(failed));
      else resolve(answer);
    };
    worker.onerror = () => {
      lost();
      for (const { reject } of pending.values()) reject(new Error(ENGINE));
    };
    worker.postMessage({ root: root.href, manifest });
    return (text, options) =>
      new Promise((resolve, reject) => {
        turns += 1;
        pending.set(turns, { resolve, reject });
        worker.postMessage({ turn: turns, text, options });
      });
  };

  // { words, ask(text, options) } of the site at `root`.
  niemyet.createClient = async (root) => {
    const read = niemyet.readerOf(root);
    const manifest = await read("manifest.json");
    const readHere = async (path) => (path === "manifest.json" ? manifest : read(path));
    const lookup = async (text, province) => (await niemyet.place.load()).whole(text, province);
    const here = niemyet.createSearch(readHere, {}, lookup);
    let elsewhere;
    const lost = () => (elsewhere = undefined);
    if (root.protocol !== "file:") {
      try {
        elsewhere = workerOf(root, manifest, lost);
      } catch {
        lost();
      }
    }
    const ask = async (text, options) => {
      const asked = elsewhere;
      if (!asked) return here.search(text, options);
      return asked(text, options).catch((error) => {
        if (elsewhere) throw error;
        return here.search(text, options);
      });
    };
    return { words: manifest.words, ask };
  };
})();
