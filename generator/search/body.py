"""What the text of a procedure is about: its most telling terms beyond the title.

Papers, conditions, cases, results and description are long and much alike from procedure to
procedure. Only the terms that tell one from the others are indexed: the `TERMS` best by how often
the procedure uses them (logarithm) times how rare they are in the catalogue (tf·idf).
"""

import math
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import chain
from sys import intern

from generator.model.published import PublishedProcedure
from generator.records.blobs import VersionRef
from generator.records.memoize import memoize_by_key, memoize_last, reuse_equal
from generator.records.registers import Procedure
from generator.records.version import Version
from generator.search.analyser import analyse, pairs, title_syllables

TERMS = 30
_AT_LEAST = 2
"""A term of one procedure alone is as a rule a slip of the pen or a number."""
_AT_MOST = 0.2
"""A term of more than this share of all procedures tells nothing."""

Counts = tuple[tuple[str, ...], Sequence[int]]
"""Terms, and how often each is used: in a tenth of the memory of a dictionary."""
Weights = Sequence[float]
"""How much each of some terms tells: the more, the rarer it is."""
_NOTHING = -1.0
"""Stands for the weight of a term that tells nothing."""


def counted(entry: PublishedProcedure) -> Counts:
    """The terms of what the text of an entry says, and how often it uses each."""
    return _counted(entry.code, entry.procedure, entry.shown)


def weights(every: Mapping[str, Counts]) -> list[Weights]:
    """The weights of the terms of every text; texts are given by the codes of their entries.

    A text whose terms weigh what they did has the same object as before.
    """
    used = Counter(chain.from_iterable(analyse for analyse, _ in every.values()))
    weight = _same_weights(_weights(used, len(every)))
    return [_own(code, counts, weight) for code, counts in every.items()]


def telling_terms(title: str, counts: Counts, weights: Weights) -> list[str]:
    """The telling terms of a text, the best first, none of them in its title."""
    syllables = title_syllables(title)
    titled = {*syllables, *pairs(syllables)}
    worth = (
        (math.log1p(number) * weight, term)
        for term, number, weight in zip(*counts, weights, strict=True)
        if weight != _NOTHING and term not in titled
    )
    return [term for _, term in nlargest(TERMS, worth)]


@memoize_last
def _same_weights(weight: Mapping[str, float]) -> Mapping[str, float]:
    """The same object for equal weights, so that what was made of them is kept."""
    return weight


def _weights(used: Mapping[str, int], documents: int) -> Mapping[str, float]:
    """The weight of every term that may tell something."""
    most = max(_AT_LEAST, _AT_MOST * documents)
    return {
        term: math.log(documents / number)
        for term, number in used.items()
        if _AT_LEAST <= number <= most and not term[0].isdigit()
    }


@memoize_by_key
@reuse_equal
def _own(_code: str, counts: Counts, weight: Mapping[str, float]) -> Weights:
    analyse, _ = counts
    return array("d", (weight.get(term, _NOTHING) for term in analyse))


@memoize_by_key
def _counted(_code: str, procedure: Procedure, shown: VersionRef) -> Counts:
    counted: Counter[str] = Counter()
    for text in _texts(procedure, shown.loaded):
        counted.update(analyse(text))
    return tuple(map(intern, counted)), array("L", counted.values())


def _texts(procedure: Procedure, version: Version) -> Iterator[str]:
    yield procedure.summary or ""
    yield version.description or ""
    yield from (clause.text for clause in version.conditions.items)
    yield from (case.name for case in version.cases)
    yield from (result.name for result in version.results.items)
    for group in version.dossier.groups.items:
        yield group.name or ""
        yield from (item.name for item in group.items)
