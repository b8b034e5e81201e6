"""Which procedures of an edition are kin: of one subject, at several places or levels."""

from collections.abc import Mapping

from generator.law.families import Kin, find_families
from generator.law.family_candidates import candidate_of
from generator.model.published import PublishedProcedure
from generator.records.catalogue import Catalogue


def kin_of(entries: Mapping[str, PublishedProcedure], catalogue: Catalogue) -> tuple[Kin, ...]:
    """The kin among procedures that bind or will."""
    living = [entry for entry in entries.values() if not entry.over]
    candidates = [candidate_of(entry.shown, catalogue, entry.summary.province) for entry in living]
    return find_families(candidates, catalogue.family_reviews)
