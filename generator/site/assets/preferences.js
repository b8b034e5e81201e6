// Text size and colour scheme, kept on this device and set before the page is painted.
"use strict";
(() => {
  const root = document.documentElement;
  const sizes = [90, 100, 115, 130, 150];
  const stored = (key, fallback) => {
    try {
      return localStorage.getItem(key) ?? fallback;
    } catch {
      return fallback;
    }
  };
  const keep = (key, value) => {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Private windows may refuse storage; the choice then lasts for this page.
    }
  };
  const wanted = matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default";
  let size = Number(stored("size", 1));
  let scheme = stored("scheme", wanted);

  const apply = () => {
    root.style.setProperty("font-size", `${sizes[size] ?? 100}%`);
    root.dataset.scheme = scheme;
    document.body?.setAttribute("data-md-color-scheme", scheme);
  };
  const resize = (step) => {
    size = Math.min(sizes.length - 1, Math.max(0, size + step));
    keep("size", size);
    apply();
  };
  const switchScheme = () => {
    scheme = scheme === "slate" ? "default" : "slate";
    keep("scheme", scheme);
    apply();
  };

  apply();
  document.addEventListener("DOMContentLoaded", () => {
    apply();
    for (const button of document.querySelectorAll("[data-size]")) {
      button.addEventListener("click", () => resize(Number(button.dataset.size)));
    }
    document.querySelector("[data-theme]")?.addEventListener("click", switchScheme);
  });
})();
