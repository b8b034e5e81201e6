// The words of the page by their keys.

/** Says a key in words: what stands between braces is filled in; a key without words says itself. */
export const sayWith = (entries) => (key, values = {}) =>
  Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), entries[key] ?? key);
