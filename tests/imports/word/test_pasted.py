"""Pasted words of one procedure: parts by their labels, and every line that has no place."""

from pathlib import Path

import pytest

from generator.imports.word.labels import ContentPart
from generator.imports.word.pasted import read_pasted
from generator.imports.word.pasted_tables import UnreadableTableError
from generator.imports.word.registers import DraftRegisters
from generator.locale import words_of
from generator.records.catalogue import Catalogue
from generator.records.tree import load_catalogue
from generator.records.version import Version
from generator.records.yaml_writer import to_yaml
from tests.conftest import PROJECT, SAMPLE

TEXT = (PROJECT / "tests" / "desk" / "pasted.txt").read_text("utf8")


@pytest.fixture(scope="module")
def sample() -> Catalogue:
    return load_catalogue(Path(SAMPLE))[0]


@pytest.fixture
def registers(sample: Catalogue) -> DraftRegisters:
    return DraftRegisters(sample, "btp")


def test_the_parts_stand_in_their_keys(registers: DraftRegisters) -> None:
    found = read_pasted(TEXT, "1.009999", registers)
    version = found.version
    assert version is not None
    assert (found.title, found.missing) == ("Cấp bản sao điện tử giấy tờ hộ tịch", ())
    assert [step.name for step in version.steps.items] == ["Bước 1", "Bước 2"]
    assert [one.method for one in version.channels.items] == ["direct", "online"]
    assert {one.document for one in version.legal_basis.items} == {
        "60-2014-qh13",
        "123-2015-nd-cp",
    }
    assert registers.documents == {}


def test_lines_without_a_place_are_given_back_as_they_are(registers: DraftRegisters) -> None:
    found = read_pasted(TEXT, "1.009999", registers)
    assert found.unread == ("MẪU SỐ 01", "Kính gửi: Ủy ban nhân dân xã")


def test_words_without_a_label_stay_unread_as_a_whole(registers: DraftRegisters) -> None:
    found = read_pasted("Hồ sơ gồm:\n\n- Tờ khai", "1.009999", registers)
    assert found.version is None
    assert found.unread == ("Hồ sơ gồm:", "- Tờ khai")


def test_every_line_is_in_the_draft_or_given_back(registers: DraftRegisters) -> None:
    marked = [f"{line} dấu{number}x" for number, line in enumerate(TEXT.splitlines())]
    found = read_pasted("\n".join(marked), "1.009999", registers)
    assert found.version is not None
    documents = [to_yaml("legal-document", one) for one in registers.documents.values()]
    kept = "\n".join([to_yaml("version", found.version), *found.unread, *documents])
    assert [number for number, _ in enumerate(marked) if f"dấu{number}x" not in kept] == []


PARTS = """Cấp thẻ mẫu
Trình tự thực hiện:
Bước 1: Nộp hồ sơ.
Cách thức thực hiện:
| Hình thức nộp | Thời hạn giải quyết | Phí, lệ phí | Mô tả |
| Trực tiếp | 03 ngày làm việc | 8.000 đồng | Tại Trung tâm Phục vụ hành chính công |
| Trực tuyến | 02 ngày làm việc | | Trên Cổng Dịch vụ công |
Thành phần hồ sơ:
{table}
Cơ quan thực hiện: Ủy ban nhân dân cấp xã
"""
PAPERS = """| STT | Tên giấy tờ | Mẫu | Số lượng | Số lượng |
| STT | Tên giấy tờ | Mẫu | Bản chính | Bản sao |
| Trường hợp cấp mới |
| 1 | Tờ khai | Mẫu số 01 | 1 | 0 |
| 2 | Căn cước; ¶ hộ chiếu | | | 02 |"""


def read(text: str, registers: DraftRegisters) -> Version:
    version = read_pasted(text, "1.009999", registers).version
    assert version is not None
    return version


