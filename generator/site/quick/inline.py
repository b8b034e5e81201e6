"""Text within a block: escapes, strong and emphasised words, links, tags and entities."""

import re
from dataclasses import dataclass, field


class UnknownMarkdownError(Exception):
    """Markdown beyond the part that is known here."""


_SPECIAL = re.compile(r"[\\`*_\[\]{}<>&|\t\x02\x03\r]")
_TOKEN = re.compile(
    r"\\(?P<escaped>[\\`*_\[\]{}])"
    r"|\*(?P<mark>\*?)(?!\*)"
    r"|\[(?P<label>(?:[^\[\]\\]|\\.)*)\]\((?P<target>[A-Za-z0-9./#_%-]*)\)"
    r"|<(?P<tag>/?(?:a|br|code|span|small|strong)(?: [^<>]*)?>)"
    r"|&(?P<entity>(?:\#[0-9]+|[a-z]+);)"
    r"|_(?P<within_word>(?<=[A-Za-z0-9]_)(?=[A-Za-z0-9]))"
    r"| (?<!  ) (?P<line_break>\n(?:[ ]+(?=[*\[]))?)"
    r"|\\|`|\*|_|\[|\]|{|}|<|>|&|\||\t|\x02|\x03|\r| \n"
)
"""Every way it may begin is a character of its own: such places are looked for in one go."""
_PAGE = "index.md"
_TAGS = {"**": "strong", "*": "em"}


@dataclass(slots=True)
class _Writer:
    targets: set[str]
    loaded: list[str] = field(default_factory=list)

    def token(self, match: re.Match[str]) -> str:
        """The HTML of one token. Raises UnknownMarkdownError."""
        match match.lastgroup:
            case "escaped":
                return match["escaped"]
            case "tag" | "entity" | "within_word":
                return match[0]
            case "mark":
                return self._mark(match[0])
            case "target":
                return self._link(match["label"], match["target"])
            case "line_break":
                return "<br />\n"
            case _:
                raise UnknownMarkdownError(match.string)

    def _mark(self, mark: str) -> str:
        if self.loaded == [mark]:
            self.loaded.clear()
            return f"</{_TAGS[mark]}>"
        if self.loaded:
            raise UnknownMarkdownError(mark)
        self.loaded.append(mark)
        return f"<{_TAGS[mark]}>"

    def _link(self, label: str, target: str) -> str:
        path, hash_mark, anchor = target.partition("#")
        if path:
            self.targets.add(path)
        folder = path.removesuffix(_PAGE) or "./" if path.endswith(_PAGE) else path
        return f'<a href="{folder}{hash_mark}{anchor}">{inline(label, self.targets)}</a>'


def inline(text: str, targets: set[str]) -> str:
    """The HTML of a text within a block; adds the paths its links lead to.

    Raises UnknownMarkdownError.
    """
    if text[:1] == " " or text[-1:] == " ":
        raise UnknownMarkdownError(text)
    if not _SPECIAL.search(text) and " \n" not in text:
        return text
    writer = _Writer(targets)
    made = _TOKEN.sub(writer.token, text)
    if writer.loaded:
        raise UnknownMarkdownError(text)
    return made
