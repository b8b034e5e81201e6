"""The tables of the site for people who count again: each file, and what its columns hold."""

from collections.abc import Iterator

from generator import addresses
from generator.exports.tables import TABLES, CsvTable
from generator.locale import Words
from generator.pages.charts import Caption, html_table
from generator.pages.nodes.blocks import Block, html_block
from generator.pages.nodes.html import Html, element, escape_code, escape_html
from generator.pages.nodes.inline import Flow, text


def table_sections(words: Words) -> Iterator[Block | Flow]:
    """Of every table its address, what a row is, and its columns."""
    for name, table in TABLES.items():
        yield html_block(_link(table))
        yield text(words(f"data.table.{name}"))
        yield html_block(_columns(name, table, words))


def _link(table: CsvTable) -> Html:
    path = element("code", escape_code(table.path))
    return element(
        "p", element("a", path, href=addresses.relative(table.path, addresses.OPEN_DATA))
    )


def _columns(name: str, table: CsvTable, words: Words) -> Html:
    heads = tuple(words(f"data.column.{head}") for head in ("key", "meaning"))
    rows = (
        (element("code", escape_code(head)), escape_html(column_meaning(name, head, words)))
        for head in table.heads
    )
    return html_table(Caption(table.path, table.path), heads, rows, len(heads))


def column_meaning(name: str, head: str, words: Words) -> str:
    """What a column of a table holds; some hold something of their own in one table.

    Raises KeyError.
    """
    own = words.entries.get(f"data.column_of_{name}.{head}")
    return own or words(f"data.column_of_tables.{head}")
