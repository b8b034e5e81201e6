"""Strict YAML: what a lawyer types is what is read, or there is a problem that says how to mend it.

YAML 1.1 guesses: `1.001190` becomes 1.00119, `no` becomes false, `2026-07-01` a date. Here nothing
is guessed; a plain scalar that a YAML 1.1 tool would turn into something else must be quoted.
Positions are computed only when something is wrong (`locator.py`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from generator.findings.problem import Mark, Problem, Value, Wording
from generator.records.house_style import read_house_style
from generator.records.scalars import meaning_of, surely_text

MAX_DEPTH = 60
"""Nesting of lists and mappings; real records reach 9, an attack on the parser thousands."""

_UNTAGGED = ""
_MANY_OPENERS = 2_000
_DEEP_BLOCK = re.compile(r"[-?:] (?:[-?:] ){59}")
_DEEP_INDENT = "\n" + " " * 1000


_REASONS = {
    "mapping values are not allowed in this context": "colon",
    "found character that cannot start any token": "token",
    "found character '\\t' that cannot start any token": "token",
    "found a tab character that violates indentation": "token",
    "did not find expected key": "indent",
    "did not find expected '-' indicator": "indent",
    "could not find expected ':'": "no_colon",
    "found unexpected end of stream": "quote",
    "found unknown escape character": "escape",
    "found undefined alias": "alias",
    "control characters are not allowed": "control",
    "did not find expected ',' or ']'": "bracket",
    "did not find expected ',' or '}'": "bracket",
}


_MARKS = {"quote": "context_mark"}
"""An open quote is noticed at the end of the file, but it is mended where it opens."""


class _Loader(yaml.CSafeLoader):
    """libyaml's parser, used only up to the node tree; what a scalar means is asked later."""

    def resolve(self, _kind: type[yaml.Node], _value: object, _implicit: object) -> str:
        """The tag of whatever has no tag of its own."""
        return _UNTAGGED

    def descend_resolver(self, _parent: yaml.Node | None, _index: object) -> None:
        """No tag depends on where a node stands."""

    def ascend_resolver(self) -> None:
        """No tag depends on where a node stands."""


@dataclass(slots=True)
class _Builder:
    """Builds plain Python values from a node tree and collects problems on the way."""

    path: str
    problems: list[Problem] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)

    def build(self, node: yaml.Node, depth: int = 0) -> object:
        if id(node) in self.seen:
            self._report("YM106", node)
            return node.value if isinstance(node, yaml.ScalarNode) else None
        self.seen.add(id(node))
        if depth > MAX_DEPTH:
            self._report("YM108", node, limit=MAX_DEPTH)
            return None
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, depth + 1) for item in node.value]
        return self._mapping(node, depth)

    def _mapping(self, node: yaml.Node, depth: int) -> dict[str, object]:
        mapping: dict[str, object] = {}
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
            if not isinstance(key, str):
                self._report("YM109", key_node)
                continue
            if key in mapping:
                self._report("YM102", key_node, key=key)
            mapping[key] = self.build(value_node, depth + 1)
        return mapping

    def _scalar(self, node: yaml.ScalarNode) -> object:
        text: str = node.value
        if node.style or (node.tag == _UNTAGGED and surely_text(text)):
            return text
        meaning = meaning_of(text, node.tag)
        if meaning is None:
            self._report("YM107", node, tag=node.tag)
            return text
        value, code = meaning
        if code:
            self._report(code, node, text=text)
        return value

    def _report(self, code: str, node: yaml.Node, **values: Value) -> None:
        self.problems.append(Problem(self.path, code, values=values, mark=mark_of(node)))


def mark_of(node: yaml.Node) -> Mark:
    """Where a node begins."""
    return Mark(node.start_mark.line + 1, node.start_mark.column + 1)


def read_yaml(content: bytes, path: str) -> tuple[object, list[Problem]]:
    """Read one YAML file strictly.

    Returns the value and the problems (`YM1xx`); the value is None when the text cannot be parsed
    at all. Never raises for bad content. Source: YAML 1.1 as libyaml parses it; what is in house
    style needs no parser.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [Problem(path, "YM100", mark=_byte_mark(content, error.start))]
    simple = read_house_style(text)
    if simple is not None:
        return simple, []
    return read_by_libyaml(text, path)


def read_by_libyaml(text: str, path: str) -> tuple[object, list[Problem]]:
    """Read a text of any style: what `read_yaml` does with whatever is not in house style."""
    if _too_deep(text):
        return None, [Problem(path, "YM108", values={"limit": MAX_DEPTH}, mark=Mark(1, 1))]
    try:
        node = compose(text)
    except yaml.YAMLError as error:
        return None, [_syntax_problem(error, path)]
    if node is None:
        return None, [Problem(path, "YM111", mark=Mark(1, 1))]
    builder = _Builder(path)
    return builder.build(node), builder.problems


def compose(text: str) -> yaml.Node | None:
    """The node tree that libyaml makes of a text. Raises yaml.YAMLError."""
    loader = _Loader(text)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


def _too_deep(text: str) -> bool:
    """Guard the composer, which recurses in C: nesting is counted on events when it looks odd."""
    openers = text.count("[") + text.count("{")
    odd = openers > _MANY_OPENERS or _DEEP_INDENT in text or _DEEP_BLOCK.search(text)
    return bool(odd) and any(depth > MAX_DEPTH for depth in _depths(text))


def _depths(text: str) -> Iterator[int]:
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            yield depth
    except yaml.YAMLError:
        return


def _byte_mark(content: bytes, offset: int) -> Mark:
    before = content[:offset]
    return Mark(before.count(b"\n") + 1, offset - (before.rfind(b"\n") + 1) + 1)


def _syntax_problem(error: yaml.YAMLError, path: str) -> Problem:
    said = getattr(error, "problem", None) or getattr(error, "reason", None)
    reason_key = _REASONS.get(str(said), "other")
    mark = getattr(error, _MARKS.get(reason_key, "problem_mark"), None)
    place = Mark(mark.line + 1, mark.column + 1) if mark else Mark(1, 1)
    reason = Wording((f"yaml.{reason_key}",))
    return Problem(path, "YM101", values={"reason": reason}, mark=place)
