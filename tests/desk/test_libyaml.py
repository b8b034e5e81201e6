"""Where libyaml cannot run, PyYAML's own parser accepts, refuses and places what libyaml does."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.records import yaml_reader
from generator.records.yaml_reader import YamlDocument, read_yaml
from generator.site.desk_python import libyaml
from tests.conftest import PROJECT, SAMPLE

COMPILED = yaml.CBaseLoader
BITS = [
    *("\t", ":\t", "\t\n", " \t ", ": ", " #", "- ", "-", "? ", "\n", "  ", "\r\n", "\r", "\xa0"),
    *("[", "]", "{", "}", ",", "&a ", "*a", "|", ">", "|-\n", "'", '"', "%", "@", "`", "\\", "\\q"),
    *("\u2028", "\x85", "\x01", "\ufeff", "---\n", "...\n", "key: v\n", '"\\x4"', "=======\n", "“"),
]


class _Composer(libyaml.CBaseLoader):
    resolve: Callable[..., str] = lambda *_: ""
    descend_resolver: Callable[..., None] = lambda *_: None
    ascend_resolver: Callable[..., None] = lambda *_: None


Read = Callable[[str], YamlDocument]


@pytest.fixture
def read_pure(monkeypatch: pytest.MonkeyPatch) -> Read:
    def read(text: str) -> YamlDocument:
        with monkeypatch.context() as patch:
            patch.setattr(yaml_reader, "_Composer", _Composer)
            patch.setattr(yaml, "CBaseLoader", libyaml.CBaseLoader)
            return read_yaml(text.encode(), "a.yml")

    return read


def outcome(document: YamlDocument) -> tuple[Any, ...]:
    return document.value, document.problems, list(marks(document.positions.root))


def marks(node: yaml.Node | None) -> Iterator[tuple[int, int, int]]:
    if node is None:
        return
    yield node.start_mark.line, node.start_mark.column, node.start_mark.index
    for child in node.value if isinstance(node, yaml.CollectionNode) else ():
        for one in child if isinstance(child, tuple) else (child,):
            yield from marks(one)


def texts() -> list[str]:
    found = [*SAMPLE.rglob("*.yml"), *(PROJECT / "tests/fixtures/broken").rglob("*.yml")]
    return [content_of(path) for path in sorted(found) if path.stat().st_size < 4_000]


def content_of(path: Path) -> str:
    return path.read_bytes().decode(errors="replace")


def test_whole_records_are_read_alike(read_pure: Read) -> None:
    for text in texts()[::3]:
        assert outcome(read_pure(text)) == outcome(read_yaml(text.encode(), "a.yml")), text[:80]


def test_pieces_with_mistakes_are_refused_alike(read_pure: Read) -> None:
    chance, every = random.Random(20), texts()
    for _ in range(1_500):
        text = spoiled(chance.choice(every).split("\n"), chance)
        assert outcome(read_pure(text)) == outcome(read_yaml(text.encode(), "a.yml")), repr(text)


def spoiled(lines: list[str], chance: random.Random) -> str:
    start = chance.randrange(len(lines))
    text = "\n".join(lines[start : start + chance.randrange(1, 14)])
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(text) + 1)
        gone = 0 if chance.random() < 0.75 else chance.randrange(1, 6)
        text = text[:at] + ("" if gone else chance.choice(BITS)) + text[at + gone :]
    return text


@pytest.mark.parametrize(
    "text",
    [
        "key:\tvalue",
        "key: [a,\tb]\nother: {c:\td}",
        "- \ta: b",
        "a: |\n \tb\n",
        "a: b\n\tc\n",
        "a: >\t# c\n  b\n",
        "a: [b?c, d:e]",
        "a: {b:[c]}",
        'a: "b\\qc"',
        "a: 'b",
        "a\x07: b",
        f"a: {'b' * 20_000}\n]\n\x07",
        f"{'a' * 1_100}: b",
    ],
    ids=range(13),
)
def test_what_the_two_parsers_took_differently_is_taken_alike(read_pure: Read, text: str) -> None:
    assert outcome(read_pure(text)) == outcome(read_yaml(text.encode(), "a.yml"))


def test_tables_are_read_as_json_and_as_yaml() -> None:
    for text in ('{"a": [1, "b"]}', "a:\n- 1\n- b\n"):
        assert yaml.load(text, Loader=libyaml.CSafeLoader) == {"a": [1, "b"]}
