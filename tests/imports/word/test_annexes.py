"""Lists, contents, times and decisions of annexes, in the two shapes in which they circulate."""

from datetime import date
from pathlib import Path

import pytest

from generator.imports.word.blocks import WordLine, WordPlace
from generator.imports.word.contents import read_contents
from generator.imports.word.decisions import read_decision
from generator.imports.word.drafts import draft_decision_of
from generator.imports.word.labels import ContentPart
from generator.imports.word.limits import (
    read_late_submission,
    read_limits,
    read_limits_of_cases,
)
from generator.imports.word.list_header import FLAGS, ListColumn
from generator.imports.word.listing import read_lists
from generator.imports.word.methods import words_of_methods
from generator.imports.word.package import UnreadableFileError
from generator.imports.word.pairing import NameIndex, NameWeights, pair_contents
from generator.imports.word.paragraphs import join_lines
from generator.imports.word.reading import read_word_file
from generator.imports.word.sources import GivenByUser, read_sources_of
from generator.records.tree import load_catalogue
from tests.imports.word.annexes import (
    NAMES,
    TIME,
    content_blocks,
    contents_of,
    decision_blocks,
    list_blocks,
    stitched_blocks,
    write_annex,
)
from tests.imports.word.documents import cell, paragraph, table, write_docx


@pytest.mark.parametrize("blocks", [list_blocks(), stitched_blocks()], ids=["draft", "converted"])
def test_a_list_is_the_same_in_one_table_and_in_pages(tmp_path: Path, blocks: list[str]) -> None:
    read = read_lists(read_word_file(write_annex(tmp_path / "a.docx", *blocks)).blocks)
    assert not read.odd
    rows = [(row.number, row.name, row.levels, row.action, row.field_name) for row in read.rows]
    assert rows == [
        ("1", NAMES[0], ("province",), "publish", "Trồng tre"),
        ("2", NAMES[1], ("province",), "publish", "Trồng tre"),
        ("1", NAMES[2], ("commune",), "publish", "Trồng tre"),
    ]
    assert [case.number for case in read.rows[1].cases] == ["2.1", "2.2"]
    assert [read.rows[0].ticked(flag) for flag in FLAGS] == [True, True, False, True, None]
    time = read_limits(read.rows[0].text(ListColumn.TIME))
    assert (time.value, time.cases[0].value, time.additions[0].value) == (15, 25, 10)
    for row in read.rows:
        assert row.text(ListColumn.PLACE).startswith("- Trực tiếp: Trung tâm")
        assert row.text(ListColumn.BASIS).startswith("- Nghị định số 63/2010/NĐ-CP")


def test_amended_and_abolished_rows_stand_under_their_own_titles(tmp_path: Path) -> None:
    """Kinds come from titles above tables, levels and fields from rows merged or not."""
    amended = table(
        ("STT", "Mã TTHC gốc", "Tên thủ tục hành chính", "Tên VBQPPL quy định nội dung sửa đổi"),
        (cell("A. Danh mục thủ tục hành chính cấp tỉnh", span=4),),
        (cell("I. Lĩnh vực: Trồng tre", span=4),),
        ("1", "2.000674", "Cấp giấy phép", "Nghị định số 95/2021/NĐ-CP"),
    )
    abolished = table(
        ("TT", "Mã số TTHC", "Tên TTHC", "Văn bản quy định việc bãi bỏ"),
        ("I", cell("LĨNH VỰC CHĂN NUÔI (CẤP XÃ)", span=3)),
        ("1", "1.004222", "Đăng ký nuôi", "Nghị định số 96/2021/NĐ-CP"),
    )
    blocks = (
        paragraph("1. Danh mục thủ tục hành chính sửa đổi, bổ sung"),
        amended,
        paragraph("2. Danh mục thủ tục hành chính bị bãi bỏ"),
        abolished,
    )
    rows = read_lists(read_word_file(write_annex(tmp_path / "a.docx", *blocks)).blocks).rows
    assert [(r.action, r.code, r.levels, r.field_name) for r in rows] == [
        ("amend", "2.000674", ("province",), "Trồng tre"),
        ("abolish", "1.004222", ("commune",), "CHĂN NUÔI".capitalize()),
    ]
    assert rows[0].text(ListColumn.AMENDING) == "Nghị định số 95/2021/NĐ-CP"
    assert rows[1].text(ListColumn.ABOLISHING) == "Nghị định số 96/2021/NĐ-CP"


