"""The date box: what leads from a page to its state on another day."""

from generator.law.edition import Edition
from generator.pages.markdown import html

_TEXTS = {
    "procedure": ("banner", "none", "today"),
    "decision": ("unsigned", "signed", "effective", "waiting", "today"),
}


def date_box(edition: Edition, label: str, kind: str) -> str:
    """A date that leads to the state on that day; its script shows it."""
    words = edition.words
    texts = "".join(f' data-{name}="{html(words(f"as_of.{name}"))}"' for name in _TEXTS[kind])
    return (
        f'<form class="as-of scripted" data-as-of="{kind}"{texts}>'
        f'<label>{html(label)}<input type="date" name="ngay" required></label>'
        f"<button>{html(words('as_of.go'))}</button></form>"
    )
