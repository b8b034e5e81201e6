"""What an import does not understand is a question in the report: never invented, never lost."""

import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.cli import main
from generator.imports.word.blocks import WordFile
from generator.imports.word.decisions import PrintedDecision, read_decision
from generator.imports.word.drafted import DraftedDecision
from generator.imports.word.drafts import draft_decision_of
from generator.imports.word.ledger import WordUse, keep_ledger
from generator.imports.word.listing import read_lists
from generator.imports.word.reading import read_word_file
from generator.imports.word.remarks import WordRemark
from generator.imports.word.report import ReportPart, render_word_report
from generator.imports.word.report_remarks import remark_words
from generator.imports.word.sources import GivenByUser, read_sources_of
from generator.locale import words_of
from generator.records.catalogue import Catalogue
from generator.records.tree import load_catalogue
from tests.imports.word.annexes import NAMES, content_blocks, decision_blocks, list_blocks
from tests.imports.word.documents import cell, paragraph, table, write_docx

PROVINCE = "Ủy ban nhân dân tỉnh Mẫu"
KNOWN = "1.900104"
ARTICLE_2 = "Điều 2. Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 9/QĐ-UBND."
CONTENT = content_blocks(NAMES[0], 1)
TICKED = '<w:tc><w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p></w:tc>'
HEAD = ("STT", "Mã TTHC", "Tên thủ tục hành chính", "Toàn trình", "Ghi chú")


@pytest.fixture(scope="module")
def sample() -> Catalogue:
    return load_catalogue(Path("catalogue"))[0]


def read(path: Path, *blocks: str) -> WordFile:
    return read_word_file(write_docx(path / "a.docx", *blocks))


def decide(path: Path, *changes: tuple[str, str]) -> PrintedDecision:
    text = "\x00".join(decision_blocks())
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    found = read_decision(read(path, *text.split("\x00")).lines)
    assert found
    return found


def draft(
    path: Path, catalogue: Catalogue, *rows: tuple[str, ...], more: tuple[str, ...] = ()
) -> DraftedDecision:
    heading = paragraph("DANH MỤC THỦ TỤC HÀNH CHÍNH SỬA ĐỔI, BỔ SUNG LĨNH VỰC TRỒNG TRE")
    listed = table(HEAD, *rows)
    file = read(path, *decision_blocks(), heading, listed, *more)
    return draft_decision_of([read_sources_of(file)], catalogue, GivenByUser())


def remarks_of(drafted: DraftedDecision, kind: str) -> list[WordRemark]:
    every = [*drafted.remarks, *(one for each in drafted.procedures for one in each.remarks)]
    return [one for one in every if one.kind == kind]


def asked_in(drafted: DraftedDecision) -> str:
    """The note that asks which parts the first row amends."""
    return drafted.decision.rows[0].note or ""


@pytest.mark.parametrize(
    "said",
    [
        "có hiệu lực sau 10 ngày kể từ ngày ký; riêng thủ tục số 1 có hiệu lực từ ngày 01/01/2027",
        "có hiệu lực sau 10 ngày làm việc kể từ ngày ký",
        "có hiệu lực kể từ ngày ký, trừ thủ tục số 2 áp dụng từ ngày 01/01/2027",
        "có hiệu lực từ ngày 01/9/2026 và có hiệu lực từ ngày 01/10/2026",
    ],
)
def test_an_effect_of_several_days_or_in_other_words_is_asked(tmp_path: Path, said: str) -> None:
    found = decide(tmp_path, ("có hiệu lực kể từ ngày ký", said))
    assert (found.effective, found.from_signing) == (None, False)
    assert [said in article for article in found.unclear_effects] == [True]


def test_a_day_of_effect_is_counted_from_that_of_signing(tmp_path: Path, sample: Catalogue) -> None:
    blocks = "\x00".join(decision_blocks()).replace(
        "hiệu lực kể từ ngày ký", "hiệu lực sau 45 (bốn mươi lăm) ngày, kể từ ngày ký ban hành"
    )
    file = read(tmp_path, *blocks.split("\x00"), *list_blocks())
    drafted = draft_decision_of([read_sources_of(file)], sample, GivenByUser())
    day = drafted.decision.signed + timedelta(days=45)
    assert drafted.decision.effective == day
    told = remarks_of(drafted, "effect_counted")
    assert [one.values for one in told] == [{"count": "45", "day": "17/09/2026"}]