def test_a_table_of_papers_is_read_by_its_columns(registers: DraftRegisters) -> None:
    version = read(PARTS.format(table=PAPERS), registers)
    [group] = version.dossier.groups.items
    assert group.name == "Trường hợp cấp mới"
    assert [(one.name, one.originals, one.copies) for one in group.items] == [
        ("Tờ khai", 1, 0),
        ("Căn cước; hộ chiếu", None, 2),
    ]
    assert [(one.id, one.name) for one in version.forms.items] == [("m1", "Mẫu số 01")]
    assert [one.forms for one in group.items] == [("m1",), ()]


def test_counts_in_one_cell_are_told_apart_or_kept_in_their_words(
    registers: DraftRegisters,
) -> None:
    rows = "| Ảnh | Bản chính: 2 ¶ Bản sao: 1 |\n| Đơn | 01 bản chính |\n| Giấy | 01 |"
    table = f"| Tên giấy tờ | Số lượng |\n{rows}"
    [group] = read(PARTS.format(table=table), registers).dossier.groups.items
    assert [(one.name, one.originals, one.copies, one.text) for one in group.items] == [
        ("Ảnh", 2, 1, None),
        ("Đơn", 1, None, None),
        ("Giấy", None, None, "Số lượng: 01"),
    ]


def test_ways_to_submit_are_read_a_row_each(registers: DraftRegisters) -> None:
    version = read(PARTS.format(table=PAPERS), registers)
    direct, online = version.channels.items
    assert (direct.method, direct.time.value, direct.text) == (
        "direct",
        3,
        "Tại Trung tâm Phục vụ hành chính công",
    )
    assert direct.fees.items[0].amount == 8000
    assert (online.method, online.time.value, online.text) == (
        "online",
        2,
        "Trên Cổng Dịch vụ công",
    )
    assert online.fees.items == ()


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("| Tên giấy tờ | Ghi riêng |\n| Đơn | 1 |", "office.pasted_columns"),
        ("| Tên giấy tờ | Bản chính |\n| Đơn | x |", "office.pasted_count"),
        ("| Tên giấy tờ | Bản chính |\n| Đơn | 1 | 2 |", "office.pasted_cells"),
        ("| Tên giấy tờ | Bản chính |\n| Ghi gì đó |", "office.pasted_cells"),
        ("| Hình thức | Phí |\n| Gửi người quen | 1 |", "office.pasted_method"),
    ],
)
def test_any_other_table_is_refused(registers: DraftRegisters, table: str, key: str) -> None:
    with pytest.raises(UnreadableTableError) as refused:
        read_pasted(PARTS.format(table=table), "1.009999", registers)
    assert refused.value.key == key


def test_a_table_without_labels_around_it_is_refused(registers: DraftRegisters) -> None:
    with pytest.raises(UnreadableTableError) as refused:
        read_pasted(PAPERS, "1.009999", registers)
    assert refused.value.key == "office.pasted_without_labels"


@pytest.mark.parametrize(
    "label", ["{words}:", "- {words}:", "{number}\t{words}:", "{number}. {words}", "{words}"]
)
def test_labels_count_with_any_number_or_none(registers: DraftRegisters, label: str) -> None:
    words = ["Trình tự thực hiện", "Cách thức thực hiện", "Thành phần hồ sơ", "Căn cứ pháp lý"]
    said = ["Nộp đơn.", "Nộp trực tiếp", "- Đơn", "Luật Hộ tịch số 60/2014/QH13"]
    heads = [label.format(words=one, number=at) for at, one in enumerate(words, 1)]
    lines = [one for pair in zip(heads, said, strict=True) for one in pair]
    version = read("\n".join(["Cấp thẻ mẫu", *lines]), registers)
    assert version.title == "Cấp thẻ mẫu"
    assert version.steps.items[0].text == "Nộp đơn."
    assert version.dossier.groups.items[0].items[0].name == "Đơn"
    assert [one.document for one in version.legal_basis.items] == ["60-2014-qh13"]


