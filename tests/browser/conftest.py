"""Pages on a phone, whose complaints are noted."""

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, Page

from generator.locale import words_of
from generator.records.tree import load_catalogue
from generator.site.desk import write_desk
from tests.browser.measures import SHIFTS
from tests.conftest import PROJECT, SAMPLE, build_site
from tests.desk.conftest import PACKAGES
from tools.serving import Served, serve

GOLDEN = PROJECT / "tests" / "golden" / "catalogue"
PATIENCE = 15_000
"""How long a page is waited for, in milliseconds: with one broken script hundreds of tests wait."""

SILENT = """(() => {
  const Real = Worker;
  globalThis.Worker = function (address, options) {
    if (String(address) !== "worker.mjs") return new Real(address, options);
    return Object.assign(new EventTarget(), { postMessage() {}, terminate() {} });
  };
})()"""
"""The worker of the rules as it is while its program still loads: seconds of work for each page."""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 360, "height": 740})
    opened.set_default_timeout(PATIENCE)
    opened.add_init_script(SHIFTS)
    yield opened
    opened.close()


@pytest.fixture
def page(served_sample: Served, phone: Page) -> Page:
    return served_sample.watch(phone)


@pytest.fixture
def golden_page(served_golden: Served, phone: Page) -> Page:
    return served_golden.watch(phone)


@pytest.fixture(scope="session")
def served_golden(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A site of a catalogue with limits of areas, time beside them, and titles that repeat."""
    folder = tmp_path_factory.mktemp("golden")
    build_site(GOLDEN, folder, date(2026, 12, 31))
    with serve(folder / "site") as served:
        yield served


@pytest.fixture(scope="session")
def served_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The desk of the sample, without the site around it."""
    if not (PACKAGES / "yaml").is_dir():
        pytest.skip(f"the packages of the desk are not in {PACKAGES}: run `make desk`")
    site = tmp_path_factory.mktemp("desk")
    write_desk(load_catalogue(SAMPLE)[0], SAMPLE, PACKAGES, site, words_of("vi"))
    with serve(site) as served:
        yield served


@pytest.fixture
def silent_phone(phone: Page) -> Page:
    """A phone on which no rule is checked."""
    phone.add_init_script(SILENT)
    return phone


def open_desk(served: Served, page: Page) -> Page:
    page.goto(f"{served.address}soan-thao/")
    page.wait_for_selector("#so-quyet-dinh")
    return page


@pytest.fixture
def desk(served_desk: Served, silent_phone: Page) -> Page:
    """The desk for what needs no finding of the rules."""
    return open_desk(served_desk, silent_phone)


@pytest.fixture
def checked_desk(served_desk: Served, phone: Page) -> Page:
    """The desk with its rules, which load while its forms are filled in."""
    return open_desk(served_desk, phone)
