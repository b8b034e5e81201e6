"""Read YAML strictly: what is typed is what is read, or a problem says what to write instead.

YAML 1.1 guesses: `1.001190` becomes 1.00119, `no` becomes false, `2026-07-01` a date. Here a plain
scalar that a YAML 1.1 tool would turn into something else must be quoted. libyaml composes one node
tree of a text; values are built from it, and positions are found in it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml
from yaml import MappingNode, ScalarNode, SequenceNode

from generator.findings.problem import Position, Problem, Value
from generator.records.positions import NOWHERE, DocumentPositions, position_of_node
from generator.records.scalars import meaning_of, surely_text
from generator.records.schema_errors import shown
from generator.records.syntax import (
    NO_BREAK_INDENT,
    NO_SPACE_AFTER_DASH,
    position_after,
    syntax_problem,
)

MAX_DEPTH = 60
"""Nesting of lists and mappings; real records reach 9, an attack on the parser thousands."""

_UNTAGGED = ""
_OWN_TAGS = {
    ScalarNode: "tag:yaml.org,2002:str",
    SequenceNode: "tag:yaml.org,2002:seq",
    MappingNode: "tag:yaml.org,2002:map",
}
"""Tags that say what is plain to see."""
_BARE_TAG = re.compile(r"(?:&\S+\s+)?!(?!\S)")
"""A `!` alone, perhaps behind an anchor: libyaml reads past it."""
_ANCHOR = re.compile(r"[:-] +&\S")
"""What may be an anchor: a name that is given to a value so that others can repeat it."""
_NUMBERS = frozenset(("amount", "value", "percent", "sets", "originals", "copies", "decimals"))
"""Keys whose values are numbers: a sum of money, a time, a share, a count."""
_GROUPED_DIGITS = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+\Z")
"""A number as it is printed: 750.000 would be read as 750, without a word."""
_NO_MARKS = str.maketrans("", "", ".,")
_BYTE_ORDER_MARK = "\ufeff"
_MANY_OPENERS = 2_000
_DEEP_INDENT = b" " * 1_000
_MANY_INDICATORS = b"-" * 500
_DASHES = bytes.maketrans(b"?:", b"--")


_UNREADABLE = "□"
"""How a letter is shown that cannot be read."""


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """What one YAML text holds.

    `value` is made of dict, list, str, int, float, bool and None; it is None as well when the text
    cannot be parsed at all, and not to be used when there are `problems` (`YM1xx`).
    """

    value: object
    problems: tuple[Problem, ...]
    positions: DocumentPositions = NOWHERE


def read_yaml(content: bytes, path: str) -> YamlDocument:
    """Read one YAML file strictly; never raises for bad content. `path` is named in problems.

    Source: YAML 1.1 as libyaml parses it, in UTF-8 with or without a byte order mark.
    """
    try:
        text = _decode(content)
        root = _compose(text)
    except UnicodeDecodeError as error:
        return YamlDocument(None, (_unreadable(error, path),))
    except _TooDeepError:
        return YamlDocument(None, (_too_deep_problem(path, Position(1, 1)),))
    except yaml.YAMLError as error:
        return YamlDocument(None, (syntax_problem(error, text, path),))
    if root is None:
        return YamlDocument(None, (Problem(path, "YM111", mark=Position(1, 1)),))
    builder = _ValueBuilder(path, text)
    value = builder.build(root)
    builder.report_anchors()
    return YamlDocument(value, tuple(builder.problems), DocumentPositions(root))


def read_positions(content: bytes) -> DocumentPositions:
    """The positions in a YAML file, without its values; none when it cannot be parsed."""
    try:
        return DocumentPositions(_compose(_decode(content)))
    except (yaml.YAMLError, UnicodeDecodeError):
        return NOWHERE


class _TooDeepError(yaml.YAMLError):
    """Lists and mappings are nested deeper than `MAX_DEPTH`."""


class _Composer(yaml.CBaseLoader):
    """libyaml's parser, used only up to the node tree; what a scalar means is asked later."""

    def resolve(self, _kind: type[yaml.Node], _value: object, _implicit: object) -> str:
        """The tag of whatever has no tag of its own."""
        return _UNTAGGED

    def descend_resolver(self, _parent: yaml.Node | None, _index: object) -> None:
        """No tag depends on where a node stands."""

    def ascend_resolver(self) -> None:
        """No tag depends on where a node stands."""


def _decode(content: bytes) -> str:
    """The text in a file, without byte order mark. Raises UnicodeDecodeError."""
    return content.decode().lstrip(_BYTE_ORDER_MARK)


def _unreadable(error: UnicodeDecodeError, path: str) -> Problem:
    """A file in another encoding: where the first letter is that cannot be read, and its line."""
    start = error.object.rfind(b"\n", 0, error.start) + 1
    line = error.object[start:].partition(b"\n")[0].decode(errors="replace")
    seen = "".join(one for one in line.replace("\ufffd", _UNREADABLE) if one.isprintable())
    mark = position_after(_decode(error.object[: error.start]))
    return Problem(path, "YM100", values={"text": shown(seen.strip())}, mark=mark)


