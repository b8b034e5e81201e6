"""Agencies of the portal: cells taken apart, forms of one name made one, ended bodies led on."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

from generator.imports.portal.address_owners import Owners
from generator.imports.portal.counters import BesidePlace, bodies_of_place
from generator.imports.portal.identifiers import (
    SOURCE,
    SYSTEM,
    free_id,
    identifiers_of,
    line,
    union,
    without_portal_marks,
)
from generator.law.tables import body_forms
from generator.law.text import slug
from generator.readings.bodies import read_cell
from generator.readings.body import BodyKind, Level, PublicBody
from generator.readings.evidence import Certainty, Reading
from generator.readings.lowered import lowered
from generator.readings.territory import province_label
from generator.records.registers import UNKNOWN_AGENCY, Agency
from generator.records.stated import AgencyPart, Unmapped

NO_NAME = "Chưa rõ cơ quan công bố"
FORM = "name"
"""The key under which a record keeps other forms of its name."""
_SYMBOL = re.compile(r"[A-ZĐ]{2,12}")
_FORMER = re.compile(r"\s?\([^()]{2,60}\scũ\)\Z")
"""A former name in brackets behind today's: "Bộ Mới (Bộ Cũ cũ)"."""
_OF_ONE_OFFICE = re.compile(r"[GHK][0-9]{2}\.")
"""The code of an office that has a name only within its province or ministry."""
_ONE_IN_THE_COUNTRY = re.compile(r"(?:cục|tổng cục)\s")
_ANY = re.compile(r"(?:các|cơ quan|cơ sở|đơn vị|bộ phận một cửa|điểm)\s|trung tâm phục vụ")
"""The words that begin a name that stands for many, where it names no place."""
_NO_AGENCY = frozenset(("cơ quan khác", "các cơ quan khác", "đơn vị khác"))
"""What the lists of the portal name beside agencies and nobody is."""
_LONGEST_NAME = 200


@dataclass(slots=True)
class AgencyRegister:
    """Agencies by id, in the order of first mention, and the texts that name none.

    `official_names` are the names (case-folded) that the portal's own lists give to agencies;
    `ministries`, the ministry of each department that texts put under one and no other; `owners`,
    the bodies of addresses. `marked` has the names with a mark of the portal, and the name that
    each became.
    """

    official_names: frozenset[str] = frozenset()
    ministries: Mapping[str, str] = field(default_factory=dict)
    owners: Owners = field(default_factory=dict)
    records: dict[str, Agency] = field(default_factory=dict)
    unlinked: Counter[str] = field(default_factory=Counter)
    marked: dict[str, str] = field(default_factory=dict)
    _ids: dict[tuple[str, str], str] = field(default_factory=dict)

    def register(self, name: str, code: str = "", identifier: str = "") -> str:
        """Enter the agency of a name, apart by code where offices share a name; returns its id."""
        name = line(name)
        meant = without_portal_marks(name)
        body = body_of_name(meant)
        key = self._enter(body, code) if body else self._enter_words(meant, code)
        if meant != name:
            self.marked[name] = self.records[key].name
        return self._complete(key, name, code, identifier)

    def register_cell(self, text: str) -> tuple[AgencyPart, ...]:
        """The agencies that a cell lists, in its order; words that name none stay words."""
        if line(text).casefold() in _NO_AGENCY:
            self.unlinked[text] += 1
            return (AgencyPart(text=text),)
        if line(text).casefold() in self.official_names and not lists_several(text):
            return (self._part(line(text), self.register(text)),)
        return tuple(self._register_reading(one) for one in read_cell(text))

    def register_row(self, row: Mapping[str, str]) -> tuple[AgencyPart, ...]:
        """The agency of a row of the detail API, or the agencies where its name lists several."""
        if lists_several(row["name"]):
            return self.register_cell(row["name"])
        key = self.register(row["name"], row.get("code") or "", row["id"])
        return (self._part(line(row["name"]), key),)

    def register_receivers(
        self, text: str, beside: BesidePlace | None = None
    ) -> tuple[AgencyPart, ...]:
        """The bodies that the words of a receiving place name; the first carries the words."""
        bodies = bodies_of_place(text, self.owners, beside or BesidePlace())
        keys = list(dict.fromkeys(self._enter(body) for body in bodies))
        if not keys:
            self.unlinked[text] += 1
            return (AgencyPart(text=text),)
        return (AgencyPart(agency=keys[0], text=text), *(AgencyPart(agency=k) for k in keys[1:]))

    def _register_reading(self, reading: Reading[PublicBody]) -> AgencyPart:
        words = reading.evidence[0].words
        if without_portal_marks(words) != words:
            return self._part(words, self.register(words))
        body = reading.value if reading.certainty is Certainty.SURE else body_of_name(words)
        if body:
            return self._part(words, self._enter(body))
        if line(words).casefold() in self.official_names:
            return self._part(words, self.register(words))
        self.unlinked[words] += 1
        return AgencyPart(text=words)

    def _part(self, words: str, key: str) -> AgencyPart:
        same = without_portal_marks(line(words)) == self.records[key].name
        return AgencyPart(agency=key, text=None if same else words)

    def _enter(self, body: PublicBody, code: str = "") -> str:
        """Enter a body, and the bodies that it is put under or that took its place."""
        name = self._name(body)
        own = code if _OF_ONE_OFFICE.match(code) and _is_many(body) else ""
        known = self._ids.get((_folded(name), own))
        return known or self._enter_new(name, own, body)

    def _enter_new(self, name: str, code: str, body: PublicBody) -> str:
        key = self._add(name, code, "class" if _is_class(body) else "agency")
        parent = _parent(body) or body_of_name(self.ministries.get(_folded(body.name), ""))
        level = str(body.levels[0]) if len(body.levels) == 1 else None
        above = self._enter(parent) if parent else None
        self.records[key] = replace(self.records[key], level=level, parent=above)
        if body.ended:
            heirs = tuple(self._enter(heir) for heir in _heirs(body))
            end = body.ended.since - timedelta(days=1) if heirs else None
            self.records[key] = replace(self.records[key], successors=heirs, valid_to=end)
        return key

    def _name(self, body: PublicBody) -> str:
        """The name of a body with that of the one above it, unless the country has one such."""
        parent, own = _parent(body), full_name(body.name)
        if parent is None or self.ministries.get(_folded(body.name)) == parent.name:
            return own
        return f"{own} thuộc {self._name(parent)}"

    def _enter_words(self, name: str, code: str) -> str:
        known = self._ids.get((_folded(name), ""))
        if known and not (code and self.records[known].codes):
            return known
        return self._ids.get((_folded(name), code)) or self._add(name, code, "agency")

    def _add(self, name: str, code: str, kind: str) -> str:
        key = free_id(slug(name, 80) if name else UNKNOWN_AGENCY, self.records, code)
        shown = name or NO_NAME
        self.records[key] = Agency(id=key, name=shown, kind=kind, level=None, source=SOURCE)
        self._ids.setdefault((_folded(name), code), key)
        return key

    def _complete(self, key: str, name: str, code: str, identifier: str) -> str:
        """Add what the portal gives of an agency: its codes, and the form of its name."""
        known = self.records[key]
        self.records[key] = replace(
            known,
            codes=union(known.codes, identifiers_of((SYSTEM, code))),
            identifiers=union(known.identifiers, identifiers_of((SYSTEM, identifier))),
        )
        self._ids.setdefault((_folded(name), code), key)
        if name and name != known.name:
            self._keep_form(key, name)
        return key

    def _keep_form(self, key: str, name: str) -> None:
        known = self.records[key]
        if _SYMBOL.fullmatch(name):
            self.records[key] = replace(known, symbol=known.symbol or name)
            return
        source = known.source or SOURCE
        forms = tuple(dict.fromkeys((*source.unmapped, Unmapped(key=FORM, value=name))))
        self.records[key] = replace(known, source=replace(source, unmapped=forms))


