"""Bytes of a file into the parts of a .docx that are read; what a file is, its bytes say.

A .docx is a zip (ISO/IEC 29500-2), a .doc an OLE compound file (MS-CFB), where a .docx with a
password lies as well. Limits are on the number of entries, their size and their ratio.
"""

import io
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from generator.exports.word.carried import NAMESPACE
from generator.findings.worded_error import WordedError
from generator.records.received import (
    CONVERTING_SECONDS,
    MOST_OFFICE_ENTRIES,
    MOST_OFFICE_FILE,
    MOST_OFFICE_PART,
    MOST_UNPACKED,
    OFFICE_RATIO,
    OFFICE_RATIO_FROM,
    ReceivedLimitError,
    read_bounded,
)

PARTS = re.compile(
    r"word/(?:(?P<one>numbering|styles|footnotes|endnotes|comments|settings)\d*"
    r"|(?P<many>(?:header|footer|diagrams/data)\d*))\.xml"
    r"|customXml/(?!itemProps)[\w.-]+\.xml"
)
"""The parts of a .docx that are read beside its main part, some of which some programs number; of
others' data, what an export carries.
"""
CARRIED = "carried"
"""What the part is called that carries the record of an export."""
_RELATIONS = "_rels/.rels"
_MAIN = re.compile(r"""Target=["']/?(word/[\w.-]+\.xml)["']""")
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_LARGEST_SECTOR = 12
"""Sectors have 512 or 4,096 bytes."""


class UnreadableFileError(WordedError):
    """A file cannot be read."""


def read_file_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises UnreadableFileError for none, and for too many."""
    try:
        return read_bounded(path, MOST_OFFICE_FILE)
    except ReceivedLimitError as error:
        raise UnreadableFileError("office.too_large", **error.values) from None
    except OSError as error:
        raise UnreadableFileError("office.no_file", reason=error) from None


def read_parts(content: bytes) -> Mapping[str, bytes]:
    """The parts of a .docx by name; a .doc goes through LibreOffice where it is installed.

    Raises UnreadableFileError for everything else.
    """
    kind = sniff(content)
    if kind == "doc":
        content = convert_to_docx(content)
        kind = sniff(content)
    if kind != "docx":
        raise UnreadableFileError(f"office.is.{kind}")
    return _unpack(content)


def sniff(content: bytes) -> str:
    """What bytes are: docx, xlsx, odt, zip, doc, ole, locked, pdf, rtf, empty or unknown."""
    if not content:
        return "empty"
    if content.startswith(_OLE):
        return _sniff_ole(content)
    if content.startswith(b"PK"):
        return _sniff_zip(content)
    heads = {b"%PDF": "pdf", b"{\\rt": "rtf"}
    return heads.get(content[:4], "unknown")


def _sniff_ole(content: bytes) -> str:
    names = {"EncryptedPackage": "locked", "WordDocument": "doc"}
    for name, kind in names.items():
        if name.encode("utf-16-le") in content:
            return "broken" if _is_cut(content) else kind
    return "broken" if _is_cut(content) else "ole"


def _is_cut(content: bytes) -> bool:
    """Whether a compound file ends before the sectors that its head counts (MS-CFB, 2.2)."""
    size = 1 << min(int.from_bytes(content[30:32], "little"), _LARGEST_SECTOR)
    tables, directory = (int.from_bytes(content[at : at + 4], "little") for at in (44, 48))
    listed = (tables - 1) * (size // 4)
    return len(content) <= max(listed, directory) * size


def _sniff_zip(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = set(package.namelist())
            main = _main_part(package)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError):
        return "broken"
    if main in names:
        return "docx"
    kinds = {"xl/workbook.xml": "xlsx", "content.xml": "odt"}
    return next((kind for name, kind in kinds.items() if name in names), "zip")


def _unpack(content: bytes) -> Mapping[str, bytes]:
    parts = {}
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        main = _main_part(package)
        for entry in read_entries(package):
            if entry.filename == main:
                parts["document"] = read_entry(package, entry)
            elif part := PARTS.fullmatch(entry.filename):
                content = read_entry(package, entry)
                name = part["one"] or part["many"]
                if name or NAMESPACE.encode() in content:
                    parts[name or CARRIED] = content
    return parts


def _main_part(package: zipfile.ZipFile) -> str:
    """The name of the part with the text: some programs call it word/document2.xml."""
    entry = next((one for one in package.infolist() if one.filename == _RELATIONS), None)
    said = read_entry(package, entry).decode("utf-8", "replace") if entry else ""
    for relation in re.findall(r"<Relationship\b[^>]*>", said):
        if '/officeDocument"' in relation and (found := _MAIN.search(relation)):
            return found[1]
    return "word/document.xml"


def read_entries(package: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The entries of a zip. Raises UnreadableFileError for too many, or too much in all."""
    entries = package.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_OFFICE_ENTRIES or unpacked > MOST_UNPACKED:
        raise UnreadableFileError("office.bomb")
    return entries


def refuse_bomb(entry: zipfile.ZipInfo) -> None:
    """Raise UnreadableFileError for an entry of a zip that says it is no text of a document."""
    packed = max(entry.compress_size, 1)
    tight = entry.file_size > OFFICE_RATIO_FROM and entry.file_size > OFFICE_RATIO * packed
    if tight or entry.file_size > MOST_OFFICE_PART:
        raise UnreadableFileError("office.bomb")


def read_entry(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """An entry of a zip. Raises UnreadableFileError when it is locked, broken, or a bomb."""
    refuse_bomb(entry)
    try:
        with package.open(entry) as file:
            content = file.read(MOST_OFFICE_PART + 1)
    except Exception as error:  # zlib, lzma, zipfile and struct each have errors of their own
        raise UnreadableFileError("office.is.broken") from error
    if len(content) > MOST_OFFICE_PART:
        raise UnreadableFileError("office.bomb")
    return content


def convert_to_docx(content: bytes) -> bytes:
    """A .doc as LibreOffice converts it. Raises UnreadableFileError without LibreOffice."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise UnreadableFileError("office.is.doc")
    with tempfile.TemporaryDirectory(prefix="niemyet-") as folder:
        source = Path(folder) / "van-ban.doc"
        source.write_bytes(content)
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "docx", "--outdir", folder]
        try:
            subprocess.run(
                [*command, str(source)],
                capture_output=True,
                check=True,
                timeout=CONVERTING_SECONDS,
            )
            return source.with_suffix(".docx").read_bytes()
        except (subprocess.SubprocessError, OSError):
            raise UnreadableFileError("office.not_converted") from None
