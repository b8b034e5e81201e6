"""Sheets of one matter in a set, of the country and of a province: each names the other."""

from collections.abc import Callable
from dataclasses import replace

import pypdfium2
import pytest

from generator.model.edition import Edition
from generator.model.posting import ChangedSheet, PostingChange, PostingItem, PostingReason
from generator.model.posting_kin import name_kin, sharing_titles
from generator.model.published import PublishedProcedure
from generator.posting.documents import PostedSet, print_cards, print_leaflets, print_sheets
from generator.posting.rows import ListedSheet, changed_row, listed_answers, wall_row
from generator.posting.sheets import sheet_of


@pytest.fixture(scope="module")
def kin(sample: Edition) -> tuple[str, str]:
    """A procedure of the sample and one of its family."""
    family = next(one for one in sample.families.values() if len(one.variants) > 1)
    first, second = (one.procedure for one in family.variants[:2])
    return first, second


def item(sample: Edition, code: str, province: str) -> PostingItem:
    entry = sample.entries[code]
    return PostingItem(
        replace(entry, summary=replace(entry.summary, province=province)), (PostingReason.LEVEL,)
    )


def titled(entry: PublishedProcedure, title: str) -> PublishedProcedure:
    return replace(entry, summary=replace(entry.summary, title=title))


def test_the_sheet_of_the_country_and_that_of_the_province_name_each_other(
    sample: Edition, kin: tuple[str, str]
) -> None:
    country, home = kin
    items = {country: item(sample, country, ""), home: item(sample, home, "52")}
    found = name_kin(items, sample)
    assert [one.kin for one in found.values()] == [(home,), (country,)]
    sheets = [sheet_of(one, sample) for one in found.values()]
    assert sheets[0].kin.startswith("Địa phương còn công bố thủ tục riêng về việc này, mã ")
    assert sheets[1].kin.startswith("Tờ này do địa phương công bố; ")
    assert sheets[0].code in sheets[1].kin
    sheet = ListedSheet(listed_answers(found[country], sample))
    row = wall_row(1, found[country], sheet, sample)
    assert row["kin"] == f"Cùng việc còn tờ mã {sheets[1].code}"
    new = ChangedSheet(PostingChange.PUT_UP, found[country].entry, None, "v001", None)
    why = str(changed_row(new, found, sample)["why"])
    assert why.endswith(f" của cơ quan. {row['kin']}.")


def test_two_of_the_country_are_no_kin(sample: Edition, kin: tuple[str, str]) -> None:
    items = {code: item(sample, code, "") for code in kin}
    assert all(not one.kin for one in name_kin(items, sample).values())
    assert sheet_of(items[kin[0]], sample).kin == ""


@pytest.mark.parametrize("printed", [print_sheets, print_leaflets, print_cards])
def test_whatever_is_printed_of_a_province_names_it(
    sample: Edition, kin: tuple[str, str], printed: Callable[..., bytes]
) -> None:
    items = {code: item(sample, code, "99" if code == kin[1] else "") for code in kin}
    sheets = [sheet_of(one, sample) for one in items.values()]
    assert [one.whose for one in sheets] == ["", "Thủ tục của tỉnh Mẫu"]
    pages = pypdfium2.PdfDocument(printed(PostedSet("UBND xã", items, sample), sheets))
    said = " ".join(page.get_textpage().get_text_bounded() for page in pages)
    assert " ".join(said.split()).count("Thủ tục của tỉnh Mẫu") == 1


def test_sheets_of_one_title_name_each_other_whosever_they_are(
    sample: Edition, kin: tuple[str, str]
) -> None:
    items = {code: item(sample, code, "") for code in kin}
    titles = ("Nuôi ong", "NUÔI ONG.")
    alike = {
        code: replace(one, entry=titled(one.entry, title))
        for (code, one), title in zip(items.items(), titles, strict=True)
    }
    found = name_kin(alike, sample)
    assert [one.named_alike for one in found.values()] == [(kin[1],), (kin[0],)]
    sheet = sheet_of(found[kin[0]], sample)
    assert sheet.kin.startswith("Ở đây còn niêm yết thủ tục cùng tên, mã ")
    assert sharing_titles(alike) == (kin,)
    last = replace(alike[kin[1]], entry=titled(alike[kin[1]].entry, "Nuôi ong rừng"))
    apart = {**alike, kin[1]: last}
    assert sharing_titles(apart) == ()
    assert not any(one.named_alike for one in name_kin(apart, sample).values())
