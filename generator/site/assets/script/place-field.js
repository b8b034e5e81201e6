// The field "Where do you live?": a combobox by the ARIA pattern, for keyboard, mouse and touch.
"use strict";
(() => {
  const { choose, current, doubted, load, ready } = globalThis.niemyet.place;
  const PAUSE = 120;
  const MOST_OPTIONS = 6;
  const LONGEST_CODE = 12;
  const bar = document.querySelector(".place");
  if (!bar) return;
  const [input, clear, found] = ["input", "button", ".place-found"].map((one) => bar.querySelector(one));
  const [status, list] = [found.querySelector("p"), found.querySelector("ul")];
  const doubt = bar.querySelector(".place-doubt");
  const link = document.createElement("a");
  link.hidden = true;
  bar.querySelector(".place-row").append(link);
  let words;
  let timer = 0;
  let turn = 0;
  let at = -1;
  let options = [];

  const full = ({ name, around }) => [name, around].filter(Boolean).join(", ");
  const show = () => {
    const place = current();
    input.value = place ? full(place) : "";
    clear.hidden = !place;
    const { code, reason } = doubted() ?? {};
    doubt.textContent = reason ? bar.dataset[reason].replace("{code}", code.slice(0, LONGEST_CODE)) : "";
    link.hidden = !place?.page;
    // A commune without a page has a line on that of its province.
    const kind = place?.page?.includes("#") ? "line" : "page";
    link.textContent = bar.dataset[kind].replace("{name}", place?.name ?? "");
    if (place?.page) link.href = new URL(place.page, new URL(`${document.body.dataset.root}/`, location.href));
  };
  const close = () => {
    clearTimeout(timer);
    turn += 1;
    at = -1;
    found.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  // What can be chosen: a unit of today, a successor of an ended one, or an ended one of many.
  const optionsOf = (names) =>
    names.flatMap((one) => {
      if (!one.former) return [{ title: one.name, about: one.around, place: one.targets[0] }];
      const title = words.former.replace("{name}", full(one));
      if (one.targets.length > MOST_OPTIONS) {
        return [{ title, about: words.within.replace("{count}", one.targets.length), within: one.targets }];
      }
      if (one.targets.length === 1) return [{ title, about: words.today.replace("{name}", full(one.targets[0])), place: one.targets[0] }];
      return one.targets.map((place) => ({ title: full(place), about: words.part.replace("{name}", full(one)), place }));
    });
  // A unit that is named already is not named once more, unless by what it was called before.
  const unrepeated = (found) =>
    found.filter(({ title, place }, at) => !place || title !== place.name || !found.slice(0, at).some((one) => one.place?.code === place.code));
  const point = (to) => {
    at = to;
    [...list.children].forEach((row, place) => row.setAttribute("aria-selected", String(place === at)));
    list.children[at]?.scrollIntoView({ block: "nearest" });
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[at].id);
  };
  const row = ({ title, about }, place) => {
    const made = document.createElement("li");
    made.id = `noi-o-${place}`;
    made.setAttribute("role", "option");
    const small = document.createElement("small");
    small.textContent = about;
    made.append(title, small);
    return made;
  };
  const draw = (shown, said) => {
    options = shown;
    list.replaceChildren(...options.map(row));
    status.textContent = said;
    found.hidden = false;
    found.scrollTop = 0;
    input.setAttribute("aria-expanded", String(options.length > 0));
    point(-1);
  };
  const pick = (place) => {
    const { place: one, within } = options[place];
    if (within) return draw(within.map((each) => ({ title: each.name, about: each.around, place: each })), options[place].title);
    choose(one);
    close();
    show();
  };

  const ask = async () => {
    const mine = (turn += 1);
    try {
      const answer = await (await load()).find(input.value);
      words = answer.words;
      if (mine !== turn) return;
      const shown = unrepeated(optionsOf(answer.names));
      draw(shown, shown.length ? words.count.replace("{count}", shown.length) : words.none);
    } catch {
      if (mine === turn) draw([], location.protocol === "file:" ? bar.dataset.folder : bar.dataset.failed);
    }
  };
  const typed = () => {
    clearTimeout(timer);
    if (!input.value.trim()) return close();
    timer = setTimeout(ask, PAUSE);
  };
  const press = (event) => {
    const last = options.length - 1;
    const moves = { ArrowDown: at < last ? at + 1 : 0, ArrowUp: at > 0 ? at - 1 : last };
    if (event.key === "Escape" && !found.hidden) close();
    else if (event.key === "Enter" && !found.hidden && options.length) pick(Math.max(0, at));
    else if (event.key in moves && !found.hidden && options.length) point(moves[event.key]);
    else return;
    event.preventDefault();
  };

  input.addEventListener("input", typed);
  input.addEventListener("keydown", press);
  input.addEventListener("focus", () => input.select());
  input.addEventListener("blur", () => {
    close();
    show();
  });
  found.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const place = [...list.children].indexOf(event.target.closest("li"));
    if (place >= 0) pick(place);
  });
  clear.addEventListener("click", () => {
    choose(undefined);
    show();
    input.focus();
  });
  show();
  const refresh = () => document.activeElement !== input && show();
  ready.then(refresh);
  document.addEventListener("place", refresh);
})();
