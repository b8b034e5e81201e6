"""Whose procedures a set holds: the office's own, or those that name bodies elsewhere alone.

Records give a level to procedures of customs, tax, insurance and the like too: that one of them
is received elsewhere is no evidence that the counter of the level receives it. Procedures between
state bodies are no one's who comes to a counter (Decree 63/2010/NĐ-CP, article 1.2a).
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.model.territories import province_name
from generator.readings.bodies import read_bodies, read_cell
from generator.readings.body import BodyKind, PublicBody
from generator.records.registers import Procedure
from generator.records.stated import AgencyPart
from generator.records.version import Version

if TYPE_CHECKING:
    from generator.model.edition import Edition

_VERTICAL = frozenset(
    {
        BodyKind.BANK,
        BodyKind.COURT,
        BodyKind.CUSTOMS,
        BodyKind.INSURANCE,
        BodyKind.MILITARY,
        BodyKind.POLICE,
        BodyKind.PORT,
        BodyKind.TAX,
        BodyKind.TREASURY,
    }
)
"""Bodies that stand under a ministry down to the lowest tier, not under a people's committee."""
_NEVER_LOCAL = _VERTICAL - {BodyKind.MILITARY, BodyKind.POLICE}
"""Those that have no office which counts as one of a commune or of a province."""
_LOCAL = frozenset(
    {
        BodyKind.COMMITTEE,
        BodyKind.COUNCIL,
        BodyKind.DEPARTMENT,
        BodyKind.DIVISION,
        BodyKind.LAND_OFFICE,
        BodyKind.ZONE_BOARD,
    }
)
_OPEN = frozenset({BodyKind.DIVISION, BodyKind.OTHER})
"""Kinds whose names may say no level: divisions have been a commune's since 1 July 2025."""
_BORDER_GUARD = "biên phòng"
_INTERNAL = "internal"
"""The scope of a procedure that state bodies follow among themselves."""


class PostingGroup(StrEnum):
    """Whose a procedure of a level is, by the bodies that it names."""

    OWN = "own"
    """It names an office of the level or a one-stop counter, or nobody at all."""
    VERTICAL = "vertical"
    """It names offices of a vertical sector, and none of the level or of local government."""
    ELSEWHERE = "elsewhere"
    """It names offices of other levels alone."""
    INTERNAL = "internal"
    """State bodies follow it among themselves: it is posted for staff, if at all."""


def is_internal(procedure: Procedure) -> bool:
    """Whether a procedure is one that state bodies follow among themselves."""
    return procedure.scope == _INTERNAL


def group_of(version: Version, levels: frozenset[str], edition: "Edition") -> PostingGroup:
    """The group of a version in a set of some levels, to which nothing but a level brings it.

    A name that may be that of an office of any level ("cơ quan đang quản lý sổ gốc") is no evidence
    against the level that is recorded.
    """
    named = list(_named_bodies(version, edition))
    every = [*named, *_told_in_channels(version)]
    if not named or any(_is_of(one, levels) for one in every):
        return PostingGroup.OWN
    vertical = any(one.kind in _VERTICAL or _BORDER_GUARD in one.name.lower() for one in named)
    if vertical and not any(one.kind in _LOCAL for one in named):
        return PostingGroup.VERTICAL
    return PostingGroup.OWN if any(map(_may_be_of_any, named)) else PostingGroup.ELSEWHERE


def strangers_of(version: Version, province: str, edition: "Edition") -> tuple[str, ...]:
    """The bodies of other provinces that a version names, where it names none of this one.

    `province` is the code of the office's; "" where that is not known: then nobody is a stranger.
    """
    words = edition.words
    home = province_name(province, edition.catalogue, words).lower()
    if not home:
        return ()
    bodies = (*_named_bodies(version, edition), *_told_in_channels(version))
    placed = [one for one in bodies if one.province]
    if any(home.endswith((one.province or "").lower()) for one in placed):
        return ()
    return tuple(dict.fromkeys(one.name for one in placed))


def _named_bodies(version: Version, edition: "Edition") -> Iterator[PublicBody]:
    """The bodies that receive, carry out or decide."""
    roles = version.agencies
    for part in (*roles.receiving.items, *roles.executing.items, *roles.deciding.items):
        for read in read_cell(_name_of(part, edition)):
            yield read.value


def _name_of(part: AgencyPart, edition: "Edition") -> str:
    return edition.agency_name(part.agency) if part.agency else part.text or ""


def _told_in_channels(version: Version) -> Iterator[PublicBody]:
    """The bodies that the ways to submit tell of."""
    told = {said: None for one in version.channels.items for said in (one.text, one.address)}
    for said in filter(None, told):
        yield from (read.value for read in read_bodies(said))


def _is_of(body: PublicBody, levels: frozenset[str]) -> bool:
    """Whether a body is one of the levels of a set, or a counter that may be that of any level."""
    if body.kind is BodyKind.ONE_STOP and not any(one.levels for one in body.chain):
        return not any(one.kind in _NEVER_LOCAL for one in body.chain)
    chain = (one for one in body.chain if one.kind not in _NEVER_LOCAL)
    return any(levels & set(one.levels) for one in chain)


def _may_be_of_any(body: PublicBody) -> bool:
    return body.kind in _OPEN and not any(one.levels or one.kind in _VERTICAL for one in body.chain)
