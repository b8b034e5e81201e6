"""The PDF files of a posting set: their fonts and tags, their text, their QR codes, their bytes."""

import argparse
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from textwrap import dedent

import pikepdf
import pypdfium2
import pytest

from generator.cli import main
from generator.cli.common import MisuseError
from generator.cli.posting_coverage import latest_lines
from generator.cli.posting_days import PostingDays, parse_days
from generator.cli.posting_files import find_named_as_ours
from generator.cli.posting_report import file_words
from generator.law.rules import RULES
from generator.law.rules.context import Context
from generator.law.titles import vietnamese_order
from generator.model.edition import Edition
from generator.model.posting import posting_set
from generator.posting.documents import (
    PostedSet,
    print_changes,
    print_cover,
    print_placed_sheets,
    print_wall_list,
)
from generator.posting.office import posting_order
from generator.posting.office_style import read_style
from generator.posting.rows import (
    ListedAnswers,
    ListedSheet,
    SheetPlace,
    listed_answers,
    wall_row,
)
from generator.posting.sheets import sheet_of
from generator.posting.tree import plain_words
from generator.posting.typesetting import count_pages
from generator.posting.words_on_paper import words_on_paper
from generator.readings.brief import Brief
from generator.records.blobs import LoadedVersion
from generator.records.registers import NO_SETTINGS
from generator.records.stated import Stated
from generator.records.tree import load_catalogue
from tests.conftest import DAY, SAMPLE
from tools.posting_figures import first_lost, lonely_headings, read_codes

FILES = {"bia.pdf", "danh-muc.pdf", "theo-doi.pdf", "thu-tuc.pdf", "to-gap.pdf", "the-qr.pdf"}
BASE = "https://tthc.example.org/"
_PAGE = re.compile(r"Trang (\d+)/(\d+)")
ASK = ["post", "ttpvhcc-xa", "--catalogue", str(SAMPLE), "--as-of", "2026-11-22"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("posting")
    assert main([*ASK, "--also", "--into", str(made)]) == 0
    return made / "ttpvhcc-xa" / "2026-11-22"


@pytest.fixture(scope="module")
def posted(sample: Edition) -> PostedSet:
    edition = Edition(sample.catalogue, DAY, words_on_paper(sample.words))
    order = posting_order(["ttpvhcc-xa"], edition)
    items = posting_set(order.target, edition)
    return PostedSet(order.name, items, edition, agency=order.agency)


def fonts(pdf: pikepdf.Pdf) -> Iterator[tuple[str, bool]]:
    """The name of each font in use, and whether its file is in the document."""
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor":
            yield str(one.FontName), "/FontFile2" in one or "/FontFile3" in one


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_file_is_tagged_named_and_has_only_its_own_fonts(folder: Path, name: str) -> None:
    check_standards(folder / name)


def check_standards(file: Path) -> None:
    """PDF/A-2a and PDF/UA-1: language, title, tags, and no fonts but ours, embedded."""
    with pikepdf.open(file) as pdf:
        assert pdf.Root.Lang == "vi"
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.docinfo.Title)
        meta = pdf.open_metadata()
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "A")
        assert meta["pdfuaid:part"] == "1"
        used = dict(fonts(pdf))
        assert used
        assert all(used.values())
        assert all("SourceSansPro" in font for font in used)


