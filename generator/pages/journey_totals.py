"""The totals of a journey in words: at least so much, where a step is not clear."""

from collections.abc import Iterator

from generator.locale import Words
from generator.model.brief_words import fee_words, time_words
from generator.model.edition import Edition
from generator.model.journey_totals import Amount, Total, journey_totals
from generator.pages.answers.cell import answer, stands_out
from generator.pages.nodes.html import Html, escape_line
from generator.readings.brief_values import FeeBrief, TimeBrief
from generator.readings.fee_values import FeeState
from generator.readings.time_values import TimeLimit
from generator.records.journeys import Journey


def totals(journey: Journey, edition: Edition) -> Iterator[tuple[str, Html]]:
    """The total time and the total fees of the steps that everybody takes."""
    words, found = edition.words, journey_totals(journey, edition.entries, edition.day)
    short, cases = [], []
    if found.shortest:
        short.append(words("journey.shortest", value=amount_words(found.shortest, words)))
    if any(step.condition for step in journey.steps):
        cases.append(words("journey.without_cases"))
    yield words("journey.time"), _total(found.time, [*short, *cases], words)
    exempt = [words("answer.exempt")] if found.some_exempt else []
    yield words("journey.fees"), _total(found.fees, [*exempt, *cases], words)


def _total(total: Total, more: list[str], words: Words) -> Html:
    said = " + ".join(amount_words(one, words) for one in total.amounts)
    steps = ", ".join(map(str, total.unclear_steps))
    if not said:
        return answer([stands_out(words("journey.unclear", steps=steps))])
    if total.unclear:
        exact = all(one.low == one.high for one in total.amounts)
        key = "journey.at_least" if exact else "journey.from_to"
        said = words(key, value=said, steps=steps)
    return answer([stands_out(said)], map(escape_line, more))


def amount_words(amount: Amount, words: Words) -> str:
    """A time or a sum of money in the words of a list."""
    if words.has(f"unit.{amount.unit}"):
        limits = dict.fromkeys(TimeLimit(one, amount.unit) for one in (amount.low, amount.high))
        return time_words(TimeBrief(tuple(limits), is_read=amount.is_read), words)
    state = FeeState.AMOUNT if amount.high else FeeState.ABSENT
    fee = FeeBrief(state, amount.low, amount.high, amount.unit, is_read=amount.is_read)
    return fee_words(fee, words)
