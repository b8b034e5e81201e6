"""How many sides of A4 pages of a built site take when a browser prints them.

    python -m tools.sides SITE [--seed 1] [--count 200] [--pdf FOLDER] [code …]

Draws procedures by a seed, or takes those that are named; prints, of their pages and of their
hand-outs, the median, the 95th percentile and the most sides, with the longest by name.
"""

import argparse
import random
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import quantiles

from playwright.sync_api import Page, sync_playwright

from tools.serving import Served, serve

_SIDE = re.compile(rb"/Type\s*/Page(?![a-zA-Z])")
_LONGEST = 8
Sides = dict[str, int]
"""Sides of paper by the address of the page."""


def drawn_codes(site: Path, seed: int, count: int) -> list[str]:
    """Ids of procedures that have a page of their own, drawn by a seed."""
    found = sorted(path.parent.name for path in site.glob("thu-tuc/*/feed.xml"))
    return random.Random(seed).sample(found, min(count, len(found)))


def handouts_of(site: Path, code: str) -> Iterator[str]:
    """The addresses of the hand-outs of a procedure."""
    for path in sorted(site.glob(f"t/{code}/*/index.html")):
        yield f"t/{code}/{path.parent.name}/"


def print_sides(page: Page, served: Served, address: str, folder: Path | None) -> int:
    """Print one page; returns how many sides it takes, and keeps the PDF in `folder`."""
    answer = page.goto(served.address + address, wait_until="load")
    assert answer, address
    assert answer.ok, address
    content = page.pdf(prefer_css_page_size=True, format="A4")
    if folder:
        (folder / f"{re.sub(r'[/]', '-', address.strip('/'))}.pdf").write_bytes(content)
    return len(_SIDE.findall(content))


def measure(site: Path, codes: Sequence[str], folder: Path | None) -> tuple[Sides, Sides]:
    """The sides of the pages of procedures, and of their hand-outs."""
    with serve(site) as served, sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        pages = [f"thu-tuc/{code}/" for code in codes]
        handouts = [address for code in codes for address in handouts_of(site, code)]
        whole = {one: print_sides(page, served, one, folder) for one in pages}
        short = {one: print_sides(page, served, one, folder) for one in handouts}
        browser.close()
    return whole, short


def summary(name: str, sides: Sides) -> str:
    """One line of figures, and the longest pages."""
    if not sides:
        return f"{name}: none\n"
    cuts = quantiles(sides.values(), n=20, method="inclusive") if len(sides) > 1 else []
    half, most = (cuts[9], cuts[18]) if cuts else 2 * (*sides.values(),)
    longest = sorted(sides.items(), key=lambda pair: -pair[1])[:_LONGEST]
    listed = ", ".join(f"{address} {count}" for address, count in longest)
    figures = f"p50 {half:g}, p95 {most:g}, most {max(sides.values())}, sum {sum(sides.values())}"
    return f"{name} ({len(sides)}): {figures}\n  {listed}\n"


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--pdf", type=Path)
    parser.add_argument("codes", nargs="*")
    options = parser.parse_args()
    if options.pdf:
        options.pdf.mkdir(parents=True, exist_ok=True)
    codes = options.codes or drawn_codes(options.site, options.seed, options.count)
    whole, short = measure(options.site, codes, options.pdf)
    sys.stdout.write(summary("whole page", whole) + summary("hand-out", short))


if __name__ == "__main__":
    main()
