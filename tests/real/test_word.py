"""Real Word files of two published decisions: what is read of them, in numbers.

The draft (qn01) and the text made from the signed PDF (qn02) are one decision, so each is the
measure of the other.
"""

import random
import re
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pypdfium2
import pytest

from generator.imports.word.contents import read_contents
from generator.imports.word.decisions import read_decision
from generator.imports.word.drafts import draft_decision_of
from generator.imports.word.forms import FORM_HEAD
from generator.imports.word.ledger import WordUse, keep_ledger
from generator.imports.word.list_header import FLAGS, ListColumn
from generator.imports.word.listing import read_lists
from generator.imports.word.package import UnreadableFileError
from generator.imports.word.process_tables import read_processes
from generator.imports.word.reading import read_word_file
from generator.imports.word.sources import GivenByUser, read_sources_of
from generator.law.titles import comparable
from generator.records.tree import load_catalogue
from tests.imports.word.documents import paragraph, table, write_docx
from tests.real.judged import needs_real_data
from tools.word_figures import CONTENTS, CONVERTED, DRAFT, OFFICE, has_whole_time, rows_of

pytestmark = needs_real_data


def test_draft_and_converted_list_have_the_same_75_rows() -> None:
    draft, converted = rows_of(DRAFT), rows_of(CONVERTED)
    assert len(draft) == len(converted) == 75
    pairs = list(zip(draft, converted, strict=True))
    assert all((one.number, one.levels) == (two.number, two.levels) for one, two in pairs)
    assert all(
        [one.ticked(f) for f in FLAGS] == [two.ticked(f) for f in FLAGS] for one, two in pairs
    )
    assert sum(comparable(one.name) == comparable(two.name) for one, two in pairs) >= 73
    assert Counter("." in one.number for one in draft) == {False: 51, True: 24}


@pytest.mark.parametrize("name", [DRAFT, CONVERTED])
def test_times_of_the_list_are_read_with_areas_and_additions(name: str) -> None:
    """By hand: one row (22.1) gives its time in words only."""
    assert sum(map(has_whole_time, rows_of(name))) == 75


def test_contents_have_all_eleven_parts_and_no_form() -> None:
    file = read_word_file(OFFICE / CONTENTS)
    procedures = read_contents(file.lines).procedures
    assert len(procedures) == 19
    for one in procedures:
        assert (one.missing, one.drift) == ((), None)
        named = (line for part, lines in one.parts.items() for line in lines if part != "forms")
        assert not any(FORM_HEAD.match(line.text) for line in named)


def test_98_percent_of_the_characters_outside_forms_are_placed() -> None:
    sources = [read_sources_of(read_word_file(OFFICE / name)) for name in (CONVERTED, CONTENTS)]
    catalogue = load_catalogue(Path("catalogue"))[0]
    ledger = keep_ledger(draft_decision_of(sources, catalogue, GivenByUser()))
    read = (one for s in sources for one in (*s.file.lines, *s.file.beside))
    assert sum(ledger.characters.values()) == sum(len(one.words) for one in read)
    counted: Counter[WordUse] = Counter()
    for one in ledger.lines:
        counted[one.use] += len(one.line.words) * (one.line.place.file == CONTENTS)
    outside = sum(counted.values()) - counted[WordUse.FORM]
    assert counted[WordUse.REPORTED] <= 0.02 * outside


@pytest.mark.parametrize(
    ("name", "number", "day", "signer"),
    [
        (DRAFT, None, None, "Phạm Đức Thắng"),
        (CONVERTED, "294/QĐ-VP.UBND.KSTT", "2026-07-10", None),
        (
            "qn08_qd_phe_duyet_qtnb_295_signed.docx",
            "295/QĐ-VP.UBND.KSTT",
            "2026-07-10",
            "Phạm Đức Thắng",
        ),
    ],
)
def test_decisions_say_what_they_say_and_no_more(
    name: str, number: str | None, day: str | None, signer: str | None
) -> None:
    """The signer of the converted decision is cut in its file ("ức Thắng"): none is invented."""
    found = read_decision(read_word_file(OFFICE / name).lines)
    assert found is not None
    assert (found.number, str(found.signed) if found.signed else None) == (number, day)
    assert found.agency == "Văn phòng Ủy ban nhân dân tỉnh Quảng Ninh"
    assert found.signer is not None
    assert found.signer.name == signer
    assert found.from_signing


@pytest.mark.parametrize(
    ("name", "key"),
    [("ct01_scan_ke_hoach.pdf", "office.is.pdf"), ("dvc_ToaAn.xlsx", "office.is.xlsx")],
)
def test_files_that_are_no_word_are_refused_with_one_sentence(name: str, key: str) -> None:
    with pytest.raises(UnreadableFileError, match=key):
        read_word_file(OFFICE / name)


def test_200_damaged_copies_are_read_or_refused(tmp_path: Path) -> None:
    whole = (OFFICE / "lc01_quy_trinh_noi_bo_hhnh.docx").read_bytes()
    draw = random.Random(7)
    for _ in range(200):
        damaged = bytearray(whole)
        for _ in range(draw.choice((1, 4, 64))):
            damaged[draw.randrange(len(damaged))] = draw.randrange(256)
        file = tmp_path / "a.docx"
        file.write_bytes(
            bytes(damaged[: draw.randrange(len(damaged))] if draw.random() < 0.2 else damaged)
        )
        with suppress(UnreadableFileError):
            read_sources_of(read_word_file(file))


