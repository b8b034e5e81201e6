// The state of a decision on another day: signed or not, in effect or not, row by row.
"use strict";
(() => {
  const form = document.querySelector('.as-of[data-as-of="decision"]');
  if (!form) return;
  const state = document.querySelector(".dated[data-signed]");
  const asked = new URLSearchParams(location.search).get("ngay");
  const shown = (text) => text.split("-").reverse().join("/");

  const stateOn = (day) => {
    const { signed, effective } = state.dataset;
    if (signed && day < signed) return "unsigned";
    return effective && day < effective ? "signed" : "effective";
  };
  const markRows = (day) => {
    for (const row of document.querySelectorAll("span[data-start]")) {
      if (row.dataset.start <= day) continue;
      const mark = Object.assign(document.createElement("span"), { className: "status" });
      mark.textContent = form.dataset.waiting;
      row.after(mark, " ");
    }
  };
  const show = (day) => {
    const key = stateOn(day);
    state.textContent = form.dataset[key].replace("{day}", shown(day));
    const back = Object.assign(document.createElement("a"), { href: location.pathname });
    back.textContent = form.dataset.today;
    state.append(" ", back);
    state.hidden = false;
    document.querySelector("main").prepend(state);
    if (key !== "unsigned") markRows(day);
  };

  if (/^\d{4}-\d\d-\d\d$/.test(asked ?? "")) {
    form.elements.ngay.value = asked;
    show(asked);
  }
})();
