"""What the rules of families look at of a procedure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.law.family_titles import title_words
from generator.law.titles import one_line
from generator.records.blobs import VersionRef
from generator.records.catalogue import Catalogue
from generator.records.registers import LegalDocument
from generator.records.version import Version

GENERAL_ACTS = frozenset(
    {"63/2010/NĐ-CP", "61/2018/NĐ-CP", "45/2020/NĐ-CP", "107/2021/NĐ-CP", "118/2025/NĐ-CP"}
)
"""Decrees on how any procedure is handled: that two procedures cite them says nothing."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What rules look at of a procedure; `basis` gives the numbers of its legal documents.

    `national`: it holds in the whole country. `family` is the one that a site gave it, if any.
    """

    code: str
    title: str
    field: str
    publisher: str
    national: bool
    levels: tuple[str, ...]
    basis: Callable[[], frozenset[str]]
    family: str = ""


def candidate_of(shown: VersionRef, catalogue: Catalogue, province: str = "") -> Candidate:
    """A procedure by the version that stands for it; `province` is where it is known to hold."""
    procedure = catalogue.procedures[shown.key.partition("/")[0]]
    agency = catalogue.agencies.get(procedure.agency)
    field = catalogue.fields.get(procedure.field)
    local = province or procedure.scope == "specific" or (agency and agency.level == "province")
    return Candidate(
        procedure.id,
        one_line(shown.header.title),
        title_words(field.name if field else procedure.field),
        procedure.agency,
        not local,
        shown.header.levels.items,
        lambda: basis_of(cited_documents(shown.loaded, catalogue)),
    )


def cited_documents(version: Version, catalogue: Catalogue) -> tuple[LegalDocument, ...]:
    """The documents of the register that a version rests on."""
    found = (catalogue.documents.get(one.document) for one in version.legal_basis.items)
    return tuple(filter(None, found))


def basis_of(documents: Iterable[LegalDocument]) -> frozenset[str]:
    """The numbers of legal documents, but for those on how any procedure is handled."""
    numbers = {one.number_normalised or one.number for one in documents}
    return frozenset(number for number in numbers if "/" in number) - GENERAL_ACTS
