// What every page shares: the report of a mistake names the section in view, Escape closes a fold,
// folds open on paper, a page that has grown old says so.
"use strict";
(() => {
  const inView = () => {
    const passed = [...document.querySelectorAll("main h2, main h3")].filter(
      (heading) => heading.getBoundingClientRect().top < innerHeight / 2,
    );
    return passed.at(-1)?.textContent.trim();
  };

  // The site is built each night; a day more is left for a build that failed once.
  const DAYS_OF_A_FRESH_PAGE = 2;
  const built = document.querySelector("[data-built]");
  const age = built ? Math.floor((Date.now() - Date.parse(`${built.dataset.built}T00:00:00+07:00`)) / 864e5) : 0;
  if (age > DAYS_OF_A_FRESH_PAGE) {
    const old = document.createElement("p");
    old.className = "grown-old";
    old.textContent = built.dataset.old.replace("{count}", age);
    document.querySelector("footer")?.prepend(old);
  }

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
    addEventListener("submit", ({ target }) => {
      if (target.action.endsWith("/")) target.action += "index.html";
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
