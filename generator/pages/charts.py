"""Charts as inline SVG, each with a title, a description and its table.

Lengths along the page are percentages and letters keep their size, so that a chart is as readable
on a telephone as on a desk.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.pages.nodes.blocks import Block, html_block
from generator.pages.nodes.html import (
    EMPTY,
    Html,
    element,
    escape_html,
    escape_line,
    folded_block,
    join_html,
    shape,
    wide,
)

_ROW = 46
_BAR = 16
_PLOT = 190
_TOP = 24
_OPEN_ROWS = 15
"""A table of more rows, or of more than two columns, is folded."""


@dataclass(frozen=True, slots=True)
class Chart:
    """What every chart has around its picture."""

    id: str
    title: str
    description: str
    table: Html


def bars(chart: Chart, rows: Sequence[tuple[str, float, str]]) -> Block:
    """A bar for each (name, value, value as it is shown), each name above its bar."""
    most = max((value for _, value, _ in rows), default=0) or 1
    drawn = join_html(_bar(place, row, most) for place, row in enumerate(rows))
    return _figure(chart, len(rows) * _ROW, drawn)


def _bar(place: int, row: tuple[str, float, str], most: float) -> Html:
    name, value, shown = row
    baseline, top = place * _ROW + 15, place * _ROW + 22
    width = f"{100 * value / most:.2f}%"
    return join_html(
        [
            element("text", escape_line(name), x=0, y=baseline),
            element("text", escape_line(shown), x="100%", y=baseline, text_anchor="end"),
            shape("rect", class_="ground", x=0, y=top, width="100%", height=_BAR),
            shape("rect", class_="s0", x=0, y=top, width=width, height=_BAR),
        ]
    )


@dataclass(frozen=True, slots=True)
class Series:
    """One quantity over time: its name and a value for each moment."""

    name: str
    values: Sequence[int]


def columns(chart: Chart, moments: Sequence[str], series: Sequence[Series]) -> Block:
    """Stacked columns over time, with a key when there is more than one series."""
    totals = [sum(values) for values in zip(*(one.values for one in series), strict=True)]
    most = max(totals, default=0) or 1
    width = 100 / max(len(moments), 1)
    drawn = [_scale(most)]
    drawn += [
        _column(place, width, [one.values[place] for one in series], most)
        for place in range(len(moments))
    ]
    drawn += _moments(moments, width)
    key = _key(series) if len(series) > 1 else EMPTY
    return _figure(chart, _TOP + _PLOT + 24, join_html(drawn), key)


def _scale(most: int) -> Html:
    bottom = _TOP + _PLOT
    figure = element("text", escape_html(str(most)), class_="quiet", x=0, y=15)
    axis = shape("line", class_="axis", x1=0, x2="100%", y1=bottom, y2=bottom)
    return join_html([figure, axis])


def _column(place: int, width: float, values: Iterable[int], most: int) -> Html:
    drawn, bottom = [], float(_TOP + _PLOT)
    for number, value in enumerate(values):
        height = _PLOT * value / most
        bottom -= height
        if value:
            drawn.append(
                shape(
                    "rect",
                    class_=f"s{number % 5}",
                    x=f"{place * width + width * 0.15:.2f}%",
                    y=f"{bottom:.1f}",
                    width=f"{width * 0.7:.2f}%",
                    height=f"{height:.1f}",
                )
            )
    return join_html(drawn)


def _moments(moments: Sequence[str], width: float) -> list[Html]:
    """The first, the middle and the last moment under the columns: there is room for no more."""
    y = _TOP + _PLOT + 18
    named = {0: ("start", 0.0), len(moments) - 1: ("end", 100.0)}
    middle = len(moments) // 2
    if len(moments) > 4:
        named[middle] = ("middle", middle * width + width / 2)
    return [
        element(
            "text",
            escape_html(moments[place]),
            class_="quiet",
            x=f"{x:.2f}%",
            y=y,
            text_anchor=anchor,
        )
        for place, (anchor, x) in named.items()
    ]


def _key(series: Sequence[Series]) -> Html:
    """Which colour is which series."""
    items = (_key_item(number % 5, one.name) for number, one in enumerate(series))
    return element("ul", *items, class_="key")


def _key_item(colour: int, name: str) -> Html:
    square = shape("rect", class_=f"s{colour}", width=14, height=14)
    drawn = element("svg", square, width=14, height=14, aria_hidden="true")
    return element("li", drawn, escape_html(" "), escape_line(name))


def _figure(chart: Chart, height: int, drawn: Html, key: Html = EMPTY) -> Block:
    """The picture, what it means in words, and the table behind it."""
    title, description = escape_line(chart.title), escape_line(chart.description)
    picture = element(
        "svg",
        element("title", title, id=f"{chart.id}-t"),
        element("desc", description, id=f"{chart.id}-d"),
        drawn,
        width="100%",
        height=height,
        role="img",
        aria_labelledby=f"{chart.id}-t {chart.id}-d",
    )
    caption = element("figcaption", element("strong", title), escape_html(" "), description)
    return html_block(element("figure", caption, picture, key, chart.table, class_="chart"))


@dataclass(frozen=True, slots=True)
class Caption:
    """What a table is called: the line it folds under, and its name for those who cannot see."""

    summary: str
    name: str


def table(
    caption: Caption, heads: Sequence[str], rows: Iterable[Sequence[str]], figures: int = 1
) -> Html:
    """A table that folds away; its last `figures` columns are numbers. Cells are text."""
    first = len(heads) - figures
    return html_table(caption, heads, (tuple(map(escape_line, row)) for row in rows), first)


def html_table(
    caption: Caption, heads: Sequence[str], rows: Iterable[Sequence[Html]], first: int
) -> Html:
    """As `table`, of cells that are HTML already; numbers begin in column `first`."""
    kinds = ["figure" if place >= first else None for place in range(len(heads))]
    named = zip(kinds, heads, strict=True)
    head = element(
        "tr", *(element("th", escape_html(name), scope="col", class_=kind) for kind, name in named)
    )
    cells = [
        element("tr", *(element("td", c, class_=k) for k, c in zip(kinds, row, strict=True)))
        for row in rows
    ]
    made = element("table", element("thead", head), element("tbody", *cells), class_="data")
    opened = len(cells) <= _OPEN_ROWS and len(heads) <= 2
    return folded_block(escape_html(caption.summary), wide(made, caption.name), opened)
