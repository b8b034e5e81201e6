"""Many agencies of one province are one line that unfolds, on a page and in a list."""

from dataclasses import replace

import pytest

from generator import addresses
from generator.model.edition import Edition
from generator.pages.folded_agencies import FEW, fold_agencies, fold_key
from generator.pages.listing import listing_pages
from generator.pages.lists import WAYS
from generator.pages.sections import agencies_section
from generator.records.registers import Agency
from generator.records.stated import AgencyPart, Stated
from generator.records.version import Version

CODE = "1.900502"


def branches(count: int) -> dict[str, Agency]:
    return {
        f"cn-{number}": Agency(
            id=f"cn-{number}",
            name=f"Chi nhánh Văn phòng đăng ký đất đai số {number} tỉnh Mẫu",
            kind="agency",
            level="province",
            place="tinh-mau",
        )
        for number in range(count)
    }


def with_branches(sample: Edition, count: int) -> tuple[Edition, Version]:
    agencies = {**sample.catalogue.agencies, **branches(count)}
    edition = replace(sample, catalogue=replace(sample.catalogue, agencies=agencies))
    parts = Stated(items=tuple(AgencyPart(agency=key) for key in branches(count)))
    version = sample.entries[CODE].version
    roles = replace(version.agencies, executing=parts, deciding=parts)
    return edition, replace(version, agencies=roles)


@pytest.mark.parametrize(("count", "folded"), [(FEW, 0), (FEW + 1, FEW + 1)])
def test_more_than_a_few_agencies_of_a_kind_fold(sample: Edition, count: int, folded: int) -> None:
    edition, version = with_branches(sample, count)
    parts, folds = fold_agencies(version.agencies.executing.items, edition)
    assert [len(fold.parts) for fold in folds] == [folded] * bool(folded)
    assert len(parts) == count - folded


def test_a_page_names_them_together_and_lists_them_once(sample: Edition) -> None:
    edition, version = with_branches(sample, 7)
    page = agencies_section(version, edition, addresses.procedure(CODE)).html
    assert "<strong>Cơ quan thực hiện:</strong> 7 chi nhánh ở tỉnh Mẫu" in page
    summary = "Cơ quan thực hiện, Cơ quan có thẩm quyền: 7 chi nhánh ở tỉnh Mẫu</summary>"
    assert page.count(summary) == 1
    assert page.count('href="../../co-quan/cn-3/"') == 1
    assert 'data-province="99"' in page


def test_a_list_of_agencies_folds_them_behind_the_first(sample: Edition) -> None:
    edition, _ = with_branches(sample, 7)
    (listing,) = WAYS["agencies"].index(edition)
    page = next(iter(listing_pages(listing, edition))).body.html
    assert page.count('<li class="fold" data-province="99">') == 1
    assert "<summary>7 chi nhánh ở tỉnh Mẫu</summary>" in page
    assert page.count("số 3 tỉnh Mẫu") == 1


@pytest.mark.parametrize(
    ("name", "place", "key"),
    [
        ("Sở Y tế tỉnh Mẫu", "tinh-mau", ("tinh-mau", "sở")),
        ("Chi nhánh số 1", "tinh-mau/99001", ("tinh-mau", "chi nhánh")),
        ("Quỹ Bảo vệ rừng", "tinh-mau", ("tinh-mau", "")),
        ("Sở Y tế", None, None),
    ],
)
def test_agencies_fold_by_province_and_kind(
    name: str, place: str | None, key: tuple[str, str] | None
) -> None:
    assert fold_key(name, place) == key
