"""Whose an address is, where a receiving place gives an address and names no body."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.law.tables import body_forms
from generator.law.text import slug
from generator.readings.bodies import body_at, read_cell
from generator.readings.body import BodyKind, Level, PublicBody
from generator.readings.evidence import Certainty
from generator.readings.filing_cells import doors_of_cell
from generator.readings.lowered import lowered

_ENOUGH = 3
"""Procedures at one address that one body carries out, for it to be the body's."""
_SEAT = re.compile(r"(?<!\w)trụ sở (?:làm việc |chính )?của ")
_LEFT_OUT = re.compile(r"\b(?:so|duong|pho|nha)-")
_NUMBER_AND_STREET = 4
"""The syllables of an address that tell it apart: the number, and a street of three."""

Owners = Mapping[str, PublicBody]


def address_owners(places: Iterable[tuple[str, str]]) -> dict[str, PublicBody]:
    """The body of each address that leads to one and no other, by the key of the address.

    `places` are the cells of receiving places, each with that of the agencies that carry the
    procedure out. What a cell says of an address counts more than who carries out what.
    """
    told: dict[str, dict[str, PublicBody]] = defaultdict(dict)
    shared: dict[str, list[frozenset[PublicBody]]] = defaultdict(list)
    for receiving, executing in places:
        for key, body in _addresses(receiving):
            if body is None:
                shared[key].append(frozenset(_single_bodies(executing)))
            elif body.kind is not BodyKind.ONE_STOP:
                told[key].setdefault(body_forms().get(lowered(body.name), body.name), body)
    many = {key: found for key, found in shared.items() if len(found) >= _ENOUGH}
    by_work = {key: tuple(frozenset.intersection(*found)) for key, found in many.items()}
    by_word = {key: tuple(found.values()) for key, found in told.items()}
    return {key: found[0] for key, found in (by_work | by_word).items() if len(found) == 1}


def owner_of(text: str, owners: Owners) -> PublicBody | None:
    """The body whose seat or address a receiving place gives, where it names no body besides."""
    low = lowered(text)
    if (seat := _SEAT.search(low)) and (named := body_at(text, low, seat.end())):
        return named.body
    found = list(_addresses(text)) if owners else []
    return owners.get(found[0][0]) if len(found) == 1 and found[0][1] is None else None


def owners_at(text: str, owners: Owners) -> Iterator[PublicBody]:
    """The bodies whose addresses a receiving place gives."""
    keys = [key for key, _ in _addresses(text)] if owners else ()
    yield from (owners[key] for key in keys if key in owners)


def _addresses(text: str) -> Iterator[tuple[str, PublicBody | None]]:
    """The keys of the addresses of a cell, each with the body whose it is said to be."""
    for door in doors_of_cell(text, ()):
        key = _key(door.value.address or "")
        if key:
            body = door.value.body
            yield key, body.chain[-1] if body else None


def _key(address: str) -> str:
    """House number and street, without marks; empty where an address begins without a number."""
    words = _LEFT_OUT.sub("", slug(address, len(address) + 1)).split("-")[:_NUMBER_AND_STREET]
    return "-".join(words) if words[0][:1].isdigit() and len(words) == _NUMBER_AND_STREET else ""


def _single_bodies(cell: str) -> Iterator[PublicBody]:
    """The bodies that a cell names, none that stands for those of a level."""
    for reading in read_cell(cell) if cell else ():
        body = reading.value
        local = set(body.levels) & {Level.PROVINCE, Level.DISTRICT, Level.COMMUNE}
        if reading.certainty is Certainty.SURE and (body.province or not local):
            yield body
