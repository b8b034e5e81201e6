// How a site will show the version that is being written: its page as the worker makes it, in a
// frame with the style and the scripts of the site. What these fetch of the draft is in memory.
import { make } from "./elements.js";

const ROOT = new URL("../", location.href);
const STYLES = ["material.css", "site.css"];
const SCRIPTS = ["preferences.js", "page.js", "procedure.js"];

/**
 * A section that shows the page of a version when it is opened; null for other records, and where
 * the site has no pages. `renew` makes it anew where it is open and the draft has changed.
 */
export function previewOf(desk, draft, path) {
  if (draft.files[path].kind !== "version" || !desk.settings.styles) return null;
  const { say } = desk;
  const [, , code, file] = path.split("/");
  const status = make("p", { className: "note", role: "status" });
  const frame = make("iframe", { title: say("desk.preview"), hidden: true });
  const element = make("details", { className: "preview", ontoggle: () => renew() }, make("summary", {}, say("desk.preview")), status, frame);
  let shown = null;

  async function renew() {
    const files = Object.fromEntries(Object.entries(draft.files).map(([other, { text }]) => [other, text]));
    const now = JSON.stringify(files);
    if (!element.open || now === shown) return;
    shown = now;
    if (frame.hidden) status.textContent = say("desk.preview_making");
    const page = await desk.read({ task: "page", files, code, version: file.slice(0, 4), today: desk.today }).catch(() => undefined);
    if (now !== shown || !frame.isConnected) return;
    if (page === undefined) shown = null;
    frame.hidden = !page;
    status.textContent = page ? say("desk.preview_day", { day: desk.shownDay(page.day) }) : say(page === null ? "desk.preview_not_yet" : "desk.not_read");
    if (page) fill(frame, page, say.language);
  }

  return { element, renew };
}

/** Writes a page into a frame, at the place where the reader had come to. */
function fill(frame, { html, address, files }, language) {
  const inner = frame.contentWindow;
  const base = new URL(address, ROOT);
  const place = inner.scrollY;
  inner.document.open();
  inner.fetch = (asked) => {
    const path = new URL(asked, base).href.slice(ROOT.href.length);
    return path in files ? Promise.resolve(new Response(files[path])) : fetch(new URL(asked, base));
  };
  inner.document.write(pageWords(html, base, language));
  inner.document.close();
  for (const picture of inner.document.images) picture.hidden = true;
  inner.document.addEventListener("click", stayInside);
  inner.scrollTo(0, place);
}

/** A link to a part of the page leads there, though links are counted from where the page will be. */
function stayInside(event) {
  const link = event.target.closest('a[href^="#"]');
  if (!link) return;
  event.preventDefault();
  event.currentTarget.getElementById(link.hash.slice(1))?.scrollIntoView();
}

function pageWords(html, base, language) {
  const asset = (name) => new URL(`assets/niemyet/${name}`, ROOT).href;
  const head = [...STYLES.map((name) => `<link rel="stylesheet" href="${asset(name)}">`), ...SCRIPTS.map((name) => `<script src="${asset(name)}" defer></script>`)];
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><base href="${base.href}" target="_blank">${head.join("")}</head>
<body dir="ltr" data-md-color-scheme="default" data-kind="procedure" data-root="../.."><div class="layout"><main id="noi-dung" class="md-typeset">${html}</main></div></body></html>`;
}
