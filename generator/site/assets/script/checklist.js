// The checklist of papers: ticks stay on this device.
"use strict";
(() => {
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

  recall();
  list.addEventListener("change", (event) => event.target.type === "checkbox" && remember());
})();
