"""From a key to the results it brings, in Chromium on a processor slowed four times.

    python -m benchmarks.search.typing SITE QUESTIONS [--slowed 4] [--every 5]

Types questions letter by letter on the results page, everything being loaded, and prints how many
milliseconds pass from the input event to the new list, median and 95th percentile. The page has no
worker here: a browser slows the thread of a page, not its workers.
"""

import argparse
import functools
import http.server
import json
import shutil
import statistics
import threading
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.search.questions import read_questions

_WATCH = """() => {
  globalThis.spent = [];
  let begun = 0;
  document.querySelector("#q").addEventListener("input", () => (begun = performance.now()), true);
  new MutationObserver(() => {
    if (begun) globalThis.spent.push(performance.now() - begun);
    begun = 0;
  }).observe(document.querySelector("#search-results"), { childList: true });
}"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


def typed(page: Page, text: str) -> None:
    """Type a question as a hand does, about eight letters a second."""
    page.fill("#q", "")
    page.locator("#q").press_sequentially(text, delay=120)
    page.wait_for_timeout(400)


def measure(address: str, texts: list[str], slowed: float) -> list[float]:
    """Milliseconds of every letter that changed the list."""
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=options)
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.add_init_script("delete window.Worker")
        page.goto(f"{address}tim-kiem/")
        page.wait_for_selector("[data-search='ready']")
        typed(page, texts[0])
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": slowed})
        page.evaluate(_WATCH)
        for text in texts:
            typed(page, text)
        spent: list[float] = page.evaluate("globalThis.spent")
        browser.close()
    return spent


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--slowed", type=float, default=4)
    parser.add_argument("--every", type=int, default=5)
    options = parser.parse_args()
    texts = [q.question for q in read_questions(options.questions)][:: options.every]
    handler = functools.partial(_Quiet, directory=str(options.site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        spent = measure(f"http://127.0.0.1:{server.server_address[1]}/", texts, options.slowed)
        server.shutdown()
    p95 = statistics.quantiles(spent, n=20)[-1]
    found = {"letters": len(spent), "p50": round(statistics.median(spent), 1), "p95": round(p95, 1)}
    print(json.dumps({"questions": len(texts), "slowed": options.slowed, **found}))


if __name__ == "__main__":
    main()
