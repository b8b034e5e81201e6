// Whose a procedure is, for the chosen place: the rows of the reader's own province come first among those of
// the family, and the line at the top leads to them, or to a search where the family has none.
"use strict";
(() => {
  const rows = [...document.querySelectorAll(".family tbody tr")];
  const line = document.querySelector(".whose");
  const ways = line?.querySelector(".own-ways");
  const place = globalThis.niemyet?.place;
  if (!ways || !place) return;

  const way = (href, name, said) =>
    Object.assign(document.createElement("a"), { href, textContent: ways.dataset[said].replace("{name}", name) });
  const search = ({ code, name, province, around }) => {
    const page = new URL(ways.dataset.search, location.href);
    page.searchParams.set("q", document.querySelector("h1").textContent);
    page.searchParams.set("o", code);
    return way(page, code === province ? name : around, "find");
  };
  const arrange = () => {
    const chosen = place.current();
    const own = rows.filter((row) => chosen && row.dataset.province === chosen.province);
    rows[0]?.parentElement.append(...own, ...rows.filter((row) => !own.includes(row)));
    const isElsewhere = Boolean(chosen && line.dataset.province && line.dataset.province !== chosen.province);
    line.querySelector(".other-province")?.toggleAttribute("hidden", !isElsewhere);
    const links = own.flatMap((row) => [...row.querySelectorAll("th a")]);
    const shown = links.map((link) => way(link.href, link.textContent, "said"));
    if (isElsewhere && !own.length) shown.push(search(chosen));
    ways.replaceChildren(...shown);
    ways.hidden = !shown.length;
    line.hidden = !line.dataset.province && !shown.length;
  };

  arrange();
  place.ready.then(arrange);
  document.addEventListener("place", arrange);
})();
