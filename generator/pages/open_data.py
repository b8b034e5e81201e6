"""The page for people who write software: which files there are, what their keys mean."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

from generator import addresses
from generator.exports.examples import DataExample, data_examples
from generator.exports.json_text import compact_json
from generator.exports.manifest import FILE as MANIFEST
from generator.locale import Words
from generator.model.edition import Edition
from generator.pages.charts import Caption, html_table
from generator.pages.data_tables import table_sections
from generator.pages.navigation import NavigationEntry
from generator.pages.nodes.blocks import Block, html_block, page_body
from generator.pages.nodes.html import Html, anchor, element, escape_code, escape_html, escape_line
from generator.pages.nodes.inline import Flow, text
from generator.pages.nodes.phrases import phrase, section_heading
from generator.pages.page import Page
from generator.records.schema import Schema, child_of, load_schema

_LANGUAGE_OF_SCHEMAS = "vi"
_LONGEST = 70
"""Letters of an example."""


@dataclass(frozen=True, slots=True)
class DataShape:
    """Keys that are explained together.

    `steps` lead to them from the whole file, `schema` from the schema of a kind of record.
    """

    kind: str
    steps: tuple[str, ...]
    schema: tuple[str | int, ...]


_SHAPES = (
    DataShape("index", (), ("catalogue",)),
    DataShape("index", ("procedures",), ("procedure",)),
    DataShape("index", ("decisions",), ("decision",)),
    DataShape("procedure", (), ("procedure",)),
    DataShape("procedure", ("versions",), ("version",)),
    DataShape("decision", (), ("decision",)),
    DataShape("decision", ("rows",), ("decision", "rows", 0)),
    DataShape("agencies", (), ("agency",)),
    DataShape("calendars", (), ("calendar",)),
)

DATA_NAVIGATION = (NavigationEntry("data", addresses.OPEN_DATA, foot=40),)


def open_data_page(edition: Edition) -> Page:
    """The page; every file, key and value on it is taken from what this site publishes."""
    words, examples = edition.words, list(data_examples(edition))
    body = page_body(
        phrase(words, "data.title"),
        text(words("data.intro")),
        section_heading(words, "data.files"),
        html_block(_files(examples, edition)),
        section_heading(words, "data.keys"),
        *_key_tables(examples, words),
        section_heading(words, "data.tables"),
        *table_sections(words),
        section_heading(words, "data.unknown"),
        text(words("data.unknown_text")),
        section_heading(words, "data.readings"),
        text(words("data.readings_text")),
        section_heading(words, "data.stable"),
        text(words("data.stable_text")),
        _reuse(edition),
    )
    about = words("data.intro")
    return Page(addresses.OPEN_DATA, words("data.title"), body, about, kind="data")


def _files(examples: Sequence[DataExample], edition: Edition) -> Html:
    """A definition list: the path of a kind of file, what it holds, one of them."""
    words = edition.words
    rows = [(one.kind, one.pattern, one.path) for one in examples]
    rows += [
        ("readings_schema", addresses.READINGS_SCHEMA, addresses.READINGS_SCHEMA),
        ("changes", addresses.CHANGES_DATA, addresses.CHANGES_DATA),
        ("shard", addresses.SHARD, addresses.SHARD),
        ("manifest", MANIFEST, ""),  # written when all else is: no link can be checked
    ]
    return element("dl", *(part for row in rows for part in _file(*row, words)))


def _file(kind: str, pattern: str, path: str, words: Words) -> Iterator[Html]:
    yield element("dt", element("code", escape_code(pattern)))
    holds = [escape_html(f"{words(f'data.file.{kind}')} ")]
    yield element("dd", *holds, *([_example(path, words)] if path else []))


def _example(path: str, words: Words) -> Html:
    target = addresses.relative(path, addresses.OPEN_DATA)
    return anchor(words("data.example_of", path=path), target)


def _key_tables(examples: Iterable[DataExample], words: Words) -> Iterator[Block]:
    contents = {one.kind: json.loads(one.content) for one in examples}
    for shape in _SHAPES:
        found = _found_at(contents.get(shape.kind), shape.steps)
        if found:
            yield html_block(_key_table(shape, found, words))


def _found_at(content: Any, steps: tuple[str, ...]) -> Mapping[str, Any] | None:
    """The mapping that some steps lead to; of a list every key, as the first with it has it."""
    for step in ("", *steps):
        content = content.get(step) if step and isinstance(content, dict) else content
        content = _merged(content) if isinstance(content, list) else content
    return content if isinstance(content, dict) else None


def _merged(entries: Sequence[Any]) -> Mapping[str, Any]:
    found: dict[str, Any] = {}
    for entry in entries:
        for key, value in entry.items() if isinstance(entry, dict) else ():
            found.setdefault(key, value)
    return found


def _key_table(shape: DataShape, found: Mapping[str, Any], words: Words) -> Html:
    path = " › ".join((words(f"data.kind.{shape.kind}"), *(f"{step}[]" for step in shape.steps)))
    heads = tuple(words(f"data.column.{name}") for name in ("key", "meaning", "value"))
    rows = (
        (
            element("code", escape_code(key)),
            escape_line(key_meaning(shape, key, words)),
            element("code", escape_code(_shortened(value))),
        )
        for key, value in found.items()
    )
    return html_table(Caption(path, path), heads, rows, len(heads))


def key_meaning(shape: DataShape, key: str, words: Words) -> str:
    """What a key stands for: what the words say of one that is derived, else what its schema does.

    Schemas speak one language; a site in another leaves their keys to speak for themselves.
    Raises KeyError.
    """
    derived = words.entries.get(f"data.key.{key}")
    if derived is None and words.language == _LANGUAGE_OF_SCHEMAS:
        return str(_schema_of(shape, key)["title"])
    return derived or ""


def _schema_of(shape: DataShape, key: str) -> Schema:
    kind, *steps = (*shape.schema, key)
    return reduce(child_of, steps, load_schema(str(kind)))


def _shortened(value: object) -> str:
    written = compact_json(value).decode()
    return written if len(written) <= _LONGEST else f"{written[:_LONGEST]}…"


def _reuse(edition: Edition) -> Flow:
    """Under which terms the data may be used, as far as the catalogue says."""
    licence = edition.catalogue.settings.licence
    if licence:
        return phrase(edition.words, "data.licence", licence=text(licence))
    return phrase(edition.words, "data.no_licence")
