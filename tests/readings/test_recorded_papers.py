"""A number of papers is given only where every reader brings each item of the source, once."""

from dataclasses import replace

import pytest

from generator.readings.dossier_counts import count_dossier
from generator.readings.paper_pieces import own_words, pieces_of
from generator.readings.recorded_application import application_first
from generator.readings.recorded_papers import recorded_groups
from generator.records.stated import Stated
from generator.records.version import Step
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


@pytest.mark.parametrize(
    ("name", "run_on"),
    [
        ("a) Đơn nuôi ong; b) Sổ nuôi ong; c) Giấy thuê vườn", True),
        ("Đơn nuôi ong. - Bản vẽ vườn. - Sổ nuôi ong", True),
        ("Đơn nuôi ong, nêu rõ tên, địa chỉ của hộ nếu có", False),
    ],
)
def test_the_number_of_items_that_are_lists_is_that_of_no_papers(name: str, run_on: bool) -> None:
    assert count_dossier(papers(name)).run_on is run_on
    assert not count_dossier(papers(name, "Sổ vườn", "Giấy thuê nếu có")).run_on


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


@pytest.mark.parametrize(
    ("title", "one", "other", "needed"),
    [
        ("Công bố, công bố lại giá ong", "Bảng công bố giá ong", "Bảng công bố lại giá ong", False),
        ("Thủ tục khen người nuôi ong", "Báo cáo nuôi ong (10)", "Báo cáo nuôi ong (13)", False),
        ("Thiết lập, điều chỉnh vườn", "Phương án thiết lập", "Phương án điều chỉnh", False),
        ("Lập phương án vườn", "Phương án lập vườn", "Phương án tài chính", True),
        ("Cấp lại thẻ", "Đơn nuôi ong", "Thẻ bị hư hỏng", False),
        ("Cấp lại thẻ", "Đơn nuôi ong", "Giấy tờ về nội dung thay đổi", False),
        ("Cấp đổi thẻ", "Đơn nuôi ong", "Giấy tờ về nội dung thay đổi", True),
        ("Cấp lại thẻ", "Tờ khai cấp lại, thay đổi thẻ", "Ảnh", True),
        ("Cấp thẻ ong", "Giấy chứng nhận bị thương", "Giấy chứng nhận bệnh binh", True),
    ],
)
def test_papers_that_may_be_for_cases_are_not_all_needed(
    title: str, one: str, other: str, needed: bool
) -> None:
    assert count_dossier(papers(one, other, title=title)).all_needed is needed


def test_what_comes_on_top_for_a_way_of_filing_stands_behind_the_papers_of_all() -> None:
    names = [
        "* Trường hợp đăng ký tổ nuôi ong trên môi trường điện tử",
        "Trường hợp ủy quyền cho cá nhân",
        "a) Hồ sơ nuôi ong",
        "* Lưu ý",
    ]
    found = recorded_groups(dossier(*(group("Đơn nuôi ong", name=name) for name in names)))
    assert [one.name for one in found] == [names[2], names[0], names[1], names[3]]


def test_rules_stand_behind_papers_where_nothing_tells_an_order() -> None:
    rule, case = "Trường hợp thẻ đã có trong dữ liệu thì không phải nộp", "Trường hợp mất nộp đơn"
    lines = ("Sổ nuôi ong", "Thẻ căn cước")

    def told(*names: str) -> list[str]:
        (found,) = recorded_groups(dossier(group(*names)))
        return [paper.words for paper in found.papers]

    assert told(rule, lines[0], case, lines[1]) == [*lines, case, rule]
    assert told(f"- {rule}", lines[0]) == [lines[0], f"- {rule}"]
    for kept in (
        (rule, "Giấy tờ phải nộp:", *lines),
        (f"- {rule}", f"+ {lines[0]}"),
        (f"b) {rule}", "b) Sổ"),
        ("Đối với hộ gia đình", lines[0], "Đối với tổ chức", lines[1]),
    ):
        assert told(*kept) == list(kept)


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
    assert len(pieces_of(group_.papers[0].text)) == named


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


