// The state of a decision on another day: signed or not, in effect or not, row by row.
"use strict";
(() => {
  const box = document.querySelector('.as-of[data-as-of="decision"]');
  if (!box) return;
  const { signed, effective } = box.dataset;
  const asked = globalThis.niemyet.askedDay;
  const shown = (text) => text.split("-").reverse().join("/");

  const stateOn = (day) => {
    if (signed && day < signed) return "Unsigned";
    if (effective && day < effective) return signed ? "Signed" : "Before";
    if (effective) return "Effective";
    return signed ? "Unclear" : "Unknown";
  };
  const markRows = (day) => {
    for (const row of document.querySelectorAll("span[data-start]")) {
      if (row.dataset.start <= day) continue;
      const mark = Object.assign(document.createElement("span"), { className: "status" });
      mark.textContent = box.dataset.waiting;
      row.after(mark, " ");
    }
  };
  const show = (day) => {
    const key = stateOn(day);
    const back = Object.assign(document.createElement("a"), { href: location.pathname });
    back.textContent = box.dataset.today;
    const said = box.dataset[`on${key}`].replace("{day}", shown(day));
    document.querySelector(".dated").append(said, " ", back);
    if (key !== "Unsigned") markRows(day);
  };

  if (asked) {
    if (box.elements) box.elements.ngay.value = asked;
    show(asked);
  }
})();
