"""The lines of a decision that its record says by its keys: the heading, the number, the signature.

A line counts when nothing is left of it once what was read is taken out, so that other words that
stand there are never passed over.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.imports.word.articles import ARTICLE
from generator.imports.word.blocks import WordLine
from generator.law.dates import dates_in
from generator.law.text import fold_text
from generator.records.decision import Decision

_NATIONAL = re.compile(
    r"cong hoa xa hoi chu nghia viet nam|doc lap ?\W{0,2} ?tu do ?\W{0,2} ?hanh phuc"
)
_NUMBER = re.compile(r"\bso ?:? ?(?P<number>(?:\d{1,5}[a-z]?)? ?/ ?qd ?- ?[a-z][a-z0-9.& -]*)")
_DAY = re.compile(
    r"(?:(?<![a-z])(?:tp\. ?)?[a-z]{1,9}(?: [a-z]{1,9}){0,4}, ?)?"
    r"ngay \d{1,2} ?(?:thang|[/.]) ?\d{1,2} ?(?:nam|[/.]) ?\d{4}"
)
_DECIDES = re.compile(r"quyet dinh ?:?")
_SENT = re.compile(r"noi nhan ?:?")
_CAPACITY = re.compile(r"(?:kt|tm|tuq|tl) ?\. ?")
_OFFICE = re.compile(
    r"(?:q ?\. ?|quyen )?(?:pho )?(?:tong giam doc|giam doc|chanh van phong|chu tich|bo truong"
    r"|thu truong|cuc truong|vu truong|truong phong)(?: thuong truc)?"
)
_SHORT = re.compile(r"\bubnd\b")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What a record knows of the first and the last lines of its decision."""

    decision: Decision
    agency: str
    above: str = ""

    def takes(self, text: str) -> bool:
        """Whether a line of the heading or of the foot says what the record has, and no more."""
        said = self._without_number(" ".join(fold_text(text).split()))
        said = _SHORT.sub("uy ban nhan dan", self._without_day(said, text))
        said = _NATIONAL.sub(" ", said)
        return any(not _letters(rest) for rest in self._rests(said))

    def _rests(self, said: str) -> Iterator[str]:
        """What is left of a line when it is an office, a name, or a heading of the layout."""
        said = said.strip(" .:-–_")
        yield "" if _DECIDES.fullmatch(said) or _SENT.fullmatch(said) else said
        bare = _CAPACITY.sub("", said, count=1)
        own = fold_text(self.decision.signer.position or "")
        yield "" if bare == own or (bare != said and _OFFICE.fullmatch(bare)) else said
        yield "" if self._is_named(bare) else said
        office = _OFFICE.match(bare)
        yield "" if office and self._is_named(bare[office.end() :].strip()) else said

    def _is_named(self, said: str) -> bool:
        """Whether words are the name of the agency, of the one above it, or some words of it."""
        names = (" ".join(fold_text(name).split()) for name in (self.agency, self.above))
        return said.count(" ") > 0 and any(f" {said} " in f" {name} " for name in names)

    def _without_number(self, said: str) -> str:
        found = _NUMBER.search(said)
        own = fold_text(self.decision.number)
        printed = found["number"].replace(" ", "").rstrip(".-") if found else ""
        is_own = printed and (printed == own or (printed[0] == "/" and own.endswith(printed)))
        return f"{said[: found.start()]} {said[found.end() :]}" if found and is_own else said

    def _without_day(self, said: str, text: str) -> str:
        days = [found.day for found in dates_in(text)]
        return _DAY.sub(" ", said) if days == [self.decision.signed] else said


def _letters(text: str) -> bool:
    return any(map(str.isalnum, text))


def layout_lines(
    lines: Iterable[WordLine], head: Letterhead, is_in_record: Callable[[str], bool]
) -> Iterator[WordLine]:
    """The lines above the grounds and below the articles of which the record has every piece."""
    for line in lines:
        if ARTICLE.match(line.words):
            continue
        pieces = [one.strip() for one in line.words.split("\n") if _letters(one)]
        if pieces and all(head.takes(one) or is_in_record(one) for one in pieces):
            yield line
