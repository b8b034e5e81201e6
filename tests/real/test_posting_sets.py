"""What offices of the imported catalogue must post, against a count made from its files alone."""

from datetime import date
from pathlib import Path

import pytest

from generator.locale import words_of
from generator.model.edition import Edition
from generator.model.posting import posting_set
from generator.posting.office import posting_order
from generator.records.catalogue import Catalogue
from tests.posting.recount import Files
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
def files(folder: Path, catalogue: Catalogue) -> Files:
    assert catalogue.procedures
    return Files(folder / "catalogue")


def printed(name: str, edition: Edition) -> dict[str, str]:
    """The versions of which sheets are printed for an office or a place."""
    items = posting_set(posting_order([name], edition).target, edition)
    return {code: item.entry.version.version for code, item in items.items()}


@pytest.mark.parametrize("day", DAYS)
def test_nothing_is_missing_and_nothing_is_too_many(
    catalogue: Catalogue, files: Files, day: date
) -> None:
    edition = Edition(catalogue, day, words_of("vi"))
    for office in OFFICES:
        due = files.must_post(office, str(day))
        assert len(due) > 10
        assert printed(office, edition) == due, office
    due = files.of_levels({"commune"}, PROVINCE, str(day))
    assert len(due) > 100
    assert printed(COMMUNE, edition) == due


def test_every_office_on_the_last_day(catalogue: Catalogue, files: Files) -> None:
    edition = Edition(catalogue, DAYS[-1], words_of("vi"))
    differ = [
        office
        for office in catalogue.agencies
        if {
            one.procedure: one.version
            for one in edition.posting_groups.get(office, ())
            if one.current
        }
        != files.must_post(office, str(DAYS[-1]))
    ]
    assert differ == []
