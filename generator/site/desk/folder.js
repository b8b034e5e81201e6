// Handing over into a folder of this computer, where the browser lets a page write into the one that
// its reader chooses (File System Access). All files are compared first, then written.
import { NotSentError } from "./forge.js";

const isAbsent = (error) => ["NotFoundError", "TypeMismatchError"].includes(error.name);
const orNull = (error) => {
  if (isAbsent(error)) return null;
  throw error;
};

/** Writes {path, base, text} into a catalogue's folder, or that of its repository; returns how many. */
export async function writeInto(chosen, files) {
  const folder = await catalogueIn(chosen);
  const present = await Promise.all(files.map(({ path }) => contentOf(folder, path)));
  const conflicts = files.filter(({ base, text }, index) => present[index] !== base && present[index] !== text);
  if (conflicts.length) throw new NotSentError("conflict", { names: conflicts.map(({ path }) => path).join(", ") });
  for (const { path, text } of files) await write(folder, path, text);
  return files.length;
}

async function catalogueIn(chosen) {
  if (await chosen.getFileHandle("catalogue.yml").catch(orNull)) return chosen;
  const inner = await chosen.getDirectoryHandle("catalogue").catch(orNull);
  if (inner && (await inner.getFileHandle("catalogue.yml").catch(orNull))) return inner;
  throw new NotSentError("no_catalogue");
}

async function fileAt(folder, path, create) {
  const names = path.split("/");
  let inside = folder;
  for (const name of names.slice(0, -1)) inside = await inside.getDirectoryHandle(name, { create });
  return inside.getFileHandle(names.at(-1), { create });
}

async function contentOf(folder, path) {
  const handle = await fileAt(folder, path, false).catch(orNull);
  return handle && (await handle.getFile()).text();
}

async function write(folder, path, text) {
  const stream = await (await fileAt(folder, path, true)).createWritable();
  await stream.write(text);
  await stream.close();
}
