"""`niemyet import word` from files to a catalogue: drafts, ledger, report, all or nothing."""

import random
import re
import shutil
import sys
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.check import check_catalogue
from generator.cli import main
from generator.exports.word.codecs import print_title
from generator.exports.word.references import References
from generator.exports.word.row_notes import print_row_note, read_row_note
from generator.exports.word.versions import NO_PROCESS
from generator.imports.word.blocks import WordFile, WordLine, WordPlace
from generator.imports.word.decision_remarks import remarks_on_bases
from generator.imports.word.decisions import PrintedDecision
from generator.imports.word.doubts import add_doubts
from generator.imports.word.draft_files import draft_files
from generator.imports.word.drafted import DraftedDecision, DraftedProcedure
from generator.imports.word.drafts import draft_decision_of
from generator.imports.word.labels import ContentPart
from generator.imports.word.ledger import WordUse, keep_ledger
from generator.imports.word.limits import read_limits
from generator.imports.word.list_against_contents import complete_time, remarks_on_fees
from generator.imports.word.list_header import ListColumn
from generator.imports.word.listing import ListedRow
from generator.imports.word.locating import WordLocator
from generator.imports.word.package import UnreadableFileError
from generator.imports.word.pairing import ListedContent
from generator.imports.word.procedure_content import ProcedureContent
from generator.imports.word.reading import read_word_file
from generator.imports.word.registers import DraftRegisters
from generator.imports.word.remarks import WordRemark
from generator.imports.word.report import ReportPart, render_word_report
from generator.imports.word.row_drafts import leave_amended_open
from generator.imports.word.sources import GivenByUser, complete_agency, read_sources_of
from generator.imports.word.write import find_broken
from generator.locale import words_of
from generator.records.catalogue import Catalogue
from generator.records.registers import LegalDocument, is_unwritten
from generator.records.stated import Stated
from generator.records.tree import load_catalogue
from generator.records.unwritten import doubt_title
from generator.records.version import LegalBasis
from tests.imports.word.annexes import (
    NAMES,
    contents_of,
    decision_blocks,
    list_blocks,
    write_annex,
)
from tests.imports.word.documents import cell, paragraph, table
from tests.imports.word.test_processes import one_table

VI = words_of("vi")
OF_HUE = "Sở Tư pháp thành phố Huế"
KEYS = (
    "cap-giay-phep-trong-tre",
    "su-dung-bai-boi-ket-hop",
    "cap-lai-giay-phep-trong-tre-do-bi-mat",
)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("word")
    return [
        write_annex(folder / "quyet-dinh.docx", *decision_blocks(), *list_blocks()),
        write_annex(folder / "noi-dung.docx", *contents_of(*NAMES)),
    ]


@pytest.fixture(scope="module")
def sample() -> Catalogue:
    return load_catalogue(Path("catalogue"))[0]


@pytest.fixture(scope="module")
def drafted(files: list[Path], sample: Catalogue) -> DraftedDecision:
    sources = [read_sources_of(read_word_file(file)) for file in files]
    return draft_decision_of(sources, sample, GivenByUser())


def test_each_row_becomes_a_procedure_without_an_invented_code(drafted: DraftedDecision) -> None:
    assert [one.key for one in drafted.procedures] == [f"chua-co-ma-{key}" for key in KEYS]
    assert all(one.procedure and one.procedure.code is None for one in drafted.procedures)
    rows = [(row.id, row.action, row.levels) for row in drafted.decision.rows]
    assert rows == [
        ("d1", "publish", ("province",)),
        ("d2", "publish", ("province",)),
        ("d3", "publish", ("commune",)),
    ]


def test_one_name_at_two_levels_is_two_procedures(sample: Catalogue, tmp_path: Path) -> None:
    rows = table(
        ("TT", "Mã số TTHC", "Tên TTHC", "Căn cứ pháp lý"),
        ("A", cell("THỦ TỤC HÀNH CHÍNH CẤP TỈNH", span=3)),
        ("1", "", "Trồng tre", ""),
        ("B", cell("THỦ TỤC HÀNH CHÍNH CẤP XÃ", span=3)),
        ("1", "", "Trồng tre", ""),
    )
    file = write_annex(tmp_path / "a.docx", *decision_blocks(), rows)
    drafted = draft_decision_of([read_sources_of(read_word_file(file))], sample, GivenByUser())
    keys = [one.key for one in drafted.procedures]
    assert keys == ["chua-co-ma-trong-tre", "chua-co-ma-trong-tre-cap-xa"]


