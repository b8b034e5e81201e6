// A title in two parts, as in generator/law/titles.py: a phone shows the first, and names both.
"use strict";
(() => {
  const HEAD = 96;
  const shorten = (title) => {
    const letters = [...title];
    if (letters.length <= HEAD) return [title];
    const start = letters.slice(0, HEAD + 1).join("");
    const space = start.lastIndexOf(" ");
    const head = space > 0 ? start.slice(0, space) : letters.slice(0, HEAD).join("");
    const rest = Object.assign(document.createElement("span"), { className: "rest" });
    rest.textContent = title.slice(head.length);
    return [head, rest];
  };
  globalThis.niemyet = { ...globalThis.niemyet, shorten };
})();
