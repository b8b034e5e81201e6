// The colours and text size that the reader has chosen on the other pages of the site, or that the
// system asks for, set before the page is painted.
"use strict";
(() => {
  const root = document.documentElement;
  const sizes = [90, 100, 115, 130, 150, 200];
  const stored = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const asked = (feature) => matchMedia(`(prefers-${feature})`).matches;
  const wanted = asked("contrast: more") ? "contrast" : asked("color-scheme: dark") ? "slate" : "default";
  root.dataset.scheme = stored("scheme") ?? wanted;
  root.style.setProperty("font-size", `${sizes[Number(stored("size") ?? 1)] ?? 100}%`);
})();
