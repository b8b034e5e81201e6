"""The state of reform in pictures: every figure is computed, and comes with its rows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from generator import addresses
from generator.model import statistics
from generator.model.agency_names import names_told_apart
from generator.model.decision_counts import count_decisions
from generator.model.edition import Edition
from generator.model.newest_decision import days_known
from generator.pages.charts import Caption, Chart, Series, bars, columns, html_table, table
from generator.pages.formatting import format_day, written_numbers
from generator.pages.limits import limit_sections
from generator.pages.nodes.blocks import Block, html_block, page_body
from generator.pages.nodes.html import Html, anchor, escape_html, escape_line, join_html
from generator.pages.nodes.inline import NOTHING, Flow, Inline, join_runs, link
from generator.pages.nodes.phrases import phrase, section_heading
from generator.pages.page import Page
from generator.pages.posting import posted_offices

_TOP = 15
"""How many of the largest fields and agencies a chart shows; its table has all."""


def figures_page(edition: Edition) -> Page:
    """The page of figures."""
    words = edition.words
    body = page_body(
        phrase(words, "list.figures"),
        phrase(words, "figures.intro", known=days_known(edition)),
        _row_files(edition),
        _undated(edition),
        *_procedures(edition),
        *_over_time(edition),
        *limit_sections(edition),
        *_fees(edition),
        *_decisions(edition),
        *_agencies(edition),
        *posted_offices(edition),
        *_drift(edition),
        *_lateness(edition),
    )
    title, description = words("list.figures"), words("figures.description")
    return Page(addresses.FIGURES, title, body, description, kind="figures")


def _undated(edition: Edition) -> Inline:
    """How many procedures are counted of which it is not known whether they bind."""
    count = statistics.undated(edition)
    words = edition.words
    counts = written_numbers(words, count=count)
    return phrase(words, "figures.undated", **counts) if count else NOTHING


def _row_files(edition: Edition) -> Inline:
    """Where the rows are that figures are counted from."""
    names = (("procedures", "thu-tuc"), ("decisions", "quyet-dinh"), ("cuts", "thoi-han"))
    words = edition.words
    links = [link(phrase(words, f"figures.rows_{key}"), f"{name}.csv") for key, name in names]
    return join_runs(" · ", links)


def _section(name: str, edition: Edition) -> Block:
    return section_heading(edition.words, f"figures.{name}")


def _chart(key: str, made: Html, edition: Edition, *, unknown: int = 0, **values: int) -> Chart:
    """A chart; how many are not in it because the source says nothing stands in its words."""
    words = edition.words
    description = words(f"figures.{key}_text", **written_numbers(words, **values))
    if unknown:
        left_out = words(f"figures.{key}_unknown", count=words.number(unknown))
        description = f"{description} {left_out}"
    return Chart(words(f"anchor.figures.{key}"), words(f"figures.{key}"), description, made)


def _caption(key: str, edition: Edition) -> Caption:
    return Caption(edition.words("figures.table"), edition.words(f"figures.{key}"))


def _counted(counts: Mapping[str, int], names: Mapping[str, str]) -> list[tuple[str, int]]:
    """Names with their counts, the largest first."""
    found = [(names[key], count) for key, count in counts.items()]
    return sorted(found, key=lambda row: (-row[1], row[0]))


def _bars(key: str, rows: Sequence[tuple[str, int]], edition: Edition, **values: int) -> Block:
    words = edition.words
    heads = (words(f"figures.{key}_head"), words("figures.count"))
    made = table(_caption(key, edition), heads, ((n, words.number(c)) for n, c in rows))
    chart = _chart(key, made, edition, **values)
    return bars(chart, [(n, c, words.number(c)) for n, c in rows[:_TOP]])


def _procedures(edition: Edition) -> Iterator[Block | Flow]:
    words = edition.words
    living = statistics.living(edition)
    levels = statistics.count_by(living, lambda summary: summary.levels)
    fields = {
        key: sum(summary.shown and summary.current for summary in found)
        for key, found in edition.by_field.items()
    }
    online = dict(statistics.count_by(living, lambda summary: (summary.online,)))
    unstated = online.pop("not_stated", 0)
    yield _section("procedures", edition)
    names = {key: words(f"level.{key}") for key in levels}
    unlevelled = sum(not summary.levels for summary in living)
    rows = _counted(levels, names)
    if rows:
        yield _bars("by_level", rows, edition, total=len(living), unknown=unlevelled)
    named = {key: edition.field(key).name for key in fields}
    rows = [row for row in _counted(fields, named) if row[1]]
    yield _bars("by_field", rows, edition, total=len(rows))
    kinds = {key: words(f"online.{key}") for key in online}
    if online:
        rows = _counted(online, kinds)
        yield _bars("by_online", rows, edition, total=sum(online.values()), unknown=unstated)


def _over_time(edition: Edition) -> Iterator[Block | Flow]:
    """Procedures in force at the start of each quarter and today, by online level and by level.

    The series begin with the first moment at which any is known to bind.
    """
    every = statistics.quarter_ends(edition.day)
    known = statistics.in_force_on(edition, every)
    first = next((place for place, summaries in enumerate(known) if summaries), None)
    if first is None:
        return
    moments, found = every[first:], known[first:]
    names = [edition.words.day(moment) for moment in moments]
    yield _section("over_time", edition)
    for key, keys_of in (
        ("online_over_time", lambda summary: (summary.online,)),
        ("level_over_time", lambda summary: summary.levels[:1] or ("none",)),
    ):
        counts = [statistics.count_by(summaries, keys_of) for summaries in found]
        used = sorted({one for count in counts for one in count})
        if used in (["not_stated"], ["none"]):
            continue
        kind = "online" if key == "online_over_time" else "level"
        series = [
            Series(_name_of(kind, one, edition), [count.get(one, 0) for count in counts])
            for one in used
        ]
        yield _columns(key, names, series, edition)


def _name_of(kind: str, key: str, edition: Edition) -> str:
    words = edition.words
    return words(f"{kind}.{key}") if words.has(f"{kind}.{key}") else words("unknown.value")


def _columns(
    key: str, moments: Sequence[str], series: Sequence[Series], edition: Edition, unknown: int = 0
) -> Block:
    words = edition.words
    heads = (words("figures.moment"), *(one.name for one in series))
    rows = (
        (moment, *(words.number(one.values[place]) for one in series))
        for place, moment in enumerate(moments)
    )
    made = table(_caption(key, edition), heads, rows, figures=len(series))
    return columns(_chart(key, made, edition, unknown=unknown), moments, series)


def _fees(edition: Edition) -> Iterator[Block | Flow]:
    counts = dict(statistics.fee_states(edition))
    unstated = counts.pop("not_stated", 0)
    if not counts:
        return
    names = {state: edition.words(f"fee.{state}") for state in counts}
    yield _section("fees", edition)
    total = sum(counts.values())
    yield _bars("by_fee", _counted(counts, names), edition, total=total, unknown=unstated)


def _decisions(edition: Edition) -> Iterator[Block | Flow]:
    words = edition.words
    months = statistics.decisions_per_month(edition)
    if not any(count for _, count in months):
        return
    names = [words.month(date.fromisoformat(f"{key}-01")) for key, _ in months]
    yield _section("decisions", edition)
    series = [Series(words("figures.decision_count"), [count for _, count in months])]
    yield _columns("by_month", names, series, edition, count_decisions(edition).undated)


def _agencies(edition: Edition) -> Iterator[Block | Flow]:
    words = edition.words
    rows = statistics.coverage(edition)
    names = names_told_apart((row.agency for row in rows), edition)
    heads = ("agency", "count", "with_time", "with_fees", "with_process", "latest")
    cells = (
        (
            _agency(row.agency, names[row.agency], edition),
            escape_html(words.number(row.procedures)),
            *(_share(part, row.procedures, edition) for part in row.completeness),
            escape_html(format_day(row.latest, words)),
        )
        for row in rows
    )
    named = tuple(words(f"figures.{head}") for head in heads)
    made = html_table(_caption("by_agency", edition), named, cells, 1)
    yield _section("coverage", edition)
    chart = _chart("by_agency", made, edition, total=len(rows))
    yield bars(
        chart,
        [(names[row.agency], row.procedures, words.number(row.procedures)) for row in rows[:_TOP]],
    )


def _agency(key: str, name: str, edition: Edition) -> Html:
    if edition.agency(key) is None:
        return escape_line(name)
    return anchor(name, addresses.href(addresses.agency(key), addresses.FIGURES))


def _share(part: int, whole: int, edition: Edition) -> Html:
    return escape_html(edition.words.percent(round(100 * part / whole, 1)))


def _drift(edition: Edition) -> Iterator[Block | Flow]:
    words = edition.words
    found = statistics.drifts(edition)
    yield _section("drift", edition)
    yield phrase(words, "figures.drift_text", **written_numbers(words, count=len(found)))
    heads = tuple(words(f"figures.{head}") for head in ("title", "codes", "parts"))
    rows = (
        (
            escape_line(drift.title),
            _procedure_links(drift.procedures),
            escape_line(", ".join(words(f"legal_part.{part}") for part in drift.parts)),
        )
        for drift in found
    )
    if found:
        yield html_block(html_table(_caption("drift", edition), heads, rows, 3))


def _procedure_links(codes: Iterable[str]) -> Html:
    links = (
        anchor(code, addresses.href(addresses.procedure(code), addresses.FIGURES)) for code in codes
    )
    return join_html(links, escape_html(", "))


def _lateness(edition: Edition) -> Iterator[Block | Flow]:
    words = edition.words
    found = list(statistics.lateness(edition))
    if not found:
        return
    late = sorted((one for one in found if one.days > 0), key=lambda one: -one.days)
    yield _section("lateness", edition)
    counts = written_numbers(words, known=len(found), late=len(late))
    yield phrase(words, "figures.lateness_text", **counts)
    heads = tuple(words(f"figures.{head}") for head in ("decision", "last", "listed", "days"))
    rows = (
        (
            anchor(
                one.decision.number,
                addresses.href(addresses.decision(one.decision.id), addresses.FIGURES),
            ),
            escape_html(format_day(one.last, words)),
            escape_html(format_day(one.listed, words)),
            escape_html(words.number(one.days)),
        )
        for one in late
    )
    if late:
        yield html_block(html_table(_caption("lateness", edition), heads, rows, 1))
