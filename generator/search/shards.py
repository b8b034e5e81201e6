"""The index cut by term into small files, each a valid lunr index.

lunr scores a document by the dot product of two vectors over the terms of the question, so the
terms of a question are all that is needed: merging their shards gives the scores of the whole.
Terms are filed in the order of `shard_key`; a shard is a run of them, so that a prefix touches
neighbours. Files are named by their content and may be cached for ever.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.exports.json_text import to_json
from generator.search.analyser import shard_key
from generator.search.index import Document

ROOT = "search"
SHARD_BYTES = 6_000
"""About how long a shard grows before the next begins, uncompressed."""
DOCUMENTS_PER_FILE = 16

_POSTING_BYTES = 26
_TERM_BYTES = 60


@dataclass(slots=True)
class _Term:
    """A term with its entry of the inverted index and its score in each field of each document."""

    name: str
    posting: dict[str, Any]
    scores: list[tuple[str, float]] = field(default_factory=list)

    @property
    def size(self) -> int:
        return _TERM_BYTES + _POSTING_BYTES * len(self.scores)


def search_files(index: dict[str, Any], documents: list[Document]) -> Iterator[tuple[str, bytes]]:
    """The files of the search: manifest, shards and documents, as (path, content)."""
    starts: list[list[str]] = []
    for run in _runs(_terms(index)):
        content = to_json(_shard(run, index))
        path = _path("shards", content)
        starts.append([shard_key(run[0].name), path])
        yield f"{ROOT}/{path}", content
    shown = []
    for chunk in _chunks(documents):
        content = to_json([[d.code, d.title, d.levels, d.field, d.status] for d in chunk])
        path = _path("documents", content)
        shown.append(path)
        yield f"{ROOT}/{path}", content
    yield (
        f"{ROOT}/manifest.json",
        to_json(
            {
                "count": len(documents),
                "chunk": DOCUMENTS_PER_FILE,
                "shards": starts,
                "documents": shown,
            }
        ),
    )


def _path(folder: str, content: bytes) -> str:
    return f"{folder}/{hashlib.sha256(content).hexdigest()[:12]}.json"


def _chunks(documents: list[Document]) -> Iterator[list[Document]]:
    for start in range(0, len(documents), DOCUMENTS_PER_FILE):
        yield documents[start : start + DOCUMENTS_PER_FILE]


def _terms(index: dict[str, Any]) -> list[_Term]:
    found = {posting["_index"]: _Term(name, posting) for name, posting in index["invertedIndex"]}
    for reference, vector in index["fieldVectors"]:
        for place in range(0, len(vector), 2):
            found[vector[place]].scores.append((reference, vector[place + 1]))
    return sorted(found.values(), key=lambda term: (shard_key(term.name), term.name))


def _runs(terms: Iterable[_Term]) -> Iterator[list[_Term]]:
    """Runs of about `SHARD_BYTES`; terms of one key are never parted."""
    run: list[_Term] = []
    size = 0
    for term in terms:
        if size > SHARD_BYTES and shard_key(term.name) != shard_key(run[-1].name):
            yield run
            run, size = [], 0
        run.append(term)
        size += term.size
    if run:
        yield run


def _shard(run: list[_Term], index: dict[str, Any]) -> dict[str, Any]:
    """A run of terms as an index of its own: terms numbered from 0, vectors without the others."""
    ordered = sorted(run, key=lambda term: term.name)
    vectors: dict[str, list[float]] = defaultdict(list)
    inverted = []
    for number, term in enumerate(ordered):
        inverted.append([term.name, {**term.posting, "_index": number}])
        for reference, score in term.scores:
            vectors[reference] += (number, score)
    return {
        "version": index["version"],
        "fields": index["fields"],
        "fieldVectors": [[reference, vectors[reference]] for reference in vectors],
        "invertedIndex": inverted,
        "pipeline": [],
    }
