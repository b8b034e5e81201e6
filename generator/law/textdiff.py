"""What changed inside a text: whole words and whole numbers, never letters or digits."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKEN = re.compile(r"[0-9]+(?:[.,:/-][0-9]+)*|\w+|\s+|[^\w\s]")
_LONG = 3000
"""Words above which lines are compared before words."""

SAME, ADDED, DELETED = "same", "added", "dropped"


@dataclass(frozen=True, slots=True)
class Span:
    """Words that stayed the `same`, were `added`, or were `dropped`."""

    kind: str
    text: str


def diff_words(before: str, after: str) -> tuple[Span, ...]:
    """Both texts in one: what stayed, what was dropped and what was added in its place.

    >>> [(run.kind, run.text) for run in marked("thu 8.000 đồng", "thu 15.000 đồng")][1:3]
    [('dropped', '8.000'), ('added', '15.000')]
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if max(len(old), len(new)) > _LONG:
        return tuple(_joined(_by_lines(before, after)))
    return tuple(_joined(_runs(old, new)))


def _by_lines(before: str, after: str) -> Iterator[Span]:
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        left, right = "".join(old[a:b]), "".join(new[c:d])
        if kind == "equal":
            yield Span(SAME, left)
        else:
            yield from _runs(_TOKEN.findall(left)[:_LONG], _TOKEN.findall(right)[:_LONG])


def _runs(old: list[str], new: list[str]) -> Iterator[Span]:
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Span(SAME, "".join(old[a:b]))
            continue
        if b > a:
            yield Span(DELETED, "".join(old[a:b]))
        if d > c:
            yield Span(ADDED, "".join(new[c:d]))


def _joined(runs: Iterator[Span]) -> Iterator[Span]:
    """Changes with nothing but a space between them read as one change."""
    dropped, added = "", ""
    for run in runs:
        if run.kind == DELETED:
            dropped += run.text
        elif run.kind == ADDED:
            added += run.text
        elif (dropped or added) and not run.text.strip():
            dropped, added = dropped + run.text, added + run.text
        else:
            yield from _change(dropped, added)
            dropped = added = ""
            yield run
    yield from _change(dropped, added)


def _change(dropped: str, added: str) -> Iterator[Span]:
    if dropped == added:
        if dropped:
            yield Span(SAME, dropped)
        return
    if dropped.strip():
        yield Span(DELETED, dropped)
    if added.strip():
        yield Span(ADDED, added)
