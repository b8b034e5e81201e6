"""axe, the Nu HTML checker and the measures of `tools.access` over a site of real data.

    python -m tools.audit_real SITE FOLDER-WITH-node_modules [--seed 20] [--procedures 100] …

Pages are drawn by a seed, which is printed, so that a run can be repeated. Exits with 1 when
anything is wrong. It takes about half an hour for 100 procedures on two cores.
"""

import argparse
import random
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from playwright.sync_api import sync_playwright

from tools.access import Problem, audit_page
from tools.audit import check_html
from tools.serving import serve

FIXED = (
    "",
    "thu-tuc/",
    "linh-vuc/",
    "co-quan/",
    "cap/",
    "chu-cai/",
    "quyet-dinh/",
    "moi/",
    "so-lieu/",
    "theo-doi/",
    "tim-kiem/",
    "tim-kiem/?q=so do",
    "tim-kiem/?q=so do&level=commune&free=yes",
    "tim-kiem/?q=zzzz",
    "404.html",
)
"""The pages that every site has: home, lists, the search with and without results and filters."""
DRAWN = (
    ("linh-vuc/*/", 3),
    ("co-quan/*/", 3),
    ("cap/*/", 1),
    ("chu-cai/*/", 2),
    ("quyet-dinh/*/*/*/", 5),
)
"""Patterns of further pages, and how many of each are drawn."""
_AT_ONCE = 4


def draw_pages(site: Path, seed: int, procedures: int) -> list[str]:
    """Addresses to look at: the fixed ones that there are, and those that the seed draws."""
    chosen = random.Random(seed)
    fixed = [one for one in FIXED if _file(site, one).is_file()]
    drawn = (_draw(site, *one, chosen) for one in (("thu-tuc/*/", procedures), *DRAWN))
    return [*fixed, *(address for part in drawn for address in part)]


def _draw(site: Path, pattern: str, count: int, chosen: random.Random) -> list[str]:
    found = sorted(
        f"{page.parent.relative_to(site).as_posix()}/" for page in site.glob(f"{pattern}index.html")
    )
    return chosen.sample(found, min(count, len(found)))


def _file(site: Path, address: str) -> Path:
    file = site / address.partition("?")[0]
    return file if file.suffix == ".html" else file / "index.html"


def audit_pages(site: Path, pages: list[str]) -> list[Problem]:
    """What is wrong on some pages, looked at in one browser."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with serve(site) as served, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = served.watch(browser.new_page(reduced_motion="reduce"))
        found = [p for one in pages for p in audit_page(page, served.address + one, one)]
        browser.close()
        return [*found, *(Problem("", "", said) for said in served.complaints + served.foreign)]


def audit_in_parallel(site: Path, pages: list[str], jobs: int) -> Iterator[Problem]:
    """As `audit_pages`, a few pages at a time in several browsers; says how far it is."""
    parts = [pages[at : at + _AT_ONCE] for at in range(0, len(pages), _AT_ONCE)]
    with ProcessPoolExecutor(jobs) as pool:
        for number, found in enumerate(pool.map(audit_pages, [site] * len(parts), parts), 1):
            sys.stderr.write(f"{min(number * _AT_ONCE, len(pages))}/{len(pages)}\n")
            yield from found


def check_drawn(site: Path, modules: Path, seed: int, count: int) -> bool:
    """Check the HTML of pages of any kind that the seed draws; whether it has no error."""
    pages = sorted(site.rglob("*.html"))
    return check_html(random.Random(seed).sample(pages, min(count, len(pages))), modules)


def main() -> int:
    """Run both and print what is wrong, each class with its first page; 0 when nothing is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("modules", type=Path)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--procedures", type=int, default=100)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    site = options.site.resolve()
    pages = draw_pages(site, options.seed, options.procedures)
    sys.stdout.write(f"seed {options.seed}: {len(pages)} pages in a browser\n")
    found = []
    for problem in audit_in_parallel(site, pages, options.jobs):
        sys.stdout.write(f"/{problem.page} ({problem.state}): {problem.said}\n")
        sys.stdout.flush()
        found.append(problem)
    kinds = Counter(problem.said.partition(":")[0] for problem in found)
    sys.stdout.write(f"{len(found)} problems: {dict(kinds)}\n")
    sound = check_drawn(site, options.modules.resolve(), options.seed, options.pages)
    return 0 if sound and not found else 1


if __name__ == "__main__":
    raise SystemExit(main())
