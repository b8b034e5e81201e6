"""Rules on figures that words contradict: beside a number, in a fee, in a time, in a count."""

import re
from collections.abc import Iterator

from generator.findings.problem import Pointer, Severity, Wording
from generator.law.durations import read_duration
from generator.law.rules.engine import Breach, Rule, here
from generator.law.rules.sources import FEES, PRACTICE, TIME_LIMITS
from generator.law.rules.text import EVERY_KIND
from generator.law.rules.traversal import fees_of, texts_of, whole_text
from generator.law.spelled_numbers import read_spelled_number
from generator.law.text import excerpt
from generator.records.stated import Duration
from generator.records.version import DossierItem, Version

_SPELLED = re.compile(
    r"(?<![\w.,/])(?P<figure>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,9})\s*"
    r"(?:đồng\s*)?\((?P<words>[^()0-9]{2,60})\)"
)
_FIGURE_BEHIND = re.compile(
    r"(?<![^\W\d_])(?P<words>(?:[^\W\d_]++ ){1,10})"
    r"\((?P<figure>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,9})"
    r"(?: (?:đồng|ngày làm việc|ngày|tháng|năm|bộ|bản))?\)"
)
"""A number in words with its figure behind it: mười lăm (15) ngày."""
_COUNTED = re.compile(r"\s*(?:ngày|tháng|giờ|bộ|bản|lần|đồng)\b", re.IGNORECASE)
_UNITS_AS_WELL = frozenset(("năm", "tư", "không"))
_MAY_HAVE_A_FIGURE = re.compile(r"\([0-9]{1,9}[.0-9]*[ )]")
_MAY_BE_SPELLED = re.compile(r"\((?:(?<=[0-9]\()|(?<=[0-9][ \n]\()|(?<=[0-9] đồng \())[^()0-9]")
"""A bracket right behind a figure: most records have none, and it is faster to search for."""
_UNIT_BEHIND = re.compile(
    r"(?:(?:(?<!\s)\s++)?(?:đồng|ngày|tháng|giờ|bộ|bản|lần|phần trăm)\b.*|(?<!\s)\s++năm)\Z",
    re.IGNORECASE,
)
_SCALES = {"nghìn": 1e3, "ngàn": 1e3, "triệu": 1e6, "tỷ": 1e9}
_SUM = re.compile(
    r"(?:(?:lệ phí|phí|mức thu|mức phí)\s*+:?\s*+)?(?:"
    r"(?P<figure>[0-9]{1,3}(?:[. ][0-9]{3})+|[0-9]{1,9}(?:,[0-9]{1,2})?)"
    r"(?:\s*(?P<scale>nghìn|ngàn|triệu|tỷ))?|(?P<words>[^\W\d_]+(?: [^\W\d_]+){1,9}?))"
    r"\s*(?P<currency>đồng|vnđ|vnd|đ|usd|đô la(?: mỹ)?)\b"
    r"(?:\s*\([^()]*\))?(?:\s*(?:/|mỗi|cho mỗi|cho một|một)\s*"
    r"(?P<unit>[^\W\d_]+(?: [^\W\d_]+){0,4}))?"
    r"\s*(?:\([^()]*\))?[.;]?\Z",
    re.IGNORECASE,
)
_COUNTS = {
    "originals": re.compile(r"(?<!\w)(?P<count>[0-9]{1,2})\s*(?:\([^()]*\)\s*)?bản chính", re.I),
    "copies": re.compile(r"(?<!\w)(?P<count>[0-9]{1,2})\s*(?:\([^()]*\)\s*)?bản sao", re.I),
}
_SHOWN = re.compile(r"xuất trình", re.I)
_SPELLED_COUNT = re.compile(r"(?P<count>hai|ba|bốn|năm|sáu) (?:bản|bộ)(?!\w)", re.IGNORECASE)
_MAY_COUNT = re.compile(r"bản|bộ", re.IGNORECASE)
_SOME_CASES = re.compile(
    r"(?<!\w)(?:hoặc|trường hợp|nếu là|đối với)(?!\w)|bản (?:chính|sao)\s*:\s*[0-9]", re.IGNORECASE
)
"""Words that count for some readers, or that count behind the name of what they count."""
_DOLLARS = 10_000
"""A smaller amount of dong beside words about dollars is found by the rule on foreign money."""
_LONGEST = 200
"""Letters of words that name one paper; longer ones describe cases."""
_SETS = re.compile(r"(?<!\w)(?P<count>[0-9]{1,2})\s*(?:\([^()]*\)\s*)?bộ(?! phận)", re.IGNORECASE)
_CONDITION = re.compile(r"(?<!\w)(?:phải|từ đủ|trở lên|đáp ứng|được phép|bảo đảm)(?!\w)", re.I)
_NONE = re.compile(r"\s*(?:không|chưa)(?!\w)", re.IGNORECASE)


