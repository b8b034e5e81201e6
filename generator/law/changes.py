"""What differs between two versions of a procedure, part by part and item by item.

Items of a list are the same thing when they have the same id, else when they are equal: a paper
moved to another place in a list has not changed. The names of parts are those of
`amended_parts` in a decision.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from generator.records.memoize import memoize_by_identity
from generator.records.stated import ChannelTime, Fee, Stated
from generator.records.version import Channel, Dossier, Version

_NO_TIME = ChannelTime(value=None, unit="other")
_NO_FEES: Stated[Fee] = Stated()

ORDER = "*order"
"""The `item` of a change that only puts the same things in another order.

What a part has once, and not as an item of a list, has a key that begins with a star: no id and no
method of an item is written so.
"""

PARTS = (
    "title",
    "levels",
    "applicants",
    "dossier",
    "forms",
    "channels",
    "time",
    "fees",
    "online",
    "results",
    "conditions",
    "steps",
    "agencies",
    "linked_procedures",
    "internal_process",
    "legal_basis",
    "remarks",
)
"""The parts of a procedure, in the order in which a citizen misses them."""


About = tuple[str, str]
"""Which of several alike things a piece belongs to: a key of the words, and text of the record."""

NOTHING_MORE: About = ("", "")


@dataclass(frozen=True, slots=True)
class Piece:
    """One statement of a part; `key` finds its counterpart in the other version.

    A key that begins with a star is stated once, such as `*validity` in `results`: what the law
    states only sometimes is left out where it is not stated, and counts as added or dropped there.
    `about` says in reviews which of several alike things is meant: for a text stated once, the key
    of its words, such as `("part.description", "")`.
    """

    part: str
    key: str
    value: Any
    about: About = NOTHING_MORE


@dataclass(frozen=True, slots=True)
class Change:
    """A piece that was added (`before` None), dropped (`after` None) or states something else."""

    part: str
    item: str
    before: Any
    after: Any
    about: About = NOTHING_MORE


def changes(before: Version, after: Version) -> tuple[Change, ...]:
    """Every difference, in the order of `PARTS`."""
    old, new = (by_part(version) for version in _without_equal(before, after))
    whole = {p.key for p in old["channels"]} ^ {p.key for p in new["channels"]}
    for part in ("time", "fees"):  # of a channel that is new or dropped as a whole
        old[part] = [piece for piece in old[part] if piece.key not in whole]
        new[part] = [piece for piece in new[part] if piece.key not in whole]
    return tuple(c for part in PARTS for c in _compared(part, old[part], new[part]))


def _without_equal(before: Version, after: Version) -> tuple[Version, Version]:
    """Both versions without the lists that are the same in both: most of an amended version."""
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in _NAMES)
    same: dict[str, Any] = {
        name: _EMPTY[type(one)]
        for name, one, other in pairs
        if type(one) in _EMPTY and one == other
    }
    return replace(before, **same), replace(after, **same)


_NAMES = tuple(field.name for field in fields(Version))
_NOTHING: Stated[Any] = Stated()
_EMPTY = {Stated: _NOTHING, Dossier: Dossier(groups=_NOTHING, sets=None)}


@memoize_by_identity
def changed_parts(before: Version, after: Version) -> frozenset[str]:
    """The parts that differ."""
    return frozenset(change.part for change in changes(before, after))


def by_part(version: Version) -> dict[str, list[Piece]]:
    """Everything a version states, in the order of `PARTS`."""
    parts: dict[str, list[Piece]] = {part: [] for part in PARTS}
    for piece in pieces(version):
        parts[piece.part].append(piece)
    return parts


def _compared(part: str, before: list[Piece], after: list[Piece]) -> Iterator[Change]:
    old = {piece.key: piece.value for piece in before}
    new = {piece.key: piece.value for piece in after}
    about = {piece.key: piece.about for piece in (*before, *after)}
    for key in _in_order(old, new):
        if old.get(key) != new.get(key):
            yield Change(part, key, old.get(key), new.get(key), about[key])
    kept_before = [key for key in old if key in new and not key.startswith("*")]
    kept_after = [key for key in new if key in old and not key.startswith("*")]
    if kept_before != kept_after:
        yield Change(part, ORDER, tuple(kept_before), tuple(kept_after))


def _in_order(old: Iterable[str], new: Iterable[str]) -> list[str]:
    """Keys of both in the order of the new list; what was dropped stands where it stood."""
    order = list(new)
    known = set(order)
    previous = -1
    for key in old:
        if key in known:
            previous = order.index(key)
        else:
            previous += 1
            order.insert(previous, key)
    return order


def pieces(version: Version) -> Iterator[Piece]:
    """Everything a version states, as pieces that can be compared one by one."""
    yield Piece("title", "*title", version.title)
    yield from _listed("levels", version.levels, str)
    yield from _listed("applicants", version.applicants, str)
    yield from _listed("steps", version.steps)
    yield from _channels(version)
    yield from _dossier(version)
    yield from _listed("forms", version.forms)
    yield from _agencies(version)
    yield from _listed("results", version.results)
    yield from _listed("conditions", version.conditions)
    yield from _listed("legal_basis", version.legal_basis, lambda basis: basis.document)
    yield from _listed("linked_procedures", version.linked_procedures, lambda p: p.procedure)
    yield from _listed("internal_process", version.internal_process)
    yield Piece("online", "*online", version.online)
    yield from _remarks(version)


def _listed(
    part: str, stated: Stated[Any], key: Callable[[Any], str] | None = None
) -> Iterator[Piece]:
    """The statement that there are no items, the items of a part, then the printed wording."""
    yield from _unlisted(part, stated)
    yield from (Piece(part, name, item) for name, item in _keyed(stated.items, key))
    yield from _printed(part, stated)


def _unlisted(part: str, stated: Stated[Any]) -> Iterator[Piece]:
    if stated.none or stated.not_stated:
        yield Piece(part, "*stated", replace(stated, text=None))


def _printed(part: str, stated: Stated[Any]) -> Iterator[Piece]:
    if stated.text:
        yield Piece(part, "*text", stated.text)


def _keyed(
    items: Iterable[Any], key: Callable[[Any], str] | None = None
) -> Iterator[tuple[str, Any]]:
    """Items with a key that is theirs alone; equal keys are distinguished by a counter."""
    seen: Counter[str] = Counter()
    for item in items:
        name = key(item) if key else getattr(item, "id", None) or f"={item!r}"
        seen[name] += 1
        yield (name if seen[name] == 1 else f"{name} ({seen[name]})"), item


def _channels(version: Version) -> Iterator[Piece]:
    """A channel's time and fees are parts of their own; a new channel is one change, not three."""
    yield from _unlisted("channels", version.channels)
    yield from _printed("channels", version.channels)
    for name, channel in _keyed(version.channels.items, _channel_key):
        bare = replace(channel, time=_NO_TIME, committed_time=None, fees=_NO_FEES)
        about = (f"method.{channel.method}", channel.case or "")
        yield Piece("channels", name, bare, about)
        yield Piece("time", name, (channel.time, channel.committed_time), about)
        yield Piece("fees", name, channel.fees, about)
    for name, case in _keyed(version.cases):
        yield Piece("channels", f"*case {name}", replace(case, time=None))
        if case.time:
            yield Piece("time", f"*case {name}", (case.time, None), ("", case.name))
    yield Piece("channels", "*postal", version.postal)
    yield Piece("channels", "*returned", version.return_methods)
    yield Piece("channels", "*service", (version.non_territorial, version.on_the_spot))
    if version.late_submission:
        yield Piece("time", "*late", version.late_submission)


