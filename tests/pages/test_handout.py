"""Short pages and hand-outs: what a printed paper leads to, and what of it fits on one side."""

import json
import zlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import addresses
from generator.exports.qr import qr_png
from generator.law.intervals import Status
from generator.locale import words_of
from generator.model.edition import Edition
from generator.pages.handout import short_pages
from generator.pages.handout_fit import SheetTexts, largest_type, lines_that_fit
from generator.pages.handout_papers import PaperLine, without_bare_headings
from generator.pages.handout_sheet import Sheet
from generator.pages.nodes.html import Html, split_paragraphs
from generator.pages.page import Page
from generator.pages.validity import PaperState, validity, ways_on
from generator.pages.version_body import VersionBody
from generator.records.stated import ChannelTime
from tests.conftest import build_site
from tests.site.crawl import read

BASE = "https://tthc.example.org/"


def decoded(png: bytes) -> str:
    """The text of a QR code, read as a telephone does, from a picture of one bit a pixel."""
    side = int.from_bytes(png[16:20], "big")
    start = png.index(b"IDAT") + 4
    lines = zlib.decompress(png[start : start + int.from_bytes(png[start - 8 : start - 4], "big")])
    stride = 1 + (side + 7) // 8
    rows = (lines[at + 1 : at + stride] for at in range(0, len(lines), stride))
    pixels = [255 * int(bit) for row in rows for bit in "".join(f"{b:08b}" for b in row)[:side]]
    picture = memoryview(bytes(pixels)).cast("B", (side, side))
    (found,) = zxingcpp.read_barcodes(picture)
    return str(found.text)


def test_every_version_ever_published_has_a_short_page(sample_site: Path) -> None:
    manifest = json.loads((sample_site / "api/v1/manifest.json").read_text("utf8"))
    assert manifest["versions"]
    for one in manifest["versions"]:
        page = addresses.short_address(one["procedure"], one["version"])
        assert (sample_site / page).with_suffix(".html").is_file(), page


def test_every_qr_code_is_read_and_leads_to_its_page(sample_site: Path) -> None:
    pictures = sorted(sample_site.rglob("qr.png"))
    assert {"t", "quyet-dinh", "co-quan", "linh-vuc"} <= {
        picture.relative_to(sample_site).parts[0] for picture in pictures
    }
    for picture in pictures:
        address = picture.parent.relative_to(sample_site).as_posix()
        assert decoded(picture.read_bytes()) == f"{BASE}{address}/"
        assert (picture.parent / "index.html").is_file()


def test_the_api_gives_the_short_address(sample_site: Path) -> None:
    data = json.loads((sample_site / "api/v1/procedures/1.001193.json").read_text("utf8"))
    given_addresses = [version["short_address"] for version in data["versions"]]
    assert given_addresses == [f"t/1.001193/{n}/" for n in (1, 2, 3, 4)]


def test_no_short_page_is_in_the_sitemap(sample_site: Path) -> None:
    sitemap = (sample_site / "sitemap.xml").read_text("utf8")
    assert f"<loc>{BASE}thu-tuc/1.001193/</loc>" in sitemap
    assert f"<loc>{BASE}t/" not in sitemap


def test_a_paper_with_a_former_code_is_answered(catalogue_copy: Path, tmp_path: Path) -> None:
    file = catalogue_copy / "procedures/cu-tru/1.900201/procedure.yml"
    text = file.read_text("utf8")
    file.write_text(text.replace("\nfield:", "\nformer_ids: ['1.900299']\nfield:"), "utf8")
    assert not build_site(catalogue_copy, tmp_path).warnings
    old = read(tmp_path / "site", "http://site/t/1.900299/1/")
    assert "đã cũ từ 01/07/2026: thời hạn cơ quan cam kết đã đổi" in old.text
    assert "../../../thu-tuc/1.900201/v002/thay-doi/" in old.links
    assert "còn đúng" in read(tmp_path / "site", "http://site/t/1.900299/2/").text


