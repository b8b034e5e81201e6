// The lowest edge, in CSS pixels from the top of the page, of the answers and of the papers that a
// reader sees with folds closed: the whole list, and its first ten. Null where a part is not there.
() => {
  const seen = (one) => one.checkVisibility({ checkOpacity: true, visibilityProperty: true });
  const lowest = (all) => {
    const edges = all.filter(seen).map((one) => one.getBoundingClientRect().bottom + scrollY);
    return edges.length ? Math.max(...edges) : null;
  };
  const answers = [...document.querySelectorAll(".answers > div")];
  const heading = document.getElementById("can-chuan-bi");
  const section = [];
  for (let one = heading?.nextElementSibling; one; one = one.nextElementSibling) {
    if (one.matches("h2, details, .filing, .handout, .identity")) break;
    section.push(one);
  }
  const items = section.flatMap((one) => [...one.querySelectorAll("li")]);
  return {
    answers: answers.length < 3 ? null : lowest(answers),
    papers: lowest(section),
    first: items.length > 10 ? lowest(items.slice(0, 10)) : lowest(section),
  };
};
