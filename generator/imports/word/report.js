"use strict";
/* A link to a procedure opens it. */
function openTarget() {
  const at = document.getElementById(location.hash.slice(1));
  const folded = at && at.querySelector("details");
  if (folded) {
    folded.open = true;
    at.scrollIntoView();
  }
}
addEventListener("hashchange", openTarget);
addEventListener("click", (event) => {
  const link = event.target.closest('a[href="' + location.hash + '"]');
  if (link && location.hash) openTarget();
});
openTarget();
