"""What a body is: its unified name, kind, levels, province, parent, and whether it has ended."""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

_LEVEL_WORDS = re.compile(r",? (?=cấp )")


class Level(StrEnum):
    """A tier of administration; the district tier ended on 1 July 2025."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


class BodyKind(StrEnum):
    """What sort of body a name stands for."""

    MINISTRY = "ministry"
    DIRECTORATE = "directorate"
    DEPARTMENT = "department"
    COMMITTEE = "committee"
    COUNCIL = "council"
    DIVISION = "division"
    LAND_OFFICE = "land_office"
    ZONE_BOARD = "zone_board"
    ONE_STOP = "one_stop"
    POLICE = "police"
    MILITARY = "military"
    TAX = "tax"
    CUSTOMS = "customs"
    INSURANCE = "insurance"
    TREASURY = "treasury"
    BANK = "bank"
    COURT = "court"
    DIPLOMATIC = "diplomatic"
    INSPECTION = "inspection"
    PORT = "port"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Ended:
    """A body or level that has ended; `sure` when all its work went to the successors named."""

    since: date
    successors: tuple[str, ...]
    sure: bool


@dataclass(frozen=True, slots=True)
class PublicBody:
    """A body by its unified name (forms of one name give one value).

    `levels` are none when the name does not say; `province` is the province of today that the name
    names, whatever it was called. `parent` is the body that the words put it under.
    """

    name: str
    kind: BodyKind
    levels: tuple[Level, ...] = ()
    province: str | None = None
    parent: "PublicBody | None" = None
    ended: Ended | None = None

    @property
    def chain(self) -> tuple["PublicBody", ...]:
        """The body and the bodies above it that the words name, from the lowest."""
        return (self, *(self.parent.chain if self.parent else ()))


def of_each_level(body: PublicBody) -> tuple[PublicBody, ...]:
    """The bodies of a name for those of several levels, one a level: "… cấp tỉnh, cấp xã"."""
    stem, *said = _LEVEL_WORDS.split(body.name)
    if body.province or len(said) < 2 or len(said) != len(body.levels):
        return (body,)
    named = zip(said, body.levels, strict=True)
    return tuple(replace(body, name=f"{stem} {word}", levels=(level,)) for word, level in named)
