// Where the reader lives: a commune or a province, kept on this device, and written into the address of the
// page on which it is chosen, so that it can be shared. A code in the address (`?o=`) comes before what is
// kept and is not kept; links and searches of its page carry it on. Listeners of `place` on the document hear
// of changes.
"use strict";
(() => {
  const KEY = "place";
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
  const address = (place) => {
    if (location.protocol === "file:") return;
    const here = new URL(location.href);
    if (place) here.searchParams.set("o", place.code);
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
  // Why the code in the address names no place: it is `unknown`, or the names could not be read (`failed`).
  let doubt = "";
  const announce = () => document.dispatchEvent(new CustomEvent("place", { detail: chosen }));
  const choose = (place) => {
    // Who drops a place that was shared with them keeps their own.
    const isShared = !place && shared() !== "" && stored()?.code !== chosen?.code;
    chosen = isShared ? stored() : place;
    if (!isShared) store(place);
    doubt = "";
    address(place);
    announce();
  };
  const restore = async () => {
    const code = shared();
    if (!code || code === chosen?.code) return;
    try {
      const found = /^\d{2,5}$/.test(code) ? await (await load()).byCode(code) : undefined;
      if (found) chosen = found;
      else doubt = "unknown";
    } catch {
      // What is kept on the device serves where the names cannot be read.
      doubt = "failed";
    }
  };

  // A place that a question names rules as one of the address does; of a province, a commune chosen in it stays.
  const within = (code) => (code && chosen?.province === code ? chosen.code : code);
  const adopt = (place) => {
    if (within(place.code) === chosen?.code) return;
    chosen = place;
    doubt = "";
    address(place);
    announce();
  };

  const ready = restore();
  const current = () => chosen;
  const doubted = () => (doubt ? { code: shared(), reason: doubt } : undefined);
  globalThis.niemyet = Object.assign(globalThis.niemyet ?? {}, { place: { adopt, choose, current, doubted, load, ready, within } });
})();
