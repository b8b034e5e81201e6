"""Rules on words that tell another thing than what is recorded beside them.

Records that were imported are as their source has them, and are not judged here.
"""

import re
from collections.abc import Iterator

from generator.findings.problem import Pointer, Severity
from generator.law.durations import DURATION_UNITS
from generator.law.rules.contradictions import SUM
from generator.law.rules.engine import Breach, Rule, here
from generator.law.rules.registers_read import TERMS
from generator.law.rules.sources import (
    FEES,
    FORM_OF_NUMBERS,
    HOUSE,
    PARTIAL_SERVICES,
    PRACTICE,
    TIME_LIMITS,
)
from generator.law.rules.traversal import texts_of, whole_text
from generator.law.text import excerpt
from generator.records.stated import Duration
from generator.records.version import Channel, Version

_FEE = re.compile(
    r"(?<!miễn )(?<!giảm )\b(?:lệ phí|(?<!lệ )phí|mức thu)\b(?P<between>[^.;]{0,30}?)"
    r"(?<![\d.,])(?P<sum>[1-9][0-9]{0,2}(?:\.[0-9]{3})+)\s*(?:đồng|đ\b|vnđ)",
    re.I,
)
_NOT_THE_FEE = re.compile(r"miễn|giảm|phạt|bảo đảm|đặt cọc|ký quỹ|tài sản|vốn|dưới|trên|từ ", re.I)
_AFTER = re.compile(
    r"\b(?:thời hạn giải quyết|(?:nhận|trả) kết quả(?: sau| trong)?|giải quyết trong)\s*+"
    r"(?:là|không quá|sau|trong)?\s*+:?\s*+(?P<value>[0-9]{1,3})\s*+"
    rf"(?P<unit>{'|'.join(DURATION_UNITS)})\b",
    re.I,
)
_HANDS_OUT = re.compile(
    r"(?:\W*bước 1\W+)?(?:ghi (?:vào )?sổ (?:và|,) |trả kết quả|nhận (?:kết quả|giấy|thẻ)\b"
    r"|(?:ký,? )?cấp (?:giấy|trích lục|thẻ)\b)",
    re.I,
)
_HANDS_IN = re.compile(
    r"(?:\W*bước \d+\W+)?(?:(?:người|công dân|tổ chức|chủ|các bên)\b[^.;]{0,40}? )?nộp "
    r"(?:hồ sơ|tờ khai|đơn|đủ|trực tiếp)",
    re.I,
)
_ORIGINALS = re.compile(
    r"(?:đối chiếu|nộp|xuất trình|kiểm tra|thu(?: lại)?) (?:\w+ )?bản (?:chính|gốc)", re.I
)
_FORM = re.compile(r"\W*(?:mẫu )?(?:tờ khai|đơn|giấy đề nghị|phiếu|văn bản đề nghị)\b", re.I)
_BROKEN_ADDRESS = re.compile(
    r"(?<![\w@./-])(?:https?(?!://)[:;]?\s?[/\\]{1,2}(?=\w)|(?!https?:)ht{1,3}ps?s?:[/\\]{1,2}(?=\w)"
    r"|www?[,;]\w|(?:ww|wwww)\.\w)",
    re.I,
)
"""How the beginning of an address is mistyped: https//, htp://, http:/, www,"""


def _sum_but_not_stated(version: Version) -> Iterator[Breach]:
    """A fee that is not stated, and words of it that name a sum."""
    for position, channel in enumerate(version.channels.items):
        place: Pointer = ("channels", "items", position, "fees")
        said = [((*place, "text"), channel.fees.text)] if channel.fees.not_stated else []
        for index, fee in enumerate(channel.fees.items):
            if fee.state == "not_stated":
                said.append(((*place, "items", index, "state"), fee.text))
        for pointer, text in said:
            if found := SUM.search(text or ""):
                yield here(*pointer, found=found[0], text=excerpt(text or "", found.start()))


def _sum_of_a_way(version: Version) -> Iterator[Breach]:
    """A fee that the words of a way to submit name is one of its fees."""
    for position, channel in enumerate(version.channels.items):
        told = _other_sum(channel)
        if told:
            found = excerpt(told[0], 0)
            yield here("channels", "items", position, "text", found=told["sum"], text=found)