def beside_place(publisher: Agency, executing: str) -> BesidePlace:
    """What tells whose a receiving place is: the publisher, the cell of who carries out."""
    bodies = tuple(one.value for one in read_cell(executing))
    return BesidePlace(body_of_name(publisher.name), bodies)


def ministries_of(texts: Iterable[str]) -> dict[str, str]:
    """The ministry of each central department that the texts put under one, by its folded name."""
    found: dict[str, set[str]] = {}
    for text in texts:
        for reading in read_cell(text):
            body, parent = reading.value, _parent(reading.value)
            if (
                parent
                and parent.kind is BodyKind.MINISTRY
                and _ONE_IN_THE_COUNTRY.match(lowered(body.name))
            ):
                found.setdefault(_folded(body.name), set()).add(parent.name)
    return {name: min(parents) for name, parents in found.items() if len(parents) == 1}


def _folded(name: str) -> str:
    """What forms of one name have in common: letters without marks, in lower case."""
    return slug(name, _LONGEST_NAME * 2)


def full_name(name: str) -> str:
    """The full name of a body that is known under another form, else the name."""
    return body_forms().get(lowered(name), name)


def body_of_name(name: str) -> PublicBody | None:
    """The body of a name that names one and nothing else, a former name in brackets aside."""
    read = read_cell(full_name(_FORMER.sub("", name))) if name else ()
    if len(read) != 1 or read[0].certainty is not Certainty.SURE:
        return None
    return read[0].value


def lists_several(text: str) -> bool:
    """Whether a text lists several bodies, or is too long for the name of one."""
    return len(text) > _LONGEST_NAME or len(read_cell(text)) > 1


def _parent(body: PublicBody) -> PublicBody | None:
    """The body above, as law has it and not where words only place one counter at another.

    A department of a province is under no ministry; a one-stop centre is its committee's; what
    has a counter at a centre is not under it.
    """
    parent = body.parent
    if parent is None or body.name.startswith("Trung tâm Phục vụ hành chính công"):
        return None
    if body.kind is BodyKind.DEPARTMENT and parent.kind is BodyKind.MINISTRY:
        return None
    placed = parent.kind is BodyKind.ONE_STOP and body.kind is not BodyKind.ONE_STOP
    return None if placed else parent


def _is_class(body: PublicBody) -> bool:
    """Whether a name stands for the bodies of a level and not for one of them."""
    if body.province or _names_commune(body):
        return False
    local = set(body.levels) & {Level.PROVINCE, Level.DISTRICT, Level.COMMUNE}
    many = bool(local or _ANY.match(lowered(body.name)))
    return many and (body.parent is None or _is_class(body.parent))


def _names_commune(body: PublicBody) -> bool:
    return body.levels == (Level.COMMUNE,) and "cấp xã" not in body.name


def _is_many(body: PublicBody) -> bool:
    """Whether offices of many places have the name: no territory and no level is in it."""
    return (not body.levels and not body.province and not body.parent) or (
        body.kind is BodyKind.LAND_OFFICE and not body.province
    )


def _heirs(body: PublicBody) -> Iterable[PublicBody]:
    """The bodies that took the place of an ended one, those of its own province."""
    assert body.ended
    for name in body.ended.successors:
        where = (
            f" {province_label(body.province)}"
            if body.province and body.kind is BodyKind.DEPARTMENT
            else ""
        )
        heir = body_of_name(name if name.endswith(where) else f"{name}{where}")
        if heir and name[:1].isupper() and not heir.ended:
            yield heir
