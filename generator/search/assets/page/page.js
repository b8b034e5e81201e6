// The results page: results follow the typing, and the address always leads back to them.
(() => {
  const { createClient, createFilters, createResults, element, fill } = niemyet;
  const WAIT = 80;
  const PAGE = 20;
  const at = (id) => document.getElementById(id);

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

    const soon = (wait = 0) => {
      clearTimeout(timer);
      limit = PAGE;
      timer = setTimeout(show, wait);
    };
    const filters = createFilters(at("search-filters"), words, () => soon());

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
        soon();
      });
      place.replaceChildren(`${words["results.meant"]} `, link, "?");
    };

    const said = ({ total }, text) => {
      const key = !text ? "all" : total ? "some" : "none";
      return fill(words[`results.${key}`], { count: total, query: text });
    };

    const draw = (answer, text) => {
      const left = answer.total - answer.results.length;
      at("search-status").textContent = said(answer, text);
      at("search-results").replaceChildren(...answer.results.map((result) => results.item(result, explain)));
      at("search-more").hidden = left <= 0;
      at("search-more").textContent = fill(words["results.more"], { count: Math.min(left, PAGE) });
      at("search-nothing").hidden = answer.total > 0;
      at("search-events").replaceChildren(...answer.events.map(results.event));
      at("search-events-title").hidden = !answer.events.length;
      at("search-filters").hidden = false;
      filters.show(answer.counts);
      meant(answer.question);
      document.documentElement.toggleAttribute("data-asked", answer.total > 0);
    };

    const clear = () => {
      at("search-status").textContent = "";
      for (const id of ["search-results", "search-events"]) at(id).replaceChildren();
      for (const id of ["search-more", "search-nothing", "search-meant"]) at(id).hidden = true;
      document.documentElement.removeAttribute("data-asked");
    };

    const show = async () => {
      const text = input.value.trim();
      const chosen = filters.chosen();
      const mine = (turn += 1);
      remember(text, chosen);
      if (!text && !Object.keys(chosen.filters).length) return clear();
      try {
        const answer = await ask(input.value, { limit, ...chosen });
        if (mine === turn) draw(answer, text);
      } catch {
        if (mine === turn) at("search-status").textContent = words["results.failed"];
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
      soon(WAIT);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      soon();
    });
    at("search-more").addEventListener("click", () => {
      limit += PAGE;
      show();
    });
    document.querySelector("main").addEventListener("keydown", step);
    await show();
    document.documentElement.dataset.search = "ready";
  };

  start().catch(() => (document.documentElement.dataset.search = "failed"));
})();
