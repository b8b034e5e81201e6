"""The impact of a change: pages, forms, linked procedures and offices."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator import addresses
from generator.records.catalogue import Catalogue
from generator.records.version import Version
from generator.review.compare import ProcedureChange


@dataclass(frozen=True, slots=True)
class Impact:
    """What a change of one procedure affects: addresses of pages, names, codes."""

    pages: tuple[str, ...]
    forms: tuple[str, ...]
    linked: tuple[str, ...]
    offices: tuple[str, ...]


Linkers = Mapping[str, tuple[str, ...]]
"""The procedures that name a procedure as linked to them."""


def linkers(head: Catalogue) -> Linkers:
    """Which procedures link to each procedure, computed once for all changes."""
    found: dict[str, list[str]] = defaultdict(list)
    for version in head.version_files.values():
        for link in version.linked_procedures.items:
            found[link.procedure].append(version.procedure)
    return {code: tuple(codes) for code, codes in found.items()}


def impact_of(change: ProcedureChange, head: Catalogue, linked_from: Linkers) -> Impact:
    """The impact of a change in the new catalogue."""
    versions = [version for version in (change.before, change.after) if version]
    forms = (form for version in versions for form in version.forms.items)
    differing = {c.item for c in change.changes if c.part == "forms"}
    touched = (form.name for form in forms if form.id in differing or change.before is None)
    return Impact(
        pages=tuple(dict.fromkeys(_pages(change, head))),
        forms=tuple(dict.fromkeys(touched)),
        linked=tuple(dict.fromkeys(_linked(change.procedure, versions, linked_from))),
        offices=tuple(dict.fromkeys(_offices(versions, head))),
    )


def _pages(change: ProcedureChange, head: Catalogue) -> Iterator[str]:
    code = change.procedure
    yield addresses.address(addresses.procedure(code))
    if change.after:
        yield addresses.address(addresses.version_address(code, change.after.version))
    procedure = head.procedures.get(code)
    if procedure:
        yield addresses.address(addresses.field(procedure.field))
        yield from (addresses.address(addresses.life_event(key)) for key in procedure.life_events)
    if change.after is None:
        yield addresses.address(addresses.ENDED)


def _linked(code: str, versions: list[Version], linked_from: Linkers) -> Iterator[str]:
    for version in versions:
        yield from (link.procedure for link in version.linked_procedures.items)
    yield from linked_from.get(code, ())


def _offices(versions: list[Version], head: Catalogue) -> Iterator[str]:
    for version in versions[-1:]:
        roles = version.agencies
        for part in (*roles.executing.items, *roles.receiving.items):
            agency = head.agencies.get(part.agency or "")
            yield agency.name if agency else part.text or ""
