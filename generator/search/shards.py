"""The index cut by term into small files, so that a question reads only those of its terms.

lunr scores a document by the dot product of two vectors over the terms of the question, so the
postings of these terms are all that is needed: read from any number of files, they give the scores
of the whole index. Terms are filed in their order, so that `khai` comes next to `khai_sinh`.

A file maps a term to its groups `[field, document, step, step …]`: the documents that have the term
in this field, the first by its number, the others by the distance from the one before. No score is
written: it follows from how many documents have the term and from the weight of the field.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Any

from generator.exports.json_text import to_json
from generator.records.memoize import incremental
from generator.search.index import Document, changed_terms, lunr_index

SHARD_BYTES = 900
"""About how long a shard grows before the next begins, uncompressed."""

Group = list[int]
Postings = dict[str, list[Group]]


@incremental
def postings_of(
    found: Sequence[Document], before: tuple[Sequence[Document], Postings] | None
) -> Postings:
    """The groups of every term of some documents, terms in order.

    Of as many documents as before, only the terms that some gained or lost are looked at again.
    """
    if before is None or len(before[0]) != len(found):
        return postings(lunr_index(found))
    documents, known = before
    changed = changed_terms(documents, found)
    new = postings(lunr_index(found, changed))
    kept = {term: groups for term, groups in known.items() if term not in changed}
    return dict(sorted((kept | new).items()))


def postings(index: dict[str, Any]) -> Postings:
    """The groups of every term of a serialised lunr index, terms in order."""
    terms = {posting["_index"]: term for term, posting in index["invertedIndex"]}
    fields = {name: number for number, name in enumerate(index["fields"])}
    documents: dict[tuple[str, int], list[int]] = defaultdict(list)
    for reference, vector in index["fieldVectors"]:
        field, _, document = reference.partition("/")
        for term in vector[::2]:
            documents[terms[term], fields[field]].append(int(document))
    found: Postings = {}
    for term, field in sorted(documents):
        found.setdefault(term, []).append([field, *_steps(documents[term, field])])
    return found


def shards(found: Postings) -> Iterator[tuple[str, bytes]]:
    """(where it begins, content) of every shard, in the order of terms.

    A shard begins at the shortest text that comes after the last term of the one before.
    """
    before = ""
    for run in _runs(found.items()):
        yield _beginning(before, next(iter(run))), to_json(run)
        before = next(reversed(run))


def front_coded(starts: Iterable[str]) -> str:
    """Starts in their order as one text: how many letters each shares with the last, then the rest.

    >>> front_coded(["a", "an_t", "an_to", "b"])
    '0a 1n_t 4o 0b'
    """
    shared = ((_shared(*pair), pair[1]) for pair in pairwise(("", *starts)))
    return " ".join(f"{length}{start[length:]}" for length, start in shared)


def front_decoded(coded: str) -> Iterator[str]:
    """The starts that `front_coded` made one text of.

    >>> list(front_decoded("0a 1n_t 4o 0b"))
    ['a', 'an_t', 'an_to', 'b']
    """
    start = ""
    for part in coded.split():
        start = start[: int(part[0])] + part[1:]
        yield start


def _shared(one: str, other: str) -> int:
    """How many letters two texts begin with in common, told by one digit."""
    equal = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return min(9, sum(1 for _ in equal))


def _beginning(before: str, first: str) -> str:
    lengths = range(1, len(first) + 1)
    return next(first[:length] for length in lengths if first[:length] > before)


def _steps(documents: list[int]) -> list[int]:
    ordered = sorted(documents)
    return [ordered[0], *(two - one for one, two in pairwise(ordered))]


def _runs(terms: Iterable[tuple[str, list[Group]]]) -> Iterator[Postings]:
    run: Postings = {}
    size = 0
    for term, groups in terms:
        length = len(to_json({term: groups}))
        if run and size + length > SHARD_BYTES:
            yield run
            run, size = {}, 0
        run[term] = groups
        size += length
    if run:
        yield run
