"""What the text of a procedure is about: its most telling terms beyond the title.

Papers, conditions, cases, results and description are long and much alike from procedure to
procedure. Only the terms that tell one from the others are indexed: the `TERMS` best by how often
the procedure uses them (logarithm) times how rare they are in the catalogue (tf·idf).
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from heapq import nlargest

from generator.law.entry import Entry
from generator.records.memory import once
from generator.records.version import Version
from generator.search.analyser import pairs, terms, title_syllables

TERMS = 30
_AT_LEAST = 2
"""A term of one procedure alone is as a rule a slip of the pen or a number."""
_AT_MOST = 0.2
"""A term of more than this share of all procedures tells nothing."""


def telling_terms(entries: Sequence[Entry]) -> Iterator[list[str]]:
    """The telling terms of each entry, the best first, none of them in its title."""
    counted = [_counted(entry) for entry in entries]
    used = Counter(term for counts in counted for term in counts)
    most = max(_AT_LEAST, _AT_MOST * len(entries))
    weight = {
        term: math.log(len(entries) / number)
        for term, number in used.items()
        if _AT_LEAST <= number <= most and not term[0].isdigit()
    }
    for entry, counts in zip(entries, counted, strict=True):
        title = title_syllables(entry.title)
        titled = {*title, *pairs(title)}
        worth = (
            (math.log1p(number) * weight[term], term)
            for term, number in counts.items()
            if term in weight and term not in titled
        )
        yield [term for _, term in nlargest(TERMS, worth)]


def _counted(entry: Entry) -> Counter[str]:
    counts = Counter(_terms_of(entry.version))
    counts.update(terms(entry.procedure.summary or ""))
    return counts


@once
def _terms_of(version: Version) -> Counter[str]:
    return Counter(term for text in _texts(version) for term in terms(text))


def _texts(version: Version) -> Iterator[str]:
    yield version.description or ""
    yield from (clause.text for clause in version.conditions.items)
    yield from (case.name for case in version.cases)
    yield from (result.name for result in version.results.items)
    for group in version.dossier.groups.items:
        yield group.name or ""
        yield from (item.name for item in group.items)