def _channel_key(channel: Channel) -> str:
    return channel.id or f"{channel.method} {channel.case or ''}".strip()


def _dossier(version: Version) -> Iterator[Piece]:
    dossier = version.dossier
    yield Piece("dossier", "*sets", dossier.sets)
    yield from _unlisted("dossier", dossier.groups)
    yield from _printed("dossier", dossier.groups)
    for name, group in _keyed(dossier.groups.items):
        if group.id or group.name:
            yield Piece("dossier", f"*group {name}", replace(group, items=()))
        for key, item in _keyed(group.items):
            named = f"{group.id or ''} {key}".strip()
            yield Piece("dossier", named, item, ("", group.name or ""))
    if dossier.text:
        yield Piece("dossier", "*sets text", dossier.text)


def _agencies(version: Version) -> Iterator[Piece]:
    for role in ("executing", "deciding", "receiving", "delegated", "coordinating"):
        stated: Stated[Any] = getattr(version.agencies, role)
        for piece in _listed("agencies", stated, lambda part: part.agency or part.text):
            key, about = f"{role} {piece.key}", (f"agency.{role}", "")
            yield Piece(piece.part, key, piece.value, about)


def _remarks(version: Version) -> Iterator[Piece]:
    if version.description:
        yield Piece("remarks", "*description", version.description)
    for name, note in _keyed(version.notes, lambda note: f"={note}"):
        yield Piece("remarks", name, note)
