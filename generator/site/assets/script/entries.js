// A list that filters by words, level, online service and day, from the data beside it.
"use strict";
(() => {
  const SHOWN_AT_ONCE = 200;
  const { fold, shorten } = globalThis.niemyet;
  const form = document.querySelector(".list-tools");
  const list = document.querySelector(".entries");
  const count = document.querySelector(".count");
  if (!form || !list) return;
  if (location.protocol === "file:") {
    form.hidden = true;
    return;
  }
  const pages = document.querySelector(".pages");
  const first = { items: [...list.children], count: count.textContent };
  const words = form.dataset;
  let loading;

  const load = () =>
    (loading ??= fetch(words.list)
      .then((answer) => answer.json())
      .then((items) =>
        items.map((item) => ({ ...item, text: fold(`${item.title} ${item.about ?? ""}`) })),
      ));
  const wanted = () => {
    const { loc, level, online, ngay } = form.elements;
    return {
      words: fold(loc.value).split(/\s+/).filter(Boolean),
      level: level?.value ?? "",
      online: online?.checked ?? false,
      day: ngay?.value ?? "",
    };
  };
  const within = (start, end, day) => (start ?? "") <= day && (!end || day < end);
  const on = (item, day) => within(item.start, item.end, day);
  const unsure = (item, day) => item.sure === "never" || !within(...(item.sure?.split("/") ?? []), day);
  const matches = (item, asked) =>
    (asked.day ? on(item, asked.day) : item.shown) &&
    (!asked.level || item.levels?.includes(asked.level)) &&
    (!asked.online || item.online) &&
    asked.words.every((word) => item.text.includes(word));

  // Whether a line stands for a family of many provinces, none of which is known to be the reader's.
  const isOfMany = (item, day) => Boolean(item.varies) && !day && item.province !== province();

  const line = (item, day) => {
    const link = document.createElement("a");
    link.href = words.root + item.address + (day ? `?ngay=${day}` : "");
    link.append(...shorten(item.title));
    if (item.key) {
      const heard = Object.assign(document.createElement("span"), { className: "unseen" });
      heard.textContent = `(${item.key})`;
      link.append(" ", heard);
    }
    const about = Object.assign(document.createElement("span"), { className: "about" });
    about.textContent = (isOfMany(item, day) ? item.varies : item.about) ?? "";
    const row = document.createElement("li");
    if (item.province) row.dataset.province = item.province;
    row.append(link);
    const mark = day ? (unsure(item, day) ? words.unsure : "") : item.status;
    if (mark) {
      const status = Object.assign(document.createElement("span"), { className: "status" });
      status.textContent = mark;
      row.append(" ", status);
    }
    row.append(about);
    if (item.elsewhere) {
      const more = Object.assign(document.createElement("a"), { className: "elsewhere" });
      more.href = `${words.root}${item.address}#${words.part}`;
      const heard = Object.assign(document.createElement("span"), { className: "unseen" });
      heard.textContent = `(${[item.title, item.key].filter(Boolean).join(", ")})`;
      more.append(item.elsewhere, " ", heard);
      row.append(more);
    }
    return row;
  };
  // Of the items of a family the first alone, but all of the reader's own province; `before` are families that
  // are shown already.
  const unlike = (items, familyOf, provinceOf, before = []) => {
    const met = new Set(before);
    return items.filter((item) => {
      const family = familyOf(item);
      const isShown = !family || !met.has(family) || rank(provinceOf(item)) === 0;
      met.add(family);
      return isShown;
    });
  };
  const printed = (day) => day.split("-").reverse().join("/");
  // The first day of a list of which all items are of a later day than the one asked for.
  const later = (items, day) => {
    const starts = items.map(({ start, sure }) => (sure === "never" ? undefined : start));
    return starts.length && starts.every((start) => start > day) ? starts.reduce((one, two) => (one < two ? one : two)) : undefined;
  };
  const said = (found, day, items) => {
    if (!day) return words.found.replace("{count}", found.length);
    const open = found.filter((item) => unsure(item, day)).length;
    const first = later(items, day);
    const key = first ? "notYet" : open && open === found.length ? "allUnknown" : "onDay";
    const text = words[key].replace("{count}", key === "allUnknown" ? open : found.length - open).replace("{first}", printed(first ?? ""));
    const rest = open && key === "onDay" ? ` ${words.notKnown.replace("{count}", open)}` : "";
    return (text + rest).replaceAll("{day}", printed(day));
  };

  const render = (items, day, found, all) => {
    const rows = items.slice(0, SHOWN_AT_ONCE).map((item) => line(item, day));
    const left = items.length - rows.length;
    if (left > 0) {
      const more = document.createElement("li");
      more.textContent = words.more.replace("{count}", left);
      rows.push(more);
    }
    list.replaceChildren(...rows);
    count.textContent = said(found, day, all);
    count.classList.toggle("dated", Boolean(day));
    if (pages) pages.hidden = true;
  };
  // With a place chosen: its own entries first, from all pages on the first one; others' last.
  const province = () => ("placed" in words ? globalThis.niemyet.place?.current()?.province : undefined);
  const rank = (code) => (code && code === province() ? 0 : code ? 2 : 1);
  const byPlace = (found, codeOf) =>
    province() ? [...found].sort((one, two) => rank(codeOf(one)) - rank(codeOf(two))) : found;
  // How many of all entries are of other provinces, where a place is chosen: these come last.
  const ofOthers = (items) => {
    const others = items.filter((item) => item.shown && rank(item.province) === 2).length;
    return others ? ` ${words.ofOthers.replace("{count}", others)}` : "";
  };
  const arrange = async () => {
    const own = province();
    if (!own) return list.replaceChildren(...first.items);
    const isFirst = words.list === "list.json";
    const every = isFirst ? await load() : [];
    count.textContent = first.count + ofOthers(every);
    const ahead = every.filter((item) => item.shown && item.province === own);
    const others = isFirst ? first.items.filter((row) => row.dataset.province !== own) : first.items;
    const shown = ahead.map((item) => item.family).filter(Boolean);
    const rest = unlike(others, (row) => row.dataset.family, (row) => row.dataset.province, shown);
    list.replaceChildren(...ahead.map((item) => line(item, "")), ...byPlace(rest, (row) => row.dataset.province));
  };
  const restore = () => {
    count.textContent = first.count;
    arrange();
    count.classList.remove("dated");
    if (pages) pages.hidden = false;
  };
  const keep = (asked) => {
    const address = new URL(location.href);
    if (asked.day) address.searchParams.set("ngay", asked.day);
    else address.searchParams.delete("ngay");
    history.replaceState(null, "", address);
  };
  const filter = async () => {
    const asked = wanted();
    keep(asked);
    if (!asked.words.length && !asked.level && !asked.online && !asked.day) return restore();
    const items = await load();
    const found = items.filter((item) => matches(item, asked));
    const known = (item) => Number(Boolean(asked.day) && unsure(item, asked.day));
    found.sort((one, two) => known(one) - known(two));
    const placed = byPlace(found, (item) => item.province);
    const lines = asked.day ? placed : unlike(placed, (item) => item.family, (item) => item.province);
    render(lines, asked.day, found, items);
  };

  form.addEventListener("input", filter);
  document.addEventListener("place", filter);
  Promise.resolve(globalThis.niemyet.place?.ready).then(() => province() && filter());
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("focusin", load, { once: true });
  const day = globalThis.niemyet.askedDay;
  if (form.elements.ngay && day) {
    form.elements.ngay.value = day;
    filter();
  } else if (day) {
    const said = words.undated.replace("{day}", day.split("-").reverse().join("/"));
    form.before(Object.assign(document.createElement("p"), { className: "as-of", textContent: said }));
  }
})();
