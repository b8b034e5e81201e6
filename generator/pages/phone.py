"""How much of two screens of a phone the answers take, and what they leave to the papers.

Estimated from the characters of the page at 360 px: within 54 px of the place where the papers
begin on 220 real pages, whose own deviation is 136 px.
"""

import re

from generator.pages.nodes.html import Html

_TWO_SCREENS = 1450
"""Pixels of two screens of 740 px, less a line."""
_FRAME = 291
"""Pixels of the head of a page, of the headings and of the gaps between them."""
_TITLE_LETTERS, _TITLE_LINE = 30, 24
_OPENING_LETTERS, _OPENING_LINE = 32, 21.6
_LETTERS, _LINE = 29, 22.4
_SMALL_LETTERS, _SMALL_LINE = 39, 17.8
"""Characters on a line, and its pixels."""
_PAPER_LINE = 17.3
"""Pixels of a line of a paper."""
_FOLDED = re.compile(r"<details>(?>.*?<summary[^>]*>)(?>(.*?)</summary>)(?>.*?</details>)", re.S)
_SMALL = re.compile(r"<small[^>]*>(.*?)</small>", re.S)
_BREAK = re.compile(r"<(?:/?(?:p|li|dd|dt|div|ul|dl)|br)(?:\s[^>]*)?>")
_TAG = re.compile(r"<[^>]*>")


def lines_left(title: str, answers: Html, opening: str = "") -> float:
    """Lines for papers on two screens of a phone below a title, what it is for and the answers."""
    shown = _FOLDED.sub(r"<p>\1</p>", answers)
    small = sum(_height(one, _SMALL_LETTERS, _SMALL_LINE) for one in _SMALL.findall(shown))
    plain = sum(_height(one, _LETTERS, _LINE) for one in _SMALL.sub("<p>", shown).split("<p>"))
    told = _OPENING_LINE * -(-len(opening) // _OPENING_LETTERS)
    above = _FRAME + _TITLE_LINE * len(title) / _TITLE_LETTERS + told + small + plain
    return (_TWO_SCREENS - above) / _PAPER_LINE


def _height(part: str, letters: int, line: float) -> float:
    """Pixels of a part of a page, by the characters of its paragraphs."""
    lengths = (len(_TAG.sub("", one).strip()) for one in _BREAK.split(part))
    return line * sum(-(-length // letters) for length in lengths)
