"""The same records under the ids that procedures have now: a code was assigned to some."""

from collections.abc import Mapping
from dataclasses import replace

from generator.records.catalogue import Catalogue
from generator.records.decision import Row
from generator.records.version import Version


def renamed_ids(head: Catalogue) -> Mapping[str, str]:
    """The ids that procedures had before, and the id that each has now."""
    return {
        old: procedure.id
        for procedure in head.procedures.values()
        for old in procedure.former_ids
        if old not in head.procedures
    }


def rename_in_version(version: Version, renamed: Mapping[str, str]) -> Version:
    """A version as it reads with other ids of procedures: its own and those that it links to."""
    linked = version.linked_procedures
    named = {version.procedure, *(link.procedure for link in linked.items)}
    if named.isdisjoint(renamed):
        return version
    links = tuple(
        replace(link, procedure=renamed.get(link.procedure, link.procedure))
        for link in linked.items
    )
    return replace(
        version,
        procedure=renamed.get(version.procedure, version.procedure),
        linked_procedures=replace(linked, items=links),
    )


def rename_in_row(row: Row, renamed: Mapping[str, str]) -> Row:
    """A row of a decision as it reads with other ids of procedures."""
    by = tuple(replace(one, procedure=renamed.get(one.procedure, one.procedure)) for one in row.by)
    return replace(
        row,
        procedure=renamed.get(row.procedure or "", row.procedure),
        replaces=tuple(renamed.get(code, code) for code in row.replaces),
        by=by,
    )
