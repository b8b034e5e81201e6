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

// A search with nothing read yet; `read.bytes` and `read.files` count what it reads, `file` reads more.
export const coldSearch = (site, features) => {
  const read = { bytes: 0, files: 0 };
  const readJson = async (path) => {
    const file = join(site, "search", path);
    const size = await gzipSize(file);
    read.files += 1;
    read.bytes += size;
    return JSON.parse(await readFile(file, "utf8"));
  };
  return { ...globalThis.niemyet.createSearch(readJson, features), read, file: readJson };
};
