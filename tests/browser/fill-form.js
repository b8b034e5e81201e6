// What a form says whose record has every field, for each choice that its lists offer.
async ([kind, schemas, entries]) => {
  const base = new URL("soan-thao/", location.origin + "/");
  const load = (name) => import(new URL(name, base));
  const [{ fieldsOfGroup }, { fieldsOf, kindOf, resolve }, { changedFields }] =
    await Promise.all(["form.js", "schema.js", "compare.js"].map(load));
  const common = schemas.common;
  const say = (key, values = {}) => Object.entries(values)
    .reduce((text, [name, one]) => text.replaceAll(`{${name}}`, one), entries[key] ?? key);
  const full = (schema, depth, choice) => {
    const one = resolve(schema, common);
    const kind = kindOf(one);
    if (kind === "list") return depth > 7 ? [] : [full(one.items && one.items !== true ? one.items : { type: "string" }, depth + 1, choice)];
    if (kind === "entries") return Object.fromEntries(Object.keys(schemas[schemaKind].properties).map((key) => [key, "1"]));
    if (kind === "flag") return one.const ?? true;
    if (kind === "number") return 1;
    if (kind === "choice") return one.enum[choice % one.enum.length];
    if (kind !== "group") return "1";
    return Object.fromEntries(Object.entries(one.properties).map(([key, inner]) => [key, full(inner, depth + 1, choice)]));
  };
  const schemaKind = kind;
  const said = [];
  for (let choice = 0; choice < 12; choice++) {
    const value = full(schemas[kind], 0, choice);
    const open = { has: () => true, add() {}, delete() {}, [Symbol.iterator]: function* () {} };
    const nothing = () => undefined;
    const context = { schema: schemas[kind], common, say, fixed: new Set(), shown: () => true, open, names: () => null,
      value: () => value, draw: nothing, type: nothing, set: nothing, remove: nothing, insert: nothing, move: nothing };
    const form = document.createElement("form");
    form.append(...fieldsOfGroup(schemas[kind], [], context));
    for (const one of form.querySelectorAll("label, legend, option, button, p")) said.push(one.firstChild?.textContent ?? "");
    for (const one of form.querySelectorAll("[aria-label]")) said.push(one.getAttribute("aria-label"));
    for (const { names } of changedFields(schemas[kind], {}, value, context)) said.push(...names);
  }
  return [...new Set(said)];
}