def _figure_and_words(record: object) -> Iterator[Breach]:
    """A figure with the same number in words behind it, or before it: 05 (năm), năm (05)."""
    yield from _figure_behind(record)
    if not _MAY_BE_SPELLED.search(whole_text(record)):
        return
    for pointer, text in texts_of(record):
        if "(" not in text:
            continue
        for match in _SPELLED.finditer(text):
            figure = int(match["figure"].replace(".", ""))
            said = match["words"].strip()
            meant = [read_spelled_number(one) for one in (said, _UNIT_BEHIND.sub("", said))]
            if any(number is not None for number in meant) and figure not in meant:
                yield here(*pointer, found=match[0], words=said)
                break


def _figure_behind(record: object) -> Iterator[Breach]:
    """Words of a number, written here, with another figure in the bracket behind them."""
    imported = getattr(record, "source", None) is not None
    if imported or not _MAY_HAVE_A_FIGURE.search(whole_text(record)):
        return
    for pointer, text in texts_of(record):
        for match in _FIGURE_BEHIND.finditer(text) if "(" in text else ():
            counts_days = _COUNTED.match(text, match.end())
            spelled = _number_at_the_end(match["words"], bool(counts_days))
            if spelled and spelled[1] != int(match["figure"].replace(".", "")):
                found = f"{spelled[0]} ({match['figure']})"
                yield here(*pointer, found=found, words=spelled[0])
                break


def _number_at_the_end(words: str, counting: bool) -> tuple[str, int] | None:
    """The longest number that the last words spell; năm alone is one only where it counts."""
    said = words.split()
    for start in range(len(said)):
        text = " ".join(said[start:])
        number = read_spelled_number(text)
        if number is not None and said[start].lower() not in ("lẻ", "linh", "và"):
            alone = len(said) - start == 1 and said[start].lower() in _UNITS_AS_WELL
            return None if alone and (start or not counting) else (text, number)
    return None


def read_sum(text: str | None) -> tuple[float, str, str] | None:
    """The amount, currency and unit of a text that states one sum of money and nothing else.

    >>> read_sum("Lệ phí: 8.000 đồng/bản"), read_sum("mười lăm nghìn đồng")
    ((8000.0, 'VND', 'bản'), (15000.0, 'VND', ''))
    """
    match = _SUM.fullmatch(" ".join((text or "").split()))
    if match is None:
        return None
    if match["words"]:
        spelled = read_spelled_number(match["words"])
        amount = None if spelled is None else float(spelled)
    else:
        figure = re.sub(r"[. ]", "", match["figure"]).replace(",", ".")
        amount = float(figure) * _SCALES.get((match["scale"] or "").lower(), 1)
    currency = "USD" if match["currency"].lower()[:2] in ("us", "đô") else "VND"
    return None if amount is None else (amount, currency, match["unit"] or "")


def _free_with_a_sum(version: Version) -> Iterator[Breach]:
    """A fee that is absent or free, and words that name a sum."""
    for pointer, fee in fees_of(version):
        stated = read_sum(fee.text) if fee.state in ("absent", "free") else None
        if stated and stated[0] > 0:
            state = Wording((f"fee.{fee.state}",))
            yield here(*pointer, "state", found=state, text=excerpt(fee.text or "", 0))


def _sum_in_words(version: Version) -> Iterator[Breach]:
    """An amount whose words spell another sum, or count it in thousands or millions."""
    for pointer, fee in fees_of(version):
        stated = read_sum(fee.text) if fee.amount and fee.currency == "VND" else None
        if stated and fee.amount and _is_spelled(fee.text or "") and stated[0] != fee.amount:
            yield here(
                *pointer, "amount", found=_number(fee.amount), text=excerpt(fee.text or "", 0)
            )


def _is_spelled(text: str) -> bool:
    """Whether a sum is not written in plain figures, which another rule compares."""
    return bool(re.search(r"nghìn|ngàn|triệu|tỷ|\bbạc\b", text, re.IGNORECASE))


def _currency_in_words(version: Version) -> Iterator[Breach]:
    """A currency that the words contradict."""
    for pointer, fee in fees_of(version):
        stated = read_sum(fee.text) if fee.amount and fee.currency else None
        small = fee.currency == "VND" and (fee.amount or 0) < _DOLLARS  # another rule reports it
        if stated and stated[1] != fee.currency and fee.currency in ("VND", "USD") and not small:
            yield here(*pointer, "currency", found=fee.currency, text=excerpt(fee.text or "", 0))


def _unit_in_words(version: Version) -> Iterator[Breach]:
    """A unit that the words contradict: 8.000 đồng/bản, and a fee for each dossier."""
    for pointer, fee in fees_of(version):
        stated = read_sum(fee.text) if fee.amount and fee.unit else None
        unit, said = (fee.unit or "").casefold(), (stated[2] if stated else "").casefold()
        if stated and stated[1] == fee.currency and said and unit not in said and said not in unit:
            yield here(*pointer, "unit", found=fee.unit, text=excerpt(fee.text or "", 0))


