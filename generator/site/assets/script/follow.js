// A feed of one's own choosing: the address keeps the choice, the browser puts the feed together.
"use strict";
(() => {
  const form = document.querySelector("form.follow");
  if (!form) return;
  if (location.protocol === "file:") {
    form.hidden = true;
    return;
  }
  const list = form.querySelector(".entries");
  const status = form.querySelector(".count");
  const words = form.dataset;
  const NAMES = ["linh-vuc", "co-quan"];
  const years = new Map();
  let index;
  let latest;

  const fetched = (address) => fetch(words.root + address).then((answer) => answer.json());
  const changesOf = (file) => {
    if (!years.has(file)) years.set(file, fetched(file));
    return years.get(file);
  };
  const changesSince = async (day) => {
    index ??= await fetch(words.changes).then((answer) => answer.json());
    const from = Number(day.slice(0, 4)) || 0;
    const files = index.years.filter(({ year }) => year >= from).map(({ file }) => file);
    const found = (await Promise.all(files.map(changesOf))).flat();
    return found.filter((change) => change.told >= day);
  };

  const chosen = () => {
    const data = new FormData(form);
    return {
      fields: data.getAll("linh-vuc"),
      agencies: data.getAll("co-quan"),
      codes: (data.get("ma") ?? "").split(/[\s,;]+/).filter(Boolean),
      since: data.get("tu") ?? "",
    };
  };
  const matches = (change, { fields, agencies, codes }) =>
    fields.length + agencies.length + codes.length === 0 ||
    fields.includes(change.field) ||
    agencies.some((key) => change.agencies.includes(key)) ||
    codes.includes(change.procedure);

  const line = (change) => {
    const row = document.createElement("li");
    const link = document.createElement("a");
    link.href = words.root + change.address;
    const heard = Object.assign(document.createElement("span"), { className: "unseen" });
    heard.textContent = ` (${change.procedure}, ${change.decision})`;
    link.append(change.title, heard);
    const about = Object.assign(document.createElement("span"), { className: "about" });
    about.textContent = change.text;
    row.append(link, about);
    return row;
  };
  const keep = () => {
    const asked = [...new FormData(form)].filter(([, value]) => value);
    const query = new URLSearchParams(asked);
    history.replaceState(null, "", asked.length ? `?${query}` : location.pathname);
  };
  const choose = async () => {
    keep();
    const asked = (latest = chosen());
    const found = (await changesSince(asked.since)).filter((change) => matches(change, asked));
    if (asked !== latest) return found; // a later choice is shown already, or will be
    list.replaceChildren(...found.slice(0, 100).map(line));
    status.textContent = found.length ? words.found.replace("{count}", found.length) : words.none;
    return found;
  };

  const ATOM = "http://www.w3.org/2005/Atom";
  const atom = (found) => {
    const feed = document.implementation.createDocument(ATOM, "feed");
    const add = (parent, name, text) => {
      const child = feed.createElementNS(ATOM, name);
      child.textContent = text;
      parent.append(child);
      return child;
    };
    const root = feed.documentElement;
    add(root, "id", location.href);
    add(root, "title", words.title);
    add(root, "updated", `${found[0]?.told ?? new Date().toISOString().slice(0, 10)}T00:00:00+07:00`);
    add(add(root, "author", ""), "name", document.title);
    for (const change of found) {
      const entry = add(root, "entry", "");
      const address = new URL(words.root + change.address, location.href).href;
      add(entry, "id", `${address}#${change.decision}`);
      add(entry, "title", change.title);
      add(entry, "updated", `${change.told}T00:00:00+07:00`);
      add(entry, "link", "").setAttribute("href", address);
      add(entry, "summary", change.text);
    }
    return new XMLSerializer().serializeToString(feed);
  };
  const download = async () => {
    const file = new Blob([atom(await choose())], { type: "application/atom+xml" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = "theo-doi.xml";
    link.click();
    URL.revokeObjectURL(link.href);
  };

  const recall = () => {
    const asked = new URLSearchParams(location.search);
    for (const name of NAMES) {
      for (const option of form.elements[name].options) {
        option.selected = asked.getAll(name).includes(option.value);
      }
    }
    form.elements.tu.value = asked.get("tu") ?? "";
    form.elements.ma.value = asked.get("ma") ?? "";
    if (asked.size) choose();
  };
  recall();
  form.addEventListener("change", choose);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector(".make").addEventListener("click", download);
})();
