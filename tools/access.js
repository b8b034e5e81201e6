// What a page leaves to be wished for by people who do not see it, or see it very large: a list of
// sentences, empty when there is nothing. Runs in the page.
() => {
  const found = [];
  const isShown = (one) => one.checkVisibility({ visibilityProperty: true });
  const shown = (selector) => [...document.querySelectorAll(selector)].filter(isShown);
  const oneLine = (text) => text.replace(/\s+/g, " ").trim();
  const nameOf = (one) => oneLine(one.getAttribute("aria-label") ?? one.textContent);
  const excerpt = (one) => oneLine(one.outerHTML).slice(0, 120);

  const headings = shown("h1, h2, h3, h4, h5, h6");
  const levels = headings.map((one) => Number(one.tagName[1]));
  if (levels.filter((level) => level === 1).length !== 1) found.push("not one h1");
  headings.forEach((one, place) => {
    if (place && levels[place] > levels[place - 1] + 1) found.push(`a level is left out before: ${excerpt(one)}`);
    if (!nameOf(one)) found.push(`an empty heading: ${excerpt(one)}`);
  });

  const targets = new Map();
  for (const link of document.querySelectorAll("a[href]")) {
    const name = nameOf(link);
    if (!name) found.push(`a link without a name: ${excerpt(link)}`);
    if (!targets.has(name)) targets.set(name, new Set());
    targets.get(name).add(link.href);
  }
  for (const [name, addresses] of targets) {
    if (addresses.size > 1) found.push(`${addresses.size} links with the same name: ${name}`);
  }

  for (const field of document.querySelectorAll("input, select, textarea")) {
    if (field.matches(":invalid, [aria-invalid=true]")) found.push(`invalid before it is touched: ${excerpt(field)}`);
  }
  for (const one of document.querySelectorAll("[aria-describedby], [aria-labelledby], [aria-controls]")) {
    const ids = ["aria-describedby", "aria-labelledby", "aria-controls"].flatMap((name) =>
      (one.getAttribute(name) ?? "").split(/\s+/).filter(Boolean),
    );
    for (const id of ids) if (!document.getElementById(id)) found.push(`#${id} is not there: ${excerpt(one)}`);
  }

  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) found.push(`${wide} px wider than the window`);
  const CLIPS = ["hidden", "clip"];
  const enlarged = innerWidth < 360 || document.documentElement.hasAttribute("data-large");
  for (const one of shown("body *")) {
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    // Smaller than a letter on purpose: words for screen readers alone. A select scrolls by itself.
    if (box.width <= 1 || box.height <= 1 || one.tagName === "SELECT" || !oneLine(one.textContent)) continue;
    // A list may shorten what stands whole behind its link, but not for those who enlarge it.
    if (style.webkitLineClamp !== "none" && !enlarged) continue;
    const cut = CLIPS.includes(style.overflowX) && one.scrollWidth > one.clientWidth + 1;
    const short = CLIPS.includes(style.overflowY) && one.scrollHeight > one.clientHeight + 1;
    if (cut || short) found.push(`text that is cut off: ${excerpt(one)}`);
  }
  return [...new Set(found)];
}
