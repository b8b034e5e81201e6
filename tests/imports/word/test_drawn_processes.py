"""Internal processes drawn as boxes: steps where arrows tell their order, else a remark."""

from collections import Counter
from html import unescape
from pathlib import Path

import pytest

from generator.imports.word.blocks import WordLine, WordPlace
from generator.imports.word.drafted import DraftedDecision
from generator.imports.word.drafts import draft_decision_of
from generator.imports.word.drawn_boxes import is_outside, read_step
from generator.imports.word.drawn_processes import chain_of
from generator.imports.word.ledger import WordUse, keep_ledger
from generator.imports.word.process_tables import read_processes
from generator.imports.word.processes import PrintedProcess
from generator.imports.word.reading import read_word_file
from generator.imports.word.report import ReportPart, render_word_report
from generator.imports.word.sources import GivenByUser, read_sources_of
from generator.locale import words_of
from generator.records.tree import load_catalogue
from tests.imports.word.annexes import NAMES, decision_blocks, list_blocks, write_annex
from tests.imports.word.documents import cell, paragraph, table, text_box, write_docx
from tests.imports.word.drawings import (
    POINTED,
    Arrows,
    arrow,
    box,
    canvas,
    drawing,
    drawn_cell,
    vml_drawing,
    vml_rules,
)
from tests.imports.word.processes import sources_of

HEAD = ("TT", "Tên thủ tục hành chính", "Quy trình nội bộ giải quyết thủ tục hành chính")
BOXES = {
    "4": "Lãnh đạo Sở (ký, phê duyệt)",
    "1": "Cá nhân/\nTổ chức",
    "2": "Trung tâm PV HCC\nTiếp nhận",
    "3": "Văn thư Sở Tre (vào số, đóng dấu)\n0,5 ngày",
    "5": "Trung tâm PV HCC\nTrả kết quả\n(04 giờ làm việc)",
}
"""Those of a made-up process, in another order than that of its arrows."""
ARROWS = (("1", "2"), ("2", "3"), ("3", "4"), ("4", "5"), ("5", "1"))
ROLES = ["Trung tâm PV HCC", "Văn thư Sở Tre", "Lãnh đạo Sở", "Trung tâm PV HCC"]
WORKS = ["Tiếp nhận", "vào số, đóng dấu", "ký, phê duyệt", "Trả kết quả"]
OPEN = "Thời gian: Không quy định"


def drawn(*rows: tuple[str, str], time: str = OPEN) -> str:
    """The table of an annex, with a row for the name and the drawing of each procedure."""
    numbered = enumerate(rows, 1)
    made = ((str(at), cell(name, time), drawing) for at, (name, drawing) in numbered)
    return table(HEAD, (cell("Lĩnh vực trồng tre", span=3),), *made)


def read(tmp_path: Path, *rows: tuple[str, str], time: str = OPEN) -> list[PrintedProcess]:
    file = write_annex(tmp_path / "a.docx", drawn(*rows, time=time))
    return read_processes(read_word_file(file).blocks)


def one_row(*runs: str) -> tuple[str, str]:
    return NAMES[0], drawn_cell(*runs)


def drafted_with(tmp_path: Path, *rows: tuple[str, str]) -> DraftedDecision:
    heading = paragraph("QUY TRÌNH NỘI BỘ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH")
    blocks = [*decision_blocks("17/QĐ-UBND"), *list_blocks(), heading, drawn(*rows)]
    sample = load_catalogue(Path("catalogue"))[0]
    return draft_decision_of(sources_of(tmp_path, blocks), sample, GivenByUser())


def test_arrows_tell_the_order_of_the_boxes_and_citizens_are_no_step(tmp_path: Path) -> None:
    (process,) = read(tmp_path, one_row(*drawing(BOXES, ARROWS)))
    assert (process.names, process.number) == ([NAMES[0]], "1")
    assert [one.role for one in process.steps] == ROLES
    assert [one.name for one in process.steps] == WORKS
    assert [(one.time.value, one.time.unit, one.time.text) for one in process.steps] == [
        (None, "other", "Không quy định"),
        (0.5, "day", None),
        (None, "other", "Không quy định"),
        (4, "hour", None),
    ]
    assert process.stated.text == OPEN, "what the row says of the whole stays"


def test_shapes_of_a_canvas_are_known_by_their_own_ids(tmp_path: Path) -> None:
    (process,) = read(tmp_path, one_row(canvas(BOXES, ARROWS)))
    assert [one.role for one in process.steps] == ROLES


@pytest.mark.parametrize("settings", [False, True])
def test_a_drawing_of_an_older_file_has_its_rules_beside_it(
    tmp_path: Path, *, settings: bool
) -> None:
    drawing = vml_drawing(BOXES, ARROWS, rules=not settings)
    beside = {"settings": vml_rules(ARROWS)} if settings else {}
    file = write_docx(tmp_path / "a.docx", drawn(one_row(drawing)), beside=beside)
    (process,) = read_processes(read_word_file(file).blocks)
    assert [one.role for one in process.steps] == ROLES
    assert [one.name for one in process.steps] == WORKS


