"""A page on a phone, whose complaints are noted."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.measures import SHIFTS
from tools.serving import Served


@pytest.fixture
def page(served_sample: Served, browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 360, "height": 740})
    opened.add_init_script(SHIFTS)
    yield served_sample.watch(opened)
    opened.close()