def test_papers_in_the_heading_of_a_case_are_papers_of_it() -> None:
    told = "a) Trường hợp đàn mới: - Đơn nuôi ong. - Giấy thuê vườn. - Số lượng hồ sơ: 01 bộ"
    (found,) = recorded_groups(dossier(group("- Sổ nuôi ong", name=told)))
    assert found.name == "a) Trường hợp đàn mới:"
    names = ["- Đơn nuôi ong.", "- Giấy thuê vườn.", "- Sổ nuôi ong"]
    assert [one.words for one in found.papers] == names
    assert count_dossier(dossier(group("- Sổ nuôi ong", name=told))).items == 3


@pytest.mark.parametrize(
    "name",
    [
        "Trường hợp đàn mới: - Người nuôi ong lập sổ. - Trạm kiểm tra đàn ong.",
        "Trường hợp đàn mới, gồm: - Đơn nuôi ong",
        "Lưu ý: - Giấy tờ nêu trên là bản sao. - Giấy tờ phải rõ.",
    ],
)
def test_a_heading_that_lists_no_papers_stays_whole(name: str) -> None:
    (found,) = recorded_groups(dossier(group("- Sổ nuôi ong", name=name)))
    assert (found.name, len(found.papers)) == (name, 1)


def test_a_heading_above_several_items_stays_whole() -> None:
    told = "Trường hợp đàn mới: - Đơn nuôi ong. - Giấy thuê vườn."
    (found,) = recorded_groups(dossier(group("- Đơn nuôi ong", "- Giấy thuê vườn", name=told)))
    assert found.name == told


MIXED = (
    "c) Sổ ong",
    "- Giấy thuê vườn",
    "2. Hồ sơ xin cấp gồm:",
    "a) Đơn nuôi ong",
    "1. Hồ sơ đăng ký gồm:",
    "b) Ảnh vườn",
    "2.1. Chưa có ảnh thì nợ 5 ngày.",
)


def test_items_that_lost_their_headings_stand_by_letter_and_the_headings_last() -> None:
    (found,) = recorded_groups(papers(*MIXED))
    assert found.is_mixed
    marks = [one.words.split()[0] for one in found.papers]
    assert marks == ["a)", "b)", "c)", "-", "1.", "2.", "2.1."]


@pytest.mark.parametrize(
    "kept",
    [
        ("1. Hồ sơ đăng ký gồm:", "a) Đơn", "b) Sổ", "2. Hồ sơ gồm:", "c) Ảnh"),
        ("1. Hồ sơ đăng ký gồm:", "a) Đơn", "b) Sổ", "c) Ảnh", "2. Hồ sơ gồm:", "a) Thẻ"),
        ("1. Hồ sơ đăng ký gồm:", "c) Ảnh", "b) Sổ", "a) Đơn"),
    ],
)
def test_an_order_that_was_not_lost_or_has_one_heading_is_kept(kept: tuple[str, ...]) -> None:
    (found,) = recorded_groups(papers(*kept))
    assert not found.is_mixed
    assert [one.words for one in found.papers] == list(kept)


def test_papers_below_one_of_these_cases_that_are_none_stand_apart() -> None:
    name = "Báo cáo đàn ong theo một trong các trường hợp sau:"
    cases = ("+ Trường hợp đàn mới: Mẫu 1", "+ Trường hợp đàn cũ: Mẫu 2")
    first, second = recorded_groups(dossier(group(cases[0], "Đơn nuôi ong", cases[1], name=name)))
    assert (first.name, [one.words for one in first.papers]) == ("", ["Đơn nuôi ong"])
    assert [one.words for one in second.papers] == list(cases)


def test_how_many_sets_are_filed_is_no_paper_among_the_others() -> None:
    (found,) = recorded_groups(papers("b) Sổ ong", "* Số lượng hồ sơ: 01 (một) bộ.", "a) Đơn"))
    assert [one.words[0] for one in found.papers] == ["a", "b", "*"]


@pytest.mark.parametrize("name", ["(ii) Hồ sơ trình phê duyệt", "Hồ sơ nộp trạm"])
def test_what_an_office_sends_on_is_told_by_the_name_of_its_group(name: str) -> None:
    (found,) = recorded_groups(dossier(group("Sổ nuôi ong", name=name)))
    assert found.is_of_office == (name == "(ii) Hồ sơ trình phê duyệt")


def words_of(*names: str, under: str | None = None) -> list[list[str]]:
    groups = recorded_groups(dossier(group(*names, name=under)))
    return [[paper.words for paper in one.papers] for one in groups]