DAYS = (
    (
        "1.001193",
        "v001",
        date(2025, 6, 30),
        PaperState.CHANGING,
        "từ 01/07/2025 có bản mới, cách thức",
    ),
    ("1.001193", "v001", date(2025, 7, 1), PaperState.OLD, "đã cũ từ 01/07/2025"),
    ("1.001193", "v002", date(2025, 6, 30), PaperState.WAITING, "có hiệu lực từ 01/07/2025"),
    ("1.001193", "v002", date(2025, 7, 1), PaperState.CHANGING, "còn đúng vào ngày 01/07/2025"),
    ("1.001193", "v004", date(2026, 12, 31), PaperState.WAITING, "có hiệu lực từ 01/01/2027"),
    ("1.001193", "v004", date(2027, 1, 1), PaperState.RIGHT, "còn đúng vào ngày 01/01/2027"),
    ("1.900206", "v001", date(2025, 8, 14), PaperState.CHANGING, "từ 15/08/2025 thủ tục bị bãi bỏ"),
    ("1.900206", "v001", date(2025, 8, 15), PaperState.OVER, "bị bãi bỏ từ 15/08/2025"),
    ("1.900301", "v001", date(2026, 7, 1), PaperState.OVER, "được thay thế từ 01/07/2026"),
    ("2.900402", "v001", date(2026, 11, 22), PaperState.OLD, "chưa từng áp dụng"),
    ("2.901001", "v001", date(2026, 11, 22), PaperState.UNKNOWN, "Nguồn không ghi"),
    ("3.901401", "v001", date(2026, 11, 22), PaperState.OVER, "bị hủy trước khi có hiệu lực"),
)


@pytest.mark.parametrize(("code", "number", "day", "verdict", "said"), DAYS)
def test_the_verdict_follows_the_day(
    sample: Edition, code: str, number: str, day: date, verdict: PaperState, said: str
) -> None:
    edition = Edition(sample.catalogue, day, words_of("vi"))
    version = edition.catalogue.version(code, number)
    assert version
    found = validity(edition.entries[code], version, edition)
    assert (found.state, said in found.sentence) == (verdict, True), found.sentence


def test_a_paper_out_of_date_names_what_changed_and_leads_to_the_redline(
    sample_site: Path,
) -> None:
    page = read(sample_site, "http://site/t/1.900201/1/")
    assert "Tờ này đã cũ từ 01/07/2026: thời hạn cơ quan cam kết đã đổi." in page.text
    said = " ".join(page.text.split())
    assert "Bản đang áp dụng, từ 01/07/2026: 9202/QĐ-BCA-C06" in said
    assert "../../../thu-tuc/1.900201/v002/thay-doi/" in page.links
    assert "../../../thu-tuc/1.900201/" in page.links
    assert not [tag for tag, _ in page.tags if tag == "button"]


def test_a_procedure_that_was_replaced_leads_to_what_replaced_it(sample_site: Path) -> None:
    page = read(sample_site, "http://site/t/1.900301/1/")
    assert "Thủ tục này đã được thay thế từ 01/07/2026." in page.text
    assert any("1.900304" in link or "1.900305" in link for link in page.links)
    said = " ".join(page.text.split())
    assert "Thủ tục thay thế: " in said
    assert "(1.900304) – cấp tỉnh" in said
    assert "(1.900305) – cấp xã" in said


def test_a_version_to_come_is_marked_where_its_changes_are_shown(sample: Edition) -> None:
    edition = Edition(sample.catalogue, date(2026, 11, 22), sample.words)
    entry = edition.entries["1.001193"]
    old, *_, last = edition.catalogue.versions["1.001193"]
    said = [one.html for one in ways_on(entry, old, edition, "t/1.001193/1/index.md")]
    assert entry.timeline.version_status(last.version, edition.day) is Status.WAITING
    assert any(f"({last.version} chưa áp dụng)" in one for one in said)