@pytest.mark.parametrize(
    "title",
    [
        "B. Thủ tục hành chính bị bãi bỏ",
        "THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ",
        "2. Các thủ tục hành chính bị bãi bỏ tại Quyết định số 5/QĐ-UBND",
        "DANH MỤC THỦ TỤC HÀNH CHÍNH HỦY BỎ",
        "DANH MỤC THỦ TỤC HÀNH CHÍNH HẾT HIỆU LỰC",
    ],
)
def test_what_ends_is_told_by_any_title_above_its_list(tmp_path: Path, title: str) -> None:
    head = ("STT", "Số hồ sơ TTHC", "Tên thủ tục hành chính")
    blocks = (
        paragraph("A. Danh mục thủ tục hành chính mới ban hành"),
        table(head, ("1", "1.999999", "Cấp phép nuôi ong")),
        paragraph(title),
        table(head, ("1", "1.004222", "Đăng ký nuôi ong")),
    )
    rows = read_lists(read_word_file(write_annex(tmp_path / "a.docx", *blocks)).blocks).rows
    assert [(row.action, row.code) for row in rows] == [
        ("publish", "1.999999"),
        ("abolish", "1.004222"),
    ]


def test_a_sentence_on_what_ends_is_no_title_of_a_list(tmp_path: Path) -> None:
    blocks = (
        paragraph("1. Thủ tục hành chính bị bãi bỏ thì không tiếp nhận hồ sơ nữa."),
        *map(paragraph, ("Điều 2.", "Điều 3.", "Danh mục thủ tục hành chính mới ban hành")),
        table(("STT", "Mã TTHC", "Tên thủ tục hành chính"), ("1", "1.999999", "Nuôi ong")),
    )
    (row,) = read_lists(read_word_file(write_annex(tmp_path / "a.docx", *blocks)).blocks).rows
    assert row.action == "publish"


def test_a_row_says_its_kind_in_its_note(tmp_path: Path) -> None:
    head = ("STT", "Mã TTHC", "Tên thủ tục hành chính", "Ghi chú")
    notes = ("TTHC bị bãi bỏ theo QĐ này", "Được sửa đổi, bổ sung", "Sửa đổi tên gọi")
    rows = [(str(at), f"1.00422{at}", f"Thủ tục {at}", note) for at, note in enumerate(notes, 1)]
    read = read_word_file(write_annex(tmp_path / "a.docx", table(head, *rows)))
    assert [row.action for row in read_lists(read.blocks).rows] == ["abolish", "amend", None]


def test_tables_of_forms_and_of_processes_are_no_lists(tmp_path: Path) -> None:
    form = table(("STT", "Tên người sử dụng đất", "Địa chỉ"), ("1", "a", "b"))
    process = table(("STT", "TRÌNH TỰ/TÊN TTHC", "BỘ PHẬN XỬ LÝ"), ("1", "Tiếp nhận", "Một cửa"))
    read = read_word_file(write_annex(tmp_path / "a.docx", form, process))
    assert read_lists(read.blocks).rows == []


@pytest.mark.parametrize("automatic", [False, True], ids=["typed", "automatic"])
def test_contents_have_eleven_parts_and_no_form_in_them(tmp_path: Path, automatic: bool) -> None:
    blocks = contents_of(*NAMES, automatic=automatic)
    read = read_contents(read_word_file(write_annex(tmp_path / "a.docx", *blocks)).lines)
    assert [one.name for one in read.procedures] == list(NAMES)
    for one in read.procedures:
        assert one.missing == ()
        assert one.drift is None
        assert [line.words[:10] for line in one.parts[ContentPart.BASIS]] == [
            "- Luật Trồ",
            "98/2026/QH",
            "- Nghị địn",
        ]
        assert [(head.code, head.name) for head in one.form_heads] == [
            ("01", "Đơn đề nghị trồng tre")
        ]
    assert read.procedures[0].parts[ContentPart.FEES][0].words == "50.000 đồng/giấy phép"


