"""No output of a site says anything about a day that its records do not know."""

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import SAMPLE, build_site
from tests.unknown_days import statements

_DAYS = re.compile(r"^(  )?(signed|listed|effective|recorded): .*\n", re.MULTILINE)
_REASON = "Bản xuất không ghi."


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as a source that states no day and no commitment would give it."""
    folder = tmp_path_factory.mktemp("undated")
    catalogue = shutil.copytree(SAMPLE, folder / "catalogue")
    for file in catalogue.glob("decisions/*/*/*.yml"):
        file.write_text(without_days(file.read_text("utf8")), "utf8")
    build_site(catalogue, folder)
    return folder / "site"


def without_days(text: str) -> str:
    keys = ("signed", "listed", "effective")
    rest = re.sub(r"^unknown:\n(?:  .*\n)+", "", _DAYS.sub("", text), flags=re.MULTILINE)
    reasons = "".join(f"  {key}: {_REASON}\n" for key in keys)
    return "".join(f"{key}: null\n" for key in keys) + rest.rstrip() + f"\nunknown:\n{reasons}"


def test_nothing_is_said_of_days_that_no_record_states(site: Path) -> None:
    assert statements(site) == []
    page = (site / "thu-tuc/1.001193/index.html").read_text("utf8")
    assert "nguồn không ghi ngày có hiệu lực" in page
    assert '<form class="as-of' not in page


def test_nothing_is_said_of_the_days_that_the_sample_does_not_state(sample_site: Path) -> None:
    assert statements(sample_site) == []


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("api/v1/procedures/1.001193.json", '"status":"published"', '"status":"in_force"'),
        ("thu-tuc/1.001193/index.html", ' data-sure="never"', ""),
        ("linh-vuc/ho-tich/list.json", '"sure":"never"', '"sure":""'),
        ("so-lieu/thu-tuc.csv", ",published,", ",in_force,"),
        ("lich.ics", "END:VCALENDAR", "DTSTART;VALUE=DATE:20250101\r\nEND:VCALENDAR"),
        ("feed.xml", "</feed>", "<entry><updated>1970-01-01T00:00:00</updated></entry></feed>"),
        ("search/cards/*.json", '"?"', '""'),
    ],
)
def test_a_statement_is_found_in_every_output(
    site: Path, tmp_path: Path, name: str, before: str, after: str
) -> None:
    copy = shutil.copytree(site, tmp_path / "site")
    (file,) = [*copy.glob(name), *copy.glob(name.replace(".json", ".*.json"))][:1]
    text = file.read_text("utf8")
    assert before in text
    file.write_text(text.replace(before, after), "utf8")
    assert statements(copy) != []
