"""Does the time of every pattern stay linear on texts that are made to keep it busy?"""

import ast
import importlib
import inspect
import pkgutil
import re
import re._constants as opcodes
import re._parser as parser
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, TypeGuard

import generator
from tests.conftest import PROJECT

LENGTH = 3000
SOON = 0.004
"""Seconds in which a linear pattern reads `LENGTH` characters, many times over."""
_ENOUGH = 0.2
"""Seconds from which a longer text is not waited for."""
_GROWS = 2.9
"""Time against half the length: two where it is linear, four where it grows with the square."""
_AGAIN = 2
"""How often it is measured again, to be seen once more: a busy machine disturbs a measure."""
_PLAIN = (
    " ", "a", "1", ".", ",", ";", "\n", "-", "/", "(", "[", "<", "*", "#", "|", "Đ", "\u00a0",
    "a ", "a b ", "1.", "1.1.", "1 ", "1,", "1/", "a/", "a-", "a.", "(a ", "- ", "\n ", "\n\n- ",
    "A B ", "Điều 1 ", "ngày ", "ngày 1 ", "và ", "; a", "<a ", "<p>", "&a", "01/01/", "1.000đ ",
)  # fmt: skip
_END = "\0"
"""What few patterns look for: they fail where they come to it."""


@dataclass(frozen=True, slots=True)
class PatternPlace:
    """A compiled pattern and the names that lead to it."""

    name: str
    pattern: re.Pattern[str]
    ways: frozenset[str]
    """Those of `match`, `fullmatch` and `search` by which it is used; all when that is not seen."""


def every_pattern() -> list[PatternPlace]:
    """The patterns in the globals of every module of the package, each once."""
    seen: dict[tuple[str, int], PatternPlace] = {}
    for module in pkgutil.walk_packages(generator.__path__, "generator."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            ways = _ways().get(f"{module.name}.{name}", frozenset()) | _ways().get(
                name, frozenset()
            )
            for pattern in _patterns_in(value):
                key = (pattern.pattern, pattern.flags)
                known = seen.get(key, PatternPlace(f"{module.name}.{name}", pattern, frozenset()))
                seen[key] = replace(known, ways=known.ways | ways)
    return [place for place in seen.values() if isinstance(place.pattern.pattern, str)]


@cache
def _ways() -> dict[str, frozenset[str]]:
    """What is done with each name: private ones with their module, public ones by themselves."""
    found: dict[str, frozenset[str]] = {}
    for file in (PROJECT / "generator").rglob("*.py"):
        module = ".".join(file.relative_to(PROJECT).with_suffix("").parts)
        nodes = list(ast.walk(ast.parse(file.read_text("utf8"))))
        held = {id(_without_key(node.value)): node.attr for node in nodes if _is_anchored(node)}
        for name, way in ((_name(node), held.get(id(node), "search")) for node in nodes):
            key = f"{module}.{name}" if name.startswith("_") else name
            found[key] = found.get(key, frozenset()) | {way}
    return found


def _name(node: ast.AST) -> str:
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


def _without_key(node: ast.expr) -> ast.expr:
    return node.value if isinstance(node, ast.Subscript) else node


def _is_anchored(node: ast.AST) -> TypeGuard[ast.Attribute]:
    return isinstance(node, ast.Attribute) and node.attr in ("match", "fullmatch")


def _patterns_in(value: Any, depth: int = 4) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, tuple | list | set | frozenset):
        for item in value:
            yield from _patterns_in(item, depth - 1)
    elif depth and isinstance(value, dict):
        yield from _patterns_in([*value, *value.values()], depth - 1)
    elif depth and hasattr(type(value), "__dataclass_fields__"):
        names = type(value).__dataclass_fields__
        yield from _patterns_in([getattr(value, name, None) for name in names], depth - 1)
    elif depth and _gives_pattern(value):
        yield value()
        yield from (value(**{flag: True}) for flag in inspect.signature(value).parameters)


def _gives_pattern(value: Any) -> bool:
    """Whether a value is a function that makes a pattern once, with flags at most."""
    if not (inspect.isroutine(value) or hasattr(value, "cache_info")):
        return False
    told = getattr(value, "__annotations__", {})
    flags = [kind for name, kind in told.items() if name != "return"]
    return told.get("return") == re.Pattern[str] and all(kind is bool for kind in flags)


def slow_text(place: PatternPlace) -> str:
    """The beginning of a text on which the time grows with the square, or nothing."""
    units = [*(("", unit) for unit in _PLAIN), *dict.fromkeys(_own_units(place.pattern))]
    slow = ((head, unit) for head, unit in units if _is_slow(place, head, unit))
    return next((f"{head!r} and {unit!r} repeated" for head, unit in slow), "")


