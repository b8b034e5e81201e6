// Text size and colours, kept on this device and set before the page is painted. A change is
// announced, and the buttons say what holds: the colours by name, the ends of the sizes as such.
"use strict";
(() => {
  const root = document.documentElement;
  const sizes = [90, 100, 115, 130, 150, 200];
  const schemes = ["default", "slate", "contrast"];
  const LARGE = 130;
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
  // The day that the address asks for, "" where it asks for none or for one that never was.
  const written = new URLSearchParams(location.search).get("ngay") ?? "";
  const time = /^\d{4}-\d\d-\d\d$/.test(written) ? Date.parse(written) : Number.NaN;
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(written);
  const askedDay = isDay ? written : "";
  Object.assign((globalThis.niemyet ??= {}), { askedDay });
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
    root.toggleAttribute("data-large", sizes[size] >= LARGE);
    document.body?.setAttribute("data-md-color-scheme", scheme === "slate" ? "slate" : "default");
  };
  const resize = (step) => {
    size = Math.min(sizes.length - 1, Math.max(0, size + step));
    keep("size", size);
    apply();
    describe();
    announce(status().dataset.size.replace("{size}", sizes[size]));
  };
  const nextScheme = () => {
    scheme = schemes[(schemes.indexOf(scheme) + 1) % schemes.length];
    keep("scheme", scheme);
    apply();
    announce(describe());
  };

  const status = () => document.querySelector(".tools [role=status]");
  const announce = (text) => (status().textContent = text);
  /** Tell on the buttons what holds; returns the name of the colours. */
  const describe = () => {
    const button = document.querySelector("[data-theme]");
    const name = button.dataset.theme.split(", ")[schemes.indexOf(scheme)] ?? "";
    const said = `${button.title}: ${name}`;
    button.setAttribute("aria-label", said);
    for (const one of document.querySelectorAll("button[data-size]")) {
      const wanted = size + Number(one.dataset.size);
      one.setAttribute("aria-disabled", String(wanted < 0 || wanted >= sizes.length));
    }
    return said;
  };

  root.toggleAttribute("data-dated", askedDay !== "");
  root.toggleAttribute("data-placed", Boolean(stored("place", "")));
  apply();
  document.addEventListener("DOMContentLoaded", () => {
    apply();
    const themes = document.querySelector("[data-theme]");
    if (!themes) return; // a page without the buttons, such as the one behind a QR code
    describe();
    for (const button of document.querySelectorAll("button[data-size]")) {
      button.addEventListener("click", () => resize(Number(button.dataset.size)));
    }
    themes.addEventListener("click", nextScheme);
  });
})();
