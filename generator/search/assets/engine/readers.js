// Ways to read the files below search/: over the network, or from a folder opened as file://, where
// browsers let a page load scripts but not data: there every file has a twin that is a script.
(() => {
  const overNetwork = (root) => async (path) => {
    const response = await fetch(new URL(`search/${path}`, root));
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json();
  };

  const received = new Map();
  niemyet.receive = (path, value) => received.set(path, value);

  const fromFolder = (root) => (path) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(`search/${path}.js`, root).href;
      script.onload = () => resolve(received.get(path));
      script.onerror = () => reject(new Error(path));
      document.head.append(script);
    });

  niemyet.readerOf = (root) => (new URL(root).protocol === "file:" ? fromFolder(root) : overNetwork(root));
})();
