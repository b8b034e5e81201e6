"""How long the desk takes: until the page is ready, until the first findings, and after a change.

The draft is as long as the longest procedures. Chromium has an empty cache for the first visit, and
comes back for the second. Seconds of the clock: on a machine that does other work they say little,
so the load is printed too.

Usage: python -m benchmarks.desk_times SITE [--runs N], a built site with a desk
"""

import argparse
import os
import statistics
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.desk_draft import draft_of, keep_draft, long_record
from tools.serving import Served, serve

_CHANGED = """(typed) => new Promise((resolve) => {
  const status = document.getElementById("kiem-tra");
  const field = document.getElementById("muc-title");
  let since = 0;
  new MutationObserver(() => {
    if (status.childElementCount || !status.textContent.includes("Đã")) since ||= performance.now();
    else if (since) resolve((performance.now() - since) / 1000);
  }).observe(status, { childList: true, characterData: true, subtree: true });
  field.value = typed;
  field.dispatchEvent(new Event("input"));
})"""
"""Seconds from when a change is sent to the worker until its findings are on the page."""
_CLOCK = "performance.now() / 1000"
_FIGURES = ("page ready", "first findings", "after a change", "first findings of a second visit")
_CHANGES = 5


def main() -> None:
    """Print the median of each figure, and the greatest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with sync_playwright() as playwright, serve(options.site) as served:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        runs = [measure_run(browser, served) for _ in range(options.runs)]
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    for name, seconds in zip(_FIGURES, zip(*runs, strict=True), strict=True):
        print(f"{name}: median {statistics.median(seconds):.2f} s, most {max(seconds):.2f} s")


def measure_run(browser: Browser, served: Served) -> tuple[float, float, float, float]:
    """Seconds of each figure, in a browser that has never been here."""
    page = browser.new_context().new_page()
    page.set_default_timeout(120_000)
    page.goto(f"{served.address}soan-thao/")
    page.wait_for_selector("#so-quyet-dinh")
    ready = page.evaluate(_CLOCK)
    keep_draft(page, draft_of(long_record()))
    first = _time_first_findings(page)
    changes = [page.evaluate(_CHANGED, f"Thử {number}") for number in range(_CHANGES)]
    page.reload()
    again = _time_first_findings(page)
    page.context.close()
    return ready, first, statistics.median(changes), again


def _time_first_findings(page: Page) -> float:
    """Seconds from when somebody goes on with the draft until what the rules find is there."""
    page.wait_for_selector("text=Tiếp tục")
    began = page.evaluate(_CLOCK)
    page.click("text=Tiếp tục")
    page.wait_for_selector('#kiem-tra:has-text("Đã kiểm")')
    return float(page.evaluate(_CLOCK) - began)


if __name__ == "__main__":
    main()
