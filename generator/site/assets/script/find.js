// A field above a long folded part, such as a dossier of many cases: it hides what does not match.
"use strict";
(() => {
  const { fold } = globalThis.niemyet;
  const ITEMS = ".papers > li, .channel > details, .channel dd li";

  const matching = (part, wanted) => {
    const text = fold(part.textContent);
    return wanted.every((word) => text.includes(word));
  };
  const filter = (container, words, status) => {
    const wanted = fold(words).split(/\s+/).filter(Boolean);
    const items = [...container.querySelectorAll(ITEMS)];
    for (const item of items) item.hidden = !matching(item, wanted);
    for (const part of container.querySelectorAll("details")) {
      const found = wanted.length > 0 && matching(part, wanted);
      part.hidden = wanted.length > 0 && !found;
      if (wanted.length) part.open = found;
    }
    const left = items.filter((item) => !item.hidden).length;
    status.textContent = wanted.length ? `${left} / ${items.length}` : "";
  };
  const field = (container, status) => {
    const input = document.createElement("input");
    input.type = "search";
    input.className = "find";
    input.placeholder = container.dataset.find;
    input.setAttribute("aria-label", container.dataset.find);
    input.addEventListener("input", () => filter(container, input.value, status));
    return input;
  };

  for (const container of document.querySelectorAll("[data-find]")) {
    const status = document.createElement("p");
    status.className = "left";
    status.setAttribute("role", "status");
    container.prepend(field(container, status), status);
  }
})();
