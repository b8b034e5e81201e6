"""Rows of tables → records of provinces, and what of the rows could not be placed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from generator.imports.places.tables import Row, SourceRow, Tables
from generator.law.text import fold_text, slug
from generator.law.titles import vietnamese_order
from generator.records.stated import Source
from generator.records.units import CommuneUnit, FormerUnit, ProvinceUnit
from generator.search.place_names import print_kind

_PROVINCES = {"tỉnh": "province", "thành phố": "city"}
COMMUNE_KINDS = {"xã": "commune", "phường": "ward", "đặc khu": "special_zone"}
_PROVINCE_CODE = re.compile(r"[0-9]{2}")
_COMMUNE_CODE = re.compile(r"[0-9]{5}")
_FORMER_CODE = re.compile(r"(?:[0-9]{2,5})?")

_Links = defaultdict[str, list[Row]]
"""Links by the code of the commune to which they lead."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """A row that was not taken as it stands: the code of the finding, and its values."""

    row: SourceRow
    code: str
    values: dict[str, str]


@dataclass(slots=True)
class Converted:
    """Provinces by id, how many links were taken and lost, and the flaws, those of units first."""

    places: dict[str, ProvinceUnit] = field(default_factory=dict)
    links: int = 0
    lost: int = 0
    flaws: list[Flaw] = field(default_factory=list)


def convert_tables(tables: Tables, since: date) -> Converted:
    """Make a record of each province; `since` is the day from which the units hold."""
    converted = Converted()
    units = _take_units(tables.units, converted.flaws)
    links = _take_links(tables.links, units, converted)
    for code, row in units.provinces.items():
        full = row.values["full_name"]
        communes = [_commune(one, links[one.values["code"]], full) for one in units.communes[code]]
        place = _province(row, communes, since)
        converted.places[place.id] = place
    return converted


@dataclass(slots=True)
class _Units:
    """Rows of units: provinces by code, communes by their province, all by code; provinces' ids."""

    provinces: dict[str, SourceRow] = field(default_factory=dict)
    communes: dict[str, list[SourceRow]] = field(default_factory=lambda: defaultdict(list))
    by_code: dict[str, SourceRow] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)

    def named(self, province: str, name: str) -> SourceRow | None:
        """The only commune of a province with a name, tones and case aside."""
        wanted = fold_text(name)
        found = [row for row in self.communes[province] if _folded(row) == wanted]
        return found[0] if len(found) == 1 else None

    def add_province(self, row: SourceRow) -> bool:
        """Take a row that is a province with code and name of its own, or say that it is not."""
        code, read = row.values["code"], _kind_and_name(row.values["full_name"], _PROVINCES)
        if not read or not _PROVINCE_CODE.fullmatch(code) or code in self.by_code:
            return False
        if slug(read[1]) in self.ids:
            return False
        self.ids.add(slug(read[1]))
        self.provinces[code] = self.by_code[code] = row
        return True

    def add_commune(self, row: SourceRow) -> bool:
        """Take a row that is a commune of a province taken before, or say that it is not."""
        code, province = row.values["code"], row.values["province_code"]
        named = _kind_and_name(row.values["full_name"], COMMUNE_KINDS)
        if not named or not _COMMUNE_CODE.fullmatch(code) or code in self.by_code:
            return False
        if province not in self.provinces:
            return False
        self.by_code[code] = row
        self.communes[province].append(row)
        return True


def _take_units(rows: Sequence[SourceRow], flaws: list[Flaw]) -> _Units:
    """The rows that are units, provinces first; every other row is a flaw."""
    units = _Units()
    provinces = [row for row in rows if row.values["level"] == "province"]
    communes = [row for row in rows if row.values["level"] != "province"]
    for add, group in ((units.add_province, provinces), (units.add_commune, communes)):
        for row in group:
            if not add(row):
                found = f"{row.values['code']} {row.values['full_name']}"
                flaws.append(Flaw(row, "NL607", {"found": found}))
    return units


def _folded(row: SourceRow) -> str:
    return fold_text(row.values["full_name"])


