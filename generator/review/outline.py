"""A review as sections and tables, the most important first: what every format prints."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import groupby
from typing import Any

from generator import addresses
from generator.law.changes import NOTHING_MORE, Change, pieces
from generator.law.publication_deadlines import deadlines
from generator.law.textdiff import Span, diff_words
from generator.locale import Words
from generator.pages.describe import Describer
from generator.pages.formatting import duty, effective_on, format_day, signed_on
from generator.records.decision import Decision
from generator.records.registers import PROVISIONAL_ID
from generator.records.unwritten import doubted_title
from generator.review.compare import DecisionChange, ProcedureChange, Review
from generator.review.impact import Linkers, impact_of, linkers
from generator.review.nested import NESTED, nested_differences
from generator.review.record_words import RecordDescriber
from generator.review.records_compared import RecordChange

_Row = tuple[Change, tuple[Span, ...], bool | None]
"""A change, its difference, and whether it is declared."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: a part, its difference, and whether the decision declares the change.

    Part of the JSON of a review, as all its fields are.
    """

    part: str
    runs: tuple[Span, ...]
    declared: bool | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a level (2 or 3) with facts, warnings and a table under it.

    `page` is the address of what it is about in the site, empty for what has no page.
    """

    level: int
    title: str
    facts: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    page: str = ""


