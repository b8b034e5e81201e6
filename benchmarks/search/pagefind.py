"""Pagefind on the same pages, asked in Chromium as a visitor's browser would ask it."""

import functools
import gzip
import http.server
import shutil
import statistics
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Response, sync_playwright

from benchmarks.search.pages import PageText
from benchmarks.search.questions import Question

_ASK = """async ([question, limit]) => {
  const { search } = (globalThis.pagefind ??= await import("/pagefind/pagefind.js"));
  const start = performance.now();
  const { results } = await search(question);
  const found = await Promise.all(results.slice(0, limit).map((result) => result.data()));
  return [found.map(({ url }) => url.split("/")[1]), performance.now() - start];
}"""
_SHOWN = 10


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


def write_pages(pages: list[PageText], folder: Path) -> None:
    """Write the pages in the plainest HTML, for Pagefind to index."""
    for page in pages:
        path = folder / page.code / "index.html"
        path.parent.mkdir(parents=True)
        path.write_text(
            f'<!doctype html><html lang="vi"><title>{page.title}</title>'
            f"<body><h1>{page.title}</h1><p>{page.text}</p></body></html>",
            encoding="utf8",
        )
    (folder / "index.html").write_text("<!doctype html><title>.</title>", encoding="utf8")


def measure(modules: Path, folder: Path, questions: list[Question]) -> dict[str, Any]:
    """Hit rates, bytes of a first question (nothing cached) and milliseconds of warm ones."""
    command = [str(modules / ".bin" / "pagefind"), "--site", str(folder), "--force-language", "vi"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    with _served(folder) as address, sync_playwright() as playwright:
        chromium = shutil.which("chromium")
        options = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=chromium, args=options)
        warm = browser.new_page()
        warm.goto(address)
        ranks, milliseconds = [], []
        for question in questions:
            found, spent = warm.evaluate(_ASK, [question.question, _SHOWN])
            ranks.append(next((n for n, code in enumerate(found) if code in question.codes), 99))
            milliseconds.append(spent)
        first = [
            _bytes_of_first(browser.new_context().new_page(), address, q) for q in questions[::15]
        ]
        browser.close()
    return {
        "questions": len(ranks),
        "hit@1": round(sum(rank < 1 for rank in ranks) / len(ranks), 4),
        "hit@5": round(sum(rank < 5 for rank in ranks) / len(ranks), 4),
        "bytes": statistics.median(first),
        "milliseconds": {"p50": statistics.median(milliseconds)},
    }


def _bytes_of_first(page: Page, address: str, question: Question) -> int:
    sizes: list[int] = []

    def count(response: Response) -> None:
        body = response.body()
        packed = body[:2] == b"\\x1f\\x8b" or ".pf_" in response.url or ".pagefind" in response.url
        sizes.append(len(body) if packed else len(gzip.compress(body)))

    page.goto(address)
    page.on("response", count)
    page.evaluate(_ASK, [question.question, _SHOWN])
    page.wait_for_timeout(100)
    page.context.close()
    return sum(sizes)


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
