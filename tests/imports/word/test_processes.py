"""Internal processes in two printed shapes, joined to the procedures of their names."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.check import check_catalogue
from generator.cli import main
from generator.imports.word.draft_files import draft_files
from generator.imports.word.drafts import draft_decision_of
from generator.imports.word.ledger import WordUse, keep_ledger
from generator.imports.word.package import UnreadableFileError
from generator.imports.word.process_tables import read_processes
from generator.imports.word.processes import PrintedProcess
from generator.imports.word.reading import read_word_file
from generator.imports.word.sources import GivenByUser, read_sources_of
from generator.imports.word.write import write_drafts
from generator.locale import words_of
from generator.records.tree import load_catalogue
from tests.imports.word.annexes import NAMES, decision_blocks, list_blocks, write_annex
from tests.imports.word.documents import cell, paragraph, table, write_docx
from tests.imports.word.processes import (
    AREA,
    HEAD,
    approval,
    one_table,
    own_table,
    published_catalogue,
    sources_of,
    step,
)


def test_one_table_gives_cases_stages_steps_roles_and_times(tmp_path: Path) -> None:
    read = read_word_file(write_annex(tmp_path / "a.docx", one_table()))
    first, second = read_processes(read.blocks)
    assert [one.name for one in first.steps] == ["Tiếp nhận hồ sơ", "Thẩm định", "Phê duyệt"]
    assert [one.role for one in first.steps] == ["Một cửa", "Phòng Tre", "Lãnh đạo"]
    assert [(one.time.value, one.time.unit) for one in first.steps] == [
        (0.5, "working_day"),
        (2.5, "working_day"),
        (10, "working_day"),
    ]
    assert first.steps[1].time.text == AREA.format("7,5")
    assert first.steps[2].phase == "1.1 Trường hợp thuê đất – Giai đoạn 2"
    assert [one.id for one in first.steps] == ["q1", "q2", "q3"]
    assert len(second.steps) == 1
    assert (first.number, second.number) == ("1", "2")
    assert first.said[0].endswith("Tổng thời gian: 15 ngày làm việc; " + AREA.format("25"))
    assert first.said[1:] == [
        f"1.1 – Giai đoạn {stage} – Tổng thời gian: {days} ngày làm việc; " + AREA.format(area)
        for stage, days, area in ((1, 5, 10), (2, 10, 15))
    ]


def test_a_number_outside_the_columns_of_times_is_left_for_the_report(tmp_path: Path) -> None:
    rows = (
        ["1", "1", cell(NAMES[0], span=4), "", ""],
        ["", "", cell("Giai đoạn 1", span=2), "7", cell("12", span=2), "17"],
        step("Bước 1", "Thẩm định", "Phòng Tre", "12", "17"),
    )
    read = read_word_file(write_annex(tmp_path / "a.docx", table(HEAD, *rows)))
    (process,) = read_processes(read.blocks)
    left = [line.words for line in process.lines if line not in process.structure]
    assert "7" in left
    assert not {"1", "12", "17", "Giai đoạn 1"} & set(left)


def test_who_coordinates_and_who_approves_is_said_of_the_whole(tmp_path: Path) -> None:
    """The cells behind the times are counted: heads and rows have other widths."""
    head = (*HEAD, cell("CƠ QUAN PHỐI HỢP (Nếu có)", span=2), "GHI CHÚ (Thẩm quyền phê duyệt)")
    rows = (
        [
            "1",
            "1",
            cell(NAMES[0], span=4),
            "",
            "",
            "Cơ quan có liên quan",
            cell("Chủ tịch xã", span=2),
        ],
        ["", "1.1", cell("Trường hợp thuê đất", span=4), "15 ngày", "25 ngày", "", "Chủ tịch tỉnh"],
        [*step("Bước 1", "Thẩm định", "Phòng Tre", "02", "03"), "Cơ quan thuế", ""],
        [*step("Bước 2", "Phê duyệt", "Lãnh đạo", "01", "01"), cell("x", span=3)],
    )
    read = read_word_file(write_annex(tmp_path / "a.docx", table(head, *rows)))
    (process,) = read_processes(read.blocks)
    assert len(process.stated.items) == 2
    assert (process.stated.text or "").split("\n") == [
        "Cơ quan phối hợp: Cơ quan có liên quan",
        "Thẩm quyền phê duyệt: Chủ tịch xã",
        "1.1 – Tổng thời gian: 15 ngày; Thời hạn đối với vùng miền núi, hải đảo: 25 ngày",
        "1.1 Trường hợp thuê đất – Thẩm quyền phê duyệt: Chủ tịch tỉnh",
        "1.1 Trường hợp thuê đất – Thẩm định – Cơ quan phối hợp: Cơ quan thuế",
    ]


def test_a_column_of_who_acts_together_is_that_of_the_role(tmp_path: Path) -> None:
    head = ("Bước", "Nội dung công việc", "Cơ quan thực hiện, phối hợp", "Thời gian")
    rows = table(head, ("Bước 1", "Thẩm định", "Phòng Tre", "1 ngày"))
    read = read_word_file(write_annex(tmp_path / "a.docx", paragraph("1. Trồng tre"), rows))
    (process,) = read_processes(read.blocks)
    assert process.steps[0].role == "Phòng Tre"
    assert process.said == []


def test_a_process_without_steps_is_still_to_be_written() -> None:
    assert PrintedProcess(["Trồng tre"]).stated.not_stated


def test_a_merged_cell_gives_its_words_to_each_of_its_steps(tmp_path: Path) -> None:
    """A time that is merged is of the steps together: it is not said twice."""
    rows = (
        ["1", "1", cell(NAMES[0], span=4), "", ""],
        [
            *("", "", "Bước 1", cell("Thẩm định", merge="restart")),
            *("Phòng Tre", cell("2", span=2, merge="restart"), "3"),
        ],
        [
            *("", "", "Bước 2", cell(merge="continue")),
            *("Lãnh đạo", cell(span=2, merge="continue"), "1"),
        ],
        ["", "", "Bước 3", "Trả kết quả", cell("Một cửa", merge="restart"), cell("1", span=2), "1"],
        ["", "", "Bước 4", "Lưu hồ sơ", cell(merge="continue"), cell("1", span=2), "1"],
    )
    read = read_word_file(write_annex(tmp_path / "a.docx", table(HEAD, *rows)))
    (process,) = read_processes(read.blocks)
    assert [(one.name, one.role) for one in process.steps] == [
        ("Thẩm định", "Phòng Tre"),
        ("Thẩm định", "Lãnh đạo"),
        ("Trả kết quả", "Một cửa"),
        ("Lưu hồ sơ", "Một cửa"),
    ]
    assert [one.time.value for one in process.steps] == [2, None, 1, 1]


def test_words_across_the_table_are_notes_of_a_step_or_parts_of_a_stage(tmp_path: Path) -> None:
    rows = table(
        HEAD,
        ["1", "1", cell(NAMES[0], span=4), "", ""],
        ["", "", cell("Giai đoạn 1", span=2), "", cell("7", span=2), "10"],
        ["", "", cell("Thu hồi giấy", span=4), "3", "4"],
        step("Bước 1", "Tiếp nhận", "Một cửa", "03", "04"),
        ["", "", cell("1. Chuyển cho cơ quan thuế;", span=6)],
        ["", "", cell("Cấp lại giấy", span=4), "4", "6"],
        step("Bước 2", "Phê duyệt", "Lãnh đạo", "4", "6"),
        ["", "", cell("Niêm yết tại trụ sở", span=4), "15 ngày không tính", ""],
        ["", "", cell("Giai đoạn 2", span=2), "", cell("1", span=2), "1"],
        step("Bước 1", "Trả kết quả", "Một cửa", "01", "01"),
        ["", "", cell("Cơ quan khác trả lời", span=4), "1", "1"],
    )
    (process,) = read_processes(read_word_file(write_annex(tmp_path / "a.docx", rows)).blocks)
    assert [(one.name, one.phase) for one in process.steps] == [
        ("Tiếp nhận\n1. Chuyển cho cơ quan thuế;", "Giai đoạn 1 – Thu hồi giấy"),
        ("Phê duyệt", "Giai đoạn 1 – Cấp lại giấy"),
        ("Trả kết quả", "Giai đoạn 2"),
    ]
    read = {line.words for line in process.lines}
    assert {"Thu hồi giấy", "1. Chuyển cho cơ quan thuế;"} <= read
    assert not {"Niêm yết tại trụ sở", "Cơ quan khác trả lời"} & read
    assert "BỘ PHẬN XỬ LÝ" in {line.words for line in process.structure}


def test_sums_that_do_not_agree_are_remarks(tmp_path: Path) -> None:
    """The first stage says 5 days, its steps have 3; the stages make up the whole."""
    read = read_word_file(write_annex(tmp_path / "a.docx", one_table()))
    assert list(read_processes(read.blocks)[0].uneven()) == [("Giai đoạn 1", 5, 3)]


def test_a_table_for_each_procedure_takes_its_name_from_the_lines_above(tmp_path: Path) -> None:
    read = read_word_file(write_annex(tmp_path / "a.docx", *own_table()))
    (process,) = read_processes(read.blocks)
    assert process.names == [f"1. {NAMES[2]}"]
    assert process.levels == ("commune",)
    assert [(one.time.value, one.time.unit) for one in process.steps] == [
        (4, "hour"),
        (1.5, "working_day"),
        (None, "other"),
    ]
    assert process.steps[2].time.text == "Trong giờ hành chính"
    assert list(process.uneven()) == [], "four hours are half a day"


_STEPS_HEAD = ("Bước thực hiện", "Đơn vị", "Người thực hiện", "Nội dung thực hiện", "Thời gian")
_TASKS = (
    ("Bước 1", "Trung tâm Tre", "Công chức", "Tiếp nhận", "0,5 ngày"),
    ("Bước 2", "Phòng Tre", "Chuyên viên", "Thẩm định", "03 ngày"),
    (cell("Tổng cộng", span=4), "05 ngày"),
)


def test_a_step_that_takes_no_time_says_so_as_it_is_printed(tmp_path: Path) -> None:
    title = paragraph(f"1. Quy trình: {NAMES[0]}")
    rows = (*_TASKS[:2], ("Bước 3", "Trung tâm Tre", "Công chức", "Trả kết quả", "0"))
    file = write_annex(tmp_path / "a.docx", title, table(_STEPS_HEAD, *rows))
    [process] = read_processes(read_word_file(file).blocks)
    assert [(one.time.value, one.time.text) for one in process.steps] == [
        (0.5, None),
        (3, None),
        (0, "0 ngày"),
    ]


def test_a_column_of_the_work_may_stand_behind_those_of_who_does_it(tmp_path: Path) -> None:
    told = paragraph("- Tổng thời gian giải quyết: 06 ngày làm việc")
    title = paragraph(f"1. Quy trình: {NAMES[0]}")
    file = write_annex(tmp_path / "a.docx", title, told, table(_STEPS_HEAD, *_TASKS))
    [process] = read_processes(read_word_file(file).blocks)
    assert [(one.name, one.role, one.time.value) for one in process.steps] == [
        ("Tiếp nhận", "Trung tâm Tre – Công chức", 0.5),
        ("Thẩm định", "Phòng Tre – Chuyên viên", 3),
    ]
    whole = f"1. Quy trình: {NAMES[0]}"
    assert list(process.uneven()) == [(whole, 6, 3.5), (whole, 5, 3.5)]
    assert process.names == [whole]
    assert process.said[0] == "- Tổng thời gian giải quyết: 06 ngày làm việc"


@pytest.mark.parametrize(
    "head", [_STEPS_HEAD, ("TT", "Đơn vị", "Người thực hiện", "Công việc", "Thời hạn")]
)
def test_steps_may_have_numbers_alone_below_the_name_of_their_procedure(
    tmp_path: Path, head: tuple[str, ...]
) -> None:
    rows = [(str(number), *one[1:]) for number, one in enumerate(_TASKS[:2], 1)]
    tables = (table(_STEPS_HEAD, *_TASKS[:2]), table(head, *rows))
    blocks = [
        block
        for at, one in enumerate(tables)
        for block in (paragraph(f"{at + 1}. {NAMES[at]}"), one)
    ]
    file = write_annex(tmp_path / "a.docx", *blocks)
    found = read_processes(read_word_file(file).blocks)
    assert [one.names for one in found] == [[f"1. {NAMES[0]}"], [f"2. {NAMES[1]}"]]
    assert found[0].steps == found[1].steps


def test_numbers_of_rows_without_who_does_them_are_no_steps(tmp_path: Path) -> None:
    rows = (("1", "", "", NAMES[0], "05 ngày"), ("2", "", "", NAMES[1], "05 ngày"))
    blocks = (paragraph("1. Trồng tre"), table(_STEPS_HEAD, *rows))
    found = read_processes(read_word_file(write_annex(tmp_path / "a.docx", *blocks)).blocks)
    assert not any(one.steps for one in found)


def test_steps_below_purpose_and_papers_in_one_table_are_read(tmp_path: Path) -> None:
    numbered = table(
        ("1", cell("MỤC ĐÍCH: quy định cách giải quyết", span=4)),
        ("3.2", "Thành phần hồ sơ", "Bản chính", "Bản sao", ""),
        ("", "Đơn đề nghị", "x", "", ""),
        ("TT", "Trình tự", "Trách nhiệm", "Thời gian", "Biểu mẫu, kết quả"),
        ("B1", "Nộp hồ sơ", "Tổ chức", "0,5 ngày", "Phiếu hẹn"),
        ("B2", "Thẩm định", "Phòng Tre", "14,5 ngày", ""),
        ("4", cell("BIỂU MẪU", span=4)),
        ("", "Đơn đề nghị", "", "", ""),
    )
    file = write_annex(tmp_path / "a.docx", paragraph(f"1. {NAMES[0]}"), numbered)
    [process] = read_processes(read_word_file(file).blocks)
    assert process.names == [f"1. {NAMES[0]}"]
    assert [(one.name, one.role, one.time.value) for one in process.steps] == [
        ("Nộp hồ sơ", "Tổ chức", 0.5),
        ("Thẩm định", "Phòng Tre", 14.5),
    ]


def test_processes_go_to_the_procedures_of_their_names(tmp_path: Path) -> None:
    longer = one_table().replace(NAMES[0], f"{NAMES[0]} (Trường hợp thuê đất của xã)")
    stranger = table(
        HEAD, ["1", "1", cell("Nuôi ong", span=4), "", ""], step("Bước 1", "A", "B", "1", "1")
    )
    files = (
        write_annex(tmp_path / "a.docx", *decision_blocks(), *list_blocks()),
        write_annex(tmp_path / "b.docx", longer, *own_table(), paragraph("x"), stranger),
    )
    sources = [read_sources_of(read_word_file(file)) for file in files]
    drafted = draft_decision_of(sources, load_catalogue(Path("catalogue"))[0], GivenByUser())
    counts = [len(one.version.internal_process.items) for one in drafted.procedures if one.version]
    assert counts == [3, 1, 3]
    assert "internal_process" in drafted.decision.kinds
    assert [one.values["name"] for one in drafted.remarks if one.kind == "process_alone"] == [
        "Nuôi ong"
    ]
    assert {one.kind for one in drafted.procedures[0].remarks} >= {"uneven"}
    ledger = keep_ledger(drafted)
    left = {
        one.line.words for one in ledger.of(WordUse.REPORTED) if one.line.place.file == "b.docx"
    }
    assert "Nuôi ong" in left
    assert not left & {"Thẩm định", "Phòng Tre", "0,5", "Giai đoạn 1"}


def test_files_of_two_decisions_are_asked_about_and_told_apart(tmp_path: Path) -> None:
    sample = load_catalogue(Path("catalogue"))[0]
    published = [*decision_blocks("17/QĐ-UBND"), *list_blocks()]
    sources = sources_of(tmp_path, published, approval("18/QĐ-UBND", one_table()))
    with pytest.raises(UnreadableFileError) as asked:
        draft_decision_of(sources, sample, GivenByUser())
    assert asked.value.key == "office.several_decisions"
    assert asked.value.values["decisions"] == "17/QĐ-UBND (0.docx); 18/QĐ-UBND (1.docx)"
    assert asked.value.values["commands"].split("\n") == [
        "  niemyet import word 0.docx --into … --number 17/QĐ-UBND --report nhap-word-17.html",
        "  niemyet import word 1.docx --into … --number 18/QĐ-UBND --report nhap-word-18.html",
    ]

    drafted = draft_decision_of(sources, sample, GivenByUser(number="17/QĐ-UBND"))
    assert drafted.decision.kinds == ("procedure_list",)
    assert not any(one.process for one in drafted.procedures)
    assert [one.values for one in drafted.remarks if one.kind == "other_decision"] == [
        {"number": "18/QĐ-UBND", "file": "1.docx"}
    ]


def test_processes_go_to_procedures_that_an_earlier_decision_published(tmp_path: Path) -> None:
    into = published_catalogue(tmp_path)
    second = sources_of(tmp_path, approval("18/QĐ-UBND", one_table()))
    drafted = draft_decision_of(second, load_catalogue(into)[0], GivenByUser())
    rows = drafted.decision.rows
    assert [(row.action, row.version, row.amended_parts) for row in rows] == [
        ("amend", "v002", ("internal_process",))
    ] * 2
    assert {row.grounds for row in rows} == {()}, "the grounds of the decision are no row's"
    assert "118-2025-nd-cp" in drafted.decision.grounds
    assert drafted.decision.kinds == ("internal_process",)
    kinds = [remark.kind for one in drafted.procedures for remark in one.remarks]
    assert kinds.count("process_of_known") == 2, "a name is not a code: the report asks"
    write_drafts(draft_files(drafted, into), into)
    findings = check_catalogue(into, words_of("vi"), date(2026, 11, 1)).findings
    assert [one for one in findings if one.severity == "error"] == []


def test_a_process_goes_to_the_procedure_that_a_person_names(tmp_path: Path) -> None:
    sample = load_catalogue(Path("catalogue"))[0]
    sources = sources_of(tmp_path, approval("18/QĐ-UBND", one_table()))
    given = GivenByUser(pairs=((NAMES[0][:12].upper(), "1.900104"),))
    drafted = draft_decision_of(sources, sample, given)
    (one,) = drafted.procedures
    assert (one.key, one.row and one.row.amended_parts) == ("1.900104", ("internal_process",))
    assert "process_of_known" not in [remark.kind for remark in one.remarks]
    assert one.process
    assert one.process.names == [NAMES[0]]
    with pytest.raises(UnreadableFileError) as refused:
        draft_decision_of(sources, sample, GivenByUser(pairs=(("Không có", "1.900104"),)))
    assert (refused.value.key, refused.value.values) == ("office.no_pair", {"name": "Không có"})


def test_a_pair_names_a_procedure_of_the_catalogue(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write_annex(tmp_path / "a.docx", *approval("18/QĐ-UBND", one_table()))
    command = ["import", "word", str(file), "--into", "catalogue", "--dry-run"]
    assert main([*command, "--pair", "Giao đất=9.999999"]) == 2
    assert "“Giao đất=9.999999”" in capsys.readouterr().err


def test_a_process_is_not_given_to_the_procedure_of_another_office(tmp_path: Path) -> None:
    """The office's own, whose name is a little different, is proposed instead."""
    into = tmp_path / "danh-muc"
    shutil.copytree("catalogue", into)
    first = sources_of(tmp_path, [*decision_blocks("17/QĐ-UBND"), *list_blocks()])
    write_drafts(
        draft_files(draft_decision_of(first, load_catalogue(into)[0], GivenByUser()), into), into
    )
    catalogue = load_catalogue(into)[0]
    second = sources_of(tmp_path, approval("18/QĐ-UBND", one_table()))
    rows = draft_decision_of(second, catalogue, GivenByUser()).decision.rows
    own = rows[0].procedure
    assert own
    same = catalogue.versions[own][-1]
    longer = replace(same, title=f"{same.title} mới")
    theirs = replace(catalogue.procedures[own], id="cua-bo", agency="btp")
    known = replace(
        catalogue,
        procedures={**catalogue.procedures, "cua-bo": theirs},
        versions={**catalogue.versions, own: (longer,), "cua-bo": (same,)},
    )
    drafted = draft_decision_of(second, known, GivenByUser())
    assert [row.procedure for row in drafted.decision.rows] == [rows[1].procedure]
    proposed = [one.values["code"] for one in drafted.remarks if one.kind == "process_proposed"]
    assert proposed == [own]


