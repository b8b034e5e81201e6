"""Lists of what is not counted in the time: quoted whole, with the first words of each item."""

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from generator.readings.clauses import UPPER
from generator.readings.evidence import Certainty, Reading, evidence_of
from generator.readings.time_said import Texts, each_text_once
from generator.readings.time_values import TimeQuote

_LEAD = re.compile(
    r"(?<!\w)Thời (?:gian|hạn)[^.;:\n]{0,240}?;?\skhông (?:được )?(?:tính|bao gồm|gồm|kể)(?!\w)"
    r"(?:[^.;:\n]{0,110}:|(?=\s{1,3}(?:các )?thời gian ))",
    re.IGNORECASE,
)
"""What stands before a list of times that are not counted."""
_LINE_END = re.compile(rf"\.(?=\s{{1,9}}[{UPPER}*+–-])|\n|\Z")
_BLANK = re.compile(r"[ \t]{0,9}(?:\n\s{0,9}|\Z)")
_LINE = re.compile(r"[^\n]+(?:\n[ \t\r]*|\Z)")
_BULLET = re.compile(
    r"\s{0,9}(?:(?P<sign>[*+–•-])\s?|(?P<mark>[0-9a-zđ]{1,2}[.)])\s|(?P<name>thời gian)\s)",
    re.IGNORECASE,
)
"""How an item on a line of its own begins."""
_JOINT = re.compile(
    r"\([^()]{0,300}\)|(?P<cut>;|\n|,\s{1,3}(?=(?:các )?thời gian ))", re.IGNORECASE
)
_OPENING = re.compile(
    r"[\s*+–•-]{0,9}(?:[0-9a-zđ]{1,2}[.)]\s{1,3})?(?:và |các )?"
    r"(?:thời (?:gian|hạn) (?:phải |thực hiện (?!nghĩa)|làm )?)?",
    re.IGNORECASE,
)
"""What each item of such a list begins with."""
_BREAK = re.compile(
    r"[,(:]|\s(?:theo|đối với|mà|để|trong trường hợp|trong thời gian|kể từ|bằng)(?!\w)",
    re.IGNORECASE,
)
_EVENTS = re.compile(r"xảy ra (?:các )?sự kiện(?!\w)", re.IGNORECASE)
"""How an item begins that names events one after the other."""
_LEAST, _MOST = 22, 90
"""Characters of an item that are kept before a break, and of one without any."""
_MOST_LISTS, _LONGEST = 3, 3000


def uncounted_lists(texts: Texts) -> Iterator[Reading[TimeQuote]]:
    """The lists with at least two items, or with one below them."""
    for pointer, text in each_text_once(texts):
        for lead in islice(_LEAD.finditer(text), _MOST_LISTS):
            end = _list_end(text, lead)
            heads = [_head(item) for item in _items(text[lead.end() : end])]
            heads = [head for head in heads if head]
            if len(heads) > 1 - ("\n" in text[lead.end() : end]):
                evidence = evidence_of(pointer, text, lead.start(), end)
                value = TimeQuote(" ".join(evidence.words.split()), heads=tuple(heads))
                yield Reading(value, Certainty.SURE, (evidence,))


def _list_end(text: str, lead: re.Match[str]) -> int:
    """Where the sentence of a list ends, or the lines below it that have the bullet of the first.

    Where the words before the list have that bullet too, its items cannot be told.
    """
    stop = min(len(text), lead.end() + _LONGEST)
    blank = _BLANK.match(text, lead.end(), stop)
    if blank is None:
        found = _LINE_END.search(text, lead.end(), stop)
        return found.start() if found else stop
    first = _kind(text[blank.end() : stop])
    if not first or first == _kind(text[text.rfind("\n", 0, lead.start()) + 1 : lead.end()]):
        return lead.end()
    lines = [one[0] for one in _LINE.finditer(text, blank.end(), stop)]
    return blank.end() + sum(map(len, takewhile(lambda line: _kind(line) == first, lines)))


def _kind(line: str) -> str:
    """The bullet of a line, the same for all that count; empty without one."""
    found = _BULLET.match(line)
    if found is None:
        return ""
    return found["sign"] or ("1" if (found["mark"] or "a")[0].isdigit() else found.lastgroup or "")


def _items(said: str) -> Iterator[str]:
    start = 0
    for joint in _JOINT.finditer(said):
        if joint["cut"]:
            yield said[start : joint.start()]
            start = joint.end()
    yield said[start:]


def _head(item: str) -> str:
    """The first words of an item, until it says by what rule, for whom or what for."""
    said = " ".join(item.split()).rstrip(" .,")
    opening = _OPENING.match(said)
    said = said[opening.end() :] if opening else said
    is_of_events = _EVENTS.match(said) is not None
    end = None if is_of_events else _BREAK.search(said, _LEAST)
    said = said[: end.start()].rstrip() if end else said
    joint = "," if is_of_events and "," in said[:_MOST] else " "
    return said if len(said) <= _MOST else f"{said[:_MOST].rpartition(joint)[0]} …"
