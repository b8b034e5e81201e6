"""The papers of a dossier: what to hand in, to show, to choose from, and what is no paper."""

from dataclasses import replace

import pytest

from generator.readings.evidence import Certainty
from generator.readings.paper_groups import GroupChoice
from generator.readings.paper_roles import PaperRole
from generator.readings.paper_types import Paper, PaperChoice
from generator.readings.papers import PaperReadings, read_papers
from generator.records.version import DataLookup, DossierItem
from tests.readings.dossiers import dossier, group, item, papers


def read(*items: str | DossierItem, title: str = "Cấp giấy phép nuôi ong") -> tuple[Paper, ...]:
    (found,) = read_papers(papers(*items, title=title)).groups
    return found.papers


def names(found: tuple[Paper, ...]) -> list[str]:
    return [paper.name.words.rstrip(" ;.,") for paper in found]


def choices(found: PaperReadings) -> list[GroupChoice]:
    return [one.choice.value for one in found.groups]


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Đơn đề nghị cấp giấy phép nuôi ong", PaperRole.SUBMIT),
        ("Bản sao hợp đồng thuê vườn", PaperRole.SUBMIT),
        ("- 02 ảnh chân dung cỡ 4x6", PaperRole.SUBMIT),
        ("Xuất trình thẻ căn cước của chủ vườn", PaperRole.SHOW),
        ("Lưu ý: giấy tờ phải còn hạn", PaperRole.NOTE),
        ("Số lượng hồ sơ: 01 bộ", PaperRole.NOTE),
        ("Hồ sơ gồm:", PaperRole.HEADING),
        ("Các giấy tờ trên phải dịch ra tiếng Việt", PaperRole.NOTE),
        ("Trường hợp ủy quyền thì nộp văn bản ủy quyền của chủ vườn", PaperRole.SUBMIT),
        ("Trường hợp vườn đã có mã thì không phải nộp bản vẽ", PaperRole.NOTE),
        (
            "Trường hợp thông qua người khác thì văn bản giao việc là tài liệu phải có trong hồ sơ",
            PaperRole.SUBMIT,
        ),
        ("Chủ vườn có trách nhiệm cung cấp dữ liệu của vườn", PaperRole.SUBMIT),
        ("Chủ vườn có quyền xem kết quả", PaperRole.NOTE),
        ("Trường hợp gửi qua bưu điện thì nộp bản sao các giấy tờ nêu trên", PaperRole.NOTE),
        (
            "Trường hợp được miễn phí thì chủ vườn có quyền lựa chọn cung cấp một trong giấy tờ"
            " sau: hợp đồng thuê vườn",
            PaperRole.SUBMIT,
        ),
    ],
)
def test_an_item_has_the_role_that_its_words_give(words: str, role: PaperRole) -> None:
    assert read(words)[0].role.value is role


def test_what_the_record_says_of_an_item_stands() -> None:
    note = DossierItem(name="Đơn đề nghị mẫu mới", kind="note")
    shown = DossierItem(name="Hộ chiếu của chủ vườn", presented_only=True, originals=1)
    assert [paper.role.value for paper in read(note)] == [PaperRole.NOTE]
    assert [paper.role.value for paper in read(shown)] == [PaperRole.SHOW]


def test_a_paper_of_zero_copies_is_no_tick_box_but_stays_listed() -> None:
    plan, request = read(item("Tờ trình lập vườn ong", 0, 0), item("Đơn đề nghị lập vườn"))[::-1]
    assert (plan.role.value, plan.counted, plan.ticks) == (PaperRole.SUBMIT, False, False)
    assert request.ticks


def test_zero_copies_are_asked_for_where_the_words_give_a_number() -> None:
    found = read(item("Hợp đồng thuê vườn: 01 bản sao", 0, 0), item("Đơn đề nghị lập vườn"))
    assert all(paper.ticks for paper in found)


def test_a_record_that_counts_nothing_tells_nothing_of_its_papers() -> None:
    assert all(paper.ticks for paper in read(item("Đơn đề nghị", 0, 0), item("Bản vẽ vườn", 0, 0)))


