"""HTML of our pages as a tree that Typst sets: text stays text, whatever is for the screen goes."""

from html.parser import HTMLParser

from generator.pages.nodes.html import Html

Tree = list["str | TreeNode"]
TreeNode = dict[str, object]
"""An element: its `tag`, its `class` when it has one, and its `children`, a `Tree`.

A link to another site has its address as `target`: on paper it is printed behind the link.
"""

_CONTROLS = frozenset({"button", "form", "nav", "option", "output", "select", "svg"})
_VOID = frozenset({"br", "img", "input"})
_UNPRINTED = frozenset({"unseen", "screen"})
"""Classes of what the style sheets hide on paper."""


def read_tree(content: Html) -> Tree:
    """The tree of a piece of a page. Raises ValueError when an element is not closed."""
    reader = _TreeReader()
    reader.feed(content)
    reader.close()
    return reader.finish()


class _TreeReader(HTMLParser):
    """Builds the tree; `skipped` counts the open elements that are not printed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, Tree]] = [("", [])]
        self.skipped: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; one that is not printed hides all that is in it."""
        known = dict(attrs)
        if tag in _VOID:
            self._add_void(tag)
        elif self.skipped or tag in _CONTROLS or "hidden" in known or _hidden(known.get("class")):
            self.skipped.append(tag)
        else:
            children: Tree = []
            node: TreeNode = {"tag": tag, "children": children}
            if known.get("class"):
                node["class"] = known["class"]
            if (target := known.get("href") or "").startswith("http"):
                node["target"] = target.partition("://")[2]
            self.open[-1][1].append(node)
            self.open.append((tag, children))

    def _add_void(self, tag: str) -> None:
        if tag == "br" and not self.skipped:
            self.open[-1][1].append({"tag": tag, "children": []})

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element without content, as Python-Markdown writes a break."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element. Raises ValueError when another one is open."""
        if self.skipped:
            self.skipped.pop()
        elif self.open.pop()[0] != tag:
            raise ValueError(tag)

    def handle_data(self, data: str) -> None:
        """Add text."""
        if not self.skipped:
            self.open[-1][1].append(data)

    def finish(self) -> Tree:
        """The whole tree. Raises ValueError when an element is not closed."""
        if len(self.open) > 1 or self.skipped:
            raise ValueError(self.open[-1][0])
        return self.open[0][1]


def _hidden(classes: str | None) -> bool:
    return bool(_UNPRINTED & set((classes or "").split()))


def plain_words(tree: Tree) -> str:
    """The text of a tree on one line."""
    return " ".join("".join(_texts(tree)).split())


def _texts(tree: Tree) -> list[str]:
    found: list[str] = []
    for node in tree:
        if isinstance(node, str):
            found.append(node)
        else:
            children = node["children"]
            found += [*_texts(children), " "] if isinstance(children, list) else []
    return found