def test_a_label_in_the_middle_of_a_paragraph_begins_its_part(tmp_path: Path) -> None:
    blocks = contents_of(NAMES[0])
    joined = [
        one.replace("Giấy phép trồng tre (Mẫu số 02)", "Giấy phép.(8) Phí, lệ phí: Không")
        for one in blocks
    ]
    kept = [one for one in joined if "50.000" not in one]
    read = read_contents(read_word_file(write_annex(tmp_path / "a.docx", *kept)).lines)
    parts = read.procedures[0].parts
    assert [line.words for line in parts[ContentPart.RESULTS]] == ["Giấy phép."]
    assert [line.words for line in parts[ContentPart.FEES]] == ["Không"]


@pytest.mark.parametrize("more", [11, 13])
def test_numbers_of_labels_may_go_on_from_the_procedure_before(tmp_path: Path, more: int) -> None:
    """Below its name a procedure begins whatever its numbers are."""
    blocks = []
    for at, name in enumerate(NAMES):
        labels = "\x00".join(content_blocks(name, 1)[1:-4])
        for number in range(11, 0, -1):
            labels = labels.replace(f">({number}) ", f">{number + more * at}. ")
        blocks += [paragraph(f"{at + 1}. Thủ tục: {name}"), *labels.split("\x00")]
    read = read_contents(read_word_file(write_docx(tmp_path / "a.docx", *blocks)).lines)
    assert [one.name for one in read.procedures] == list(NAMES)
    assert [(one.missing, one.drift, one.forms) for one in read.procedures] == [((), None, [])] * 3


def test_a_procedure_may_begin_with_steps_under_other_words(tmp_path: Path) -> None:
    second = [
        one.replace("2. Cấp", "2. Thủ tục: Cấp").replace("(1) Trình tự thực hiện", "Cách tiến hành")
        for one in content_blocks(NAMES[2], 2)
    ]
    blocks = [*content_blocks(NAMES[0], 1)[:-4], *second]
    read = read_contents(read_word_file(write_docx(tmp_path / "a.docx", *blocks)).lines)
    first, last = read.procedures
    assert (first.unusual, first.forms, last.missing) == (None, [], ())
    assert last.name == NAMES[2]
    assert last.unusual
    assert last.unusual.words == "Cách tiến hành:"
    assert last.parts[ContentPart.STEPS][0].words.startswith("Bước 1")


def test_labels_out_of_order_stop_their_procedure_and_no_other(tmp_path: Path) -> None:
    blocks = contents_of(*NAMES, drift=NAMES[1])
    read = read_contents(read_word_file(write_annex(tmp_path / "a.docx", *blocks)).lines)
    first, stopped, last = read.procedures
    assert stopped.drift is not None
    assert stopped.drift.words.startswith("(5) Đối tượng")
    assert list(stopped.parts) == [ContentPart.STEPS, ContentPart.CHANNELS, ContentPart.DOSSIER]
    assert first.missing == last.missing == ()


def test_labels_that_changed_places_stop_before_they_become_papers(tmp_path: Path) -> None:
    swapped = [
        one.replace("(4) Thời hạn giải quyết", "(4) Đối tượng thực hiện thủ tục hành chính:")
        for one in contents_of(NAMES[0])
    ]
    read = read_contents(read_word_file(write_annex(tmp_path / "a.docx", *swapped)).lines)
    (stopped,) = read.procedures
    assert stopped.drift is not None
    assert stopped.drift.words.startswith("(4) Đối tượng")
    assert stopped.parts[ContentPart.DOSSIER][-1].words == "b) Số lượng hồ sơ: 02 bộ"