def test_lists_hidden_in_one_item_are_taken_apart() -> None:
    found = read("a) Đơn đề nghị nuôi ong; b) Bản vẽ vườn ong; c) Hợp đồng thuê vườn.")
    assert names(found) == ["Đơn đề nghị nuôi ong", "Bản vẽ vườn ong", "Hợp đồng thuê vườn"]


def test_a_case_above_a_list_without_a_colon_is_its_heading() -> None:
    (case,) = read("Đối với trường hợp đổi vườn a) Đơn đề nghị đổi vườn; b) Bản vẽ vườn mới.")
    assert case.role.value is PaperRole.HEADING
    assert names(case.parts) == ["Đơn đề nghị đổi vườn", "Bản vẽ vườn mới"]


def test_papers_between_semicolons_are_papers_of_their_own() -> None:
    assert names(read("Bản vẽ vườn ong; Hợp đồng thuê vườn")) == [
        "Bản vẽ vườn ong",
        "Hợp đồng thuê vườn",
    ]


def test_one_of_several_papers_is_one_paper_with_alternatives() -> None:
    (one,) = read("Một trong các giấy tờ sau: a) Hợp đồng thuê vườn; b) Giấy giao đất.")
    assert one.choice is PaperChoice.ONE
    assert [part.role.value for part in one.parts] == [PaperRole.ALTERNATIVE] * 2


def test_what_a_paper_contains_is_no_paper() -> None:
    (report,) = read("Báo cáo gồm các nội dung: a) Tên vườn ong; b) Số đàn ong.")
    assert [part.role.value for part in report.parts] == [PaperRole.CONTENT] * 2


def test_a_list_of_what_stands_in_its_first_paper_is_that_paper() -> None:
    text = "- Đơn đề nghị nuôi ong gồm: - Tên vườn ong; - Số đàn ong; - Nơi đặt tổ."
    assert [paper.ticks for paper in read(text)] == [True]


def test_items_stand_in_the_order_of_their_marks_under_their_headings() -> None:
    found = read("b) Bản vẽ vườn ong", "c) Hợp đồng thuê vườn", "a) Giấy chứng nhận trại ong")
    assert [paper.words.words[:5] for paper in found] == ["Giấy ", "Bản v", "Hợp đ"]
    nested = read("(2) Bản vẽ vườn", "(1.1) Giấy giao đất", "(1) Hồ sơ về đất gồm:", "(1.2) Sơ đồ")
    assert names(nested[0].parts) == ["Giấy giao đất", "Sơ đồ"]


@pytest.mark.parametrize(
    ("first", "other"),
    [
        ("Đơn đề nghị cấp giấy phép nuôi ong", "Đơn xin xác nhận đất"),
        ("Tờ khai nuôi ong", "Văn bản đề nghị của hội"),
        ("Văn bản của tổ chức, cá nhân đề nghị nuôi ong", "Bản vẽ vườn"),
        ("Đơn đề nghị theo mẫu", "Bản khai nghề nuôi ong"),
        ("Văn bản đề nghị nuôi ong", "Tờ khai hàng hóa nhập khẩu"),
        ("Phiếu nuôi ong theo Mẫu số 02", "Bản vẽ vườn"),
        ("Văn bản đề nghị nuôi ong", "Nếu đổi tên vườn thì kèm theo đơn đề nghị đổi tên vườn ong"),
    ],
)
def test_the_application_comes_first(first: str, other: str) -> None:
    found = read(other, first)
    assert found[0].words.words == first
    assert [paper.application for paper in found] == [True, False]


def test_notes_come_last() -> None:
    assert read("Lưu ý: nộp trước ngày 10", "Bản vẽ vườn")[-1].role.value is PaperRole.NOTE


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Đơn đề nghị nuôi ong theo Mẫu số 04 ban hành kèm theo Thông tư", "Đơn đề nghị nuôi ong"),
        ("Hợp đồng thuê vườn (nếu có)", "Hợp đồng thuê vườn"),
        ("Bản vẽ vườn ong, bao gồm mặt bằng", "Bản vẽ vườn ong"),
        ("1. Giấy giao đất trong trường hợp vườn mới", "Giấy giao đất"),
    ],
)
def test_a_name_ends_before_its_form_its_condition_and_its_contents(words: str, name: str) -> None:
    assert names(read(words)) == [name]