@pytest.mark.parametrize(
    ("line", "signed"),
    [
        ("Mẫu, ngày 05/9/2026", date(2026, 9, 5)),
        ("Mẫu, ngày 05.9.2026", date(2026, 9, 5)),
        ("Mẫu, ngày     tháng     năm 2026", None),
    ],
)
def test_the_day_of_signing_is_that_of_the_date_line(
    tmp_path: Path, line: str, signed: date | None
) -> None:
    title = "Về việc sửa Quyết định số 8/QĐ-UBND ngày 02 tháng 02 năm 2024 về nghề tre"
    printed = "Mẫu, ngày 03 tháng 8 năm 2026"
    own = "Về việc công bố thủ tục hành chính lĩnh vực trồng tre"
    found = decide(tmp_path, (printed, line), (own, title))
    assert found.signed == signed


@pytest.mark.parametrize(
    ("printed", "position", "name", "asked"),
    [
        ("PHÓ CHỦ TỊCH THƯỜNG TRỰC", "Phó Chủ tịch Thường trực", "Trần Văn Mẫu", []),
        ("GIÁM ĐỐC SỞ TƯ PHÁP", None, "Trần Văn Mẫu", ["GIÁM ĐỐC SỞ TƯ PHÁP"]),
        ("Q. CHỦ TỊCH", "Quyền Chủ tịch", "Trần Văn Mẫu", []),
    ],
)
def test_a_position_is_read_whole_or_asked(
    tmp_path: Path, printed: str, position: str | None, name: str, asked: list[str]
) -> None:
    found = decide(tmp_path, ("PHÓ CHỦ TỊCH", printed))
    assert found.signer
    assert (found.signer.position, found.signer.name) == (position, name)
    assert found.unclear_signing == asked


def test_a_degree_before_a_name_is_no_part_of_it_and_is_asked(tmp_path: Path) -> None:
    found = decide(tmp_path, ("Trần Văn Mẫu", "PGS.TS. Trần Văn Mẫu"))
    assert found.signer
    assert (found.signer.name, found.signer.position) == ("Trần Văn Mẫu", "Phó Chủ tịch")
    assert found.unclear_signing == ["PGS.TS. Trần Văn Mẫu"]


@pytest.mark.parametrize("note", ["", "Bãi bỏ"])
def test_a_code_of_a_procedure_of_another_name_is_asked(
    tmp_path: Path, sample: Catalogue, note: str
) -> None:
    drafted = draft(tmp_path, sample, ("1", KNOWN, "Đăng ký tàu cá vỏ gỗ cỡ lớn", "", note))
    assert [one.values["code"] for one in remarks_of(drafted, "code_of_other")] == [KNOWN]
    title = sample.versions[KNOWN][-1].title
    assert not remarks_of(draft(tmp_path, sample, ("1", KNOWN, title, "", note)), "code_of_other")


@pytest.mark.parametrize(
    "code", ["1.9OO1O4", "1.999556 2.000001", "1.99955", "1.999002.000.00.00.H01"]
)
def test_a_cell_that_is_not_one_code_is_asked(tmp_path: Path, sample: Catalogue, code: str) -> None:
    drafted = draft(tmp_path, sample, ("1", code, "Cấp giấy phép trồng tre", "", ""))
    assert [one.values["words"] for one in remarks_of(drafted, "code_unclear")] == [code]
    made = drafted.procedures[0].procedure
    assert made
    said = {"code": f"Ô mã trong tệp Word ghi “{code}”."}
    assert (made.code, made.unknown) in (("1.999556", None), (None, said))


