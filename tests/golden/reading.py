"""The text of an HTML page in reading order, by rules that are simple enough to check by eye.

A heading begins with as many `#` as its level, an item of a list with `-`, what opens a fold with
`>`. A row of a table stands on one line with `|` between its cells, a term on the line of what is
said of it, an entry of a list on the line of what is said about it. Any other block begins a line.
A link is followed by its target in `<>`; what was dropped stands in `[- -]`, what was added in
`[+ +]`. In `{}` stand an element's id, its `data-*` attributes and the classes that say something
of the matter. Of a drawing only its labels are shown, and a digest of its shapes.
"""

import hashlib
import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        """address article aside blockquote body button caption dd details div dl dt fieldset
        figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr label legend li main nav ol option
        output p pre section select summary svg table tbody tfoot thead title tr ul""",
    )
)
_BREAKS = frozenset(("br", "hr", "img", "input"))
_UNREAD = frozenset(("script", "style"))
_CLASSES = frozenset(("current", "danger", "note", "warning", "status", "count", "sample", "wrong"))
_SHOWN = frozenset(("hidden", "checked", "open", "required", "type", "name", "value", "action"))
_LEADS = {"li": "- ", "summary": "> ", **{f"h{n}": "#" * n + " " for n in range(1, 7)}}
_EDITS = {"del": ("[-", "-]"), "ins": ("[+", "+]")}


def text_of(page: str) -> str:
    """The text of a page: what its head refers to, then its title and its body."""
    return "\n".join(_read(page)) + "\n"


def main_text_of(page: str) -> str:
    """The same without what frames every page of a site: only the head and the main part."""
    frame, *main = _MAIN.split(page)
    head = frame.partition("<body")[0]
    return "\n".join((*_read(head), *_read(main[0] if main else ""))) + "\n"


_MAIN = re.compile("<main[^>]*>|</main>")


def _read(page: str) -> list[str]:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return [*reader.head, *reader.body]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.head: list[str] = []
        self.body: list[str] = []
        self._line = ""
        self._lead = ""
        self._term = False
        self._unread = 0
        self._targets: list[str] = []
        self._drawing: hashlib._Hash | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._unread += tag in _UNREAD
        if tag in ("meta", "link"):
            self._refer(tag, given)
        if self._drawing is not None:
            self._drawing.update(f"{tag} {sorted(given.items())}\n".encode())
        if tag == "svg":
            self._drawing = hashlib.sha256(str(sorted(given.items())).encode())
        if tag in _BREAKS or (tag in _BLOCKS and not (tag == "dd" and self._term)):
            self._end_line()
        if tag in ("td", "th") and self._line:
            self._line += " | "
        self._lead += _LEADS.get(tag, "")
        self._line += _EDITS.get(tag, ("", ""))[0]
        self._line += " – " if given.get("class") == "about" and tag == "span" else ""
        self._line += _marks(tag, given) if self._drawing is None or tag == "svg" else ""
        if tag == "a":
            self._targets.append(given.get("href", ""))

    def handle_endtag(self, tag: str) -> None:
        self._unread -= tag in _UNREAD
        if tag == "a" and self._targets:
            self._line += f" <{self._targets.pop()}>"
        if tag == "svg" and self._drawing is not None:
            self._line += f" [drawing {self._drawing.hexdigest()[:12]}]"
            self._drawing = None
        self._line += _EDITS.get(tag, ("", ""))[1]
        if tag == "dt":
            self._line, self._term = f"{self._line}: ", True
        elif tag in _BLOCKS:
            self._end_line()

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._line += data
            if self._drawing is not None:
                self._line += " "

    def close(self) -> None:
        super().close()
        self._end_line()

    def _refer(self, tag: str, given: dict[str, str]) -> None:
        name = given.get("name") or given.get("property") or given.get("rel")
        said = given.get("content") or given.get("href")
        if name and said and name not in ("viewport", "stylesheet", "icon"):
            self.head.append(f"{tag} {name}: {said}")

    def _end_line(self) -> None:
        said = " ".join(self._line.split())
        if said:
            self.body.append(self._lead + said)
            self._lead = ""
        self._line, self._term = "", False


def _marks(tag: str, given: dict[str, str]) -> str:
    """What is shown of the attributes of an element."""
    marks = [f"#{given['id']}"] if "id" in given else []
    marks += [f".{name}" for name in given.get("class", "").split() if name in _CLASSES]
    marks += [
        f"{name}={value}" if value else name
        for name, value in given.items()
        if name.startswith("data-") or (name in _SHOWN and tag in _FORM) or name == "aria-current"
    ]
    return f"{{{' '.join(marks)}}} " if marks else ""


_FORM = frozenset(("button", "details", "form", "input", "option", "select"))