def test_a_label_of_other_words_stops_before_it_becomes_a_result(tmp_path: Path) -> None:
    said = "(8) Phí, lệ phí: 50.000 đồng/giấy phép"
    other = [one.replace(said, "(8) Chi phí khác:") for one in contents_of(NAMES[0])]
    read = read_contents(read_word_file(write_annex(tmp_path / "a.docx", *other)).lines)
    (stopped,) = read.procedures
    assert stopped.drift is not None
    assert stopped.drift.words == "(8) Chi phí khác:"
    results = [line.words for line in stopped.parts[ContentPart.RESULTS]]
    assert results == ["Giấy phép trồng tre (Mẫu số 02)"]


def test_an_item_of_a_list_in_a_part_is_no_label(tmp_path: Path) -> None:
    """Items have numbers of their own, which pass that of the next label."""
    items = [paragraph(f"({number}) Bản thứ {number}:") for number in range(1, 9)]
    blocks = content_blocks(NAMES[0], 1)
    at = next(n for n, one in enumerate(blocks) if "(8) Phí" in one)
    listed = [*blocks[:at], *items, *blocks[at:]]
    read = read_contents(read_word_file(write_docx(tmp_path / "a.docx", *listed)).lines)
    assert read.procedures[0].missing == ()
    assert len(read.procedures[0].parts[ContentPart.RESULTS]) == 9


@pytest.mark.parametrize(
    "name",
    [
        "Phê duyệt kế hoạch trồng tre",
        "Thủ tục: Điều chỉnh quyết định giao tre (Mã số TTHC 1.999999)",
        "Công nhận theo Nghị định số 61/2018/NĐ-CP",
    ],
)
def test_a_name_that_sounds_like_a_document_is_no_basis_of_the_one_before(
    tmp_path: Path, name: str
) -> None:
    blocks = contents_of(NAMES[0], name)
    forms = ("Mẫu số 01", "CỘNG HÒA", "(4) Thời hạn ghi", "4. Căn cứ pháp lý: ghi")
    bare = [one for one in blocks if not any(form in one for form in forms)]
    read = read_contents(read_word_file(write_annex(tmp_path / "a.docx", *bare)).lines)
    first, second = read.procedures
    assert second.name == name.removeprefix("Thủ tục: ").partition(" (Mã")[0]
    assert first.parts[ContentPart.BASIS][-1].words == "- Nghị định số 63/2010/NĐ-CP."


def test_a_decision_says_its_number_agency_day_signer_and_effect(tmp_path: Path) -> None:
    file = write_annex(tmp_path / "a.docx", *decision_blocks(), *list_blocks())
    found = read_decision(read_word_file(file).lines)
    assert found is not None
    assert (found.number, found.signed) == ("17/QĐ-UBND", date(2026, 8, 3))
    assert found.agency == "Ủy ban nhân dân tỉnh Mẫu"
    assert found.title == "Về việc công bố thủ tục hành chính lĩnh vực trồng tre"
    assert found.signer is not None
    assert (found.signer.name, found.signer.position, found.signer.capacity) == (
        "Trần Văn Mẫu",
        "Phó Chủ tịch",
        "for_head",
    )
    assert found.from_signing
    assert len(found.replacing) == 1
    assert (len(found.grounds), len(found.proposals), len(found.articles)) == (2, 1, 3)


def test_what_a_draft_leaves_blank_is_not_invented(tmp_path: Path) -> None:
    blocks = decision_blocks("      /QĐ-VP.UBND.KSTT", "ngày    tháng 8 năm 2026")
    found = read_decision(read_word_file(write_annex(tmp_path / "a.docx", *blocks)).lines)
    assert found is not None
    assert (found.number, found.signed, found.symbol) == (None, None, "QĐ-VP.UBND.KSTT")