@pytest.mark.parametrize(
    ("words", "condition"),
    [
        ("Hợp đồng thuê vườn (nếu có)", "(nếu có)"),
        ("Giấy ủy quyền, đối với vườn đi thuê", "đối với vườn đi thuê"),
        ("Hợp đồng về các trường hợp thuê vườn", None),
    ],
)
def test_a_condition_says_when_a_paper_is_needed(words: str, condition: str | None) -> None:
    found = read(words)[0].condition
    assert (found.words if found else None) == condition


@pytest.mark.parametrize(
    ("words", "originals", "copies"),
    [
        ("Hợp đồng thuê vườn: 01 bản chính", 1, 0),
        ("Hợp đồng thuê vườn (02 bản sao)", 0, 2),
        ("Bản sao có chứng thực hợp đồng thuê vườn", 0, 1),
        ("Bản sao từ sổ gốc giấy khai sinh", 0, 1),
    ],
)
def test_originals_and_copies_are_counted(words: str, originals: int, copies: int) -> None:
    count = read(words)[0].count
    assert count
    assert (count.value.originals, count.value.copies) == (originals, copies)


def test_an_original_or_a_copy_is_one_of_both() -> None:
    count = read("Hợp đồng thuê vườn: bản chính hoặc bản sao")[0].count
    assert count
    assert (count.value.either, count.value.originals, count.value.copies) == (True, 1, 1)


def test_pieces_are_counted_where_no_kind_is_told() -> None:
    count = read("02 ảnh chân dung")[0].count
    assert count
    assert (count.value.pieces, count.value.copies) == (2, None)


def test_sets_of_the_dossier_are_read_and_doubted_where_they_differ() -> None:
    one = read_papers(papers("Đơn đề nghị", "Số lượng hồ sơ: 02 bộ")).sets
    assert one
    assert (one.value, one.certainty) == (2, Certainty.SURE)
    two = read_papers(papers("Số lượng hồ sơ: 02 bộ", "Số lượng hồ sơ: 03 bộ")).sets
    assert two
    assert two.certainty is Certainty.UNSURE


APPLICATION = "Đơn đề nghị cấp giấy phép nuôi ong"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Trường hợp cấp mới:", "Trường hợp cấp lại:", [GroupChoice.ONE] * 2),
        ("Giấy tờ phải nộp:", "Giấy tờ phải xuất trình:", [GroupChoice.ALL] * 2),
        (
            "Giấy tờ phải nộp đối với vườn lớn",
            "Giấy tờ phải nộp đối với vườn nhỏ",
            [GroupChoice.ONE] * 2,
        ),
        ("Nộp trực tiếp", "Khách hàng nộp trực tuyến", [GroupChoice.ALL, GroupChoice.CONDITIONAL]),
    ],
)
def test_groups_are_cases_or_one_list(first: str, second: str, expected: list[GroupChoice]) -> None:
    found = read_papers(dossier(group(APPLICATION, name=first), group("Bản vẽ", name=second)))
    assert choices(found) == expected


def test_papers_for_who_lets_another_file_come_on_top() -> None:
    added = group("Giấy ủy quyền của chủ vườn", name="Trường hợp ủy quyền cho người khác:")
    found = read_papers(dossier(group(APPLICATION, name="Hồ sơ gồm:"), added))
    assert choices(found) == [GroupChoice.ALL, GroupChoice.CONDITIONAL]


def test_one_case_alone_is_nothing_to_choose_from() -> None:
    case = group(APPLICATION, name="Trường hợp vườn mới:")
    found = read_papers(dossier(case, group("Bản vẽ", name="Giấy tờ phải nộp:")))
    assert GroupChoice.ONE not in choices(found)


def test_papers_of_several_people_are_not_guessed_to_be_cases() -> None:
    people = [group(APPLICATION, name=f"Hồ sơ của {who}") for who in ("chủ vườn", "người thuê")]
    assert choices(read_papers(dossier(*people))) == [GroupChoice.UNSURE] * 2


def test_one_group_is_needed_whatever_it_is_called() -> None:
    found = read_papers(dossier(group(APPLICATION, name="Trường hợp cấp mới")))
    assert choices(found) == [GroupChoice.ALL]


