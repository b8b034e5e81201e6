"""Where a citizen hands a dossier in: the recorded receiving body, else the words, else the rule.

The executing body is never a place of filing: only words that say where the dossier goes count.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from generator.findings.problem import Pointer
from generator.readings.door import Choice, Door, DoorKind, FilingReadings
from generator.readings.evidence import Certainty, Reading, evidence_of
from generator.readings.filing_cells import doors_of_agency, doors_of_cell
from generator.readings.filing_clauses import Passage
from generator.readings.filing_doors import doors_of
from generator.readings.filing_window import Doors, Window
from generator.readings.filing_words import ANYWHERE, LOOSE_PORTAL
from generator.readings.lowered import lowered
from generator.readings.one_stop import rule_doors
from generator.readings.territory import Territory, territory_of
from generator.records.registers import Agency, Procedure
from generator.records.version import Version

_UNSURE = Certainty.UNSURE
_OFFICES = (DoorKind.OFFICE, DoorKind.ONE_STOP)


def read_filing(
    version: Version, procedure: Procedure, agencies: Mapping[str, Agency], day: date
) -> FilingReadings:
    """Read where the dossier of a version is handed in on a day.

    `agencies` is the register of the catalogue; `day` tells whether the one-stop rule holds.
    """
    territory = territory_of(procedure, agencies)
    channels, steps = tuple(_channel_words(version)), tuple(_step_words(version))
    recorded = _recorded(version, agencies)
    found = (recorded, tuple(_of_channels(channels)), _of_steps(steps, procedure))
    sources = [_own(doors, territory) for doors in found]
    answer, others = _merged(sources)
    if not any(_is_office(one.value) and one.certainty is not _UNSURE for one in answer):
        answer = (*answer, *_rules(version, procedure, agencies, day))
    kept = {id(one) for doors in sources for one in doors}
    return FilingReadings(
        doors=answer,
        choice=_choice(answer),
        others=others,
        contradicts=_contradicts(sources),
        refused=_unique(tuple(one for one in _all(found) if id(one) not in kept)),
        anywhere=_anywhere(version, (*channels, *steps)),
        territory=territory.province,
    )


def _recorded(version: Version, agencies: Mapping[str, Agency]) -> Doors:
    doors: list[Reading[Door]] = []
    for position, part in enumerate(version.agencies.receiving.items):
        pointer: Pointer = ("agencies", "receiving", "items", position)
        if part.agency:
            doors += doors_of_agency(part.agency, agencies, (*pointer, "agency"))
        elif part.text:
            doors += doors_of_cell(part.text, (*pointer, "text"))
    for position, channel in enumerate(version.channels.items):
        if channel.address:
            doors += doors_of_cell(channel.address, ("channels", "items", position, "address"))
    return tuple(doors)


def _channel_words(version: Version) -> Iterator[Passage]:
    """The words of every channel, each text once, with the method in the first place it stands."""
    seen: set[str] = set()
    for position, channel in enumerate(version.channels.items):
        text = channel.text
        if text and text not in seen:
            seen.add(text)
            pointer: Pointer = ("channels", "items", position, "text")
            yield Passage(text, lowered(text), pointer, channel.method)


def _of_channels(channels: Iterable[Passage]) -> Iterator[Reading[Door]]:
    """The doors in the words of channels; the channel's own way where the words tell none."""
    for words in channels:
        for door in Window(doors_of, bare=True).doors((words,)):
            if words.method and not door.value.channels and _is_office(door.value):
                yield replace(door, value=replace(door.value, channels=(words.method,)))
            else:
                yield door


def _of_steps(steps: Iterable[Passage], procedure: Procedure) -> Doors:
    return Window(doors_of, internal=procedure.scope == "internal").doors(steps)


