// What holds at the chosen place comes first: in `.by-place`, the parts of the reader's province; those of
// other provinces come last, and only name what they are. In `.own-alone` they never show; where nothing of a
// group holds at the chosen place, `.elsewhere-only` says so instead of `.one-of`, which counts those that show.
"use strict";
(() => {
  const groups = [...document.querySelectorAll(".by-place")].map((group) => ({ group, parts: [...group.children] }));
  const place = globalThis.niemyet?.place;
  const findAt = (link) => {
    if (!link) return;
    const search = new URL(link.href);
    search.searchParams.set("o", place.current().code);
    link.href = search;
  };
  const arrange = () => {
    const own = place?.current()?.province;
    const rank = ({ dataset: { province } }) => (!own || !province ? 1 : province === own ? 0 : 2);
    for (const { group, parts } of groups) {
      if (!parts.some((part) => part.dataset.province)) continue;
      for (const part of parts) {
        part.classList.toggle("elsewhere", rank(part) === 2);
        if (part.classList.contains("kin")) part.hidden = rank(part) !== 0;
        else if (group.classList.contains("own-alone")) part.hidden = rank(part) === 2;
      }
      const lacking = parts.every((part) => rank(part) === 2);
      const said = (name) => group.parentElement.querySelector(`:scope > .${name}`);
      const nothing = said("elsewhere-only");
      nothing?.toggleAttribute("hidden", !lacking);
      if (lacking) findAt(nothing?.querySelector(".own-search"));
      const count = parts.filter((part) => !part.hidden).length;
      const oneOf = said("one-of");
      if (oneOf) {
        oneOf.hidden = lacking || count < 2;
        oneOf.textContent = oneOf.dataset.said.replace("{count}", count);
      }
      group.replaceChildren(...[...parts].sort((one, two) => rank(one) - rank(two)));
    }
  };

  arrange();
  place?.ready.then(arrange);
  document.addEventListener("place", arrange);
})();
