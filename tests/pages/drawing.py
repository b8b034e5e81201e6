"""Texts that look like Markdown or HTML, and nodes made of them, for tests of properties."""

import random
from dataclasses import dataclass
from typing import Protocol

from hypothesis import strategies as st

from generator.pages.nodes.blocks import (
    Block,
    Body,
    ListBlock,
    bullets,
    code_block,
    facts,
    heading,
    html_block,
    note,
    numbered,
    page_body,
)
from generator.pages.nodes.html import anchor, element, escape_lines, folded_block
from generator.pages.nodes.inline import (
    NOTHING,
    Flow,
    Inline,
    code,
    emphasis,
    external_link,
    flow,
    flow_lines,
    join_runs,
    lines,
    link,
    prose,
    punctuation,
    run,
    strong,
    tagged,
    text,
)

ODD = [
    *("- a", "+ b", "# c", "1. d", "2) e", "> f", "=====", "---", "***", "h\n==", "--", "1.", "a)"),
    *("a_b_c", "_x_", "**", "*y*", "[z](x)", "![i](j)", "[t]: u", "]: x", ":   v", "~~w~~", "`k`"),
    *("`a`b`", "\\", "\\*", "\\\\", "{#l}", "{: m}", "!!! note", "    n", "\t", "a\tb", "a  "),
    "  ",
    *("|o|p|", "|a|b|\n|-|-|\n|c|d|", "http://q.vn", "https://r.vn/_s_", "www.x.vn", "<a@b.vn>"),
    *("<b>", "<div>", "</div>", "<p>", "<A", "<!-- x -->", "&amp;", "&", "&#45;", "#", "x #", "C#"),
    *("a\n\nb", "a\n\n\n\nb", "*a*\n\n*b*", "- a\n\n- b", "\r", "a\rb", "\u2028", "x\u2028\u2028y"),
    *("\x02", "\x031\x03", "0 \x03", "\x0b", "\u202ea", "\u200b", "ộ", "Ộ", "😀", "…", "“trích”"),
    *('"nháy"', "Điều 1.", "1.1. Nộp", "a) Nộp", "１. Nộp", "٣. Nộp", "１) Nộp", "１", "－ Nộp"),
]
TEXT = st.one_of(
    st.sampled_from(ODD),
    st.text(max_size=20),
    st.lists(st.sampled_from(ODD), max_size=4).map(" ".join),
)
_LETTERS = (*range(0x80), *range(0x20, 0x180), *range(0x1EA0, 0x1F00), 0x2028, 0x2029, 0x3000)
LINES = st.lists(TEXT, max_size=5).map("\n".join)


class Drawer(Protocol):
    """Where the choices come from."""

    def text(self) -> str:
        """A text of the kind of `ODD`."""

    def lines(self) -> str:
        """Such texts on lines of their own."""

    def number(self, least: int, most: int) -> int:
        """A whole number."""


@dataclass(frozen=True)
class DataDrawer:
    """The choices of hypothesis, which makes a failing case smaller."""

    data: st.DataObject

    def text(self) -> str:
        """A text of the kind of `ODD`."""
        return self.data.draw(TEXT)

    def lines(self) -> str:
        """Such texts on lines of their own."""
        return self.data.draw(LINES)

    def number(self, least: int, most: int) -> int:
        """A whole number."""
        return self.data.draw(st.integers(least, most))


@dataclass(frozen=True)
class RandomDrawer:
    """Choices of a seed, for a million cases."""

    chance: random.Random

    def text(self) -> str:
        """A text of the kind of `ODD`."""
        count = self.chance.randint(0, 4)
        if count == 0:
            return "".join(map(chr, self.chance.choices(_LETTERS, k=self.chance.randint(0, 20))))
        return " ".join(self.chance.choices(ODD, k=count))

    def lines(self) -> str:
        """Such texts on lines of their own."""
        return "\n".join(self.text() for _ in range(self.chance.randint(0, 5)))

    def number(self, least: int, most: int) -> int:
        """A whole number."""
        return self.chance.randint(least, most)


def _one(drawer: Drawer) -> Inline:
    return text(drawer.text()) or text("–")


def _many(drawer: Drawer) -> Flow:
    return prose(drawer.lines()) or text("–")


def _inline(drawer: Drawer) -> Inline:
    match drawer.number(0, 8):
        case 0:
            return strong(_one(drawer))
        case 1:
            return emphasis(_one(drawer))
        case 2:
            return link(_one(drawer), "#d")
        case 3:
            parts = (_one(drawer), punctuation(" – "), strong(_one(drawer)), punctuation(" ("))
            return run(*parts, link(_one(drawer), "#e"), punctuation(")"))
        case 4:
            return run(tagged("span", NOTHING, id=drawer.text()), _one(drawer))
        case 5:
            return external_link(drawer.text(), f"https://a.vn/{drawer.text()}")
        case 6:
            return code(drawer.text())
        case 7:
            return join_runs("; ", [_one(drawer), _one(drawer)])
        case _:
            return _one(drawer)


def _item(drawer: Drawer) -> Flow:
    match drawer.number(0, 4):
        case 0:
            return _many(drawer)
        case 1:
            return lines(*(_inline(drawer) for _ in range(drawer.number(1, 3))))
        case 2:
            return flow(strong(_one(drawer)), punctuation(": "), _many(drawer), _inline(drawer))
        case 3:
            return flow_lines(_inline(drawer), _many(drawer), _inline(drawer))
        case _:
            return _inline(drawer)


def _list(drawer: Drawer) -> ListBlock:
    items = [_item(drawer) for _ in range(drawer.number(1, 3))]
    return (bullets, numbered)[drawer.number(0, 1)](items)


def _block(drawer: Drawer) -> Block | Flow:
    match drawer.number(0, 8):
        case 0:
            return heading(2, _inline(drawer), "muc")
        case 1:
            return _many(drawer)
        case 2:
            return _list(drawer)
        case 3:
            rows = [
                ("Hạn", escape_lines(drawer.lines())),
                ("Nơi", anchor(drawer.text(), "../")),
            ]
            return facts(rows)
        case 4:
            return note("warning", _one(drawer), [_many(drawer), _list(drawer)])
        case 5:
            inner = element("p", escape_lines(drawer.lines()), title=drawer.lines())
            return html_block(folded_block(escape_lines(drawer.text()), inner))
        case 6:
            return code_block(drawer.lines())
        case 7:
            return note("note", _inline(drawer), [_many(drawer)])
        case _:
            return _inline(drawer)


def drawn_body(drawer: Drawer) -> Body:
    """A body of a few blocks of any kind."""
    parts = [_block(drawer) for _ in range(drawer.number(0, 4))]
    return page_body(_one(drawer), *parts)
