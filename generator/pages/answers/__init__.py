"""The first screen of a procedure: where, how long, how much, how many papers, and online."""

from generator.locale import Words
from generator.model.edition import Edition
from generator.pages.answers.cell import answer
from generator.pages.answers.fees import fees_answer
from generator.pages.answers.online import online_answer
from generator.pages.answers.papers import papers_answer
from generator.pages.answers.place import place_answer
from generator.pages.answers.time_limit import time_answer
from generator.pages.nodes.blocks import Block, html_block
from generator.pages.nodes.html import Html, anchor, description_list
from generator.readings.fee_summary import summarise_fees
from generator.readings.version import VersionReadings
from generator.records.registers import Procedure
from generator.records.version import Version

__all__ = ["answers"]


def answers(
    version: Version, procedure: Procedure, read: VersionReadings, edition: Edition, here: str
) -> Block:
    """The answers a citizen came for, each with what it was read out of unless it is recorded."""
    words = edition.words
    rows = [
        (words("facts.place"), place_answer(read.filing, edition, here)),
        (words("facts.time"), time_answer(read.times, words)),
        (words("part.fees"), fees_answer(summarise_fees(read.fees), words)),
        (words("answer.papers"), papers_answer(read.papers, words)),
        (words("facts.online"), online_answer(version, procedure, edition)),
        (words("answer.late"), answer([], [_late(words)])),
    ]
    return html_block(description_list([row for row in rows if row[1]], class_="answers"))


def _late(words: Words) -> Html:
    """A link to what to do when the result is late."""
    return anchor(words("answer.late_line"), f"#{words('anchor.part.deadline')}")
