"""The site of the real catalogue, of which hardly a day is known."""

from pathlib import Path

import pytest

from tests.real.conftest import DATA
from tests.unknown_days import statements

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not DATA.is_dir(), reason="the real data is not beside the project"),
]
EXPORT = "Bản xuất của Cổng"


def test_no_output_says_anything_of_a_day_that_is_not_known(site: Path) -> None:
    assert statements(site) == []


def test_a_page_says_at_most_once_what_its_source_lacks(site: Path) -> None:
    pages = {file: file.read_text("utf8") for file in site.glob("thu-tuc/*/index.html")}
    assert len(pages) > 3_600
    assert [str(file) for file, text in pages.items() if text.count(EXPORT) > 1] == []
    assert [str(file) for file, text in pages.items() if text.count("Nguồn không ghi:") > 1] == []
