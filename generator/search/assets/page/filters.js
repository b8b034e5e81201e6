// The filters of the results page: choices with how many results each would leave.
(() => {
  const { element } = niemyet;
  const LABELS = { level: "level", applicant: "applicant_group" };
  const DAY = /^\d{4}-\d{2}-\d{2}$/;

  const createFilters = (form, words, changed) => {
    const collator = new Intl.Collator(document.documentElement.lang);
    const label = (name, choice) => (LABELS[name] ? words[`${LABELS[name]}.${choice}`] : choice);

    const options = (select, counts) => {
      const chosen = select.value || select.dataset.wanted || "";
      const known = new Set([...Object.keys(counts), ...(chosen ? [chosen] : [])]);
      const choices = [...known].sort((one, two) => collator.compare(label(select.name, one), label(select.name, two)));
      const listed = choices.map((choice) =>
        element("option", { value: choice }, `${label(select.name, choice) ?? choice} (${counts[choice] ?? 0})`),
      );
      select.replaceChildren(element("option", { value: "" }, words["filter.any"]), ...listed);
      select.value = chosen;
      delete select.dataset.wanted;
    };

    const box = (input, counts) => {
      input.closest("label").querySelector(".count").textContent = `(${counts.yes ?? 0})`;
    };

    const show = (counts) => {
      for (const field of form.elements) {
        if (!counts[field.name]) continue;
        (field.type === "checkbox" ? box : options)(field, counts[field.name]);
      }
    };

    // What is chosen: { filters, order }; an unfinished date chooses nothing.
    const chosen = () => {
      const filters = {};
      for (const field of form.elements) {
        if (!field.name || field.name === "order") continue;
        const value = field.type === "checkbox" ? (field.checked ? "yes" : "") : field.value || field.dataset.wanted || "";
        if (value && (field.name !== "day" || DAY.test(value))) filters[field.name] = value;
      }
      return { filters, order: form.elements.order.value };
    };

    const restore = (asked) => {
      for (const field of form.elements) {
        const value = asked.get(field.name);
        if (value === null || !field.name) continue;
        if (field.type === "checkbox") field.checked = value === "yes";
        else if (field.tagName === "SELECT" && field.name !== "order") field.dataset.wanted = value;
        else field.value = value;
      }
      form.querySelector("details").open = Object.keys(chosen().filters).length > 0;
    };

    form.addEventListener("change", changed);
    form.addEventListener("reset", () => setTimeout(changed));
    form.addEventListener("submit", (event) => event.preventDefault());
    return { chosen, restore, show };
  };

  niemyet.createFilters = createFilters;
})();