@pytest.mark.parametrize(
    ("name", "processes", "steps", "without"),
    [
        ("qn10_qtnb_pl2_cap_xa_du_thao.docx", 19, 316, 0),
        ("lc01_quy_trinh_noi_bo_hhnh.docx", 3, 33, 3),
    ],
)
def test_every_step_of_a_process_has_its_role_and_time(
    name: str, processes: int, steps: int, without: int
) -> None:
    """`without` a figure: "Vào giờ hành chính các ngày làm việc trong tuần"."""
    read = read_processes(read_word_file(OFFICE / name).blocks)
    found = [step for process in read for step in process.steps]
    assert (len(read), len(found)) == (processes, steps)
    assert all(step.role and step.name for step in found)
    assert sum(step.time.value is None for step in found) == without
    assert all(step.time.value is not None or step.time.text for step in found)


def retyped(path: Path, text: str) -> Path:
    """A decision that is there as a text with tables of pipes only, as a Word file."""
    blocks: list[str] = []
    rows: list[list[str]] = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            cells = [one.strip() for one in line.strip().strip("|").split("|")]
            if set("".join(cells)) - set("-"):
                rows.append([one.replace("  ", "\n") for one in cells])
        else:
            blocks += [table(*rows)] if rows else []
            rows = []
            blocks += [paragraph(line.strip("# "))] if line.strip() else []
    return write_docx(path, *blocks)


_BEGINS = re.compile(
    r"\n(?=Căn cứ [LNTQ]|Theo đề|Điều \d|QUYẾT|Nơi nhận|- |KT\.|PHÓ|Giao|\(Có|CHỦ TỊCH ỦY"
    r"|Về việc|Tống)"
)
"""Where a paragraph begins in the lines of the printed draft of Lai Châu."""


def retyped_lai_chau(path: Path) -> Path:
    """A draft that is there as a printed PDF: its decision and its list, as a Word file."""
    printed = pypdfium2.PdfDocument(OFFICE / "lchau01_qd_cong_bo_va_qtnb.pdf")
    texts = (printed[n].get_textpage().get_text_range() for n in range(3))
    first, second, third = ("\n".join(t.replace("\ufffe", "-").splitlines()) for t in texts)
    body, _, head = first.partition("ỦY BAN NHÂN DÂN \n")
    heads = ["ỦY BAN NHÂN DÂN", *head.splitlines()]
    words = [" ".join(one.split()) for one in _BEGINS.split(body + second.removeprefix("2"))]
    lines = third.splitlines()
    row = lines.index("1")
    sides = table(["\n".join(heads[:3]), "\n".join(heads[3:])])
    header = [lines[4][:3], lines[4][4:12], lines[4][13:], "".join(lines[5:7]), "".join(lines[7:9])]
    cells = [lines[row + 1 : row + 3], lines[row + 3 : row + 5], lines[row + 5 : -3]]
    listed = ["1", *map("".join, cells[:2]), "\n".join(cells[2]), lines[-3], "".join(lines[-2:])]
    kinds = [["A", lines[10][2:], *[""] * 4], [lines[11], *[""] * 5]]
    rows = table([*header, lines[9]], *kinds, listed)
    return write_docx(path, sides, *map(paragraph, [*words, *lines[:4]]), rows)


def test_a_draft_of_one_new_row_has_no_number_and_no_day(tmp_path: Path) -> None:
    """Lai Châu: signed for the chairman, in effect from its signing, its number left open."""
    file = read_word_file(retyped_lai_chau(tmp_path / "a.docx"))
    found = read_decision(file.lines)
    assert found is not None
    assert (found.number, found.symbol, found.signed) == (None, "QĐ-UBND", None)
    assert found.agency == "Ủy ban nhân dân tỉnh Lai Châu"
    assert found.signer is not None
    assert (found.signer.name, found.signer.position) == ("Tống Thanh Hải", "Phó Chủ tịch")
    assert (found.signer.capacity, found.from_signing) == ("for_head", True)
    assert (len(found.grounds), len(found.proposals), len(found.articles)) == (8, 1, 3)
    (row,) = read_lists(file.blocks).rows
    assert (row.number, row.action, row.levels) == ("1", "publish", ("province",))
    assert (row.name, row.field_name) == ("Thủ tục hỗ trợ chi phí", "Hỗ trợ đầu tư")
    assert row.text(ListColumn.TIME) == "Không quy định cụ thể thời gian"
    assert row.text(ListColumn.FEE) == "Không"
    assert "182/2024/NĐ-CP" in row.text(ListColumn.BASIS)


def test_new_and_amended_rows_of_a_decision_with_codes(tmp_path: Path) -> None:
    """Hà Giang 378/QĐ-UBND: one new row, amended rows with the document that amends them."""
    text = (OFFICE / "tvpl_qd_ha_giang_378.md").read_text("utf8").partition("ỦY BAN NHÂN DÂN")
    file = read_word_file(
        retyped(tmp_path / "a.docx", f"| {text[1]}{text[2]}".replace("TỊCH Ng", "TỊCH  Ng"))
    )
    rows = read_lists(file.blocks).rows
    assert Counter(row.action for row in rows) == {"publish": 1, "amend": 9}
    assert all(row.code and row.levels == ("province",) for row in rows)
    assert {row.field_name for row in rows} == {"Lưu thông hàng hóa trong nước"}
    assert all("95/2021/NĐ-CP" in row.text(ListColumn.AMENDING) for row in rows[1:])
    found = read_decision(file.lines)
    assert found is not None
    assert (found.number, str(found.signed)) == ("378/QĐ-UBND", "2022-03-18")
    assert found.agency == "Ủy ban nhân dân tỉnh Hà Giang"
    assert found.signer is not None
    assert (found.signer.name, found.signer.position) == ("Nguyễn Văn Sơn", "Chủ tịch")
    assert not found.from_signing
    assert found.effective is None
    assert len(found.grounds) == 3
    assert len(found.articles) == 2
