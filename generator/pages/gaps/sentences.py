"""A gap in words: what it is, what was read, how it is mended, whom it concerns."""

from collections.abc import Mapping, Sequence
from datetime import date

from generator.findings.problem import format_pointer
from generator.locale import Words
from generator.model.edition import Edition
from generator.model.gaps.gap import Gap, GapValue
from generator.model.gaps.kinds import HARM_OF, GapKind, Harm
from generator.model.gaps.report import GapReport
from generator.model.limit_words import limit_words
from generator.pages.answers.sums import value_words
from generator.pages.formatting import written_numbers
from generator.readings.fee_values import FeeAmount
from generator.readings.time_values import TimeLimit

_LISTED = 4
"""So many values are listed; of more it is said how many there are."""
_KEYS: Mapping[str, str] = {"levels": "level", "parts": "lacking"}
"""Values that are keys, and the words that they are keys of."""


def kind_words(gap: Gap, words: Words) -> str:
    """What kind of gap it is."""
    return words(f"gaps.kind.{gap.kind}")


def harm_words(gap: Gap, words: Words) -> str:
    """What harm it does."""
    return words(f"gaps.harm.{HARM_OF[gap.kind]}")


def fix_words(kind: GapKind, words: Words) -> str:
    """What to write where."""
    return words(f"gaps.fix.{kind}")


def place_words(gap: Gap) -> str:
    """The file and the JSON pointer of a gap."""
    return f"{gap.path}#{format_pointer(gap.pointer)}"


def reading_words(gap: Gap, words: Words) -> str:
    """What was read."""
    values = {key: _value(key, value, words) for key, value in gap.values.items()}
    if gap.part:
        values["part"] = words(f"lacking.{gap.part}")
    key = f"gaps.read.{gap.kind}"
    if gap.kind is GapKind.ANSWER_OUTDATED:
        key = f"{key}_figures" if gap.values["figures"] else f"{key}_day"
    return words(key, **values) if values else words(key)


def more_words(gap: Gap, words: Words) -> str:
    """In how many further places the same is so; empty when in none."""
    return words("gaps.more", count=words.number(gap.more)) if gap.more else ""


def _value(key: str, value: GapValue, words: Words) -> str:
    """One value or several, those of a list each once; that it is not known when there is none."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        said = list(dict.fromkeys(_value(key, one, words) for one in value))
        more = len(said) - _LISTED
        if more > 0:
            said = [*said[:_LISTED], words("gaps.others", count=words.number(more))]
        return "; ".join(said) or words("unknown.value")
    if value is None:
        return words("unknown.value")
    if isinstance(value, FeeAmount):
        return value_words(value, words)
    if isinstance(value, TimeLimit):
        return limit_words(value, words)
    if isinstance(value, date):
        return words.day(value)
    if isinstance(value, str):
        return words(f"{_KEYS[key]}.{value}") if key in _KEYS else " ".join(value.split())
    return words.number(value)


def harms_line(harms: Mapping[Harm, int], words: Words) -> str:
    """Counts by harm, the worst first: "mâu thuẫn 330, nơi nộp 357"."""
    counted = (f"{words(f'gaps.harm.{harm}')} {words.number(n)}" for harm, n in harms.items())
    return ", ".join(counted)


def summary_line(report: GapReport, words: Words) -> str:
    """One line of numbers."""
    counts = written_numbers(
        words,
        procedures=len(report.subjects),
        gaps=len(report.gaps),
        concerned=report.concerned,
    )
    harms = harms_line(report.by_harm(), words) or words("gaps.none")
    return words("gaps.summary", harms=harms.rstrip("."), **counts)


def intro_line(report: GapReport, words: Words) -> str:
    """The day, and how many procedures were looked at."""
    counts = written_numbers(words, procedures=len(report.subjects), concerned=report.concerned)
    return words("gaps.intro", day=words.day(report.day), **counts)


def kind_lines(report: GapReport, words: Words) -> list[tuple[str, int]]:
    """How many gaps there are of each kind, the most harmful first."""
    return [(words(f"gaps.kind.{kind}"), count) for kind, count in report.by_kind().items()]


def part_lines(report: GapReport, words: Words) -> list[tuple[str, int]]:
    """Of how many procedures the source does not state each part."""
    return [(words(f"lacking.{part}"), count) for part, count in report.by_part().items()]


Spread = list[tuple[str, str, Mapping[Harm, int]]]
"""Keys, their names, and how many gaps of each harm they have."""


def field_lines(report: GapReport, edition: Edition) -> Spread:
    """How many gaps each field has, the most first."""
    found = report.by_field().items()
    return [(key, edition.field(key).name, harms) for key, harms in found]


def agency_lines(report: GapReport, edition: Edition) -> Spread:
    """How many gaps each publisher has, the most first."""
    found = report.by_agency().items()
    return [(key, edition.agency_name(key), harms) for key, harms in found]


def audience_lines(report: GapReport, words: Words) -> Spread:
    """How many gaps concern people and organisations."""
    found = report.by_audience().items()
    return [(str(key), words(f"gaps.audience.{key}"), harms) for key, harms in found]
