"""The steps inside the office: who does what, in which time, and what the steps add up to."""

from generator.law.durations import Length, length_of
from generator.model.edition import Edition
from generator.pages.formatting import format_duration, printed_wording
from generator.pages.nodes.blocks import NO_BLOCK, Block, blocks, html_block
from generator.pages.nodes.html import Html, element, escape_html, escape_line, join_html, wide
from generator.pages.nodes.inline import NOTHING, Inline, prose, strong, text
from generator.pages.nodes.phrases import phrase, section_heading
from generator.records.version import Version

_COLUMNS = ("phase", "step", "role", "time")


def internal_process(version: Version, edition: Edition) -> Block:
    """Steps inside the office with their time, and the sum against the limit; nothing without.

    Phases have a column where any step has one.
    """
    words = edition.words
    if not version.internal_process.items:
        return NO_BLOCK
    steps = version.internal_process.items
    first = 0 if any(step.phase for step in steps) else 1
    heads = join_html(
        element("th", escape_html(words(f"process.{name}")), scope="col")
        for name in _COLUMNS[first:]
    )
    rows = join_html(
        _table_row(
            *(step.phase or "", step.name, step.role, format_duration(step.time, words))[first:]
        )
        for step in steps
    )
    head, rest = element("thead", element("tr", heads)), element("tbody", rows)
    table = wide(element("table", head, rest, class_="data"), words("part.internal_process"))
    title = section_heading(words, "part.internal_process")
    wording = prose(printed_wording(version.internal_process, ()))
    return blocks([title, html_block(table), _sum(version, edition), wording])


def _table_row(*cells: str) -> Html:
    return element("tr", *(element("td", escape_line(cell)) for cell in cells))


def _sum(version: Version, edition: Edition) -> Inline:
    """The time of all steps compared with the longest limit; empty when they cannot be compared."""
    words = edition.words
    lengths = [length_of(step.time) for step in version.internal_process.items]
    limits = [length_of(c.committed_time or c.time) for c in version.channels.items]
    longest = max(filter(None, limits), key=lambda limit: limit.amount, default=None)
    known = [length for length in lengths if length]
    if longest is None or len(known) < len(lengths):
        return NOTHING
    if not all(length.comparable(longest) for length in known):
        return phrase(words, "process.mixed")
    total = Length(sum(length.amount for length in known), longest.working)
    key = "process.within" if total.amount <= longest.amount else "process.beyond"
    taken, limit = (words.number(length.days) for length in (total, longest))
    kind = words("unit.working_day" if longest.working else "unit.day")
    return phrase(words, key, total=strong(text(taken)), limit=limit, unit=kind)
