"""The first screen of a procedure: where, how long, how much; then how to file it online."""

from collections.abc import Iterable, Sequence

from generator.locale import Words
from generator.model.edition import Edition
from generator.pages.answers.cell import answer, edited_answer
from generator.pages.answers.counter import chosen_counters
from generator.pages.answers.fee_notes import exempted_in_notes, fee_notes, paid_in_steps
from generator.pages.answers.fees import fees_answer
from generator.pages.answers.online import online_answer, online_name
from generator.pages.answers.place import place_answer
from generator.pages.answers.quote_room import WHOLE, QuoteRoom
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
from generator.pages.phone import ANSWER_KINDS, Letters
from generator.readings.door import FilingReadings
from generator.readings.fee_days import ended_items
from generator.readings.fee_summary import DueSum, summarise_fees
from generator.readings.fee_values import FeesOnDay, FeeState
from generator.readings.time_summary import TimeSummary
from generator.records.registers import NOT_EDITED, Procedure
from generator.records.version import Version

__all__ = ["Answer", "answers", "filing_answers", "how_long", "how_much", "where"]

Answer = tuple[str, Html]
"""The name of an answer, and the answer as paragraphs."""

_NARROW = 70
"""Characters of an answer that fit beside another one on a phone."""


def answers(rows: Iterable[Answer], letters: Letters = Letters.USUAL) -> Block:
    """The answers of a first screen; `letters`: of their small print, for papers' sake."""
    return html_block(element("dl", *(_row(*row) for row in rows), class_=ANSWER_KINDS[letters]))


def where(
    version: Version,
    procedure: Procedure,
    filing: FilingReadings,
    edition: Edition,
    here: str,
    room: QuoteRoom = WHOLE,
    *,
    whose: bool = True,
) -> Answer:
    """Where: an editor's answer, else what is recorded or was read; `whose` procedure it is."""
    edited = procedure.answers or NOT_EDITED
    offices = place_answer(filing, version, edition, here, room, whose=whose)
    found = join_html([offices, chosen_counters(filing, version, procedure, edition)])
    return _answer("facts.place", edited.place, found, edition.words)


def how_long(
    version: Version,
    procedure: Procedure,
    times: TimeSummary,
    words: Words,
    room: QuoteRoom = WHOLE,
) -> Answer:
    """How long, likewise."""
    edited = procedure.answers or NOT_EDITED
    return _answer("facts.time", edited.time, time_answer(times, version, words, room), words)


def how_much(
    version: Version,
    procedure: Procedure,
    fees: FeesOnDay,
    words: Words,
    room: QuoteRoom = WHOLE,
) -> Answer:
    """How much, likewise."""
    edited = procedure.answers or NOT_EDITED
    summary = summarise_fees(fees)
    much = fees_answer(summary, words)
    unnamed = _are_unnamed(summary.sums)
    notes = fee_notes(
        version,
        much,
        words,
        doubted=bool(summary.doubted),
        ended=ended_items(fees) if summary.state is FeeState.AMOUNT else (),
        unnamed=unnamed,
        most_of_plain=room.fee,
    )
    if summary.state is FeeState.NOT_STATED and not notes:
        notes = paid_in_steps(version, words)
    if summary.state is FeeState.AMOUNT and not notes:
        notes = exempted_in_notes(version, much, words)
    return _answer("part.fees", edited.fees, join_html([much, notes]), words)


def _are_unnamed(sums: Sequence[DueSum]) -> bool:
    """Whether sums do not say what they are for: several, or one of a way beside a named one."""
    nameless = [one for one in sums if not one.reading.value.terms.applies_to]
    named = {way for one in sums if one not in nameless for way in one.methods}
    own = [one for one in nameless if one.reading.value.recorded and one.methods]
    return len(nameless) > 1 or bool(named and own and not named & set(own[0].methods))


def _answer(key: str, edited: str | None, found: Html, words: Words) -> Answer:
    return words(key), edited_answer(edited, words) or found


def filing_answers(version: Version, procedure: Procedure, edition: Edition) -> Block:
    """How to file it online, and what to do when the result is late."""
    words = edition.words
    rows = [
        (words(online_name(version)), online_answer(version, procedure, edition)),
        (words("answer.late"), answer([], [_late(words)])),
    ]
    return html_block(description_list([row for row in rows if row[1]], class_="filing"))


def _row(name: str, found: Html) -> Html:
    is_wide = len(shown_text(found)) > _NARROW
    label = element("dt", escape_html(name))
    return element("div", label, element("dd", found), class_="broad" if is_wide else None)


def _late(words: Words) -> Html:
    """A link to what to do when the result is late."""
    return anchor(words("answer.late_line"), f"#{words('anchor.part.deadline')}")
