// The hand-out: a button that prints it takes the place of the advice how to. A page made before a
// day that was decided says what holds from that day on, by the clock of its reader.
"use strict";
(() => {
  const verdict = document.querySelector(".verdict[data-later]");
  const now = Date.now();
  const begun = ([day]) => Date.parse(`${day}T00:00:00+07:00`) <= now;
  const [, state, sentence] = JSON.parse(verdict?.dataset.later ?? "[]").findLast(begun) ?? [];
  if (state) {
    verdict.className = `verdict ${state}`;
    verdict.textContent = sentence;
    const ask = document.querySelector(".ask");
    if (ask && state !== "right") ask.hidden = true;
  }

  const button = document.querySelector(".ask button");
  if (!button) return;
  button.hidden = false;
  document.querySelector(".ask .how").hidden = true;
  button.addEventListener("click", () => print());
})();