def test_papers_under_a_heading_of_what_is_shown_are_shown() -> None:
    found = read_papers(dossier(group("Hộ chiếu", name="Giấy tờ phải xuất trình")))
    assert found.groups[0].papers[0].role.value is PaperRole.SHOW


def test_every_reading_points_to_its_words() -> None:
    text = "1. Đơn đề nghị nuôi ong (01 bản chính); 2. Bản vẽ vườn (nếu có)"
    for paper in read(text):
        for one in (paper.words, paper.name, paper.condition, *paper.role.evidence):
            assert one is None or text[one.start : one.end] == one.words


def test_an_empty_dossier_has_no_groups() -> None:
    assert read_papers(dossier()) == PaperReadings((), None)


def test_an_item_without_a_name_is_left_out() -> None:
    (found,) = read("Đơn đề nghị nuôi ong", "(nguồn không ghi tên)")
    assert found.words.words == "Đơn đề nghị nuôi ong"


def test_words_before_a_case_are_not_the_whole_case() -> None:
    said = "Ngoài các giấy tờ nêu trên, đối với đàn ong lớn, chủ vườn nộp bản vẽ của vườn"
    (found,) = read(said)
    assert found.condition is not None
    assert found.condition.words == "Ngoài các giấy tờ nêu trên, đối với đàn ong lớn"


def test_an_exception_is_no_paper_of_its_own() -> None:
    found = read(
        "Bằng đại học về ong; trừ trường hợp dịch tiếng ít người dùng mà không có bằng đại học"
    )
    assert len([paper for paper in found if paper.ticks]) == 1


def test_the_dossiers_of_whoever_adopts_and_of_the_adopted_are_both_needed() -> None:
    found = read_papers(
        dossier(
            group("Đơn xin nhận con nuôi", name="Hồ sơ của người nhận con nuôi"),
            group("Giấy khai sinh", name="Hồ sơ của người được nhận làm con nuôi"),
        )
    )
    assert choices(found) == [GroupChoice.ALL, GroupChoice.ALL]


def test_words_for_the_whole_dossier_are_a_heading() -> None:
    found = read("Thành phần hồ sơ khai báo trên mạng", "Danh sách người nuôi ong")
    roles = [paper.role.value for paper in found]
    assert roles.count(PaperRole.HEADING) == 1
    assert sum(paper.ticks for paper in found) == 1


def test_a_paper_that_is_asked_for_stands_though_a_database_holds_its_twin() -> None:
    held = replace(item("Giấy khai sinh"), replaced_by_data=DataLookup(database="Dân cư"))
    found = read("Đơn nuôi ong", held, item("Giấy khai sinh"))
    assert [name for name in names(found) if name == "Giấy khai sinh"] == ["Giấy khai sinh"]
    assert sum(paper.ticks for paper in found) == 2


def test_papers_of_who_acts_through_another_come_on_top() -> None:
    found = read_papers(
        dossier(
            group("Đơn đăng ký vườn", "Bản vẽ vườn", name="Đối với chủ vườn thì hồ sơ gồm:"),
            group("Văn bản đại diện", name="Trường hợp nộp thông qua người đại diện"),
        )
    )
    assert choices(found)[1] is GroupChoice.CONDITIONAL


def test_dossiers_for_one_receiver_after_another_are_stages() -> None:
    found = read_papers(
        dossier(
            group(
                "Văn bản của trạm ong", "Hồ sơ học viên", name="Hồ sơ trạm ong nộp cho Cục Thú y:"
            ),
            group("Đơn xin học", name="Hồ sơ người học nộp cho trạm ong:"),
        )
    )
    assert choices(found) == [GroupChoice.ALL, GroupChoice.ALL]


def test_a_paper_that_some_are_freed_from_is_still_a_paper() -> None:
    (paper,) = read("Giấy đăng ký vườn Trường hợp vườn đã có mã thì không phải nộp")
    assert paper.ticks
    assert paper.condition is not None


def test_a_number_of_copies_is_no_paper() -> None:
    (note,) = read("Số lượng mỗi thành phần hồ sơ quy định tại mục này tối thiểu là 02 bản gốc")
    assert note.role.value is PaperRole.NOTE


