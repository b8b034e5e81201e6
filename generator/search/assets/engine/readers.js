// Ways to read the files below search/ and places/: over the network, or from a folder opened as file://, where
// browsers let a page load scripts but not data: there every file has a twin that is a script.
(() => {
  const overNetwork = (root, folder) => async (path) => {
    const response = await fetch(new URL(`${folder}/${path}`, root));
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json();
  };

  // Of the page and not of this script, which a page may load twice.
  const received = (niemyet.received ??= new Map());
  niemyet.receive = (path, value) => received.set(path, value);

  const fromFolder = (root, folder) => (path) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(`${folder}/${path}.js`, root).href;
      script.onload = () => resolve(received.get(`${folder}/${path}`));
      script.onerror = () => reject(new Error(path));
      document.head.append(script);
    });

  niemyet.readerOf = (root, folder = "search") =>
    new URL(root).protocol === "file:" ? fromFolder(root, folder) : overNetwork(root, folder);
})();
