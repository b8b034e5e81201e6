"""Where a citizen hands a dossier in: the recorded receiving body, else the words, else the rule.

The executing body is never a place of filing: only words that say where the dossier goes count.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from generator.findings.problem import Pointer
from generator.readings.body import of_each_level
from generator.readings.door import Choice, Door, DoorKind, FilingReadings
from generator.readings.evidence import Certainty, Reading
from generator.readings.filing_anywhere import read_anywhere
from generator.readings.filing_cells import doors_of_agency, doors_of_cell
from generator.readings.filing_clauses import Passage, passage_of
from generator.readings.filing_doors import doors_of
from generator.readings.filing_earlier import earlier_giving, portal_before_reserve
from generator.readings.filing_first import first_told
from generator.readings.filing_for_whom import told_for_whom
from generator.readings.filing_headings import (
    are_below_cases,
    told_in_other_cases,
    with_case_headings,
)
from generator.readings.filing_levels import told_by_level
from generator.readings.filing_merge import (
    all_doors,
    is_office_door,
    is_stated_office,
    merged_doors,
    sources_disagree,
    unique_doors,
    with_told_cases,
)
from generator.readings.filing_quotes import (
    filing_quotes,
    is_told_in,
    lines_between,
    receiving_field,
    receiving_sentences,
    sentences_of,
    with_named_receivers,
    without_told,
)
from generator.readings.filing_receivers import (
    is_told_by_decision,
    is_told_by_power,
    receivers_in,
)
from generator.readings.filing_rivals import (
    is_above,
    is_only_for_case,
    local_receivers,
    rival_addresses,
    without_senders,
)
from generator.readings.filing_said import without_repairs
from generator.readings.filing_senders import Quotes, told_elsewhere
from generator.readings.filing_silent import Silent
from generator.readings.filing_unnamed import unnamed_places, ways_before_reserve
from generator.readings.filing_window import Doors, Window
from generator.readings.filing_words import DIRECT, RESERVE
from generator.readings.lowered import lowered
from generator.readings.one_stop import rule_doors
from generator.readings.territory import Territory, territory_of
from generator.records.registers import Agency, Procedure
from generator.records.version import Version

_TELLS = re.compile(r"thông báo|báo cáo|khai báo|trình báo", re.I)
"""What a procedure is about that asks to tell somebody something."""
_CHANNELS, _VERSIONS = 1 << 8, 1 << 5
"""Of how many channels and versions the doors are cached: versions of a procedure repeat them."""


def read_filing(
    version: Version, procedure: Procedure, agencies: Mapping[str, Agency], day: date
) -> FilingReadings:
    """Read where the dossier of a version is handed in on a day.

    `agencies` is the register of the catalogue; `day` tells whether the one-stop rule holds.
    """
    territory = territory_of(procedure, agencies, version)
    channels, steps = tuple(_channel_words(version)), tuple(_step_words(version))
    words, internal = (*channels, *steps), procedure.scope == "internal"
    told_by_steps = _of_steps(steps, internal=internal, tells=bool(_TELLS.search(version.title)))
    found = (_recorded(version, agencies), tuple(_of_channels(channels)), told_by_steps)
    every, sources = _with_weaker(version, words, found, territory, internal=internal)
    sources, sent = (sources, ()) if internal else without_senders(sources, steps)
    answer, others = merged_doors(first_told(sources))
    answer = with_told_cases(answer, sources)
    quotes = (*sent, *filing_quotes(answer, others, words))
    quotes = told_by_level((*quotes, *lines_between(quotes, words)), words, answer)
    if not any(map(is_stated_office, answer)):
        quotes = _with_fields(version, words, answer, quotes)
    if not (quotes or any(map(_is_office, answer)) or _only_portal(sources, words)):
        portal = {one.value.kind for one in answer} == {DoorKind.PORTAL}
        silent = Silent(words, internal, _has_counter(version), portal)
        quotes, rules = silent.quoted(_rules(version, procedure, agencies, day))
        answer = (*answer, *rules)
    unnamed = unnamed_places(answer, sources, territory)
    leading = sentences_of((*unnamed, *ways_before_reserve(answer)), words)
    quotes = (*leading, *without_told(quotes, leading))
    earlier, elsewhere = _others(answer, quotes, words, () if internal else steps)
    whom = () if internal else without_told(told_for_whom(answer, sources, words), quotes)
    rivals = _rivals(version, answer, quotes, steps)
    told = without_repairs((*earlier, *whom, *quotes, *elsewhere, *rivals), version.title)
    return FilingReadings(
        doors=answer,
        choice=_choice(answer),
        others=others,
        contradicts=sources_disagree(sources),
        refused=_refused(every, sources),
        anywhere=read_anywhere(version, words),
        territory=territory.province,
        quotes=with_named_receivers(with_case_headings(told, words)),
        several=bool(earlier or elsewhere or leading)
        or is_only_for_case(answer, quotes)
        or are_below_cases(told, words),
    )


def _is_office(one: Reading[Door]) -> bool:
    return is_office_door(one.value)


def _refused(every: Iterable[Doors], sources: list[Doors]) -> Doors:
    """The doors that are none of those kept."""
    kept = {id(one) for one in all_doors(sources)}
    return unique_doors(tuple(one for one in all_doors(every) if id(one) not in kept))


def _with_weaker(
    version: Version,
    words: tuple[Passage, ...],
    found: tuple[Doors, ...],
    territory: Territory,
    *,
    internal: bool,
) -> tuple[tuple[Doors, ...], list[Doors]]:
    """The doors of all sources and the own ones of each, with those of words that say less."""
    sources = [_own(doors, territory) for doors in found]
    if any(map(is_stated_office, all_doors(sources))) or _is_online_only(version, sources):
        return found, sources
    weaker = _weaker_doors(words, sources, internal=internal)
    return (*found, weaker), [*sources, _own(weaker, territory)]


def _weaker_doors(words: Sequence[Passage], sources: Sequence[Doors], *, internal: bool) -> Doors:
    """Who takes the dossier in, by words that say less; none where only other words tell more."""
    weaker = receivers_in(words, internal=internal)
    return () if _tells_by_words(sources) and not _are_words(weaker) else weaker


def _with_fields(
    version: Version, words: tuple[Passage, ...], answer: Doors, quotes: Quotes
) -> Quotes:
    """The words of fields on who receives, and the sentences on it, where no office is named."""
    online = any(one.value.kind is DoorKind.PORTAL for one in answer)
    told = quotes or receiving_sentences(words, online=online)
    return (*(one for one in receiving_field(version) if not is_told_in(one, told)), *told)


def _rivals(version: Version, answer: Doors, quotes: Quotes, steps: tuple[Passage, ...]) -> Quotes:
    """The sentences of steps on another address, or on a local receiver beside a ministry's."""
    is_local = is_above(answer, version.levels.items)
    local = without_told(local_receivers(steps), quotes) if is_local else ()
    return (*rival_addresses(answer, quotes, steps), *local)


