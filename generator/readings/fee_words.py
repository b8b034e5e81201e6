"""What one note says about a fee: sums with their terms, changes of them, exemptions, documents."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.findings.problem import Pointer
from generator.readings.amounts import Bound, FoundSum, sums_in
from generator.readings.clauses import (
    Span,
    TextClause,
    is_within,
    parentheses,
    split_clauses,
    split_inside,
)
from generator.readings.days import Period
from generator.readings.evidence import Certainty, Evidence, Reading, evidence_of
from generator.readings.fee_exemptions import read_exemptions
from generator.readings.fee_phrases import FeePhrase, read_elsewhere, read_phrases, read_whole
from generator.readings.fee_terms import (
    WAIVED,
    LabelWords,
    is_citation,
    is_exemption,
    is_only_method,
    join_labels,
    read_label,
)
from generator.readings.fee_values import (
    FeeAmount,
    FeeChange,
    FeeReading,
    FeeShare,
    FeeStatement,
    FeeTerms,
)

_AFTER = re.compile(
    r"\s{0,9}(?:đối với|cho|với|nếu|áp dụng|kể từ|từ ngày|đến hết|theo|khi)(?!\w)", re.IGNORECASE
)
_OR = re.compile(r"\s{0,3}hoặc(?!\w)", re.IGNORECASE)
_COMMA = re.compile(r",(?=\s)| và (?=\w)")
_IS_ZERO = re.compile(r"(?<!\w)(?:là|bằng|thu)\s+\Z", re.IGNORECASE)
_SHARE_OF_SUM = re.compile(r"(?P<percent>[0-9]{1,3}(?:,[0-9]{1,2})?)\s?%\s+của\s+\Z", re.IGNORECASE)
_WRAPPED = re.compile(
    r"\A\s*+(?:(?:phí|lệ phí)\s*+:\s*+)?(?:0\s*+)?(?:đồng\s*+)?(?P<bracket>\(.*\))"
    r"\s{0,9}\.?\s{0,9}\Z",
    re.IGNORECASE | re.DOTALL,
)
_CASE = re.compile(r"nếu|phải nộp|trường hợp|từ |riêng", re.IGNORECASE)
_DEEPEST = 2
"""Brackets in brackets that are read apart."""
_OTHER_LIMIT = re.compile(r"áp dụng|miễn|giảm", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Note:
    """A text to read, `text[start:end]` of the value that `pointer` leads to.

    `before` is put before it for the reading alone, such as a figure that stands in another key.
    """

    pointer: Pointer
    text: str
    start: int = 0
    end: int | None = None
    before: str = ""

    @property
    def words(self) -> str:
        """The text as it is read."""
        return self.before + self.text[self.start : self.end]

    def evidence(self, *spans: Span) -> tuple[Evidence, ...]:
        """Evidence for stretches of `words`, as stretches of the text."""
        shift = self.start - len(self.before)
        moved = [(max(a + shift, self.start), max(b + shift, self.start)) for a, b in spans]
        kept = [span for span in dict.fromkeys(moved) if span[0] < span[1]]
        return tuple(evidence_of(self.pointer, self.text, *span) for span in kept or [(0, 0)])


def read_note(note: Note) -> tuple[FeeReading, ...]:
    """Everything that a note says; nothing when it only names what a recorded sum is for."""
    note = _unwrapped(note)
    words = note.words
    whole = read_whole(words)
    said = [whole] if whole else list(_read(words))
    return tuple(Reading(one.value, one.certainty, note.evidence(*one.spans)) for one in said)


def _unwrapped(note: Note) -> Note:
    """A note without the bracket around the whole of it."""
    match = _WRAPPED.match(note.words)
    if note.before or match is None or parentheses(note.words) != [match.span("bracket")]:
        return note
    start, end = match.span("bracket")
    return replace(note, start=note.start + start + 1, end=note.start + end - 1)


def _read(words: str) -> Iterator[FeePhrase]:
    found: list[FeePhrase] = []
    walk = _NoteReader(words)
    for clause in _with_alternatives(words, split_clauses(words)):
        found += walk.clause(clause)
    exempted = read_exemptions(words)
    found = [one for one in found if not _is_exemption(one, [span for _, span in exempted])]
    found += [FeePhrase(value, Certainty.LIKELY, (span,)) for value, span in exempted]
    if not any(isinstance(one.value, FeeAmount | FeeShare) for one in found):
        found += read_elsewhere(words, [span for one in found for span in one.spans])
    yield from found


def _with_alternatives(words: str, clauses: Iterable[TextClause]) -> Iterator[TextClause]:
    """The clauses; a label that begins with "hoặc" takes along the clause before it."""
    above: TextClause | None = None
    for clause in clauses:
        *outer, last = clause.labels or ((0, 0),)
        is_after = above is not None and clause.joint == ";" and clause.previous == tuple(outer)
        if above and is_after and _OR.match(words, *last):
            yield replace(clause, labels=(*outer, (above.start, last[1])))
        else:
            yield clause
        above = clause


def _is_exemption(one: FeePhrase, exempted: list[Span]) -> bool:
    """Whether a change of all sums stands in the words that say who alone pays less."""
    return isinstance(one.value, FeeChange) and is_within(one.spans[0][0], exempted)


class _NoteReader:
    """Reads clause after clause; a clause that only goes on keeps what the one before named."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._named: LabelWords | None = None
        self._cited: LabelWords | None = None

    def clause(self, clause: TextClause, depth: int = 0) -> Iterator[FeePhrase]:
        """What a clause says, and then what its brackets say that have sums of their own."""
        words = self._words
        brackets = [
            (clause.start + a, clause.start + b)
            for a, b in parentheses(words[clause.start : clause.end])
        ]
        own = [span for span in brackets if depth < _DEEPEST and self._speaks(span)]
        sums = [s for s in sums_in(words, clause.start, clause.end) if not is_within(s.start, own)]
        labels = [read_label(words, span) for span in clause.labels]
        labels = self._apply_citation(clause, labels, bool(sums))
        if any(is_exemption(words[slice(*span)]) for span in clause.labels):
            return
        yield from self._sums(clause, labels, sums, [span for span in brackets if span not in own])
        yield from read_phrases(words, clause, labels, own, bool(sums))
        for start, end in own:
            if not self._repeats(sums, start, end):
                for inner in split_inside(words, start + 1, end - 1, clause.labels):
                    yield from self.clause(inner, depth + 1)

    def _apply_citation(
        self, clause: TextClause, labels: list[LabelWords], has_sums: bool
    ) -> list[LabelWords]:
        """The labels, with the document and days of a line above that has no sum of its own."""
        if not has_sums and is_citation(self._words[clause.start : clause.end]):
            self._cited = read_label(self._words, (clause.start, clause.end))
        elif has_sums and self._cited and not any(label.terms.documents for label in labels):
            return [self._cited, *labels]
        return labels

    def _speaks(self, span: Span) -> bool:
        """Whether a bracket says something of its own: another sum, a change, a waiver."""
        start, end = span[0] + 1, span[1] - 1
        if any(s.currency != "VND" or s.low >= 1000 for s in sums_in(self._words, start, end)):
            return True
        inner = self._words[start:end]
        return bool(WAIVED.search(inner) or ("%" in inner and _OTHER_LIMIT.search(inner)))

    def _repeats(self, sums: list[FoundSum], start: int, end: int) -> bool:
        """Whether a bracket only says the sum before it in another currency."""
        inner = list(sums_in(self._words, start + 1, end - 1))
        before = [s for s in sums if s.end <= start]
        return bool(
            len(inner) == 1
            and before
            and before[-1].end >= start - 1
            and inner[0].currency != before[-1].currency
            and inner[0].start <= start + 2
        )

    def _sums(
        self,
        clause: TextClause,
        labels: list[LabelWords],
        sums: list[FoundSum],
        brackets: list[Span],
    ) -> Iterator[FeePhrase]:
        position, said = clause.start, []
        for number, found in enumerate(sums):
            share = _SHARE_OF_SUM.search(self._words, position, found.start)
            before = read_label(self._words, (position, share.start() if share else found.start))
            stop = sums[number + 1].start if number + 1 < len(sums) else clause.end
            after, position = self._after(found.end, stop, brackets, stop == clause.end)
            if found.bound is not Bound.EXACT:
                before = LabelWords(FeeTerms(), ())
            elif number == 0:
                labelled = bool(labels) and not before.terms.applies_to
                before = self._carry_named(clause, before)
            elif labelled and _is_sibling(before):
                labels, labelled = labels[:-1], False
            if found.high > 0 or self._is_zero(clause, found, before):
                said.append(_said(found, share, join_labels([*labels, before, *after])))
        yield from _with_last_period(said)

    def _is_zero(self, clause: TextClause, found: FoundSum, before: LabelWords) -> bool:
        """Whether a zero is meant; a zero alone may only not be filled in."""
        meant = _IS_ZERO.search(self._words, clause.start, found.start)
        return bool(meant or before.terms.methods)

    def _carry_named(self, clause: TextClause, before: LabelWords) -> LabelWords:
        """The words before a sum, or before the last one when a semicolon alone parts them."""
        same = clause.joint == ";" and clause.labels == clause.previous
        if not before.terms.applies_to and same and self._named:
            return self._named
        self._named = before
        return before

    def _after(
        self, position: int, stop: int, brackets: list[Span], is_last: bool
    ) -> tuple[list[LabelWords], int]:
        """The terms after a sum, and where the words of the next one begin."""
        words = self._words
        waived = WAIVED.search(words, position, stop)
        stop = waived.start() if waived else stop
        found: list[LabelWords] = []
        for start, end in brackets:
            if start >= position and end <= stop and not words[position:start].strip(" .đĐồng"):
                found.append(read_label(words, (start + 1, end - 1)))
                position = end
        if not _AFTER.match(words, position, stop):
            if is_last and words[position:stop].lstrip()[:1] in (":", ",", "–", "-"):
                found.append(read_label(words, (position, stop)))
            return found, position
        comma = None if is_last else _COMMA.search(words, position, stop)
        end = comma.start() if comma else stop if is_last else position
        found.append(read_label(words, (position, end)))
        return found, end