def _compose(text: str) -> yaml.Node | None:
    """The node tree of a text; None when it is empty. Raises yaml.YAMLError."""
    if _may_be_deep(text.encode()) and any(depth > MAX_DEPTH for depth in _depths(text)):
        raise _TooDeepError
    return _Composer(text).get_single_node()


def _may_be_deep(content: bytes) -> bool:
    """Whether the composer, which recurses in C, might run out of stack.

    A level of nesting takes an opening bracket, a column of indentation, or one of the indicators
    `-`, `?`, `:` with nothing but spaces between them.
    """
    openers = content.count(b"[") + content.count(b"{")
    indicators = content.translate(_DASHES, delete=b" ")
    deep = _DEEP_INDENT in content or _MANY_INDICATORS in indicators
    return deep or openers > _MANY_OPENERS


def _depths(text: str) -> Iterator[int]:
    """How deep the nesting is after each event; ends early where the text is broken."""
    depth = 0
    try:
        for event in iter(_Composer(text).get_event, None):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            yield depth
    except yaml.YAMLError:
        return


@dataclass(slots=True)
class _ValueBuilder:
    """Builds plain Python values from a node tree and collects problems on the way."""

    path: str
    text: str
    has_properties: bool = False
    problems: list[Problem] = field(default_factory=list)
    built: set[int] = field(default_factory=set)
    anchored: list[yaml.Node] = field(default_factory=list)

    def __post_init__(self) -> None:
        named = "&" in self.text and ("*" in self.text or _ANCHOR.search(self.text))
        self.has_properties = "!" in self.text or bool(named)

    def build(self, node: yaml.Node, depth: int = 0) -> object:
        """The value of a node; of a list or mapping that an alias repeats, None."""
        repeated = self.has_properties and not self._check_properties(node)
        if node.__class__ is ScalarNode:
            text = node.value
            sure = node.style or (not node.tag and surely_text(text))
            return text if sure else self._plain_value(node)
        if repeated:
            return None
        if depth > MAX_DEPTH:
            self.problems.append(_too_deep_problem(self.path, position_of_node(node)))
            return None
        if node.__class__ is SequenceNode:
            return [self.build(item, depth + 1) for item in node.value]
        return self._mapping(node, depth + 1)

    def _mapping(self, node: yaml.Node, depth: int) -> dict[str, object]:
        mapping: dict[str, object] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if key.__class__ is not str:
                self._add_problem("YM109", key_node)
                continue
            if key[:1] == "-" and NO_SPACE_AFTER_DASH.match(f"{key}:"):
                self._add_problem("YM115", key_node, key=key, wanted=f"- {key[1:]}")
            if NO_BREAK_INDENT.match(key):
                self._add_problem("YM116", key_node)
            if key in mapping:
                self._add_problem("YM102", key_node, key=key)
            if self.has_properties:
                self._check_properties(key_node)
            mapping[key] = self.build(value_node, depth)
            if key in _NUMBERS and value_node.__class__ is ScalarNode:
                mapping[key] = self._number(value_node, mapping[key])
        return mapping

    def _number(self, node: yaml.ScalarNode, value: object) -> object:
        """The value of a number; with groups of three digits, a problem and what was meant."""
        if node.style or not _GROUPED_DIGITS.match(node.value):
            return value
        digits = node.value.translate(_NO_MARKS)
        self._add_problem("YM113", node, text=node.value, digits=digits)
        return int(digits)

    def _plain_value(self, node: yaml.ScalarNode) -> object:
        value, code = meaning_of(node.value, node.tag) or (node.value, "")
        if code:
            proper = _day_of(node.value) if code == "YM104" else ""
            self._add_problem(code, node, text=node.value, proper=proper)
        return value

    def _check_properties(self, node: yaml.Node) -> bool:
        """Report a node that an alias repeats (then False), or with a tag that changes it."""
        if id(node) in self.built:
            self._add_problem("YM106", node)
            return False
        self.built.add(id(node))
        plain = isinstance(node, ScalarNode) and not node.style
        known = node.tag in ("", _OWN_TAGS[node.__class__])
        if not known and not (plain and meaning_of(node.value, node.tag)):
            self._add_problem("YM107", node, tag=node.tag)
        elif _BARE_TAG.match(self.text, node.start_mark.index):
            self._add_problem("YM107", node, tag="!")
        elif self.text.startswith("&", node.start_mark.index):
            self.anchored.append(node)
        return True

    def report_anchors(self) -> None:
        """Report names that are given to values and that nothing repeats."""
        if all(problem.code != "YM106" for problem in self.problems):
            for node in self.anchored:
                self._add_problem("YM106", node)

    def _add_problem(self, code: str, node: yaml.Node, **values: Value) -> None:
        self.problems.append(Problem(self.path, code, values=values, mark=position_of_node(node)))


def _day_of(moment: str) -> str:
    """The day of a moment, as a record has it: `2026-01-05` of `2026-1-5T00:00:00Z`."""
    year, month, day = re.findall("[0-9]+", moment)[:3]
    return f"{year}-{month:0>2}-{day:0>2}"


def _too_deep_problem(path: str, position: Position) -> Problem:
    return Problem(path, "YM108", values={"limit": MAX_DEPTH}, mark=position)
