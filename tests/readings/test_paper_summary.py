"""How many papers, and the first ones, in a few words."""

import pytest

from generator.readings.paper_summary import (
    DossierChoice,
    PaperSummary,
    shorten_name,
    summarise_papers,
)
from generator.readings.papers import read_papers
from generator.records.version import Version
from tests.readings.dossiers import dossier, group, item, papers

APPLICATION = "Đơn đề nghị cấp giấy phép nuôi ong"


def summarise(version: Version) -> PaperSummary:
    return summarise_papers(read_papers(version))


def test_papers_that_only_some_need_are_the_difference_of_fewest_and_most() -> None:
    found = summarise(papers("Bản vẽ vườn", "Giấy ủy quyền (nếu có)", APPLICATION))
    assert (found.choice, found.fewest, found.most, found.cases) == (DossierChoice.ALL, 2, 3, 0)
    assert [one.name for one in found.first] == [APPLICATION, "Bản vẽ vườn", "Giấy ủy quyền"]
    assert [one.if_needed for one in found.first] == [False, False, True]


def test_cases_are_counted_by_the_easiest_and_the_hardest() -> None:
    new = group(APPLICATION, "Bản vẽ vườn", "Hợp đồng thuê vườn", name="Trường hợp cấp mới")
    again = group(APPLICATION, name="Trường hợp cấp lại")
    found = summarise(dossier(new, again))
    assert (found.choice, found.fewest, found.most, found.cases) == (DossierChoice.ONE, 1, 3, 2)


def test_groups_that_the_words_do_not_relate_are_unknown() -> None:
    people = [group(APPLICATION, name=f"Hồ sơ của {who}") for who in ("chủ vườn", "người thuê")]
    found = summarise(dossier(*people))
    assert (found.choice, found.fewest) == (DossierChoice.UNKNOWN, 0)
    assert [one.name for one in found.first] == [APPLICATION]


def test_one_of_several_counts_once_and_says_how_many() -> None:
    found = summarise(papers("Một trong các giấy tờ sau: a) Hợp đồng thuê; b) Giấy giao đất."))
    assert (found.fewest, found.most) == (1, 1)
    assert found.first[0].one_of == 2


def test_notes_and_papers_of_zero_copies_are_not_counted() -> None:
    found = summarise(papers(APPLICATION, "Lưu ý: nộp sớm", item("Tờ trình lập vườn", 0, 0)))
    assert (found.fewest, found.most) == (1, 1)


def test_an_empty_dossier_has_no_papers() -> None:
    assert summarise(dossier()) == PaperSummary(DossierChoice.ALL, 0, 0, 0, True, ())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("- đơn đề nghị nuôi ong;", "Đơn đề nghị nuôi ong"),
        ("Đơn đề nghị nuôi ong ở vườn", "Đơn đề nghị nuôi…"),
        ("Bản sao có chứng thực hoặc bản sao giấy khai sinh", "Giấy khai sinh"),
        ("Bản sao giấy khai sinh", "Bản sao giấy khai…"),
        ("X" * 30, "X" * 19 + "…"),
    ],
)
def test_a_name_is_cut_between_words(text: str, name: str) -> None:
    assert shorten_name(text, 20) == name