def _others(
    answer: Doors, quotes: Quotes, words: tuple[Passage, ...], steps: Sequence[Passage]
) -> tuple[Quotes, Quotes]:
    """The sentences on other receivers: one of `steps` before the places, and those behind."""
    offices = [one.value for one in answer if is_office_door(one.value)]
    elsewhere = told_elsewhere(words, quotes, offices) or told_in_other_cases(quotes, words)
    portal = portal_before_reserve(quotes, words)
    return portal or earlier_giving(answer, (*quotes, *elsewhere), steps), elsewhere


def _recorded(version: Version, agencies: Mapping[str, Agency]) -> Doors:
    doors: list[Reading[Door]] = []
    for position, part in enumerate(version.agencies.receiving.items):
        pointer: Pointer = ("agencies", "receiving", "items", position)
        told = doors_of_cell(part.text, (*pointer, "text")) if part.text else ()
        doors += told
        if part.agency and not any(one.value.body for one in told):
            recorded = doors_of_agency(part.agency, agencies, (*pointer, "agency"))
            doors += (one for one in recorded if not _is_among(one, doors))
    for position, channel in enumerate(version.channels.items):
        if channel.address:
            doors += doors_of_cell(channel.address, ("channels", "items", position, "address"))
    return tuple(doors)


def _is_among(door: Reading[Door], doors: Iterable[Reading[Door]]) -> bool:
    """Whether the words of a receiving place have told of the body of a recorded door."""
    body = door.value.body
    told = (one.value.body for one in doors if one.value.agency is None)
    named = {each.name for one in told if one for each in (one, *of_each_level(one))}
    return body is not None and body.name in named