@dataclass(frozen=True)
class Outline:
    """Turns a review into sections, in the words of a language.

    `published` are the files of the branch on which records are published; None when that is the
    base of the review, or not known: whatever the base has is published then.
    """

    review: Review
    words: Words
    published: frozenset[str] | None = None

    def summary(self) -> str:
        """The review in one sentence."""
        review = self.review
        undeclared = sum(map(self._count_undeclared, review.procedures))
        return self.words(
            "review.summary",
            decisions=len(review.decisions),
            procedures=len({p.procedure for p in (*review.procedures, *review.drafts)}),
            undeclared=undeclared,
        )

    def sections(self) -> Iterator[Callable[[], Section]]:
        """Decisions with their procedures, then drafts, then what needs no decision.

        Each is computed when it is called: a review has room for the first ones only.
        """
        return (section for _, section in self.sections_by_decision())

    def sections_by_decision(self) -> Iterator[tuple[Decision | None, Callable[[], Section]]]:
        """The sections with the decision that makes each change; None where none does."""
        review = self.review
        for change in review.decisions:
            yield change.decision, partial(self._decision, change)
            for procedure in change.procedures:
                yield change.decision, partial(self._procedure, procedure)
        for section in self._undecided():
            yield None, section

    def _undecided(self) -> Iterator[Callable[[], Section]]:
        review = self.review
        yield from self._group("drafts", [partial(self._procedure, p) for p in review.drafts])
        yield from self._group("editorial", [partial(self._record, r) for r in review.editorial])
        yield from self._group("registers", [partial(self._record, r) for r in review.registers])

    def _group(
        self, name: str, sections: list[Callable[[], Section]]
    ) -> Iterator[Callable[[], Section]]:
        if sections:
            yield partial(Section, 2, self.words(f"review.{name}"))
            yield from sections

    def _decision(self, change: DecisionChange) -> Section:
        words, decision = self.words, change.decision
        state = words(f"review.{_state_of(change)}_decision")
        agency = self.review.head.agencies.get(decision.agency)
        facts = [
            f"{agency.name if agency else decision.agency}; {state}",
            f"{signed_on(decision.signed, words)}; {effective_on(decision.effective, words)}",
            *(
                duty(due, words)
                for due in deadlines(decision, self.review.head, self.review.timelines)
            ),
        ]
        number = words("review.draft") if decision.is_draft else decision.number
        title = f"{number} – {_told_title(decision.title, words)}"
        return Section(
            2, title, tuple(facts), lines=tuple(self._key_lines("decision", change.keys))
        )

    def _procedure(self, change: ProcedureChange) -> Section:
        words = self.words
        action = words(f"action.{change.action}")
        code = "" if change.procedure.startswith(PROVISIONAL_ID) else f"{change.procedure} "
        name = _told_title(change.title, words) + self._level_words(change)
        title = f"{code}{name} – {action} ({self._versions(change)})"
        warnings = []
        if undeclared := self._count_undeclared(change):
            warnings.append(words("review.undeclared", count=undeclared))
        return Section(
            3,
            title,
            tuple(self._facts(change)),
            tuple(warnings),
            tuple(self._lines(change)),
            addresses.address(_page_of(change)),
        )

    def _level_words(self, change: ProcedureChange) -> str:
        """The levels of a procedure that has its name in common with another one of the review."""
        known = change.after or change.before
        if known is None or self._titles[change.title] < 2:
            return ""
        named = ", ".join(self.words(f"level.{level}") for level in known.levels.items)
        return f" ({named})" if named else ""

    @cached_property
    def _titles(self) -> Counter[str]:
        """How many procedures of the review have each name."""
        every = (*self.review.procedures, *self.review.drafts)
        return Counter(title for _, title in {(one.procedure, one.title) for one in every})

    def _count_undeclared(self, change: ProcedureChange) -> int:
        """How many lines the decision does not declare: alike ways to submit share one."""
        lines = self._lines(change) if change.undeclared else ()
        return sum(line.declared is False for line in lines)

    def _versions(self, change: ProcedureChange) -> str:
        before = change.before.version if change.before else ""
        after = change.after.version if change.after else ""
        if change.edited:
            file = self.review.head.path("version", f"{change.procedure}/{after}")
            is_own = self.published is not None and file not in self.published
            return self.words("review.revised" if is_own else "review.edited", after=after)
        if change.removed:
            return self.words("review.removed", before=before)
        kind = "versions" if before and after else "new" if after else "gone" if before else "none"
        return self.words(f"review.{kind}", before=before, after=after)

    def _facts(self, change: ProcedureChange) -> Iterator[str]:
        words = self.words
        if change.effective:
            yield words("review.effective", day=format_day(change.effective, words))
        if change.successors:
            yield words("review.successors", codes=", ".join(change.successors))
        if change.moved_to:
            yield words("review.moved", code=change.moved_to)
        if change.removed:
            yield words("review.removed_files")
        elif change.unreadable:
            yield words("review.unreadable")
        elif change.before is None and change.after:
            key = f"{change.procedure}/{change.after.version}"
            yield words("review.added", file=self.review.head.path("version", key))
        elif change.after and not change.changes:
            yield words("review.same")
        touched = impact_of(change, self.review.head, self._linkers)
        for name in ("pages", "forms", "linked", "offices"):
            found = getattr(touched, name)
            if found:
                yield f"{words(f'review.{name}')}: {', '.join(found)}"

    @cached_property
    def _linkers(self) -> Linkers:
        return linkers(self.review.head)

    def _lines(self, change: ProcedureChange) -> Iterator[Line]:
        base = Describer(self.review.base, self.words)
        head = Describer(self.review.head, self.words)
        if change.before is None and change.after:
            for part, about, said in head.said_of(pieces(change.after)):
                yield Line(self._part_words(part, about), diff_words("", said))
            return
        if change.removed and change.before:
            for part, about, said in base.said_of(pieces(change.before)):
                yield Line(self._part_words(part, about), diff_words(said, ""))
            return
        ordered = sorted(change.changes, key=lambda c: change.is_declared(c) is not False)
        yield from _joined(
            (
                (
                    piece,
                    diff_words(base.before(piece), head.after(piece)),
                    change.is_declared(piece),
                )
                for piece in ordered
            ),
            head,
        )

    def _part_words(self, part: str, about: str) -> str:
        return ": ".join(filter(None, (self.words(f"legal_part.{part}"), about)))

    def _record(self, change: RecordChange) -> Section:
        state = self.words(f"review.state_{change.state}")
        kept = change.keys if change.state != "dropped" else ()
        lines = tuple(self._record_lines(change, kept))
        is_procedure = change.kind == "procedure"
        page = addresses.address(addresses.procedure(change.key)) if is_procedure else ""
        return Section(3, f"{change.file} ({state})", lines=lines, page=page)

    def _record_lines(
        self, change: RecordChange, kept: Sequence[tuple[str, Any, Any]]
    ) -> Iterator[Line]:
        """What differs in a record, in words: of one with lists in lists, item by item."""
        if change.kind in NESTED and change.state == "changed":
            for label, before, after in nested_differences(change, self.words):
                yield Line(label, diff_words(before, after))
            return
        yield from self._key_lines(change.kind, kept)

    def _key_lines(self, kind: str, keys: Iterable[tuple[str, Any, Any]]) -> Iterator[Line]:
        """Each key that differs in words, a line for each item of a list that has ids."""
        base = RecordDescriber(kind, self.review.base, self.words)
        head = RecordDescriber(kind, self.review.head, self.words)
        for key, before, after in keys:
            old = base.key_lines(key, before, after)
            new = head.key_lines(key, before, after)
            for (_, said, _), (name, _, says) in zip(old, new, strict=True):
                yield Line(name, diff_words(said, says))


def _state_of(change: DecisionChange) -> str:
    """Whether a decision is new, its record changed, or only a version that it publishes."""
    if change.before is None:
        return "new"
    return "kept" if change.before == change.decision else "changed"


def _told_title(title: str, words: Words) -> str:
    """A title as a page has it: what is doubted says so, without the note to the drafter."""
    doubted = doubted_title(title)
    return words("build.doubted", title=doubted) if doubted else title


def _page_of(change: ProcedureChange) -> str:
    """The page of the version that comes, which may bind later; of the procedure when none does."""
    if change.after:
        return addresses.version_address(change.procedure, change.after.version)
    return addresses.procedure(change.procedure)


def _joined(rows: Iterable[_Row], describer: Describer) -> Iterator[Line]:
    """The lines of rows; what changes alike for several ways to submit is one line."""
    for (*_, runs, declared), alike in groupby(rows, key=_alike):
        yield Line(describer.shared_part([piece for piece, *_ in alike]), runs, declared)


def _alike(row: _Row) -> tuple[str, object, tuple[Span, ...], bool | None]:
    """What rows of one line have in common; a row that is about no such way has its own."""
    piece, runs, declared = row
    return piece.part, piece.about == NOTHING_MORE and piece.item, runs, declared
