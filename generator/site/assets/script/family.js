// The family of a procedure: with a place chosen, the reader's own variant comes first, and the
// line at the top leads to it.
"use strict";
(() => {
  const rows = [...document.querySelectorAll(".family tbody tr")];
  const way = document.querySelector(".family-own");
  const place = globalThis.niemyet?.place;
  if (!rows.length || !way || !place) return;

  const arrange = () => {
    const chosen = place.current();
    const own = rows.filter((row) => chosen && row.dataset.province === chosen.province);
    rows[0].parentElement.append(...own, ...rows.filter((row) => !own.includes(row)));
    const link = own.includes(rows[0]) ? undefined : own[0]?.querySelector("a");
    way.hidden = !link;
    if (!link) return;
    way.href = link.href;
    way.textContent = way.dataset.said.replace("{name}", link.textContent);
  };

  arrange();
  place.ready.then(arrange);
  document.addEventListener("place", arrange);
})();
