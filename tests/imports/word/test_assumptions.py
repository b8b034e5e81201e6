"""What a draft says though no file does stands in it as a question to a person."""

from pathlib import Path

import pytest

from generator.imports.word.assumptions import notes_on_assumed
from generator.imports.word.drafts import draft_decision_of
from generator.imports.word.pairing import ListedContent
from generator.imports.word.reading import read_word_file
from generator.imports.word.remarks import WordRemark
from generator.imports.word.sources import GivenByUser, read_sources_of
from generator.records.catalogue import Catalogue
from generator.records.registers import TODO
from generator.records.tree import load_catalogue
from tests.imports.word.annexes import NAMES, content_blocks, decision_blocks
from tests.imports.word.documents import paragraph, table, write_docx
from tests.imports.word.test_content_tables import version_in

NOTHING = ListedContent(None, None)


@pytest.fixture(scope="module")
def sample() -> Catalogue:
    return load_catalogue(Path("catalogue"))[0]


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("no_method", "cách nộp"),
        ("citizens_assumed", "Công dân Việt Nam"),
        ("organisations_assumed", "hợp tác xã"),
        ("comma_assumed", "thiếu dấu phẩy"),
    ],
)
def test_what_is_assumed_is_asked_once(kind: str, asked: str) -> None:
    (note,) = notes_on_assumed([WordRemark(kind), WordRemark(kind)], NOTHING)
    assert note.startswith(f"{TODO}: ")
    assert asked in note


def test_nothing_is_asked_where_nothing_is_assumed() -> None:
    assert not list(notes_on_assumed([WordRemark("unread_rows")], NOTHING))


@pytest.mark.parametrize("is_read", [True, False])
def test_a_fee_of_the_list_is_asked_about_where_that_of_the_contents_is_not_read(
    is_read: bool, tmp_path: Path, sample: Catalogue
) -> None:
    head = paragraph("DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH LĨNH VỰC TRỒNG TRE")
    listed = table(("STT", "Tên thủ tục hành chính", "Phí, lệ phí"), ("1", NAMES[0], "5.000 đồng"))
    contents = content_blocks(NAMES[0], 1, drift=not is_read)
    file = read_word_file(
        write_docx(tmp_path / "a.docx", *decision_blocks(), head, listed, *contents)
    )
    drafted = draft_decision_of([read_sources_of(file)], sample, GivenByUser())
    asked = [one for one in version_in(drafted).notes if "đang ghi theo danh mục" in one]
    assert bool(asked) is not is_read
