// On every page but the results page: once the field has the focus, what the results page will need
// is fetched, so that it answers at once.
(() => {
  const field = document.querySelector("form[role='search'] input[name='q']");
  const root = new URL(`${document.body.dataset.root}/`, location.href);
  const wanted = ["assets/niemyet/search-engine.js", "assets/niemyet/search-page.js", "tim-kiem/"];

  const warm = async () => {
    for (const path of wanted) fetch(new URL(path, root)).catch(() => undefined);
    const manifest = await (await fetch(new URL("search/manifest.json", root))).json();
    await fetch(new URL(`search/cards/${manifest.cards}.json`, root));
  };

  if (root.protocol !== "file:") field?.addEventListener("focus", () => warm().catch(() => undefined), { once: true });
})();
