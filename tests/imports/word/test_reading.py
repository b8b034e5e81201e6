"""Word files as lines and tables: numbers, notes, boxes, merges, changes, hostile bytes."""

import random
import zipfile
from pathlib import Path

import pytest

from generator.imports.word.blocks import WordTable
from generator.imports.word.package import UnreadableFileError, sniff
from generator.imports.word.reading import read_word_file
from generator.records.received import MOST_OFFICE_ENTRIES
from tests.imports.word.documents import (
    cell,
    packed,
    paragraph,
    table,
    text_box,
    write_docx,
)

INSERTED = '<w:ins w:id="1"><w:r><w:t> mới</w:t></w:r></w:ins>'
DELETED = '<w:del w:id="2"><w:r><w:delText> cũ</w:delText></w:r></w:del>'
NOTED = '<w:r><w:footnoteReference w:id="1"/></w:r>'


def test_automatic_numbers_are_read_as_word_prints_them(tmp_path: Path) -> None:
    blocks = (paragraph("A", 1), paragraph("B", 1), paragraph("C", 5), paragraph("D", 4))
    file = write_docx(tmp_path / "a.docx", *blocks, lists={1: 1, 4: 4, 5: 1})
    read = read_word_file(file)
    assert [line.text for line in read.lines] == ["(1) A", "(2) B", "(1) C", "a) D"]


def test_a_box_is_read_once_and_a_note_behind_its_paragraph(tmp_path: Path) -> None:
    blocks = (paragraph("Đầu", inside=text_box("Hộp") + NOTED), paragraph("Sau"))
    read = read_word_file(write_docx(tmp_path / "a.docx", *blocks, notes=["Chú thích"]))
    assert [(line.words, line.aside) for line in read.lines] == [
        ("Đầu", ""),
        ("Chú thích", "footnote"),
        ("Hộp", "box"),
        ("Sau", ""),
    ]


def test_merged_cells_lead_to_the_cell_in_which_they_begin(tmp_path: Path) -> None:
    made = table(
        (cell("rộng", span=2), cell("dọc", merge="restart")),
        ("1", "2", cell("", merge="continue")),
    )
    read = read_word_file(write_docx(tmp_path / "a.docx", made))
    found = read.blocks[0]
    assert isinstance(found, WordTable)
    assert found.width == 3
    lower = found.origin(1, 2)
    assert lower is not None
    assert lower.text == "dọc"
    assert found.rows[1].cells[1].lines[0].place.column == 2


def test_a_table_in_a_cell_keeps_its_words_in_their_place(tmp_path: Path) -> None:
    inner = table(("trong", "sâu"))
    outer = table((cell("ngoài"), "sau")).replace("</w:tc>", f"{inner}</w:tc>", 1)
    read = read_word_file(write_docx(tmp_path / "a.docx", outer))
    assert [line.words for line in read.lines] == ["ngoài", "trong", "sâu", "sau"]
    assert [line.place.table for line in read.lines] == [1, 2, 2, 1]
    assert read.characters == sum(map(len, ("ngoài", "trong", "sâu", "sau")))


def test_characters_are_repaired_and_counted(tmp_path: Path) -> None:
    text = "Ðơn\u00a0đề\u200b nghi\u0323"
    read = read_word_file(write_docx(tmp_path / "a.docx", paragraph(text)))
    assert read.lines[0].words == "Đơn đề nghị"
    assert read.repairs == {"eth": 1, "space": 1, "invisible": 1, "nfc": 1}


def test_tracked_changes_are_refused_unless_they_are_to_be_accepted(tmp_path: Path) -> None:
    file = write_docx(tmp_path / "a.docx", paragraph("Bản", inside=INSERTED + DELETED))
    with pytest.raises(UnreadableFileError) as refused:
        read_word_file(file)
    assert refused.value.key == "office.changes"
    assert refused.value.values == {"count": 2}
    assert read_word_file(file, accept_changes=True).lines[0].words == "Bản mới"