def test_a_handout_says_what_the_first_screen_says(sample_site: Path) -> None:
    sheet = read(sample_site, "http://site/t/1.900104/1/").text
    page = read(sample_site, "http://site/thu-tuc/1.900104/").text
    for said in ("Trung tâm Phục vụ hành chính công cấp xã", "3 ngày làm việc", "15.000 đồng/bản"):
        assert said in sheet
        assert said in page


ADDRESSES = st.text("abcdefxyz0123456789.-/", min_size=1, max_size=60)


@settings(deadline=None, max_examples=30)  # the first of a length draws many codes
@given(ADDRESSES)
def test_a_code_put_together_from_changes_reads_as_its_address(path: str) -> None:
    assert decoded(qr_png(f"{BASE}{path}")) == f"{BASE}{path}"


def test_letters_beyond_ascii_are_encoded_in_the_code() -> None:
    assert decoded(qr_png("https://vídụ.vn/t/1/")) == "https://v%C3%ADd%E1%BB%A5.vn/t/1/"


LENGTHS = st.lists(st.integers(1, 900), max_size=230)


@given(LENGTHS, st.integers(0, 1200), st.sets(st.integers(0, 229)))
def test_remarks_are_left_out_before_papers_and_nothing_that_fits(
    listed: list[int], title: int, remarks: set[int]
) -> None:
    texts = SheetTexts(60, title, (120,), ((8, 90), (8, 40)), 40, (), listed, remarks=remarks)
    kept = lines_that_fit(texts)
    assert kept == sorted(kept)
    left = set(range(len(listed))) - set(kept)
    assert left <= remarks or not remarks & set(kept)
    if kept and not left:
        assert largest_type(SheetTexts(60, 0, (), (), 0, (), listed))


def test_a_sheet_without_a_code_has_room_for_more() -> None:
    kept = [
        len(lines_that_fit(SheetTexts(60, 80, (), (), 40, (), [90] * 99, coded=coded)))
        for coded in (True, False)
    ]
    assert kept == [41, 46]


def test_more_text_never_makes_larger_type() -> None:
    found = [
        largest_type(SheetTexts(60, 80, (120,), ((8, 90),), 40, (), [90] * count))
        for count in range(0, 120, 5)
    ]
    sizes = [one.size if one else 0 for one in found]
    assert sizes == sorted(sizes, reverse=True)
    assert (sizes[0], sizes[-1]) == (11, 0)
    assert set(sizes) == {11, 10, 9, 0}


PAPERS = "Giấy tờ {n} của cơ sở nuôi ong lấy mật, nêu rõ nơi đặt đàn ong, số đàn, nguồn giống"


def sheet_of(sample: Edition, names: list[tuple[str, str]]) -> str:
    """The hand-out of a procedure of the sample that asks for papers of these kinds and names."""
    entry = sample.entries["1.900104"]
    group = entry.version.dossier.groups.items[0]
    items = tuple(
        replace(group.items[0], kind=kind, name=name, forms=(), text=None) for kind, name in names
    )
    groups = replace(entry.version.dossier.groups, items=(replace(group, name=None, items=items),))
    version = replace(entry.version, dossier=replace(entry.version.dossier, groups=groups))
    body = VersionBody(version, entry.procedure, sample)
    return Sheet(entry, body, sample, "t/1.900104/1/index.md", "Còn đúng").block.html


@pytest.mark.parametrize(("count", "letters"), [(3, "roomy"), (12, "close"), (16, "dense")])
def test_letters_are_smaller_before_a_name_is_cut(
    sample: Edition, count: int, letters: str
) -> None:
    long = f"{PAPERS}, người chăm sóc và ngày bắt đầu nuôi; kèm theo sơ đồ nơi nuôi do cơ sở tự lập"
    html = sheet_of(sample, [("document", long.format(n=n)) for n in range(count)])
    assert "…" not in html
    assert html.count(long.format(n=0)[:60]) == 1
    assert f'class="sheet {letters}"' in html


