// Which parts of a procedure differ between two versions: the twin of generator/law/changes.py.

const LISTS = ["levels", "applicants", "steps", "forms", "results", "conditions", "legal_basis", "linked_procedures", "internal_process"];
const KEYS = { legal_basis: (one) => one.document, linked_procedures: (one) => one.procedure };
const ROLES = ["executing", "deciding", "receiving", "delegated", "coordinating"];

/** The names of the parts that differ, in the order in which a decision may declare them. */
export function changedParts(before, after, order) {
  const [old, now] = [partsOf(before), partsOf(after)];
  for (const key of symmetricDifference(keysOf(old.channels), keysOf(now.channels))) {
    for (const pieces of [old.time, old.fees, now.time, now.fees]) pieces?.delete(key);
  }
  return order.filter((part) => differs(old[part] ?? new Map(), now[part] ?? new Map()));
}

const PLACES = {
  agencies: [["agencies"]],
  dossier: [["dossier"]],
  online: [["online"]],
  remarks: [["description"], ["notes"]],
  title: [["title"]],
  channels: [["channels"], ["cases"], ["postal"], ["return_methods"], ["non_territorial"], ["on_the_spot"]],
};

/** Where a part of a version stands in its record, as pointers. */
export function placesOf(part, version) {
  if (part === "time") return [...inChannels(version, "time"), ...inChannels(version, "committed_time"), ["cases"], ["late_submission"]];
  if (part === "fees") return inChannels(version, "fees");
  return PLACES[part] ?? [[part]];
}

const inChannels = ({ channels }, key) =>
  channels?.items ? channels.items.map((_, index) => ["channels", "items", index, key]) : [["channels"]];

const keysOf = (pieces) => new Set(pieces?.keys() ?? []);
const symmetricDifference = (one, other) => [...[...one].filter((key) => !other.has(key)), ...[...other].filter((key) => !one.has(key))];

function differs(old, now) {
  if (old.size !== now.size || [...old].some(([key, value]) => now.get(key) !== value)) return true;
  const items = (pieces) => [...pieces.keys()].filter((key) => !key.startsWith("*")).join("\n");
  return items(old) !== items(now);
}

function partsOf(version) {
  const parts = {};
  const put = (part, key, value) => (parts[part] ??= new Map()).set(key, written(value));
  put("title", "*title", version.title);
  for (const part of LISTS) listed(part, version[part], KEYS[part], put);
  channels(version, put);
  dossier(version.dossier ?? {}, put);
  for (const role of ROLES)
    listed("agencies", version.agencies?.[role], (one) => one.agency ?? one.text, (part, key, value) => put(part, `${role} ${key}`, value));
  put("online", "*online", version.online);
  if (version.description) put("remarks", "*description", version.description);
  for (const [key, note] of keyed(version.notes ?? [], (one) => `=${one}`)) put("remarks", key, note);
  return parts;
}

/** A value as text that is equal for equal values: keys in order, what is left out left out. */
const written = (value) => JSON.stringify(value ?? null, (_, one) => {
  if (one === null || typeof one !== "object" || Array.isArray(one)) return one;
  return Object.fromEntries(Object.entries(one).filter(([, inner]) => inner !== null).sort(([a], [b]) => (a < b ? -1 : 1)));
});

function listed(part, stated, key, put) {
  if (!stated) return;
  unlisted(part, stated, put);
  for (const [name, item] of keyed(stated.items ?? [], key)) put(part, name, item);
  if (stated.text) put(part, "*text", stated.text);
}

function unlisted(part, stated, put) {
  if (stated.none || stated.not_stated) put(part, "*stated", { ...stated, text: null });
}

function keyed(items, key) {
  const seen = new Map();
  return items.map((item) => {
    const name = (key ? key(item) : item?.id) ?? `=${written(item)}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return [count === 1 ? name : `${name} (${count})`, item];
  });
}

function channels(version, put) {
  const stated = version.channels ?? {};
  unlisted("channels", stated, put);
  if (stated.text) put("channels", "*text", stated.text);
  for (const [name, channel] of keyed(stated.items ?? [], (one) => one.id ?? `${one.method} ${one.case ?? ""}`.trim())) {
    const { time, committed_time: committed, fees, ...bare } = channel;
    put("channels", name, bare);
    put("time", name, [time, committed ?? null]);
    put("fees", name, fees);
  }
  for (const [name, one] of keyed(version.cases ?? [])) {
    const { time, ...bare } = one;
    put("channels", `*case ${name}`, bare);
    if (time) put("time", `*case ${name}`, [time, null]);
  }
  put("channels", "*postal", version.postal);
  put("channels", "*returned", version.return_methods);
  put("channels", "*service", [version.non_territorial ?? null, version.on_the_spot ?? null]);
  if (version.late_submission) put("time", "*late", version.late_submission);
}

function dossier({ sets, groups = {}, text }, put) {
  put("dossier", "*sets", sets);
  unlisted("dossier", groups, put);
  if (groups.text) put("dossier", "*text", groups.text);
  for (const [name, group] of keyed(groups.items ?? [])) {
    const { items, ...bare } = group;
    if (group.id || group.name) put("dossier", `*group ${name}`, bare);
    for (const [key, item] of keyed(items ?? [])) put("dossier", `${group.id ?? ""} ${key}`.trim(), item);
  }
  if (text) put("dossier", "*sets text", text);
}
