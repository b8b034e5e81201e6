"""The first screen of a procedure: where, how long, how much; then how to file it online."""

import re

from generator.locale import Words
from generator.model.edition import Edition
from generator.pages.answers.cell import answer, edited_answer
from generator.pages.answers.fees import fees_answer
from generator.pages.answers.online import online_answer
from generator.pages.answers.place import place_answer
from generator.pages.answers.time_limit import time_answer
from generator.pages.nodes.blocks import Block, html_block
from generator.pages.nodes.html import Html, anchor, description_list, element, escape_html
from generator.readings.fee_summary import FeeSummary, summarise_fees
from generator.readings.time_summary import TimeSummary, summarise_times
from generator.readings.version import VersionReadings
from generator.records.memoize import memoize_recent
from generator.records.registers import NOT_EDITED, Procedure
from generator.records.version import Version

__all__ = ["answer_rows", "answers", "filing_answers"]

_NARROW = 70
"""Characters of an answer that fit beside another one on a phone."""
_TAG = re.compile("<[^>]*>")


def answers(
    version: Version, procedure: Procedure, read: VersionReadings, edition: Edition, here: str
) -> Block:
    """Where, how long, how much: an editor's answer, else what is recorded or was read."""
    rows = answer_rows(version, procedure, read, edition, here)
    return html_block(element("dl", *(_row(*row) for row in rows), class_="answers"))


def answer_rows(
    version: Version, procedure: Procedure, read: VersionReadings, edition: Edition, here: str
) -> list[tuple[str, Html]]:
    """The name of each answer, and the answer as paragraphs."""
    words, edited = edition.words, procedure.answers or NOT_EDITED
    times, fees = _summaries(read)
    rows = [
        ("facts.place", edited.place, place_answer(read.filing, edition, here)),
        ("facts.time", edited.time, time_answer(times, version.channels.items, words)),
        ("part.fees", edited.fees, fees_answer(fees, words)),
    ]
    return [(words(key), edited_answer(said, words) or found) for key, said, found in rows]


def filing_answers(version: Version, procedure: Procedure, edition: Edition) -> Block:
    """How to file it online, and what to do when the result is late."""
    words = edition.words
    rows = [
        (words("facts.online"), online_answer(version, procedure, edition)),
        (words("answer.late"), answer([], [_late(words)])),
    ]
    return html_block(description_list([row for row in rows if row[1]], class_="filing"))


@memoize_recent
def _summaries(read: VersionReadings) -> tuple[TimeSummary, FeeSummary]:
    """What is said on each of the pages of a version."""
    return summarise_times(read.times), summarise_fees(read.fees)


def _row(name: str, found: Html) -> Html:
    is_wide = len(_TAG.sub("", found)) > _NARROW
    label = element("dt", escape_html(name))
    return element("div", label, element("dd", found), class_="broad" if is_wide else None)


def _late(words: Words) -> Html:
    """A link to what to do when the result is late."""
    return anchor(words("answer.late_line"), f"#{words('anchor.part.deadline')}")