def _other_sum(channel: Channel) -> re.Match[str] | None:
    amounts = {fee.amount for fee in channel.fees.items if fee.amount}
    for told in _FEE.finditer(_short_text(channel)) if amounts else ():
        known = float(told["sum"].replace(".", "")) in amounts
        if not known and not _NOT_THE_FEE.search(told["between"]):
            return told
    return None


def _short_text(channel: Channel) -> str:
    """The words of a way to submit, unless they are so many that they go on to cases and stages."""
    text = channel.text or ""
    return text if len(text) <= _SHORT else ""


_SHORT = 120


def _limit_of_a_way(version: Version) -> Iterator[Breach]:
    """A time limit that the words of a way to submit name is one of its limits."""
    for position, channel in enumerate(version.channels.items):
        times = [time for time in (channel.time, channel.committed_time) if time and time.value]
        told = _AFTER.search(_short_text(channel))
        whole = not any(time.cases or time.text for time in times)
        if times and told and whole and not any(_is_said(told, time) for time in times):
            yield here("channels", "items", position, "text", found=told[0])


def _is_said(told: re.Match[str], time: Duration) -> bool:
    unit = DURATION_UNITS[told["unit"].lower()]
    return float(told["value"]) == time.value and unit in (time.unit, "day")


def _hands_out_first(version: Version) -> Iterator[Breach]:
    """What is handed out comes after what is handed in."""
    texts = [step.text or "" for step in version.steps.items]
    later = any(_HANDS_IN.match(text) for text in texts[1:])
    if len(texts) > 1 and later and _HANDS_OUT.match(texts[0]):
        yield here("steps", "items", 0, "text", found=excerpt(texts[0], 0))


def _no_originals(version: Version) -> Iterator[Breach]:
    """A service is partial for the sake of originals only where some are asked for."""
    reason = version.online.partial_reason or ""
    told = _ORIGINALS.search(reason)
    papers = [item for group in version.dossier.groups.items for item in group.items]
    asked = [one for one in papers if not _FORM.match(one.name)]
    shown = any(one.originals or one.presented_only or one.originals is None for one in asked)
    if told and asked and not shown:
        yield here("online", "partial_reason", found=excerpt(reason, told.start()))


def _broken_address(record: object) -> Iterator[Breach]:
    """The address of a page begins as a browser takes it."""
    if not _BROKEN_ADDRESS.search(whole_text(record)):
        return
    for pointer, text in texts_of(record):
        found = _BROKEN_ADDRESS.search(text)
        if found:
            yield here(*pointer, found=excerpt(text, found.start()))


def _term_in_words(record: object) -> Iterator[Breach]:
    """A law that words cite was made by a National Assembly that sat in its year."""
    if "/QH" not in whole_text(record):
        return
    for pointer, text in texts_of(record):
        for law in _LAW.finditer(text):
            span = TERMS.get(int(law["term"]))
            if span and not span[0].year <= int(law["year"]) <= span[1].year:
                yield here(*pointer, found=law[0])
                break


_LAW = re.compile(r"(?<![\w/.-])[0-9]{1,4}/(?P<year>(?:19|20)[0-9]{2})/QH(?P<term>[0-9]{2})\b")
_WARNING = Severity.WARNING
_VERSION = ("version",)
_WITH_WORDS = ("version", "decision", "procedure", "calendar")
RULES = (
    Rule("VD435", _WARNING, FORM_OF_NUMBERS, _term_in_words, _WITH_WORDS, written_here=True),
    Rule("PT170", _WARNING, FEES, _sum_of_a_way, _VERSION, written_here=True),
    Rule("PT172", _WARNING, FEES, _sum_but_not_stated, _VERSION, written_here=True),
    Rule("PT171", _WARNING, TIME_LIMITS, _limit_of_a_way, _VERSION, written_here=True),
    Rule("TC330", _WARNING, PRACTICE, _hands_out_first, _VERSION, written_here=True),
    Rule("CQ856", _WARNING, PARTIAL_SERVICES, _no_originals, _VERSION, written_here=True),
    Rule(
        "VS543", _WARNING, HOUSE, _broken_address, ("version", "agency", "catalogue"),
        written_here=True,
    ),
)  # fmt: skip
