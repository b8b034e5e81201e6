"""What axe finds on a page, and what people miss who do not see it or enlarge it."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from playwright.sync_api import Page

from tools.kinds import SCHEMES

AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text("utf8")
PROBLEMS = Path(__file__).with_suffix(".js").read_text("utf8")
WIDTHS = (360, 1280)
LARGEST = 5
"""The last of the text sizes that a reader can choose: twice the usual one."""
ZOOMED = (320, 256)
"""The window of a computer (1280 × 1024) at 400 %, as WCAG 2.2 (1.4.10) asks for."""
COLOURS = "{ runOnly: ['color-contrast', 'link-in-text-block'] }"
"""The rules of axe that a colour scheme can break."""
_NO_LISTS_OF_THE_SOUND = "resultTypes: ['violations']"
"""Axe finds the same in half the time where it need not describe every sound element too."""
_UNFOLD = "for (const part of document.querySelectorAll('details')) part.open = true"
_SETTLED = """() => {
  if (document.readyState !== 'complete') return false;
  const [opened] = performance.getEntriesByType('navigation');
  const ends = performance.getEntriesByType('resource').map((one) => one.responseEnd);
  return performance.now() - Math.max(opened.loadEventEnd, ...ends) > 100;
}"""
"""Whether a tenth of a second has passed since the last file came that the page asked for."""
_USE_SCHEME = """async (scheme) => {
  document.documentElement.dataset.scheme = scheme;
  await new Promise(requestAnimationFrame);
  for (const one of document.getAnimations()) one.finish();
}"""
"""Takes a colour scheme at once: the theme changes colours by and by."""
_RESULTS = "#search-results li, #search-nothing:not([hidden])"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong on a page, and in which state of it."""

    page: str
    state: str
    said: str


def open_page(page: Page, address: str) -> None:
    """Open an address and wait until its scripts have answered."""
    page.goto(address)
    page.wait_for_function(_SETTLED)
    if "?q=" in address:
        page.wait_for_selector(_RESULTS, state="attached")


def use_scheme(page: Page, scheme: str) -> None:
    """Show an open page in another colour scheme."""
    page.evaluate(_USE_SCHEME, scheme)


def violations(page: Page, options: str = "{}") -> list[str]:
    """What axe finds: the rule, how often, and the first element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate(f"axe.run({{ ...{options}, {_NO_LISTS_OF_THE_SOUND} }})")["violations"]
    return [f"axe {v['id']} ({len(v['nodes'])}): {v['nodes'][0]['html'][:120]}" for v in found]


def problems(page: Page) -> list[str]:
    """Headings, names of links, untouched fields, references, and text that does not fit."""
    found: list[str] = page.evaluate(PROBLEMS)
    return found


def audit_page(page: Page, address: str, name: str) -> Iterator[Problem]:
    """Everything that is wrong on one page: folds closed and open, each width, size and scheme."""
    for state, said in _states(page, address):
        yield Problem(name, state, said)


def _states(page: Page, address: str) -> Iterator[tuple[str, str]]:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 740})
        _prefer(page, address, "default", 1)
        state = f"{width} px"
        yield from ((f"{state}, folded", said) for said in [*violations(page), *problems(page)])
        page.evaluate(_UNFOLD)
        yield from ((f"{state}, unfolded", said) for said in [*violations(page), *problems(page)])
        for scheme in SCHEMES[1:]:
            use_scheme(page, scheme)
            yield from ((f"{state}, {scheme}", said) for said in violations(page, COLOURS))
    yield from _enlarged(page, address)


def _enlarged(page: Page, address: str) -> Iterator[tuple[str, str]]:
    """Twice the text on a phone, and a computer at 400 %; axe looks at the largest text too."""
    page.set_viewport_size({"width": WIDTHS[0], "height": 740})
    _prefer(page, address, "contrast", LARGEST)
    page.evaluate(_UNFOLD)
    yield from (("200 % text, contrast", said) for said in [*violations(page), *problems(page)])
    page.set_viewport_size(dict(zip(("width", "height"), ZOOMED, strict=True)))
    _prefer(page, address, "default", 1)
    page.evaluate(_UNFOLD)
    yield from (("400 % zoom", said) for said in problems(page))


def _prefer(page: Page, address: str, scheme: str, size: int) -> None:
    """Open an address with a colour scheme and a text size chosen before."""
    if page.url.startswith("http"):
        page.evaluate(f"localStorage.scheme = '{scheme}'; localStorage.size = '{size}'")
    open_page(page, address)
