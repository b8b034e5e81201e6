"""What the template of an office may do: print its values, loop over them, choose among them.

A template comes with a catalogue, and a catalogue may come from a stranger: neither the program
nor the machine is within its reach, and its work is bounded.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

MOST_TURNS = 100_000
"""How many turns all loops of a template may take together; the largest decision takes 5,000."""
MOST_CHARACTERS = 100_000_000
"""How long the XML may become that a template makes of one part of a file."""
_ALLOWED = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Const, nodes.Name),
    *(nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.For, nodes.If, nodes.CondExpr),
    *(nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Test, nodes.Filter),
)
"""What a template may be made of: no calls, no assignments, no sums of any kind."""
_FILTERS = (
    *("capitalize", "count", "d", "default", "e", "escape", "first", "last", "length", "lower"),
    *("reverse", "sort", "string", "title", "trim", "upper"),
)
"""Filters the result of which is no longer than what they are given; none undoes the escaping."""
_COUNTED = "counted"


class EndlessTemplateError(SecurityError):
    """A template loops too often, or makes too long a text."""


class OfficeEnvironment(ImmutableSandboxedEnvironment):
    """The environment in which templates of offices are filled in."""

    def __init__(self, **options: Any) -> None:
        """Take the options of an environment; the names that every template has are gone."""
        super().__init__(undefined=StrictUndefined, autoescape=True, **options)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in _FILTERS}
        self.filters[_COUNTED] = self._count_turns
        self._turns = 0

    def concat(self, parts: Iterable[str]) -> str:
        """The text of a part. Raises EndlessTemplateError for too long a text."""
        return "".join(_check_length(parts))

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The tree of a template. Raises TemplateSyntaxError for what no template may do."""
        tree = super()._parse(source, name, filename)
        for node in list(tree.find_all(nodes.Node)):
            if not _is_allowed(node):
                raise TemplateSyntaxError("", node.lineno, name, filename)
        for loop in list(tree.find_all(nodes.For)):
            loop.iter = nodes.Filter(
                loop.iter, _COUNTED, [], [], None, None, lineno=loop.lineno
            ).set_environment(self)
        return tree

    def _count_turns(self, values: Iterable[Any]) -> list[Any]:
        """The values of a loop. Raises EndlessTemplateError when all loops have had their turns."""
        found = list(values)
        self._turns += len(found)
        if self._turns > MOST_TURNS:
            raise EndlessTemplateError
        return found


def _is_allowed(node: nodes.Node) -> bool:
    if isinstance(node, nodes.Filter):
        return node.name in _FILTERS
    return isinstance(node, _ALLOWED)


def _check_length(parts: Iterable[str]) -> Iterator[str]:
    length = 0
    for part in parts:
        length += len(part)
        if length > MOST_CHARACTERS:
            raise EndlessTemplateError
        yield part
