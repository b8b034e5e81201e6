// Text size and colours, kept on this device and set before the page is painted.
"use strict";
(() => {
  const root = document.documentElement;
  const sizes = [90, 100, 115, 130, 150, 200];
  const schemes = ["default", "slate", "contrast"];
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
  const asked = (feature) => matchMedia(`(prefers-${feature})`).matches;
  const wanted = () => {
    if (asked("contrast: more")) return "contrast";
    return asked("color-scheme: dark") ? "slate" : "default";
  };
  let size = Number(stored("size", 1));
  let scheme = stored("scheme", wanted());

  const apply = () => {
    root.style.setProperty("font-size", `${sizes[size] ?? 100}%`);
    root.dataset.scheme = scheme;
    document.body?.setAttribute("data-md-color-scheme", scheme === "slate" ? "slate" : "default");
  };
  const resize = (step) => {
    size = Math.min(sizes.length - 1, Math.max(0, size + step));
    keep("size", size);
    apply();
  };
  const nextScheme = () => {
    scheme = schemes[(schemes.indexOf(scheme) + 1) % schemes.length];
    keep("scheme", scheme);
    apply();
  };

  root.toggleAttribute("data-dated", new URLSearchParams(location.search).has("ngay"));
  apply();
  document.addEventListener("DOMContentLoaded", () => {
    apply();
    for (const button of document.querySelectorAll("[data-size]")) {
      button.addEventListener("click", () => resize(Number(button.dataset.size)));
    }
    document.querySelector("[data-theme]")?.addEventListener("click", nextScheme);
  });
})();
