"""Rules on limits of areas and cases, and on additional time: recorded, and computable."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from generator.findings.problem import Pointer, Severity, Value, Wording
from generator.law.due_dates import AddingProblem, adding_problem, limit_of
from generator.law.durations import DURATION_UNITS, Length, length_of
from generator.law.rules.engine import Breach, Rule, here
from generator.law.rules.sources import HOUSE, PRACTICE, TIME_LIMITS
from generator.law.rules.traversal import channels_of
from generator.law.text import excerpt
from generator.records.stated import ChannelTime, Duration, LimitAddition, LimitCase
from generator.records.version import Channel, Version

_CLAUSE = r"[^.;\n]{0,160}?"
"""Words of one clause; bounded, so that a search takes time linear in the text."""
_FIGURE = r"\b(?P<figure>[0-9]{1,3})\s+(?:\([^()\n]{1,40}\)\s+)?(?:giờ|ngày|tháng)\b"
_AREA = re.compile(
    r"\b(?:miền núi|vùng sâu|vùng xa|hải đảo|biên giới|vùng cao|xã đảo"
    r"|(?:kinh tế|xã hội|đặc biệt|vùng) khó khăn)\b"
    rf"{_CLAUSE}\b(?:không quá|không vượt quá|tối đa)\s+{_FIGURE}",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"(?<!\w)(?:cộng|tăng|kéo dài|được) thêm\s+(?:không quá\s+)?(?P<value>[0-9]{1,3})(?![\d.,])",
    re.I,
)
_ANY_FIGURE = re.compile(_FIGURE, re.I)
_VERIFIED = re.compile(
    rf"\bxác minh\b{_CLAUSE}\b(?:không quá|tối đa)\s+(?P<days>[0-9]{{1,3}})"
    r"\s+(?:\([^()\n]{1,40}\)\s+)?ngày\b",
    re.IGNORECASE,
)
_POSTING = re.compile(
    rf"\bniêm yết\b{_CLAUSE}(?P<span>{_FIGURE}(?P<working>\s+làm việc\b)?)", re.IGNORECASE
)
_UNITS = {"giờ": "hour", "ngày": "day", "tháng": "month"}


def _times(version: Version) -> Iterator[tuple[Pointer, ChannelTime]]:
    for pointer, channel in channels_of(version):
        for key in ("time", "committed_time"):
            time: ChannelTime | None = getattr(channel, key)
            if time:
                yield (*pointer, key), time


def _area_in_words(version: Version) -> Iterator[Breach]:
    """The limit of an area is a figure of its own: who lives there is told the right day.

    A channel for that area alone has the figure as its limit, with that of others who act.
    """
    for pointer, channel in channels_of(version):
        if not limit_of(channel).cases:
            yield from _first_match(_AREA, channel, pointer, _is_the_limit)


def _posting_in_words(version: Version) -> Iterator[Breach]:
    """The days of posting are a figure of their own: it is known whether they come on top."""
    for pointer, channel in channels_of(version):
        if not limit_of(channel).additions:
            for found in _first_match(_POSTING, channel, pointer, _is_the_figure):
                typed = _figure_of(str(found.values["found"]))
                yield replace(found, values={**found.values, **typed})


def _figure_of(words: str) -> dict[str, Value]:
    """The figure of some words on posting and its unit, as they are to be typed."""
    match = _POSTING.search(words)
    if match is None:
        return {}
    unit = next(key for word, key in _UNITS.items() if word in match["span"].lower())
    proper = f"working_{unit}" if match["working"] and unit != "month" else unit
    return {"figure": match["figure"], "unit": Wording((f"unit.{proper}",)), "proper": proper}


def _is_the_figure(match: re.Match[str], value: float) -> bool:
    return float(match["figure"]) == value


def _is_the_limit(match: re.Match[str], value: float) -> bool:
    """Whether words give no other limit than this one, to which another step may add days."""
    if "thêm" in match[0] or _ANY_FIGURE.search(match.string, 0, match.start()):
        return False
    others = _ANY_FIGURE.finditer(match.string, match.end())
    more = {0.0, *(float(one["figure"]) for one in others)}
    return value - float(match["figure"]) in more


_Recorded = Callable[[re.Match[str], float], bool]


def _first_match(
    pattern: re.Pattern[str], channel: Channel, pointer: Pointer, is_recorded: _Recorded
) -> Iterator[Breach]:
    """Where the words of a figure first say what a key could, and no key does."""
    for place, text in _words_beside_a_figure(channel):
        match = pattern.search(text)
        if match and not is_recorded(match, channel.time.value or 0):
            yield here(*pointer, *place, found=" ".join(match[0].split()))
            return


def _words_beside_a_figure(channel: Channel) -> Iterator[tuple[Pointer, str]]:
    if channel.time.value is None:
        return
    promised = channel.committed_time
    texts: Iterable[tuple[Pointer, str | None]] = (
        (("time", "text"), channel.time.text),
        (("committed_time", "text"), promised.text if promised else None),
        (("text",), channel.text),
    )
    yield from ((place, text) for place, text in texts if text)


def _verified_sooner(version: Version) -> Iterator[Breach]:
    """What has to be verified takes no less time than what has not."""
    for pointer, channel in channels_of(version):
        usual = length_of(channel.time)
        for place, text in _words_beside_a_figure(channel):
            match = _VERIFIED.search(text)
            days = int(match["days"]) if match else 0
            if match and usual and days and days < usual.days:
                yield here(*pointer, *place, found=" ".join(match[0].split()), usual=_shown(usual))
                return


def _shown(length: Length) -> str:
    return f"{length.days:g}"


def _case_like_the_usual(version: Version) -> Iterator[Breach]:
    """A limit of some readers is another one than that of everybody."""
    for pointer, time in _times(version):
        usual = length_of(time)
        for position, case in enumerate(time.cases):
            if usual and length_of(Duration(value=case.value, unit=case.unit)) == usual:
                own = {"own": _in_days(case.value or 0), "unit": _unit_of(case)}
                both = own | {"usual": _in_days(time.value or 0), "limit": _unit_of(time)}
                yield here(*pointer, "cases", position, "value", found=case.name, **both)


def _case_that_adds(version: Version) -> Iterator[Breach]:
    """A case has the whole limit: the days that it has more than the usual one are an addition."""
    for pointer, time in _times(version):
        usual = length_of(time)
        for position, case in enumerate(time.cases):
            own = length_of(Duration(value=case.value, unit=case.unit))
            more = _MORE.search(case.text or "") or _MORE.search(case.name)
            adds = more is not None and float(more["value"]) == case.value
            shorter = case.kind == "area" and own and usual and own.comparable(usual)
            if adds or (shorter and own and usual and 0 < own.amount < usual.amount):
                whole = _whole_limit(time, case)
                yield here(*pointer, "cases", position, "value", found=case.name, whole=whole)


def _whole_limit(time: ChannelTime, case: LimitCase) -> Wording:
    """What to write for a case that is only what is added; no words where units differ."""
    if time.value is None or time.unit != case.unit:
        return Wording()
    values = {"usual": _in_days(time.value), "more": _in_days(case.value)}
    values["whole"] = f"{time.value + case.value:g}"
    return Wording(("hint.whole_limit",), values=values)


def _nothing_to_add(version: Version) -> Iterator[Breach]:
    """A limit or an addition of zero is none."""
    for pointer, time in _times(version):
        for key, name in (("cases", "special_limit"), ("additions", "added_time")):
            for position, one in enumerate(getattr(time, key)):
                if one.value == 0:
                    values = {"found": "0", "what": Wording((f"hint.{name}",)), "list": key}
                    yield here(*pointer, key, position, "value", **values)


def _added_in_other_units(version: Version) -> Iterator[Breach]:
    """What comes on top counts the same days as the limit, or nobody can work out a day."""
    for pointer, time in _times(version):
        for position, addition in enumerate(time.additions):
            if time.value is not None and _is_of_other_units(time, addition):
                more = {"more": _in_days(addition.value or 0), "found": _unit_of(addition)}
                usual = {"value": _in_days(time.value), "limit": _unit_of(time)}
                yield here(*pointer, "additions", position, "unit", **more, **usual)


def _unit_of(time: ChannelTime | LimitCase | LimitAddition) -> Wording:
    return Wording((f"unit.{time.unit}",), values={"value": ""})


def _is_of_other_units(time: ChannelTime, addition: LimitAddition) -> bool:
    return time.unit != "other" and adding_problem(time, (addition,)) is AddingProblem.OTHER_UNITS


def _clauses_of_a_limit(version: Version) -> Iterator[Breach]:
    """Of limits that the words give for each case, one is the figure."""
    for pointer, time in _times(version):
        told = list(_TOLD.finditer(time.text or "")) if time.value and not time.cases else []
        units = {DURATION_UNITS[one["unit"].lower()] for one in told}
        values = {float(one["value"]) for one in told}
        if told and units == {time.unit} and time.value not in values:
            unit = Wording((f"unit.{time.unit}",), values={"value": ""})
            text = excerpt(time.text or "", told[0].start())
            found = _in_days(time.value or 0)
            yield here(*pointer, "text", found=found, unit=unit, text=text)


_TOLD = re.compile(
    rf":\s*(?P<value>[0-9]{{1,3}})\s+(?P<unit>{'|'.join(DURATION_UNITS)})(?=[.;,]|\Z)", re.I
)
"""The limit of a case in words: Thay đổi, cải chính: 3 ngày làm việc."""


def _in_days(value: float) -> str:
    return f"{value:g}".replace(".", ",")


_VERSION = ("version",)
_INFO, _WARNING = Severity.INFO, Severity.WARNING
_LEFT_OUT = {
    reason: re.compile(
        r"(?:(?:không|chưa) (?:kể|tính|bao gồm|gồm)|ngoài thời hạn|cộng thêm)"
        rf" (?:[^\W\d_]+ ){{0,4}}(?:{named})",
        re.I,
    )
    for reason, named in {
        "posting": "niêm yết",
        "verification": "xác minh",
        "tax": "thuế|nghĩa vụ tài chính",
        "survey": "đo đạc|trích đo",
    }.items()
}
"""How the words on a limit leave out the time for a reason."""


def _counted_in_words(version: Version) -> Iterator[Breach]:
    """Words beside a limit do not leave out what is recorded as part of it."""
    for pointer, time in _times(version):
        text = time.text or ""
        for position, one in enumerate(time.additions if text else ()):
            pattern = _LEFT_OUT.get(one.reason) if one.counted else None
            out = pattern.search(text) if pattern else None
            if out:
                place = (*pointer, "additions", position, "counted")
                yield here(*place, found=excerpt(text, out.start()))


RULES = (
    Rule("PT169", _WARNING, PRACTICE, _verified_sooner, _VERSION, written_here=True),
    Rule("PT168", _WARNING, TIME_LIMITS, _counted_in_words, _VERSION, written_here=True),
    Rule("PT117", _WARNING, PRACTICE, _area_in_words, _VERSION, imported=_INFO),
    Rule("PT118", _WARNING, PRACTICE, _posting_in_words, _VERSION, imported=_INFO),
    Rule("PT119", _WARNING, HOUSE, _case_like_the_usual, _VERSION),
    Rule("PT149", _WARNING, TIME_LIMITS, _case_that_adds, _VERSION, written_here=True),
    Rule("PT120", _WARNING, TIME_LIMITS, _nothing_to_add, _VERSION),
    Rule("PT167", _WARNING, TIME_LIMITS, _clauses_of_a_limit, _VERSION, written_here=True),
    Rule("PT121", _INFO, HOUSE, _added_in_other_units, _VERSION),
)
