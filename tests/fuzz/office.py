"""Damaged Word and Excel files: each is read, or refused in a sentence."""

import io
import random
import tempfile
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import lxml.etree

from generator.imports.excel.compare import compare_list
from generator.imports.excel.drafts import draft_listed
from generator.imports.excel.reading import read_excel_list
from generator.imports.word.draft_files import draft_files
from generator.imports.word.drafts import draft_decision_of
from generator.imports.word.ledger import keep_ledger
from generator.imports.word.package import UnreadableFileError
from generator.imports.word.reading import read_word_file
from generator.imports.word.registers import DraftRegisters
from generator.imports.word.report import ReportPart, render_word_report
from generator.imports.word.sources import GivenByUser, read_sources_of
from generator.locale import words_of
from generator.records.catalogue import Catalogue
from generator.records.tree import load_catalogue
from tests.conftest import SAMPLE
from tests.imports.excel.test_excel import written
from tests.imports.word.annexes import contents_of, decision_blocks, list_blocks, write_annex
from tests.imports.word.processes import one_table

_TITLES = ("Cấp giấy phép trồng tre", "Cấp lại giấy phép trồng tre (do bị mất)")
_HEADER = ("STT", "MÃ TTHC", "Tên TTHC", "Lĩnh vực", "Phí", "Lệ Phí", "Cấp thực hiện")
_ROW = (1, "2.000674", "Cấp giấy phép", "Xăng dầu", "", "", "Cấp tỉnh, Cấp xã")
_TEXTS = (
    "", " " * 3000, "1", "a" * 3000, "\u202e", "\u00a0", "1.1.1.", "Điều 1", "Số: 17/QĐ-UBND",
    "m)", "z.", "-1", "01/01/0000", "ngày 31 tháng 2 năm 2026", "99999999999999999999", "²",
    "1.000.000.000 đồng", "=1+1", "\n",
)  # fmt: skip


def read_word(chance: random.Random) -> str:
    """A damaged decision in Word becomes drafts and a report, or is refused."""
    return _try(_damaged(chance, _word_bytes()), "a.docx", _draft_word)


def read_excel(chance: random.Random) -> str:
    """A damaged list in Excel is compared and drafted, or refused."""
    return _try(_damaged(chance, _excel_bytes()), "a.xlsx", _draft_excel)


def _try(content: bytes, name: str, read: Callable[[Path], None]) -> str:
    with tempfile.TemporaryDirectory(prefix="niemyet-fuzz-") as folder:
        file = Path(folder) / name
        file.write_bytes(content)
        try:
            read(file)
        except UnreadableFileError as error:
            return "" if words_of("vi")(error.key, **error.values) else f"{error.key} has no words"
        except Exception as error:
            kept = Path(tempfile.gettempdir()) / f"fuzz-found-{abs(hash(content)):x}-{name}"
            kept.write_bytes(content)
            return f"{kept}: {type(error).__name__}: {error}"
    return ""


def _draft_word(file: Path) -> None:
    sources = read_sources_of(read_word_file(file))
    drafted = draft_decision_of([sources], _catalogue(), GivenByUser())
    draft_files(drafted, SAMPLE)
    render_word_report([ReportPart(drafted, keep_ledger(drafted))], words_of("vi"))


def _draft_excel(file: Path) -> None:
    comparison = compare_list(read_excel_list(file).rows, _catalogue())
    registers = DraftRegisters(_catalogue(), _catalogue().settings.publisher)
    list(draft_listed(comparison.only_here, registers))


@cache
def _catalogue() -> Catalogue:
    return load_catalogue(SAMPLE)[0]


@cache
def _word_bytes() -> bytes:
    with tempfile.TemporaryDirectory(prefix="niemyet-fuzz-") as folder:
        blocks = (*decision_blocks(), *list_blocks(), *contents_of(*_TITLES), one_table())
        return write_annex(Path(folder) / "a.docx", *blocks).read_bytes()


@cache
def _excel_bytes() -> bytes:
    with tempfile.TemporaryDirectory(prefix="niemyet-fuzz-") as folder:
        return written(Path(folder) / "a.xlsx", _HEADER, _ROW, _ROW).read_bytes()


def _damaged(chance: random.Random, content: bytes) -> bytes:
    """A package with bytes changed, a part lost, or elements and texts moved within a part."""
    if chance.random() < 0.15:
        return _changed_bytes(chance, content)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = chance.choice([one for one in parts if one.endswith(".xml")])
    if chance.random() < 0.05:
        del parts[name]
    elif chance.random() < 0.15:
        parts[name] = _changed_bytes(chance, parts[name])
    else:
        parts[name] = _changed_tree(chance, parts[name])
    return _packed(parts)


def _packed(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target.getvalue()


def _changed_bytes(chance: random.Random, content: bytes) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 8))):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    if chance.random() < 0.1:
        del damaged[chance.randrange(len(damaged)) :]
    return bytes(damaged)


def _changed_tree(chance: random.Random, content: bytes) -> bytes:
    root = lxml.etree.fromstring(content)
    for _ in range(chance.choice((1, 2, 5, 20))):
        nodes = list(root.iter())
        node, other = chance.choice(nodes), chance.choice(nodes)
        match chance.randrange(4):
            case 0 if node.getparent() is not None:
                node.getparent().remove(node)
            case 1 if node not in other.iterancestors() and node is not other:
                other.append(node)
            case 2 if node.attrib:
                node.attrib[chance.choice(list(node.attrib))] = _plain(chance)
            case _:
                node.text = _plain(chance)
    return bytes(lxml.etree.tostring(root))


def _plain(chance: random.Random) -> str:
    return chance.choice(_TEXTS)
