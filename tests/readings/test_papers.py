"""Papers of dossiers: to submit, to show, one of several, in lists, with notes and cases."""

import pytest

from generator.readings.evidence import Certainty
from generator.readings.paper_counts import PaperCount
from generator.readings.paper_items import Paper, PaperChoice
from generator.readings.paper_roles import PaperRole
from generator.readings.papers import read_papers
from tests.readings.dossiers import (
    dossier,
    group,
    item,
    note,
    read,
    read_group,
    read_one,
    sketch,
)


def count_of(text: str) -> PaperCount | None:
    found = read_one(text).count
    return found.value if found else None


def roles(*papers: Paper) -> list[PaperRole]:
    return [paper.role.value for paper in papers]


@pytest.mark.parametrize(
    "text",
    [
        "Đơn đề nghị nuôi ong",
        "- Bản sao giấy khai sinh của con ong chúa",
        "a) Sổ theo dõi đàn ong.",
        "02 ảnh chân dung cỡ 4x6",
        "Hộ chiếu",
    ],
)
def test_a_plain_paper_is_to_submit(text: str) -> None:
    paper = read_one(text)
    assert paper.role.value is PaperRole.SUBMIT
    assert paper.role.certainty is Certainty.SURE
    assert paper.ticks


def test_a_paper_to_show_is_told_by_its_verb() -> None:
    paper = read_one("Xuất trình thẻ hội viên hội nuôi ong")
    assert paper.role.value is PaperRole.SHOW
    assert paper.name.words == "thẻ hội viên hội nuôi ong"


def test_a_paper_to_show_is_told_by_its_group() -> None:
    found = read_group("Thẻ hội viên", "Hộ chiếu", name="Giấy tờ phải xuất trình")
    assert roles(*found.papers) == [PaperRole.SHOW, PaperRole.SHOW]


def test_a_heading_that_asks_for_both_tells_of_neither_that_it_is_shown() -> None:
    found = read_group("Thẻ hội viên", name="Giấy tờ phải nộp hoặc xuất trình")
    assert roles(*found.papers) == [PaperRole.SUBMIT]


def test_what_a_record_says_is_shown_stays_shown() -> None:
    assert read_one(item("Thẻ hội viên", shown=True)).role.value is PaperRole.SHOW


@pytest.mark.parametrize(
    "text",
    [
        "Lưu ý: tổ ong để trong mát.",
        "* Ghi chú: ong chúa không cần giấy.",
        "Số lượng hồ sơ: 01 bộ",
        "Không quy định",
        "Người nuôi ong không phải nộp phí lần đầu.",
        "Các giấy tờ nêu trên bằng tiếng ong phải được dịch.",
        "(Nếu có thì ghi vào sổ)",
    ],
)
def test_words_that_ask_for_nothing_are_a_note(text: str) -> None:
    paper = read_group("Đơn đề nghị", note(text)).papers[-1]
    assert paper.role.value is PaperRole.NOTE
    assert not paper.ticks


def test_no_paper_without_a_name_is_ticked() -> None:
    assert not read_one("(nguồn không ghi tên)").ticks


def test_a_list_in_one_item_is_taken_apart() -> None:
    found = read_group("a) Đơn đề nghị; b) Bản đồ tổ ong; c) Sổ theo dõi")
    assert sketch(*found.papers) == [
        "*submit: Đơn đề nghị",
        "submit: Bản đồ tổ ong",
        "submit: Sổ theo dõi",
    ]


def test_papers_between_semicolons_are_taken_apart() -> None:
    found = read_group("Đơn đề nghị; Bản đồ tổ ong; Sổ theo dõi")
    assert len(found.papers) == 3


def test_a_heading_holds_the_papers_below_it() -> None:
    (paper,) = read_group("Hồ sơ gồm:\n- Đơn đề nghị;\n- Bản đồ tổ ong").papers
    assert paper.role.value is PaperRole.HEADING
    assert roles(*paper.parts) == [PaperRole.SUBMIT, PaperRole.SUBMIT]


def test_one_of_several_papers_holds_alternatives() -> None:
    text = "Một trong các giấy tờ sau:\n- Hộ chiếu;\n- Thẻ hội viên;\n- Giấy khai sinh"
    paper = read_one(text)
    assert paper.choice is PaperChoice.ONE
    assert paper.ticks
    assert roles(*paper.parts) == [PaperRole.ALTERNATIVE] * 3


def test_alternatives_without_marks_are_told_apart() -> None:
    paper = read_one("Một trong các giấy tờ sau: Hộ chiếu; Thẻ hội viên")
    assert paper.choice is PaperChoice.ONE
    assert len(paper.parts) == 2


