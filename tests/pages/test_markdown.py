"""Whatever a record says reaches the reader as text."""

import html
import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.markdown import bullets, heading, inline, link, prose

EVIL = [
    "<script>alert(1)</script>",
    "](javascript:alert(1))",
    "{{ 7*7 }} {% raw %}",
    "a|b `c` **d** __e__",
    '"><img src=x onerror=alert(1)>',
    "=cmd()",
    "1. x",
    "1) x",
    "- y",
    "+ z",
    "# h",
    "> q",
    "    code",
    "&amp; &lt;",
    "\\* \\\\",
    "*[HTML]: x",
    "[^1]",
    "!!! note",
    "![a](b)",
    "<http://x>",
    "a_b_c",
    "~~~",
    "---",
    "***",
    "===",
    "{: .x}",
    "[TOC]",
    "<!-- x -->",
    "&#60;script&#62;",
    "{#id}",
    ": def",
    "`",
]
EXTENSIONS = ["attr_list", "admonition", "toc", "tables"]


def shown(source: str) -> str:
    rendered = markdown.markdown(source, extensions=EXTENSIONS)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", rendered)).split())


PLACES = {
    "paragraph": inline,
    "item": lambda text: bullets(["first", inline(text)]),
    "heading": lambda text: heading(2, inline(text), "here"),
    "link": lambda text: link(inline(text), "../x/index.md"),
    "prose": prose,
    "prose in an item": lambda text: bullets([f"x  \n    {prose(text, 4)}"]),
    "bold": lambda text: f"**{inline(text)}**",
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", EVIL)
def test_text_that_looks_like_markup_is_shown_as_text(text: str, place: str) -> None:
    source = PLACES[place](text)
    rendered = markdown.markdown(source, extensions=EXTENSIONS)
    assert " ".join(text.split()) in shown(source)
    assert not re.search(r"<(script|img|code|hr|em|blockquote|h1|table)\b", rendered)
    assert "javascript:" not in re.sub(r">[^<]*<", "><", rendered)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"])))
def test_any_text_is_shown_as_itself(text: str) -> None:
    assert shown(f"before {inline(text)} after") == " ".join(f"before {text} after".split())


@given(st.lists(st.sampled_from([*EVIL, "chữ thường", ""]), max_size=6))
def test_lines_keep_their_order_and_words(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert shown(prose(text)) == " ".join(text.split())


def test_marks_that_turn_the_direction_are_left_out() -> None:
    assert "\u202e" not in inline("a\u202eb")
