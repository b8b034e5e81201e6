// What the results page shows of an answer.
(() => {
  const { createResults, element, fill } = niemyet;
  const at = (id) => document.getElementById(id);

  const asked = (yes) => document.documentElement.toggleAttribute("data-asked", yes);

  // `page` is how many results come at a time; `retype(text)` puts another question.
  const createView = ({ words, root, explain, page, filters, retype }) => {
    const results = createResults(words, root);
    let drawn = "";

    // The list is left alone while it stays the same: nothing flickers, and nobody loses their place.
    const list = (found, text) => {
      const key = JSON.stringify([text, ...found.map(({ code }) => code)]);
      if (key === drawn) return;
      drawn = key;
      const names = found.map(({ name }) => name.map(([part]) => part).join("").toLowerCase());
      const repeated = (name, place) => names.some((other, at) => other === name && at !== place);
      const items = found.map((result, place) => results.item(result, explain, repeated(names[place], place)));
      at("search-results").replaceChildren(...items);
    };

    const more = (left) => {
      at("search-more").hidden = left <= 0;
      at("search-more").textContent = fill(words["results.more"], { count: Math.min(left, page) });
    };

    const meant = (text) => {
      const place = at("search-meant");
      place.hidden = !text;
      if (!text) return;
      const link = element("a", { href: `?q=${encodeURIComponent(text)}` }, text);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        retype(text);
      });
      place.replaceChildren(`${words["results.meant"]} `, link, "?");
    };

    const nothing = ({ total, events }) => {
      at("search-nothing").hidden = total > 0;
      at("search-events").replaceChildren(...events.map(results.event));
      at("search-events-title").hidden = !events.length;
    };

    const said = (total, text) => {
      const key = !text ? "all" : total ? "some" : "none";
      return fill(words[`results.${key}`], { count: total, query: text });
    };

    // While it is being typed a question only changes the list; counts are said when it settles.
    const draw = (answer, text, typing) => {
      list(answer.results, text);
      more(answer.lines - answer.results.length);
      asked(answer.total > 0 || typing);
      at("search-journeys").replaceChildren(...answer.journeys.map(results.journey));
      if (typing) return;
      at("search-status").textContent = said(answer.total, text);
      at("search-filters").hidden = false;
      filters.show(answer.counts);
      nothing(answer);
      meant(answer.question?.meant);
    };

    const clear = () => {
      drawn = "";
      at("search-status").textContent = "";
      for (const id of ["search-journeys", "search-results", "search-events"]) at(id).replaceChildren();
      for (const id of ["search-more", "search-nothing", "search-meant"]) at(id).hidden = true;
      asked(false);
    };

    return { clear, draw };
  };

  // The other ways to find a procedure come back when the data cannot be read.
  const failed = () => {
    asked(false);
    at("search-status").textContent = at("search-status").dataset.failed;
  };

  Object.assign(niemyet, { asked, createView, failed });
})();