def test_requests_of_one_kind_may_each_be_for_some() -> None:
    found = count_dossier(papers("Tờ khai nuôi ong theo Mẫu 1", "Tờ khai lấy mật theo Mẫu 2"))
    assert (found.items, found.all_needed, found.by_case) == (2, False, False)


def test_a_case_that_the_title_tells_is_that_of_all() -> None:
    name = "Hồ sơ cấp phép trường hợp không còn nuôi ong lấy mật"
    title = "Cấp phép trường hợp không còn nuôi ong lấy mật"
    assert not count_dossier(dossier(group("Đơn", name=name), title=title)).by_case
    assert count_dossier(dossier(group("Đơn", name=name), title="Cấp phép")).by_case


def test_papers_follow_their_numbers_with_letters_below_the_only_one_that_leads_to_them() -> None:
    names = ["4. Ảnh", "2. Đề án, bổ sung:", "b) Vườn", "1. Đơn", "a) Ong", "3.1. Sổ", "3. Thẻ"]
    assert words_of(*names) == [
        ["1. Đơn", "2. Đề án, bổ sung:", "a) Ong", "b) Vườn", "3. Thẻ", "3.1. Sổ", "4. Ảnh"]
    ]


@pytest.mark.parametrize(
    "names",
    [
        ["2. Sổ:", "1. Đơn:", "3. Ảnh", "a) Ong"],
        ["7. Sổ", "1.1. Đơn", "3. Ảnh"],
        ["2. Sổ", "Thẻ", "1. Đơn", "Bìa"],
    ],
)
def test_an_order_that_leaves_a_place_open_stays_that_of_the_source(names: list[str]) -> None:
    assert words_of(*names) == [names]


def test_numbered_papers_under_an_authorisation_are_of_everybody() -> None:
    proxy = ["+ Người được ủy quyền có thẻ", "+ Trường hợp ủy quyền cho cá nhân: giấy ủy quyền"]
    names = [*proxy, "(2) Sổ nuôi ong", "(1) Đơn nuôi ong"]
    assert words_of(*names, under="Trường hợp ủy quyền thực hiện thủ tục:") == [
        ["(1) Đơn nuôi ong", "(2) Sổ nuôi ong"],
        proxy,
    ]


def test_the_only_heading_stands_above_and_an_example_below() -> None:
    names = ["+ Ảnh ong", "+ Đơn nuôi ong", "- Hồ sơ nuôi ong, bao gồm:"]
    assert words_of(*names) == [[names[2], *names[:2]]]
    assert words_of("Ví dụ: ong rừng", "Đơn nuôi ong") == [["Đơn nuôi ong", "Ví dụ: ong rừng"]]


def test_words_that_no_paper_is_laid_down_are_no_paper() -> None:
    assert count_dossier(papers("không quy định")).items == 0


_CHOICE = "Giấy tờ của người nuôi ong lâu năm gồm một trong các loại giấy tờ sau:"


def test_papers_of_all_leave_a_group_of_which_one_is_chosen() -> None:
    ours = group("b) Sổ ong;", "a) Thẻ ong;", "Đơn nuôi ong", "Gồm:", "Ảnh vườn", name=_CHOICE)
    first, second = recorded_groups(dossier(ours))
    assert [paper.words for paper in first.papers] == ["Đơn nuôi ong", "Ảnh vườn", "Gồm:"]
    assert [paper.words for paper in second.papers] == ["a) Thẻ ong;", "b) Sổ ong;"]
    assert (first.name, second.name, second.is_mixed) == ("", _CHOICE, False)


def test_papers_that_may_be_of_all_stand_below_no_choice_that_is_taken_for_theirs() -> None:
    ours = group("+ Thẻ ong", "+ Ảnh vườn", "Đơn nuôi ong", name=_CHOICE)
    first, second = recorded_groups(dossier(ours))
    assert ([paper.words for paper in first.papers], second.is_mixed) == (["Đơn nuôi ong"], True)


def test_a_group_of_a_choice_without_an_application_stays_whole() -> None:
    (found,) = recorded_groups(dossier(group("a) Thẻ ong", "Sổ ong", name=_CHOICE)))
    assert (len(found.papers), found.is_mixed) == (2, False)


