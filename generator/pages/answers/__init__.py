"""The first screen of a procedure: where, how long, how much; then how to file it online."""

from generator.locale import Words
from generator.model.edition import Edition
from generator.pages.answers.cell import answer, edited_answer
from generator.pages.answers.fees import fees_answer
from generator.pages.answers.online import online_answer
from generator.pages.answers.place import place_answer
from generator.pages.answers.short import shown_text
from generator.pages.answers.time_limit import time_answer
from generator.pages.nodes.blocks import Block, html_block
from generator.pages.nodes.html import (
    Html,
    anchor,
    description_list,
    element,
    escape_html,
    join_html,
)
from generator.readings.door import FilingReadings
from generator.readings.fee_summary import summarise_fees
from generator.readings.fee_values import FeesOnDay
from generator.readings.time_summary import TimeSummary
from generator.records.registers import NOT_EDITED, Procedure
from generator.records.version import Version

__all__ = ["answers", "filing_answers", "time_and_fees", "where"]

_NARROW = 70
"""Characters of an answer that fit beside another one on a phone."""


def answers(place: Html, time_and_fees: Html) -> Block:
    """Where, how long, how much."""
    return html_block(element("dl", place, time_and_fees, class_="answers"))


def where(
    version: Version, procedure: Procedure, filing: FilingReadings, edition: Edition, here: str
) -> Html:
    """Where: an editor's answer, else what is recorded or was read."""
    edited = procedure.answers or NOT_EDITED
    found = place_answer(filing, version, edition, here)
    return _row("facts.place", edited.place, found, edition.words)


def time_and_fees(
    version: Version, procedure: Procedure, times: TimeSummary, fees: FeesOnDay, words: Words
) -> Html:
    """How long and how much, likewise."""
    edited = procedure.answers or NOT_EDITED
    long = time_answer(times, version.channels.items, words)
    much = fees_answer(summarise_fees(fees), words)
    return join_html(
        [
            _row("facts.time", edited.time, long, words),
            _row("part.fees", edited.fees, much, words),
        ]
    )


def filing_answers(version: Version, procedure: Procedure, edition: Edition) -> Block:
    """How to file it online, and what to do when the result is late."""
    words = edition.words
    rows = [
        (words("facts.online"), online_answer(version, procedure, edition)),
        (words("answer.late"), answer([], [_late(words)])),
    ]
    return html_block(description_list([row for row in rows if row[1]], class_="filing"))


def _row(key: str, edited: str | None, found: Html, words: Words) -> Html:
    shown = edited_answer(edited, words) or found
    is_wide = len(shown_text(shown)) > _NARROW
    label = element("dt", escape_html(words(key)))
    return element("div", label, element("dd", shown), class_="broad" if is_wide else None)


def _late(words: Words) -> Html:
    """A link to what to do when the result is late."""
    return anchor(words("answer.late_line"), f"#{words('anchor.part.deadline')}")
