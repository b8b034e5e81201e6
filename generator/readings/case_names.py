"""For whom a length of time is: the area and the case that stand before or after it."""

import re
from functools import lru_cache

from generator.readings.clauses import Span, TextClause
from generator.readings.time_patterns import (
    AREA,
    COMMA,
    CONDITION,
    GENERIC,
    IDLE,
    IDLE_END,
    NOTE,
    RESULT,
    THEN,
    USUAL,
)

_BELOW = re.compile(
    r"(?:(?:đối với|trong|các|những|trường hợp)\s){0,4}(?:sau|sau đây|dưới đây)", re.IGNORECASE
)
"""Words that only lead to a list below."""


class CaseNames:
    """For whom a length is: the area and the case in labels and in the words around it."""

    def __init__(self, text: str, clause: TextClause, *, only_conditions: bool = False) -> None:
        self._text = text
        self._conditions: list[Span] = []
        self.area: str | None = None
        self.case: str | None = None
        self.explains_all = False
        labels = clause.labels
        if clause.joint == "." and clause.previous[: len(labels)] == labels:
            labels = clause.previous if self._goes_on(clause) else labels
        for label in labels:
            words = text[slice(*label)].lstrip(" -+*(0123456789).")
            if not only_conditions or CONDITION.match(words):
                self._set_name(label)

    def _goes_on(self, clause: TextClause) -> bool:
        """Whether a sentence about an area belongs to the case of the sentence before."""
        return bool(AREA.search(self._text, clause.start, clause.end))

    def add(self, span: Span, *, only_conditions: bool = False) -> None:
        """Name what a stretch beside the length says."""
        text = self._text
        start = IDLE.match(text, *span)
        begin = start.end() if start else span[0]
        condition = CONDITION.search(text, begin, span[1])
        if condition is None or not (only_conditions or condition.start() - begin < 4):
            if not only_conditions and AREA.search(text, begin, span[1]):
                self._set_name((begin, span[1]), is_case=False)
            return
        end = THEN.search(text, condition.start(), span[1])
        stop = end.start() if end else span[1]
        if end is None and not only_conditions:
            stop = self._end_of_case(condition.start(), stop)
        self._set_name((condition.start(), stop))
        self._conditions.append((condition.start(), stop))
        rest = IDLE.match(text, end.end() if end else stop, span[1])
        self.explains_all = bool(rest and rest.end() == span[1]) and not only_conditions

    def _end_of_case(self, start: int, stop: int) -> int:
        """Where a condition without "thì" ends: at the comma before what is done then."""
        comma = COMMA.search(self._text, start, stop)
        if comma and RESULT.search(self._text, comma.end(), stop):
            return comma.start()
        return stop

    def without_condition(self, span: Span) -> str:
        """The words of a stretch without the condition in it."""
        for start, end in self._conditions:
            if span[0] <= start and end <= span[1]:
                return self._text[span[0] : start] + self._text[end : span[1]]
        return self._text[slice(*span)]

    def _set_name(self, span: Span, *, is_case: bool = True) -> None:
        words, is_area = _name_in(self._text[slice(*span)])
        if not words:
            return
        if is_area and len(words) < 400:
            self.area = self.area or words
        elif is_case and len(words) > 3 and not words.lower().startswith("cách th"):
            self.case = f"{self.case} – {words}" if self.case and words not in self.case else words


@lru_cache(maxsize=1024)
def _name_in(words: str) -> tuple[str, bool]:
    """The words that name an area or case, empty where none does, and whether it is an area."""
    name = words.strip(" \n\t.,;:-–+*(").partition("(trong đó")[0]
    name = name.partition(" kể từ ")[0]
    name = name if "(" in name else name.partition(")")[0]
    name = IDLE_END.sub("", name).strip(" ,;:(")
    if (
        not name
        or _BELOW.fullmatch(name)
        or GENERIC.fullmatch(name)
        or USUAL.fullmatch(name)
        or NOTE.search(name)
    ):
        return "", False
    return name, AREA.search(name) is not None