def test_numbered_groups_keep_their_order_beside_papers_without_a_group() -> None:
    ours = group("Đơn nuôi ong", "a) Thẻ", "b) Sổ", name=f"2. {_CHOICE}")
    found = recorded_groups(dossier(ours, group("Bản đồ", name="1. Giấy tờ của vườn")))
    assert [one.name for one in found] == ["", "1. Giấy tờ của vườn", f"2. {_CHOICE}"]


def test_a_choice_above_the_application_is_a_heading_of_lost_order() -> None:
    head = "Đối với trường hợp đổi vườn thì nộp một trong các giấy tờ sau đây"
    (found,) = recorded_groups(papers("Bản đồ vườn", head, "Thẻ ong", "Đơn nuôi ong"))
    assert found.is_mixed
    assert [paper.words for paper in found.papers][-1] == head
    assert found.papers[-1].stands_above
    (first,) = application_first((found,))
    assert [paper.words for paper in first.papers][:2] == ["Đơn nuôi ong", head]
    (told,) = recorded_groups(papers("Đơn nuôi ong", head, "Thẻ ong"))
    assert not told.is_mixed


def test_papers_of_the_only_case_that_tells_none_stand_below_it() -> None:
    found = recorded_groups(
        papers(
            "++ Giấy khác. Cụ thể:",
            "++++ Thẻ ong",
            "+++ Trường hợp gián tiếp: ++++ Sổ ong; ++++ Ảnh vườn",
            "+++ Trường hợp trực tiếp",
            "++++ Bản đồ",
        )
    )[0].papers
    assert [paper.words[:18] for paper in found] == [
        "++ Giấy khác. Cụ t",
        "+++ Trường hợp giá",
        "+++ Trường hợp trự",
        "++++ Thẻ ong",
        "++++ Bản đồ",
    ]


def test_what_speaks_of_papers_above_stands_behind_them() -> None:
    case = "+ Trường hợp không có văn bản nêu trên thì nộp cam đoan"
    (found,) = recorded_groups(papers(case, "- Chứng cứ gồm:", "+ Văn bản của bác sĩ"))
    assert [paper.words for paper in found.papers] == [
        "- Chứng cứ gồm:",
        "+ Văn bản của bác sĩ",
        case,
    ]


def test_two_papers_without_a_number_stand_behind_many_that_have_lost_their_order() -> None:
    numbered = ["4. Sổ ong", "5. Giấy thuê vườn", "1. Đơn nuôi ong", "3. Ảnh đàn", "2. Bản vẽ"]
    bare = ["Giấy về vườn ong", "Bản dịch của các giấy trên"]
    found = recorded_groups(dossier(group(*numbered, *bare)))[0].papers
    assert [paper.words for paper in found] == [*sorted(numbered), *bare]
    few = [numbered[0], bare[0], numbered[2], bare[1]]
    kept = recorded_groups(dossier(group(*few)))[0].papers
    assert [paper.words for paper in kept] == few


def test_notes_without_a_heading_and_what_is_filed_later_stand_behind_papers() -> None:
    later = group("Sổ ong đóng quyển", name="Hồ sơ nộp lại sau khi họp")
    first = group("Đơn nuôi ong", name="Hồ sơ đề nghị")
    note = group("* Lưu ý: nộp bản chụp")
    found = recorded_groups(dossier(later, note, first))
    assert [one.name for one in found] == ["Hồ sơ đề nghị", "Hồ sơ nộp lại sau khi họp", ""]
    again = group("Sổ ong đã sửa", name="Hoàn thiện sau thẩm định")
    assert recorded_groups(dossier(again, first))[0].name == "Hồ sơ đề nghị"
    mixed = recorded_groups(dossier(first, group("* Lưu ý: nộp bản chụp", "Ảnh vườn")))
    assert [one.name for one in mixed] == ["", "Hồ sơ đề nghị"]


def test_bulleted_papers_under_an_authorisation_with_letters_are_of_everybody() -> None:
    proxy = ["(i) Ủy quyền cho cá nhân: giấy ủy quyền", "(ii) Ủy quyền cho tổ chức: hợp đồng"]
    names = [*proxy, "- Thông báo dời đàn ong", "- Biên bản họp"]
    found = recorded_groups(
        dossier(group(*names, name="Trường hợp ủy quyền thì kèm một trong những giấy tờ sau:"))
    )
    told = [[paper.words for paper in one.papers] for one in found]
    assert told == [["- Thông báo dời đàn ong", "- Biên bản họp"], proxy]


