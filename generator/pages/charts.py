"""Charts as inline SVG, each with a title, a description and its table.

Lengths along the page are percentages and letters keep their size, so that a chart is as readable
on a telephone as on a desk.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.pages.markdown import folded_block, html, html_line, wide

_ROW = 46
_BAR = 16
_PLOT = 190
_TOP = 24
_OPEN_ROWS = 15
"""A table of more rows, or of more than two columns, is folded."""


@dataclass(frozen=True, slots=True)
class Chart:
    """What every chart says beside its picture."""

    id: str
    title: str
    description: str
    table: str


def bars(chart: Chart, rows: Sequence[tuple[str, float, str]]) -> str:
    """A bar for each (name, value, value as it is shown), each name above its bar."""
    most = max((value for _, value, _ in rows), default=0) or 1
    drawn = "".join(_bar(place, row, most) for place, row in enumerate(rows))
    return _figure(chart, len(rows) * _ROW, drawn)


def _bar(place: int, row: tuple[str, float, str], most: float) -> str:
    name, value, shown = row
    top = place * _ROW
    return (
        f'<text x="0" y="{top + 15}">{html_line(name)}</text>'
        f'<text x="100%" y="{top + 15}" text-anchor="end">{html_line(shown)}</text>'
        f'<rect class="ground" x="0" y="{top + 22}" width="100%" height="{_BAR}"/>'
        f'<rect class="s0" x="0" y="{top + 22}" width="{100 * value / most:.2f}%" height="{_BAR}"/>'
    )


@dataclass(frozen=True, slots=True)
class Series:
    """One quantity over time: its name and a value for each moment."""

    name: str
    values: Sequence[int]


def columns(chart: Chart, moments: Sequence[str], series: Sequence[Series]) -> str:
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
    key = _key(series) if len(series) > 1 else ""
    return _figure(chart, _TOP + _PLOT + 24, "".join(drawn), key)


def _scale(most: int) -> str:
    bottom = _TOP + _PLOT
    return (
        f'<text class="quiet" x="0" y="15">{most}</text>'
        f'<line class="axis" x1="0" x2="100%" y1="{bottom}" y2="{bottom}"/>'
    )


def _column(place: int, width: float, values: Iterable[int], most: int) -> str:
    drawn, bottom = [], float(_TOP + _PLOT)
    for number, value in enumerate(values):
        height = _PLOT * value / most
        bottom -= height
        if value:
            drawn.append(
                f'<rect class="s{number % 5}" x="{place * width + width * 0.15:.2f}%" '
                f'y="{bottom:.1f}" width="{width * 0.7:.2f}%" height="{height:.1f}"/>'
            )
    return "".join(drawn)


def _moments(moments: Sequence[str], width: float) -> list[str]:
    """The first, the middle and the last moment under the columns: there is room for no more."""
    y = _TOP + _PLOT + 18
    named = {0: ("start", 0.0), len(moments) - 1: ("end", 100.0)}
    middle = len(moments) // 2
    if len(moments) > 4:
        named[middle] = ("middle", middle * width + width / 2)
    return [
        f'<text class="quiet" x="{x:.2f}%" y="{y}" text-anchor="{anchor}">'
        f"{html(moments[place])}</text>"
        for place, (anchor, x) in named.items()
    ]


def _key(series: Sequence[Series]) -> str:
    names = "".join(
        f'<li><svg width="14" height="14" aria-hidden="true"><rect class="s{number % 5}" '
        f'width="14" height="14"/></svg> {html_line(one.name)}</li>'
        for number, one in enumerate(series)
    )
    return f'<ul class="key">{names}</ul>'


def _figure(chart: Chart, height: int, drawn: str, key: str = "") -> str:
    """The picture, what it means in words, and the table behind it."""
    name = html(chart.id)
    return (
        f'<figure class="chart"><figcaption><strong>{html_line(chart.title)}</strong> '
        f"{html_line(chart.description)}</figcaption>"
        f'<svg width="100%" height="{height}" role="img" '
        f'aria-labelledby="{name}-t {name}-d"><title id="{name}-t">{html_line(chart.title)}</title>'
        f'<desc id="{name}-d">{html_line(chart.description)}</desc>{drawn}</svg>{key}'
        f"{chart.table}</figure>"
    )


@dataclass(frozen=True, slots=True)
class Caption:
    """What a table is called: the line it folds under, and its name for those who cannot see."""

    summary: str
    name: str


def table(
    caption: Caption, heads: Sequence[str], rows: Iterable[Sequence[str]], figures: int = 1
) -> str:
    """A table that folds away; its last `figures` columns are numbers. Cells are text."""
    first = len(heads) - figures
    return html_table(caption, heads, (tuple(map(html_line, row)) for row in rows), first)


def html_table(
    caption: Caption, heads: Sequence[str], rows: Iterable[Sequence[str]], first: int
) -> str:
    """As `table`, of cells that are HTML already; numbers begin in column `first`."""
    kind = [' class="figure"' if place >= first else "" for place in range(len(heads))]
    head = "".join(
        f'<th scope="col"{cls}>{html(name)}</th>' for cls, name in zip(kind, heads, strict=True)
    )
    cells = ["".join(f"<td{c}>{said}</td>" for c, said in zip(kind, r, strict=True)) for r in rows]
    body = "".join(f"<tr>{row}</tr>" for row in cells)
    made = f'<table class="data"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    return folded_block(
        html(caption.summary),
        wide(made, caption.name),
        len(cells) <= _OPEN_ROWS and len(heads) <= 2,
    )