def test_the_same_code_in_two_rows_is_asked(tmp_path: Path, sample: Catalogue) -> None:
    rows = [(str(n), "1.999555", name, "", "") for n, name in enumerate(NAMES[:2], 1)]
    drafted = draft(tmp_path, sample, *rows)
    assert [one.values for one in remarks_of(drafted, "same_code")] == [{"code": "1.999555"}]
    first, second = drafted.procedures
    assert first.procedure
    assert second.procedure
    assert first.version
    assert second.version
    assert (first.procedure.code, second.procedure.code) == ("1.999555", None)
    assert second.procedure.unknown == {"code": "Một dòng khác của danh mục cũng ghi mã 1.999555."}
    assert [first.version.title, second.version.title] == list(NAMES[:2])
    assert first.version.procedure != second.version.procedure == second.procedure.id


@pytest.mark.parametrize(
    ("note", "action"),
    [("Bãi bỏ", "abolish"), ("Sửa đổi, bổ sung", "amend"), ("Bãi bỏ một phần phí", "amend")],
)
def test_a_row_may_say_its_own_kind(
    tmp_path: Path, sample: Catalogue, note: str, action: str
) -> None:
    title = sample.versions[KNOWN][-1].title
    row = draft(tmp_path, sample, ("1", KNOWN, title, "", note)).procedures[0].row
    assert row
    assert row.action == action


@pytest.mark.parametrize("tick", [TICKED, cell("☑"), cell("x")])
def test_a_tick_of_a_font_of_symbols_is_a_tick(
    tmp_path: Path, sample: Catalogue, tick: str
) -> None:
    cells = (*map(cell, ("1", "", NAMES[0])), tick, cell(""))
    version = draft(tmp_path, sample, cells).procedures[0].version
    assert version
    assert version.online.level == "end_to_end"


def test_only_what_begins_like_a_form_is_cut_off_as_one(tmp_path: Path, sample: Catalogue) -> None:
    second = table(
        (
            "ỦY BAN NHÂN DÂN TỈNH MẪU\nSố: 18/QĐ-UBND",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nMẫu, ngày 04 tháng 8 năm 2026",
        )
    )
    body = content_blocks(NAMES[0], 1)
    note = paragraph("Ghi chú: chỉ áp dụng đến hết ngày 31/12/2026")
    later = (second, paragraph("QUYẾT ĐỊNH"), paragraph("Điều 1. Điều khác hẳn."))
    more = (*body[:-4], note, *body[-4:], *later)
    ledger = keep_ledger(draft(tmp_path, sample, ("1", "", NAMES[0], "", ""), more=more))
    reported = [one.line.words for one in ledger.of(WordUse.REPORTED)]
    assert "Ghi chú: chỉ áp dụng đến hết ngày 31/12/2026" in reported
    assert "Điều 1. Điều khác hẳn." in reported
    forms = [one.line.words for one in ledger.of(WordUse.FORM)]
    assert forms[0].startswith("Mẫu số 01")
    assert len(forms) == 4


@pytest.mark.parametrize("number", ["../../../x", "17/QĐ-UBND; x", "so-moi"])
def test_what_is_no_number_of_a_decision_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], number: str
) -> None:
    file = write_docx(tmp_path / "a.docx", *decision_blocks())
    into = ("--into", "catalogue", "--dry-run", "--report", str(tmp_path / "r.html"))
    assert main(["import", "word", str(file), *into, "--number", number]) == 2
    assert "không phải số của quyết định" in capsys.readouterr().err


COLUMNS = ("Mã số TTHC", "Tên thủ tục hành chính", "Thời hạn giải quyết", "Phí, lệ phí")
TITLE = cell("DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH", span=5)


@pytest.mark.parametrize(
    "rows",
    [
        (COLUMNS, ("", "Cấp giấy phép", "", ""), ("", "Cấp lại giấy phép", "", "")),
        (
            (TITLE,),
            (cell("Đơn vị: Sở Tre", span=5),),
            ("STT", *COLUMNS),
            ("1", "", "Cấp giấy phép", "", ""),
            ("2", "", "Cấp lại giấy phép", "", ""),
        ),
    ],
)
def test_a_list_has_its_title_in_it_or_no_numbers(
    tmp_path: Path, rows: tuple[tuple[str, ...], ...]
) -> None:
    found = read_lists(read(tmp_path, table(*rows)).blocks)
    assert [row.name for row in found.rows] == ["Cấp giấy phép", "Cấp lại giấy phép"]
    assert {row.action for row in found.rows} == {"publish" if TITLE in rows[0] else None}


