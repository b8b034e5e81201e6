"""The words of a language as nodes.

Sentences of `locale/` may have two marks of Markdown: `**strong**` and `[links](#anchor)`.
"""

import re
from functools import cache

from generator.locale import Words
from generator.pages.nodes.blocks import Block, heading
from generator.pages.nodes.html import Html
from generator.pages.nodes.inline import Inline, Markdown, punctuation, run, strong, text

_STRONG = re.compile(r"\*\*([^*]+)\*\*")
_LINK = re.compile(r"\[([^\[\]]+)\]\((#[a-z-]+)\)")
_UNKNOWN = re.compile(r"[\\`*_\[\]<>&|]|  |^[-+#=~:!?%]|^\d+[.)](?:\s|$)")
_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")


def phrase(words: Words, key: str, **values: Inline | str | int) -> Inline:
    """The words for `key`, with nodes or text for its placeholders.

    Raises KeyError for a key that the language lacks, ValueError for other marks of Markdown.
    """
    sentence = _parse_sentence(words.entries[key])
    if not values:
        return sentence
    nodes = {name: _node(value) for name, value in values.items()}
    return Inline(
        Markdown(sentence.markdown.format_map({n: node.markdown for n, node in nodes.items()})),
        Html(sentence.html.format_map({n: node.html for n, node in nodes.items()})),
    )


def section_heading(words: Words, key: str, level: int = 2) -> Block:
    """A heading: the words for `key`, with the anchor that the language has for them."""
    return _heading(level, words.entries[key], words.entries[f"anchor.{key}"])


@cache
def _heading(level: int, template: str, anchor: str) -> Block:
    return heading(level, _parse_sentence(template), anchor)


def label(words: Words, key: str) -> Inline:
    """The words for `key` as a label: strong, with a colon and a space after them."""
    return _label(words.entries[key])


@cache
def _label(template: str) -> Inline:
    return run(strong(run(_parse_sentence(template), punctuation(":"))), punctuation(" "))


def _node(value: Inline | str | int) -> Inline:
    return value if isinstance(value, Inline) else text(str(value))


@cache
def _parse_sentence(template: str) -> Inline:
    """A sentence with its placeholders. Raises ValueError for other marks of Markdown."""
    html = _LINK.sub(r'<a href="\2">\1</a>', _STRONG.sub(r"<strong>\1</strong>", template))
    rest = _PLACEHOLDER.sub("x", _LINK.sub(r"\1", _STRONG.sub(r"\1", template)))
    if _UNKNOWN.search(rest):
        raise ValueError(f"Markdown that is not known here: {template}")
    return Inline(Markdown(template), Html(html))
