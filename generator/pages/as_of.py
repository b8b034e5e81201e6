"""The date box: what leads from a page to its state on another day."""

from collections.abc import Mapping

from generator.law.intervals import Days, Status
from generator.model.edition import Edition
from generator.pages.nodes.blocks import Block, html_block
from generator.pages.nodes.html import EMPTY, Attribute, element, escape_html, void_element

_TEXTS = {
    "procedure": ("banner", "none", "unknown", "today"),
    "decision": (
        *("on_unsigned", "on_signed", "on_before", "on_unclear", "on_unknown", "on_effective"),
        *("waiting", "today"),
    ),
}
UNMARKED = (Status.IN_FORCE, Status.PUBLISHED)
"""The statuses that go without saying in a list: most have one of them."""
_NO_DATES: Mapping[str, str] = {}


def date_box(
    edition: Edition,
    label: str,
    kind: str,
    dates: Mapping[str, str] = _NO_DATES,
    known: bool = True,
) -> Block:
    """A date that leads to the state on that day; its script knows `dates`, as ISO days.

    With nothing `known` of any day there is no field: only why, and what an address with a day is
    answered.
    """
    words = edition.words
    values: dict[str, Attribute] = {f"data_{name}": words(f"as_of.{name}") for name in _TEXTS[kind]}
    values |= {f"data_{name}": value for name, value in dates.items()} | {"data_as_of": kind}
    if not known:
        said = escape_html(words("as_of.no_days")) if kind == "procedure" else EMPTY
        return html_block(element("p", said, class_="as-of", hidden=said == EMPTY, **values))
    field = void_element("input", type="date", name="ngay")
    form = element(
        "form",
        element("label", escape_html(label), field),
        element("button", escape_html(words("as_of.go"))),
        class_="as-of scripted",
        **values,
    )
    return html_block(form)


def sure_days(possible: Days, certain: Days | None) -> str:
    """For scripts: the days on which a thing is known to bind; empty when it is on all possible."""
    if certain == possible:
        return ""
    return "/".join(day.isoformat() if day else "" for day in certain) if certain else "never"


def undated_words(edition: Edition) -> str:
    """What an address with a day is answered on a page that is of the day of the edition alone.

    A script puts the day asked for in place of `{day}`.
    """
    words = edition.words
    return words("as_of.undated", today=words.day(edition.day), day="{day}")