def test_papers_under_these_papers_are_papers() -> None:
    text = "Bản gốc các tài liệu sau: (i) Hợp đồng thuê vườn; (ii) Giấy kiểm dịch đàn ong"
    (heading,) = read(text)
    assert heading.role.value is PaperRole.HEADING
    assert [part.ticks for part in heading.parts] == [True, True]


def test_an_item_that_goes_on_with_the_next_letter_is_two_papers() -> None:
    found = read("a) Đơn nuôi ong;", "b) Hợp đồng thuê vườn; c) Giấy kiểm dịch đàn ong")
    assert names(found) == ["Đơn nuôi ong", "Hợp đồng thuê vườn", "Giấy kiểm dịch đàn ong"]


def test_items_below_the_following_contents_are_contents() -> None:
    (paper,) = read(
        "Báo cáo thuyết minh các nội dung sau (theo Luật Nuôi ong):",
        "- Có phương án chống rét cho đàn ong;",
        "- Có kế hoạch lấy mật",
    )
    assert [part.role.value for part in paper.parts] == [PaperRole.CONTENT, PaperRole.CONTENT]


def test_for_whom_the_paper_is_that_names_its_group_is_that_paper_for_some() -> None:
    asked = group("Đối với người nuôi trên 10 tổ", "Hộ nuôi dưới 10 tổ", name="Đơn đề nghị")
    found = read_papers(dossier(asked, group("Sổ nuôi ong", name="Giấy tờ khác"))).groups[0]
    assert found.papers[0].ticks
    assert found.papers[0].condition is not None


def test_papers_common_to_all_cases_are_for_everybody() -> None:
    found = read_papers(
        dossier(
            group("Quyết định dời đàn", name="1. Đối với đàn ong nội"),
            group("Quyết định nhập đàn", name="2. Đối với đàn ong ngoại"),
            group("Đơn đề nghị nuôi ong", name="3. Thành phần, số lượng hồ sơ nuôi ong"),
        )
    )
    assert sorted(choices(found)) == [GroupChoice.ALL, GroupChoice.ONE, GroupChoice.ONE]


def test_papers_of_a_case_in_one_text_stand_under_it() -> None:
    (heading,) = read("Đối với hộ nuôi ong: Giấy đăng ký vườn; bản sao sổ nuôi ong; đơn dời đàn")
    assert heading.role.value is PaperRole.HEADING
    assert [part.ticks for part in heading.parts] == [True, True, True]
    (asked,) = read("Đối với hộ nuôi ong nộp một trong các giấy tờ sau: Sổ nuôi ong; thẻ nuôi ong")
    assert asked.choice is PaperChoice.ONE


def test_the_name_of_a_case_alone_is_a_heading() -> None:
    found = read("+ Đối với hồ sơ đề nghị dời đàn ong", "Đơn dời đàn ong", "Sổ nuôi ong")
    assert [one.role.value for one in found if not one.ticks] == [PaperRole.HEADING]


def test_grounds_in_items_of_their_own_are_what_a_paper_proves() -> None:
    (proof,) = read(
        item("- Văn bản, giấy tờ chứng minh chủ vườn thuộc một trong các trường hợp sau:", 0, 0),
        "+ Không còn nuôi ong",
        "+ Dời vườn sang tỉnh khác",
    )
    assert proof.ticks
    assert [part.role.value for part in proof.parts] == [PaperRole.CONTENT, PaperRole.CONTENT]


def test_that_nothing_is_asked_for_is_no_paper() -> None:
    assert read("* Thành phần: Không quy định")[0].role.value is PaperRole.NOTE


def test_papers_for_the_office_of_before_and_after_are_stages() -> None:
    found = read_papers(
        dossier(
            group("Đơn chuyển đàn", name="Đối với Sở Nông nghiệp nơi đã đăng ký nuôi ong:"),
            group("Đơn đăng ký đàn", name="Đối với Sở Nông nghiệp nơi chuyển đến:"),
        )
    )
    assert choices(found) == [GroupChoice.ALL, GroupChoice.ALL]


def test_what_a_dossier_must_have_in_a_case_comes_on_top() -> None:
    found = read_papers(
        dossier(
            group("Đơn đề nghị dời đàn", name="Hồ sơ đề nghị dời đàn ong gồm"),
            group("Bản sao thẻ", name="Trường hợp mất mạng thì hồ sơ dời đàn phải kèm theo:"),
        )
    )
    assert choices(found) == [GroupChoice.ALL, GroupChoice.CONDITIONAL]