def test_old_and_new_procedures_side_by_side_are_asked_about(
    tmp_path: Path, sample: Catalogue
) -> None:
    head = (
        *("TT", "Mã TTHC", "Tên thủ tục hành chính được thay thế"),
        *("Mã TTHC", "Tên thủ tục hành chính thay thế"),
    )
    row = ("1", KNOWN, "Thủ tục cũ", "1.999333", "Thủ tục mới")
    file = read(tmp_path, *decision_blocks(), table(head, row))
    drafted = draft_decision_of([read_sources_of(file)], sample, GivenByUser())
    assert drafted.procedures == []
    assert len(remarks_of(drafted, "two_names")) == 1
    reported = [one.line.words for one in keep_ledger(drafted).of(WordUse.REPORTED)]
    assert [one for one in row[1:] if one not in reported] == []


LISTED = ("STT", "Mã TTHC", "Tên thủ tục hành chính", "Thời hạn giải quyết", "Phí, lệ phí")


def test_an_amended_row_without_contents_asks_about_its_time_and_fee(
    tmp_path: Path, sample: Catalogue
) -> None:
    title = sample.versions[KNOWN][-1].title
    heading = paragraph("DANH MỤC THỦ TỤC HÀNH CHÍNH SỬA ĐỔI, BỔ SUNG LĨNH VỰC TRỒNG TRE")
    listed = table(LISTED, ("1", KNOWN, title, "77 ngày", "77.000 đồng"))
    file = read(tmp_path, *decision_blocks(), heading, listed)
    drafted = draft_decision_of([read_sources_of(file)], sample, GivenByUser())
    asked = [remarks_of(drafted, kind)[0] for kind in ("kept_time", "kept_fee")]
    assert [one.values["listed"] for one in asked] == ["77 ngày", "77.000 đồng"]
    version = drafted.procedures[0].version
    assert version
    assert version.channels == sample.versions[KNOWN][-1].channels
    assert "(danh mục ghi thời hạn “77 ngày”, phí, lệ phí “77.000 đồng”)" in asked_in(drafted)


def test_what_a_list_says_is_amended_is_kept_for_who_amends(
    tmp_path: Path, sample: Catalogue
) -> None:
    title = sample.versions[KNOWN][-1].title
    heading = paragraph("DANH MỤC THỦ TỤC HÀNH CHÍNH SỬA ĐỔI, BỔ SUNG LĨNH VỰC TRỒNG TRE")
    head = (*LISTED[:3], "VBQPPL quy định nội dung sửa đổi", "Nội dung sửa đổi, bổ sung")
    listed = table(head, ("1", KNOWN, title, "Nghị định số 63/2010/NĐ-CP", "Thời hạn giải quyết"))
    file = read(tmp_path, *decision_blocks(), heading, listed)
    drafted = draft_decision_of([read_sources_of(file)], sample, GivenByUser())
    one = drafted.procedures[0]
    assert one.version
    assert one.row
    assert "(danh mục ghi nội dung sửa đổi “Thời hạn giải quyết”)" in asked_in(drafted)
    assert one.row.grounds
    reported = [each.line.words for each in keep_ledger(drafted).of(WordUse.REPORTED)]
    assert "Thời hạn giải quyết" not in reported


def test_the_fees_of_cases_are_those_of_the_procedure_in_words(
    tmp_path: Path, sample: Catalogue
) -> None:
    cases = (("1.1", "", "Cấp mới", "3 ngày", "10.000 đồng"), ("1.2", "", "Đổi", "2 ngày", ""))
    listed = table(LISTED, ("1", "", "Cấp thẻ trồng tre", "", ""), *cases)
    file = read(tmp_path, *decision_blocks(), listed)
    drafted = draft_decision_of([read_sources_of(file)], sample, GivenByUser())
    version = drafted.procedures[0].version
    assert version
    [fee] = version.channels.items[0].fees.items
    assert (fee.state, fee.amount, fee.text) == ("not_stated", None, "Cấp mới: 10.000 đồng")


