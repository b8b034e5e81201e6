"""The lunr index of an edition: all that is searched beyond the titles.

Titles are searched in the browser, which has them all (`cards.py`). Every term stands once per
field and `b` is 0, so that a score depends on the term and the field alone: a browser computes it
from what `shards.py` writes.
"""

from collections import Counter
from collections.abc import Sequence, Set
from typing import Any

from lunr.builder import Builder

from generator.model.edition import Edition
from generator.model.published import PublishedProcedure
from generator.records.memoize import memoize_by_key, memoize_last
from generator.search.analyser import title_syllables
from generator.search.body import Counts, Weights, counted, telling_terms, weights
from generator.search.citizens_words import Vocabulary, citizens_terms, vocabulary

FIELDS: tuple[tuple[str, float], ...] = (("names", 1.6), ("words", 1.3), ("body", 0.7))
"""What is searched, and the weight of a hit: `citizens_words.py` and `body.py` fill them."""
CITIZENS_FIELDS = ("names", "words")
"""The fields that hold citizens' words."""

Document = dict[str, list[str]]
"""The terms of one procedure by field."""
_EMPTY: Document = {name: [] for name, _ in FIELDS}

_COMMON = 0.1


def common_syllables(entries: Sequence[PublishedProcedure]) -> Sequence[str]:
    """Syllables of more than a tenth of all titles: alone they are worth no look-up.

    The index leaves them out, and a browser asks it only for their pairs (`khai_sinh`).
    """
    return _common_in([entry.title for entry in entries])


@memoize_last
def _common_in(titles: Sequence[str]) -> Sequence[str]:
    used = Counter(term for title in titles for term in set(title_syllables(title)))
    return sorted(term for term, number in used.items() if number > _COMMON * len(titles))


def documents(
    edition: Edition, entries: Sequence[PublishedProcedure], common: Sequence[str] = ()
) -> list[Document]:
    """What is searched of every entry, in their order."""
    known = vocabulary(edition)
    left_out = _left_out(common)
    counts = {entry.code: counted(entry) for entry in entries}
    return [
        _document(entry.code, entry, counts[entry.code], weight, known, left_out)
        for entry, weight in zip(entries, weights(counts), strict=True)
    ]


@memoize_last
def _left_out(common: Sequence[str]) -> Set[str]:
    return frozenset(common)


@memoize_by_key
def _document(
    _code: str,
    entry: PublishedProcedure,
    counts: Counts,
    weight: Weights,
    known: Vocabulary,
    left_out: Set[str],
) -> Document:
    terms_in_use = citizens_terms(entry, known)
    body = telling_terms(entry.title, counts, weight)
    terms = {"names": terms_in_use.names, "words": terms_in_use.words, "body": frozenset(body)}
    return {name: sorted(each - left_out) for name, each in terms.items()}


class _TokenIndexBuilder(Builder):  # type: ignore[misc]  # lunr has no types
    """lunr's builder without the set of tokens, which only searches in Python look into."""

    def _create_token_set(self) -> None:
        self.token_set = None


def lunr_index(found: Sequence[Document], only: Set[str] | None = None) -> dict[str, Any]:
    """The serialised lunr index; a document is named by its position.

    With `only`, of these terms alone: they have the scores that they have in the whole index.
    """
    builder = _TokenIndexBuilder()
    builder.ref("ref")
    builder.b(0)
    for name, boost in FIELDS:
        builder.field(name, boost=boost)
    for position, document in enumerate(found or (_EMPTY,)):
        terms = document if only is None else _among(document, only)
        if any(terms.values()) or position == 0:  # lunr averages over one document at least
            builder.add({"ref": str(position), **terms})
    builder.document_count = len(found)
    serialised: dict[str, Any] = builder.build().serialize()
    return serialised


def _among(document: Document, only: Set[str]) -> Document:
    return {name: [term for term in terms if term in only] for name, terms in document.items()}


def changed_terms(before: Sequence[Document], after: Sequence[Document]) -> set[str]:
    """The terms that some documents gained or lost; the documents are as many as before."""
    pairs = ((one, other) for one, other in zip(before, after, strict=True) if one != other)
    return {term for one, other in pairs for name in one for term in {*one[name]} ^ {*other[name]}}