def test_labels_in_one_column_have_their_words_beside(registers: DraftRegisters) -> None:
    rows = "| 1 | Trình tự thực hiện | Nộp đơn. |\n| 2 | Thành phần hồ sơ | - Đơn; ¶ - Ảnh |"
    found = read_pasted(f"{rows}\n| 3 | Phí, lệ phí | Không |", "1.009999", registers)
    assert found.version is not None
    assert [one.name for one in found.version.dossier.groups.items[0].items] == ["Đơn", "Ảnh"]
    assert found.unread == ()


def test_a_second_procedure_without_numbers_stays_unread(registers: DraftRegisters) -> None:
    one = PARTS.format(table="- Đơn")
    found = read_pasted(
        f"{one}\nCấp thẻ hai\n{one.replace('Nộp hồ sơ', 'Việc hai')}", "x", registers
    )
    assert found.version is not None
    assert any("Việc hai" in line for line in found.unread)


def test_what_the_words_lack_is_asked_for_and_headings_are_no_notes(
    registers: DraftRegisters,
) -> None:
    text = (
        "Cấp thẻ mẫu\n1. Trình tự thực hiện: Nộp hồ sơ.\n2. Cách thức thực hiện: Trực tiếp.\n"
        "3. Thành phần, số lượng hồ sơ:\n* Thành phần hồ sơ:\n- Tờ khai;\n"
        "* Số lượng hồ sơ: 01 bộ.\n8. Phí, lệ phí: 8.000 đồng/bản.\n"
    )
    found = read_pasted(text, "1.009999", registers)
    assert found.version is not None
    written = to_yaml("version", found.version)
    assert (found.version.dossier.sets, found.version.dossier.text) == (1, None)
    assert found.version.conditions.not_stated == "Lời văn đã dán không có phần này."
    assert "TODO" not in written
    assert "Word" not in written
    assert found.unread == ()


def test_a_line_that_says_more_than_the_count_stays(registers: DraftRegisters) -> None:
    text = TEXT.replace("01 bộ", "01 bộ, kèm 02 bản sao")
    found = read_pasted(text, "1.009999", registers)
    assert found.version is not None
    assert found.version.dossier.text == "b) Số lượng hồ sơ: 01 bộ, kèm 02 bản sao"


PLAIN = """a) Trình tự thực hiện:
Người yêu cầu nộp hồ sơ.
b) Cách thức thực hiện: Trực tiếp tại UBND cấp xã.
c) Thành phần, số lượng hồ sơ:
{papers}
d) Thời hạn giải quyết: 5 ngày làm việc.
đ) Đối tượng thực hiện: Cá nhân.
e) Cơ quan thực hiện: UBND cấp xã.
l) Căn cứ pháp lý:
- Luật Hộ tịch năm 2014
- Luật Hộ tịch năm 2013
"""


@pytest.mark.parametrize("mark", ["* ", "- ", "c.1) ", ""])
def test_headings_of_papers_are_groups_and_no_papers(registers: DraftRegisters, mark: str) -> None:
    papers = (
        f"{mark}Giấy tờ phải xuất trình\n- Căn cước công dân\n"
        f"{mark}Giấy tờ phải nộp:\n- Tờ khai\n- Bản sao giấy chứng sinh"
    )
    version = read_pasted(PLAIN.format(papers=papers), "x", registers).version
    assert version
    said = [
        (one.name, [(item.name, item.presented_only) for item in one.items])
        for one in version.dossier.groups.items
    ]
    assert [(name.lstrip("* -c.1)"), items) for name, items in said if name] == [
        ("Giấy tờ phải xuất trình", [("Căn cước công dân", True)]),
        ("Giấy tờ phải nộp", [("Tờ khai", False), ("Bản sao giấy chứng sinh", False)]),
    ]