def test_a_table_that_no_reader_takes_is_asked_about_with_its_rows(
    tmp_path: Path, sample: Catalogue
) -> None:
    stray = table(("7", "", "Đổi thẻ", "2 ngày"), ("8", "", "Trả thẻ", "1 ngày"))
    row = ("1", "", "Cấp thẻ trồng tre", "", "")
    [asked] = remarks_of(draft(tmp_path, sample, row, more=(stray,)), "rows_unread")
    assert asked.values == {"count": "2", "words": "7 Đổi thẻ 2 ngày"}
    assert not remarks_of(draft(tmp_path, sample, row), "rows_unread")


def test_steps_without_numbers_that_become_one_step_are_asked_about(
    tmp_path: Path, sample: Catalogue
) -> None:
    row = ("1", "", NAMES[0], "", "")
    assert not remarks_of(draft(tmp_path, sample, row, more=tuple(CONTENT)), "steps_joined")
    plain = [one.replace("Bước 1: ", "").replace("Bước 2: ", "") for one in CONTENT]
    [asked] = remarks_of(draft(tmp_path, sample, row, more=tuple(plain)), "steps_joined")
    assert asked.values == {"count": "3"}
    assert "3 đoạn thành một bước" in remark_words(asked, words_of("vi"))


def test_a_table_of_a_process_that_is_not_read_is_not_said_to_be_absent(
    tmp_path: Path, sample: Catalogue
) -> None:
    title = "Về việc công bố thủ tục hành chính"
    text = "\x00".join(decision_blocks()).replace(title, "Về việc phê duyệt quy trình nội bộ")
    listed = table(HEAD, ("1", "", "Cấp thẻ trồng tre", "", ""))
    heads = ("TT", "Tên thủ tục hành chính", "Quy trình nội bộ giải quyết")
    flow = table(heads, ("1", "Cấp thẻ trồng tre", "Một cửa → Phòng Tre → Văn thư"))
    heading = paragraph("DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH LĨNH VỰC TRỒNG TRE")
    for more, kind in (((flow,), "process_unread"), ((), "no_process")):
        file = read(tmp_path, *text.split("\x00"), heading, listed, *more)
        drafted = draft_decision_of([read_sources_of(file)], sample, GivenByUser())
        kinds = {one.kind for one in drafted.remarks}
        assert kinds & {"process_unread", "no_process", "rows_unread"} == {kind}


def test_a_folder_that_is_none_is_asked_for_by_the_option_of_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write_docx(tmp_path / "a.docx", *decision_blocks())
    assert main(["import", "word", str(file), "--into", str(tmp_path / "khong-co")]) == 2
    said = capsys.readouterr().err
    assert "ghi đường dẫn tới danh mục sau --into" in said
    assert "--catalogue" not in said


def test_the_same_file_twice_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write_docx(tmp_path / "a.docx", *decision_blocks())
    copy = shutil.copy(file, tmp_path / "b.docx")
    shutil.copytree("catalogue", tmp_path / "catalogue")
    into = ("--into", str(tmp_path / "catalogue"), "--report", str(tmp_path / "r.html"))
    assert main(["import", "word", str(file), str(copy), *into]) == 2
    assert "giống hệt tệp" in capsys.readouterr().err


DAY = "ngày 10 tháng 7 năm 2025"
OLD = f"Quyết định số 9103/QĐ-UBND {DAY} của Chủ tịch Ủy ban nhân dân tỉnh Mẫu"
NEXT = "Quyết định số 9203/QĐ-UBND ngày 20/6/2026"


