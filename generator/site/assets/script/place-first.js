// What holds at the chosen place comes first: in `.by-place`, the parts of the reader's province.
"use strict";
(() => {
  const groups = [...document.querySelectorAll(".by-place")].map((group) => ({ group, parts: [...group.children] }));
  const place = globalThis.niemyet?.place;
  const arrange = () => {
    const own = place?.current()?.province;
    const isOwn = (part) => Boolean(own) && part.dataset.province === own;
    for (const { group, parts } of groups) {
      if (!parts.some((part) => part.dataset.province)) continue;
      group.replaceChildren(...parts.filter(isOwn), ...parts.filter((part) => !isOwn(part)));
    }
  };

  arrange();
  place?.ready.then(arrange);
  document.addEventListener("place", arrange);
})();
