"""The versions that name an agency, for who renames or merges it at the desk."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields

from generator.law.timeline import timelines
from generator.records.catalogue import Catalogue
from generator.records.version import Version


def desk_agencies(catalogue: Catalogue) -> dict[str, list[str]]:
    """By agency the versions, `code/version`, that bind at some time and name it; also those of the
    procedures that it publishes. Drafts do not count.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for code, timeline in sorted(timelines(catalogue.without_drafts()).items()):
        procedure = catalogue.procedures.get(code)
        for version in dict.fromkeys(one.version for one in timeline.intervals):
            named = {*_named(catalogue.version(code, version))}
            for agency in named | ({procedure.agency} if procedure else set()):
                found[agency].append(f"{code}/{version}")
    return dict(sorted(found.items()))


def _named(version: Version | None) -> Iterator[str]:
    """The agencies of the register that a version names by their ids."""
    parts = version.agencies if version else None
    for role in fields(parts) if parts else ():
        for part in getattr(parts, role.name).items:
            if part.agency:
                yield part.agency
