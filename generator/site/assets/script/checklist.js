// The checklist of papers: ticks stay on this device; a long list can be filtered.
"use strict";
(() => {
  const LONG = 15;
  const list = document.querySelector(".checklist");
  if (!list) return;
  const key = `papers ${list.dataset.checklist}`;
  const boxes = [...list.querySelectorAll('input[type="checkbox"]')];

  const remember = () => {
    const ticked = boxes.flatMap((box, place) => (box.checked ? [place] : []));
    try {
      if (ticked.length) localStorage.setItem(key, JSON.stringify(ticked));
      else localStorage.removeItem(key);
    } catch {
      // Private windows may refuse storage; the ticks then last for this page.
    }
  };
  const recall = () => {
    try {
      for (const place of JSON.parse(localStorage.getItem(key) ?? "[]")) {
        if (boxes[place]) boxes[place].checked = true;
      }
    } catch {
      localStorage.removeItem(key);
    }
  };

  const fold = globalThis.niemyet.fold;
  const filter = (words) => {
    const wanted = fold(words).split(/\s+/).filter(Boolean);
    for (const item of list.querySelectorAll(".papers > li")) {
      const text = fold(item.textContent);
      item.hidden = !wanted.every((word) => text.includes(word));
    }
    for (const part of list.querySelectorAll("details")) {
      const left = part.querySelectorAll("li:not([hidden])").length;
      part.hidden = left === 0;
      if (wanted.length) part.open = left > 0;
    }
  };

  recall();
  list.addEventListener("change", (event) => event.target.type === "checkbox" && remember());
  if (Number(list.dataset.papers) > LONG) {
    const field = Object.assign(document.createElement("input"), { type: "search", className: "find" });
    field.setAttribute("aria-label", list.dataset.find);
    field.placeholder = list.dataset.find;
    field.addEventListener("input", () => filter(field.value));
    list.prepend(field);
  }
})();