def _durations(version: Version) -> Iterator[tuple[Pointer, Duration]]:
    """Every time but the usual limit of a channel, which another rule compares."""
    for position, channel in enumerate(version.channels.items):
        if channel.committed_time:
            yield ("channels", "items", position, "committed_time"), channel.committed_time
    for position, step in enumerate(version.internal_process.items):
        yield ("internal_process", "items", position, "time"), step.time
    for position, case in enumerate(version.cases):
        if case.time:
            yield ("cases", position, "time"), case.time


def _time_in_words(version: Version) -> Iterator[Breach]:
    """The figure of a promise, a step or a case agrees with the words beside it."""
    for pointer, duration in _durations(version):
        read = read_duration(duration.text) if duration.text else None
        if read is None or duration.value is None:
            continue
        if (read.value, read.unit) != (duration.value, duration.unit):
            yield here(
                *pointer,
                "value",
                found=_number(duration.value),
                unit=Wording((f"unit.{duration.unit}",), values={"value": ""}),
                text=excerpt(duration.text or "", 0),
            )


def _counts_in_words(version: Version) -> Iterator[Breach]:
    """The numbers of originals, copies and sets agree with the words beside them."""
    for position, group in enumerate(version.dossier.groups.items):
        for index, item in enumerate(group.items):
            pointer = ("dossier", "groups", "items", position, "items", index)
            shown = Wording(("hint.shown_and_kept",) if _SHOWN.search(item.name) else ())
            for key, recorded, said, text in _counted_otherwise(item):
                values = {"found": recorded, "said": said, "text": text}
                yield here(*pointer, key, **values, shown=Wording() if recorded else shown)
    sets, text = version.dossier.sets, version.dossier.text or ""
    counted = {int(match["count"]) for match in _SETS.finditer(text)}
    if sets is not None and len(counted) == 1 and sets not in counted:
        values = {"found": sets, "said": counted.pop(), "text": excerpt(text, 0)}
        yield here("dossier", "sets", **values, shown=Wording())


def _counted_otherwise(item: DossierItem) -> Iterator[tuple[str, int, int, str]]:
    """The keys of the copies of a paper, with the number there, that in words, and these."""
    words = _plain_words(item)
    for key, pattern in _COUNTS.items() if words else ():
        said = {int(match["count"]) for match in pattern.finditer(words)}
        recorded: int | None = getattr(item, key)
        kept = item.presented_only and not recorded
        if recorded is not None and not kept and len(said) == 1 and recorded not in said:
            place = pattern.search(words)
            yield key, recorded, said.pop(), excerpt(words, place.start() if place else 0)
    first = _SPELLED_COUNT.match(words)
    number = read_spelled_number(first["count"]) if first else None
    if number and item.originals and number not in (item.originals, item.copies):
        yield "originals", item.originals, number, excerpt(words, 0)


def _plain_words(item: DossierItem) -> str:
    """The words of a paper that name a copy; empty when they are long, or count for some only."""
    words = " ".join(filter(None, (item.name, item.text)))
    if len(words) > _LONGEST or not _MAY_COUNT.search(words) or _SOME_CASES.search(words):
        return ""
    return words


def _none_with_words(version: Version) -> Iterator[Breach]:
    """A part that is said to be none, and words that lay something down."""
    text = version.conditions.text
    if version.conditions.none and text and _CONDITION.search(text) and not _NONE.match(text):
        yield here("conditions", "text", text=excerpt(text, 0))


def _number(value: float) -> str:
    """A number as it is written in Vietnamese."""
    text = f"{value:,.3f}".rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


_ERROR, _WARNING = Severity.ERROR, Severity.WARNING
_VERSION = ("version",)
RULES = (
    Rule("PT131", _ERROR, PRACTICE, _figure_and_words, EVERY_KIND, imported=_WARNING),
    Rule("PT132", _ERROR, FEES, _free_with_a_sum, _VERSION, imported=_WARNING),
    Rule("PT133", _ERROR, FEES, _sum_in_words, _VERSION, imported=_WARNING),
    Rule("PT134", _ERROR, FEES, _currency_in_words, _VERSION, imported=_WARNING),
    Rule("PT135", _WARNING, FEES, _unit_in_words, _VERSION),
    Rule("PT136", _ERROR, TIME_LIMITS, _time_in_words, _VERSION, imported=_WARNING),
    Rule("PT137", _ERROR, PRACTICE, _counts_in_words, _VERSION, imported=_WARNING),
    Rule("PT138", _ERROR, PRACTICE, _none_with_words, _VERSION, imported=_WARNING),
)
