"""The parts of a version of which its source states nothing."""

from collections.abc import Iterator
from typing import Any

from generator.records.stated import Stated
from generator.records.version import AGENCY_ROLES, Version


def is_left_out(stated: Stated[Any]) -> bool:
    """Whether a part says nothing at all: no items, no words, and not that there is none."""
    return not (stated.items or stated.none or stated.text)


def lacking_parts(version: Version) -> Iterator[tuple[str, str]]:
    """The parts of which nothing is stated, each with the reason in the record or nothing."""
    stated: dict[str, Stated[Any]] = {
        "levels": version.levels,
        "applicants": version.applicants,
        "conditions": version.conditions,
        "dossier": version.dossier.groups,
        "channels": version.channels,
        "results": version.results,
        "steps": version.steps,
        "forms": version.forms,
        **{role: getattr(version.agencies, role) for role in AGENCY_ROLES},
        "legal_basis": version.legal_basis,
    }
    for part, one in stated.items():
        if is_left_out(one):
            yield part, one.not_stated or ""
    if version.online.level == "not_stated":
        yield "online", ""
