// A ZIP archive of a few texts, stored and not compressed (APPNOTE 6.3.10): names in UTF-8, and the
// same bytes for the same files, for its one date is 1980-01-01.

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

const checksum = (bytes) =>
  (bytes.reduce((sum, byte) => (sum >>> 8) ^ TABLE[(sum ^ byte) & 255], 0xffffffff) ^ 0xffffffff) >>> 0;

const number = (value, size) => Array.from({ length: size }, (_, index) => (value >>> (8 * index)) & 255);
const FIRST_DAY = 0x21;
const UTF8 = 0x800;

/** The bytes of an archive of {path: text}. */
export function zip(files) {
  const encoder = new TextEncoder();
  const [parts, directory] = [[], []];
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const [name, content] = [encoder.encode(path), encoder.encode(text)];
    const size = number(content.length, 4);
    const shared = [...number(20, 2), ...number(UTF8, 2), 0, 0, 0, 0, ...number(FIRST_DAY, 2)];
    shared.push(...number(checksum(content), 4), ...size, ...size, ...number(name.length, 2), 0, 0);
    const local = [0x50, 0x4b, 3, 4, ...shared, ...name];
    parts.push(Uint8Array.from(local), content);
    const attributes = Array(10).fill(0);
    directory.push(...[0x50, 0x4b, 1, 2, 20, 0], ...shared, ...attributes, ...number(offset, 4), ...name);
    offset += local.length + content.length;
  }
  const count = number(Object.keys(files).length, 2);
  const end = [0x50, 0x4b, 5, 6, 0, 0, 0, 0, ...count, ...count, ...number(directory.length, 4), ...number(offset, 4), 0, 0];
  return concatenated([...parts, Uint8Array.from(directory), Uint8Array.from(end)]);
}

function concatenated(parts) {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