def _is_slow(place: PatternPlace, head: str, unit: str) -> bool:
    length = LENGTH // 4
    while (seconds := _seconds(place, head, unit, length)) < _ENOUGH and length < LENGTH:
        length *= 4
    if seconds < SOON:
        return False
    measures = (_grows(place, head, unit, length) for _ in range(_AGAIN + 1))
    return next(measures) and any(measures)


def _grows(place: PatternPlace, head: str, unit: str, length: int) -> bool:
    """Whether a text of twice the length takes much more than twice the time."""
    shorter, longer = (
        min(_seconds(place, head, unit, n) for _ in range(3)) for n in (length // 2, length)
    )
    return longer > max(SOON, shorter * _GROWS)


def _seconds(place: PatternPlace, head: str, unit: str, length: int) -> float:
    text = head + (unit * (length // len(unit) + 1))[:length] + _END
    start = time.process_time()
    for way in place.ways or ("search",):
        if way == "search":
            deque(place.pattern.finditer(text), 0)
        else:
            getattr(place.pattern, way)(text)
    return time.process_time() - start


def _own_units(pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """What the pattern repeats, and what leads to it: the texts that its own tree suggests."""
    yield from _units_of(parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG), "")


def _units_of(tree: Iterable[Any], before: str) -> Iterator[tuple[str, str]]:
    for code, argument in tree:
        for inner in _bodies(code, argument):
            yield from _units_of(inner, before)
        text = _sample([(code, argument)])
        if code in _REPEATS and argument[1] > 20:
            heads = (("", text), ("", before), ("", before + text), (before, text))
            yield from ((head, unit) for head, unit in heads if unit)
        before = (before + text)[-40:]


_REPEATS = (opcodes.MAX_REPEAT, opcodes.MIN_REPEAT, opcodes.POSSESSIVE_REPEAT)


def _bodies(code: Any, argument: Any) -> list[Any]:
    if code in _REPEATS:
        return [argument[2]]
    if code is opcodes.SUBPATTERN:
        return [argument[3]]
    if code is opcodes.BRANCH:
        return list(argument[1])
    if code is opcodes.ATOMIC_GROUP:
        return [argument]
    if code in (opcodes.ASSERT, opcodes.ASSERT_NOT):
        return [argument[1]]
    return []


def _sample(tree: Iterable[Any]) -> str:
    """A short text that this part of a pattern accepts, roughly."""
    return "".join(_sample_of(code, argument) for code, argument in tree)


def _sample_of(code: Any, argument: Any) -> str:
    if code is opcodes.LITERAL:
        return chr(argument)
    if code in (opcodes.NOT_LITERAL, opcodes.ANY):
        return "a" if argument != ord("a") else "b"
    if code is opcodes.IN:
        return _member(argument)
    if code in _REPEATS:
        return _sample(argument[2]) * max(argument[0], 1)
    if code in (opcodes.SUBPATTERN, opcodes.BRANCH, opcodes.ATOMIC_GROUP):
        return _sample(_bodies(code, argument)[0])
    return ""


_CANDIDATES = "a 1.,;-/A(\nđ%"
_OF_CATEGORY = {
    opcodes.CATEGORY_DIGIT: "1",
    opcodes.CATEGORY_SPACE: " ",
    opcodes.CATEGORY_WORD: "a",
    opcodes.CATEGORY_NOT_DIGIT: "a",
    opcodes.CATEGORY_NOT_SPACE: "a",
    opcodes.CATEGORY_NOT_WORD: " ",
}


def _member(items: list[Any]) -> str:
    if items[0][0] is opcodes.NEGATE:
        return next((one for one in _CANDIDATES if not _holds(items[1:], one)), "~")
    code, argument = items[0]
    if code is opcodes.CATEGORY:
        return _OF_CATEGORY[argument]
    return chr(argument if code is opcodes.LITERAL else argument[0])


def _holds(items: list[Any], letter: str) -> bool:
    return any(
        (code is opcodes.LITERAL and argument == ord(letter))
        or (code is opcodes.RANGE and argument[0] <= ord(letter) <= argument[1])
        or (code is opcodes.CATEGORY and _is_in(argument, letter))
        for code, argument in items
    )


def _is_in(category: Any, letter: str) -> bool:
    kind = str(category).removeprefix("CATEGORY_").removeprefix("NOT_")
    true = {"DIGIT": str.isdigit, "SPACE": str.isspace}.get(kind, str.isalnum)(letter)
    return true != ("NOT_" in str(category))