@pytest.mark.parametrize(
    ("said", "ended", "asked"),
    [
        (f"thay thế {OLD}", ["9103"], False),
        (f"bãi bỏ {OLD}, {NEXT} và Quyết định số 8/QĐ-UBND ngày 02/3/2024", ["9103"], True),
        (f"thay thế {OLD}. Việc báo cáo theo Quyết định số 8/QĐ-UBND", ["9103"], True),
        (f"thay thế {OLD.replace('10 tháng', '11 tháng')}", [], True),
        (f"thay thế {OLD} đối với 03 thủ tục", [], True),
        (f"thay thế Phụ lục I kèm theo {OLD}", [], True),
        (f"có hiệu lực; danh mục tại {OLD} hết hiệu lực", [], True),
    ],
)
def test_a_decision_that_is_ended_whole_is_found_by_number_and_day(
    tmp_path: Path, sample: Catalogue, said: str, ended: list[str], asked: bool
) -> None:
    blocks = "\x00".join(decision_blocks()).replace("thay thế Quyết định số 9/QĐ-UBND", said)
    listed = table(HEAD, ("1", "", "Cấp thẻ trồng tre", "", ""))
    heading = paragraph("DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH LĨNH VỰC TRỒNG TRE")
    file = read(tmp_path, *blocks.split("\x00"), heading, listed)
    drafted = draft_decision_of([read_sources_of(file)], sample, GivenByUser())
    found = drafted.decision.replaces_decisions
    assert [one.decision.rpartition("/")[2] for one in found] == ended
    assert all(one.extent == "full" and said in (one.text or "") for one in found)
    assert bool(remarks_of(drafted, "replaces")) == asked


def test_an_agency_that_the_catalogue_lacks_is_asked_about(
    tmp_path: Path, sample: Catalogue
) -> None:
    blocks = "\x00".join(decision_blocks()).replace("TỈNH MẪU", "TỈNH MẪN").split("\x00")
    listed = table(HEAD, ("1", "", "Cấp thẻ trồng tre", "", ""))
    heading = paragraph("DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH LĨNH VỰC TRỒNG TRE")
    file = read(tmp_path, *blocks, heading, listed)
    drafted = draft_decision_of([read_sources_of(file)], sample, GivenByUser())
    [asked] = remarks_of(drafted, "agency_new_like")
    assert asked.values["name"] == "Ủy ban nhân dân tỉnh Mẫn"
    [known_id] = [key for key, one in sample.agencies.items() if one.name == PROVINCE]
    assert f"{PROVINCE} (--agency {known_id})" in asked.values["alike"]
    known = draft(tmp_path, sample, ("1", "", "Cấp thẻ trồng tre", "", ""))
    assert remarks_of(known, "agency_new_like") == []


def test_a_committee_whose_name_the_catalogue_writes_short_is_no_new_agency(
    tmp_path: Path, sample: Catalogue
) -> None:
    """`niemyet init --publisher "UBND tỉnh Mẫu"`, and Word with the whole name in capitals."""
    short = {
        key: replace(one, name=one.name.replace("Ủy ban nhân dân", "UBND"), short_name=None)
        for key, one in sample.agencies.items()
    }
    catalogue = replace(sample, agencies=short)
    drafted = draft(tmp_path, catalogue, ("1", "", "Cấp thẻ trồng tre", "", ""))
    assert catalogue.agencies[drafted.decision.agency].name == PROVINCE.replace(
        "Ủy ban nhân dân", "UBND"
    )
    blocks = "\x00".join(decision_blocks()).replace("TỈNH MẪU", "TỈNH MẪN").split("\x00")
    heading = paragraph("DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH LĨNH VỰC TRỒNG TRE")
    listed = table(HEAD, ("1", "", "Cấp thẻ trồng tre", "", ""))
    file = read(tmp_path, *blocks, heading, listed)
    other = draft_decision_of([read_sources_of(file)], catalogue, GivenByUser())
    [asked] = remarks_of(other, "agency_new_like")
    assert f"UBND tỉnh Mẫu (--agency {drafted.decision.agency})" in asked.values["alike"]


def test_an_agency_like_no_other_is_asked_about_without_a_proposal(
    tmp_path: Path, sample: Catalogue
) -> None:
    blocks = "\x00".join(decision_blocks()).replace("TỈNH MẪU", "VƯỜN QUỐC GIA XYZ")
    blocks = blocks.replace("ỦY BAN NHÂN DÂN", "KHU Ê ĐÊ", 1)
    listed = table(HEAD, ("1", "", "Cấp thẻ trồng tre", "", ""))
    heading = paragraph("DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH LĨNH VỰC TRỒNG TRE")
    file = read(tmp_path, *blocks.split("\x00"), heading, listed)
    drafted = draft_decision_of([read_sources_of(file)], sample, GivenByUser())
    [asked] = remarks_of(drafted, "agency_new")
    assert "Gần giống" not in remark_words(asked, words_of("vi"))


