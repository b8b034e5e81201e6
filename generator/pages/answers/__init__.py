"""The first screen of a procedure: where, how long, how much, how many papers, and online."""

from generator.locale import Words
from generator.model.edition import Edition
from generator.pages.answers.cell import answer, stands_out
from generator.pages.answers.fees import fees_answer
from generator.pages.answers.online import online_answer
from generator.pages.answers.papers import papers_answer
from generator.pages.answers.place import place_answer
from generator.pages.answers.time_limit import time_answer
from generator.pages.nodes.blocks import Block, html_block
from generator.pages.nodes.html import EMPTY, Html, anchor, description_list, escape_line
from generator.readings.fee_summary import summarise_fees
from generator.readings.time_summary import summarise_times
from generator.readings.version import VersionReadings
from generator.records.registers import NOT_EDITED, Procedure
from generator.records.version import Version

__all__ = ["answers"]


def answers(
    version: Version, procedure: Procedure, read: VersionReadings, edition: Edition, here: str
) -> Block:
    """The answers a citizen came for, each with what it was read out of unless it is recorded."""
    words, edited = edition.words, procedure.answers or NOT_EDITED
    rows = [
        ("facts.place", edited.place, place_answer(read.filing, edition, here)),
        ("facts.time", edited.time, time_answer(summarise_times(read.times), words)),
        ("part.fees", edited.fees, fees_answer(summarise_fees(read.fees), words)),
        ("answer.papers", edited.papers, papers_answer(read.papers, words)),
        ("facts.online", None, online_answer(version, procedure, edition)),
        ("answer.late", None, answer([], [_late(words)])),
    ]
    shown = [(words(key), _edited(said, words) or found) for key, said, found in rows]
    return html_block(description_list([row for row in shown if row[1]], class_="answers"))


def _edited(said: str | None, words: Words) -> Html:
    """The words of an editor, marked as such; nothing when there are none."""
    lines = [stands_out(line) for line in (said or "").splitlines()]
    return answer(lines, [escape_line(words("answer.edited"))]) if lines else EMPTY


def _late(words: Words) -> Html:
    """A link to what to do when the result is late."""
    return anchor(words("answer.late_line"), f"#{words('anchor.part.deadline')}")
