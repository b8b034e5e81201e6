"""The limits of some readers: each length once, with all for whom it is, whole and in few words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from generator.locale import Words
from generator.pages.answers.cell import for_whom
from generator.pages.answers.short_names import plain_name, short_names, shorten
from generator.pages.nodes.html import Html, escape_line
from generator.readings.evidence import Reading
from generator.readings.time_values import CaseKind, TimeCase, TimeLimit, TimeStage

_MINUTES = 60
_ROOM = 190
"""Characters of all names together where they stand beside their lengths in few words."""
_LEAST_ROOM = 40
_AREA_ROOM = 26
_NO_AREAS: Mapping[str, str] = MappingProxyType({})
_MOST = 5
"""Limits of cases that are told in few words; the others are counted."""

_MOST_STAGES = 6
_IS_LENGTH = re.compile(
    r"\W{0,9}(?:(?:trong|thời hạn|thời gian|vòng|không quá|tối đa|chậm nhất|là)\s){0,5}\W?[0-9]",
    re.IGNORECASE,
)
"""How words begin that only repeat a length of time."""

Named = dict[str, list[tuple[str, ...]]]
"""Each length in words, and for whom it is: the parts of each name, the outermost first."""


def limit_words(limit: TimeLimit, words: Words) -> str:
    """A limit in words: "20 ngày làm việc", "15 phút", "trong ngày", "2 tháng và 15 ngày"."""
    if limit.value == 0:
        said = words("answer.at_once" if limit.unit == "hour" else "answer.same_day")
    elif limit.unit == "hour" and limit.value < 1:
        said = words("answer.minutes", count=words.number(round(limit.value * _MINUTES)))
    else:
        unit = "working_hour" if limit.working else limit.unit
        said = f"{words.number(limit.value)} {words(f'unit.{unit}')}"
    if limit.then:
        return words("answer.and_then", first=said, second=limit_words(limit.then, words))
    return said


def whole_cases(cases: Iterable[Reading[TimeCase]], words: Words) -> Iterator[Html]:
    """The limits of some readers, with all the words for whom each is."""
    for said, names in _named(cases, words).items():
        told = [", ".join(parts) for parts in names]
        yield for_whom(said, ["; ".join(dict.fromkeys(filter(None, told)))], words)


def brief_cases(cases: Iterable[Reading[TimeCase]], words: Words) -> Iterator[Html]:
    """The same, each in few words; lengths beyond some are only counted."""
    named: dict[str, list[str]] = {}
    areas: dict[str, str] = {}
    for case in cases:
        name = _brief_name(case.value, words)
        if area := _area_of_case(case.value, words):
            areas[f"{area}{name}"] = area
        named.setdefault(_length(case.value, words), []).append(f"{area}{name}")
    yield from brief_limits(named, words, areas)


def stage_words(stages: Iterable[Reading[TimeStage]], words: Words) -> str:
    """The limits of stages in their order, each with what it is for or from when it runs."""
    values = list(dict.fromkeys(one.value for one in stages))
    shown = values[:_MOST_STAGES]
    lengths = [limit_words(one.limit, words) for one in shown]
    room = max(_LEAST_ROOM, _ROOM // max(1, len(shown)))
    names = short_names(list(_stage_names(shown, words)), room)
    told = zip(lengths, names, strict=True)
    lines = [words("answer.with_name", limit=said, name=n) if n else said for said, n in told]
    if len(values) > len(shown):
        lines.append(words("answer.more_times", count=len(values) - len(shown)))
    return "; ".join(dict.fromkeys(lines))


def _stage_names(stages: list[TimeStage], words: Words) -> Iterator[str]:
    """What each stage is for; from when it runs where its name tells nothing of its own."""
    seen = Counter(stage.name for stage in stages)
    for stage in stages:
        start = stage.limit.start
        tells = seen[stage.name] == 1 and re.search(r"[^\W\d]", stage.name)
        if tells and not (start and _IS_LENGTH.match(stage.name)):
            yield stage.name
        else:
            yield words("answer.since", start=start) if start else ""


def says_who(cases: Iterable[Reading[TimeCase]]) -> bool:
    """Whether the names of cases with different lengths differ."""
    whom: dict[object, set[TimeLimit]] = {}
    for case in cases:
        one = case.value
        whom.setdefault((one.name, one.within, one.methods), set()).add(one.limit)
    return all(len(limits) == 1 for limits in whom.values())


def brief_limits(
    named: dict[str, list[str]], words: Words, areas: Mapping[str, str] = _NO_AREAS
) -> Iterator[Html]:
    """Lengths with names for whom they are, cut to the room there is.

    `areas` are the beginnings of names that stay whole.
    """
    shown = list(named.items())[:_MOST]
    names = [(said, name) for said, own in shown for name in dict.fromkeys(own) if name]
    room = max(_LEAST_ROOM, _ROOM // max(1, len(names)))
    cases = list(dict.fromkeys(name.removeprefix(areas.get(name, "")) for _, name in names))
    short = dict(zip(cases, short_names(cases, room), strict=True))
    told: dict[str, list[str]] = {said: [] for said, _ in shown}
    for said, name in names:
        area = areas.get(name, "")
        told[said].append(area + short[name.removeprefix(area)])
    for said, own in told.items():
        yield for_whom(said, ["; ".join(dict.fromkeys(own))], words)
    if len(named) > len(shown):
        yield escape_line(words("answer.more_times", count=len(named) - len(shown)))


def _brief_name(case: TimeCase, words: Words) -> str:
    """For whom a limit is; of an area, the case that it belongs to."""
    if case.kind is CaseKind.AREA and case.name and case.within:
        return plain_name(case.within)
    return ", ".join(plain_name(name) for name in _for_whom(case, words))


def _area_of_case(case: TimeCase, words: Words) -> str:
    """An area in few words, as it stands before the case that it belongs to."""
    if case.kind is CaseKind.AREA and case.name and case.within:
        area = shorten(plain_name(case.name), _AREA_ROOM)
        return words("answer.area_of", area=area, case="")
    return ""


def _named(cases: Iterable[Reading[TimeCase]], words: Words) -> Named:
    found: Named = {}
    for case in cases:
        found.setdefault(_length(case.value, words), []).append(_for_whom(case.value, words))
    return found


def _length(case: TimeCase, words: Words) -> str:
    limit = limit_words(case.limit, words)
    return words("answer.longer_by", limit=limit) if case.added else limit


def _for_whom(case: TimeCase, words: Words) -> tuple[str, ...]:
    names = [name for name in (case.within, case.name) if name]
    names += [words(f"method.{method}") for method in case.methods]
    if not names and case.kind is CaseKind.AREA:
        names = [words("answer.some_areas")]
    return tuple(names)