def _channel_words(version: Version) -> Iterator[Passage]:
    """The words of every channel, each text once, with the method in the first place it stands."""
    seen: set[str] = set()
    for position, channel in enumerate(version.channels.items):
        text = channel.text
        if text and text not in seen:
            seen.add(text)
            pointer: Pointer = ("channels", "items", position, "text")
            yield passage_of(text, pointer, channel.method)


def _of_channels(channels: Iterable[Passage]) -> Iterator[Reading[Door]]:
    """The doors in the words of channels; the channel's own way where the words tell none."""
    for words in channels:
        for door in _doors_of_channel(words):
            if words.method and not door.value.channels and is_office_door(door.value):
                yield replace(door, value=replace(door.value, channels=(words.method,)))
            else:
                yield door


@lru_cache(_CHANNELS)
def _doors_of_channel(words: Passage) -> Doors:
    return Window(doors_of, bare=True).doors((words,))


@lru_cache(_VERSIONS)
def _of_steps(steps: tuple[Passage, ...], *, internal: bool, tells: bool) -> Doors:
    return Window(doors_of, internal=internal, tells=tells).doors(steps)


def _step_words(version: Version) -> Iterator[Passage]:
    for position, step in enumerate(version.steps.items):
        pointer: Pointer = ("steps", "items", position)
        if step.name:
            yield passage_of(step.name, (*pointer, "name"))
        if step.text:
            yield passage_of(step.text, (*pointer, "text"))
    if version.steps.text:
        yield passage_of(version.steps.text, ("steps", "text"))


def _own(doors: Doors, territory: Territory) -> Doors:
    """The doors of the procedure's own territory.

    A national procedure keeps a local body with a name when others stand beside it (a choice that
    the law itself leaves), never alone.
    """
    home = tuple(one for one in doors if not territory.foreign(one.value.body))
    beside = any(is_office_door(one.value) for one in home)
    return doors if beside and territory.province is None else home


def _rules(
    version: Version, procedure: Procedure, agencies: Mapping[str, Agency], day: date
) -> Doors:
    return rule_doors(version, procedure, agencies, day) if _has_counter(version) else ()


def _only_portal(sources: list[Doors], words: Iterable[Passage]) -> bool:
    """Whether words name a portal and no other way."""
    if any("văn bản" in lowered(one.value.name) for one in all_doors(sources)):
        return False
    kinds = {one.value.kind for one in all_doors(sources)}
    return kinds == {DoorKind.PORTAL} and not any(DIRECT.search(one.low) for one in words)


def _tells_by_words(sources: Iterable[Doors]) -> bool:
    """Whether words tell whoever takes the dossier in, and by more than its power."""
    offices = [one.value for one in all_doors(sources) if is_office_door(one.value)]
    return any(not (is_told_by_power(one) or is_told_by_decision(one)) for one in offices)


def _are_words(doors: Doors) -> bool:
    return all(one.certainty is Certainty.UNSURE for one in doors)


def _is_online_only(version: Version, sources: list[Doors]) -> bool:
    """Whether online is the only way, and words name the portal."""
    portals = (one.value.kind is DoorKind.PORTAL for one in all_doors(sources))
    return not _has_counter(version) and any(portals)


def _has_counter(version: Version) -> bool:
    """Whether something else than filing online is recorded, or nothing."""
    ways = {channel.method for channel in version.channels.items}
    return bool(ways - {"online"}) or not ways


def _is_reserve(one: Reading[Door]) -> bool:
    """Whether a place is only for when filing online fails."""
    return RESERVE.match(lowered(one.value.case or "")) is not None


def _choice(doors: Doors) -> Choice:
    offices = [one for one in doors if is_office_door(one.value)]
    told = any(is_stated_office(one) and one.value.case for one in offices)
    if told and (len(offices) > 1 or any(map(_is_reserve, offices))):
        return Choice.BY_CASE
    rules = [one for one in doors if one.value.kind is DoorKind.RULE]
    return Choice.BY_LEVEL if len(rules) > 1 else Choice.ANY