def test_the_list_of_the_whole_dossier_stands_below_no_name_of_what_comes_on_top() -> None:
    name = "Đối với vườn xa, ngoài giấy tờ tại điểm a1, phải kèm một trong các tài liệu sau"
    whole = "a) Hồ sơ gồm: a1) Đơn đề nghị; a2) Lý lịch ong"
    found = recorded_groups(dossier(group("+ Bản sao sơ đồ", whole, name=name)))
    assert [one.name for one in found] == ["", name]
    assert [paper.words for paper in found[0].papers] == [whole]


def test_a_paper_that_a_step_spares_some_readers_is_not_needed_by_all() -> None:
    version = papers("Đơn đề nghị nuôi ong", "Bản sao sổ nuôi ong")
    for text, needed in (
        ("Từ lần thứ hai, chủ vườn không phải gửi kèm sổ nuôi ong.", False),
        ("Chủ vườn không phải gửi kèm căn cước.", True),
    ):
        steps = Stated(items=(Step(name=None, text=text),))
        assert count_dossier(replace(version, steps=steps)).all_needed is needed


def test_the_group_of_what_the_title_tells_stands_before_those_of_cases() -> None:
    cases = ("Trường hợp ong rừng", "Trường hợp ong lạ")
    names = (*cases, "Cấp giấy phép nuôi ong:")
    found = recorded_groups(dossier(*(group("Đơn nuôi ong", name=name) for name in names)))
    assert [one.name for one in found] == [names[2], *cases]
    names = (*cases, "Thu hồi giấy phép nuôi ong")
    found = recorded_groups(dossier(*(group("Đơn nuôi ong", name=name) for name in names)))
    assert [one.name for one in found] == list(names)


def test_groups_of_one_name_stand_together_and_that_with_the_request_first() -> None:
    groups = (
        group("Sổ nuôi ong", name="Nuôi tại vườn"),
        group("Hợp đồng", name="Nuôi tại rừng"),
        group("Tờ khai nuôi ong", name="Nuôi tại vườn:"),
    )
    found = recorded_groups(dossier(*groups))
    first = [one.papers[0].words for one in found]
    assert first == ["Tờ khai nuôi ong", "Sổ nuôi ong", "Hợp đồng"]


def test_the_request_of_a_person_and_that_of_a_body_are_not_both_needed_of_all() -> None:
    assert not count_dossier(papers("Đơn đề nghị cấp tổ ong", "Văn bản đề nghị")).all_needed
    assert count_dossier(papers("Đơn đề nghị cấp tổ ong", "Sổ nuôi ong")).all_needed


def test_papers_that_go_on_with_the_letters_of_headings_are_of_all() -> None:
    groups = (
        group("Đơn nuôi ong", name="a) Đối với trại ong"),
        group("+ Đơn nuôi ong", "d) Sổ nuôi ong", "c) Giấy thuê vườn", name="b) Đối với hộ"),
    )
    found = [
        (one.name, [each.words for each in one.papers]) for one in recorded_groups(dossier(*groups))
    ]
    assert found[0] == ("", ["c) Giấy thuê vườn", "d) Sổ nuôi ong"])
    assert found[2] == ("b) Đối với hộ", ["+ Đơn nuôi ong"])
    kept = group("+ Đơn nuôi ong", "c) Trong trường hợp ong lạ thì hỏi", name="b) Đối với hộ")
    assert len(recorded_groups(dossier(groups[0], kept))) == len(groups)


@pytest.mark.parametrize(
    ("lead", "named"),
    [
        ("Bản sao toàn bộ hồ sơ, giấy tờ có thông tin liên quan đến nội dung nuôi ong, gồm:", 3),
        ("Đối với vườn ong trên mái nhà, hồ sơ theo các trường hợp sau đây:", 3),
        ("Báo cáo về toàn bộ hồ sơ nuôi ong, gồm các nội dung:", 1),
    ],
)
def test_papers_are_named_below_words_for_all_of_them_or_for_cases(lead: str, named: int) -> None:
    listed = "+ Bản sao giấy nuôi ong; + Trường hợp mất giấy thì phải nộp sổ ong của xã."
    (group_,) = recorded_groups(papers(f"{lead} {listed}"))
    assert len(pieces_of(group_.papers[0].text)) == named