@pytest.mark.parametrize(
    ("text", "value", "cases", "additions"),
    [
        ("Trong 05 ngày làm việc kể từ ngày nhận đủ hồ sơ", 5, [], []),
        ("04 giờ làm việc", 4, [], []),
        ("Không quá 8 ngày. Trường hợp phải xác minh: 12 ngày", 8, [12], []),
        ("Cấp mới: 5 ngày\nCấp lại: 3 ngày", None, [5, 3], []),
        ("10 ngày (chưa bao gồm thời gian niêm yết 15 ngày)", 10, [], [15]),
        ("Cấp mới: 5 ngày, cấp lại: 3 ngày", None, [5, 3], []),
        ("Theo dự án đã được phê duyệt", None, [], []),
        ("Sở: 12 ngày; UBND tỉnh: 08 ngày", None, [], []),
        ("Tại Sở Tre không quá 12 ngày, tại Ủy ban nhân dân tỉnh không quá 8 ngày", None, [], []),
        ("Sở: 12 ngày", 12, [], []),
        ("Quyết định số 61/2026 ngày 01/7/2026: 7 ngày làm việc", 7, [], []),
    ],
)
def test_times_are_read_as_base_cases_and_additions(
    text: str, value: float | None, cases: list[float], additions: list[float]
) -> None:
    read = read_limits(text)
    found = (read.value, [one.value for one in read.cases], [one.value for one in read.additions])
    assert found == (value, cases, additions)
    assert read.text == text


HILLS = "Đối với xã miền núi, hải đảo; vùng khó khăn"


@pytest.mark.parametrize(
    ("text", "value", "names"),
    [
        (
            "Không quá 7 ngày đối với trường hợp cấp tre, nứa lần đầu; không quá 9 ngày đối với"
            " trường hợp cấp tre, nứa, mây (trong đó cấp tre là 7 ngày; cấp mây là 2 ngày).",
            None,
            [
                "đối với trường hợp cấp tre, nứa lần đầu",
                "đối với trường hợp cấp tre, nứa, mây",
            ],
        ),
        (
            f"8 ngày làm việc.\n{HILLS} thì không quá 12 ngày làm việc đối với trường hợp cấp tre,"
            " nứa; không quá 15 ngày làm việc đối với trường hợp cấp mây.",
            8,
            [
                f"{HILLS}, đối với trường hợp cấp tre, nứa",
                f"{HILLS}, đối với trường hợp cấp mây",
            ],
        ),
        (
            f"- Thời gian thực hiện việc thẩm định, phê duyệt không quá 12 ngày.\n{HILLS} thì không"
            f" quá 20 ngày.\n- Thời gian gia hạn là 7 ngày.\n{HILLS} thì không quá 9 ngày.",
            None,
            [
                "việc thẩm định, phê duyệt",
                f"việc thẩm định, phê duyệt – {HILLS}",
                "Thời gian gia hạn",
                f"Thời gian gia hạn – {HILLS}",
            ],
        ),
        (
            "- Thời gian thu hồi tre không quá 20 ngày.\n- Thời gian cấp lại tre, nứa không quá 20"
            " ngày (trong đó nứa 3 ngày) đối với trường hợp tre đã cấp.",
            None,
            ["Thời gian thu hồi tre", "Thời gian cấp lại tre, nứa, đối với trường hợp tre đã cấp"],
        ),
        ("20 ngày (trong đó thẩm định 17 ngày; cấp giấy 3 ngày)", 20, []),
        ("08 ngày làm (vùng núi: 18 ngày làm việc)", 8, ["vùng núi"]),
        ("15 ngày, trường hợp phải lấy ý kiến thì 20 ngày", 15, ["trường hợp phải lấy ý kiến"]),
        (
            "5 ngày; trường hợp phức tạp kéo dài nhưng tổng không quá 10 ngày",
            5,
            ["trường hợp phức tạp kéo dài"],
        ),
        (
            "Trực tiếp: Thời hạn giải quyết: 5 ngày\nTrực tuyến: Thời hạn giải quyết: 3 ngày",
            None,
            ["Trực tiếp", "Trực tuyến"],
        ),
        ("Thẩm định 5 ngày; phê duyệt 5 ngày; tổng không quá 10 ngày", 10, []),
        (
            "Trường hợp cấp tre: 5 ngày (vùng núi: 8 ngày)",
            None,
            ["Trường hợp cấp tre", "Trường hợp cấp tre – vùng núi"],
        ),
    ],
)
def test_cases_of_a_time_are_whole(text: str, value: float | None, names: list[str]) -> None:
    read = read_limits(text)
    assert read.value == value
    assert [one.name for one in read.cases] == names