def test_a_version_has_what_its_row_and_its_content_say(drafted: DraftedDecision) -> None:
    version = drafted.procedures[0].version
    assert version is not None
    assert [step.name for step in version.steps.items] == ["Bước 1", "Bước 2"]
    assert [channel.method for channel in version.channels.items] == ["direct", "online", "postal"]
    time = version.channels.items[0].time
    assert (time.value, time.unit, time.cases[0].kind) == (15, "working_day", "area")
    assert [one.value for one in time.additions] == [10], "only the list says it"
    fee = version.channels.items[0].fees.items[0]
    assert (fee.state, fee.amount, fee.unit) == ("amount", 50000, "giấy phép")
    papers = version.dossier.groups.items[0].items
    assert [(paper.originals, paper.copies, paper.forms) for paper in papers] == [
        (1, 0, ("m1",)),
        (None, None, ()),
    ], "a copy is of a kind: nothing says how many"
    assert version.dossier.sets == 2
    assert version.agencies.coordinating.none
    assert version.conditions.none
    assert [basis.document for basis in version.legal_basis.items] == [
        "99-2025-qh15",
        "63-2010-nd-cp",
    ]
    assert version.postal.receives_dossier is True
    assert version.online.level == "partial"
    cases = drafted.procedures[1].version
    assert cases is not None
    assert [(case.name, case.time.value if case.time else None) for case in cases.cases] == [
        ("Thẩm định phương án", 12),
        ("Gia hạn phương án", 7),
    ]


def test_grounds_are_found_in_the_register_or_drafted_there(drafted: DraftedDecision) -> None:
    decision = drafted.decision
    assert decision.grounds == ("63-2010-nd-cp", "999-2026-nd-cp")
    assert "63-2010-nd-cp" not in drafted.registers.documents
    assert drafted.registers.documents["999-2026-nd-cp"].type == "decree"
    assert len(decision.ground_texts) == 2
    assert decision.signer.name == "Trần Văn Mẫu"
    assert decision.effective == decision.signed
    sent = ("Như Điều 3", "Cục A; (báo cáo)", "Sở B", "Sở C", "Lưu: VT, K1")
    assert decision.recipients == sent


def test_every_character_is_placed_or_reported_with_its_place(drafted: DraftedDecision) -> None:
    ledger = keep_ledger(drafted)
    read = sum(source.file.characters for source in drafted.sources)
    assert sum(ledger.characters.values()) == ledger.read == read
    assert {one.line.words for one in ledger.of(WordUse.REPORTED)} == {
        "- (hỏa tốc)",
        "NỘI DUNG CỤ THỂ CỦA TỪNG THỦ TỤC HÀNH CHÍNH",
        "- Nghị định số 63/2010/NĐ-CP của Chính phủ về kiểm soát thủ tục hành chính;",
    }, "the contents say the basis in other words than the list; the fee is a note to answer"


def test_the_report_names_documents_by_their_number(drafted: DraftedDecision) -> None:
    keys = {basis.document for one in drafted.procedures for basis in basis_of(one)}
    new = keys & drafted.registers.documents.keys()
    assert new
    page = render_word_report([ReportPart(drafted, keep_ledger(drafted))], VI)
    assert not [key for key in new if key in page]


def basis_of(one: DraftedProcedure) -> tuple[LegalBasis, ...]:
    return one.version.legal_basis.items if one.version else ()


def test_a_line_that_no_record_holds_is_reported_and_not_called_placed(
    files: list[Path], sample: Catalogue, tmp_path: Path
) -> None:
    extra = write_annex(tmp_path / "la.docx", paragraph("Một câu không thuộc mục nào cả."))
    sources = [read_sources_of(read_word_file(file)) for file in (*files, extra)]
    ledger = keep_ledger(draft_decision_of(sources, sample, GivenByUser()))
    assert "la.docx" in {one.line.place.file for one in ledger.of(WordUse.REPORTED)}


def listing(action: str, code: str, name: str) -> str:
    title = paragraph(f"DANH MỤC THỦ TỤC HÀNH CHÍNH {action} LĨNH VỰC HỘ TỊCH CẤP XÃ")
    return title + table(("TT", "Mã số TTHC", "Tên TTHC", "Căn cứ pháp lý"), ("1", code, name, ""))


