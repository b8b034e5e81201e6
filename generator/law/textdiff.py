"""Differences between two texts by whole words and whole numbers, never letters or digits."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKEN = re.compile(r"[0-9]+(?:[.,:/-][0-9]+)*|\w+|\s+|[^\w\s]")
_LONG = 3000
"""Words; in a longer text lines are compared first, then words within them."""

_MOST_OF_FEWER, _SOME_OF_MORE = 0.6, 0.3
"""Texts that have fewer words in common, of the shorter and of the longer one, are two texts."""

SAME, ADDED, DELETED = "same", "added", "dropped"


@dataclass(frozen=True, slots=True)
class Span:
    """Words that stayed the `same`, were `added`, or were `dropped`."""

    kind: str
    text: str


def diff_words(before: str, after: str) -> tuple[Span, ...]:
    """Both texts as one sequence: what stayed, was dropped, and was added in its place.

    >>> [(span.kind, span.text) for span in diff_words("thu 8.000 đồng", "thu 15.000 đồng")][1:3]
    [('dropped', '8.000'), ('added', '15.000')]
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if max(len(old), len(new)) > _LONG:
        return tuple(_join_changes(_by_lines(before, after)))
    spans = tuple(_join_changes(_spans(old, new)))
    if _have_little_in_common(spans, old, new):
        return Span(DELETED, before), Span(ADDED, after)
    return spans


def _have_little_in_common(spans: tuple[Span, ...], old: list[str], new: list[str]) -> bool:
    """Whether one text reads better as put in place of the other: a word here and there is no text
    that stayed ("đồng" of "Hội đồng nhân dân" in "100.000 đồng").
    """
    kept = sum(_count_words(_TOKEN.findall(one.text)) for one in spans if one.kind == SAME)
    fewer, more = sorted((_count_words(old), _count_words(new)))
    return bool(fewer) and kept < _MOST_OF_FEWER * fewer and kept < _SOME_OF_MORE * more


def _count_words(tokens: list[str]) -> int:
    return sum(one.isalnum() or any(c.isdigit() for c in one) for one in tokens)


def _by_lines(before: str, after: str) -> Iterator[Span]:
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        left, right = "".join(old[a:b]), "".join(new[c:d])
        if kind == "equal":
            yield Span(SAME, left)
        else:
            yield from _by_ends(_TOKEN.findall(left), _TOKEN.findall(right))


def _by_ends(old: list[str], new: list[str]) -> Iterator[Span]:
    """Changed lines word by word; of very long ones the whole between their common ends."""
    if max(len(old), len(new)) <= _LONG:
        yield from _spans(old, new)
        return
    start = _count_common(old, new)
    end = _count_common(old[start:][::-1], new[start:][::-1])
    yield Span(SAME, "".join(old[:start]))
    yield Span(DELETED, "".join(old[start : len(old) - end]))
    yield Span(ADDED, "".join(new[start : len(new) - end]))
    yield Span(SAME, "".join(old[len(old) - end :]))


def _count_common(old: list[str], new: list[str]) -> int:
    """How many words two texts begin with alike."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(old), len(new)))


def _spans(old: list[str], new: list[str]) -> Iterator[Span]:
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Span(SAME, "".join(old[a:b]))
            continue
        if b > a:
            yield Span(DELETED, "".join(old[a:b]))
        if d > c:
            yield Span(ADDED, "".join(new[c:d]))


def _join_changes(spans: Iterator[Span]) -> Iterator[Span]:
    """Changes with nothing but a space between them read as one change."""
    dropped, added = "", ""
    for span in spans:
        if span.kind == DELETED:
            dropped += span.text
        elif span.kind == ADDED:
            added += span.text
        elif (dropped or added) and not span.text.strip():
            dropped, added = dropped + span.text, added + span.text
        else:
            yield from _change(dropped, added)
            dropped = added = ""
            yield span
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