def test_cases_of_a_row_have_their_own_areas_and_additions() -> None:
    """Not the time of the last case is the usual one, and no area stands without its case."""
    read = read_limits_of_cases([("Cấp tre", TIME), ("Cấp nứa", "7 ngày"), ("Khác", "Theo dự án")])
    assert read.value is None
    assert [(one.name, one.value) for one in read.cases] == [
        ("Cấp tre", 15),
        ("Cấp tre – đối với vùng núi, hải đảo", 25),
        ("Cấp nứa", 7),
    ]
    assert read.additions[0].text == f"Cấp tre: {TIME.splitlines()[1]}"
    assert read.text == f"Cấp tre: {TIME}\nCấp nứa: 7 ngày\nKhác: Theo dự án"


@pytest.mark.parametrize(
    "text",
    [
        "Từ 05 ngày đến 10 ngày làm việc",
        "Từ 5 đến 10 ngày",
        "30 ngày, trong đó:\n- Sở: 20 ngày\n- Ủy ban: 10 ngày",
        "30 ngày\nThẩm định: 20 ngày",
        "Cấp tre 5 ngày và cấp nứa 3 ngày",
        "Sở thẩm định 40 ngày. Trong thời hạn 15 ngày kể từ ngày nhận được văn bản, Bộ quyết định.",
    ],
)
def test_a_time_that_cannot_be_taken_apart_stays_in_its_words(text: str) -> None:
    read = read_limits(text)
    assert (read.value, read.cases, read.additions, read.text) == (None, (), (), text)


def test_an_hour_after_which_the_next_day_counts_is_no_time_limit() -> None:
    text = "01 ngày làm việc (sau 15 giờ thì giải quyết trong ngày làm việc tiếp theo)"
    late = read_late_submission(text)
    assert late is not None
    assert late.after == "15:00"
    assert read_limits(text).value == 1


@pytest.mark.parametrize("second", ["Điều 2. Hiệu lực", "Ủy ban nhân dân", "Đối với xã", "Ở xã"])
def test_a_line_that_begins_with_a_capital_is_a_paragraph_of_its_own(second: str) -> None:
    """Capital letters of Vietnamese lie among the small ones by their code points."""
    lines = [WordLine(WordPlace("a.docx", 1), "", "(Có phụ lục kèm theo)")]
    lines.append(WordLine(WordPlace("a.docx", 2), "", second))
    assert len(join_lines(lines)) == 2
    goes_on = WordLine(WordPlace("a.docx", 3), "", "đã ký")
    assert len(join_lines([*lines, goes_on])) == 2


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (("Theo quy định tại", "Nghị quyết 5"), ["Theo quy định tại Nghị quyết 5"]),
        (("Quyết định số 6/2026/QĐ-", "UBND tỉnh"), ["Quyết định số 6/2026/QĐ-UBND tỉnh"]),
        (("về việc đẩy\nmạnh liên thông",), ["về việc đẩy mạnh liên thông"]),
        (("Nộp tại:\nTrung tâm A;\nb) Bưu chính",), ["Nộp tại:\nTrung tâm A;\nb) Bưu chính"]),
        (("Liên thông với", "Quy định tại: Luật"), ["Liên thông với", "Quy định tại: Luật"]),
        (("Giấy phép của", "- Sở Tre"), ["Giấy phép của", "- Sở Tre"]),
    ],
)
def test_a_sentence_that_cannot_end_so_goes_on(lines: tuple[str, ...], joined: list[str]) -> None:
    read = [WordLine(WordPlace("a.docx", at), "", text) for at, text in enumerate(lines, 1)]
    assert [one.text for one in join_lines(read)] == joined


