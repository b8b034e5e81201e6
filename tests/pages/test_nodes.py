"""Nodes: the HTML is what Python-Markdown makes of the Markdown, and text stays text."""

import ast
import html
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.locale import LANGUAGES, Words, words_of
from generator.pages.nodes.blocks import (
    Block,
    Body,
    bullets,
    code_block,
    heading,
    html_row,
    note,
    numbered,
    page_body,
)
from generator.pages.nodes.html import element, escape_html, escape_lines, join_html, void_element
from generator.pages.nodes.inline import (
    NOTHING,
    Flow,
    Inline,
    external_link,
    lines,
    link,
    prose,
    prose_source,
    punctuation,
    run,
    strong,
    tagged,
    text,
)
from generator.pages.nodes.phrases import phrase
from tests.conftest import PROJECT
from tests.pages.drawing import LINES, ODD, DataDrawer, drawn_body

CONFIGURED = yaml.safe_load((PROJECT / "mkdocs.yml").read_text("utf8"))["markdown_extensions"]
NAMES = [one if isinstance(one, str) else next(iter(one)) for one in CONFIGURED]
OPTIONS: dict[str, Any] = {
    name: options for one in CONFIGURED if isinstance(one, dict) for name, options in one.items()
}
UNSEEN = re.compile("[\x02\x03\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
LINK = link(text("g"), "h/")
PYTHON_MARKDOWN = markdown.Markdown(extensions=NAMES, extension_configs=OPTIONS)


def converted(body: Body) -> tuple[str, list[tuple[int, str, str]]]:
    """The HTML and the headings that Python-Markdown finds in a body."""
    shown = PYTHON_MARKDOWN.reset().convert(f"{body.markdown}\n")
    return shown, list(_flat(PYTHON_MARKDOWN.toc_tokens))  # type: ignore[attr-defined]


def _flat(tokens: list[dict[str, Any]]) -> Iterator[tuple[int, str, str]]:
    for token in tokens:
        yield token["level"], token["id"], token["name"]
        yield from _flat(token["children"])


def assert_equal(*parts: Block | Flow) -> None:
    body = page_body(text("Tên"), *parts)
    headings = [(one.level, one.id, one.title) for one in body.headings]
    assert (body.html, headings) == converted(body)


@given(st.data())
@settings(max_examples=500, deadline=None)
def test_html_and_headings_are_those_of_python_markdown(data: st.DataObject) -> None:
    body = drawn_body(DataDrawer(data))
    headings = [(one.level, one.id, one.title) for one in body.headings]
    assert (body.html, headings) == converted(body)


@pytest.mark.parametrize(
    "parts",
    [
        [bullets([prose("a\n\nb"), prose("c")])],
        [numbered([prose("a\nb\n\nc\nd"), lines(strong(text("e")), text("f"), LINK)])],
        [bullets([text("a")]), bullets([text("b")]), numbered([text("c")])],
        [bullets([text("a")]), code_block("b"), code_block("c\n\n\n  d")],
        [note("note", text("a"), [prose("b\nc"), bullets([prose("d\n\ne")])]), code_block("f")],
        [code_block("b &#6 c"), text("d")],
        [heading(2, text("C#"), "c"), heading(3, strong(text("*x*")), "x")],
        [bullets([link(text("]: x"), "y/"), text("[z]: u")])],
        [code_block("<A\n\n<div>"), text("b")],
        [code_block("\tkey: 'x'\r\n\r\n    more: <b>  ")],
        [
            tagged("span", text("*a*"), id="[b](c)`\\"),
            external_link("a_b_", "https://x.vn/[a](b)_c_"),
        ],
        [prose("１. a\n\n٣. b"), text("１) c"), bullets([prose("１. d\n２. e"), text("１.")])],
        [prose("\u202e\n\na"), NOTHING, prose("\u202e"), text("b")],
    ],
    ids=repr,
)
def test_where_markdown_has_pitfalls(parts: list[Block | Flow]) -> None:
    assert_equal(*parts)


@pytest.mark.parametrize("before", [text("Chú ý!"), punctuation("!"), text("1!"), text("[x]!")])
def test_a_link_behind_an_exclamation_mark_is_no_image(before: Inline) -> None:
    assert_equal(run(before, LINK))


def test_elements_in_one_row_of_markdown() -> None:
    button = tagged("button", NOTHING, type="button", hidden=True)
    nested = element("div", element("ul", element("li", escape_html("a"))))
    assert_equal(html_row([element("p", id="x"), element("ol"), button, nested]), text("z"))


def test_an_item_of_several_paragraphs_leaves_the_next_item_an_item() -> None:
    shown = bullets([prose("a\n\nb"), text("c")]).html
    assert re.findall(r"<p>(.)</p>", shown) == ["a", "b", "c"]
    assert shown.count("<li>") == 2


@given(LINES)
def test_markdown_alone_is_that_of_the_node(said: str) -> None:
    assert prose_source(said) == prose(said).markdown


@given(LINES)
def test_text_of_any_kind_reads_as_itself(said: str) -> None:
    for place in (prose(said), bullets([prose(said)])):
        shown = page_body(text("x"), place).html.partition("</h1>")[2]
        assert " ".join(said_of(shown).split()) == seen(said)


def said_of(shown: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", shown))


def seen(said: str) -> str:
    """What a reader sees of a text: no white space but spaces, and no marks of direction."""
    return " ".join(UNSEEN.sub("", said).split())


@pytest.mark.parametrize("odd", ODD)
def test_text_that_looks_like_markup_makes_no_element(odd: str) -> None:
    shown = page_body(text(odd), prose(odd), bullets([prose(odd)]), heading(2, text(odd), "x")).html
    assert set(re.findall(r"<(\w+)", shown)) <= {"h1", "h2", "p", "ul", "li", "br"}


def test_attributes_are_escaped_and_left_out_when_there_is_nothing_to_say() -> None:
    field = void_element(
        "input", type="text", value='"><b>', hidden=True, name=None, required=False
    )
    assert field == '<input type="text" value="&quot;&gt;&lt;b&gt;" hidden>'
    assert element("a", data_no_limit="", class_="x", tabindex=1) == (
        '<a data-no-limit="" class="x" tabindex="1"></a>'
    )
    with pytest.raises(ValueError, match="onclick=alert"):
        element("a", **{"onclick=alert": ""})


def test_lines_of_text_in_html() -> None:
    shown = join_html([escape_lines("a <b>\n\n c\td "), escape_html("\u202e|")], escape_html(" "))
    assert shown == "a &lt;b&gt;<br>c d &#124;"


def test_words_may_hold_what_stands_out_and_links_and_nothing_else() -> None:
    words = Words(
        "vi", {"a": "Từ **{day}**, xem [đây](#x).", "b": "a _b_", "c": "- a", "d": "a & b"}
    )
    said = phrase(words, "a", day="*")
    assert said.markdown == r"Từ **\***, xem [đây](#x)."
    assert said.html == 'Từ <strong>*</strong>, xem <a href="#x">đây</a>.'
    for key in "bcd":
        with pytest.raises(ValueError, match="not known"):
            phrase(words, key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_anchor_is_a_name_in_ascii_and_every_link_of_the_words_has_its_anchor(
    language: str,
) -> None:
    entries = words_of(language).entries
    anchors = [said for key, said in entries.items() if key.startswith("anchor.")]
    assert all(re.fullmatch("[a-z]+(-[a-z]+)*", one) for one in anchors)
    linked = {one for said in entries.values() for one in re.findall(r"\]\(#([^)]*)\)", said)}
    assert linked
    assert linked <= set(anchors)


WRONG = """
from generator.pages.nodes.blocks import blocks, bullets, code_block, heading, html_block, page_body
from generator.pages.nodes.html import element, escape_html, join_html
from generator.pages.nodes.inline import Markdown, link, prose, run, strong, text

said = "<b>"
element("p", said)
element("script", escape_html(said))
join_html([said])
html_block(f"<p>{escape_html(said)}</p>")
html_block(text(said).markdown)
text(text(said))
strong(said)
strong(prose(said))
link(said, "x/")
run(text(said), " ")
heading(2, said, "x")
bullets([said])
blocks([said])
page_body(said)
page_body(text(said), escape_html(said))
source: Markdown = said
"""


def test_the_type_checker_holds_text_markdown_and_html_apart(tmp_path: Path) -> None:
    file = tmp_path / "wrong.py"
    file.write_text(WRONG, "utf8")
    command = [sys.executable, "-m", "mypy", "--no-error-summary", str(file)]
    found = subprocess.run(command, capture_output=True, text=True, cwd=PROJECT, check=False).stdout
    refused = {int(line) for line in re.findall(r"wrong\.py:(\d+): error", found)}
    mistakes = range(WRONG[: WRONG.index('element("p"')].count("\n") + 1, WRONG.count("\n") + 1)
    assert refused == set(mistakes), found


def test_only_nodes_make_html_or_markdown_of_plain_text() -> None:
    for path in sorted(Path("generator").rglob("*.py")):
        if path.parent == Path("generator/pages/nodes"):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf8"))):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called not in ("Html", "Markdown"), path
                assert called != "cast" or "Html" not in ast.unparse(node), path
