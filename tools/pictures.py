"""Pictures of pages at three widths in three colour schemes, to be looked at one by one.

    python -m tools.pictures SITE FOLDER [address …]

Without addresses, every kind of page of the sample.
"""

import argparse
import re
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tools.kinds import KINDS, SCHEMES
from tools.serving import Served, serve

WIDTHS = {360: 740, 768: 1024, 1280: 900}


def pictures(site: Path, folder: Path, addresses: tuple[str, ...]) -> int:
    """Write the pictures; returns how many."""
    folder.mkdir(parents=True, exist_ok=True)
    with serve(site) as served, sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for scheme in SCHEMES:
            for width in WIDTHS:
                _round(browser, served, folder, addresses, scheme, width)
        browser.close()
    return len(addresses) * len(SCHEMES) * len(WIDTHS)


def _round(
    browser: Browser,
    served: Served,
    folder: Path,
    addresses: tuple[str, ...],
    scheme: str,
    width: int,
) -> None:
    size = {"width": width, "height": WIDTHS[width]}
    context = browser.new_context(viewport=size)
    context.add_init_script(f"localStorage.setItem('scheme', '{scheme}')")
    page = context.new_page()
    for address in addresses:
        page.goto(served.address + address)
        page.wait_for_load_state("networkidle")
        name = re.sub(r"\W+", "-", address).strip("-") or "trang-chu"
        page.screenshot(path=folder / f"{name}.{scheme}.{width}.png", full_page=True)
    context.close()


def main() -> None:
    """Take the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("addresses", nargs="*")
    options = parser.parse_args()
    taken = pictures(options.site, options.folder, tuple(options.addresses) or KINDS)
    sys.stdout.write(f"{taken} pictures in {options.folder}\n")


if __name__ == "__main__":
    main()
