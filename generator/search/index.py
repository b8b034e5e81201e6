"""The lunr index of an edition, and the documents that results are shown from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lunr.builder import Builder

from generator.law.edition import Edition, Entry, one_line
from generator.search.analyser import pairs, syllables, terms

FIELDS: tuple[tuple[str, float], ...] = (
    ("title", 10),
    ("words", 8),
    ("code", 12),
    ("field", 3),
    ("agency", 2),
)
"""What is searched, and how much a hit there weighs."""

_ENDED_BOOST = 0.4
_SPECIFIC_BOOST = 0.85


@dataclass(frozen=True, slots=True)
class Document:
    """What a result shows."""

    code: str
    title: str
    levels: tuple[str, ...]
    field: str
    status: str


def documents(edition: Edition) -> list[Document]:
    """One document per procedure, in the order of the index: a result names them by position."""
    return [
        Document(
            entry.code,
            entry.title,
            entry.version.levels.items,
            one_line(edition.field(entry.procedure.field).name),
            str(entry.status),
        )
        for entry in edition.entries.values()
    ]


def lunr_index(edition: Edition) -> dict[str, Any]:
    """The serialised lunr index over all entries; document refs are positions in `documents`."""
    builder = Builder()
    builder.ref("ref")
    for name, boost in FIELDS:
        builder.field(name, boost=boost)
    synonyms = _Synonyms(edition)
    for position, entry in enumerate(edition.entries.values()):
        builder.add(_fields_of(position, entry, synonyms), {"boost": _boost(entry)})
    serialised: dict[str, Any] = builder.build().serialize()
    return serialised


def _fields_of(position: int, entry: Entry, synonyms: "_Synonyms") -> dict[str, object]:
    edition = synonyms.edition
    words = [*entry.procedure.citizen_words, *entry.procedure.keywords, *synonyms.of(entry)]
    return {
        "ref": str(position),
        "title": _terms([entry.title]),
        "words": _terms(words),
        "code": terms(entry.procedure.code or ""),
        "field": syllables(edition.field(entry.procedure.field).name),
        "agency": syllables(edition.agency_name(entry.procedure.agency)),
    }


def _terms(texts: Iterable[str]) -> list[str]:
    return [term for text in texts for term in (*terms(text), *pairs(text))]


def _boost(entry: Entry) -> float:
    """In force before ended; national before a province's own."""
    boost = 1.0 if entry.status.current or entry.status == "waiting" else _ENDED_BOOST
    return boost * (_SPECIFIC_BOOST if entry.procedure.scope == "specific" else 1.0)


@dataclass(frozen=True, slots=True)
class _Synonyms:
    """Citizens' words of citizen-words.yml, given to the titles that hold the official words."""

    edition: Edition

    def of(self, entry: Entry) -> Iterator[str]:
        title = set(pairs(entry.title)) | set(terms(entry.title))
        for pair in self.edition.catalogue.citizen_words:
            in_field = not pair.fields or entry.procedure.field in pair.fields
            official = pairs(pair.official) or terms(pair.official)
            if in_field and title.issuperset(official):
                yield from pair.words