def test_an_annex_and_a_line_on_a_procedure_behind_a_form_are_none(
    tmp_path: Path, sample: Catalogue
) -> None:
    form = ("Mẫu số 01", "ĐƠN ĐỀ NGHỊ TRỒNG TRE", "Kính gửi: …", "PHỤ LỤC 1", "BẢN KHAI TRE")
    behind = ("Ghi chú: thủ tục 1.900302 hết áp dụng.", "PHỤ LỤC II", "QUY ĐỊNH KHÁC", "Bãi bỏ.")
    more = (*content_blocks(NAMES[0], 1), *map(paragraph, (*form, *behind)))
    drafted = draft(tmp_path, sample, ("1", "", NAMES[0], "", ""), more=more)
    ledger = keep_ledger(drafted)
    reported = {one.line.words for one in ledger.of(WordUse.REPORTED)}
    cut = {one.line.words for one in ledger.of(WordUse.FORM)}
    assert reported >= {*behind, "PHỤ LỤC 1"}
    assert cut >= {*form} - {"PHỤ LỤC 1"}
    page = render_word_report([ReportPart(drafted, ledger)], words_of("vi"))
    assert all(words in page for words in (*form, *behind))


def test_the_words_of_a_label_in_a_form_begin_no_procedure(
    tmp_path: Path, sample: Catalogue
) -> None:
    form = ("Mẫu số 01", "TỜ KHAI TRỒNG TRE", "(1) Trình tự thực hiện: ghi rõ", "(8) Phí: ghi rõ")
    both = [
        block
        for number, name in enumerate(NAMES[:2], 1)
        for block in (*content_blocks(name, number), *map(paragraph, form))
    ]
    rows = [(str(number), "", name, "", "") for number, name in enumerate(NAMES[:2], 1)]
    drafted = draft(tmp_path, sample, *rows, more=tuple(both))
    assert [one.title for one in drafted.procedures] == list(NAMES[:2])
    cut = [one.line.words for one in keep_ledger(drafted).of(WordUse.FORM)]
    assert [cut.count(words) for words in form[1:]] == [2, 2, 2]


def test_an_online_level_that_is_ticked_is_a_way_to_submit(
    tmp_path: Path, sample: Catalogue
) -> None:
    drafted = draft(tmp_path, sample, ("1", "", "Cấp thẻ trồng tre", "x", "")).procedures[0]
    assert drafted.version
    methods = [one.method for one in drafted.version.channels.items]
    assert methods == ["direct", "online"]
    assert [one.kind for one in drafted.remarks].count("no_method") == 1


def test_the_report_tells_which_characters_were_mended(tmp_path: Path, sample: Catalogue) -> None:
    name = "Ca\u0302\u0301p the\u0309\u200b trồng\u00a0tre"
    drafted = draft(tmp_path, sample, ("1", "", name, "", ""))
    page = render_word_report([ReportPart(drafted, keep_ledger(drafted))], words_of("vi"))
    assert drafted.procedures[0].title == "Cấp thẻ trồng tre"
    for said in (
        "dấu tiếng Việt gõ rời: 1",
        "ký tự không nhìn thấy: 1",
        "khoảng trắng đặc biệt: 1",
    ):
        assert said in page


TITLED = (
    "Điều 2. Hiệu lực thi hành",
    "Quyết định này có hiệu lực thi hành kể từ ngày ký.",
    "Bãi bỏ các quyết định sau:",
    "- Quyết định số 5/QĐ-UBND ngày 01/01/2024;",
    "Quyết định số 7/QĐ-UBND ngày 02/02/2024 hết hiệu lực từ ngày Quyết định này có hiệu lực.",
)


