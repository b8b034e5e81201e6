"""The places of a catalogue's agencies, where their names say them beyond doubt."""

import re
from collections.abc import Mapping
from pathlib import Path

from generator.imports.places.convert import COMMUNE_KINDS
from generator.law.text import fold_text
from generator.readings.bodies import read_cell
from generator.readings.body import BodyKind, PublicBody
from generator.readings.body_grammar import COMMUNE
from generator.readings.evidence import Certainty
from generator.readings.lowered import lowered, province_pattern
from generator.records.layout import path_of
from generator.records.registers import Agency
from generator.records.tree import load_catalogue
from generator.records.units import ProvinceUnit

_LEVEL = re.compile(r"(?m)^level: .*\n")


def write_places_of_agencies(catalogue: Path) -> int:
    """Add `place` to the files of agencies that have none; returns how many that are."""
    loaded, _ = load_catalogue(catalogue)
    written = 0
    for key, agency in loaded.agencies.items():
        place = None if agency.place else place_of(agency, loaded.places)
        file = catalogue / path_of("agency", key)
        text = file.read_text(encoding="utf8")
        placed = _LEVEL.sub(rf"\g<0>place: {place}\n", text, count=1)
        if place and placed != text:
            file.write_text(placed, encoding="utf8", newline="\n")
            written += 1
    return written


def place_of(agency: Agency, places: Mapping[str, ProvinceUnit]) -> str | None:
    """The place that the name of an agency says: its province, or its commune with the province.

    None when the name says none, when it says it without "tỉnh" or "thành phố" (names of
    organisations have names of provinces in them), and for what is under a ministry.
    """
    read = read_cell(agency.name)
    if len(read) != 1 or read[0].certainty is not Certainty.SURE or _is_of_ministry(read[0].value):
        return None
    body = read[0].value
    wanted = fold_text(body.province or "")
    province = next((one for one in places.values() if fold_text(one.name) == wanted), None)
    if province is None or not _named().search(lowered(agency.name)):
        return None
    commune = COMMUNE.search(agency.name)
    if commune is None:
        return province.id
    kind = COMMUNE_KINDS.get(commune["unit"].lower())
    found = [
        one
        for one in province.communes
        if one.kind == kind and fold_text(one.name) == fold_text(commune["name"])
    ]
    return f"{province.id}/{found[0].code}" if len(found) == 1 else province.id


def _is_of_ministry(body: PublicBody) -> bool:
    return any(one.kind is BodyKind.MINISTRY for one in body.chain)


def _named() -> re.Pattern[str]:
    return re.compile(rf"(?:tỉnh|thành phố|tp\.?)\s*(?:{province_pattern()})(?!\w)")
