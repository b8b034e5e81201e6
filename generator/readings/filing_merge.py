"""What several sources say of the offices of one procedure, made into one answer."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from generator.readings.body import BodyKind, Level
from generator.readings.door import Door, DoorKind
from generator.readings.evidence import Certainty, Reading
from generator.readings.filing_desks import is_bare_desk
from generator.readings.filing_window import Doors
from generator.readings.filing_words import LOOSE_PORTAL, RESERVE
from generator.readings.lowered import lowered

_UNSURE = Certainty.UNSURE
_OFFICES = (DoorKind.OFFICE, DoorKind.ONE_STOP)


def is_office_door(door: Door) -> bool:
    """Whether a door is an office by its words: no portal, no post, no rule."""
    return door.kind in _OFFICES


def is_stated_office(one: Reading[Door]) -> bool:
    """Whether a reading names an office, and is more than words for a reader."""
    return is_office_door(one.value) and one.certainty is not _UNSURE


def all_doors(sources: Iterable[Doors]) -> Doors:
    """The doors of every source."""
    return tuple(one for doors in sources for one in doors)


def merged_doors(sources: list[Doors]) -> tuple[Doors, Doors]:
    """The offices of the best source that names one, and the ways of every source."""
    offices = [tuple(one for one in doors if is_office_door(one.value)) for doors in sources]
    named = [tuple(one for one in doors if one.certainty is not _UNSURE) for doors in offices]
    first = _without_upper(_with_desks(_best(named)))
    best = _plain(_with_addresses(_with_body(first, named), named))
    loose = tuple(one for one in all_doors(offices) if one.certainty is _UNSURE)
    best = () if loose and _is_limited(best) else best
    others = tuple(one for one in all_doors(named) if not _says_the_same(one, best)) if best else ()
    words = loose if not best else _other_cases(best, loose)
    ways = tuple(one for one in all_doors(sources) if not is_office_door(one.value))
    return unique_doors((*best, *words, *_without_loose(ways))), unique_doors(others)


def with_told_cases(answer: Doors, sources: list[Doors]) -> Doors:
    """Offices without a case, each for the case that another source tells of it, if of each one."""
    offices = [one for one in answer if is_stated_office(one)]
    if len(offices) < 2 or any(one.value.case for one in answer):
        return answer
    told = [one.value for one in all_doors(sources) if is_office_door(one.value) and one.value.case]
    cases = {id(one): _told_case(one.value, told) for one in offices}
    if None in cases.values() or len(set(cases.values())) < len(offices):
        return answer
    return tuple(replace(one, value=replace(one.value, case=cases.get(id(one)))) for one in answer)


def _told_case(door: Door, told: Iterable[Door]) -> str | None:
    """The case of an office, of the office that a desk belongs to, or of the commune's."""
    names = {body.name for body in door.body.chain} if door.body else set()
    of_commune = is_desk(door) and door.levels == (Level.COMMUNE,)
    for one in told:
        same = one.body is not None and one.body.name in names
        if same or (of_commune and one.levels == door.levels):
            return one.case
    return None


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
        if doors is not first and len(later) == 1 and later < set(names):
            return tuple(one for name, one in names.items() if name in later)
    return first


def _with_desks(doors: Doors) -> Doors:
    """Desks without an owner are those of the only desk that has one, each at its address."""
    owned = [one for one in doors if is_desk(one.value) and not is_bare_desk(one.value.body)]
    bare = [one for one in doors if is_bare_desk(one.value.body) and one.value.address]
    if len({_name(one.value) for one in owned}) != 1 or not bare:
        return doors
    known = owned[0].value
    return tuple(
        replace(one, value=replace(known, address=one.value.address, channels=one.value.channels))
        if one in bare
        else one
        for one in doors
        if one in bare or one not in owned or one.value.address
    )


def is_desk(door: Door) -> bool:
    """Whether a door is a one-stop desk."""
    return door.kind is DoorKind.ONE_STOP


def _without_upper(doors: Doors) -> Doors:
    """Without a body that others are only parts of: the same place, said less exactly."""
    parts, ministries = _parts_by_upper(doors), _ministries_above(doors)
    named = {_name(one.value) for one in doors if not is_bare_desk(one.value.body)}
    return tuple(
        one
        for one in doors
        if not _is_upper(one, parts, ministries) and not (len(named) == 1 and _is_only_a_desk(one))
    )


def _is_only_a_desk(one: Reading[Door]) -> bool:
    """Whether a door is a desk without an owner: where one hands in at the office named beside."""
    door = one.value
    only_way = one.certainty is Certainty.LIKELY and door.case is None and door.address is None
    return is_bare_desk(door.body) and only_way