@pytest.mark.parametrize(
    ("action", "code", "row", "remark"),
    [
        ("SỬA ĐỔI, BỔ SUNG", "1.001193", ("amend", "1.001193", "v002"), "kept_text"),
        ("BỊ BÃI BỎ", "1.001193", ("abolish", "1.001193", None), None),
        ("BỊ BÃI BỎ", "1.009999", None, "abolish_unknown"),
        ("BỊ BÃI BỎ", "", None, "abolish_no_code"),
        ("MỚI BAN HÀNH", "1.009999", ("publish", "1.009999", "v001"), "only_listed"),
        ("SỬA ĐỔI, BỔ SUNG", "1.009999", ("publish", "1.009999", "v001"), "amend_unknown"),
        ("MỚI BAN HÀNH", "", ("publish", "chua-co-ma-dang-ky-khai-sinh", "v001"), "proposed"),
    ],
)
def test_a_known_code_is_recognised_and_a_like_name_only_proposed(
    sample: Catalogue,
    tmp_path: Path,
    action: str,
    code: str,
    row: tuple[str, str, str | None] | None,
    remark: str | None,
) -> None:
    blocks = (*decision_blocks(), listing(action, code, "Đăng ký khai sinh"))
    source = read_sources_of(read_word_file(write_annex(tmp_path / "a.docx", *blocks)))
    made = draft_decision_of([source], sample, GivenByUser())
    assert find_broken(draft_files(made, Path("catalogue"))) == []
    one = made.procedures[0]
    if remark == "kept_text":
        assert one.row
        assert one.version
        assert one.row.amended_parts == (), "no file says which part is amended"
        assert is_unwritten(one.row.note)
        assert one.version.notes == sample.versions[code][-1].notes
        printed = [*print_row_note(one.row, {}, References(sample))]
        assert [line for line in printed if "TODO" in line or "sửa" in line] == [
            "Nội dung sửa đổi: …"
        ]
        assert read_row_note(printed, {}, References(sample)).amended_parts == ()
        assert not read_row_note(printed, {}, References(sample)).note
        leave_amended_open(made)
        assert one.row in made.decision.rows
        assert not is_unwritten(one.row.note)
    found = (one.row.action, one.row.procedure, one.row.version) if one.row else None
    versions = len(sample.versions[code]) if code in sample.versions else 0
    if row and row[2] == "v002":
        row = (row[0], row[1], f"v{versions + 1:03}")
    assert found == row
    kinds = {one.kind for one in one.remarks}
    assert remark in kinds if remark else not kinds
    assert not {"proposed", "abolish_unknown"} <= kinds, "in the catalogue, and not in it"


def test_a_doubt_that_an_export_prints_is_in_no_provisional_name(
    sample: Catalogue, tmp_path: Path
) -> None:
    printed = print_title(doubt_title("Cấp thẻ trổng tre", "“trổng”"))
    assert "chưa đối chiếu" in printed
    blocks = (*decision_blocks(), listing("MỚI BAN HÀNH", "", printed))
    source = read_sources_of(read_word_file(write_annex(tmp_path / "a.docx", *blocks)))
    made = draft_decision_of([source], sample, GivenByUser())
    assert [one.key for one in made.procedures] == ["chua-co-ma-cap-the-trong-tre"]


@pytest.mark.parametrize(
    ("action", "code", "asked"),
    [("SỬA ĐỔI, BỔ SUNG", "1.001193", False), ("MỚI BAN HÀNH", "1.009999", True)],
)
def test_a_process_that_is_approved_and_not_given_is_asked_for_of_what_is_new(
    sample: Catalogue, tmp_path: Path, action: str, code: str, asked: bool
) -> None:
    """What is amended keeps what it has: the draft would contradict its own row (QD203)."""
    own = "Về việc công bố thủ tục hành chính"
    text = "\x00".join((*decision_blocks(), listing(action, code, "Đăng ký khai sinh")))
    assert own in text
    text = text.replace(own, "Về việc phê duyệt quy trình nội bộ thủ tục hành chính")
    file = write_annex(tmp_path / "a.docx", *text.split("\x00"))
    *earlier, last = sample.versions["1.001193"]
    last = replace(last, internal_process=Stated(not_stated=NO_PROCESS))
    catalogue = replace(sample, versions={**sample.versions, "1.001193": (*earlier, last)})
    made = draft_decision_of([read_sources_of(read_word_file(file))], catalogue, GivenByUser())
    version = made.procedures[0].version
    assert version
    assert is_unwritten(version.internal_process.not_stated) is asked


def test_the_document_that_abolishes_is_the_ground_of_the_row(
    sample: Catalogue, tmp_path: Path
) -> None:
    heads = ("TT", "Mã số TTHC", "Tên TTHC", "Văn bản quy định việc bãi bỏ")
    row = ("1", "1.001193", "Đăng ký khai sinh", "Nghị định số 997/2026/NĐ-CP ngày 01/7/2026")
    blocks = (*decision_blocks(), paragraph("DANH MỤC THỦ TỤC BỊ BÃI BỎ"), table(heads, row))
    source = read_sources_of(read_word_file(write_annex(tmp_path / "a.docx", *blocks)))
    drafted = draft_decision_of([source], sample, GivenByUser())
    assert drafted.decision.rows[0].grounds == ("997-2026-nd-cp",)
    assert "997-2026-nd-cp" in drafted.registers.documents


def test_articles_of_an_annex_are_no_decision(tmp_path: Path) -> None:
    blocks = (paragraph("Điều 5. Một điều của quy định kèm theo."), *contents_of(NAMES[0]))
    assert (
        read_sources_of(read_word_file(write_annex(tmp_path / "a.docx", *blocks))).decision is None
    )


