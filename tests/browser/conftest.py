"""Pages on a phone, whose complaints are noted."""

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.measures import SHIFTS
from tests.conftest import PROJECT, build_site
from tools.serving import Served, serve

GOLDEN = PROJECT / "tests" / "golden" / "catalogue"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 360, "height": 740})
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
