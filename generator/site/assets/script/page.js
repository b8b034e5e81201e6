// What every page shares: the report of a mistake names the section in view, Escape closes a fold,
// folds open on paper.
"use strict";
(() => {
  const inView = () => {
    const passed = [...document.querySelectorAll("main h2, main h3")].filter(
      (heading) => heading.getBoundingClientRect().top < innerHeight / 2,
    );
    return passed.at(-1)?.textContent.trim();
  };

  const report = document.querySelector("[data-wrong]");
  report?.addEventListener("pointerdown", () => addSection());
  report?.addEventListener("click", () => addSection());
  const written = report?.href;
  let section;
  document.addEventListener("scroll", () => (section = inView() ?? section), { passive: true });
  const addSection = () => {
    const chosen = decodeURIComponent(location.hash.slice(1));
    const named = document.getElementById(chosen)?.textContent.trim() ?? section;
    if (named) report.href = `${written}${encodeURIComponent(`\n${report.dataset.section}: ${named}`)}`;
  };

  if (location.protocol === "file:") {
    addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href]");
      if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
    }, true);
  }

  addEventListener("keydown", (event) => {
    const here = document.activeElement;
    const fold = event.key === "Escape" && !event.defaultPrevented && here?.closest("details[open]");
    if (!fold || (here.type === "search" && here.value)) return;
    fold.open = false;
    fold.querySelector("summary").focus();
  });

  addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll("main details")) part.open = true;
  });
})();
