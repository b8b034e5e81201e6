// What the results page shows of an answer.
(() => {
  const { createResults, element, fill } = niemyet;
  const at = (id) => document.getElementById(id);

  const asked = (yes) => document.documentElement.toggleAttribute("data-asked", yes);

  // `page` is how many results come at a time; `retype(text)` puts another question, and `drop()` takes
  // the place in it for words.
  const createView = ({ words, root, explain, page, filters, retype, drop }) => {
    const results = createResults(words, root);
    let drawn = "";

    // The list is left alone while it stays the same: nothing flickers, and nobody loses their place.
    const list = ({ results: found, place: asked, here }, text) => {
      const key = JSON.stringify([text, asked?.code, here, ...found.map(({ code, time, fee }) => [code, time, fee])]);
      if (key === drawn) return;
      drawn = key;
      const names = found.map(({ name }) => name.map(([part]) => part).join("").toLowerCase());
      const repeated = (name, place) => names.some((other, at) => other === name && at !== place);
      const items = found.map((result, place) => results.item(result, { explain, apart: repeated(names[place], place), place: asked?.code }));
      const parted = (item, place) => {
        const key = partOf(found, place);
        return key ? [element("li", { class: "apart" }, fill(words[key], { name: here })), item] : [item];
      };
      at("search-results").replaceChildren(...items.flatMap(parted));
    };

    // What the part of the list is called that begins with a result, by the province that results are of.
    const partOf = (found, place) => {
      const { elsewhere = false, score } = found[place] ?? {};
      const before = found[place - 1]?.elsewhere ?? false;
      if (elsewhere === before) return undefined;
      if (!elsewhere) return "results.partly";
      return place || !Number.isFinite(score) ? "results.others" : "results.lacking";
    };

    const more = (left) => {
      at("search-more").hidden = left <= 0;
      at("search-more").textContent = fill(words["results.more"], { count: Math.min(left, page) });
    };

    const meant = (text) => {
      const place = at("search-meant");
      place.hidden = !text;
      if (!text) return;
      place.replaceChildren(`${words["results.meant"]} `, question(text, text), "?");
    };

    const question = (text, name) => {
      const link = element("a", { href: `?q=${encodeURIComponent(text)}` }, name);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        retype(text);
      });
      return link;
    };

    const dropping = (name) => {
      const button = element("button", { type: "button", "aria-label": fill(words["results.place_drop_name"], { name }) }, words["results.place_drop"]);
      button.addEventListener("click", drop);
      return button;
    };
    const lacking = (name) => [fill(words["results.place_lacking"], { name }), " ", dropping(name)];
    const within = ({ name, was, typed, parts, address, only }) => {
      const key = !was ? (typed ? "results.place_other_kind" : "results.place") : parts ? "results.place_part_of" : "results.place_was";
      const page = element("a", { href: new URL(address, root).href }, fill(words["results.place_page"], { name }));
      const divided = parts?.length ? [listed(was ? "results.place_parts" : "results.place_choices", parts.map(part))] : [];
      return [fill(words[key], { name, was, typed }), " ", dropping(name), ...divided, ...(only && address ? [element("br"), page] : [])];
    };
    // A place alone leads to its page, a question there to its results.
    const part = ({ question: asked, code, name, address }) =>
      element("a", { href: asked || !address ? `?q=${encodeURIComponent(asked)}&o=${code}` : new URL(address, root).href }, name);
    const listed = (key, links) => element("div", {}, words[key], element("ul", {}, ...links.map((link) => element("li", {}, link))));

    // A name of before says that it is one, and what is there now.
    const choice = ({ question: asked, name, now, parts }) =>
      question(asked, now ? fill(words[parts ? "results.place_choice_part_of" : "results.place_choice_was"], { was: name, name: now }) : name);
    const toChoose = (choices) => listed("results.place_choices", choices.map(choice));

    const placed = (found) => {
      if (found.choices) return [toChoose(found.choices)];
      const known = found.code ? within(found) : [];
      return found.unknown ? [...lacking(found.unknown), ...(found.code ? [element("br"), ...known] : [])] : known;
    };

    // The place that the question names, or those that it may.
    const place = (found) => {
      at("search-place").hidden = !found;
      if (found) at("search-place").replaceChildren(...placed(found));
    };

    // What is asked for and not there, or what the best result is narrowed to unasked; and, wherever
    // what is asked for may not be in the catalogue, where else to ask.
    const partial = ({ absent, narrowed, weak, total, place: asked, results: found }, text) => {
      const lacking = !asked?.only && partOf(found, 0) === "results.lacking";
      at("search-partial").hidden = !text || !(absent.length || narrowed || weak || lacking || !total);
      const labels = absent.map(({ label }) => fill(words["results.absent_one"], { label }));
      const lines = labels.length ? [fill(words["results.absent"], { labels: labels.join(", ") })] : [];
      if (narrowed && !absent.length) lines.push(fill(words["results.narrowed"], { narrowing: narrowed.charAt(0).toLowerCase() + narrowed.slice(1) }));
      at("search-narrowed").replaceChildren(...lines.map((line) => element("p", {}, line)));
    };

    const nothing = ({ total, events }) => {
      at("search-nothing").hidden = total > 0;
      at("search-events").replaceChildren(...events.map(results.event));
      at("search-events-title").hidden = !events.length;
    };

    const said = ({ total, place: found, weak, near, absent, here, journeys, results: lines }, text) => {
      if (found?.only && !found.choices) return fill(words["results.own"], { count: total, name: here });
      const isNear = near || absent.length || partOf(lines, 0) === "results.lacking";
      const [need] = journeys;
      const key = !text ? "all" : !total ? "none" : weak ? (need ? "weak_need" : "weak") : isNear ? "near" : "some";
      return fill(words[`results.${key}`], { count: total, query: text, need: need?.name });
    };

    // While it is being typed a question only changes the list; counts are said when it settles.
    const draw = (answer, text, typing) => {
      list(answer, text);
      more(answer.lines - answer.results.length);
      asked(answer.total > 0 || typing);
      place(answer.place);
      at("search-journeys").replaceChildren(...answer.journeys.map((one) => results.journey(one, answer.place?.code)));
      if (typing) return;
      at("search-status").textContent = said(answer, text);
      at("search-filters").hidden = false;
      filters.show(answer.counts);
      nothing(answer);
      partial(answer, text);
      meant(answer.question?.meant);
    };

    const clear = () => {
      drawn = "";
      at("search-status").textContent = "";
      for (const id of ["search-journeys", "search-results", "search-events"]) at(id).replaceChildren();
      for (const id of ["search-more", "search-nothing", "search-meant", "search-place", "search-partial"]) at(id).hidden = true;
      asked(false);
    };

    return { clear, draw };
  };

  // The other ways to find a procedure come back when the data cannot be read.
  const failed = () => {
    asked(false);
    const { failed: said, folder } = at("search-status").dataset;
    at("search-status").textContent = location.protocol === "file:" ? folder : said;
  };

  // Said until the answer takes its place.
  const seeking = () => (at("search-status").textContent = at("search-status").dataset.seeking);

  Object.assign(niemyet, { asked, createView, failed, seeking });
})();