def _step_words(version: Version) -> Iterator[Passage]:
    for position, step in enumerate(version.steps.items):
        pointer: Pointer = ("steps", "items", position)
        if step.name:
            yield Passage(step.name, lowered(step.name), (*pointer, "name"))
        if step.text:
            yield Passage(step.text, lowered(step.text), (*pointer, "text"))
    if version.steps.text:
        yield Passage(version.steps.text, lowered(version.steps.text), ("steps", "text"))


def _own(doors: Doors, territory: Territory) -> Doors:
    """The doors of the procedure's own territory.

    A national procedure keeps a local body with a name when others stand beside it (a choice that
    the law itself leaves), never alone.
    """
    home = tuple(one for one in doors if not territory.foreign(one.value.body))
    beside = any(_is_office(one.value) for one in home)
    return doors if beside and territory.province is None else home


def _all(sources: Iterable[Doors]) -> Doors:
    return tuple(one for doors in sources for one in doors)


def _merged(sources: list[Doors]) -> tuple[Doors, Doors]:
    """The offices of the best source that names one, and the ways of every source."""
    offices = [tuple(one for one in doors if _is_office(one.value)) for doors in sources]
    named = [tuple(one for one in doors if one.certainty is not _UNSURE) for doors in offices]
    best = _plain(_with_addresses(_with_body(_best(named), named), named))
    others = tuple(one for one in _all(named) if not _says_the_same(one, best)) if best else ()
    words = tuple(one for one in _all(offices) if one.certainty is _UNSURE) if not best else ()
    ways = tuple(one for one in _all(sources) if not _is_office(one.value))
    return _unique((*best, *words, *_without_loose(ways))), _unique(others)


def _best(named: list[Doors]) -> Doors:
    """The offices of the first source that names any.

    Where it names several offices and a later source only one of them, that one is meant.
    """
    first = next((doors for doors in named if doors), ())
    names = {_name(one.value): one for one in first}
    if len(names) < 2 or any(one.value.kind is DoorKind.ONE_STOP for one in first):
        return first
    for doors in named:
        later = {_name(one.value) for one in doors}
        if doors is not first and later and later < set(names):
            return tuple(one for name, one in names.items() if name in later)
    return first


def _name(door: Door) -> str:
    return door.body.name if door.body else lowered(door.name)


def _plain(doors: Doors) -> Doors:
    """Without cases where all of them lead to one door, or one of them needs none."""
    free = {_place(one.value) for one in doors if one.value.case is None}
    lone = len({_place(one.value) for one in doors}) == 1 and not _is_limited(doors)
    kept = [one for one in doors if one.value.case is None or lone or _place(one.value) not in free]
    return _unique(
        tuple(replace(one, value=replace(one.value, case=None)) if lone else one for one in kept)
    )


def _is_limited(doors: Doors) -> bool:
    """Whether the only door is for some applicants alone."""
    return len(doors) == 1 and (doors[0].value.case or "").lower().startswith("đối với")


def _place(door: Door) -> tuple[object, ...]:
    return (_key(replace(door, case=None)), None if door.locality is None else door.locality)


def _with_body(best: Doors, named: list[Doors]) -> Doors:
    """Addresses without a body take the one body that the other sources name."""
    bodies = _unique(tuple(one for one in _all(named) if one.value.body))
    if not best or any(one.value.body for one in best) or len(bodies) != 1:
        return best
    return tuple(
        replace(
            one,
            value=replace(bodies[0].value, address=one.value.address),
            evidence=(*one.evidence, *bodies[0].evidence),
        )
        for one in best
    )


def _with_addresses(best: Doors, named: list[Doors]) -> Doors:
    """A lone body without an address takes those that another source gives it."""
    if len(best) != 1 or best[0].value.address or best[0].value.body is None:
        return best
    for doors in named:
        there = [one for one in doors if one.value.address and one.value.body]
        if there and all(_name(one.value) == _name(best[0].value) for one in there):
            return tuple(
                replace(
                    one,
                    value=replace(best[0].value, address=one.value.address),
                    evidence=(*best[0].evidence, *one.evidence),
                )
                for one in there
            )
    return best