def bombed() -> bytes:
    return packed(document=b"<w/>" + b" " * (6 << 20))


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "is.empty"),
        (b"%PDF-1.7 ...", "is.pdf"),
        (b"{\\rtf1 x}", "is.rtf"),
        (b"hello", "is.unknown"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "is.locked"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "Workbook".encode("utf-16-le"), "is.ole"),
        (b"PK\x03\x04 cut off", "is.broken"),
        (packed(other=b"x"), "is.zip"),
        (packed(document=b"not xml"), "is.broken"),
        (packed(document=b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"), "is.broken"),
        (packed(document=b"<x/>"), "is.broken"),
        (bombed(), "bomb"),
    ],
)
def test_what_is_no_word_file_gets_one_sentence(tmp_path: Path, content: bytes, key: str) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(content)
    with pytest.raises(UnreadableFileError) as refused:
        read_word_file(file)
    assert refused.value.key == f"office.{key}"


def test_an_old_word_file_says_how_to_convert_it_without_libreoffice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    file = tmp_path / "a.docx"
    file.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + "WordDocument".encode("utf-16-le"))
    with pytest.raises(UnreadableFileError) as refused:
        read_word_file(file)
    assert refused.value.key == "office.is.doc"


def test_an_old_word_file_goes_through_libreoffice_where_it_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A script stands in for LibreOffice: it writes what the real one would."""
    made = write_docx(tmp_path / "made.docx", paragraph("Đã chuyển"))
    program = tmp_path / "soffice"
    program.write_text(
        f'#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\ncp {made} "$2"/van-ban.docx\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    file = tmp_path / "a.doc"
    file.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + "WordDocument".encode("utf-16-le"))
    assert read_word_file(file).lines[0].words == "Đã chuyển"


def test_too_many_entries_are_not_unpacked(tmp_path: Path) -> None:
    file = write_docx(tmp_path / "a.docx", paragraph("x"))
    with zipfile.ZipFile(file, "a") as package:
        for number in range(MOST_OFFICE_ENTRIES):
            package.writestr(f"word/{number}", b"")
    with pytest.raises(UnreadableFileError, match="bomb"):
        read_word_file(file)


def test_a_file_of_pictures_is_a_scan(tmp_path: Path) -> None:
    picture = (
        '<w:r><w:drawing><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/'
        'picture"/></w:drawing></w:r>'
    )
    file = write_docx(tmp_path / "a.docx", paragraph("Trang 1", inside=picture))
    with pytest.raises(UnreadableFileError) as refused:
        read_word_file(file)
    assert refused.value.values == {"characters": 7, "pictures": 1}


def test_damaged_files_are_read_or_refused_and_never_crash(tmp_path: Path) -> None:
    """200 files, each with bytes of its parts or of the package changed by a seed."""
    sound = write_docx(
        tmp_path / "a.docx", paragraph("Một", 1), table(("1", "2")), paragraph("Hai", inside=NOTED)
    )
    whole = sound.read_bytes()
    with zipfile.ZipFile(sound) as package:
        parts = {name: package.read(f"word/{name}.xml") for name in ("document", "numbering")}
    draw = random.Random(23)
    outcomes = {"read": 0, "refused": 0}
    for turn in range(200):
        content = whole if turn % 2 else packed(**{k: spoilt(v, draw) for k, v in parts.items()})
        file = tmp_path / "b.docx"
        file.write_bytes(spoilt(content, draw) if turn % 2 else content)
        try:
            read_word_file(file)
            outcomes["read"] += 1
        except UnreadableFileError:
            outcomes["refused"] += 1
    assert outcomes["read"]
    assert outcomes["refused"]


def spoilt(content: bytes, draw: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(draw.choice((0, 1, 1, 2, 8))):
        at = draw.randrange(len(damaged))
        damaged[at] = draw.choice(b'0123456789<>/"= abc\x00')
    if draw.random() < 0.1:
        del damaged[draw.randrange(len(damaged)) :]
    return bytes(damaged)


def test_bytes_say_what_a_file_is_and_its_name_does_not(tmp_path: Path) -> None:
    file = write_docx(tmp_path / "a.doc", paragraph("x"))
    assert sniff(file.read_bytes()) == "docx"
    assert read_word_file(file).lines[0].words == "x"


def test_what_stands_beside_the_body_is_read_once(tmp_path: Path) -> None:
    vml = "urn:schemas-microsoft-com:vml"
    art = f'<w:r><w:pict><v:textpath xmlns:v="{vml}" string="MẬT"/></w:pict></w:r>'
    head = paragraph("Lưu hành nội bộ", inside=text_box("Dự thảo"))
    drawn = "http://schemas.openxmlformats.org/drawingml/2006/main"
    diagram = f'<a:p xmlns:a="{drawn}"><a:r><a:t>Tiếp nhận</a:t></a:r></a:p>'
    beside = {
        "header1": head,
        "header2": head + paragraph("12"),
        "footer1": paragraph("Trang"),
        "comments": paragraph("Sở A góp ý"),
        "diagrams/data1": diagram,
    }
    read = read_word_file(
        write_docx(tmp_path / "a.docx", paragraph("Thân", inside=art), beside=beside)
    )
    assert [(line.words, line.aside) for line in read.lines] == [("Thân", ""), ("MẬT", "box")]
    assert [(line.words, line.aside, line.place.paragraph) for line in read.beside] == [
        ("Sở A góp ý", "comment", 2),
        ("Tiếp nhận", "diagram", 3),
        ("Trang", "footer", 4),
        ("Lưu hành nội bộ", "header", 5),
        ("Dự thảo", "header", 6),
    ]


def test_pictures_and_embedded_files_are_counted(tmp_path: Path) -> None:
    embedded = "<w:r><w:object/></w:r>"
    file = write_docx(tmp_path / "a.docx", paragraph("Thân" * 60, inside=embedded), "<w:altChunk/>")
    assert read_word_file(file).pictures == 2


@pytest.mark.parametrize(("depth", "said"), [(0, "office.blank"), (13, "office.nested")])
def test_a_file_without_words_or_of_too_many_layers_says_so(
    tmp_path: Path, depth: int, said: str
) -> None:
    inside = "<w:p/>"
    for _ in range(depth):
        inside = f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"
    with pytest.raises(UnreadableFileError) as raised:
        read_word_file(write_docx(tmp_path / "a.docx", inside))
    assert raised.value.key == said


def run(text: str, properties: str) -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def test_signs_of_the_font_symbol_are_what_they_show(tmp_path: Path) -> None:
    chars = ("F0B3", "F0A3", "F0B7", "F061", "F0FF")
    signs = "".join(f'<w:r><w:sym w:font="Symbol" w:char="{char}"/></w:r>' for char in chars)
    file = write_docx(tmp_path / "a.docx", paragraph("Từ ", inside=signs))
    assert read_word_file(file).lines[0].words == "Từ ≥≤•α\ufffd"


def test_hidden_words_are_no_text_and_struck_ones_are_told(tmp_path: Path) -> None:
    runs = run("99 ngày", "<w:vanish/>") + run(" rõ", '<w:vanish w:val="0"/>')
    runs += run(" cũ", "<w:strike/>")
    read = read_word_file(write_docx(tmp_path / "a.docx", paragraph("12 ngày", inside=runs)))
    assert [line.words for line in read.lines] == ["12 ngày rõ cũ"]
    assert [(line.words, line.aside) for line in read.beside] == [("99 ngày", "hidden")]
    assert [line.words for line in read.struck] == ["cũ"]


def test_cells_that_are_tracked_as_deleted_go_with_the_other_changes(tmp_path: Path) -> None:
    gone = f"<w:tc><w:tcPr><w:cellDel w:id='1'/></w:tcPr>{paragraph('Xóa')}</w:tc>"
    file = write_docx(tmp_path / "a.docx", table(("Giữ", gone)))
    with pytest.raises(UnreadableFileError) as refused:
        read_word_file(file)
    assert refused.value.values == {"count": 1}
    kept = read_word_file(file, accept_changes=True)
    assert [line.words for line in kept.lines] == ["Giữ"]


@pytest.mark.parametrize("part", ["footnotes", "header1", "footer2", "endnotes"])
def test_changes_beside_the_body_are_changes(tmp_path: Path, part: str) -> None:
    beside = {part: paragraph("Bản", inside=INSERTED)}
    file = write_docx(tmp_path / "a.docx", paragraph("Thân"), beside=beside)
    with pytest.raises(UnreadableFileError) as refused:
        read_word_file(file)
    assert refused.value.key == "office.changes"


def test_the_main_part_has_the_name_that_the_package_says(tmp_path: Path) -> None:
    source = write_docx(tmp_path / "a.docx", paragraph("A", 1), paragraph("B", 1))
    relation = (
        '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/>'
        "</Relationships>"
    )
    with zipfile.ZipFile(source) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/document2.xml"] = parts.pop("word/document.xml")
    parts["word/numbering2.xml"] = parts.pop("word/numbering.xml")
    with zipfile.ZipFile(tmp_path / "b.docx", "w") as package:
        package.writestr("_rels/.rels", relation)
        for name, content in parts.items():
            package.writestr(name, content)
    assert [line.text for line in read_word_file(tmp_path / "b.docx").lines] == ["(1) A", "(2) B"]


def test_an_empty_paragraph_of_a_list_counts(tmp_path: Path) -> None:
    blocks = (paragraph("A", 3), paragraph("", 3), paragraph("C", 3))
    lines = read_word_file(write_docx(tmp_path / "a.docx", *blocks)).lines
    assert [line.text for line in lines] == ["1. A", "3. C"]


def test_a_style_has_the_numbers_of_the_style_that_it_is_based_on(tmp_path: Path) -> None:
    listed = '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'
    styles = (
        f'<w:style w:styleId="A">{listed}</w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
        '<w:style w:styleId="C"><w:basedOn w:val="D"/></w:style>'
        '<w:style w:styleId="D"><w:basedOn w:val="C"/></w:style>'
    )
    blocks = [
        f'<w:p><w:pPr><w:pStyle w:val="{key}"/></w:pPr><w:r><w:t>{key}</w:t></w:r></w:p>'
        for key in "ABC"
    ]
    file = write_docx(tmp_path / "a.docx", *blocks, beside={"styles": styles})
    assert [line.text for line in read_word_file(file).lines] == ["1. A", "2. B", "C"]


def test_legal_numbers_are_digits_at_every_level(tmp_path: Path) -> None:
    levels = (
        '<w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:start w:val="2"/>'
        '<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1">'
        '<w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num>'
    )
    blocks = [paragraph("A", 9), paragraph("B", 9).replace('ilvl w:val="0"', 'ilvl w:val="1"')]
    file = write_docx(tmp_path / "a.docx", *blocks, beside={"numbering": levels})
    assert [line.text for line in read_word_file(file).lines] == ["II. A", "2.1. B"]


@pytest.mark.parametrize(
    ("typed", "font"),
    [
        ("CÊp GiÊy x¸c nhËn trång tre t¹i x· miÒn nói", "TCVN3 (.VnTime)"),
        ("Caáp giaáy xaùc nhaän troàng tre taïi xaõ mieàn nuùi", "VNI (VNI-Times)"),
    ],
)
def test_a_file_in_letters_of_an_old_font_is_told_by_the_name_of_the_font(
    tmp_path: Path, typed: str, font: str
) -> None:
    old = write_docx(tmp_path / "a.docx", *(paragraph(f"{n}. {typed}") for n in range(9)))
    with pytest.raises(UnreadableFileError) as refused:
        read_word_file(old)
    assert (refused.value.key, refused.value.values["font"]) == ("office.old_font", font)
    some = [paragraph(typed), *(paragraph(f"Cấp giấy trồng tre số {n}") for n in range(9))]
    assert len(read_word_file(write_docx(tmp_path / "b.docx", *some)).lines) == 10


def test_an_old_office_file_that_was_cut_off_is_broken() -> None:
    """By the sector of its directory, and by how many sectors its tables list."""
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(22) + (9).to_bytes(2, "little") + bytes(12)
    for tables, directory, kind in ((1, 2, "ole"), (1, 200, "broken"), (3, 2, "broken")):
        numbers = b"".join(number.to_bytes(4, "little") for number in (tables, directory))
        assert sniff((head + numbers).ljust(5000, b"\0")) == kind


def test_a_break_before_a_mark_begins_a_paragraph(tmp_path: Path) -> None:
    broken = ("- Đơn của", "1. hộ;", "- Ảnh")
    inside = "".join(f"<w:r><w:br/><w:t>{text}</w:t></w:r>" for text in broken)
    file = write_docx(tmp_path / "a.docx", paragraph("(3) Hồ sơ:", inside=inside))
    found = read_word_file(file).lines[:3]
    assert [one.words for one in found] == ["(3) Hồ sơ:", "- Đơn của\n1. hộ;", "- Ảnh"]
    assert len({one.place for one in found}) == 3
