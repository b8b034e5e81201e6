"""The registers that an import fills: agencies, fields, documents, decisions, life events."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from generator.imports.portal.agencies import AgencyRegister
from generator.imports.portal.identifiers import (
    SOURCE,
    SYSTEM,
    free_id,
    identifiers_of,
    line,
    union,
)
from generator.imports.portal.vocabulary import AUDIENCES
from generator.law.citations import key_of, names_no_province, normalise, parse
from generator.law.tables import life_event_table
from generator.law.text import slug
from generator.records.decision import Decision, Row, Signer
from generator.records.registers import (
    Field,
    LegalDocument,
    LifeEvent,
)
from generator.records.schema import load_schema
from generator.records.stated import Identifier
from generator.records.version import LegalBasis

NOT_IN_EXPORT = "Bản xuất của Cổng không có thông tin này."
NO_TITLE = "Bản xuất của Cổng không ghi trích yếu."
NO_NUMBER = "(không ghi số)"
NO_KNOWN_FORM = {"number_normalised": "Số, ký hiệu không đúng thể thức."}

_TYPES = frozenset(
    load_schema("legal-document")["properties"]["type"]["enum"]  # a letter is no legal document
)
_TWICE = 2
"""Of three records, two have days, and either may be the third."""


@dataclass(slots=True)
class Registers:
    """Everything that several procedures share; ids are assigned in the order of first mention.

    Those of agencies are in `agencies`.
    """

    agencies: AgencyRegister = field(default_factory=AgencyRegister)
    fields: dict[str, Field] = field(default_factory=dict)
    documents: dict[str, LegalDocument] = field(default_factory=dict)
    life_events: dict[str, LifeEvent] = field(default_factory=dict)
    decisions: dict[str, Decision] = field(default_factory=dict)
    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    _decision_ids: dict[tuple[str, str, date | None], str] = field(default_factory=dict)

    def register_field(self, name: str, code: str = "", identifier: str = "") -> str:
        """Enter a field by its name; returns its id."""
        name = line(name) or "Chưa phân lĩnh vực"
        key = slug(name, 80)
        known = self.fields.setdefault(key, Field(id=key, name=name))
        added = identifiers_of((f"{SYSTEM}-code", code), (SYSTEM, identifier))
        self.fields[key] = replace(known, identifiers=union(known.identifiers, added))
        return key

    def register_life_event(self, name: str, audience: str, identifier: str) -> str:
        """Enter the event of a group of the portal, one of our own where it goes into one."""
        listed = next((one for one in life_event_table().events if line(name) in one.portal), None)
        if listed:
            return self.register_listed_event(listed.id)
        key = slug(name)
        made = LifeEvent(id=key, name=line(name), audience=AUDIENCES.get(audience, "citizen"))
        known = self.life_events.setdefault(key, made)
        added = identifiers_of((SYSTEM, identifier))
        self.life_events[key] = replace(known, identifiers=union(known.identifiers, added))
        return key

    def register_listed_event(self, key: str) -> str:
        """Enter an event of our own table; returns its id."""
        one = next(one for one in life_event_table().events if one.id == key)
        made = LifeEvent(id=key, name=one.name, audience=one.audience, description=one.description)
        self.life_events.setdefault(key, made)
        return key

    def finished_life_events(self) -> tuple[LifeEvent, ...]:
        """The events in use: those of our table in its order, then the others."""
        order = {one.id: place for place, one in enumerate(life_event_table().events)}
        events = self.life_events.values()
        return tuple(sorted(events, key=lambda event: order.get(event.id, len(order))))

    def register_basis(
        self, name: str, number: str, publisher: str, identifier: str = ""
    ) -> LegalBasis:
        """Enter a document at its first mention; returns a reference to it."""
        key = _document_key(name, number, publisher)
        parsed = parse(number)
        made = LegalDocument(
            id=key,
            number=line(number) or NO_NUMBER,
            number_normalised=parsed.text if parsed else None,
            type=parsed.family if parsed and parsed.family in _TYPES else "other",
            title=name or line(number),
            status="not_stated",
            source=SOURCE,
        )
        known = self.documents.setdefault(key, made)
        added = identifiers_of((SYSTEM, identifier))
        self.documents[key] = replace(known, identifiers=union(known.identifiers, added))
        return LegalBasis(
            document=key,
            number_as_printed=number if number and number != known.number else None,
            text=name if name and name != known.title else None,
        )

    def register_decision(
        self,
        number: str,
        agency: str,
        signed: date | None = None,
        listed: date | None = None,
        identifiers: tuple[Identifier, ...] = (),
    ) -> str:
        """Enter a decision by agency, normalised number and date of signing; returns its id."""
        key = (agency, normalise(number), signed)
        known = self._decision_ids.get(key)
        if known is None:
            known = free_id(_decision_id(number, agency, signed), self.decisions)
            self._decision_ids[key] = known
            self.decisions[known] = _decision(known, number, agency, signed, listed)
        decision = self.decisions[known]
        both = union(decision.identifiers, identifiers)
        self.decisions[known] = replace(decision, identifiers=both)
        return known

    def add_row(self, decision: str, row: Row) -> None:
        """Add a row to a decision."""
        self.rows[decision].append(row)

    def all_records(self) -> Iterator[object]:
        """Everything that was entered, of every kind."""
        yield from self.agencies.records.values()
        yield from self.fields.values()
        yield from self.documents.values()
        yield from self.life_events.values()
        yield from self.finished_decisions()

    def finished_decisions(self) -> Iterable[Decision]:
        """The decisions with their rows, what two records tell of one put together."""
        told_twice = _told_twice(self.decisions.values())
        rows: dict[str, list[Row]] = defaultdict(list)
        for key in self.decisions:
            rows[told_twice.get(key, key)] += self.rows[key]
        for key, decision in self.decisions.items():
            if key not in told_twice:
                yield replace(decision, rows=tuple(rows[key]))


def _told_twice(decisions: Iterable[Decision]) -> dict[str, str]:
    """The records of no day, each with the one of a day that tells of the same decision.

    A number without its year comes again every year, so that nobody knows which of them is meant.
    """
    found: dict[tuple[str, str], list[Decision]] = defaultdict(list)
    for one in decisions:
        parsed = parse(one.number)
        if parsed and parsed.year:
            found[one.agency, parsed.text].append(one)
    return {
        undated.id: dated.id
        for alike in found.values()
        if len(alike) == _TWICE
        for dated, undated in (alike, alike[::-1])
        if _may_be_one(dated, undated)
    }


def _may_be_one(dated: Decision, undated: Decision) -> bool:
    """Whether a record of no day contradicts one of a day nowhere, the year of its number first."""
    parsed = parse(undated.number)
    return (
        dated.signed is not None
        and undated.signed is None
        and undated.listed in (None, dated.listed)
        and set(undated.identifiers) <= set(dated.identifiers)
        and parsed is not None
        and parsed.year == dated.signed.year
    )


def _decision(
    key: str, number: str, agency: str, signed: date | None, listed: date | None
) -> Decision:
    parsed = parse(number)
    unknown = {"signer": NOT_IN_EXPORT, "signed_file": NOT_IN_EXPORT, "effective": NOT_IN_EXPORT}
    unknown |= {} if signed else {"signed": NOT_IN_EXPORT}
    unknown |= {} if listed else {"listed": NOT_IN_EXPORT}
    unknown |= {} if parsed else NO_KNOWN_FORM
    return Decision(
        id=key,
        number=line(number) or NO_NUMBER,
        number_normalised=parsed.text if parsed else None,
        agency=agency,
        title=NO_TITLE,
        signer=Signer(name=None),
        signed=signed,
        listed=listed,
        effective=None,
        signed_file=None,
        rows=(),
        unknown=unknown,
        source=SOURCE,
    )


def _decision_id(number: str, agency: str, signed: date | None) -> str:
    """agency/year/serial, the serial followed by what else distinguishes the number."""
    parsed = parse(number)
    if parsed is None:
        year = str(signed.year) if signed else "khong-ro"
        return f"{agency}/{year}/{key_of(number) or 'khong-so'}"
    year = str(signed.year if signed else parsed.year or "khong-ro")
    name = slug(parsed.serial.replace(".", "-")).lstrip("0") or "0"
    suffix = parsed.symbol.partition("-")[2]
    parts = (name, str(parsed.year) if parsed.year else "", slug(suffix) if suffix else "")
    return f"{agency}/{year}/{'-'.join(part for part in parts if part)}"


def _document_key(name: str, number: str, publisher: str) -> str:
    """A number without its issuer is unique only when the issuer is one: not for local bodies."""
    key = key_of(number) or slug(name, 90)
    parsed = parse(number)
    local = parsed and names_no_province(parsed.symbol)
    return slug(f"{key}-{publisher}", 110) if local else key