def _parts_by_upper(doors: Doors) -> dict[str, list[Reading[Door]]]:
    """By the name of a body, the doors of its parts."""
    parts: dict[str, list[Reading[Door]]] = {}
    for one in doors:
        above = one.value.body.chain[1:] if one.value.body else ()
        for name in {body.name for body in above}:
            parts.setdefault(name, []).append(one)
    return parts


def _ministries_above(doors: Doors) -> set[int]:
    """The ministries named right before one of several departments, which have cases."""
    told = [one.value.body for one in doors if one.value.body and one.value.case]
    departments = [body for body in told if body.kind is BodyKind.DIRECTORATE]
    if len(departments) < 2:
        return set()
    pairs = ((one, after.value.body) for one, after in pairwise(doors))
    return {id(one) for one, after in pairs if _is_ministry(one.value) and after in departments}


def _is_ministry(door: Door) -> bool:
    return door.body is not None and door.body.kind is BodyKind.MINISTRY and door.case is None


def _is_upper(
    one: Reading[Door], parts: dict[str, list[Reading[Door]]], ministries: set[int]
) -> bool:
    door = one.value
    if door.body is None or door.address or is_desk(door):
        return False
    below = [part.value for part in parts.get(door.body.name, ()) if part is not one]
    if below:
        return any(door.case in (None, part.case) for part in below)
    return id(one) in ministries


def _other_cases(best: Doors, loose: Doors) -> Doors:
    """Words for the places of other cases than those whose places are named."""
    cases = {one.value.case for one in best}
    if None in cases:
        return ()
    return tuple(one for one in loose if one.value.case and one.value.case not in cases)


def _name(door: Door) -> str:
    return door.body.name if door.body else lowered(door.name)


def _plain(doors: Doors) -> Doors:
    """Without cases where all of them lead to one door, or one of them needs none."""
    free = {_place(one.value) for one in doors if one.value.case is None}
    lone = len({_place(one.value) for one in doors}) == 1 and not _is_limited(doors)
    kept = [one for one in doors if one.value.case is None or lone or _place(one.value) not in free]
    return unique_doors(
        tuple(replace(one, value=replace(one.value, case=None)) if lone else one for one in kept)
    )


def _is_limited(doors: Doors) -> bool:
    """Whether the only door is for some applicants alone."""
    case = lowered(doors[0].value.case or "") if len(doors) == 1 else ""
    return case.startswith("đối với") or RESERVE.match(case) is not None


def _place(door: Door) -> tuple[object, ...]:
    return (_key(replace(door, case=None)), None if door.locality is None else door.locality)


def _with_body(best: Doors, named: list[Doors]) -> Doors:
    """Addresses without a body take the one body that the other sources name."""
    if best and all(_is_point(one.value) for one in best):
        named = [doors for doors in named if doors and not any(_is_point(d.value) for d in doors)]
        named, best = named[:1], tuple(_as_address(one) for one in best)
    bodies = unique_doors(tuple(one for one in all_doors(named) if one.value.body))
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


def _is_point(door: Door) -> bool:
    """Whether a door is only a point with an address ("Điểm tiếp nhận số 1: …")."""
    return door.address is not None and lowered(door.name).startswith("điểm tiếp nhận")


def _as_address(one: Reading[Door]) -> Reading[Door]:
    return replace(one, value=replace(one.value, body=None))


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


def unique_doors(doors: Doors) -> Doors:
    """Each door once; one without a locality is the first of the same name that has one."""
    localities: dict[tuple[object, ...], str] = {}
    for one in doors:
        if one.value.locality and not one.value.locality.startswith("nơi nộp"):
            localities.setdefault(_key(one.value), one.value.locality.lower())
    first: dict[tuple[object, ...], Reading[Door]] = {}
    for one in doors:
        key = _key(one.value)
        key = (*key, (one.value.locality or "").lower() or localities.get(key))
        known = first.get(key)
        first[key] = _joined(known, one) if known else one
    return tuple(first.values())


def _joined(first: Reading[Door], second: Reading[Door]) -> Reading[Door]:
    """One door said twice: the ways of both."""
    ways = dict.fromkeys((*first.value.channels, *second.value.channels))
    address = first.value.address or second.value.address
    locality = first.value.locality or second.value.locality
    value = replace(first.value, channels=tuple(ways), address=address, locality=locality)
    return replace(first, value=value)


def sources_disagree(sources: list[Doors]) -> bool:
    """Whether two sources name offices of levels that have none in common."""
    said = [
        {level for one in doors if is_office_door(one.value) for level in one.value.levels}
        for doors in sources
    ]
    levels = [one for one in said if one]
    return any(not levels[0] & later for later in levels[1:])
