"""A number of papers is given only where every reader brings each item of the source, once."""

from dataclasses import replace

import pytest

from generator.readings.paper_pieces import own_words, pieces_of
from generator.readings.recorded_papers import application_first, count_dossier, recorded_groups
from tests.readings.dossiers import dossier, group, item, papers


def test_items_that_everybody_brings_are_all_needed() -> None:
    found = count_dossier(papers("Đơn đề nghị nuôi ong", "Bản sao sổ nuôi ong"))
    assert (found.items, found.all_needed, found.by_case) == (2, True, False)


@pytest.mark.parametrize(
    "name",
    [
        "Giấy ủy quyền (nếu có)",
        "Trường hợp nuôi ở xã: Sổ nuôi ong",
        "Giấy thuê vườn trong trường hợp thuê vườn",
    ],
)
def test_one_item_that_not_all_bring_says_so_itself_and_not_of_the_others(name: str) -> None:
    found = count_dossier(papers("Đơn đề nghị nuôi ong", name))
    assert (found.items, found.all_needed, found.by_case) == (2, False, False)


def test_papers_depend_on_the_case_where_groups_or_headings_are_of_cases() -> None:
    ours = group("Đơn nuôi ong", name="Đối với hộ gia đình")
    theirs = group("Sổ nuôi ong", name="Trường hợp nuôi ở xã khác")
    assert count_dossier(dossier(ours, theirs)).by_case
    assert count_dossier(dossier(group("Trường hợp đàn mới:", "- Đơn nuôi ong"))).by_case
    assert not count_dossier(dossier(group("Trường hợp đàn mới nộp đơn", "Sổ"))).by_case


@pytest.mark.parametrize(
    "name",
    [
        "Đối với hộ gia đình: Sổ nuôi ong",
        "Thẻ căn cước hoặc hộ chiếu",
        "Một trong các giấy tờ sau: a) Thẻ ong; b) Sổ ong",
        "Hồ sơ đề nghị cấp sổ nuôi ong",
        "Đơn đề nghị nuôi ong",
        "Sổ nuôi ong, kèm ảnh vườn",
    ],
)
def test_neither_a_number_nor_a_case_is_claimed_where_the_words_leave_it_open(name: str) -> None:
    found = count_dossier(papers("Đơn đề nghị nuôi ong", name))
    assert (found.items, found.all_needed, found.by_case) == (2, False, False)


def test_several_papers_in_one_item_are_not_counted_as_one() -> None:
    found = count_dossier(papers("Đơn đề nghị nuôi ong; Sổ nuôi ong"))
    assert (found.items, found.all_needed, found.by_case) == (1, False, False)


def test_a_note_is_no_paper_that_everybody_brings() -> None:
    note = replace(item("Đàn ong phải khỏe", 0, 0), kind="note")
    assert not count_dossier(dossier(group(item("Đơn nuôi ong"), note))).all_needed


def test_groups_are_counted_and_none_is_claimed_to_be_needed() -> None:
    found = count_dossier(dossier(group("Đơn nuôi ong", name="Đàn mới"), group("Sổ", name="Cũ")))
    assert (found.items, found.groups, found.all_needed, found.by_case) == (2, 2, False, False)


def test_a_case_that_stands_alone_is_not_for_everybody() -> None:
    assert not count_dossier(dossier(group("Đơn nuôi ong", name="Hồ sơ nhập ong"))).all_needed
    assert count_dossier(dossier(group("Đơn nuôi ong", name="Giấy tờ phải nộp"))).all_needed


def test_the_application_comes_first_unless_letters_give_an_order() -> None:
    def first(*names: str) -> str:
        groups = application_first(recorded_groups(papers(*names)))
        return groups[0].papers[0].words

    assert first("Sổ nuôi ong", "Đơn đề nghị nuôi ong") == "Đơn đề nghị nuôi ong"
    assert first("a) Sổ nuôi ong", "b) Đơn đề nghị nuôi ong") == "a) Sổ nuôi ong"


def test_words_of_a_paper_end_where_the_papers_in_them_begin() -> None:
    (group_,) = recorded_groups(papers("Một trong các giấy tờ sau: a) Thẻ ong; b) Sổ ong"))
    (one,) = group_.papers[0].papers
    assert [own_words(paper).rstrip(";") for paper in (one, *one.parts)] == [
        "Một trong các giấy tờ sau:",
        "Thẻ ong",
        "Sổ ong",
    ]
    (plain,) = recorded_groups(papers("Một trong các giấy tờ sau: Thẻ ong; Sổ ong"))
    assert own_words(plain.papers[0].papers[0]) == "Một trong các giấy tờ sau:"


@pytest.mark.parametrize(
    ("lead", "named"),
    [
        ("Bản sao chứng thực các giấy tờ, văn bản của đàn ong gồm:", 3),
        ("Bản sao giấy tờ chứng minh việc nuôi ong theo một trong các trường hợp sau:", 3),
        ("Báo cáo nuôi ong gồm:", 1),
        ("Văn bản về đàn ong có các nội dung sau:", 1),
    ],
)
def test_what_is_listed_below_several_papers_is_papers_and_no_content(
    lead: str, named: int
) -> None:
    (group_,) = recorded_groups(papers(f"{lead} - Giấy phép đặt tổ; - Hợp đồng thuê vườn ong."))
    assert len(pieces_of(group_.papers[0])) == named


def test_dashes_stand_below_the_only_letter_that_awaits_papers() -> None:
    found = recorded_groups(
        dossier(group("- Sổ ong", "a) Hồ sơ nuôi ong gồm:", "b) Khi mất sổ thì báo xã", "- Đơn"))
    )
    assert [one.words[:2] for one in found[0].papers] == ["a)", "- ", "- ", "b)"]
    found = recorded_groups(dossier(group("b) Giấy về:", "- Sổ ong", "a) Đơn nuôi ong", "- Ảnh")))
    assert [one.words[:2] for one in found[0].papers] == ["a)", "b)", "- ", "- "]
    two = ("- Sổ ong", "a) Hồ sơ nuôi ong gồm:", "b) Hồ sơ bán ong gồm:", "- Đơn nuôi ong")
    found = recorded_groups(dossier(group(*two)))
    assert [one.words for one in found[0].papers] == list(two)
