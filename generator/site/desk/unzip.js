// Reads an archive: entries that are stored or deflated, and no more than a draft may have.

const ENTRY = 0x02014b50;
const END = 0x06054b50;
const MOST_FILES = 5_000;
const MOST_BYTES = 50_000_000;

/** The texts in an archive by their names; throws when it is none. */
export async function unzip(buffer) {
  const view = new DataView(buffer);
  const found = {};
  let bytes = 0;
  for (const { name, method, at, packed, size } of entriesOf(view, buffer)) {
    bytes += size;
    if (bytes > MOST_BYTES) throw new RangeError("too large");
    if (name.endsWith("/")) continue;
    const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    found[name] = await textOf(buffer.slice(start, start + packed), method, size);
  }
  return found;
}

function entriesOf(view, buffer) {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_FILES) throw new RangeError("too many files");
  const entries = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== ENTRY) throw new RangeError("no archive");
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    entries.push({
      name: new TextDecoder().decode(buffer.slice(at + 46, at + 46 + name)), method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), at: view.getUint32(at + 42, true),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

function endOf(view) {
  for (let at = view.byteLength - 22; at >= 0; at--) if (view.getUint32(at, true) === END) return at;
  throw new RangeError("no archive");
}

async function textOf(bytes, method, size) {
  if (method !== 0 && method !== 8) throw new RangeError("unknown packing");
  const stream = new Blob([bytes]).stream();
  const reader = (method === 8 ? stream.pipeThrough(new DecompressionStream("deflate-raw")) : stream).getReader();
  const decoder = new TextDecoder();
  let [text, read] = ["", 0];
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    read += part.value.length;
    if (read > size) throw new RangeError("more than it says");
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}
