"""The date box: what leads from a page to its state on another day."""

from collections.abc import Mapping

from generator.model.edition import Edition
from generator.pages.markdown import html

_TEXTS = {
    "procedure": ("banner", "none", "today"),
    "decision": ("on_unsigned", "on_signed", "on_effective", "waiting", "today"),
}
_NO_DATES: Mapping[str, str] = {}


def date_box(edition: Edition, label: str, kind: str, dates: Mapping[str, str] = _NO_DATES) -> str:
    """A date that leads to the state on that day; its script knows `dates`, as ISO days."""
    words = edition.words
    said = {name.replace("_", "-"): words(f"as_of.{name}") for name in _TEXTS[kind]}
    known = "".join(f' data-{name}="{html(text)}"' for name, text in {**said, **dates}.items())
    return (
        f'<form class="as-of scripted" data-as-of="{kind}"{known}>'
        f'<label>{html(label)}<input type="date" name="ngay" required></label>'
        f"<button>{html(words('as_of.go'))}</button></form>"
    )
