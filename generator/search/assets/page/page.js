// The results page: results follow the typing, and the address always leads back to them.
(() => {
  const { createClient, createFilters, createResults, element, fill } = niemyet;
  const PAUSE = 150;
  const PAGE = 20;
  const at = (id) => document.getElementById(id);

  const failed = () => (at("search-status").textContent = at("search-status").dataset.failed);

  const start = async () => {
    const root = new URL(`${document.body.dataset.root}/`, location.href);
    const asked = new URLSearchParams(location.search);
    const form = document.querySelector("main form.search");
    const input = form.elements.q;
    const explain = asked.get("explain") === "1";
    input.value ||= asked.get("q") ?? "";

    const { words, ask } = await createClient(root);
    const results = createResults(words, root, document.documentElement.lang);
    let limit = PAGE;
    let turn = 0;
    let timer = 0;

    const now = () => {
      clearTimeout(timer);
      limit = PAGE;
      show();
    };
    const filters = createFilters(at("search-filters"), words, now);

    const remember = (text, { filters: chosen, order }) => {
      const query = new URLSearchParams({
        ...(text ? { q: text } : {}),
        ...chosen,
        ...(order === "best" ? {} : { order }),
        ...(explain ? { explain: "1" } : {}),
      }).toString();
      if (location.protocol !== "file:") history.replaceState(null, "", query ? `?${query}` : location.pathname);
    };

    const meant = (question) => {
      const place = at("search-meant");
      place.hidden = !question?.meant;
      if (place.hidden) return;
      const link = element("a", { href: `?q=${encodeURIComponent(question.meant)}` }, question.meant);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        input.value = question.meant;
        input.focus();
        now();
      });
      place.replaceChildren(`${words["results.meant"]} `, link, "?");
    };

    const said = ({ total }, text) => {
      const key = !text ? "all" : total ? "some" : "none";
      return fill(words[`results.${key}`], { count: total, query: text });
    };

    let drawn = "";

    // The list is left alone while it stays the same: nothing flickers, and nobody loses their place.
    const list = ({ results: found }, text) => {
      const key = JSON.stringify([text, ...found.map(({ code }) => code)]);
      if (key === drawn) return;
      drawn = key;
      at("search-results").replaceChildren(...found.map((result) => results.item(result, explain)));
    };

    // While it is being typed a question only changes the list; counts are said when it settles.
    const draw = (answer, text, typing) => {
      const left = answer.total - answer.results.length;
      list(answer, text);
      at("search-more").hidden = left <= 0;
      at("search-more").textContent = fill(words["results.more"], { count: Math.min(left, PAGE) });
      document.documentElement.toggleAttribute("data-asked", answer.total > 0 || typing);
      if (typing) return;
      at("search-status").textContent = said(answer, text);
      at("search-nothing").hidden = answer.total > 0;
      at("search-events").replaceChildren(...answer.events.map(results.event));
      at("search-events-title").hidden = !answer.events.length;
      at("search-filters").hidden = false;
      filters.show(answer.counts);
      meant(answer.question);
    };

    const clear = () => {
      drawn = "";
      at("search-status").textContent = "";
      for (const id of ["search-results", "search-events"]) at(id).replaceChildren();
      for (const id of ["search-more", "search-nothing", "search-meant"]) at(id).hidden = true;
      document.documentElement.removeAttribute("data-asked");
    };

    // Answers come in the order of the questions' last words: an older one is never drawn over a newer.
    const show = async ({ typing = false } = {}) => {
      const text = input.value.trim();
      const chosen = filters.chosen();
      const mine = (turn += 1);
      if (!typing) remember(text, chosen);
      if (!text && !Object.keys(chosen.filters).length) return clear();
      try {
        const answer = await ask(input.value, { limit, typing, ...chosen });
        if (mine === turn) draw(answer, text, typing);
      } catch {
        if (mine === turn) failed();
      }
    };

    // Arrow keys go from the field to the results and back; Tab goes everywhere as always.
    const step = (event) => {
      const stops = [input, ...at("search-results").querySelectorAll("a")];
      const here = stops.indexOf(document.activeElement);
      const next = { ArrowDown: here + 1, ArrowUp: here - 1, Escape: 0 }[event.key];
      if (here < 0 || next === undefined || !stops[next]) return;
      event.preventDefault();
      stops[next].focus();
    };

    filters.restore(asked);
    input.addEventListener("input", () => {
      document.documentElement.toggleAttribute("data-asked", input.value.trim() !== "");
      show({ typing: true });
      clearTimeout(timer);
      timer = setTimeout(now, PAUSE);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      now();
    });
    at("search-more").addEventListener("click", () => {
      limit += PAGE;
      show();
    });
    document.querySelector("main").addEventListener("keydown", step);
    await show();
    document.documentElement.dataset.search = "ready";
  };

  start().catch(failed);
})();
