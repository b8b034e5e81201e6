// The checklist of papers: ticks stay on this device; what is noted of a paper describes its box.
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

  const describe = (box, place) => {
    const notes = [...box.closest("li").children].filter((one) => one.matches(".about, .condition"));
    notes.forEach((note, number) => (note.id ||= `giay-to-${place}-${number}`));
    if (notes.length) box.setAttribute("aria-describedby", notes.map(({ id }) => id).join(" "));
  };

  boxes.forEach(describe);
  recall();
  list.addEventListener("change", (event) => event.target.type === "checkbox" && remember());
})();
