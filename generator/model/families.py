"""The families of an edition, and what of each member stands side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.law.families import Join, Kin
from generator.locale import Words
from generator.model.kin import kin_of
from generator.model.published import PublishedProcedure
from generator.readings.answered import stated_offices
from generator.readings.brief_values import Brief
from generator.readings.door import Door
from generator.readings.dossier_counts import DossierCount, count_dossier
from generator.readings.filing import read_filing
from generator.records.catalogue import Catalogue
from generator.records.memoize import memoize_by_key, reuse_equal
from generator.records.registers import Agency, EditedAnswers


@dataclass(frozen=True, slots=True)
class Office:
    """Where a dossier is handed in: its name, or the levels of a one-stop desk without one."""

    name: str
    levels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FamilyVariant:
    """A member of a family: who publishes it, where it holds, and what may differ in it.

    `papers` is how many the source lists. `offices` is
    empty where no place is known. `edited` is what an editor says instead.
    """

    procedure: str
    code: str | None
    title: str
    publisher: str
    province: str
    levels: tuple[str, ...]
    brief: Brief
    papers: DossierCount
    offices: tuple[Office, ...]
    edited: EditedAnswers | None = None


@dataclass(frozen=True, slots=True)
class Family:
    """Procedures of one subject at several places or levels, the national original first.

    `joins` say why each but the first belongs to it.
    """

    variants: tuple[FamilyVariant, ...]
    joins: tuple[Join, ...]

    @property
    def id(self) -> str:
        """The id of the first variant."""
        return self.variants[0].procedure

    @property
    def provinces(self) -> frozenset[str]:
        """The codes of the provinces that have a variant of their own."""
        return frozenset(one.province for one in self.variants if one.province)


def elsewhere_words(family: Family, words: Words) -> str:
    """At how many places or levels a family is, in the few words of a list."""
    if len(family.provinces) > 1:
        return words("results.provinces", provinces=words.number(len(family.provinces)))
    return words("results.elsewhere", others=words.number(len(family.variants) - 1))


Families = Mapping[str, Family]
"""The family of every procedure that has one, by its id."""


def families_of(
    entries: Mapping[str, PublishedProcedure], catalogue: Catalogue, day: date
) -> Families:
    """The families among procedures that bind or will."""
    found = kin_of(entries, catalogue)
    made = (_family(kin.id, kin, entries, catalogue, day) for kin in found)
    return {one.procedure: family for family in made for one in family.variants}


@reuse_equal
def _family(
    _key: str,
    kin: Kin,
    entries: Mapping[str, PublishedProcedure],
    catalogue: Catalogue,
    day: date,
) -> Family:
    variants = tuple(_variant(code, entries[code], catalogue, day) for code in kin.codes)
    return Family(variants, kin.joins)


def _variant(
    code: str, entry: PublishedProcedure, catalogue: Catalogue, day: date
) -> FamilyVariant:
    summary = entry.summary
    named = tuple(catalogue.agencies.get(key) for key in summary.agencies)
    papers, offices = _read(code, entry, named, day)
    return FamilyVariant(
        code,
        summary.code,
        entry.title,
        summary.publisher,
        summary.province,
        summary.levels,
        summary.brief,
        papers,
        offices,
        entry.procedure.answers,
    )


@memoize_by_key
def _read(
    _code: str, entry: PublishedProcedure, named: tuple[Agency | None, ...], day: date
) -> tuple[DossierCount, tuple[Office, ...]]:
    """What is read out of the words of a variant; `named` are the agencies that it names."""
    version = entry.version
    agencies = {one.id: one for one in named if one}
    filing = read_filing(version, entry.procedure, agencies, day)
    doors = (reading.value for reading in stated_offices(filing))
    offices = dict.fromkeys(_office(door, agencies) for door in doors)
    return count_dossier(version), tuple(offices)


def _office(door: Door, agencies: Mapping[str, Agency]) -> Office:
    agency = agencies.get(door.agency or "")
    name = " ".join(door.name.split()) or (agency.name if agency else "")
    return Office(name) if name else Office("", tuple(map(str, door.levels)))