def _without_loose(ways: Doors) -> Doors:
    """Without words that only say online, where others name the portal."""
    portals = [one for one in ways if one.value.kind is DoorKind.PORTAL]
    named = [one for one in portals if not LOOSE_PORTAL.fullmatch(lowered(one.value.name))]
    return tuple(one for one in ways if one not in portals or one in (named or portals))


def _says_the_same(door: Reading[Door], doors: Doors) -> bool:
    """Whether a door is one of others, said again or said less exactly."""
    return any(_covers(one.value, door.value) for one in doors)


def _covers(known: Door, door: Door) -> bool:
    if known.body is None or door.body is None:
        return known.body is not door.body or known.name == door.name
    if known.kind is DoorKind.ONE_STOP and door.kind is DoorKind.ONE_STOP:
        return not door.levels or set(door.levels) <= set(known.levels)
    return {one.name for one in door.body.chain} <= {one.name for one in known.body.chain} or (
        door.body.name == known.body.name
    )


def _key(door: Door) -> tuple[object, ...]:
    if door.kind is DoorKind.POST:
        return (door.kind,)
    if door.kind is DoorKind.PORTAL:
        return (door.kind, " ".join(lowered(door.name).split()))
    name = door.body.name if door.body else " ".join(lowered(door.name).split())
    parent = door.body.parent.name if door.body and door.body.parent else None
    return (door.kind, lowered(name), parent, door.case, door.address)


def _unique(doors: Doors) -> Doors:
    first: dict[tuple[object, ...], Reading[Door]] = {}
    for one in doors:
        key = _key(one.value)
        known = first.get(key)
        first[key] = _joined(known, one) if known else one
    return tuple(first.values())


def _joined(first: Reading[Door], second: Reading[Door]) -> Reading[Door]:
    """One door said twice: the ways of both."""
    ways = dict.fromkeys((*first.value.channels, *second.value.channels))
    address = first.value.address or second.value.address
    return replace(first, value=replace(first.value, channels=tuple(ways), address=address))


def _is_office(door: Door) -> bool:
    return door.kind in _OFFICES


def _rules(
    version: Version, procedure: Procedure, agencies: Mapping[str, Agency], day: date
) -> Doors:
    ways = {channel.method for channel in version.channels.items}
    return rule_doors(version, procedure, agencies, day) if ways - {"online"} or not ways else ()


def _choice(doors: Doors) -> Choice:
    offices = [one.value for one in doors if _is_office(one.value)]
    if len(offices) > 1 and any(door.case for door in offices):
        return Choice.BY_CASE
    rules = [one for one in doors if one.value.kind is DoorKind.RULE]
    return Choice.BY_LEVEL if len(rules) > 1 else Choice.ANY


def _contradicts(sources: list[Doors]) -> bool:
    """Whether two sources name offices of levels that have none in common."""
    said = [
        {level for one in doors if _is_office(one.value) for level in one.value.levels}
        for doors in sources
    ]
    levels = [one for one in said if one]
    return any(not levels[0] & later for later in levels[1:])


def _anywhere(version: Version, words: Iterable[Passage]) -> Reading[bool] | None:
    if version.non_territorial:
        evidence = evidence_of(("non_territorial",), "true")
        return Reading(True, Certainty.SURE, (evidence,))
    for one in (*_receiving_words(version), *words):
        if match := ANYWHERE.search(one.low):
            return Reading(True, Certainty.LIKELY, (one.evidence(*match.span()),))
    return None


def _receiving_words(version: Version) -> Iterator[Passage]:
    for position, part in enumerate(version.agencies.receiving.items):
        if part.text:
            pointer: Pointer = ("agencies", "receiving", "items", position, "text")
            yield Passage(part.text, lowered(part.text), pointer)