def test_a_decision_without_number_or_already_there_is_refused(
    files: list[Path], sample: Catalogue
) -> None:
    contents = [read_sources_of(read_word_file(files[1]))]
    with pytest.raises(UnreadableFileError, match="no_number") as asked:
        draft_decision_of(contents, sample, GivenByUser())
    assert asked.value.values == {"options": "--number, --signed, --agency"}, "all asked at once"
    sources = [read_sources_of(read_word_file(file)) for file in files]
    known = next(one for one in sample.decisions.values() if one.signed and "/" in one.number)
    given = GivenByUser(number=known.number, signed=known.signed, agency=known.agency)
    with pytest.raises(UnreadableFileError, match="decision_exists"):
        draft_decision_of(sources, sample, given)


def test_the_command_writes_drafts_a_check_and_a_report(
    files: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    into, report = tmp_path / "danh-muc", tmp_path / "bao-cao.html"
    shutil.copytree("catalogue", into)
    before = {path: path.read_bytes() for path in into.rglob("*.yml")}
    names = [*map(str, files), "--into", str(into), "--report", str(report), "--jobs", "1"]
    assert main(["import", "word", *names]) == 0
    said = capsys.readouterr().out
    assert "3 thủ tục, 2 trường hợp, 3 nội dung" in said
    page = report.read_text("utf8")
    assert page.count("<section") == 3
    assert "http" not in page.replace("https://dichvucong", "")
    changed = [path for path, content in before.items() if path.read_bytes() != content]
    assert [path.name for path in changed] == ["fields.yml"]
    findings = check_catalogue(into, VI, date(2026, 11, 1)).findings
    assert [one for one in findings if one.severity == "error"] == []
    todo = page[page.index("Việc phải làm") : page.index("Xem những điều này trước")]
    unwritten = re.search(r'<a href="#kiem-tra-[a-z0-9-]+">Viết (\d+) chỗ', todo)
    assert unwritten
    assert int(unwritten[1]) > 0
    for at in re.findall(r'href="#([a-z0-9-]+)"', todo):
        assert page.count(f'id="{at}"') == 1
    assert "VS512" in page, "what no annex says is to be written, and the report names it"
    assert main(["import", "word", *names]) == 2, "the decision is there already"
    assert main(["import", "word", *names, "--agency", "Sở không có"]) == 2
    assert "Sở không có" in capsys.readouterr().err
    assert main(["import", "word", *names, "--agency", "Bộ Tư phá"]) == 2
    assert "btp (Bộ Tư pháp)" in capsys.readouterr().err


def test_a_row_without_contents_is_found_by_the_check_and_by_the_report(
    sample: Catalogue, tmp_path: Path
) -> None:
    blocks = (*decision_blocks(), *list_blocks(), *contents_of(NAMES[0]))
    source = read_sources_of(read_word_file(write_annex(tmp_path / "a.docx", *blocks)))
    made = draft_decision_of([source], sample, GivenByUser())
    listed = [one for one in made.procedures if one.pair.content is None]
    assert len(listed) == 2
    for one in made.procedures:
        assert one.version is not None
        assert is_unwritten(one.version.steps.not_stated) == (one in listed)
        assert ("only_listed" in {remark.kind for remark in one.remarks}) == (one in listed)


def test_parts_behind_a_label_out_of_order_are_to_be_written(
    sample: Catalogue, tmp_path: Path
) -> None:
    blocks = (*decision_blocks(), *contents_of(NAMES[0], drift=NAMES[0]))
    source = read_sources_of(read_word_file(write_annex(tmp_path / "a.docx", *blocks)))
    version = draft_decision_of([source], sample, GivenByUser()).procedures[0].version
    assert version is not None
    assert version.steps.items
    for part in (version.applicants, version.results, version.conditions, version.legal_basis):
        assert is_unwritten(part.not_stated)


def test_a_dry_run_says_what_the_real_run_says_and_writes_nothing(
    files: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    into = tmp_path / "danh-muc"
    shutil.copytree("catalogue", into)
    before = {path: path.read_bytes() for path in into.rglob("*.yml")}
    said, pages = [], []
    for more in (["--dry-run"], []):
        report = tmp_path / f"{len(said)}.html"
        names = [*map(str, files), "--into", str(into), "--report", str(report), "--jobs", "1"]
        assert main(["import", "word", *names, *more]) == 0
        said.append(capsys.readouterr().out.replace(report.name, ""))
        pages.append(report.read_text("utf8"))
        if more:
            assert {path: path.read_bytes() for path in into.rglob("*.yml")} == before
    dry, real = (text.splitlines() for text in said)
    assert pages[0] == pages[1]
    assert dry[1:-1] == real[1:-1]


def test_the_report_says_places_that_word_finds(drafted: DraftedDecision) -> None:
    locator = WordLocator(drafted.sources, VI)
    content = drafted.procedures[0].pair.content
    assert content is not None
    line = content.parts[ContentPart.DOSSIER][1]
    said = locator.place_words(line.place)
    assert said == (
        f"noi-dung.docx, 1. {NAMES[0]} › (3) Thành phần, số lượng hồ sơ, tìm “- Đơn đề nghị theo"
        " Mẫu số 01 (01 bản chính);”"
    )
    row = drafted.procedures[0].pair.row
    assert row is not None
    ticks = row.values[ListColumn.PARTIAL]
    assert locator.place_words(ticks[0].place).endswith(f"tìm “{NAMES[0]}”"), "no tick is searched"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nghị quyết số 254/2025/QH15 của Quốc hội", "resolution"),
        ("Luật số 97/2025/QH15", "law"),
        ("Văn bản số 9494/BTC-CT của Bộ Tài chính", "other"),
        ("Thông tư liên tịch số 5/2016/TTLT-BTC-BTP", "joint_circular"),
        ("số 49/2026/NĐ-CP", "decree"),
        ("Các Nghị định số 48/2026/NĐ-CP", "decree"),
    ],
)
def test_a_document_is_of_the_type_that_it_is_called(
    sample: Catalogue, text: str, kind: str
) -> None:
    registers = DraftRegisters(sample, "ubnd-tinh-mau")
    document = registers.register_basis(text).document
    assert registers.documents[document].type == kind


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("Nghị định số 48/2026/NĐ-CP ngày 30/7/2026 của Chính phủ", date(2026, 7, 30)),
        ("Quyết định số 2013/QĐ-UBND, ngày 09 tháng 6 năm 2026", date(2026, 6, 9)),
        ("Quyết định số 60/2026/QĐ- UBND ngày 30/6/2026", date(2026, 6, 30)),
        ("Nghị định số 48/2026/NĐ-CP ngày 30/7/2025 của Chính phủ", None),
        ("Nghị định số 48/2026/NĐ-CP thay Nghị định số 1/2026/NĐ-CP ngày 02/01/2026", None),
        ("Nghị định số 48/2026/NĐ-CP ngày 31/6/2026", None),
        ("Nghị định số 48/2026/NĐ-CP của Chính phủ", None),
        ("Luật Nhà ở ngày 27/11/2023", None),
    ],
)
def test_a_document_has_the_day_beside_its_number_or_says_that_none_is_there(
    sample: Catalogue, text: str, signed: date | None
) -> None:
    registers = DraftRegisters(sample, "ubnd-tinh-mau")
    document = registers.documents[registers.register_basis(text).document]
    assert document.signed == signed
    assert ("signed" in document.unknown) is (signed is None)
    assert ("number_normalised" in document.unknown) is (document.number_normalised is None)


