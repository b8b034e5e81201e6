"""Carry out a mend that retypes a value or a line, as it follows from the words of the finding."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import yaml

from generator.findings.finding import Finding
from tests.law.mending import find_scalar

_Retyped = Callable[[str, re.Match[str], str], str]
"""The new value: from the old one, what the clause says, and the detail of the finding."""
_TURNING = re.compile(r"[\u200e\u200f\u202a-\u202e]")
_DAY = r"(?P<day>[0-9]{2}/[0-9]{2}/[0-9]{4})"


def _iso(day: str) -> str:
    return "-".join(reversed(day.split("/")))


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def _quoted(detail: str, last: bool = False) -> str:
    """What a detail puts in quotation marks, the first time or the last."""
    return re.findall("“([^”]*)”", detail)[-1 if last else 0]


def _written(detail: str) -> str:
    """The value of a colon at the end of a detail."""
    return detail.rpartition(": ")[2]


_RETYPED: tuple[tuple[str, _Retyped], ...] = (
    (r"bỏ dấu ở cuối", lambda old, _, __: old.rstrip(" .;:,")),
    (r"bỏ dấu cách thừa", lambda old, _, __: _squeeze(old)),
    (r"viết tên trên một dòng", lambda old, _, __: _squeeze(old)),
    (r"viết hoa chữ đầu \((?P<first>.)\)", lambda old, told, _: told["first"] + old[1:]),
    (r"bỏ một lần “(?P<word>.+)”", lambda old, told, _: old.replace(f"{told['word']} ", "", 1)),
    (r"xóa ký hiệu (?P<sign>\S)", lambda old, told, _: old.replace(told["sign"], "")),
    (r"bỏ mã khỏi tên", lambda old, _, detail: _squeeze(
        re.sub(rf"\(?{re.escape(detail.split()[-1].rstrip('.'))}\)?", "", old)
    )),
    (r"xóa số thứ tự", lambda old, _, detail: old.removeprefix(_quoted(detail)).strip()),
    (r"viết “(?P<right>[^”]+)”", lambda old, told, detail: old.replace(
        _quoted(detail, last=True), told["right"]
    )),
    (r"thường viết là “(?P<right>[^”]+)”", lambda old, told, detail: old.replace(
        _quoted(detail, last=True), told["right"]
    )),
    (r"xóa một lần", lambda old, _, detail: _squeeze(old.replace(_written(detail), "", 1))),
    (r"xóa phần chép thừa", lambda old, _, detail: _squeeze(
        old.replace(_quoted(detail, last=True), "")
    )),
    (r"xóa một dấu", lambda old, _, detail: old.replace(_quoted(detail, last=True), ",")),
    (r"thêm dấu đóng ngoặc", lambda old, _, __: f"{old.rstrip('.')})."),
    (r"thêm dấu nháy còn thiếu", lambda old, _, __: f"{old}”"),
    (r"đủ rồi thì thêm dấu chấm", lambda old, _, __: f"{old}."),
    (r"gõ lại phần đầu là https://", lambda old, _, __: re.sub(
        r"https?:?/*(?=\w)", "https://", old
    )),
    (r"(?:gõ đảo thì )?sửa thành " + _DAY, lambda _, told, __: _iso(told["day"])),
    (r"ghi ngày (?:có hiệu lực là )?" + _DAY, lambda _, told, __: _iso(told["day"])),
    (r"gõ nhầm thì sửa tên miền thành (?P<domain>[\w.]+\w)", lambda old, told, _: (
        f"{old.partition('@')[0]}@{told['domain']}"
    )),
    (r".*\(trong ngoặc ở trên", lambda _, __, detail: re.findall(r"\(`([\w-]+)`\)", detail)[-1]),
    (r".*chọn một trong: `(?P<choice>\w+)`", lambda _, told, __: told["choice"]),
    (r"gõ thừa thì xóa chữ ấy", lambda old, _, __: _squeeze(
        re.sub(r"\b(?:TEST|Demo)\b|-Xoa\b", "", old)
    )),
    (r"xóa rồi gõ lại đoạn này", lambda old, _, __: _TURNING.sub("", old)),
    (r"lời đúng thì viết (?:lại bằng chữ thường|như trong câu)", lambda old, _, __: (
        old.capitalize()
    )),
    (r"viết đủ chữ như trong quyết định", lambda old, _, detail: old.replace(
        _quoted(detail, last=True), detail.rpartition("nghĩa là ")[2].rstrip(".")
    )),
    (r"chọn một cách cho cả tệp", lambda old, _, detail: old.replace(
        _quoted(detail, last=True), _quoted(detail)
    )),
    (r"gõ lại đoạn này bằng bộ gõ Unicode", lambda old, _, __: old.replace("Ð", "Đ")),
    (r"ghi tên không kèm loại", lambda old, _, __: old.partition(" ")[2]),
)  # fmt: skip
"""What a clause begins with, and the value that it asks for."""


def retype(catalogue: Path, finding: Finding, clause: str) -> bool:
    """Put the value that a clause asks for at the place of a finding; False where none follows."""
    file = catalogue / finding.path
    text = file.read_text("utf8") if file.exists() else ""
    if finding.code.startswith("YM"):
        return _retype_line(file, text, finding, clause)
    found = find_scalar(text, finding) if text else None
    for pattern, retyped in _RETYPED if found else ():
        told = re.match(pattern, clause)
        if told and found:
            new = retyped(found.value, told, finding.detail)
            file.write_text(_replaced(text, found, new), "utf8", newline="\n")
            return new != found.value
    return False


_LINES: tuple[tuple[str, str, str], ...] = (
    (r".*đặt cả (?:câu|dòng) (?:sau tên mục )?trong nháy kép", r": (.*)", r': "\1"'),
    (r"thêm dấu cách: `- ", r"^(\s*)-(?=\w)", r"\1- "),
    (r"bỏ phần bắt đầu bằng dấu chấm than", r"!\w+ ", ""),
    (r"bỏ phần giờ", r": (\S{10})T.*", r': "\1"'),
    (r".*giữ dòng đúng, xóa dòng kia", r"^.*", ""),
    (r"là ghi chú thì chuyển xuống một dòng riêng", r"^(\s*)(.*) (#.*)", r"\1\2\n\1\3"),
)
"""What a clause begins with, and what it changes in the line of a file that cannot be read."""


def _retype_line(file: Path, text: str, finding: Finding, clause: str) -> bool:
    lines = text.splitlines()
    for told, old, new in _LINES:
        if re.match(told, clause) and 0 < finding.line <= len(lines):
            lines[finding.line - 1] = re.sub(old, new, lines[finding.line - 1], count=1)
            file.write_text("\n".join((*lines, "")), "utf8", newline="\n")
            return True
    return False


def _replaced(text: str, node: yaml.ScalarNode, value: str) -> str:
    start, end = node.start_mark.index, node.end_mark.index
    rest = text[end:] if node.style not in ("|", ">") else f"\n{text[end:]}"
    written = value if value.isdigit() and not node.style else json.dumps(value, ensure_ascii=False)
    return f"{text[:start]}{written}{rest}"
