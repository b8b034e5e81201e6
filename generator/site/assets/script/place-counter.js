// The counter of the chosen place on the page of a procedure, where its rule or level tells which.
"use strict";
(() => {
  const { current, ready } = globalThis.niemyet.place;

  const lowered = (name) => name.charAt(0).toLowerCase() + name.slice(1);
  const isCommune = (place) => place.code !== place.province;
  const nameFor = (level, place) => {
    if (level === "commune") return isCommune(place) ? `${lowered(place.name)}, ${lowered(place.around)}` : "";
    return lowered(isCommune(place) ? place.around : place.name);
  };
  const fill = () => {
    const place = current();
    for (const line of document.querySelectorAll(".counter")) {
      const { level, said, province } = line.dataset;
      const fits = place && (!province || province === place.province);
      const name = fits ? nameFor(level, place) : "";
      line.textContent = name && said.replace("{name}", name);
    }
  };

  fill();
  ready.then(fill);
  document.addEventListener("place", fill);
})();