def test_a_process_drawn_as_boxes_is_no_list(tmp_path: Path) -> None:
    drawn = table(
        ("TT", "Tên thủ tục hành chính", "Quy trình nội bộ giải quyết"),
        ("1", "Cấp giấy phép trồng tre", "Một cửa\nPhòng Tre"),
    )
    assert not read_lists(read_word_file(write_annex(tmp_path / "a.docx", drawn)).blocks).rows


def test_rare_words_tell_names_apart_that_letters_do_not() -> None:
    names = ["Cấp giấy phép bán lẻ rượu", "Cấp giấy phép sản xuất rượu", "Cấp giấy phép bán lẻ tre"]
    weights = NameWeights.of(names)
    assert weights.likeness(names[0], names[1]) < 0.5
    assert weights.likeness("Trình tự, thủ tục cấp giấy phép bán lẻ rượu.", names[0]) == 1


def test_the_most_alike_name_of_a_catalogue_is_found() -> None:
    names = {"a": "Cấp giấy phép bán lẻ rượu", "b": "Cấp giấy phép sản xuất rượu"}
    index = NameIndex(names)
    assert index.find_most_alike("Thủ tục cấp giấy phép sản xuất rượu.") == (1, "b")
    assert index.find_most_alike("Nuôi ong") == (0, "")
    assert NameIndex({}).find_most_alike("Nuôi ong") == (0, "")


def test_rows_and_contents_meet_by_position_and_by_words(tmp_path: Path) -> None:
    swapped = contents_of(NAMES[1], NAMES[0], NAMES[2], "Nuôi ong trên núi cao")
    rows = read_lists(read_word_file(write_annex(tmp_path / "a.docx", *list_blocks())).blocks).rows
    contents = read_contents(read_word_file(write_annex(tmp_path / "b.docx", *swapped)).lines)
    pairs = pair_contents(rows, contents.procedures)
    found = [(p.row.name if p.row else None, p.content.name if p.content else None) for p in pairs]
    assert found == [*((name, name) for name in NAMES), (None, "Nuôi ong trên núi cao")]


def test_a_list_of_delegated_tasks_publishes_nothing(tmp_path: Path) -> None:
    """It names procedures, their codes and the field that each was published in."""
    tasks = (
        ("STT", "NỘI DUNG NHIỆM VỤ ỦY QUYỀN", "TÊN TTHC", "LĨNH VỰC CÔNG BỐ", "MÃ TTHC"),
        ("1", "Cấp giấy phép", NAMES[0], "Trồng tre", "2.000229"),
    )
    title = "DANH MỤC NHIỆM VỤ, QUYỀN HẠN ỦY QUYỀN CHO GIÁM ĐỐC SỞ TRE THỰC HIỆN"
    file = write_annex(tmp_path / "a.docx", paragraph(title), table(*tasks))
    source = read_sources_of(read_word_file(file))
    assert [row.field_name for row in source.lists.rows] == ["Trồng tre"]
    with pytest.raises(UnreadableFileError) as refused:
        draft_decision_of([source], load_catalogue(Path("catalogue"))[0], GivenByUser())
    assert (refused.value.key, refused.value.values) == ("office.delegation", {"file": "a.docx"})


BULLETED = (
    "* Trình tự thực hiện:",
    "– Bước 1: Nộp hồ sơ.",
    "* Cách thức thực hiện:",
    "- Nộp trực tiếp tại Bộ phận Một cửa;",
    "- Nộp trực tuyến trên Cổng Dịch vụ công quốc gia.",
    "* Thành phần hồ sơ:",
    "- Tờ khai",
    "* Thời hạn giải quyết: 02 ngày làm việc.",
    "* Kết quả thực hiện thủ tục hành chính: Giấy phép.",
    "* Lệ phí: 5.000 đồng",
)


