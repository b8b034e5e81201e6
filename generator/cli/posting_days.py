"""The days of `niemyet post`: that of the set, and since when changes are printed."""

import argparse
import re
from dataclasses import dataclass
from datetime import date, timedelta

from generator.cli.common import MisuseError, parse_day
from generator.law.citations import normalise
from generator.locale import Words
from generator.pages.formatting import signed_on
from generator.records.catalogue import Catalogue
from generator.records.decision import Decision
from generator.records.loose_values import is_written_as_day

_MONTH = re.compile(r"(?:0?[1-9]|1[0-2])/20[0-9]{2}")
"""A month as it is typed in Vietnam: no decision has such a number."""


@dataclass(frozen=True, slots=True)
class PostingDays:
    """The day of a set, and the day `since` which changes are asked for, if any.

    `later`: the days after that of the set on which the decision that was asked for takes effect
    too. `to_come`: it takes no effect before the day of the set, which is not the day asked for.
    """

    day: date
    since: date | None = None
    later: tuple[date, ...] = ()
    to_come: bool = False
    decision: str = ""
    """The id of the decision that was asked for, if any."""


def parse_days(options: argparse.Namespace, catalogue: Catalogue, words: Words) -> PostingDays:
    """The days that options name.

    With the number of a decision, changes are since the day before it takes effect, and the set
    is of that day where it has not come yet. Raises MisuseError.
    """
    day = parse_day(options.as_of, words)
    if options.since is None:
        return PostingDays(day)
    if _MONTH.fullmatch(options.since):
        raise MisuseError(words("posting.month_alone", found=options.since))
    if not _is_number(options.since):
        return PostingDays(day, parse_day(options.since, words))
    decision = _find_decision(options.since, catalogue, words)
    if not decision.rows:
        raise MisuseError(words("posting.no_rows", found=options.since))
    days = _effective_days(decision)
    if not days:
        raise MisuseError(words("posting.no_day", found=options.since))
    to_come = options.as_of is None and days[0] > day
    shown = days[0] if to_come else day
    later = tuple(one for one in days if one > shown)
    return PostingDays(shown, days[0] - timedelta(days=1), later, to_come, decision.id)


def _is_number(since: str) -> bool:
    """Whether words name a decision: by its whole number, its id, or the digits of its number."""
    return not is_written_as_day(since) and ("/" in since or since.isdigit())


def _find_decision(number: str, catalogue: Catalogue, words: Words) -> Decision:
    """The decision that has a number or an id; the digits alone do where only one begins so.

    Raises MisuseError for none and for several.
    """
    if number in catalogue.decisions:
        return catalogue.decisions[number]
    wanted = normalise(number).casefold()
    decisions = catalogue.decisions.values()
    alike = wanted + "/" if wanted.isdigit() else ""
    numbered = ((normalise(one.number).casefold(), one) for one in decisions if one.number)
    found = [one for at, one in numbered if at == wanted or (alike and at.startswith(alike))]
    if len(found) != 1:
        key = "posting.many_decisions" if found else "posting.no_decision"
        ids = "; ".join(_named(one, catalogue, words) for one in found)
        raise MisuseError(words(key, found=number, ids=ids))
    return found[0]


def _named(decision: Decision, catalogue: Catalogue, words: Words) -> str:
    """A decision by its id, with what tells it apart: who signed it, and when."""
    agency = catalogue.agencies.get(decision.agency)
    name = agency.name if agency else decision.agency
    return f"{decision.id} ({name}, {signed_on(decision.signed, words)})"


def _effective_days(decision: Decision) -> list[date]:
    """The days on which a decision takes effect, in order."""
    days = {row.effective or decision.effective or decision.signed for row in decision.rows}
    return sorted(day for day in days if day)
