// The files of data that lie beside the page.

/** A file of data; throws when it is not there. */
export async function dataFile(name) {
  const path = `du-lieu/${name}.json`;
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/** What loads files that not every task needs: each once, again after a failure, of which `sentence` tells. */
export function dataLoader(sentence) {
  const loading = new Map();
  return (name) => {
    if (!loading.has(name)) loading.set(name, dataFile(name));
    return loading.get(name).catch(() => {
      loading.delete(name);
      throw new Error(sentence);
    });
  };
}