def test_contents_are_found_by_the_words_of_labels_that_have_no_numbers(tmp_path: Path) -> None:
    names = ("Trồng tre", "Trồng trúc")
    blocks = [table(("Thời hạn giải quyết", "Cách thức thực hiện"))]
    for number, name in enumerate(names, 1):
        title = paragraph(f"{number}. Thủ tục: {name}")
        blocks += [title, *map(paragraph, BULLETED), paragraph("* Căn cứ pháp lý: Luật Tre")]
    source = read_sources_of(read_word_file(write_docx(tmp_path / "a.docx", *blocks)))
    found = source.contents.procedures
    assert [one.name for one in found] == list(names)
    assert [line.words for line in found[1].parts[ContentPart.TIME]] == ["02 ngày làm việc."]
    assert {len(one.parts) for one in found} == {7}


def test_few_labels_in_a_file_are_no_contents(tmp_path: Path) -> None:
    file = read_word_file(write_docx(tmp_path / "a.docx", *map(paragraph, BULLETED[:7])))
    assert read_sources_of(file).contents.procedures == []


def test_the_number_of_a_dossier_heads_a_column_of_codes(tmp_path: Path) -> None:
    rows = table(("STT", "Số hồ sơ TTHC", "Tên thủ tục hành chính"), ("1", "1.900105", "Trồng tre"))
    read = read_word_file(write_docx(tmp_path / "a.docx", paragraph("DANH MỤC BÃI BỎ"), rows))
    assert [(row.code, row.name) for row in read_lists(read.blocks).rows] == [
        ("1.900105", "Trồng tre")
    ]


def test_each_way_to_hand_in_has_its_own_lines_where_each_names_one() -> None:
    said = "- Nộp trực tiếp tại Một cửa;\n- Nộp trực tuyến trên Cổng."
    own = words_of_methods(said, ("direct", "online"))
    assert own == {
        "direct": "- Nộp trực tiếp tại Một cửa;",
        "online": "- Nộp trực tuyến trên Cổng.",
    }
    both = words_of_methods(f"{said}\nĐiện thoại trước.", ("direct", "online"))
    assert set(both.values()) == {f"{said}\nĐiện thoại trước."}


ROWS = (
    ("Trình tự thực hiện", "Bước 1: Nộp hồ sơ.\nBước 2: Nhận kết quả."),
    ("Cách thức thực hiện", "Trực tiếp"),
    ("Thành phần, số lượng hồ sơ", "- Đơn trồng tre\nSố lượng hồ sơ: 01 bộ"),
    ("Thời hạn giải quyết", "05 ngày làm việc"),
    ("Đối tượng thực hiện", "Cá nhân"),
    ("Cơ quan thực hiện", "Ủy ban nhân dân xã"),
    ("Kết quả thực hiện", "Giấy phép"),
    ("Phí, lệ phí", "Không"),
    ("Tên mẫu đơn, mẫu tờ khai", "Không"),
    ("Yêu cầu, điều kiện", "Không"),
    ("Căn cứ pháp lý", "Nghị định số 63/2010/NĐ-CP"),
)


@pytest.mark.parametrize("shape", ["1.{}", "({})", "{}", ""], ids=["dotted", "round", "bare", "no"])
def test_labels_in_the_rows_of_a_table_head_the_words_beside_them(
    tmp_path: Path, shape: str
) -> None:
    numbered = enumerate(ROWS, 1)
    rows = ((shape.format(n), *row) if shape else row for n, row in numbered)
    blocks = (paragraph(f"1. {NAMES[0]}"), table(*rows))
    file = read_word_file(write_annex(tmp_path / "a.docx", *blocks))
    source = read_sources_of(file)
    (content,) = source.contents.procedures
    assert content.name == NAMES[0]
    assert content.missing == ()
    said = {part: [line.words for line in lines] for part, lines in content.parts.items()}
    assert list(said.values()) == [words.split("\n") for _, words in ROWS]
    numbers = [line.words for line in source.contents.headings]
    assert numbers == ([shape.format(n) for n in range(1, 12)] if shape else [])


def test_a_few_labels_in_a_table_lay_nothing_out(tmp_path: Path) -> None:
    rows = (("1", *row) for row in ROWS[:5])
    file = read_word_file(write_annex(tmp_path / "a.docx", paragraph(NAMES[0]), table(*rows)))
    assert read_sources_of(file).contents.procedures == []
