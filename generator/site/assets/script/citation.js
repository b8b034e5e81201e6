// Copies the citation of a procedure.
"use strict";
(() => {
  const row = document.querySelector(".copy");
  if (!row) return;
  if (!navigator.clipboard) {
    row.hidden = true;
    return;
  }
  const button = row.querySelector("button");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.querySelector(".citation").textContent);
    button.textContent = button.dataset.done;
  });
})();
