// The place in the address of a page (`?o=`) goes with its reader: its links and searches of this site carry
// it on, unless the device keeps it anyway.
"use strict";
(() => {
  const code = () => new URLSearchParams(location.search).get("o")?.match(/^\d{2,5}$/)?.[0];
  const kept = () => {
    try {
      return JSON.parse(localStorage.getItem("place"))?.code;
    } catch {
      return undefined;
    }
  };
  const carried = () => (location.protocol !== "file:" && code() !== kept() ? code() : "");

  const root = new URL(`${document.body.dataset.root}/`, location.href);
  const carryInLink = ({ target }) => {
    const link = target.closest?.("a[href]");
    if (!carried() || !link?.href.startsWith(root.href)) return;
    const next = new URL(link.href);
    if (!next.searchParams.has("o")) next.searchParams.set("o", carried());
    link.href = next;
  };
  const carryInSearch = ({ target }) => {
    if (!carried() || !target.matches("form[role='search']")) return;
    const field = target.elements.o ?? Object.assign(document.createElement("input"), { type: "hidden", name: "o" });
    field.value = carried();
    target.append(field);
  };

  for (const kind of ["click", "auxclick"]) document.addEventListener(kind, carryInLink, true);
  document.addEventListener("submit", carryInSearch, true);
})();
