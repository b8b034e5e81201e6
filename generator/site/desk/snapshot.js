// The memory of the interpreter once it has started, kept in this browser: the next visit begins from
// there, in a third of the time. Where the browser keeps nothing, or what it kept does not fit, the
// interpreter starts as on the first visit.
const NAME = "niemyet-desk";

/**
 * What `load` (Pyodide's `loadPyodide`) gives. `version` is that of the interpreter; `keepLater` runs
 * the keeping once there is time for it.
 */
export async function startInterpreter(load, options, version, keepLater) {
  const address = new URL(`pyodide/${version}.memory`, options.indexURL).href;
  const kept = await readKept(address).catch(() => null);
  if (kept) {
    const python = await load({ ...options, _loadSnapshot: kept }).catch(() => null);
    if (python) return python;
    await caches.delete(NAME);
  }
  if (!globalThis.caches) return load(options);
  const python = await load({ ...options, _makeSnapshot: true });
  const memory = python.makeMemorySnapshot();
  keepLater(() => keepMemory(address, memory).catch(() => undefined));
  return python;
}

async function readKept(address) {
  const found = await (await caches.open(NAME)).match(address);
  return found ? new Uint8Array(await new Response(found.body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer()) : null;
}

/** One memory is kept: that of another interpreter goes. */
async function keepMemory(address, memory) {
  await caches.delete(NAME);
  const packed = new Response(memory).body.pipeThrough(new CompressionStream("gzip"));
  await (await caches.open(NAME)).put(address, new Response(packed));
}