def test_a_decision_on_processes_alone_is_drafted_and_its_annex_asked_for(tmp_path: Path) -> None:
    sources = sources_of(tmp_path, approval("18/QĐ-UBND"))
    drafted = draft_decision_of(sources, load_catalogue(Path("catalogue"))[0], GivenByUser())
    assert (drafted.decision.kinds, drafted.decision.rows) == (("internal_process",), ())
    assert "no_process" in {one.kind for one in drafted.remarks}


def test_processes_that_no_procedure_has_are_refused_with_their_names(tmp_path: Path) -> None:
    """A decision without rows, title and grounds would be all that is written."""
    annex = [paragraph("QUY TRÌNH NỘI BỘ"), *own_table()]
    given = GivenByUser(number="18/QĐ-UBND", signed=date(2026, 8, 3), agency="ubnd-tinh-quang-ninh")
    with pytest.raises(UnreadableFileError) as refused:
        draft_decision_of(sources_of(tmp_path, annex), load_catalogue(Path("catalogue"))[0], given)
    assert refused.value.key == "office.processes_alone"
    assert refused.value.values == {"count": 1, "steps": 3, "names": f"1. {NAMES[2]}"}


def test_a_footnote_of_a_step_has_a_line_of_its_own(tmp_path: Path) -> None:
    noted = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    blocks = own_table()
    blocks[-1] = blocks[-1].replace("Thẩm định</w:t></w:r>", f"Thẩm định</w:t></w:r>{noted}")
    file = write_docx(tmp_path / "a.docx", *blocks, notes=["Khi có thông tin."])
    [process] = read_processes(read_word_file(file).blocks)
    assert [step.name for step in process.steps] == [
        "Tiếp nhận - Quét hồ sơ",
        "Thẩm định\nKhi có thông tin.",
        "Trả kết quả",
    ]
    assert "Khi có thông tin." not in [line.words for line in process.structure]
