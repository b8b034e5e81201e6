"""What the rules of families look at of a procedure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.law.family_titles import title_words
from generator.law.titles import one_line
from generator.records.blobs import VersionRef
from generator.records.catalogue import Catalogue
from generator.records.memoize import memoize_by_key
from generator.records.registers import LegalDocument

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
    title, levels = _read_header(procedure.id, shown)
    agency = catalogue.agencies.get(procedure.agency)
    field = catalogue.fields.get(procedure.field)
    local = province or procedure.scope == "specific" or (agency and agency.level == "province")
    return Candidate(
        procedure.id,
        title,
        title_words(field.name if field else procedure.field),
        procedure.agency,
        not local,
        levels,
        lambda: basis_of(cited_documents(procedure.id, shown, catalogue)),
    )


@memoize_by_key
def _read_header(_code: str, shown: VersionRef) -> tuple[str, tuple[str, ...]]:
    return one_line(shown.header.title), shown.header.levels.items


def cited_documents(
    code: str, shown: VersionRef, catalogue: Catalogue
) -> tuple[LegalDocument, ...]:
    """The documents of the register that the version of a procedure rests on."""
    found = (catalogue.documents.get(key) for key in _read_basis(code, shown))
    return tuple(filter(None, found))


@memoize_by_key
def _read_basis(_code: str, shown: VersionRef) -> tuple[str, ...]:
    return tuple(one.document for one in shown.loaded.legal_basis.items)


def basis_of(documents: Iterable[LegalDocument]) -> frozenset[str]:
    """The numbers of legal documents, but for those on how any procedure is handled."""
    numbers = {one.number_normalised or one.number for one in documents}
    return frozenset(number for number in numbers if "/" in number) - GENERAL_ACTS
