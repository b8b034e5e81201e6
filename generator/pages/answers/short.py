"""An answer that stays short on the first screen; what it leaves out follows right below it."""

import html
import math
import re
from collections.abc import Iterable, Sequence

from generator.pages.answers.cell import answer
from generator.pages.nodes.html import EMPTY, Html, element, escape_line, folded_block, join_html

MOST_LINES = 6
"""Lines of an answer on a phone of 360 px, its small print included."""
_CHARACTERS = 38
"""Characters of one of them."""
_TAG = re.compile("<[^<>]*>")


def short_answer(
    lines: Sequence[Html],
    brief: Iterable[Html],
    details: Iterable[Html],
    label: str,
    note: Html = EMPTY,
    extras: Sequence[Html] = (),
    brief_extras: Sequence[Html] = (),
) -> Html:
    """All lines when they are few, else the `brief` ones and a fold named `label` with all.

    `note` stands before the details of the brief form; `extras` are details that go into the fold,
    with `brief_extras` in their place. There is no fold when it would repeat the brief form.
    """
    small, brief = [one for one in details if one], list(brief)
    is_whole = brief == list(lines) and not extras
    if is_whole or line_count([*lines, *small, *extras]) <= MOST_LINES:
        return answer(lines, [*small, *extras])
    shown = answer(brief, [note, *brief_extras, *small])
    if brief == list(lines) and list(brief_extras) == list(extras):
        return shown
    every = join_html(element("p", line) for line in (*lines, *extras))
    return join_html([shown, folded_block(escape_line(label), every)])


def line_count(lines: Iterable[Html]) -> int:
    """How many lines of a phone some lines take."""
    return sum(math.ceil(len(shown_text(line)) / _CHARACTERS) for line in lines)


def shown_text(line: Html) -> str:
    """The words of a line without its marks."""
    return html.unescape(_TAG.sub("", line) if "<" in line else line)
