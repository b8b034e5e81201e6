"""How long a key waits until it is painted on the desk, in a record with very many papers.

Chromium's own measure (Event Timing: from the key to the next paint, in steps of 8 ms), with the
processor slowed. Pauses between keys let the page write, check and compare in between.
Usage: python -m benchmarks.desk_typing [--papers 224] [--groups 19] [--slower 4]
"""

import argparse
import json
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from generator.locale import words_of
from generator.records.tree import load_catalogue
from generator.site.desk import FOLDER, PACKAGES, write_desk
from tools.serving import serve

SAMPLE = Path("catalogue")
VERSION = "procedures/ho-tich/1.001193/v002.yml"
_KEYS = " và giấy tờ kèm theo bản gốc"
_PAUSES = (60, 60, 60, 300, 60, 420)
"""Milliseconds between keys: in a hurry, and as long as the page waits before it works."""
_OBSERVE = """() => {
  window.taken = [];
  new PerformanceObserver((list) => {
    for (const one of list.getEntries())
      if (one.name === "keydown" || one.name === "input" || one.name === "keypress")
        window.taken.push([one.name, one.duration]);
  }).observe({ type: "event", durationThreshold: 16, buffered: true });
}"""


def _long_record(papers: int, groups: int) -> str:
    text = (SAMPLE / VERSION).read_text("utf8")
    start = text.index("  groups:\n") + len("  groups:\n")
    end = text.index("\nforms:\n", start) + 1
    lines = ["    items:"]
    for group in range(groups):
        lines += [f"    - id: n{group}", f"      name: Trường hợp {group + 1}", "      items:"]
        for paper in range(group, papers, groups):
            lines += [
                f"      - id: gt{paper}",
                f"        name: Giấy tờ số {paper + 1} theo mẫu ban hành kèm theo quyết định",
                "        originals: 1",
                "        copies: 0",
            ]
    return text[:start] + "\n".join(lines) + "\n" + text[end:]


def _draft(text: str) -> dict[str, Any]:
    path = VERSION.replace("v002", "v003")
    file = {"kind": "version", "base": None, "sha256": None, "before": text, "text": text}
    return {"id": "measure", "name": "224", "decision": None, "files": {path: file}}


def _measure(page: Page, address: str, draft: dict[str, Any], slower: float) -> list[float]:
    page.goto(f"{address}{FOLDER}/")
    page.evaluate("([k, v]) => localStorage.setItem(k, v)", ["niemyet-desk m", json.dumps(draft)])
    page.on("pageerror", lambda e: print("page:", e))
    page.reload()
    page.click("text=Tiếp tục")
    page.click('[id="muc-dossier.groups.items.0-dong"]')
    page.click('[id="muc-dossier.groups.items.0.items.0-dong"]')
    page.wait_for_timeout(2000)
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.evaluate(_OBSERVE)
    page.locator('[id="muc-dossier.groups.items.0.items.0.name"]').focus()
    page.keyboard.press("End")
    for place, letter in enumerate(_KEYS):
        page.keyboard.type(letter)
        page.wait_for_timeout(_PAUSES[place % len(_PAUSES)])
    page.wait_for_timeout(3000)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    return [took for _, took in page.evaluate("window.taken")]


def main() -> None:
    """Print the slowest keys."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, default=224)
    parser.add_argument("--groups", type=int, default=19)
    parser.add_argument("--slower", type=float, default=4)
    options = parser.parse_args()
    draft = _draft(_long_record(options.papers, options.groups))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        write_desk(load_catalogue(SAMPLE)[0], SAMPLE, PACKAGES, Path(folder), words_of("vi"))
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        with serve(Path(folder)) as served:
            taken = _measure(browser.new_page(), served.address, draft, options.slower)
    slow = sorted(taken, reverse=True)
    print(f"{len(_KEYS)} keys, {len(slow)} events of 16 ms or more; slowest, in ms:", slow[:8])


if __name__ == "__main__":
    main()