def test_a_law_named_by_its_year_and_a_short_agency_are_those_of_the_registers(
    registers: DraftRegisters,
) -> None:
    found = read_pasted(PLAIN.format(papers="- Tờ khai"), "x", registers)
    assert found.version
    law, other = (one.document for one in found.version.legal_basis.items)
    assert law == "60-2014-qh13"
    assert other in registers.documents
    assert [one.agency for one in found.version.agencies.executing.items] == ["ubnd-cap-xa"]
    assert found.version.levels.items == ("commune",)
    assert [one.kind for one in found.remarks] == ["citizens_assumed"]


NAMED = """Cấp thẻ mẫu
{steps}:
Bước 1: Nộp hồ sơ.
{channels}: Nộp trực tiếp.
Lĩnh vực: Việc giả định
{dossier}:
- Đơn đề nghị
{time}: 3 ngày làm việc
{applicants}: Cá nhân
{agencies}: Ủy ban nhân dân cấp xã
{results}: Thẻ
{fees}: Không
{forms}:
- Đơn đề nghị (Mẫu số 01)
{conditions}: Không
{legal_basis}:
- Luật Hộ tịch số 60/2014/QH13
"""
KEYS = tuple(part.value for part in ContentPart)
LEGAL_PARTS = {key: words_of("vi")(f"legal_part.{key}") for key in KEYS}
PAGE_PARTS = {key: words_of("vi")(f"part.{key}") for key in KEYS}
SHORT = {"time": "Thời hạn", "results": "Kết quả", "fees": "Mức phí", "forms": "Biểu mẫu"}


@pytest.mark.parametrize(
    "names",
    [LEGAL_PARTS, PAGE_PARTS, LEGAL_PARTS | SHORT],
    ids=["desk", "page", "short"],
)
def test_a_part_is_known_by_every_name_that_it_has(
    names: dict[str, str], registers: DraftRegisters
) -> None:
    found = read_pasted(NAMED.format_map(names), "1.009999", registers)
    assert found.version
    assert found.missing == ()
    assert [one.name for one in found.version.forms.items] == ["Đơn đề nghị (Mẫu số 01)"]
    [fee] = found.version.channels.items[0].fees.items
    assert (fee.state, fee.text) == ("absent", "Không")
    assert found.unread == ("Lĩnh vực: Việc giả định",)


def test_a_name_of_a_part_among_its_words_is_no_label_where_the_usual_one_stands(
    registers: DraftRegisters,
) -> None:
    text = NAMED.format_map(LEGAL_PARTS | {"forms": "Tên mẫu đơn, mẫu tờ khai"})
    text = text.replace("Bước 1: Nộp hồ sơ.", "Bước 1: Nộp hồ sơ.\nThời hạn: trong giờ làm việc.")
    version = read(text, registers)
    assert version.channels.items[0].time.value == 3
    assert "trong giờ làm việc" in (version.steps.items[0].text or "")


def test_a_title_keeps_no_word_for_what_every_title_is_of(registers: DraftRegisters) -> None:
    text = NAMED.format_map(LEGAL_PARTS).replace("Cấp thẻ mẫu", "Thủ tục cấp thẻ mẫu")
    found = read_pasted(text, "1.009999", registers)
    assert found.version
    assert (found.title, found.version.title) == ("Cấp thẻ mẫu", "Cấp thẻ mẫu")


def test_a_line_of_documents_that_stand_in_the_draft_has_its_place(
    registers: DraftRegisters,
) -> None:
    line = "- Thông tư số 907/2021/TT-BTP ngày 02/3/2021; Thông tư số 908/2021/TT-BTP"
    found = read_pasted(f"{NAMED.format_map(LEGAL_PARTS)}{line}\n", "1.009999", registers)
    assert found.version
    documents = [one.document for one in found.version.legal_basis.items]
    assert documents[1:] == ["907-2021-tt-btp", "908-2021-tt-btp"]
    assert line not in found.unread
