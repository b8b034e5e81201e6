// The print of a file by which one is told from another; null where the browser makes none.

/** The SHA-256 of bytes in figures and letters. */
export async function digestOf(bytes) {
  const made = await globalThis.crypto?.subtle?.digest("SHA-256", bytes);
  return made ? [...new Uint8Array(made)].map((one) => one.toString(16).padStart(2, "0")).join("") : null;
}