@pytest.mark.parametrize(
    ("texts", "signed"),
    [
        (["khoản 1 Điều 14 Nghị định số 48/2026/NĐ-CP ngày 31/01/2026 của"], date(2026, 1, 31)),
        (["số 48/2026/NĐ-CP ngày 31/01/2026", "số 48/2026/NĐ-CP ngày 30/01/2026"], None),
        (["Nghị định số 47/2026/NĐ-CP ngày 31/01/2026"], None),
    ],
)
def test_the_day_of_a_document_may_stand_elsewhere_in_the_file(
    sample: Catalogue, texts: list[str], signed: date | None
) -> None:
    registers = DraftRegisters(sample, "ubnd-tinh-mau")
    key = registers.register_basis("Nghị định số 48/2026/NĐ-CP của Chính phủ").document
    registers.add_days(texts)
    assert registers.documents[key].signed == signed
    assert set(registers.documents[key].unknown) == (set() if signed else {"signed"})


def test_nothing_is_written_when_a_file_cannot_be_read(
    files: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    into = tmp_path / "danh-muc"
    into.mkdir()
    broken = tmp_path / "hong.docx"
    broken.write_bytes(b"PK broken")
    command = ["import", "word", str(files[0]), str(broken), "--into", str(into)]
    assert main(command) == 2
    assert "hong.docx" in capsys.readouterr().err
    assert list(into.iterdir()) == []


def test_without_the_extra_one_line_says_what_to_install(
    files: list[Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)
    assert main(["import", "word", str(files[0]), "--into", "catalogue"]) == 2
    assert "niemyet[office]" in capsys.readouterr().err


ELEMENT = re.compile(r"<w:p>.*?</w:p>|<w:tcPr>.*?</w:tcPr>|<w:t [^>]*>[^<]*</w:t>", re.DOTALL)
WORDS = ("", "1", "2.1", "A", "x", "(1) Trình tự thực hiện", "Mẫu số 1", "Bước 1", "Điều 1.", "{x}")


def test_annexes_with_parts_missing_give_readable_drafts_or_one_sentence(
    sample: Catalogue, tmp_path: Path
) -> None:
    """20 annexes that have lost paragraphs, merges and words by a seed."""
    draw = random.Random(11)
    blocks = [*decision_blocks(), *list_blocks(), *contents_of(*NAMES), one_table()]
    given = GivenByUser("1/QĐ-UBND", date(2026, 1, 1), "ubnd-tinh-mau")
    drafted = 0
    for _ in range(20):
        rate = draw.choice((0.02, 0.1, 0.3))

        def spoil(match: re.Match[str], rate: float = rate) -> str:
            if draw.random() > rate:
                return match[0]
            return f"<w:t>{draw.choice(WORDS)}</w:t>" if match[0].startswith("<w:t ") else ""

        file = write_annex(tmp_path / "a.docx", *(ELEMENT.sub(spoil, block) for block in blocks))
        with suppress(UnreadableFileError):
            made = draft_decision_of([read_sources_of(read_word_file(file))], sample, given)
            ledger = keep_ledger(made)
            assert sum(ledger.characters.values()) == made.sources[0].file.characters
            assert render_word_report([ReportPart(made, ledger)], VI)
            problems = find_broken(draft_files(made, Path("catalogue")))
            assert [one for one in problems if one.code[:2] in ("CT", "YM")] == []
            drafted += 1
    assert drafted > 10


def test_a_number_that_the_user_mistypes_is_said_first(sample: Catalogue, tmp_path: Path) -> None:
    blocks = (*decision_blocks(), listing("MỚI BAN HÀNH", "1.009999", "Đăng ký khai sinh"))
    source = read_sources_of(read_word_file(write_annex(tmp_path / "a.docx", *blocks)))
    printed = draft_decision_of([source], sample, GivenByUser()).decision.number
    made = draft_decision_of([source], sample, GivenByUser(number="999/QĐ-UBND"))
    differing = [one for one in made.remarks if one.kind == "number_differs"]
    assert [one.values for one in differing] == [{"printed": printed, "given": "999/QĐ-UBND"}]


def test_a_serial_alone_is_the_number_that_begins_with_it(
    sample: Catalogue, tmp_path: Path
) -> None:
    blocks = (*decision_blocks(), listing("MỚI BAN HÀNH", "1.009999", "Đăng ký khai sinh"))
    source = read_sources_of(read_word_file(write_annex(tmp_path / "a.docx", *blocks)))
    printed = draft_decision_of([source], sample, GivenByUser()).decision.number
    made = draft_decision_of([source], sample, GivenByUser(number=printed.partition("/")[0]))
    assert made.decision.number == printed
    assert not [one for one in made.remarks if one.kind == "number_differs"]


def annex_of_295() -> str:
    return paragraph("(Kèm theo Quyết định số 295/QĐ-UBND ngày 10 tháng 7 năm 2026)")


def test_a_blank_number_is_not_taken_from_an_annex_of_another_decision(
    sample: Catalogue, tmp_path: Path
) -> None:
    blank = (*decision_blocks("      /QĐ-UBND"), *list_blocks())
    annex = (annex_of_295(), *contents_of(*NAMES))
    files = {"qd.docx": blank, "pl.docx": annex}
    sources = [
        read_sources_of(read_word_file(write_annex(tmp_path / name, *blocks)))
        for name, blocks in files.items()
    ]
    with pytest.raises(UnreadableFileError) as refused:
        draft_decision_of(sources, sample, GivenByUser())
    assert refused.value.key == "office.blank_number"
    assert refused.value.values == {
        "file": "qd.docx",
        "decisions": "295/QĐ-UBND (pl.docx)",
        "commands": "  niemyet import word qd.docx --into … --number …\n"
        "  niemyet import word pl.docx --into … --number 295/QĐ-UBND --report nhap-word-295.html",
    }
    made = draft_decision_of(sources, sample, GivenByUser(number="294"))
    assert made.decision.number == "294/QĐ-UBND"
    left = [one.values for one in made.remarks if one.kind == "other_decision"]
    assert left == [{"number": "295/QĐ-UBND", "file": "pl.docx"}]


def test_an_office_that_is_new_belongs_to_the_body_printed_over_it(
    sample: Catalogue, tmp_path: Path
) -> None:
    heading, *rest = decision_blocks()
    office = heading.replace(">TỈNH MẪU<", ">VĂN PHÒNG<")
    head = office.replace(">ỦY BAN NHÂN DÂN<", ">UBND TỈNH MẪU<")
    file = write_annex(tmp_path / "a.docx", head, *rest, *list_blocks())
    made = draft_decision_of([read_sources_of(read_word_file(file))], sample, GivenByUser())
    (drafted,) = made.registers.agencies.values()
    assert (drafted.name, drafted.parent) == ("Văn phòng Ủy ban nhân dân tỉnh Mẫu", "ubnd-tinh-mau")


def test_an_act_of_a_province_is_that_of_the_province_that_the_words_name(
    sample: Catalogue,
) -> None:
    def act(key: str, place: str) -> LegalDocument:
        title = f"Quyết định của Ủy ban nhân dân {place}"
        return LegalDocument(
            id=key, number="61/2026/QĐ-UBND", type="decision", title=title, status="not_stated"
        )

    acts = {"mot": act("mot", "tỉnh Quảng Ngãi"), "hai": act("hai", "thành phố Huế")}
    registers = DraftRegisters(replace(sample, documents=acts), "ubnd-tinh-mau")
    number = "Quyết định số 61/2026/QĐ-UBND của Ủy ban nhân dân"
    assert registers.register_basis(f"{number} thành phố Huế").document == "hai"
    assert registers.register_basis(f"{number} tỉnh Lào Cai").document == "61-2026-qd-ubnd-lao-cai"
    assert registers.register_basis(number).document == "61-2026-qd-ubnd-ubnd-tinh-mau"
    of_ministry = DraftRegisters(sample, "btp")
    printed = "Nghị quyết về lệ phí (số 77/2021/NQ-HĐND)"
    assert of_ministry.register_basis(printed).document == "77-2021-nq-hdnd"
    assert of_ministry.documents["77-2021-nq-hdnd"].title == "Nghị quyết về lệ phí"
    sisters = {**sample.agencies, "so": replace(sample.agencies["so-tu-phap"], name=OF_HUE)}
    of_hue = DraftRegisters(replace(sample, documents=acts, agencies=sisters), "so")
    assert of_hue.find_document(number) == "hai"


@pytest.mark.parametrize(
    ("listed", "stated", "differ"),
    [
        ("15 ngày làm việc", "Không quá 15 ngày làm việc.", False),
        ("15 ngày làm việc", "Không quá 15 ngày.", True),
        ("15 ngày làm việc (vùng núi, hải đảo: 25 ngày làm việc)", "15 ngày làm việc", False),
        (
            "15 ngày làm việc (vùng núi, hải đảo: 25 ngày làm việc)",
            "15 ngày làm việc; đối với vùng núi, hải đảo: 25 ngày",
            True,
        ),
    ],
)
def test_times_of_list_and_contents_that_differ_are_asked_about(
    listed: str, stated: str, differ: bool
) -> None:
    place = WordPlace("a.docx", 1)
    row = ListedRow("1", {ListColumn.TIME: [WordLine(place, "", listed)]})
    remarks: list[WordRemark] = []
    complete_time(row, read_limits(stated), remarks)
    assert [one.kind for one in remarks] == ["times_differ"] * differ
    assert not any(text.endswith(".") for one in remarks for text in one.values.values())


def test_rows_of_a_converted_list_with_unlike_many_documents_are_asked_about(
    drafted: DraftedDecision,
) -> None:
    """A cell of documents for many rows, cut at a page, leaves each row a part of it."""
    source = drafted.sources[0]
    converted = replace(source, file=replace(source.file, converted=True))
    version = drafted.procedures[0].version
    assert version
    cut = replace(version, legal_basis=Stated(items=version.legal_basis.items[:1]))
    rows = [
        DraftedProcedure(ListedContent(ListedRow(number, {}), None), number, "", "", version=one)
        for number, one in (("1", version), ("2", version), ("3", cut))
    ]
    assert remarks_on_bases([converted], rows[:2]) == []
    assert remarks_on_bases([source], rows) == []
    assert len(version.legal_basis.items) == 2
    assert [one.values for one in remarks_on_bases([converted], rows)] == [
        {"counts": "1–2 (2), 3 (1)"}
    ]


def test_fees_of_list_and_contents_that_differ_are_asked_about() -> None:
    place = WordPlace("a.docx", 1)
    row = ListedRow("1", {ListColumn.FEE: [WordLine(place, "", "Theo nghị quyết của tỉnh")]})
    for said, kinds in {
        "Theo Nghị quyết của tỉnh.": [],
        "Theo Luật phí và lệ phí": ["fees_differ"],
    }.items():
        content = ProcedureContent("Tên", place)
        content.parts[ContentPart.FEES] = [WordLine(place, "", said)]
        assert [one.kind for one in remarks_on_fees(row, content)] == kinds


def test_the_day_of_effect_is_what_the_user_says(sample: Catalogue, tmp_path: Path) -> None:
    blocks = (*decision_blocks(), listing("MỚI BAN HÀNH", "1.009999", "Đăng ký khai sinh"))
    source = read_sources_of(read_word_file(write_annex(tmp_path / "a.docx", *blocks)))
    given = GivenByUser(effective=date(2026, 9, 1))
    assert draft_decision_of([source], sample, given).decision.effective == date(2026, 9, 1)


def test_an_annex_says_whose_decision_it_came_with(tmp_path: Path) -> None:
    """In a draft the number and the day are blank, and the sentence is in two paragraphs."""
    texts = (
        "(Kèm theo Quyết định số:   /QĐ-UBND ngày   /4/2026",
        "của Chủ tịch UBND tỉnh Mẫu Hai)",
    )
    file = write_annex(tmp_path / "a.docx", *map(paragraph, texts), *contents_of(*NAMES))
    reference = read_sources_of(read_word_file(file)).reference
    assert reference
    assert (reference.number, reference.agency) == (None, "Ủy ban nhân dân tỉnh Mẫu Hai")


def test_an_act_that_an_earlier_import_drafted_is_not_drafted_again(sample: Catalogue) -> None:
    """Its title names no province: that of the publisher is meant, then as now."""
    publisher = next(key for key, one in sample.agencies.items() if "tỉnh Mẫu" in one.name)
    words = "Quyết định số 9012/QĐ-UBND của Chủ tịch Ủy ban nhân dân tỉnh về ủy quyền"
    first = DraftRegisters(sample, publisher)
    key = first.register_ground(words)
    assert key in first.documents
    later = DraftRegisters(
        replace(sample, documents={**sample.documents, **first.documents}), publisher
    )
    assert (later.register_ground(words), later.documents) == (key, {})


def test_a_decision_of_the_catalogue_is_not_registered_as_a_document(sample: Catalogue) -> None:
    decision = next(one for one in sample.decisions.values() if one.number_normalised)
    registers = DraftRegisters(replace(sample, documents={}), decision.agency)
    assert registers.register_ground(f"Căn cứ Quyết định số {decision.number} về tre") is None
    assert registers.documents == {}


def test_what_a_conversion_damaged_is_marked_for_the_check(drafted: DraftedDecision) -> None:
    """A name that the contents have whole is taken from them; others are to be compared."""
    source = drafted.sources[0]
    line = WordLine(WordPlace("a.docx", 1), "", "Cấp Ííỉeo phép; cấp câp giấy")
    file = WordFile("a.docx", (line,), converted=True)
    converted = replace(source, file=file)
    version = drafted.procedures[0].version
    assert version
    cell_of_all = [WordLine(WordPlace("a.docx", 2), "", "Nghị định")]
    rows = [ListedRow(str(at), {ListColumn.BASIS: cell_of_all}) for at in (1, 2)]
    cut = replace(version, legal_basis=Stated(items=version.legal_basis.items[:1]))
    whole = replace(version, title="Cấp Ííỉeo phép")
    ones = [
        DraftedProcedure(ListedContent(row, None), row.number, one.title, "", version=one)
        for row, one in zip(rows, (whole, cut), strict=True)
    ]
    printed = PrintedDecision(title="Về câp phép")
    add_doubts([converted], ones, printed)
    titles = [one.version.title for one in ones if one.version]
    assert titles == ["TODO: đối chiếu “Ííỉeo” với bản đã ký: Cấp Ííỉeo phép", version.title]
    assert printed.title == "TODO: đối chiếu “câp” với bản đã ký: Về câp phép"
    reasons = {one.version.legal_basis.not_stated for one in ones if one.version}
    assert reasons == {
        "TODO: căn cứ pháp lý; ô dùng chung bị bản chuyển từ PDF cắt rời, nhập lại từ bản ký."
    }


def test_what_a_killed_run_left_of_its_report_goes_though_the_next_one_is_refused(
    tmp_path: Path,
) -> None:
    shutil.copytree("catalogue", tmp_path / "catalogue")
    left = tmp_path / ".nhap.html.niemyet-new"
    left.write_text("<p>nửa", encoding="utf8")
    into = ("--into", str(tmp_path / "catalogue"), "--report", str(tmp_path / "nhap.html"))
    assert main(["import", "word", str(tmp_path / "khong-co.docx"), *into]) == 2
    assert not left.exists()


def test_a_whole_name_of_an_office_of_which_files_print_the_beginning_is_taken(
    sample: Catalogue, tmp_path: Path
) -> None:
    said = "(Kèm theo Quyết định số 5/QĐ-VP.UBND ngày 10/7/2026 của Văn phòng UBND tỉnh)"
    file = write_annex(tmp_path / "a.docx", paragraph(said), *list_blocks())
    sources = [read_sources_of(read_word_file(file))]
    with pytest.raises(UnreadableFileError) as refused:
        draft_decision_of(sources, sample, GivenByUser())
    assert refused.value.key == "office.agency_cut"
    whole = "Văn phòng Ủy ban nhân dân tỉnh Lạ"
    assert complete_agency(sources, "Sở Tre tỉnh Lạ") is None
    given = GivenByUser(agency_name=complete_agency(sources, whole))
    made = draft_decision_of(sources, sample, given)
    assert [one.name for one in made.registers.agencies.values()] == [whole]
    assert "agency_new" in "".join(one.kind for one in made.remarks)
