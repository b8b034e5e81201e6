// The results page: results follow the typing, and the address always leads back to them.
(() => {
  const { asked, createClient, createFilters, createView, failed, seeking } = niemyet;
  const PAUSE = 150;
  const PAGE = 20;
  const LATE = 200;

  const remember = (text, { filters, order }, { explain, literal }) => {
    if (location.protocol === "file:") return;
    const shared = new URLSearchParams(location.search).get("o");
    const query = new URLSearchParams({
      ...(text ? { q: text } : {}),
      ...filters,
      ...(order === "best" ? {} : { order }),
      ...(explain ? { explain: "1" } : {}),
      ...(literal ? { tu: "1" } : {}),
      ...(shared ? { o: shared } : {}),
    }).toString();
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
  };

  // Arrow keys go from the field to the results and back; Tab goes everywhere as always.
  const step = (input) => (event) => {
    const stops = [input, ...document.querySelectorAll("#search-results a")];
    const here = stops.indexOf(document.activeElement);
    const next = { ArrowDown: here + 1, ArrowUp: here - 1, Escape: 0 }[event.key];
    if (here < 0 || next === undefined || !stops[next]) return;
    event.preventDefault();
    stops[next].focus();
  };

  const start = async () => {
    const root = new URL(`${document.body.dataset.root}/`, location.href);
    const address = new URLSearchParams(location.search);
    const explain = address.get("explain") === "1";
    const form = document.querySelector("main form.search");
    const input = form.elements.q;
    input.value ||= address.get("q") ?? "";
    if (input.value.trim()) seeking();

    const { words, ask } = await createClient(root);
    // Whether the name of a place in the question is only words.
    let literal = address.get("tu") === "1";
    // The place of the last question that named one, which the next question keeps.
    let adopted;
    let limit = PAGE;
    let turn = 0;
    let timer = 0;

    const settle = () => {
      clearTimeout(timer);
      limit = PAGE;
      return show();
    };
    const retype = (text) => {
      literal = false;
      input.value = text;
      input.focus();
      settle();
    };
    const drop = () => {
      literal = true;
      if (niemyet.place?.current()?.code === adopted) niemyet.place.choose(undefined);
      input.focus();
      settle();
    };
    const filters = createFilters(document.getElementById("search-filters"), words, settle);
    const view = createView({ words, root, explain, page: PAGE, filters, retype, drop });

    // An answer is drawn only while no later question has been put.
    const show = async ({ typing = false } = {}) => {
      const text = input.value.trim();
      const chosen = filters.chosen();
      const mine = (turn += 1);
      if (!typing) remember(text, chosen, { explain, literal });
      if (!text && !Object.keys(chosen.filters).length) return view.clear();
      const slow = setTimeout(() => mine === turn && !typing && seeking(), LATE);
      try {
        const answer = await ask(input.value, { limit, typing, literal, place: niemyet.place?.current()?.province, ...chosen });
        if (mine !== turn) return;
        view.draw({ ...answer, place: answer.place && at(answer.place) }, text, typing);
        if (!typing && answer.place?.unit) adopt(answer.place.unit);
      } catch {
        if (mine === turn) failed();
      } finally {
        clearTimeout(slow);
      }
    };

    // The place of an answer, that which is chosen within it where there is one.
    const at = (place) => ({ ...place, code: niemyet.place?.within(place.code) ?? place.code });
    const adopt = (unit) => {
      adopted = unit.code;
      niemyet.place?.adopt(unit);
    };

    const typed = () => {
      literal = false;
      asked(input.value.trim() !== "");
      show({ typing: true });
      clearTimeout(timer);
      timer = setTimeout(settle, PAUSE);
    };

    document.getElementById("search-offline").hidden = location.protocol !== "file:";
    const day = niemyet.askedDay;
    const undated = document.getElementById("search-undated");
    undated.hidden = !day;
    undated.textContent = undated.textContent.replace("{day}", day.split("-").reverse().join("/"));
    filters.restore(address);
    input.addEventListener("input", typed);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      settle();
    });
    document.getElementById("search-more").addEventListener("click", async () => {
      const first = limit;
      limit += PAGE;
      await show();
      document.querySelectorAll("#search-results a")[first]?.focus();
    });
    document.querySelector("main").addEventListener("keydown", step(input));
    document.addEventListener("place", ({ detail }) => (detail?.code !== adopted || !detail) && settle());
    await niemyet.place?.ready;
    await show();
    document.documentElement.dataset.search = "ready";
  };

  start().catch(failed);
})();