def _said(found: FoundSum, share: re.Match[str] | None, around: LabelWords) -> FeePhrase:
    part = float(share["percent"].replace(",", ".")) / 100 if share else 1.0
    spans = ((share.start() if share else found.start, found.end), *around.spans)
    value: FeeStatement = FeeAmount(
        found.low * part,
        found.high * part,
        found.currency,
        found.unit,
        found.bound,
        False,
        around.terms,
    )
    if found.high == 0:
        applies_to = tuple(w for w in around.terms.applies_to if not is_only_method(w))
        value = FeeChange(0.0, replace(around.terms, applies_to=applies_to))
    return FeePhrase(value, found.certainty, spans)


def _is_sibling(before: LabelWords) -> bool:
    """Whether the words before a further sum name another thing, not a case of the same."""
    words = before.terms.applies_to
    return bool(words) and not _CASE.match(words[0])


def _with_last_period(said: list[FeePhrase]) -> list[FeePhrase]:
    """Sums for different cases in one clause share the period that stands at its end."""
    if len(said) < 2 or not said[-1].value.terms.period:
        return said
    period, cases = said[-1].value.terms.period, {one.value.terms.applies_to for one in said}
    if len(cases) < len(said):
        return said
    return [
        one if one.value.terms.period else replace(one, value=_for_time(one.value, period))
        for one in said
    ]


def _for_time(value: FeeStatement, period: Period) -> FeeStatement:
    return replace(value, terms=replace(value.terms, period=period))
