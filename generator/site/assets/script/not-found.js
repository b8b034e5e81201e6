// The page for a wrong address: what stands in the address becomes the question.
"use strict";
(() => {
  const field = document.querySelector("#q");
  const words = decodeURIComponent(location.pathname).split("/").filter(Boolean).at(-1) ?? "";
  field.value = words.replace(/\.html?$/, "").replace(/[-_+]/g, " ");
  field.select();
})();
