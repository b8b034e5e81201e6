"""The state of reform in pictures: every figure is computed, and comes with its rows."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generator import addresses
from generator.model import statistics
from generator.model.edition import Edition
from generator.pages.charts import Caption, Chart, Series, bars, columns, html_table, table
from generator.pages.formatting import format_day, shown_numbers
from generator.pages.limits import limit_sections
from generator.pages.markdown import anchor, blocks, heading, html_line, link
from generator.pages.page import Page

_TOP = 15
"""How many of the largest fields and agencies a chart shows; its table has all."""


def figures_page(edition: Edition) -> Page:
    """The page of figures."""
    words = edition.words
    title = words("list.figures")
    body = blocks(
        [
            f"# {title}",
            words("figures.intro", day=format_day(edition.day, words)),
            _row_files(edition),
            *_procedures(edition),
            *_over_time(edition),
            *limit_sections(edition),
            *_fees(edition),
            *_decisions(edition),
            *_agencies(edition),
            *_drift(edition),
            *_lateness(edition),
        ]
    )
    return Page(addresses.FIGURES, title, body, words("figures.description"), kind="figures")


def _row_files(edition: Edition) -> str:
    """Where the rows are that figures are counted from."""
    names = (("procedures", "thu-tuc"), ("decisions", "quyet-dinh"), ("cuts", "thoi-han"))
    links = (link(edition.words(f"figures.rows_{key}"), f"{name}.csv") for key, name in names)
    return " · ".join(links)


def _section(name: str, anchor_: str, edition: Edition) -> str:
    return heading(2, edition.words(f"figures.{name}"), anchor_)


def _chart(name: str, key: str, made: str, edition: Edition, **values: int) -> Chart:
    words = edition.words
    description = words(f"figures.{key}_text", **shown_numbers(words, **values))
    return Chart(name, words(f"figures.{key}"), description, made)


def _caption(key: str, edition: Edition) -> Caption:
    return Caption(edition.words("figures.table"), edition.words(f"figures.{key}"))


def _counted(counts: Mapping[str, int], names: Mapping[str, str]) -> list[tuple[str, int]]:
    """Names with their counts, the largest first."""
    found = [(names[key], count) for key, count in counts.items()]
    return sorted(found, key=lambda row: (-row[1], row[0]))


def _bars(
    name: str, key: str, rows: Sequence[tuple[str, int]], edition: Edition, **values: int
) -> str:
    words = edition.words
    heads = (words(f"figures.{key}_head"), words("figures.count"))
    made = table(_caption(key, edition), heads, ((n, words.number(c)) for n, c in rows))
    chart = _chart(name, key, made, edition, **values)
    return bars(chart, [(n, c, words.number(c)) for n, c in rows[:_TOP]])


def _procedures(edition: Edition) -> Iterator[str]:
    words = edition.words
    living = statistics.living(edition)
    levels = statistics.count_by(living, lambda face: face.levels)
    fields = {
        key: sum(face.shown and face.current for face in found)
        for key, found in edition.by_field.items()
    }
    online = statistics.count_by(living, lambda face: (face.online,))
    yield _section("procedures", "thu-tuc", edition)
    names = {key: words(f"level.{key}") for key in levels}
    yield _bars("cap", "by_level", _counted(levels, names), edition, total=len(living))
    named = {key: edition.field(key).name for key in fields}
    rows = [row for row in _counted(fields, named) if row[1]]
    yield _bars("linh-vuc", "by_field", rows, edition, total=len(rows))
    kinds = {key: words(f"online.{key}") for key in online}
    yield _bars("truc-tuyen", "by_online", _counted(online, kinds), edition, total=len(living))


def _over_time(edition: Edition) -> Iterator[str]:
    """Procedures in force at the start of each quarter and today, by online level and by level."""
    moments = statistics.quarter_ends(edition.day)
    found = statistics.in_force_on(edition, moments)
    names = [edition.words.day(moment) for moment in moments]
    yield _section("over_time", "theo-thoi-gian", edition)
    for name, key, keys_of in (
        ("truc-tuyen-theo-thoi-gian", "online_over_time", lambda face: (face.online,)),
        ("cap-theo-thoi-gian", "level_over_time", lambda face: face.levels[:1] or ("none",)),
    ):
        counts = [statistics.count_by(faces, keys_of) for faces in found]
        used = sorted({one for count in counts for one in count})
        kind = "online" if key == "online_over_time" else "level"
        series = [
            Series(_name_of(kind, one, edition), [count.get(one, 0) for count in counts])
            for one in used
        ]
        yield _columns(name, key, names, series, edition)


def _name_of(kind: str, key: str, edition: Edition) -> str:
    words = edition.words
    return words(f"{kind}.{key}") if words.has(f"{kind}.{key}") else words("unknown.value")


def _columns(
    name: str, key: str, moments: Sequence[str], series: Sequence[Series], edition: Edition
) -> str:
    words = edition.words
    heads = (words("figures.moment"), *(one.name for one in series))
    rows = (
        (moment, *(words.number(one.values[place]) for one in series))
        for place, moment in enumerate(moments)
    )
    made = table(_caption(key, edition), heads, rows, figures=len(series))
    return columns(_chart(name, key, made, edition), moments, series)


def _fees(edition: Edition) -> Iterator[str]:
    counts = statistics.fee_states(edition)
    names = {state: edition.words(f"fee.{state}") for state in counts}
    yield _section("fees", "phi", edition)
    total = sum(counts.values())
    yield _bars("phi-le-phi", "by_fee", _counted(counts, names), edition, total=total)


def _decisions(edition: Edition) -> Iterator[str]:
    words = edition.words
    months = statistics.decisions_per_month(edition)
    names = [words.month(date.fromisoformat(f"{key}-01")) for key, _ in months]
    yield _section("decisions", "quyet-dinh", edition)
    series = [Series(words("figures.count"), [count for _, count in months])]
    yield _columns("quyet-dinh-theo-thang", "by_month", names, series, edition)


def _agencies(edition: Edition) -> Iterator[str]:
    words = edition.words
    rows = statistics.coverage(edition)
    heads = ("agency", "count", "with_time", "with_fees", "with_process", "latest")
    cells = (
        (
            _agency(row.agency, edition),
            words.number(row.procedures),
            *(_share(part, row.procedures, edition) for part in row.completeness),
            format_day(row.latest, words),
        )
        for row in rows
    )
    named = tuple(words(f"figures.{head}") for head in heads)
    made = html_table(_caption("by_agency", edition), named, cells, 1)
    yield _section("coverage", "co-quan", edition)
    chart = _chart("co-quan-cong-bo", "by_agency", made, edition, total=len(rows))
    yield bars(
        chart,
        [
            (edition.agency_name(row.agency), row.procedures, words.number(row.procedures))
            for row in rows[:_TOP]
        ],
    )


def _agency(key: str, edition: Edition) -> str:
    if edition.agency(key) is None:
        return html_line(key)
    return anchor(
        edition.agency_name(key), addresses.href(addresses.agency(key), addresses.FIGURES)
    )


def _share(part: int, whole: int, edition: Edition) -> str:
    return edition.words.percent(round(100 * part / whole, 1))


def _drift(edition: Edition) -> Iterator[str]:
    words = edition.words
    found = statistics.drifts(edition)
    yield _section("drift", "lech", edition)
    yield words("figures.drift_text", **shown_numbers(words, count=len(found)))
    heads = tuple(words(f"figures.{head}") for head in ("title", "codes", "parts"))
    rows = (
        (
            html_line(drift.title),
            ", ".join(
                anchor(code, addresses.href(addresses.procedure(code), addresses.FIGURES))
                for code in drift.procedures
            ),
            html_line(", ".join(words(f"legal_part.{part}") for part in drift.parts)),
        )
        for drift in found
    )
    if found:
        yield html_table(_caption("drift", edition), heads, rows, 3)


def _lateness(edition: Edition) -> Iterator[str]:
    words = edition.words
    found = list(statistics.lateness(edition))
    late = sorted((one for one in found if one.days > 0), key=lambda one: -one.days)
    yield _section("lateness", "cham", edition)
    yield words("figures.lateness_text", **shown_numbers(words, known=len(found), late=len(late)))
    heads = tuple(words(f"figures.{head}") for head in ("decision", "last", "listed", "days"))
    rows = (
        (
            anchor(
                one.decision.number,
                addresses.href(addresses.decision(one.decision.id), addresses.FIGURES),
            ),
            format_day(one.last, words),
            format_day(one.listed, words),
            words.number(one.days),
        )
        for one in late
    )
    if late:
        yield html_table(_caption("lateness", edition), heads, rows, 1)