def test_an_arrow_leads_where_it_points(tmp_path: Path) -> None:
    """It may be drawn from the box that it points at."""
    boxes = [box(key, text) for key, text in BOXES.items()]
    lines = [
        arrow(f"9{at}", end, start, '<a:headEnd type="arrow"/><a:tailEnd type="none"/>')
        for at, (start, end) in enumerate(ARROWS)
    ]
    (process,) = read(tmp_path, one_row(*boxes, *lines))
    assert [one.name for one in process.steps] == WORKS


CHAIN = drawing(BOXES, ARROWS)
THROUGH_6 = (arrow("95", "4", "6"), arrow("96", "6", "5"))
UNTOLD = {
    "no arrows": CHAIN[: len(BOXES)],
    "not attached": [*CHAIN[:-1], arrow("94", "5", "")],
    "one more that is not": [*CHAIN, arrow("95", "", "")],
    "a branch": [*CHAIN, arrow("95", "2", "4")],
    "back again": [*CHAIN, arrow("95", "4", "3")],
    "a box by itself": [*CHAIN, box("6", "Phòng Tre (thẩm định)")],
    "a box without words": [
        *CHAIN[:-2],
        box("6", ""),
        arrow("95", "4", "6"),
        arrow("96", "6", "5"),
    ],
    "a shape by itself": [*CHAIN, box("6", "")],
    "words that are no shape": [*CHAIN, text_box("Phòng Tre (thẩm định)")],
    "two boxes of one id": [*CHAIN, box("4", "Phòng Tre (thẩm định)")],
    "to a shape elsewhere": [*CHAIN, arrow("95", "5", "77")],
    "without a point": [*CHAIN[:-1], arrow("94", "5", "1", "")],
    "two points": [*CHAIN[:-1], arrow("94", "5", "1", POINTED + '<a:headEnd type="arrow"/>')],
    "citizens in between": [*CHAIN, arrow("95", "3", "1")],
    "a circle": drawing(
        {key: text for key, text in BOXES.items() if key != "1"},
        (("2", "3"), ("3", "4"), ("4", "5"), ("5", "2")),
    ),
    "older, no rules": [vml_drawing(BOXES, ARROWS, rules=False)],
    "older, a branch": [vml_drawing(BOXES, (*ARROWS, ("2", "4")))],
}


@pytest.mark.parametrize("runs", UNTOLD.values(), ids=UNTOLD)
def test_an_order_that_is_not_told_is_not_read(tmp_path: Path, runs: list[str]) -> None:
    assert read(tmp_path, one_row(*runs)) == []


def test_an_untold_order_is_a_remark_and_every_box_is_in_the_report(tmp_path: Path) -> None:
    drafted = drafted_with(tmp_path, one_row(*UNTOLD["a branch"]))
    assert not any(one.process for one in drafted.procedures)
    [asked] = [one for one in drafted.remarks if one.kind == "process_drawn"]
    assert asked.values == {"count": "5"}
    ledger = keep_ledger(drafted)
    left = {one.line.words for one in ledger.of(WordUse.REPORTED)}
    steps = [text for key, text in BOXES.items() if key != "1"]
    assert {line for text in steps for line in text.split("\n")} <= left
    page = unescape(render_word_report([ReportPart(drafted, ledger)], words_of("vi")))
    assert "hoặc rẽ nhánh" in page


def test_each_row_has_its_own_drawing_and_every_character_its_place(tmp_path: Path) -> None:
    """Two drawings may have the same ids: a copy keeps them."""
    other = {**BOXES, "4": "Chủ tịch xã (ký)"}
    rows = (one_row(*CHAIN), (NAMES[2], drawn_cell(*drawing(other, ARROWS), text="Ghi chú riêng")))
    drafted = drafted_with(tmp_path, *rows)
    given = {one.title: one.version for one in drafted.procedures if one.process}
    assert list(given) == [NAMES[0], NAMES[2]]
    first, second = (one.internal_process for one in given.values() if one)
    assert [one.role for one in first.items] == ROLES
    assert [one.role for one in second.items] == [*ROLES[:2], "Chủ tịch xã", ROLES[3]]
    assert "process_drawn" not in {one.kind for one in drafted.remarks}
    ledger = keep_ledger(drafted)
    assert sum(ledger.characters.values()) == ledger.read
    uses = {one.line.words: one.use for one in ledger.lines}
    assert uses["Văn thư Sở Tre (vào số, đóng dấu)"] is WordUse.PLACED
    assert uses["Tiếp nhận"] is uses[OPEN] is WordUse.PLACED
    assert uses["0,5 ngày"] is uses[HEAD[2]] is WordUse.STRUCTURE
    assert uses["Ghi chú riêng"] is uses["Cá nhân/"] is WordUse.REPORTED


