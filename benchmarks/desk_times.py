"""How long the desk takes: until the page is ready, until the first findings, and after a change.

A decision that amends a procedure is drafted in Chromium, with an empty cache each time. Seconds of
the clock: on a machine that does other work they say little, so the load is printed too.

Usage: python -m benchmarks.desk_times SITE [--runs N], a built site with a desk
"""

import argparse
import os
import statistics
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

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
    for position, name in enumerate(("page ready", "first findings", "after a change")):
        seconds = [run[position] for run in runs]
        print(f"{name}: median {statistics.median(seconds):.2f} s, most {max(seconds):.2f} s")


def measure_run(browser: Browser, served: Served) -> tuple[float, float, float]:
    """Seconds until the page is ready, from a draft to its findings, and after a change."""
    page = browser.new_context().new_page()
    page.set_default_timeout(120_000)
    page.goto(f"{served.address}soan-thao/")
    page.wait_for_selector("#so-quyet-dinh")
    ready = page.evaluate(_CLOCK)
    for field, text in (("so-quyet-dinh", "777/QĐ-BTP"), ("co-quan", "Bộ Tư pháp")):
        page.fill(f"#{field}", text)
    page.fill("#ngay-ky", "5/11/2026")
    page.keyboard.press("Enter")
    page.wait_for_selector("#kiem-tra")
    began = page.evaluate(_CLOCK)
    page.wait_for_selector('#kiem-tra:has-text("Đã kiểm")')
    first = page.evaluate(_CLOCK) - began
    changed = statistics.median(page.evaluate(_CHANGED, f"Thử {number}") for number in range(5))
    page.context.close()
    return ready, first, changed


if __name__ == "__main__":
    main()
