// Where the reader lives: a commune or a province, kept on this device alone. A code in the address
// (`?o=`) comes before it, and is not kept. Listeners of `place` on the document hear of changes.
"use strict";
(() => {
  const KEY = "place";
  const SHARED_ON = ["search", "list"];
  const root = new URL(`${document.body.dataset.root}/`, location.href);
  const shared = () => new URLSearchParams(location.search).get("o") ?? "";

  const stored = () => {
    try {
      const found = JSON.parse(localStorage.getItem(KEY));
      return typeof found?.code === "string" && typeof found.name === "string" ? found : undefined;
    } catch {
      return undefined;
    }
  };
  const store = (place) => {
    try {
      if (place) localStorage.setItem(KEY, JSON.stringify(place));
      else localStorage.removeItem(KEY);
    } catch {
      // Private windows may refuse storage; the choice then lasts for this page.
    }
  };
  // What the results and lists show can be shared; on other pages the address stays as it is.
  const address = (place) => {
    if (location.protocol === "file:") return;
    const here = new URL(location.href);
    if (place && SHARED_ON.includes(document.body.dataset.kind)) here.searchParams.set("o", place.code);
    else here.searchParams.delete("o");
    history.replaceState(null, "", here);
  };

  let names;
  const script = () =>
    new Promise((resolve, reject) => {
      const made = document.createElement("script");
      made.src = new URL("assets/niemyet/place-names.js", root);
      made.onload = resolve;
      made.onerror = () => reject(new Error(made.src));
      document.head.append(made);
    });
  // The names of places, which nobody loads before somebody types.
  const load = () => {
    names ??= script().then(() => globalThis.niemyet.createPlaceNames(globalThis.niemyet.readerOf(root, "places")));
    names.catch(() => (names = undefined));
    return names;
  };

  let chosen = stored();
  const announce = () => document.dispatchEvent(new CustomEvent("place", { detail: chosen }));
  const choose = (place) => {
    chosen = place;
    store(place);
    address(place);
    announce();
  };
  const restore = async () => {
    const code = shared();
    if (!/^\d{2,5}$/.test(code) || code === chosen?.code) return;
    try {
      chosen = (await (await load()).byCode(code)) ?? chosen;
    } catch {
      // What is kept on the device serves where the names cannot be read.
    }
  };

  const ready = restore();
  const current = () => chosen;
  globalThis.niemyet = Object.assign(globalThis.niemyet ?? {}, { place: { choose, current, load, ready } });
})();
