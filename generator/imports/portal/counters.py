"""Whose counters a receiving place names: one in a province for all, and one whose owner it omits.

A counter that nobody is known to have is no agency: a link to it would tell a reader nothing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.imports.portal.address_owners import Owners, owner_of, owners_at
from generator.readings.bodies import read_cell
from generator.readings.body import BodyKind, Level, PublicBody, of_each_level
from generator.readings.door import Door
from generator.readings.evidence import Reading
from generator.readings.filing_cells import doors_of_cell
from generator.readings.lowered import lowered
from generator.readings.territory import province_label

_NAMELESS = "Bộ phận Một cửa"
_CENTRE = "Trung tâm Phục vụ hành chính công"
_ALL_IN_PROVINCE = re.compile(r"các trung tâm .*trên địa bàn (?:tỉnh|thành phố)")
_CENTRAL = (BodyKind.MINISTRY, BodyKind.BANK)
_LOCAL = frozenset((Level.PROVINCE, Level.DISTRICT, Level.COMMUNE))


@dataclass(frozen=True, slots=True)
class BesidePlace:
    """What a record says beside its receiving place: who published it, who carries it out."""

    publisher: PublicBody | None = None
    executing: tuple[PublicBody, ...] = ()

    @property
    def province(self) -> str | None:
        """The province of the publisher."""
        return self.publisher.province if self.publisher else None

    @property
    def ministry(self) -> PublicBody | None:
        """The one ministry of those who carry out; else that which published, if none is local."""
        above = [one for body in self.executing for one in body.chain]
        found = {one for one in above if one.kind in _CENTRAL and not one.province}
        if found:
            return next(iter(found)) if len(found) == 1 else None
        local = any(_LOCAL.intersection(one.levels) or one.province for one in above)
        central = self.publisher and self.publisher.kind in _CENTRAL
        return self.publisher if central and not local else None


def bodies_of_place(text: str, owners: Owners, beside: BesidePlace) -> list[PublicBody]:
    """The bodies that a receiving place names, each for one level and with its owner.

    The body whose seat or address it is, where the words name none.
    """
    named = [body for door in doors_of_cell(text, ()) for body in _named(door, beside)]
    if not named and (owner := owner_of(text, owners)):
        named = [owner]
    placed = (_in_province(one, beside.province) for one in _owned(named, text, owners, beside))
    return [one for body in placed for one in of_each_level(body)]


def _named(door: Reading[Door], beside: BesidePlace) -> Iterator[PublicBody]:
    """The body of a door; all centres of a province are its own, and those of its communes."""
    body = door.value.body
    if body is None or not _ALL_IN_PROVINCE.match(lowered(door.evidence[0].words)):
        yield from filter(None, (body,))
        return
    province = body.province or beside.province
    label = province_label(province) if province else "cấp tỉnh"
    names = f"{_CENTRE} {label}", f"{_CENTRE} cấp xã" + (f", {label}" if province else "")
    yield from (one.value for name in names for one in read_cell(name))


def _owned(
    named: Sequence[PublicBody], text: str, owners: Owners, beside: BesidePlace
) -> Iterator[PublicBody]:
    """The bodies, a nameless counter with its owner or, where nothing tells it, left out."""
    for body in named:
        if not _is_nameless(body):
            yield body
        elif beside.province and beside.publisher:
            label = province_label(beside.province)
            yield replace(body, name=f"{body.name} {label}", province=beside.province)
        elif owner := _owner(named, owners_at(text, owners), beside):
            yield replace(body, parent=owner)


def _is_nameless(body: PublicBody) -> bool:
    return body == PublicBody(_NAMELESS, BodyKind.ONE_STOP)


def _owner(
    named: Iterable[PublicBody], at_address: Iterable[PublicBody], beside: BesidePlace
) -> PublicBody | None:
    """Whose a nameless counter is: of another body of the place, of its address, of a ministry."""
    others = [body for body in named if not _is_nameless(body)]
    beside_it = {body.parent or body for body in others if body.kind is BodyKind.ONE_STOP}
    ministries = {body for body in others if body.kind is BodyKind.MINISTRY}
    for found in (beside_it | ministries, set(at_address)):
        if found:
            return next(iter(found)) if len(found) == 1 else None
    return beside.ministry


def _in_province(body: PublicBody, told: str | None) -> PublicBody:
    """A counter of a department with the province of the department in its name."""
    owner = body.parent
    if body.kind is not BodyKind.ONE_STOP or owner is None or owner.kind is not BodyKind.DEPARTMENT:
        return body
    province = owner.province or told
    if province is None or owner.name.endswith(province):
        return body
    name = f"{owner.name} {province_label(province)}"
    parent = replace(owner, name=name, province=province, parent=None)
    return replace(body, province=province, parent=parent)