def test_an_article_goes_on_below_its_title(tmp_path: Path) -> None:
    found = decide(tmp_path, (paragraph(ARTICLE_2), "".join(map(paragraph, TITLED))))
    assert found.articles[1] == "\n".join(TITLED)
    assert (found.from_signing, found.unclear_effects) == (True, [])
    assert found.replacing == ["\n".join(TITLED[2:4]), TITLED[4]]
    assert found.articles[-1] == "Điều 3. Chánh Văn phòng chịu trách nhiệm thi hành."


def test_a_day_of_effect_that_no_calendar_has_is_told(tmp_path: Path, sample: Catalogue) -> None:
    blocks = "\x00".join(decision_blocks()).replace("từ ngày ký", "từ ngày 31/9/2026")
    file = read(tmp_path, *blocks.split("\x00"), *list_blocks())
    drafted = draft_decision_of([read_sources_of(file)], sample, GivenByUser())
    assert drafted.decision.effective is None
    assert "31/9/2026" in (drafted.decision.unknown or {})["effective"]
    told = remarks_of(drafted, "effect_no_such_day")
    assert [one.values["words"] for one in told] == ["31/9/2026"]
    assert not remarks_of(drafted, "no_effect")


@pytest.mark.parametrize("above", ["1", "8"])
def test_a_case_below_another_row_is_asked_about(
    tmp_path: Path, sample: Catalogue, above: str
) -> None:
    rows = (
        (above, "", NAMES[0], "", ""),
        ("9.1", "", "Trường hợp nương ven sông", "", ""),
        ("10", "", NAMES[2], "", ""),
        ("10.1", "", "Trường hợp bị cháy", "", ""),
    )
    drafted = draft(tmp_path, sample, *rows)
    cases = [[case.name for case in one.version.cases] for one in drafted.procedures if one.version]
    assert cases == [[], ["Trường hợp bị cháy"]]
    told = [one.values["words"] for one in remarks_of(drafted, "lone_case")]
    assert told == ["9.1 Trường hợp nương ven sông"]
    reported = [one.line.words for one in keep_ledger(drafted).of(WordUse.REPORTED)]
    assert "Trường hợp nương ven sông" in reported


def test_contents_whose_first_label_is_misspelt_are_told(tmp_path: Path, sample: Catalogue) -> None:
    blocks = [one.replace("(1) Trình tự thực hiện", "(1) Trình tự thực hiên") for one in CONTENT]
    drafted = draft(tmp_path, sample, ("1", "", NAMES[0], "", ""), more=tuple(blocks))
    [told] = remarks_of(drafted, "labels_unread")
    assert told.values["words"].startswith("(2) Cách thức thực hiện")
    drafted = draft(tmp_path, sample, ("1", "", NAMES[0], "", ""), more=tuple(CONTENT))
    assert not remarks_of(drafted, "labels_unread")


def test_contents_behind_others_whose_first_label_is_misspelt_are_told(
    tmp_path: Path, sample: Catalogue
) -> None:
    """They are no form of the procedure before them."""
    second = [
        one.replace("(1) Trình tự thực hiện", "(1) Trình tự thực hiên").replace("(2) ", "(3) ")
        for one in content_blocks(NAMES[2], 2)
    ]
    drafted = draft(tmp_path, sample, ("1", "", NAMES[0], "", ""), more=(*CONTENT, *second))
    content = drafted.procedures[0].pair.content
    assert content
    assert content.cut_forms[0].words.startswith("Mẫu số 01")
    assert not any("Thành phần" in line.words for line in content.cut_forms)
    [told] = remarks_of(drafted, "contents_behind")
    assert told.values["words"].startswith("(3) Cách thức")


@pytest.mark.parametrize(("code", "differ"), [("1.009998", True), ("1.009999", False)])
def test_codes_of_list_and_contents_that_differ_are_asked_about(
    tmp_path: Path, sample: Catalogue, code: str, differ: bool
) -> None:
    blocks = [one.replace(f"1. {NAMES[0]}", f"1. {NAMES[0]} ({code})") for one in CONTENT]
    drafted = draft(tmp_path, sample, ("1", "1.009999", NAMES[0], "", ""), more=tuple(blocks))
    assert drafted.procedures[0].pair.content
    assert drafted.procedures[0].pair.content.code == code
    assert bool(remarks_of(drafted, "codes_differ")) is differ
