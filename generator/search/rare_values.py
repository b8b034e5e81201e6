"""Words for times and fees that few procedures have, in small files that results ask for.

The cards tell of every procedure which value it has, so that values can be compared; what the rare
ones say is read when a result shows one. They stand in the order of their first documents, so that
results beside each other share a file. Values that one document alone has are the last, from `once`
on: their documents have the first character of all, and take the next of them.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from generator.search.titles import characters, numbers

COMMON = 48
"""Values of a column that stand in the cards, the most used first."""
IN_A_FILE = 16
_COLUMNS = ("time", "fee")


def without_rare(columns: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The columns of the cards without the words of rare values."""
    return columns | {name: _shortened(columns[name]) for name in _COLUMNS}


def rare_files(columns: dict[str, dict[str, Any]]) -> Iterator[tuple[str, list[Any]]]:
    """(column, values) of every file, in the order in which a column counts them."""
    for name in _COLUMNS:
        values = columns[name]["values"]
        for start in range(COMMON, len(values), IN_A_FILE):
            yield name, values[start : start + IN_A_FILE]


def _shortened(column: dict[str, Any]) -> dict[str, Any]:
    values, places = column["values"], numbers(column["of"])
    used = Counter(places)
    once = sum(times > 1 for times in used.values())
    return {
        "values": [*values[:COMMON], *map(_without_words, values[COMMON:])],
        "of": characters(place + 1 if place < once else 0 for place in places),
        "once": once,
    }


def _without_words(value: str | tuple[str, ...]) -> str | tuple[str, ...]:
    """Of a fee the state, which filters ask for; of a time nothing."""
    return "" if isinstance(value, str) else value[:1]
