"""Whose procedure it is: of the country, or of one province."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.law.tables import provinces
from generator.law.text import slug
from generator.readings.bodies import read_cell
from generator.readings.body import BodyKind, Level, PublicBody
from generator.readings.evidence import Evidence, evidence_of
from generator.readings.lowered import lowered, province_named
from generator.records.registers import Agency, Procedure
from generator.records.version import LegalBasis, Version

_SUFFIX = re.compile(r"\.(?P<code>H[0-9]{2})\Z")
_LOCAL_ACT = re.compile(r"(?:UBND|HĐND)\Z", re.IGNORECASE)
_NATIONAL = re.compile(
    r"(?:bộ(?! phận)|ngân hàng nhà nước|thanh tra chính phủ|văn phòng chính phủ"
    r"|bảo hiểm xã hội việt|tập đoàn|tòa án|ban |ủy ban (?!nhân dân)|viện)"
)
_LOCAL_KINDS = (
    BodyKind.DEPARTMENT,
    BodyKind.COMMITTEE,
    BodyKind.COUNCIL,
    BodyKind.ONE_STOP,
    BodyKind.DIVISION,
    BodyKind.LAND_OFFICE,
    BodyKind.ZONE_BOARD,
    BodyKind.POLICE,
    BodyKind.TAX,
)
_LOCAL = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)


@dataclass(frozen=True, slots=True)
class Territory:
    """The province of a procedure; `known` with no province stands for the whole country."""

    province: str | None
    known: bool
    evidence: tuple[Evidence, ...] = ()

    def foreign(self, body: PublicBody | None) -> bool:
        """Whether a body is a local one of another territory than the procedure's."""
        if body is None or not self.known:
            return False
        local = (one for one in body.chain if one.kind in _LOCAL_KINDS and one.province)
        return any(one.province != self.province and set(one.levels) & set(_LOCAL) for one in local)


def territory_of(
    procedure: Procedure, agencies: Mapping[str, Agency], version: Version | None = None
) -> Territory:
    """The territory that the evidence tells; unknown where none does.

    In this order: the publisher (its recorded place, else its name), the executing and deciding
    agencies, the suffix of the code, a ministry that publishes, the local acts of the legal basis.
    """
    publisher = agencies.get(procedure.agency)
    name = publisher.name if publisher else ""
    if province := _of_publisher(name, publisher.place if publisher else None):
        return Territory(province, True, (evidence_of(("agency",), name),))
    national = bool(_NATIONAL.match(lowered(name)))
    if version and not national and (province := province_of_cells(_cells(version, agencies))):
        cell = next(one for one in _cells(version, agencies) if province_of_cells([one]))
        return Territory(province, True, (evidence_of(("agencies",), cell),))
    if suffix := province_of_code(procedure.code or ""):
        return Territory(suffix, True, (evidence_of(("code",), procedure.code or ""),))
    if version and not national:
        cited = [(one.number_as_printed or one.document, one.text or "") for one in _basis(version)]
        if province := province_of_acts(cited):
            return Territory(province, True, (evidence_of(("legal_basis",), province),))
    return Territory(None, known=national)


@lru_cache(1 << 10)
def _of_publisher(name: str, place: str | None) -> str | None:
    if place:
        wanted = place.partition("/")[0]
        recorded = (one.name for one in provinces() if slug(one.name) == wanted)
        if found := next(recorded, None):
            return found
    named = province_named(lowered(name))
    return named.province.name if named else None


def _cells(version: Version, agencies: Mapping[str, Agency]) -> list[str]:
    """The names of the executing and deciding agencies."""
    parts = (*version.agencies.executing.items, *version.agencies.deciding.items)
    known = ((agencies.get(part.agency or ""), part.text or "") for part in parts)
    return [agency.name if agency else text for agency, text in known]


def _basis(version: Version) -> tuple[LegalBasis, ...]:
    return version.legal_basis.items


def province_of_cells(cells: Iterable[str]) -> str | None:
    """The one province whose local bodies cells name; None when a ministry stands among them."""
    found: set[str] = set()
    for cell in cells:
        for reading in read_cell(cell):
            chain = reading.value.chain
            if any(one.kind is BodyKind.MINISTRY for one in chain):
                return None
            found |= {one.province for one in chain if one.province and one.kind in _LOCAL_KINDS}
    return found.pop() if len(found) == 1 else None


def province_of_code(code: str) -> str | None:
    """The province whose agency code ends the code of a procedure: Hà Nội for `1.000001.H26`."""
    match = _SUFFIX.search(code)
    found = (one.name for one in provinces() if match and one.code == match["code"])
    return next(found, None)


def province_of_acts(acts: Iterable[tuple[str, str]]) -> str | None:
    """The one province that local acts name, from pairs of a number and a title."""
    found: set[str] = set()
    for number, title in acts:
        named = province_named(lowered(title)) if _LOCAL_ACT.search(number) else None
        found |= {named.province.name} if named else set()
    return found.pop() if len(found) == 1 else None


def province_label(name: str) -> str:
    """A province as it stands in names of bodies: "tỉnh Gia Lai", "thành phố Huế".

    Raises StopIteration for a name of no province of today.
    """
    found = next(one for one in provinces() if one.name == name)
    return f"{'thành phố' if found.kind == 'city' else 'tỉnh'} {found.name}"
