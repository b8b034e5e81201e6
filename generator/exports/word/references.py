"""How records that others refer to are named in a file: each name stands for one record."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from generator.law.text import repair_import
from generator.records.catalogue import Catalogue
from generator.records.registers import LegalDocument

CITED_TYPES = {
    "decree": "Nghị định",
    "joint_circular": "Thông tư liên tịch",
    "circular": "Thông tư",
    "resolution": "Nghị quyết",
    "decision": "Quyết định",
}
"""The types whose names begin a citation; laws are cited by their titles."""


class References:
    """The names of agencies and legal documents of a catalogue, and back.

    Records of the same name get their key behind it. What the catalogue does not know is given to
    `draft_document`, and an agency that it does not know is None.
    """

    def __init__(
        self,
        catalogue: Catalogue | None,
        draft_document: Callable[[str], str] | None = None,
        *,
        keeps_open: bool = False,
    ) -> None:
        """Take the registers of a catalogue; none for lines that name no record.

        `keeps_open`: what is still to be written keeps its notes to the drafter (TODO).
        """
        self.keeps_open = keeps_open
        agencies, documents = {}, {}
        self._citations: Mapping[str, str] = {}
        if catalogue is not None:
            self._citations = dict(_citations(catalogue))
            agencies = {one.id: one.name for one in catalogue.agencies.values()}
            documents = {one.id: _title_of(one) for one in catalogue.documents.values()}
        self._agencies = _unique(agencies)
        self._documents = _unique(documents)
        self._agency_keys = {name: key for key, name in self._agencies.items()}
        self._document_keys = {name: key for key, name in self._documents.items()}
        self._draft_document = draft_document or (lambda text: text)

    def print_agency(self, key: str) -> str:
        """The name of an agency."""
        return self._agencies.get(key, key)

    def read_agency(self, text: str) -> str | None:
        """The key of the agency of a name."""
        return self._agency_keys.get(text)

    def print_document(self, key: str) -> str:
        """The title of a legal document with its number."""
        return self._documents.get(key, key)

    def cite_document(self, key: str) -> str:
        """A legal document as a narrow column names it: its type and number, a law by its title."""
        return self._citations.get(key) or self.print_document(key)

    def read_document(self, text: str) -> str:
        """The key of the document of a title."""
        return self._document_keys.get(text) or self._draft_document(text)


def _title_of(document: LegalDocument) -> str:
    number = "" if document.number in document.title else document.number
    has_number = any(letter.isdigit() for letter in number)
    return f"{document.title} (số {number})" if has_number else document.title


def _citations(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The documents that their type and number name alone."""
    for one in catalogue.documents.values():
        kind = CITED_TYPES.get(one.type)
        if kind and any(letter.isdigit() for letter in one.number):
            yield one.id, f"{kind} số {one.number}"


def _unique(names: Mapping[str, str]) -> dict[str, str]:
    """Names on one line; where several records have one, each with its key."""
    flat = {key: " ".join(repair_import(name)[0].split()) for key, name in names.items()}
    counted = Counter(flat.values())
    return {key: f"{name} [{key}]" if counted[name] > 1 else name for key, name in flat.items()}


class PrintedNames(References):
    """Names that stand for themselves: what a file says, without any register."""

    def __init__(self) -> None:
        """Know no record."""
        super().__init__(None)

    def read_agency(self, text: str) -> str | None:
        """The name itself."""
        return text