def test_items_of_a_group_that_lists_contents_are_no_papers() -> None:
    contents = group(
        "Tên chủ vườn", "Bản đồ vườn", name="Văn bản xin nuôi ong gồm các nội dung sau:"
    )
    found = read_papers(dossier(contents, group("Đơn nuôi ong", name="Giấy tờ khác gồm:")))
    assert sum(paper.ticks for one in found.groups for paper in one.papers) == 1


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Đối với vườn mới, chủ vườn phải nộp bổ sung các văn bản sau", PaperRole.HEADING),
        ("Các tài liệu trong hồ sơ nuôi ong là bản sao từ sổ gốc", PaperRole.NOTE),
    ],
)
def test_words_above_and_about_papers_are_no_papers(words: str, role: PaperRole) -> None:
    assert read(words, "Đơn nuôi ong")[-1].role.value is role


def test_how_a_picture_looks_is_no_second_paper() -> None:
    (group,) = read_papers(
        papers("Ảnh đàn ong có chú thích; ảnh in trên giấy cỡ 9 cm", "Ảnh tổ; ảnh mặt chủ vườn")
    ).groups
    assert len(group.papers) == 3


def test_a_paper_with_what_it_tells_that_is_listed_twice_is_one() -> None:
    said = "- Công văn xin nuôi ong, trong đó nêu rõ: + Tên chủ vườn; + Số đàn ong"
    (group,) = read_papers(papers(said, said, "Sổ nuôi ong")).groups
    assert len(group.papers) == 2


def test_an_electronic_form_of_a_paper_for_filing_online_is_no_condition() -> None:
    said = "01 ảnh màu cỡ 3 cm hoặc bản điện tử ảnh màu (trong trường hợp nộp hồ sơ trực tuyến)"
    (group,) = read_papers(papers(said, "Sổ nuôi ong (trong trường hợp nộp trực tiếp)")).groups
    assert [paper.condition is None for paper in group.papers] == [True, False]


def test_a_rule_about_papers_of_a_numbered_place_asks_for_none() -> None:
    rule = "Tài liệu quy định tại điểm e Mục 1.3.1.1 chỉ áp dụng đối với vườn ong mới"
    (group,) = read_papers(papers("Đơn nuôi ong", rule)).groups
    assert [paper.ticks for paper in group.papers] == [True, False]


def test_what_an_office_sends_to_another_is_not_brought() -> None:
    read = read_papers(
        dossier(
            group("Đơn nuôi ong", "Sổ nuôi ong", name="Hồ sơ chủ vườn gửi Sở Y tế"),
            group("Tờ trình của sở", name="Hồ sơ Sở Y tế trình Ủy ban nhân dân cấp tỉnh gồm"),
        )
    )
    assert [sum(paper.ticks for paper in one.papers) for one in read.groups] == [2, 0]


def test_a_paper_after_the_mark_below_a_case_is_asked_for() -> None:
    (found,) = read("Đối với hộ nuôi ong, thành phần hồ sơ gồm: - Văn bản đề nghị dời đàn ong;")
    assert (found.role.value, names((found,))) == (
        PaperRole.SUBMIT,
        ["Văn bản đề nghị dời đàn ong"],
    )
    assert found.condition is not None
    assert found.condition.words == "Đối với hộ nuôi ong, thành phần hồ sơ gồm"


def test_each_paper_of_a_collection_in_one_text_is_ticked() -> None:
    (found,) = read("Các tài liệu kèm theo, gồm: hợp đồng thuê vườn; bản đồ vườn; sổ nuôi ong.")
    assert (found.role.value, found.condition) == (PaperRole.HEADING, None)
    assert names(found.parts) == ["hợp đồng thuê vườn", "bản đồ vườn", "sổ nuôi ong"]
    assert all(part.ticks for part in found.parts)


def test_proofs_of_which_a_reader_has_some_stay_one_paper() -> None:
    (found,) = read("Các tài liệu chứng minh nghề: hợp đồng thuê vườn; sổ nuôi ong.")
    assert (found.ticks, found.parts) == (True, ())
