// The engine of a built site under Node, reading its files from the disk and counting their bytes.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import { gzipSync } from "node:zlib";

const sizes = new Map();

// How many bytes a file is over the network.
export const gzipSize = async (path) => {
  if (!sizes.has(path)) sizes.set(path, gzipSync(await readFile(path)).length);
  return sizes.get(path);
};

export const loadEngine = async (site) => {
  const path = join(site, "assets/niemyet/search-engine.js");
  runInThisContext(await readFile(path, "utf8"), { filename: path });
  return globalThis.niemyet;
};

// A search with nothing read yet; `read.bytes` and `read.files` count what it reads, those of names of
// places with their script too; `file` reads more.
export const coldSearch = (site, features) => {
  const read = { bytes: 0, files: 0, places: 0 };
  const count = async (file) => {
    const size = await gzipSize(file);
    read.files += 1;
    read.bytes += size;
    return readFile(file, "utf8");
  };
  const readJson = async (path) => JSON.parse(await count(join(site, "search", path)));
  let names;
  const start = async () => {
    const path = join(site, "assets/niemyet/place-lookup.js");
    const before = read.bytes;
    const script = await count(path);
    read.places += read.bytes - before;
    if (!globalThis.niemyet.createPlaceNames) runInThisContext(script, { filename: path });
    return globalThis.niemyet.createPlaceNames(async (name) => {
      const file = join(site, "places", name);
      read.places += await gzipSize(file);
      return JSON.parse(await count(file));
    });
  };
  const lookup = async (text, province) => (await (names ??= start())).whole(text, province);
  return { ...globalThis.niemyet.createSearch(readJson, features, lookup), read, file: readJson };
};
