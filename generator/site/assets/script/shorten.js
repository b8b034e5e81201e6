// A title in two parts, as in generator/law/titles.py: a phone shows the first, and names both.
"use strict";
(() => {
  const HEAD = 96;
  // Where the part that a phone shows ends.
  const headEnd = (title) => {
    const letters = [...title];
    if (letters.length <= HEAD) return title.length;
    const start = letters.slice(0, HEAD + 1).join("");
    const space = start.lastIndexOf(" ");
    return space > 0 ? space : letters.slice(0, HEAD).join("").length;
  };
  const shorten = (title) => {
    const end = headEnd(title);
    if (end === title.length) return [title];
    const rest = Object.assign(document.createElement("span"), { className: "rest" });
    rest.textContent = title.slice(end);
    return [title.slice(0, end), rest];
  };
  globalThis.niemyet = Object.assign(globalThis.niemyet ?? {}, { headEnd, shorten });
})();
