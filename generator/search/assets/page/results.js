// How a result looks: the name with the matched words marked, and on one line what decides.
(() => {
  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  // Statuses that go without saying: most have one of them.
  const UNMARKED = ["in_force", "published"];

  // The groups of applicants that are no people.
  const BODIES = ["business", "organisation"];

  const fill = (template, values) =>
    template.replace(/\{(\w+)\}/g, (whole, key) => String(values[key] ?? whole));

  const createResults = (words, root) => {
    // How long and how much; of a family of several places, not that of one where they differ.
    const timeAndFee = ({ time, fee, varies: [times, fees] }) =>
      times && fees
        ? [words["list.both_vary"]]
        : [times ? words["list.time_varies"] : time, fees ? words["list.fee_varies"] : fee?.[1]];

    const facts = (result) =>
      [
        result.place[1] ?? words["results.place_unknown"],
        result.levels.map((level) => words[`level.${level}`]).join(", "),
        result.agency[0],
        ...timeAndFee(result),
        ["end_to_end", "partial"].includes(result.online) ? words[`online.${result.online}`] : "",
        result.code,
      ].filter(Boolean);

    // That only enterprises and organisations may file it, where nobody else is named.
    const bodies = ({ applicants }) =>
      applicants.length && applicants.every((group) => BODIES.includes(group)) ? words["results.bodies"] : undefined;

    const marked = (parts) => parts.map(([text, matched]) => (matched ? element("mark", {}, text) : text));

    // The parts of a name up to a letter, and those behind it.
    const parted = (parts, at) => {
      const [head, rest] = [[], []];
      let start = 0;
      for (const [text, matched] of parts) {
        const cut = Math.max(0, Math.min(text.length, at - start));
        if (cut) head.push([text.slice(0, cut), matched]);
        if (cut < text.length) rest.push([text.slice(cut), matched]);
        start += text.length;
      }
      return [head, rest];
    };

    // Matched words that stand for the first time, which a phone shows of what it cuts off.
    const markedAnew = (parts, head) => {
      const seen = new Set(head.flatMap(([text, matched]) => (matched ? [text.toLowerCase()] : [])));
      const mark = (text) => {
        const known = seen.has(text.toLowerCase());
        seen.add(text.toLowerCase());
        return element("mark", known ? {} : { class: "anew" }, text);
      };
      return parts.map(([text, matched]) => (matched ? mark(text) : text));
    };

    // A phone shows the head of a long name, cut at a word, and names the whole.
    const name = (parts) => {
      const [head, rest] = parted(parts, niemyet.headEnd(parts.map(([text]) => text).join("")));
      return rest.length ? [...marked(head), element("span", { class: "rest" }, ...markedAnew(rest, head))] : marked(head);
    };

    const explained = ({ parts, score }) => {
      const rows = Object.entries({ ...parts, score }).map(([part, value]) => [
        element("dt", {}, words[`ranking.${part}`]),
        element("dd", {}, Number.isFinite(value) ? value.toFixed(2) : "∞"),
      ]);
      return element("dl", { class: "explain" }, ...rows.flat());
    };

    // The page of a result, which speaks of the place that was asked for: it is kept nowhere else.
    const pageOf = ({ address }, place) => {
      const page = new URL(address, root);
      if (place) page.searchParams.set("o", place);
      return page.href;
    };

    // Where else the matter is handled: a link to that part of the page of this one.
    const elsewhere = (result, place) => {
      const { codes, provinces } = result.family;
      if (codes.length < 2) return [];
      const said = fill(words[provinces > 1 ? "results.provinces" : "results.elsewhere"], { provinces, others: codes.length - 1 });
      const href = `${pageOf(result, place)}#${words["anchor.families.part"]}`;
      const heard = element("span", { class: "unseen" }, ` (${[...result.name.map(([text]) => text), ", ", result.code].filter(Boolean).join("")})`);
      return [element("a", { class: "elsewhere", href }, said, heard)];
    };

    // `apart` tells results of one name from each other, for those who hear one link after another.
    const item = (result, { explain, apart, place }) => {
      const heard = apart ? [element("span", { class: "unseen" }, ` (${[result.code, result.agency[0]].filter(Boolean).join(", ")})`)] : [];
      const link = element("a", { href: pageOf(result, place) }, ...name(result.name), ...heard);
      const about = element("span", { class: "about" }, facts(result).join(" · "));
      const named = result.unsure ? "status.unsure" : UNMARKED.includes(result.status) ? "" : `status.${result.status}`;
      const status = named ? [element("strong", { class: "status" }, words[named])] : [];
      const [, only = bodies(result)] = result.narrowing;
      const narrowing = only ? [element("strong", { class: "narrowing" }, only)] : [];
      return element("li", {}, element("h2", {}, link), ...status, ...narrowing, about, ...elsewhere(result, place), ...(explain ? [explained(result)] : []));
    };

    const event = ({ name: title, address }) =>
      element("li", {}, element("a", { href: new URL(address, root).href }, title));

    const journey = (found, place) =>
      element("li", {}, element("a", { href: pageOf(found, place) }, found.name), ` (${found.about})`);

    return { event, item, journey };
  };

  Object.assign(niemyet, { createResults, element, fill });
})();
