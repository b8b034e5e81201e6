"""One place of filing as a line: its name, its name of today, where it stands, whose it is."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator import addresses
from generator.model.edition import Edition
from generator.pages.answers.cell import stands_out
from generator.pages.nodes.html import Html, anchor, element, escape_html, escape_line, join_html
from generator.readings.body import BodyKind, PublicBody
from generator.readings.door import Door, DoorKind
from generator.readings.filing_desks import is_bare_desk
from generator.readings.lowered import lowered
from generator.records.stated import AgencyPart
from generator.records.version import Version

_SPACE = escape_html(" ")
_MOST_NAMES = 4
"""Executing bodies that an answer names."""
_OF_MANY = re.compile(r"cơ quan (?:thuế|hải quan|đăng ký|kiểm dịch|kiểm lâm|điều hành|đầu mối)")
_POLICE = ("công an", "công an các đơn vị, địa phương có thẩm quyền")
_OTHER_BODY = "cơ quan khác"
"""What sources write into the field of a body when its list has no name for it."""


@dataclass(frozen=True, slots=True)
class PlaceOnPage:
    """The version that an answer is about, its edition, and the address of the page."""

    version: Version
    edition: Edition
    here: str


def office_line(door: Door, shown: PlaceOnPage) -> Html:
    """An office with all that tells which one it is."""
    today = _today(door.body, shown) or _heirs(door.agency, shown.edition)
    more = [today, door.locality or "", door.address or ""]
    said = [f", {part}" for part in more if part and part != door.name]
    whose = join_html((escape_line(part) for part in _whose(door, shown)), _SPACE)
    line = join_html([office_name(door, shown), *map(escape_line, said)])
    return join_html(filter(None, (line, whose)), _SPACE)


def office_name(door: Door, shown: PlaceOnPage) -> Html:
    """The office by its words, or by the rule; a link when the register has it."""
    edition = shown.edition
    agency = edition.agency(door.agency) if door.agency else None
    if door.kind is DoorKind.RULE:
        level = door.levels[0]
        name = edition.words(f"answer.one_stop.{level}", agency=agency.name if agency else "")
    else:
        name = " ".join(door.name.split())
    if agency is None:
        return stands_out(name)
    link = anchor(name, addresses.href(addresses.agency(agency.id), shown.here))
    return element("strong", link)


def every_executing_name(version: Version, edition: Edition) -> list[str]:
    """The names of the executing bodies, each once."""
    return list(dict.fromkeys(_names(version.agencies.executing.items, edition)))


def executing_names(version: Version, edition: Edition) -> str:
    """The names of the first executing bodies, and how many more there are."""
    return _first_names(every_executing_name(version, edition), edition)


def _first_names(names: list[str], edition: Edition) -> str:
    more = len(names) - _MOST_NAMES
    left = [edition.words("answer.more_offices", count=more)] if more > 0 else []
    return "; ".join([*names[:_MOST_NAMES], *left])


def _names(parts: Iterable[AgencyPart], edition: Edition) -> Iterator[str]:
    for part in parts:
        agency = edition.agency(part.agency) if part.agency else None
        name = " ".join((agency.name if agency else part.text or "").split())
        if name and lowered(name) != _OTHER_BODY:
            yield name


def _whose(door: Door, shown: PlaceOnPage) -> Iterator[str]:
    """The executing bodies beside a name that fits many: a desk, "cơ quan thuế", a ministry."""
    names = every_executing_name(shown.version, shown.edition) if _fits_many(door) else []
    told = lowered(office_name(door, shown))
    if names and not any(lowered(name) in told for name in names[:_MOST_NAMES]):
        said = _first_names(names, shown.edition)
        yield f"({shown.edition.words('answer.executed_by', names=said)})"


def _fits_many(door: Door) -> bool:
    if door.kind is DoorKind.RULE:
        return True
    if door.body is None:
        return False
    if is_bare_desk(door.body) or _is_bare_ministry(door):
        return True
    if door.locality or door.address:
        return False
    if door.levels:
        return False
    of_many = door.body.kind in (BodyKind.TAX, BodyKind.CUSTOMS, BodyKind.OTHER)
    named = _OF_MANY.match(lowered(door.name)) is not None
    return (of_many and named) or lowered(door.name) in _POLICE


def _is_bare_ministry(door: Door) -> bool:
    """Whether a door is a ministry alone: which of its departments, the name does not say."""
    kind = door.body.kind if door.body else None
    return kind is BodyKind.MINISTRY and not door.address and "(" not in door.name


def _heirs(key: str | None, edition: Edition) -> str:
    """What has taken the place of an agency of the register that has ended."""
    names = "; ".join(map(edition.agency_name, edition.heirs(key) if key else ()))
    return edition.words("answer.today", names=names) if names else ""


def _today(body: PublicBody | None, shown: PlaceOnPage) -> str:
    """What has taken the place of a body or level that ended: what the record names, if it does."""
    if body is None or body.ended is None or not body.ended.successors:
        return ""
    agencies = shown.version.agencies
    parts = (*agencies.executing.items, *agencies.deciding.items, *agencies.receiving.items)
    recorded = lowered(" ; ".join(_names(parts, shown.edition)))
    named = [name for name in body.ended.successors if lowered(name) in recorded]
    is_sure = body.ended.sure or len(named) == 1
    names = "; ".join(named if len(named) == 1 else body.ended.successors)
    return shown.edition.words("answer.today" if is_sure else "answer.today_likely", names=names)