def structure(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """Every element of the logical structure."""
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and "/S" in one and "/P" in one:
            yield one


def test_headings_headers_of_tables_and_pictures_are_told(folder: Path) -> None:
    with pikepdf.open(folder / "danh-muc.pdf") as pdf:
        elements = list(structure(pdf))
        kinds = [str(one.S) for one in elements]
        assert kinds.count("/H1") == 1
        assert {"/Table", "/TH", "/TD"} <= set(kinds)
        pictures = [str(one.get("/Alt", "")) for one in elements if one.S == "/Figure"]
        assert len(pictures) == 32
        assert all("tthc.example.org/t/" in said for said in pictures)


def test_every_code_is_read_from_a_page_drawn_at_a_hundred_dots(
    folder: Path, posted: PostedSet, sample_site: Path
) -> None:
    for name in ("danh-muc.pdf", "thu-tuc.pdf", "to-gap.pdf", "the-qr.pdf"):
        read = read_codes((folder / name).read_bytes())
        assert len(read) == len(posted.items), name
        for address in read:
            path = sample_site / address.removeprefix(BASE)
            assert (path / "index.html").is_file(), address


def test_the_text_of_a_sheet_is_that_of_the_record_in_order(
    folder: Path, posted: PostedSet
) -> None:
    sheets = [sheet_of(item, posted.edition) for item in posted.items.values()]
    assert list(first_lost(sheets, (folder / "thu-tuc.pdf").read_bytes())) == []


def test_pages_are_numbered_for_each_sheet_and_the_list_names_its_first(folder: Path) -> None:
    pages = [
        page.get_textpage().get_text_range()
        for page in pypdfium2.PdfDocument(folder / "thu-tuc.pdf")
    ]
    of_sheets = {at: match for at, said in enumerate(pages, 1) if (match := _PAGE.search(said))}
    starts = [at for at, match in of_sheets.items() if match[1] == "1"]
    contents = "\n".join(pages[: starts[0] - 1])
    assert len(starts) == 32
    assert starts[0] + len(of_sheets) - 1 == len(pages)
    named = re.findall(r"(?:tại đây|cấp xã) (\d+)\s", contents)
    assert list(map(int, named)) == starts
    assert len(pages) == count_pages((folder / "thu-tuc.pdf").read_bytes())
    assert all(f"trang {at} của tập" in said for at, said in enumerate(pages, 1))


def test_no_heading_is_alone_at_the_foot_of_a_page(folder: Path) -> None:
    assert lonely_headings((folder / "thu-tuc.pdf").read_bytes()) == []


def test_the_same_day_gives_the_same_bytes(folder: Path, posted: PostedSet) -> None:
    sheets = [sheet_of(item, posted.edition) for item in posted.items.values()]
    pdf, places = print_placed_sheets(posted, sheets)
    assert pdf == (folder / "thu-tuc.pdf").read_bytes()
    answers = [listed_answers(item, posted.edition) for item in posted.items.values()]
    listed = dict(zip(posted.items, map(ListedSheet, answers, places), strict=True))
    assert print_wall_list(posted, "a4", listed) == (folder / "danh-muc.pdf").read_bytes()


def test_the_wall_list_names_the_page_of_each_sheet(folder: Path) -> None:
    said = " ".join(words_of_pages(folder / "danh-muc.pdf"))
    pages = words_of_pages(folder / "thu-tuc.pdf")
    places = re.findall(r"([0-9][.][0-9]{6}) tờ ở trang ([0-9]+)", said)
    assert said.count("tờ ở trang") == 32
    assert len(places) == 31
    for code, at in places:
        assert f"Mã thủ tục: {code}" in pages[int(at) - 1]


def test_a_volume_is_named_with_its_page(posted: PostedSet) -> None:
    code, item = next(iter(posted.items.items()))
    part = replace(posted, items={code: item}, part=(2, 3))
    places = print_placed_sheets(part, [sheet_of(item, part.edition)])[1]
    assert places == [SheetPlace(2, 2)]
    sheet = ListedSheet(listed_answers(item, part.edition), places[0])
    row = wall_row(1, item, sheet, part.edition)
    assert row["place"] == "tập\u00a02, trang\u00a02"


def test_the_wall_list_says_that_no_time_is_told_and_marks_no_fee(
    posted: PostedSet,
) -> None:
    edition, item = posted.edition, posted.items["1.900102"]
    assert item.entry.summary.brief.fee
    silent = replace(item.entry.version, channels=Stated(not_stated="trống"))
    summary = replace(item.entry.summary, brief=Brief())
    shown = LoadedVersion(item.entry.shown.key, silent)
    entry = replace(item.entry, shown=shown, summary=summary)
    untold = replace(item, entry=entry)
    listed = listed_answers(untold, edition)
    answers = [plain_words(said) for _, said in sheet_of(untold, edition).answers]
    assert listed == ListedAnswers(answers[1], "–")
    assert answers[1:] == ["Không thấy ghi thời hạn", "Không thấy ghi"]
    told = replace(item, entry=replace(item.entry, summary=summary))
    assert listed_answers(told, edition) == ListedAnswers("xem tờ thủ tục", "xem tờ thủ tục")


def test_a_wall_list_is_set_on_larger_paper(posted: PostedSet) -> None:
    page = pypdfium2.PdfDocument(print_wall_list(posted, "a3"))[0]
    assert page.get_size() == pytest.approx((1190.55, 841.89), abs=1)


def test_since_a_day_only_what_changed_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [*ASK[:-1], "2026-03-01", "--since", "2026-02-28", "--into", str(tmp_path)]
    assert main(asked) == 0
    assert "gỡ 0, thay 1, niêm yết mới 0 tờ" in capsys.readouterr().out
    made = tmp_path / "ttpvhcc-xa" / "2026-03-01-thay-doi-tu-2026-02-28"
    check_standards(made / "thay-doi-tu-2026-02-28.pdf")
    said = "".join(
        page.get_textpage().get_text_range()
        for page in pypdfium2.PdfDocument(made / "thay-doi-tu-2026-02-28.pdf")
    )
    assert "1.001193" in said
    assert "9201/QĐ-BTP" in " ".join(said.split())
    assert {path.name for path in made.glob("*.pdf")} == {
        "bia.pdf",
        "danh-muc.pdf",
        "thay-doi-tu-2026-02-28.pdf",
        "theo-doi.pdf",
        "thu-tuc-tu-2026-02-28.pdf",
    }
    assert "gỡ 0, thay 1, mới 0 tờ" in words_of_pages(made / "theo-doi.pdf")[0]
    assert len(words_of_pages(made / "bia.pdf")) == 2
    assert not any("tờ ở" in page for page in words_of_pages(made / "danh-muc.pdf"))


def test_a_decision_is_named_by_its_number_instead_of_a_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [*ASK[:-1], "2026-03-01", "--since", "Số 9201/QĐ-BTP", "--into", str(tmp_path)]
    assert main(asked) == 0
    said = capsys.readouterr().out
    assert "So với 28/02/2026: gỡ 0, thay 1, niêm yết mới 0 tờ" in said
    assert "chỉ in phần đổi, 1 tờ trong bộ " in said
    assert "sau --since làm đổi" not in said
    assert "  thay-doi-tu-2026-02-28.pdf: đọc đầu tiên: tờ phải gỡ, phải thay" in said


def test_sheets_of_other_decisions_are_counted_beside_those_of_the_one_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*ASK, "--since", "9201/QĐ-BTP", "--into", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    counts = re.search(r"Theo quyết định: (.+)[.]\n", said)
    asked = re.search(r"sau --since làm đổi ([0-9]+) tờ; ([0-9]+) tờ khác", said)
    assert counts
    assert asked
    of_each = [int(one) for one in re.findall(r" ([0-9]+) tờ", counts[1])]
    assert sum(of_each) == int(asked[1]) + int(asked[2])
    assert f"9201/QĐ-BTP {asked[1]} tờ" in counts[1]


def test_the_wall_list_is_said_to_have_codes_only_where_it_has(posted: PostedSet) -> None:
    assert file_words("danh-muc.pdf", posted) == "danh mục treo tường có mã QR"
    catalogue = posted.edition.catalogue
    bare = replace(catalogue, settings=replace(catalogue.settings, base_url=""))
    without = replace(posted, edition=Edition(bare, posted.edition.day, posted.edition.words))
    assert file_words("danh-muc.pdf", without) == "danh mục treo tường"


def test_a_day_of_signing_is_not_said_to_be_one_of_effect(sample: Edition) -> None:
    coverage = sample.posting_coverage["ttpvhcc-xa"]
    (line, *_) = latest_lines(coverage, (), sample)
    assert ", đổi từ ngày 20/08/2026." in line
    undated = {}
    for key, one in sample.catalogue.decisions.items():
        rows = tuple(replace(row, effective=None) for row in one.rows)
        undated[key] = replace(one, effective=None, rows=rows)
    edition = Edition(replace(sample.catalogue, decisions=undated), sample.day, sample.words)
    (line, *_) = latest_lines(coverage, (), edition)
    assert "đổi sớm nhất từ ngày ký 20/08/2026 (nguồn không ghi ngày có hiệu lực)" in line


@pytest.mark.parametrize(
    ("office", "day"), [("ttpvhcc-xa", "2026-08-19"), ("ttpvhcc-xa-song-trong", "2026-08-21")]
)
def test_a_set_names_its_last_change_and_a_command_that_holds_for_any_wall(
    office: str, day: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A number would be wrong for a wall older than that decision: the day of the wall is not."""
    assert main([*ASK[:1], office, *ASK[2:], "--check"]) == 0
    said = capsys.readouterr().out
    assert "làm đổi bộ tờ này: 9203/QĐ-UBND, đổi từ ngày 20/08/2026." in said
    where = "(sau --since ghi ngày sau chữ “Xét hiệu lực vào ngày” ở chân tờ đang treo)"
    assert f"{where}: niemyet post {office}" in said
    assert f" --since {day}\n" in said


def test_since_the_day_of_a_record_its_sheets_are_compared(
    catalogue_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = catalogue_copy / "postings" / "ttpvhcc-xa-song-trong" / "2026-08-21.yml"
    text = file.read_text("utf8").replace('- procedure: "1.900104"\n  version: v001\n', "")
    file.write_text(text, "utf8")
    office = ["post", "Sông Trong", "--as-of", "2026-11-22", "--catalogue", str(catalogue_copy)]
    assert main([*office, "--since", "21/08/2026", "--into", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "gỡ 0, thay 0, niêm yết mới 1 tờ" in said
    assert "Trên tường còn tờ cũ cùng mã hay cùng việc thì phải gỡ" in said
    (changes,) = tmp_path.rglob("thay-doi-*.pdf")
    words = " ".join(
        page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(changes)
    )
    assert "thì phải gỡ" in " ".join(words.split())
    assert "ghi trong postings/ là đã treo từ ngày 21/08/2026" in said
    assert "Thay cả bìa (bia.pdf) và danh mục treo tường (danh-muc.pdf)" in said
    assert main([*office, "--since", "20/08/2026", "--into", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "bộ đang treo là của ngày 21/08/2026" in said
    assert "--since 2026-08-21" in said


def test_a_name_may_stand_behind_options(tmp_path: Path) -> None:
    asked = [*ASK[:2], "--into", str(tmp_path), *ASK[2:], "hộ tịch"]
    assert main(asked) == 0
    (made,) = tmp_path.glob("*/2026-11-22")
    assert any("Lĩnh vực: Hộ tịch" in said for said in words_of_pages(made / "bia.pdf"))


def test_an_unknown_option_is_refused_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*ASK, "--khong-co", "hộ tịch"])
    assert ended.value.code == 2
    assert "--khong-co" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("agency", "place", "page"),
    [
        ("ttpvhcc-xa-song-trong", "", "co-quan/ttpvhcc-xa-song-trong/"),
        ("", "tinh-mau", "dia-ban/tinh-mau/"),
        ("", "tinh-mau/99007", "dia-ban/tinh-mau/99007/"),
        ("", "tinh-mau/99001", "dia-ban/tinh-mau/#x99001"),
        ("", "", ""),
    ],
)
def test_the_code_of_a_cover_leads_to_the_office_or_its_place(
    agency: str, place: str, page: str, posted: PostedSet
) -> None:
    cover = print_cover(replace(posted, agency=agency, place=place))
    assert read_codes(cover) == {f"{BASE}{page}"}


def test_sheets_of_unknown_days_are_named_one_by_one(tmp_path: Path, posted: PostedSet) -> None:
    file = tmp_path / "thay-doi.pdf"
    file.write_bytes(print_changes(posted, (), date(2026, 3, 1), ("1.900102", "1.900104")))
    (said,) = words_of_pages(file)
    assert "2 tờ không biết áp dụng từ ngày nào" in said
    assert said.count("☐") == 2
    titles = (posted.items[code].entry.title for code in ("1.900102", "1.900104"))
    assert re.search("phải tự đối chiếu ☐ 1[.]900102 {} ☐ 1[.]900104 {}".format(*titles), said)


def test_every_paper_names_its_office_and_its_day(folder: Path, posted: PostedSet) -> None:
    for name in ("bia.pdf", "danh-muc.pdf", "thu-tuc.pdf", "to-gap.pdf"):
        pages = words_of_pages(folder / name)
        said_at_foot = f"{posted.office} – Xét hiệu lực vào ngày 22/11/2026"
        assert all(said_at_foot in said for said in pages), name


@pytest.mark.parametrize("name", ["index.html", "ttpvhcc-xa/2026-11-22/bia.pdf"])
def test_a_file_of_somebody_else_is_kept_and_nothing_is_written(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / name
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("của tôi", "utf8")
    before = sorted(tmp_path.rglob("*"))
    assert main([*ASK, "--into", str(tmp_path)]) == 2
    assert f"{own} không phải do lệnh này in ra" in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before
    assert own.read_text("utf8") == "của tôi"


def test_a_second_print_replaces_the_first(tmp_path: Path) -> None:
    asked = [*ASK[:2], "ho-tich", *ASK[2:], "--into", str(tmp_path)]
    assert main(asked) == 0
    assert main(asked) == 0


def words_of_pages(file: Path) -> list[str]:
    pages = pypdfium2.PdfDocument(file)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pages]


@pytest.mark.parametrize("name", sorted(FILES))
def test_every_page_of_a_sample_says_that_it_is_one(folder: Path, name: str) -> None:
    assert all("Dữ liệu mẫu" in said for said in words_of_pages(folder / name))


def test_no_page_of_real_records_says_so(tmp_path: Path, posted: PostedSet) -> None:
    catalogue = posted.edition.catalogue
    real = replace(catalogue, settings=replace(catalogue.settings, sample=False))
    file = tmp_path / "bia.pdf"
    file.write_bytes(print_cover(replace(posted, edition=Edition(real, DAY, posted.edition.words))))
    assert not any("Dữ liệu mẫu" in said for said in words_of_pages(file))


def test_no_sheet_has_a_number_or_speaks_of_the_source(folder: Path) -> None:
    said = " ".join(
        words_of_pages(folder / "thu-tuc.pdf") + words_of_pages(folder / "danh-muc.pdf")
    )
    for gone in ("Tờ số", "Nguồn ghi", "theo phần mô tả"):
        assert gone not in said


def test_address_and_telephone_of_the_office_stand_on_its_papers(tmp_path: Path) -> None:
    office = ["post", "xã Sông Trong", *ASK[2:], "--into", str(tmp_path)]
    assert main(office) == 0
    (made,) = tmp_path.glob("*/2026-11-22")
    for name in ("bia.pdf", "danh-muc.pdf", "thu-tuc.pdf"):
        assert any("Số 1 đường Bờ Sông" in said for said in words_of_pages(made / name)), name
        assert any("1900 0011" in said for said in words_of_pages(made / name)), name


def test_an_address_on_our_own_site_is_not_printed_as_a_contact(
    tmp_path: Path, posted: PostedSet
) -> None:
    """No page of the site takes feedback in: what is printed would lead to nothing."""
    catalogue = posted.edition.catalogue
    contacts = tuple(replace(one, url=f"{BASE}phan-anh") for one in catalogue.settings.contacts)
    settings = replace(catalogue.settings, contacts=contacts)
    edition = Edition(replace(catalogue, settings=settings), DAY, posted.edition.words)
    file = tmp_path / "bia.pdf"
    file.write_bytes(print_cover(replace(posted, edition=edition)))
    assert not any("/phan-anh" in said for said in words_of_pages(file))


def test_a_decision_that_holds_in_part_prints_the_set_of_today_and_names_its_other_day(
    sample: Edition,
) -> None:
    options = argparse.Namespace(as_of="2026-11-22", since="9203/QĐ-UBND")
    days = parse_days(options, sample.catalogue, sample.words)
    assert days == PostingDays(
        DAY,
        date(2026, 8, 19),
        (date(2027, 1, 1), date(2027, 3, 1)),
        decision="ubnd-tinh-mau/2026/9203",
    )


def test_a_decision_without_rows_changes_no_sheet(sample: Edition) -> None:
    decision = replace(sample.catalogue.decisions["btp/2026/9201"], rows=())
    catalogue = replace(sample.catalogue, decisions={decision.id: decision})
    options = argparse.Namespace(as_of=None, since="9201/QĐ-BTP")
    with pytest.raises(MisuseError, match="không công bố, sửa đổi hay bãi bỏ thủ tục nào"):
        parse_days(options, catalogue, sample.words)


def test_a_decision_to_come_prints_the_set_of_its_day_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1771200000")
    asked = [*ASK[:-2], "--since", "9201/QĐ-BTP", "--into", str(tmp_path)]
    assert main(asked) == 0
    assert "các tệp trên là của ngày 01/03/2026; treo từ ngày ấy" in capsys.readouterr().out
    assert (tmp_path / "ttpvhcc-xa" / "2026-03-01-thay-doi-tu-2026-02-28").is_dir()


def test_what_hangs_is_recorded_and_read_again(catalogue_copy: Path, tmp_path: Path) -> None:
    office = ["post", "ttpvhcc-xa", "--as-of", "2026-02-01", "--catalogue", str(catalogue_copy)]
    assert main([*office, "--record", "--into", str(tmp_path / "pdf")]) == 0
    catalogue, problems = load_catalogue(catalogue_copy)
    assert problems == []
    record = catalogue.postings["ttpvhcc-xa/2026-02-01"]
    outdated = [
        breach.values["procedure"]
        for rule in RULES
        if rule.code == "NY707"
        for breach in rule.check(Context(catalogue, DAY))
    ]
    assert len(record.sheets) == 30
    assert "1.001193" in outdated


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["post", "cấp xã", "--record"], "--record chỉ ghi được cho cả bộ của một cơ quan"),
        (["post", "ubnd xa"], "Không có cơ quan, cấp, lĩnh vực hay địa bàn nào tên là ubnd xa."),
        ([*ASK, "--since", "2026-12-01"], "Ngày 01/12/2026 của --since phải trước ngày"),
        ([*ASK, "--since", "1/QĐ-BTP"], "Không có quyết định nào số 1/QĐ-BTP"),
        ([*ASK[:1], "quoc-hoi", *ASK[2:]], "Không có thủ tục nào Quốc hội phải niêm yết"),
    ],
)
def test_what_cannot_be_printed_is_said_in_a_sentence(
    asked: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    catalogue = [] if "--catalogue" in asked else ["--catalogue", str(SAMPLE)]
    assert main([*asked, *catalogue, "--into", str(tmp_path / "none")]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "none").exists()


def test_signs_of_markup_in_a_record_are_printed_as_they_are(
    catalogue_copy: Path, tmp_path: Path
) -> None:
    file = catalogue_copy / "procedures" / "ho-tich" / "1.900102" / "v001.yml"
    hostile = "#let x = 1 $ _a_ *b* <c> \\\\ @d [e] `f` & // g"
    text = file.read_text("utf8")
    title = re.search(r"^title: (.*)$", text, re.M)
    assert title
    file.write_text(text.replace(title[0], f"title: '{hostile}'"), "utf8")
    asked = ["post", "ttpvhcc-xa", "ho-tich", "--catalogue", str(catalogue_copy)]
    assert main([*asked, "--as-of", "2026-11-22", "--into", str(tmp_path)]) == 0
    (file,) = tmp_path.glob("*/2026-11-22/thu-tuc.pdf")
    pages = pypdfium2.PdfDocument(file)
    assert any(hostile in page.get_textpage().get_text_range() for page in pages)


def test_without_a_name_the_offices_that_post_are_listed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["post", "--catalogue", str(SAMPLE), "--as-of", "2026-11-22"]) == 0
    said = capsys.readouterr().out
    assert f'niemyet post "tên hoặc mã" --catalogue {SAMPLE} --as-of 2026-11-22' in said
    assert "32 thủ tục  Trung tâm Phục vụ hành chính công cấp xã  (ttpvhcc-xa)" in said
    names = [line.split("  ")[1] for line in said.splitlines() if line.endswith(")")]
    assert names == sorted(names, key=vietnamese_order)


def test_offices_are_counted_without_reading_their_sheets(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("generator.model.bare_edition.BareEdition.brief_of", None)
    assert main(["post", "--catalogue", str(SAMPLE), "--as-of", "2026-11-22"]) == 0
    assert "(ttpvhcc-xa)" in capsys.readouterr().out


def test_a_check_says_what_a_set_holds_and_lacks_and_prints_nothing(
    catalogue_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = catalogue_copy / "catalogue.yml"
    kept = settings.read_text("utf8").partition("contacts:")[0]
    settings.write_text(f"{kept}contacts: []\n", "utf8")
    asked = ["post", "ttpvhcc-xa", "--check", "--as-of", "2026-11-22"]
    assert main([*asked, "--catalogue", str(catalogue_copy)]) == 0
    said = capsys.readouterr().out
    assert "32 thủ tục, 11 lĩnh vực; thay đổi gần nhất ngày 20/08/2026." in said
    assert "chưa có địa chỉ tiếp nhận phản ánh" in said
    lines = dedent(said.partition("  contacts:\n")[2].partition("Quyết định")[0])
    settings.write_text(f"{kept}contacts:\n{lines}", "utf8")
    assert main([*asked, "--catalogue", str(catalogue_copy)]) == 0
    assert "chưa có địa chỉ tiếp nhận phản ánh" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("https://tthc.example.org/", ""),
        ("https://todo.example/", ""),
        ("http://localhost:8000/a/", ""),
        ("https://tthc.moj.gov.vn/", "https://tthc.moj.gov.vn/"),
        ("https://example.org.vn/", "https://example.org.vn/"),
    ],
)
def test_an_address_that_is_no_site_is_on_no_paper(address: str, leads: str) -> None:
    settings = replace(NO_SETTINGS, base_url=address)
    assert settings.paper_url == leads
    assert replace(settings, sample=True).paper_url == address


STYLE = "heading: |\n  ỦY BAN NHÂN DÂN\n  XÃ SÔNG TRONG\nemblem: hinh.svg\ncolour: '#7a0019'\n"
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


def test_an_office_sets_its_heading_emblem_and_colour(tmp_path: Path, posted: PostedSet) -> None:
    (tmp_path / "mau.yml").write_text(STYLE, "utf8")
    (tmp_path / "hinh.svg").write_text(PICTURE, "utf8")
    styled = replace(posted, style=read_style(tmp_path / "mau.yml"))
    file = tmp_path / "bia.pdf"
    file.write_bytes(print_cover(styled))
    said = pypdfium2.PdfDocument(file)[0].get_textpage().get_text_range()
    assert "XÃ SÔNG TRONG" in said
    with pikepdf.open(file) as pdf:
        alternatives = [str(one.Alt) for one in structure(pdf) if "/Alt" in one]
    assert f"Biểu trưng của {posted.office}" in alternatives


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("heading: [a", "không đọc được"),
        ("logo: a.png", "không có mục logo"),
        ("colour: đỏ", "đỏ không phải mã màu"),
        ("colour: '#ffcc00'", "#ffcc00 quá nhạt"),
        ("heading: 12", "heading phải là chữ"),
        ("emblem: mau.yml", "không phải hình PNG, JPEG hay SVG"),
        ("emblem: khong-co.png", "khong-co.png"),
    ],
)
def test_a_style_that_cannot_be_used_gets_a_sentence(
    text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mau.yml").write_text(text, "utf8")
    style = ["--style", str(tmp_path / "mau.yml"), "--into", str(tmp_path / "none")]
    assert main([*ASK, *style]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "none").exists()


def test_every_file_that_is_printed_has_a_name_that_is_watched(tmp_path: Path) -> None:
    for asked in (["--also"], ["--since", "2026-02-28"]):
        assert main([*ASK, *asked, "--into", str(tmp_path)]) == 0
    folders = list((tmp_path / "ttpvhcc-xa").iterdir())
    assert len(folders) == 2
    for folder in folders:
        assert find_named_as_ours(folder) == sorted(one.name for one in folder.glob("*.pdf"))
