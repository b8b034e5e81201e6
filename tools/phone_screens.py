"""How many screens of a phone are seen until a page of a procedure has given its answers.

    python -m tools.phone_screens SITE [--seed 1] [--count 200] [code …]

A screen is 360 × 740 CSS pixels; folds stay closed. The answers are place, time and fee with all
that is said to them, then the papers: the whole list, and for longer ones the first ten as well.
Draws procedures by a seed, or takes those that are named; prints the median, the 75th and 95th
percentile, the pages that go beyond two screens, and those that never give an answer.
"""

import argparse
import math
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

from playwright.sync_api import Page, sync_playwright

from tools.serving import Served, serve
from tools.sides import drawn_codes

_WIDTH, _HEIGHT = 360, 740
_ENOUGH = 2
_EDGES = (Path(__file__).parent / "phone_screens.js").read_text("utf8")


@dataclass(frozen=True)
class Screens:
    """Screens until the answers, all papers and the first ten are seen; None: never."""

    answers: int | None
    papers: int | None
    first: int | None


def count_screens(page: Page, served: Served, code: str) -> Screens:
    """Open the page of a procedure and count."""
    page.goto(f"{served.address}thu-tuc/{code}/", wait_until="networkidle")
    edges: Mapping[str, float | None] = page.evaluate(_EDGES)
    return Screens(**{part: _screens(edge) for part, edge in edges.items()})


def _screens(edge: float | None) -> int | None:
    return None if edge is None else math.ceil(edge / _HEIGHT)


def measure(site: Path, codes: Sequence[str]) -> dict[str, Screens]:
    """The screens of each procedure, by its code."""
    with serve(site) as served, sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": _WIDTH, "height": _HEIGHT})
        found = {code: count_screens(page, served, code) for code in codes}
        browser.close()
    return found


def summary(found: Mapping[str, Screens]) -> Iterator[str]:
    """A line for answers, first papers and all papers each."""
    for part in ("answers", "first", "papers"):
        counts: dict[str, int | None] = {code: getattr(one, part) for code, one in found.items()}
        known = {code: count for code, count in counts.items() if count is not None}
        never = sorted(counts.keys() - known.keys())
        later = sorted(code for code, count in known.items() if count > _ENOUGH)
        cuts = quantiles(known.values(), n=20, method="inclusive")
        yield (
            f"{part} ({len(counts)}): p50 {cuts[9]:g}, p75 {cuts[14]:g}, p95 {cuts[18]:g}; "
            f"beyond {_ENOUGH} screens {len(later)} {' '.join(later)}; "
            f"never {len(never)} {' '.join(never)}".rstrip()
        )


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("codes", nargs="*")
    options = parser.parse_args()
    codes = options.codes or drawn_codes(options.site, options.seed, options.count)
    sys.stdout.writelines(f"{line}\n" for line in summary(measure(options.site, codes)))


if __name__ == "__main__":
    main()