def test_a_paper_stays_where_a_remark_has_no_room(sample: Edition) -> None:
    remarks = [("note", f"Lưu ý {PAPERS.format(n=n)}, phải còn hạn") for n in range(50)]
    papers = [("document", PAPERS.format(n=n)) for n in range(20)]
    html = sheet_of(sample, [*remarks, *papers])
    assert html.count('class="tick"') == 20
    assert "Còn nữa, quét mã để xem hết" in html
    assert "giấy tờ khác" not in html


def test_a_heading_stays_only_with_a_line_below_it_or_where_none_ever_stood() -> None:
    case, paper = PaperLine("Nuôi ong", heading=True), PaperLine("Đơn", ticks=True)
    lines = [case, case, PaperLine("Lưu ý"), case, paper, PaperLine("Lưu ý"), case]
    assert without_bare_headings(lines, [0, 1, 3, 4, 6]) == [0, 3, 4, 6]


def test_a_quotation_stands_on_a_sheet_where_an_answer_leads_to_it() -> None:
    led = Html('<p><strong>Tùy trường hợp:</strong></p><p class="quote">“3 ngày”</p>')
    beside = Html('<p><strong>3 ngày</strong></p><p class="quote">“03 ngày”</p>')
    assert split_paragraphs(led) == ["<strong>Tùy trường hợp:</strong>", "“3 ngày”"]
    assert split_paragraphs(beside) == ["<strong>3 ngày</strong>"]
    assert split_paragraphs(beside, quoted=True) == ["<strong>3 ngày</strong>", "“03 ngày”"]


@pytest.mark.parametrize(
    ("said", "shown"),
    [("Trường hợp cần xác minh không quá 45 ngày làm việc.", True), ("20 ngày làm việc.", False)],
)
def test_a_sheet_never_drops_that_some_wait_longer(sample: Edition, said: str, shown: bool) -> None:
    entry = sample.entries["1.001193"]
    time = ChannelTime(value=20, unit="working_day", text=said)
    ways = tuple(replace(one, time=time) for one in entry.version.channels.items)
    version = replace(entry.version, channels=replace(entry.version.channels, items=ways))
    parts = VersionBody(version, entry.procedure, sample)
    html = Sheet(entry, parts, sample, addresses.short_address(entry.code, "v001"), "").block.html
    headline = "từ 20 đến 45 ngày làm việc" if shown else "20 ngày làm việc"
    assert f"<strong>{headline}</strong>" in html
    assert ("45 ngày làm việc" in html) is shown


def test_a_paper_that_waits_offers_what_is_to_apply_and_is_printed_ahead(sample: Edition) -> None:
    """Of a procedure that never applied nothing "đang áp dụng" is offered."""
    entry = next(one for one in sample.entries.values() if one.status is Status.WAITING)
    parts = VersionBody(entry.version, entry.procedure, sample)
    page = next(one for one in short_pages(entry, parts, sample) if isinstance(one, Page))
    assert "In trước tờ này" in page.body.html
    assert "Xem đầy đủ thủ tục sắp áp dụng" in page.body.html
    assert "đang áp dụng" not in page.body.html


def test_a_sheet_of_one_province_names_it(sample: Edition) -> None:
    entry = sample.entries["1.900104"]
    own = replace(entry, summary=replace(entry.summary, province="99"))
    parts = VersionBody(entry.version, entry.procedure, sample)
    sheets = [Sheet(one, parts, sample, "t/x/1/index.md", "").block.html for one in (own, entry)]
    assert ["<strong>Thủ tục của tỉnh Mẫu</strong>" in html for html in sheets] == [True, False]


def test_nothing_is_said_to_apply_where_nobody_knows_since_when(sample: Edition) -> None:
    entry = sample.entries["2.901001"]
    assert entry.status is Status.PUBLISHED
    parts = VersionBody(entry.version, entry.procedure, sample)
    page = next(one for one in short_pages(entry, parts, sample) if isinstance(one, Page))
    assert "Xem trang của thủ tục" in page.body.html
    assert "thủ tục đang áp dụng" not in page.body.html
