"""How long a key waits until it is painted on the desk, in a record with very many papers.

Two measures. Chromium's own, from the key to the next paint (Event Timing, in steps of 8 ms), with
the processor slowed; it counts whatever else the machine does. And the processor time of each task
of the page's own thread, times the same factor, which another load does not change: a key waits for
the task under way, for its own and for the frame. Pauses between keys let the page write, check and
compare in between.

Usage: python -m benchmarks.desk_typing [--papers 224] [--groups 19] [--slower 4] [--runs 5]
"""

import argparse
import json
import os
import statistics
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from benchmarks.desk_draft import GROUPS, PAPERS, SAMPLE, draft_of, keep_draft, long_record
from generator.locale import words_of
from generator.records.tree import load_catalogue
from generator.site.desk import FOLDER, PACKAGES, write_desk
from tools.serving import serve

_KEYS = " và giấy tờ kèm theo bản gốc"
_PAUSES = (60, 60, 60, 300, 60, 420)
"""Milliseconds between keys: in a hurry, and as long as the page waits before it works."""
_CHECKED = '#kiem-tra:has-text("Đã kiểm tra"), #kiem-tra:has-text("không kiểm")'
"""What the page says once the rules were checked, or where they cannot be."""
_LEAST = 16
"""Milliseconds below which Chromium's Event Timing reports no event."""
_OBSERVE = """() => {
  window.taken = new Map();
  new PerformanceObserver((list) => {
    for (const { interactionId: key, duration } of list.getEntries())
      if (key) window.taken.set(key, Math.max(duration, window.taken.get(key) ?? 0));
  }).observe({ type: "event", durationThreshold: 16 });
}"""
"""Notes the longest event of each key, from the key to the paint behind it."""


def _open_record(page: Page, address: str, draft: dict[str, Any]) -> None:
    page.goto(f"{address}{FOLDER}/")
    keep_draft(page, draft)
    page.click("text=Tiếp tục")
    page.click('[id="muc-dossier.groups.items.0-dong"]')
    page.click('[id="muc-dossier.groups.items.0.items.0-dong"]')
    page.wait_for_selector(_CHECKED, timeout=120_000)


def _type(page: Page) -> None:
    page.locator('[id="muc-dossier.groups.items.0.items.0.name"]').focus()
    page.keyboard.press("End")
    for place, letter in enumerate(_KEYS):
        page.keyboard.type(letter)
        page.wait_for_timeout(_PAUSES[place % len(_PAUSES)])
    page.wait_for_timeout(1000)


def _time_keys(page: Page, slower: float) -> list[float]:
    """Milliseconds from each key to its paint; the least that is noted for a quicker one."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.evaluate(_OBSERVE)
    _type(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    taken: list[float] = page.evaluate("[...window.taken.values()]")
    return taken + [_LEAST] * (len(_KEYS) - len(taken))


def _time_tasks(page: Page, slower: float) -> list[float]:
    """Milliseconds of the processor for each task of the page's thread, were it so much slower."""
    browser = page.context.browser
    assert browser is not None
    browser.start_tracing(page=page, categories=["toplevel", "disabled-by-default-toplevel"])
    _type(page)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    named = [one for one in events if one["name"] == "thread_name"]
    mains = {(e["pid"], e["tid"]) for e in named if e["args"]["name"] == "CrRendererMain"}
    tasks = (e for e in events if "tdur" in e and (e["pid"], e["tid"]) in mains)
    return [task["tdur"] / 1000 * slower for task in tasks if "RunTask" in task["name"]]


def _describe(name: str, runs: list[list[float]]) -> str:
    """The median over the runs of what half of each run, 95 % of it and all of it stay within."""

    def median_at(share: float) -> float:
        return statistics.median(
            sorted(run)[min(len(run) - 1, int(share * len(run)))] for run in runs
        )

    worst = [max(run) for run in runs]
    listed = ", ".join(f"{one:.0f}" for one in worst)
    middle = f"p50 {median_at(0.5):.0f}, p95 {median_at(0.95):.0f}"
    return f"{name}: {middle}, worst {statistics.median(worst):.0f} ms (each run: {listed})"


def main() -> None:
    """Print how long keys take, and how busy the machine was."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, default=PAPERS)
    parser.add_argument("--groups", type=int, default=GROUPS)
    parser.add_argument("--slower", type=float, default=4)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    draft = draft_of(long_record(options.papers, options.groups))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        write_desk(load_catalogue(SAMPLE)[0], SAMPLE, PACKAGES, Path(folder), words_of("vi"))
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        with serve(Path(folder)) as served:
            page = browser.new_page()
            _open_record(page, served.address, draft)
            print(f"{len(_KEYS)} keys, {options.slower:g} times slower, {options.runs} runs")
            keys = [_time_keys(page, options.slower) for _ in range(options.runs)]
            print(_describe("key to paint", keys))
            tasks = [_time_tasks(page, options.slower) for _ in range(options.runs)]
            print(_describe("processor time of a task", tasks))
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")


if __name__ == "__main__":
    main()
