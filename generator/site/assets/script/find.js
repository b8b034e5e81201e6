// A field above a long folded part, such as a dossier of many cases: it hides what does not match.
"use strict";
(() => {
  const { fold } = globalThis.niemyet;
  const ITEMS = ".papers > li, .channel > details, .channel dd li";

  const matching = (part, wanted) => {
    const text = fold(part.textContent);
    return wanted.every((word) => text.includes(word));
  };
  const filter = (container, words) => {
    const wanted = fold(words).split(/\s+/).filter(Boolean);
    for (const item of container.querySelectorAll(ITEMS)) item.hidden = !matching(item, wanted);
    for (const part of container.querySelectorAll("details")) {
      const found = wanted.length > 0 && matching(part, wanted);
      part.hidden = wanted.length > 0 && !found;
      if (wanted.length) part.open = found;
    }
  };
  const field = (container) => {
    const input = document.createElement("input");
    input.type = "search";
    input.className = "find";
    input.placeholder = container.dataset.find;
    input.setAttribute("aria-label", container.dataset.find);
    input.addEventListener("input", () => filter(container, input.value));
    return input;
  };

  for (const container of document.querySelectorAll("[data-find]")) {
    container.prepend(field(container));
  }
})();