def test_what_a_paper_contains_is_not_ticked() -> None:
    text = "Đơn đề nghị ghi rõ các nội dung:\n- Tên đàn ong;\n- Nơi đặt tổ"
    paper = read_one(text)
    assert roles(paper, *paper.parts) == [PaperRole.SUBMIT, PaperRole.CONTENT, PaperRole.CONTENT]


def test_a_condition_is_told_apart_from_the_paper() -> None:
    paper = read_one("Trường hợp thuê đất: hợp đồng thuê đất đặt tổ ong")
    assert paper.condition is not None
    assert paper.condition.words == "Trường hợp thuê đất"
    assert paper.name.words == "hợp đồng thuê đất đặt tổ ong"


def test_a_condition_may_stand_behind() -> None:
    paper = read_one("Giấy ủy quyền, trường hợp người khác nộp thay")
    assert paper.condition is not None
    assert paper.condition.words == "trường hợp người khác nộp thay"


def test_a_rule_without_a_paper_is_a_note() -> None:
    found = read_group("Đơn đề nghị", note("Trường hợp trời mưa thì đàn ong được ở trong tổ."))
    assert found.papers[1].role.value is PaperRole.NOTE


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("01 bản chính đơn đề nghị", PaperCount(1, 0)),
        ("Giấy phép (02 bản sao)", PaperCount(0, 2)),
        ("Hộ chiếu (bản chính hoặc bản sao)", PaperCount(1, 1, either=True)),
        ("Bản sao có chứng thực giấy phép", PaperCount(0, 1, certified=True)),
        ("Bản sao giấy phép, kèm bản chính để đối chiếu", PaperCount(0, 1, compared=True)),
        ("02 ảnh chân dung", PaperCount(None, None, 2)),
        ("Giấy phép (bản sao: 03)", PaperCount(0, 3)),
        ("Đơn đề nghị", None),
    ],
)
def test_originals_and_copies_are_counted(text: str, count: PaperCount | None) -> None:
    assert count_of(text) == count


def test_the_application_stands_first_and_notes_last() -> None:
    found = read_group(note("Lưu ý: nộp sớm."), "Bản đồ tổ ong", "Đơn đề nghị cấp giấy phép")
    assert sketch(*found.papers) == [
        "*submit: Đơn đề nghị cấp giấy phép",
        "submit: Bản đồ tổ ong",
        "note: Lưu ý: nộp sớm.",
    ]


def test_a_declaration_of_taxes_is_no_application() -> None:
    found = read_group("Tờ khai lệ phí nuôi ong", "Đơn đề nghị cấp giấy phép")
    assert found.papers[0].name.words == "Đơn đề nghị cấp giấy phép"


def test_numbered_items_stand_in_the_order_of_their_numbers() -> None:
    found = read_group("3. Sổ theo dõi", "1. Bản đồ tổ ong", "2. Hộ chiếu")
    names = [paper.name.words for paper in found.papers]
    assert names == ["Bản đồ tổ ong", "Hộ chiếu", "Sổ theo dõi"]


def test_items_go_below_the_heading_that_their_numbers_name() -> None:
    found = read_group("(2.1) Hộ chiếu", "(1) Đơn đề nghị", "(2) Giấy tờ kèm theo gồm:")
    assert sketch(*found.papers) == [
        "*submit: Đơn đề nghị",
        "heading: Giấy tờ kèm theo gồm:",
        "  submit: Hộ chiếu",
    ]


def test_sets_are_read_from_a_note() -> None:
    read_sets = read(group("Đơn đề nghị", note("Số lượng hồ sơ: 02 bộ"))).sets
    assert read_sets is not None
    assert read_sets.value == 2
    assert read_sets.certainty is Certainty.SURE


def test_sets_that_disagree_are_unsure() -> None:
    version = dossier(
        group("Đơn đề nghị", note("Số lượng hồ sơ: 02 bộ")),
        steps=("Người nuôi ong nộp 01 bộ hồ sơ.",),
    )
    found = read_papers(version).sets
    assert found is not None
    assert found.certainty is Certainty.UNSURE


def test_evidence_leads_to_the_words_in_the_record() -> None:
    version = dossier(group("a) Đơn đề nghị; b) Bản đồ tổ ong"))
    for paper in read_papers(version).groups[0].papers:
        pointer = paper.words.pointer
        assert pointer[:4] == ("dossier", "groups", "items", 0)
        name = version.dossier.groups.items[0].items[0].name
        assert name[paper.words.start : paper.words.end] == paper.words.words
