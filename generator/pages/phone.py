"""How much of two screens of a phone the answers take, and what they leave to the papers.

Laid out as `assets/style` does at 360 px; sizes in pixels. On 289 real pages the papers begin at
what is reckoned, with a standard deviation of 10 px.
"""

import re
from collections.abc import Iterator
from enum import IntEnum
from html import unescape

from generator.pages.nodes.html import Html
from generator.pages.phone_text import Runs, bold_lines, count_lines, plain_lines

_TWO_SCREENS = 1476
"""Pixels of two screens of 740 px, less a hair."""
_TITLE_TOP, _TITLE_END = 193.2, 4.8
"""Pixels of the head of a page, and the gap below its title."""
_PAGE, _BOX, _HALF = 328.0, 297.2, 140.0
"""Widths of a page, of its box of answers, and of one of two answers that stand side by side."""
_TITLES = ((160, 19.2, 24.0), (400, 16.8, 21.0), (700, 15.2, 19.76), (10**9, 13.12, 16.8))
"""Letters of titles up to so many characters, and their lines."""
_TEXT, _TEXT_LINE = 16.0, 22.4
_OPENING, _OPENING_LINE, _OPENING_GAP = 14.72, 19.15, 3.2
"""What stands between a title and the answers."""
_SMALL, _SMALL_LINE = 14.08, 17.88
_QUOTE, _QUOTE_LINE = 13.6, 17.68
_TIGHT_TEXT, _TIGHT_TEXT_LINE = 14.72, 19.14
"""Heights of letters, and of lines of them; those of the answers themselves where they are tight.
Sums are as small as quotations there, and small print as papers' names.
"""
_SUM_WIDTH, _SUM_LINE = 281.0, 21.6
_FOLD_LINE = 27.2
_LABEL_LINE = 14.98
"""The line of the name of an answer, above it."""
_ROW, _BOX_EDGES = 6.4, 11.6
"""Gaps around an answer, and those around and in the box."""
_HEADING = 48.5
"""From the box to the papers: the heading and one line that counts them."""
_PAPER = ((13.76, 17.48), (12.48, 14.98), (11.52, 13.6))
"""Letters of the names of papers and their lines, in each size."""
TITLE_GAP = 4.0
"""Pixels above the name of a group of papers."""
_TITLE_LINE = 1.18
"""A line of such a name, in heights of its letters."""
_COUNT, _COUNT_LINE = 14.72, 19.15
_KIND = re.compile(r'<dl class="([^"]+)">')
_ROWS = re.compile(r"<div(?: class=\"(broad)\")?><dt>.*?</dt><dd>(.*?)</dd></div>", re.S)
_FOLDED = re.compile(r"(<summary[^>]*>[^<]*</summary>)[^<]*(?:<(?!/details>)[^<]*)*</details>")
_BLOCK = re.compile(r"<(p|li|summary)((?:\s[^>]*)?)>([^<]*(?:<(?!/\1>)[^<]*)*)</\1>")
_BOLD = re.compile(r"<(/?)strong>")
_TAG = re.compile(r"<[^<>]*>")


class Letters(IntEnum):
    """The sizes of papers' names and small print: the least is better than a name that is cut."""

    USUAL = 0
    SMALL = 1
    LEAST = 2


ANSWER_KINDS = ("answers", "answers tight", "answers tight least")
"""The class of a box of answers, in each size of its small print."""


def paper_width(letters: Letters) -> float:
    """The width of a page in heights of the letters of papers' names."""
    return _PAGE / _PAPER[letters][0]


def paper_line(letters: Letters = Letters.USUAL) -> float:
    """Pixels of a line of papers' names."""
    return _PAPER[letters][1]


def paper_title_line(letters: Letters) -> float:
    """Pixels of a line of the name of a group of papers."""
    return _TITLE_LINE * _PAPER[letters][0]


def lines_left(title: str, answers: Html, opening: str = "", *narrowed: str) -> float:
    """Lines for papers on two screens of a phone below a title, what it is for and the answers."""
    said = [(opening, _PAGE), *((one, _PAGE - 15) for one in narrowed)]
    heights = [_OPENING_LINE * plain_lines(text, width / _OPENING) for text, width in said if text]
    above = _TITLE_TOP + _heading(title) + sum(heights)
    if heights:
        above += _TITLE_END + _OPENING_GAP * (len(heights) - 1)
    return (_TWO_SCREENS - above - _box(answers) - _HEADING) / paper_line()


def _heading(title: str) -> float:
    sizes = ((size, line) for most, size, line in _TITLES if len(title) <= most)
    size, line = next(sizes)
    return line * bold_lines(title, _PAGE / size)


def counting_lines(said: str) -> float:
    """Lines of papers that the words on their number take beyond one line of their own."""
    return _COUNT_LINE / paper_line() * (bold_lines(said, _PAGE / _COUNT) - 1) if said else 0.0


def _box(answers: Html) -> float:
    """Pixels of the box of answers; two short ones beside each other are as high as the higher."""
    height, waiting = _BOX_EDGES, ""
    found_kind = _KIND.match(answers)
    letters = Letters(ANSWER_KINDS.index(found_kind[1])) if found_kind else Letters.USUAL
    for number, (broad, found) in enumerate(_ROWS.findall(_FOLDED.sub(r"\1", answers))):
        if broad or not number:
            height += _labelled(waiting, _BOX, letters) + _labelled(found, _BOX, letters)
            waiting = ""
        elif waiting:
            height += max(_labelled(one, _HALF, letters) for one in (waiting, found))
            waiting = ""
        else:
            waiting = found
    return height + _labelled(waiting, _BOX, letters)


def _labelled(found: str, width: float, letters: Letters) -> float:
    """An answer below its name; none takes nothing."""
    return _ROW + _LABEL_LINE + sum(_blocks(found, width, letters)) if found else 0.0


def _blocks(found: str, width: float, letters: Letters) -> Iterator[float]:
    """The height of each paragraph of an answer."""
    for tag, kind, said in _BLOCK.findall(found):
        if tag == "summary":
            yield _FOLD_LINE
        elif tag == "li":
            letter, line = (_QUOTE, _QUOTE_LINE) if letters else (_TEXT, _SUM_LINE)
            yield line * count_lines(_runs(said), _SUM_WIDTH / letter)
        else:
            letter, line = _letters(kind, said, letters)
            yield line * count_lines(_runs(said), width / letter)


def _letters(kind: str, said: str, letters: Letters) -> tuple[float, float]:
    """The heights of the letters of a paragraph, and of its lines."""
    is_quote, is_small = "quote" in kind, said.startswith("<small")
    if letters and (is_quote or is_small):
        return _PAPER[letters]
    if is_quote:
        return _QUOTE, _QUOTE_LINE
    if is_small:
        return _SMALL, _SMALL_LINE
    return (_TIGHT_TEXT, _TIGHT_TEXT_LINE) if letters else (_TEXT, _TEXT_LINE)


def _runs(said: str) -> Runs:
    """The words of a paragraph, those that stand out apart."""
    parts = _BOLD.split(said)
    yield unescape(_TAG.sub("", parts[0])), False
    for closing, text in zip(parts[1::2], parts[2::2], strict=True):
        yield unescape(_TAG.sub("", text)), not closing
