"""What offices of the imported catalogue must post, against a count made from its files alone."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.cli import main
from generator.locale import words_of
from generator.model.edition import Edition
from generator.model.posting import posting_set
from generator.posting.office import posting_order
from generator.records.catalogue import Catalogue
from generator.records.tree import load_catalogue
from tests.posting.recount import Files
from tests.real.conftest import DATA
from tests.real.judged import needs_real_data

DAYS = (date(2025, 6, 30), date(2026, 3, 1), date(2026, 11, 28))
OFFICES = (
    "bo-phan-mot-cua-phuong-kinh-bac",
    "trung-tam-phuc-vu-hanh-chinh-cong-cap-xa-tinh-phu-tho",
    "trung-tam-phuc-vu-hanh-chinh-cong-tinh-lai-chau",
    "so-tu-phap",
)
COMMUNE, PROVINCE = "xã Ia Pa", "gia-lai"

pytestmark = needs_real_data


@pytest.fixture(scope="module")
def placed(folder: Path, catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The imported catalogue with the places of today, which its agencies are given."""
    assert catalogue.procedures
    into = tmp_path_factory.mktemp("placed") / "catalogue"
    shutil.copytree(folder / "catalogue", into)
    tables = [str(DATA / f"admin-units-{name}.tsv.xz") for name in ("2025", "old-to-new")]
    assert main(["import", "places", *tables, "--into", str(into)]) == 0
    return into


@pytest.fixture(scope="module")
def files(placed: Path) -> Files:
    return Files(placed)


@pytest.fixture(scope="module")
def known(placed: Path) -> Catalogue:
    return load_catalogue(placed)[0]


def printed(name: str, edition: Edition) -> dict[str, str]:
    """The versions of which sheets are printed for an office or a place."""
    items = posting_set(posting_order([name], edition).target, edition)
    return {code: item.entry.version.version for code, item in items.items()}


@pytest.mark.parametrize("day", DAYS)
def test_nothing_is_missing_and_nothing_is_too_many(
    known: Catalogue, files: Files, day: date
) -> None:
    edition = Edition(known, day, words_of("vi"))
    for office in OFFICES:
        due = files.must_post(office, str(day))
        assert len(due) > 10
        assert printed(office, edition) == due, office
    due = files.of_levels({"commune"}, PROVINCE, str(day))
    assert len(due) > 100
    assert printed(COMMUNE, edition) == due


def test_offices_of_every_kind_on_the_last_day(known: Catalogue, files: Files) -> None:
    edition = Edition(known, DAYS[-1], words_of("vi"))
    differ = [
        office
        for office in sorted(known.agencies)[::30]
        if {
            one.procedure: one.version
            for one in edition.posting_groups.get(office, ())
            if one.current
        }
        != files.must_post(office, str(DAYS[-1]))
    ]
    assert differ == []
