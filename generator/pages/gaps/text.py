"""The gaps of a catalogue as text for a terminal."""

from collections.abc import Iterator, Sequence

from generator.law.text import DIRECTION
from generator.locale import Words
from generator.model.edition import Edition
from generator.model.gaps.gap import Gap
from generator.model.gaps.report import GapReport, GapSubject
from generator.pages.gaps.sentences import (
    Spread,
    agency_lines,
    audience_lines,
    field_lines,
    fix_words,
    harm_words,
    harms_line,
    intro_line,
    kind_lines,
    kind_words,
    more_words,
    part_lines,
    place_words,
    reading_words,
    summary_line,
)

_TOP = 10
"""How many fields and agencies are listed."""


def gaps_as_text(report: GapReport, edition: Edition, limit: int | None) -> Iterator[str]:
    """Counts, the first `limit` tasks (None: all), and a line of numbers at the end."""
    words = edition.words
    yield intro_line(report, words)
    yield words("gaps.order")
    yield from _counts("gaps.by_kind", kind_lines(report, words), words)
    yield from _counts("gaps.by_part", part_lines(report, words), words)
    yield from _spread("gaps.by_field", field_lines(report, edition), words)
    yield from _spread("gaps.by_agency", agency_lines(report, edition), words)
    yield from _spread("gaps.by_audience", audience_lines(report, words), words)
    shown = report.gaps[:limit]
    yield from ("", f"{words('gaps.tasks')}:") if shown else ()
    for number, gap in enumerate(shown, 1):
        yield from _task(number, gap, report.subjects[gap.procedure], words)
    yield ""
    if len(shown) < len(report.gaps):
        counts = {"shown": len(shown), "gaps": len(report.gaps)}
        yield words("gaps.shown", **{name: words.number(n) for name, n in counts.items()})
    yield summary_line(report, words)


def _counts(key: str, rows: Sequence[tuple[str, int]], words: Words) -> Iterator[str]:
    if rows:
        yield from ("", f"{words(key)}:")
        yield from (f"{words.number(count):>7} × {_line(name)}" for name, count in rows)


def _spread(key: str, rows: Spread, words: Words) -> Iterator[str]:
    if not rows:
        return
    yield from ("", f"{words(key)}:")
    for _, name, harms in rows[:_TOP]:
        total = words.number(sum(harms.values()))
        yield f"{total:>7} × {_line(name)}: {harms_line(harms, words)}"
    if len(rows) > _TOP:
        yield f"          {words('gaps.others', count=words.number(len(rows) - _TOP))}"


def _task(number: int, gap: Gap, subject: GapSubject, words: Words) -> Iterator[str]:
    """A task in five lines: what, where, the words, what was read, what to write."""
    said = f"“{gap.words}”" if gap.words else words("gaps.no_words")
    more = more_words(gap, words)
    head = f"{number}. [{harm_words(gap, words)}] {kind_words(gap, words)}"
    audience = words(f"gaps.audience.{subject.audience}")
    yield ""
    yield _line(f"{head} – {subject.code} {subject.title} ({audience})")
    yield f"   {place_words(gap)}"
    yield _line(f"   {said}{f' ({more})' if more else ''}", indent="   ")
    yield _line(f"{words('gaps.read_label')}: {reading_words(gap, words)}", indent="   ")
    yield f"   {words('gaps.fix_label')}: {fix_words(gap.kind, words)}"


def _line(text: str, indent: str = "") -> str:
    """Text of a record on one line of a terminal: no control character moves its cursor."""
    shown = "".join(one if one.isprintable() else " " for one in DIRECTION.sub("", text))
    return f"{indent}{' '.join(shown.split())}"
