"""Titles of cases that stand at the end of the step before their own steps."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.findings.problem import Pointer
from generator.readings.evidence import Evidence, Reading, evidence_of
from generator.readings.time_order import days_of
from generator.readings.time_values import Length, TimeQuote, TimeReadings
from generator.records.version import Step, Version

_NUMBER = re.compile(r"\W{0,9}Bước (?P<number>[0-9]{1,2})(?!\w)", re.IGNORECASE)
_TITLE = re.compile(
    r"\W{0,9}(?:[a-zđ0-9]{1,2}(?:\.[0-9]{1,2}){0,2}[.)]?\s{1,3})?"
    r"(?=(?:riêng |trong )?(?:các )?(?:trường hợp|đối với|nếu|thủ tục|cấp|gia hạn|thu hồi)(?!\w))",
    re.IGNORECASE,
)
"""How a title begins that says for whom, or for what, the steps below it are."""
_LAST_LINE = re.compile(r"(?:\A|\n)(?P<line>[^\n]{5,300}?)\s*\Z")
_LENGTH = re.compile(r"[0-9] (?:ngày|giờ|tháng)(?! [0-9])")
_SENTENCE = (".", ";", ",")
_SEVERAL = 2

Quote = Reading[TimeQuote]


def with_titles(version: Version, times: TimeReadings, figures: Sequence[Length]) -> TimeReadings:
    """The quotations of steps under the title of their case and together.

    The time is one by case where work under a title takes longer than every figure. As they are
    unless the lengths under several titles differ.
    """
    titles = _titles_of(version.steps.items)
    named = [_under(one, titles) for one in times.quotes]
    told = [one for one, before in zip(named, times.quotes, strict=True) if one != before]
    by_title = _lengths(told)
    if len(by_title) < _SEVERAL or len(set(map(frozenset, by_title.values()))) < _SEVERAL:
        return times
    longest = max(map(days_of, figures), default=0.0)
    is_longer = any(sum(map(days_of, own)) > longest for own in by_title.values())
    quotes = tuple(_together(named, set(by_title)))
    return replace(times, quotes=quotes, by_case=times.by_case or is_longer)


def _titles_of(steps: Sequence[Step]) -> Mapping[Pointer, Evidence]:
    """For each step the title of its case; none where their numbers never begin again."""
    found: dict[Pointer, Evidence] = {}
    title, is_again, last = None, False, 0
    for number, step in enumerate(steps):
        pointer: Pointer = ("steps", "items", number, "text")
        text = step.text or ""
        if count := _NUMBER.match(text):
            is_again = is_again or (title is not None and int(count["number"]) <= last)
            last = int(count["number"])
        if title:
            found[pointer] = title
        if at := _title_at(text, steps[number + 1 : number + 2]):
            title = evidence_of(pointer, text, at, len(text.rstrip()))
    return found if is_again else {}


def _title_at(text: str, following: Iterable[Step]) -> int | None:
    """Where the last line of a step begins, if it is the title of the steps that follow."""
    line = _LAST_LINE.search(text)
    if line is None or not any(_NUMBER.match(step.text or "") for step in following):
        return None
    title = _TITLE.match(line["line"])
    is_sentence = line["line"].endswith(_SENTENCE) or _LENGTH.search(line["line"])
    return line.start("line") + title.end() if title and not is_sentence else None


def _under(one: Quote, titles: Mapping[Pointer, Evidence]) -> Quote:
    """A quotation under the title of its step, unless it has a heading of its own."""
    title = titles.get(one.evidence[0].pointer)
    if title is None or one.value.heading:
        return one
    heading = " ".join(title.words.split())
    return replace(one, value=replace(one.value, heading=heading), evidence=(title, *one.evidence))


def _lengths(told: Iterable[Quote]) -> dict[str, set[Length]]:
    found: dict[str, set[Length]] = {}
    for one in told:
        found.setdefault(one.value.heading, set()).update(one.value.lengths)
    return found


def _together(quotes: Sequence[Quote], titles: set[str]) -> Iterator[Quote]:
    """The quotations, those under one title together, in the order of their steps."""
    said = set[str]()
    for one in quotes:
        heading = one.value.heading
        if heading not in titles:
            yield one
        elif heading not in said:
            said.add(heading)
            same = [other for other in quotes if other.value.heading == heading]
            yield from sorted(same, key=lambda other: int(other.evidence[-1].pointer[2]))
