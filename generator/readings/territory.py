"""Whose procedure it is: of the country, or of one province."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.law.tables import Province, provinces
from generator.readings.body import BodyKind, Level, PublicBody
from generator.readings.lowered import lowered, province_named
from generator.records.registers import Agency, Procedure

_SUFFIX = re.compile(r"\.(?P<code>H[0-9]{2})\Z")
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

    def foreign(self, body: PublicBody | None) -> bool:
        """Whether a body is a local one of another territory than the procedure's."""
        if body is None or not self.known:
            return False
        local = (one for one in body.chain if one.kind in _LOCAL_KINDS and one.province)
        return any(one.province != self.province and set(one.levels) & set(_LOCAL) for one in local)


def territory_of(procedure: Procedure, agencies: Mapping[str, Agency]) -> Territory:
    """The territory by the publisher's name, else by the suffix of the code; unknown otherwise."""
    agency = agencies.get(procedure.agency)
    low = lowered(agency.name) if agency else ""
    if named := province_named(low):
        return Territory(named.province.name, known=True)
    if province := _by_suffix(procedure.code or ""):
        return Territory(province.name, known=True)
    return Territory(None, known=bool(_NATIONAL.match(low)))


def _by_suffix(code: str) -> Province | None:
    match = _SUFFIX.search(code)
    return next((one for one in provinces() if match and one.code == match["code"]), None)