def _kind_and_name(full: str, kinds: Mapping[str, str]) -> tuple[str, str] | None:
    """The kind and the bare name of "Phường Quy Nhơn"; None when it begins with no known kind."""
    for word, kind in kinds.items():
        if full.lower().startswith(f"{word} ") and full[len(word) :].strip():
            return kind, full[len(word) :].strip()
    return None


def _take_links(rows: Iterable[SourceRow], units: _Units, converted: Converted) -> _Links:
    """The links by the code of the commune to which they lead; a flaw is named at its first row."""
    found: _Links = defaultdict(list)
    named: set[tuple[str, str, str]] = set()
    for row in rows:
        target, flaw = _find_target(row, units)
        written = (flaw, row.values["new_ward_code"], row.values["new_ward"])
        if flaw and written not in named:
            named.add(written)
            converted.flaws.append(_flaw(row, flaw, target))
        if target:
            found[target.values["code"]].append(row.values)
            converted.links += 1
        converted.lost += not target
    return found


def _find_target(row: SourceRow, units: _Units) -> tuple[SourceRow | None, str]:
    """The commune of a link and the flaw of the link: by its code, else by its name.

    Of a commune that became a ward the name stays and the kind does not. A link from no unit, or
    from one with a code that is none, leads nowhere.
    """
    name = row.values["new_ward"]
    if not _names_former(row.values):
        return None, "NL607"
    target = units.by_code.get(row.values["new_ward_code"])
    if target and _folded(target) == fold_text(name):
        return target, ""
    if target and _bare(target.values["full_name"]) == _bare(name):
        return target, "NL610"
    named = units.named(row.values.get("new_province_code", ""), name)
    return named, "NL608" if named else "NL609"


def _names_former(link: Row) -> bool:
    named = link["old_ward"] or link["old_district"]
    return bool(named and _FORMER_CODE.fullmatch(link.get("old_ward_code", "")))


def _bare(full: str) -> str:
    """A name without its kind, folded."""
    known = _kind_and_name(full, COMMUNE_KINDS)
    return fold_text(known[1] if known else full)


def _flaw(row: SourceRow, code: str, target: SourceRow | None) -> Flaw:
    found = f"{row.values['new_ward_code']} {row.values['new_ward']}"
    wanted = f"{target.values['code']} {target.values['full_name']}" if target else ""
    return Flaw(row, code, {"found": found, "old": row.values["old_ward"], "wanted": wanted})


def _province(row: SourceRow, communes: Sequence[CommuneUnit], since: date) -> ProvinceUnit:
    kind, name = _read_name(row, _PROVINCES)
    full = row.values["full_name"]
    former = dict.fromkeys(f.province or full for one in communes for f in one.merged_from)
    merged = tuple(FormerUnit(name=one) for one in sorted(former)) if len(former) > 1 else ()
    return ProvinceUnit(
        id=slug(name),
        code=row.values["code"],
        name=name,
        kind=kind,
        valid_from=since,
        merged_from=merged,
        communes=tuple(sorted(communes, key=lambda commune: commune.code)),
        source=Source(system=row.file),
    )


def _commune(row: SourceRow, links: Iterable[Row], province: str) -> CommuneUnit:
    kind, name = _read_name(row, COMMUNE_KINDS)
    former = sorted((_former(link, province) for link in links), key=_by_name)
    return CommuneUnit(code=row.values["code"], name=name, kind=kind, merged_from=tuple(former))


def _former(link: Row, province: str) -> FormerUnit:
    """The former unit of a link; a district that had no communes is itself the unit."""
    same = fold_text(link["old_province"]) == fold_text(province)
    return FormerUnit(
        name=print_kind(link["old_ward"] or link["old_district"]),
        district=print_kind(link["old_district"]) if link["old_ward"] else None,
        province=None if same else print_kind(link["old_province"]),
        code=link.get("old_ward_code") or None,
    )


def _by_name(former: FormerUnit) -> tuple[object, ...]:
    return former.province or "", former.district or "", *vietnamese_order(former.name)


def _read_name(row: SourceRow, kinds: Mapping[str, str]) -> tuple[str, str]:
    found = _kind_and_name(row.values["full_name"], kinds)
    assert found, "only rows with a kind and a name are kept"
    return found
