// The results page: what is typed is searched as it is typed, and kept in the address.
import { createSearch } from "./search.js";

const WAIT = 120;
const LIMIT = 20;
const root = new URL(`${document.body.dataset.root}/`, location.href);
const form = document.querySelector("main form.search");
const list = document.querySelector("#search-results");
const status = document.querySelector("#search-status");

const readJson = async (path) => {
  const response = await fetch(new URL(`search/${path}`, root));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
};

const element = (name, text, attributes = {}) => {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

const resultItem = (result, words) => {
  const item = document.createElement("li");
  const levels = result.levels.map((level) => words[`level.${level}`] ?? level);
  const shown = result.status === "in_force" ? [] : [words[`status.${result.status}`]];
  const about = [result.code, result.field, ...levels, ...shown].join(" · ");
  item.append(
    element("a", result.title, { href: new URL(result.address, root).href }),
    element("span", about, { class: "about" }),
  );
  return item;
};

const fill = (template, values) =>
  template.replace(/\{(\w+)\}/g, (whole, key) => String(values[key] ?? whole));

const start = async () => {
  const words = await readJson("words.json");
  const { search } = createSearch(globalThis.lunr, readJson);
  const input = form.elements.q;
  let turn = 0;

  const show = async () => {
    const query = input.value.trim();
    const mine = (turn += 1);
    history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    if (!query) {
      list.replaceChildren();
      status.textContent = "";
      return;
    }
    list.setAttribute("aria-busy", "true");
    try {
      const { total, results } = await search(input.value, { limit: LIMIT });
      if (mine !== turn) return;
      list.replaceChildren(...results.map((result) => resultItem(result, words)));
      list.removeAttribute("aria-busy");
      const key = total ? "results.some" : "results.none";
      status.textContent = fill(words[key], { count: total, query });
    } catch {
      if (mine === turn) status.textContent = words["results.failed"];
    }
  };

  let timer = 0;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, WAIT);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  input.value ||= new URLSearchParams(location.search).get("q") ?? "";
  await show();
  document.documentElement.dataset.search = "ready";
};

if (form && list && status) start();
