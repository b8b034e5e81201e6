"""Time limits by law and as committed: how far they were cut, and how long they are."""

from collections.abc import Iterable, Iterator, Sequence

from generator import addresses
from generator.law.due_dates import has_special_limits
from generator.law.reform import Cut, compute_percent
from generator.locale import Words
from generator.model import statistics
from generator.model.edition import Edition
from generator.model.summaries import VersionSummary, shown_summaries
from generator.pages.charts import Caption, Chart, bars, html_table, table
from generator.pages.formatting import format_day, written_numbers
from generator.pages.list_lines import Item
from generator.pages.listing import Listing
from generator.pages.nodes.blocks import NO_BLOCK, Block, html_block
from generator.pages.nodes.html import Html, anchor, escape_html, escape_line
from generator.pages.nodes.inline import Flow, link
from generator.pages.nodes.phrases import phrase, section_heading
from generator.records.decision import Decision, Figure

_METHODS = ("mean_of_rates", "days_weighted", "share_of_procedures")


def limit_sections(edition: Edition) -> Iterator[Block | Flow]:
    """The cut of time limits in the three ways in use, calendar and working days apart."""
    words = edition.words
    cuts = [cut for cut in edition.cuts.values() if cut]
    committed = [cut for cut in cuts if cut.promised]
    uncommitted, mixed = len(cuts) - len(committed), len(edition.cuts) - len(cuts)
    groups = _by_kind(cuts)
    yield section_heading(words, "figures.limits")
    yield phrase(words, "figures.limits_text", **written_numbers(words, count=len(cuts)))
    if mixed:
        yield phrase(words, "figures.limits_mixed", **written_numbers(words, count=mixed))
    if uncommitted:
        counts = written_numbers(words, count=uncommitted)
        yield phrase(words, "figures.limits_uncommitted", **counts)
    special = sum(has_special_limits(edition.entries[cut.procedure].version) for cut in cuts)
    if special:
        yield phrase(words, "figures.limits_special", **written_numbers(words, count=special))
    if committed:
        yield _cut_table(_by_kind(committed), edition)
        yield link(phrase(words, "figures.cut_rows"), "thoi-han/index.md")
    yield from (_lengths(kind, found, edition) for kind, found in groups if found)
    yield _reported(edition)


Group = tuple[str, list[Cut]]
"""How limits are counted, and the cuts of those that are counted so."""


def _by_kind(cuts: Sequence[Cut]) -> list[Group]:
    return [(kind, [c for c in cuts if c.allowed.working == working]) for kind, working in _KINDS]


def _cut_table(groups: Iterable[Group], edition: Edition) -> Block:
    """How far limits were cut: a row for each way to count days, a column for each method."""
    words = edition.words
    rows = [
        (words(f"figures.{kind}"), words.number(len(found)), *_percents(found, edition))
        for kind, found in groups
        if found
    ]
    heads = (words("figures.kind"), words("figures.count"))
    methods = tuple(words(f"method_of_cut.{method}") for method in _METHODS)
    caption = Caption(words("figures.cut_table"), words("figures.limits"))
    return html_block(table(caption, heads + methods, rows, 4))


def _reported(edition: Edition) -> Block:
    """What decisions themselves say of the cut, each with its number and day."""
    words = edition.words
    heads = tuple(words(f"figures.{head}") for head in ("decision", "signed", "method", "stated"))
    rows = [
        _reported_row(decision, figure, words)
        for decision in edition.catalogue.decisions.values()
        for figure in decision.figures
    ]
    caption = Caption(words("figures.reported"), words("figures.reported"))
    return html_block(html_table(caption, heads, rows, 3)) if rows else NO_BLOCK


def _reported_row(decision: Decision, figure: Figure, words: Words) -> tuple[Html, ...]:
    return (
        anchor(decision.number, addresses.href(addresses.decision(decision.id), addresses.FIGURES)),
        escape_html(format_day(decision.signed, words)),
        escape_line(words(f"method_of_cut.{figure.method}")),
        escape_html(words.percent(figure.percent)),
    )


_KINDS = (("calendar_days", False), ("working_days", True))


def _lengths(kind: str, cuts: Sequence[Cut], edition: Edition) -> Block:
    """How long limits are, by law and as committed where that is recorded, in steps of days."""
    words = edition.words
    allowed = statistics.limit_steps(cut.allowed.days for cut in cuts)
    commitments = [cut.promised.days for cut in cuts if cut.promised]
    promised = statistics.limit_steps(commitments)
    columns = 2 if commitments else 1
    ends = [words("figures.up_to", days=end) for end in statistics.LIMIT_STEPS]
    names = [*ends, words("figures.over", days=statistics.LIMIT_STEPS[-1])]
    heads = tuple(words(f"figures.{head}") for head in ("limit", "by_law", "promised"))
    text = words("figures.lengths_text" if commitments else "figures.lengths_by_law")
    counted = list(zip(names, allowed, promised, strict=True))
    rows = ((name, *map(words.number, (law, own)[:columns])) for name, law, own in counted)
    name = words(f"figures.{kind}")
    caption = Caption(words("figures.table"), name)
    made = table(caption, heads[: columns + 1], rows, figures=columns)
    chart = Chart(words(f"anchor.figures.{kind}"), name, text, made)
    shown = [
        (one, law, " → ".join(map(words.number, (law, own)[:columns]))) for one, law, own in counted
    ]
    return bars(chart, shown)


def _percents(cuts: Sequence[Cut], edition: Edition) -> Iterator[str]:
    for method in _METHODS:
        yield edition.words.percent(round(compute_percent(method, cuts), 1))


def cut_list(edition: Edition) -> Iterator[Listing]:
    """Every procedure with a recorded commitment, the deepest cut first; no list without any."""
    words = edition.words
    rates = ((cut, cut.rate) for cut in edition.cuts.values() if cut)
    known = [(cut, rate) for cut, rate in rates if rate is not None]
    if not known:
        return
    shown = {summary.procedure: summary for summary in shown_summaries(edition.summaries)}
    cuts = [cut for cut, _ in sorted(known, key=lambda pair: -pair[1])]
    items = [_cut_item(cut, shown[cut.procedure], words) for cut in cuts]
    yield Listing(
        "so-lieu/thoi-han/index.md",
        words("figures.cut_rows"),
        items,
        phrase(words, "figures.cut_rows_text"),
        count="list.count",
        dated=False,
    )


def _cut_item(cut: Cut, summary: VersionSummary, words: Words) -> Item:
    assert cut.promised is not None
    assert cut.rate is not None
    unit = words("unit.working_day" if cut.allowed.working else "unit.day")
    said = words(
        "figures.cut",
        allowed=words.number(cut.allowed.days),
        promised=words.number(cut.promised.days),
        unit=unit,
        percent=words.number(round(100 * cut.rate, 1)),
    )
    about = (summary.code or words("facts.no_code"), said)
    return Item(summary.title, addresses.procedure(summary.procedure), about, levels=summary.levels)
