"""The procedures that only one place has: a list of links, folded by field where they are many."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator import addresses
from generator.law.titles import vietnamese_order
from generator.model.edition import Edition
from generator.model.summaries import VersionSummary
from generator.pages.nodes.blocks import Block, bullets, html_block
from generator.pages.nodes.html import Html, escape_line, folded_block
from generator.pages.nodes.inline import Inline, link, punctuation, run, text

_FEW = 12
"""So many procedures stand in one list; more are folded by their fields."""


def procedure_links(found: Sequence[VersionSummary], here: str) -> Block:
    """Links to procedures from the page `here`, each with its code."""
    return bullets(_procedure(one, here) for one in found)


def procedures_by_field(
    found: Sequence[VersionSummary], here: str, edition: Edition
) -> Iterator[Block]:
    """One list of a few procedures; a folded list of each field where they are many."""
    if len(found) <= _FEW:
        yield procedure_links(found, here)
        return
    fields: dict[str, list[VersionSummary]] = defaultdict(list)
    for one in found:
        fields[edition.catalogue.fields[one.field].name].append(one)
    for name in sorted(fields, key=vietnamese_order):
        yield html_block(_folded(name, fields[name], here))


def _folded(field: str, found: Sequence[VersionSummary], here: str) -> Html:
    summary = escape_line(f"{field} ({len(found)})")
    return folded_block(summary, procedure_links(found, here).html)


def _procedure(summary: VersionSummary, here: str) -> Inline:
    target = addresses.relative(addresses.procedure(summary.procedure), here)
    code = f" ({summary.code})" if summary.code else ""
    return run(link(text(summary.title), target), punctuation(code))
