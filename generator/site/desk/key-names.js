// Sentences of the rules name keys of records, for those who write YAML. Here each key is named as
// its field is; what is no key of a schema stays as it is.

const known = new WeakMap();

/**
 * A sentence with the names of fields in the place of keys between backticks: those of the kind of
 * record that it is about come first. `- key` names a part of a procedure.
 */
export const withFieldNames = (text, schemas, kind) =>
  text.replace(/`(- )?([a-z_]+):?`/g, (whole, item, key) => {
    const order = [item ? "version" : kind, ...Object.keys(schemas)].filter((one) => one in schemas);
    const name = order.map((one) => namesOf(schemas[one]).get(key)).find(Boolean);
    return name ? `“${name}”` : whole;
  });

function namesOf(schema) {
  if (!known.has(schema)) known.set(schema, collect(schema, new Map()));
  return known.get(schema);
}

function collect(node, names) {
  if (node === null || typeof node !== "object") return names;
  for (const [key, one] of Object.entries(node.properties ?? {})) {
    if (typeof one?.title === "string" && !names.has(key)) names.set(key, one.title);
  }
  for (const one of Object.values(node)) collect(one, names);
  return names;
}
