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

  const fill = (template, values) =>
    template.replace(/\{(\w+)\}/g, (whole, key) => String(values[key] ?? whole));

  const createResults = (words, root, language) => {
    const number = new Intl.NumberFormat(language, { maximumFractionDigits: 3 });
    const range = (most, least) =>
      least === undefined ? number.format(most) : `${number.format(least)}–${number.format(most)}`;

    const time = ([unit, ...values]) => `${range(...values)} ${words[`unit.${unit}`]}`;
    const fee = ([state, ...values]) =>
      state === "amount" ? fill(words["results.dong"], { amount: range(...values) }) : words[`fee.${state}`];

    const facts = (result) => [
      result.code,
      ...result.levels.map((level) => words[`level.${level}`]),
      result.agency[0],
      ...(result.time ? [time(result.time)] : []),
      ...(result.fee ? [fee(result.fee)] : []),
      ...(["end_to_end", "partial"].includes(result.online) ? [words[`online.${result.online}`]] : []),
    ];

    const name = (parts) => parts.map(([text, matched]) => (matched ? element("mark", {}, text) : text));

    const explained = ({ parts, score }) => {
      const rows = Object.entries({ ...parts, score }).map(([part, value]) => [
        element("dt", {}, words[`ranking.${part}`]),
        element("dd", {}, Number.isFinite(value) ? value.toFixed(2) : "∞"),
      ]);
      return element("dl", { class: "explain" }, ...rows.flat());
    };

    // `apart` tells results of one name from each other, for those who hear one link after another.
    const item = (result, explain, apart) => {
      const heard = apart ? [element("span", { class: "unseen" }, ` (${[result.code, result.agency[0]].filter(Boolean).join(", ")})`)] : [];
      const link = element("a", { href: new URL(result.address, root).href }, ...name(result.name), ...heard);
      const about = element("span", { class: "about" }, facts(result).join(" · "));
      const named = result.unsure ? "status.unsure" : UNMARKED.includes(result.status) ? "" : `status.${result.status}`;
      const status = named ? [element("strong", { class: "status" }, words[named])] : [];
      return element("li", {}, element("h2", {}, link), ...status, about, ...(explain ? [explained(result)] : []));
    };

    const event = ({ name: title, address }) =>
      element("li", {}, element("a", { href: new URL(address, root).href }, title));

    return { event, item };
  };

  Object.assign(niemyet, { createResults, element, fill });
})();
