"""Rules on hygiene: no test data, no personal numbers, no unfinished text."""

import re
from collections.abc import Iterator

from generator.findings.problem import Pointer, Severity
from generator.law.rules.engine import Breach, Rule, here
from generator.law.rules.sources import PERSONAL_DATA, PRACTICE
from generator.law.rules.text import EVERY_KIND
from generator.law.rules.traversal import texts_of, whole_text
from generator.records.decision import Decision
from generator.records.registers import Agency, Settings
from generator.records.version import Version

TEST_MARK = re.compile(r"TEST|\bDemo\b|-Xoa\b")
"""Marks of test data seen in production: "QĐ000001SNNTEST", "Demo/QĐ-BCA", "1.014955-Xoa"."""

_MOBILE = re.compile(r"(?<![0-9])(?:\+?84|0)(?:3|5|7|8|9)[0-9](?:[ .-]?[0-9]){7}(?![0-9])")
"""A mobile number under the numbering plan of 2018: ten digits after the leading 0."""

_PLACEHOLDER = re.compile(
    r"\b(?:lorem(?: ipsum)?|TODO|FIXME|xxx+)\b|\?\?\?|…{3,}|\.{8,}",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\W*(?:đang (?:được )?(?:cập nhật|bổ sung|hoàn thiện|chờ)|(?:sẽ )?cập nhật sau|bổ sung sau"
    r"|chưa (?:cập nhật|có (?:nội dung|thông tin))|nội dung|tạm(?: thời)?|n/a|abc|asdf\w*"
    r"|test|thử|tbd|x{2,}|…|\.{3})\W*",
    re.IGNORECASE,
)
"""What stands for a text that is still to come, when nothing else is said."""
_FILL_IN = r"(?:điền|nhập|ghi|viết|bổ sung|chèn|nội dung)\b"
_TO_FILL_IN = re.compile(
    rf"[{{<]{_FILL_IN}[^{{}}<>]{{0,60}}[}}>]|\({_FILL_IN}[^()]{{0,40}} sau\)"
    rf"|\[(?:{_FILL_IN}|tên\b|số\b|ngày\b)[^\[\]]{{0,60}}\]|\[(?:…|\.{{3}})\]"
    r"|\{\{.{0,60}?\}\}|\b(?:điền|viết|ghi|làm|bổ sung) sau\b\W*\Z",
    re.IGNORECASE,
)
"""A note of what is to be written in its place."""
_HINTS = (
    "lorem",
    "todo",
    "fixme",
    "xxx",
    "???",
    "………",
    "........",
)
"""Without one of these, in lower case, there is no placeholder; they are faster to search for."""


def _test_data(record: Decision | Version) -> Iterator[Breach]:
    key = "number" if isinstance(record, Decision) else "title"
    found = getattr(record, key)
    if TEST_MARK.search(found):
        yield here(key, found=found)


def _mobile_numbers(record: Version | Agency | Settings) -> Iterator[Breach]:
    """The number of a unit is printed, that of a person is not."""
    for pointer, text in _contact_texts(record):
        number = _MOBILE.search(text)
        if number:
            yield here(*pointer, found=number[0])


def _contact_texts(record: Version | Agency | Settings) -> Iterator[tuple[Pointer, str]]:
    match record:
        case Version():
            for position, channel in enumerate(record.channels.items):
                for key in ("address", "text"):
                    yield ("channels", "items", position, key), getattr(channel, key) or ""
        case Agency():
            for key in ("address", "phone", "hours"):
                yield (key,), getattr(record, key) or ""
        case Settings():
            for position, contact in enumerate(record.contacts):
                for key in ("name", "address", "phone"):
                    yield ("contacts", position, key), getattr(contact, key) or ""


def _unfinished(record: object) -> Iterator[Breach]:
    written_here = getattr(record, "source", None) is None
    whole = whole_text(record).lower()
    marked = any(hint in whole for hint in _HINTS)
    to_fill_in = written_here and any(hint in whole for hint in _HINTS_OF_NOTES)
    if not (written_here or marked):
        return
    for pointer, text in texts_of(record):
        mark = (marked and _PLACEHOLDER.search(text)) or (to_fill_in and _TO_FILL_IN.search(text))
        short = written_here and len(text) <= _SHORT and pointer[-1:] != ("number",)
        mark = mark or (short and _NOT_YET.fullmatch(text))
        if mark and not _is_a_blank(text, mark):
            yield here(*pointer, found=mark[0])


_HINTS_OF_NOTES = ("[", "{", "<", " sau")
_SHORT = 60
"""Letters of the longest text that says no more than that it is to come."""


def _is_a_blank(text: str, mark: re.Match[str]) -> bool:
    """Dotted lines are blanks to fill in, when there is more to the text."""
    return mark[0][0] in ".…" and len(text) > len(mark[0])


RULES = (
    Rule("VS501", Severity.ERROR, PRACTICE, _test_data, ("decision", "version")),
    Rule(
        "VS511",
        Severity.WARNING,
        PERSONAL_DATA,
        _mobile_numbers,
        ("version", "agency", "catalogue"),
    ),
    Rule(
        "VS512",
        Severity.WARNING,
        PRACTICE,
        _unfinished,
        EVERY_KIND,
    ),
)
