// The button by which a page is printed as the sheet to post; without a script it stays hidden.
"use strict";
(() => {
  const button = document.querySelector(".handout button");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => print());
})();