def test_of_two_drawings_the_one_without_an_order_is_told(tmp_path: Path) -> None:
    rows = (one_row(*CHAIN), (NAMES[2], drawn_cell(*UNTOLD["no arrows"])))
    drafted = drafted_with(tmp_path, *rows)
    assert [one.title for one in drafted.procedures if one.process] == [NAMES[0]]
    [asked] = [one for one in drafted.remarks if one.kind == "process_drawn"]
    assert asked.values == {"count": "5"}
    assert asked.place
    assert asked.place.row == 4, "the second of them, below the head and the field"


def test_a_time_of_the_whole_is_that_of_no_step(tmp_path: Path) -> None:
    (process,) = read(tmp_path, one_row(*CHAIN), time="Thời gian giải quyết: 05 ngày")
    assert Counter(one.time.text for one in process.steps) == {"TODO": 2, None: 2}
    assert process.cases[0].total == 5
    assert process.said == ["Thời gian giải quyết: 05 ngày"]


@pytest.mark.parametrize(
    ("text", "role", "name", "time"),
    [
        ("Phòng Tre (thẩm định: 02 ngày)", "Phòng Tre", "thẩm định: 02 ngày", "thẩm định"),
        ("Lãnh đạo Sở phân công", "TODO", "Lãnh đạo Sở phân công", ""),
        ("Lấy ý kiến\nChuyên viên xử lý", "TODO", "Lấy ý kiến Chuyên viên xử lý", ""),
        ("Trung tâm Phục vụ\nhành chính công", "TODO", "Trung tâm Phục vụ hành chính công", ""),
        ("Văn thư\nSở Tre", "TODO", "Văn thư Sở Tre", ""),
        ("Trung tâm PV\nHCC", "TODO", "Trung tâm PV HCC", ""),
        ("Phòng Tre\n- Thẩm định\n- Trình ký", "Phòng Tre", "Thẩm định - Trình ký", ""),
        ("Xử lý hồ sơ (chuyên viên)", "TODO", "Xử lý hồ sơ (chuyên viên)", ""),
        (
            "Phòng Tre\nThẩm định\n1 ngày\n2 giờ",
            "TODO",
            "Phòng Tre Thẩm định 1 ngày 2 giờ",
            "1 ngày; 2",
        ),
    ],
)
def test_what_a_box_does_not_tell_apart_stays_open(
    text: str, role: str, name: str, time: str
) -> None:
    texts = enumerate(text.split("\n"), 1)
    lines = [WordLine(WordPlace("a.docx", at), "", one) for at, one in texts]
    step = read_step(lines, "chưa rõ")
    assert (step.role, step.name, step.time.value) == (role, name, None)
    assert (step.time.text or "").startswith(time) if time else step.time.text == "chưa rõ"


@pytest.mark.parametrize(
    "text", ["Cá nhân/ Tổ chức", "Tổ chức, cá nhân", "Người dân và doanh nghiệp"]
)
def test_those_who_apply_are_outside(text: str) -> None:
    assert is_outside([WordLine(WordPlace("a.docx", 1), "", text)])
    assert not is_outside([WordLine(WordPlace("a.docx", 1), "", f"Phòng Tổ chức: {text}")])


@pytest.mark.parametrize(
    ("arrows", "chain"),
    [
        ((("a", "b"), ("b", "c")), "abc"),
        ((("a", "b"), ("a", "b"), ("b", "c"), ("x", "a")), "abc"),
        ((("b", "c"), ("c", "b")), ""),
        ((("a", "b"),), ""),
        ((("a", "b"), ("b", "c"), ("x", "b")), ""),
        ((("a", "b"), ("b", "x"), ("x", "c")), ""),
    ],
)
def test_a_chain_has_every_step_once(arrows: Arrows, chain: str) -> None:
    assert chain_of("abc", "x", arrows) == tuple(chain)


def test_boxes_of_the_letterhead_are_no_process(tmp_path: Path) -> None:
    boxes = "".join(map(text_box, ("UBND TỈNH MẪU", "(báo cáo)", "CHÁNH VĂN PHÒNG", "Hỏa tốc")))
    head, *rest = decision_blocks()
    more = paragraph("Sở Tre xây dựng quy trình nội bộ.", inside=boxes)
    blocks = [head, *rest[:-1], more, rest[-1], *list_blocks()]
    file = read_word_file(write_docx(tmp_path / "a.docx", *blocks))
    catalogue = load_catalogue(Path("catalogue"))[0]
    drafted = draft_decision_of([read_sources_of(file)], catalogue, GivenByUser())
    assert "process_drawn" not in {one.kind for one in drafted.remarks}
    behind = [head, *rest, *list_blocks(), paragraph("Quy trình nội bộ", inside=boxes)]
    file = read_word_file(write_docx(tmp_path / "b.docx", *behind))
    drafted = draft_decision_of([read_sources_of(file)], catalogue, GivenByUser())
    assert "process_drawn" in {one.kind for one in drafted.remarks}
