"""The records of one publisher among those of many, so that an import is a member's catalogue."""

from collections import Counter
from dataclasses import replace

from generator.imports.portal.announcing import Found, publisher_of
from generator.imports.portal.convert import register_of
from generator.imports.portal.input_records import Sources
from generator.imports.portal.registers import Registers
from generator.law.text import slug
from generator.records.registers import Agency


class UnknownPublisherError(ValueError):
    """No record is of the publisher that was asked for; `known` are those that have some."""

    def __init__(self, known: tuple[str, ...]) -> None:
        super().__init__()
        self.known = known


def keep_publisher(sources: Sources, asked: str) -> Sources:
    """The sources with the records of one publisher, by its name in any form, its id or code.

    Who publishes is read as an import reads it: from the detail, the list, or the decision's
    symbol. Raises UnknownPublisherError.
    """
    registers = Registers(agencies=register_of(sources))
    publishers = {code: publisher_of(_found(sources, code), registers) for code in _codes(sources)}
    named = registers.agencies.register(asked)
    agencies = registers.agencies.records
    counts = Counter(publishers.values())
    wanted = {key for key in counts if key == named or _is_called(agencies[key], asked)}
    if not wanted:
        raise UnknownPublisherError(tuple(agencies[key].name for key, _ in counts.most_common()))
    records = {
        shape: {code: one for code, one in found.items() if publishers[code] in wanted}
        for shape, found in sources.records.items()
    }
    return replace(sources, records=records)


def _codes(sources: Sources) -> list[str]:
    return sorted({code for found in sources.records.values() for code in found})


def _found(sources: Sources, code: str) -> Found:
    return {record.shape: record for record in sources.of(code)}


def _is_called(agency: Agency, asked: str) -> bool:
    """Whether an id, a code, a symbol or a form of the name is what was asked for."""
    codes = (one.value for one in (*agency.codes, *agency.identifiers))
    forms = agency.source.unmapped if agency.source else ()
    names = (agency.name, agency.short_name, *(form.value for form in forms))
    if asked in (agency.id, agency.symbol, *codes):
        return True
    return slug(asked) in {slug(name) for name in names if name}
