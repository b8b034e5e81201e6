"""The date box: what leads from a page to its state on another day."""

from collections.abc import Mapping

from generator.model.edition import Edition
from generator.pages.nodes.blocks import Block, html_block
from generator.pages.nodes.html import element, escape_html, void_element

_TEXTS = {
    "procedure": ("banner", "none", "today"),
    "decision": ("on_unsigned", "on_signed", "on_effective", "waiting", "today"),
}
_NO_DATES: Mapping[str, str] = {}


def date_box(
    edition: Edition, label: str, kind: str, dates: Mapping[str, str] = _NO_DATES
) -> Block:
    """A date that leads to the state on that day; its script knows `dates`, as ISO days."""
    words = edition.words
    values = {**{name: words(f"as_of.{name}") for name in _TEXTS[kind]}, **dates}
    field = void_element("input", type="date", name="ngay", required=True)
    form = element(
        "form",
        element("label", escape_html(label), field),
        element("button", escape_html(words("as_of.go"))),
        class_="as-of scripted",
        data_as_of=kind,
        **{f"data_{name}": value for name, value in values.items()},
    )
    return html_block(form)
