"""The ways to submit in a table of a Word annex: each row has a time and fees of its own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.imports.word.blocks import WordLine, WordPlace
from generator.imports.word.limits import read_limits
from generator.imports.word.methods import named_methods
from generator.imports.word.paragraphs import text_of
from generator.imports.word.pasted_tables import paper_columns
from generator.imports.word.stated_fees import stated_fees
from generator.records.registers import TODO
from generator.records.stated import ChannelTime, Fee, Stated
from generator.records.version import Channel


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """A way to submit as a row prints it."""

    method: str
    time: str
    fee: str
    place: WordPlace


def read_channel_rows(rows: Sequence[Mapping[int, Sequence[WordLine]]]) -> tuple[ChannelRow, ...]:
    """The rows below a header that names ways to submit; none where one of them names no one way.

    A row maps columns to the lines of their cells.
    """
    texts = [{at: text_of(lines) for at, lines in row.items()} for row in rows]
    width = max(rows[0])
    columns = paper_columns([texts[0].get(at, "") for at in range(1, width + 1)])
    if not columns or "method" not in columns:
        return ()
    found = []
    for row, said in zip(rows[1:], texts[1:], strict=True):
        cells = {name: said.get(at, "") for at, name in enumerate(columns, 1)}
        methods = named_methods(cells["method"])
        if len(methods) != 1:
            return ()
        place = next(iter(row.values()))[0].place
        found.append(ChannelRow(methods[0], cells.get("time", ""), cells.get("fee", ""), place))
    distinct = {one.method for one in found}
    return tuple(found) if len(distinct) == len(found) else ()


def with_channel_rows(
    channels: Stated[Channel], rows: Sequence[ChannelRow], lines: Sequence[WordLine]
) -> Stated[Channel]:
    """The ways to submit with what their rows say; `lines` are those of the part."""
    by_method = {row.method: row for row in rows}
    items = []
    for channel in channels.items:
        row = by_method.get(channel.method)
        own = text_of(_lines_for(row, rows, lines)) or None
        made = replace(channel, text=own)
        if row and row.time:
            made = replace(made, time=_join_time(row.time, channel.time))
        if row and row.fee:
            made = replace(made, fees=_join_fees(row.fee, channel.fees))
        items.append(made)
    return Stated(items=tuple(items))


def _lines_for(
    row: ChannelRow | None, rows: Sequence[ChannelRow], lines: Sequence[WordLine]
) -> Iterator[WordLine]:
    """The lines of a part but those of the rows of other ways."""
    others = {(one.place.table, one.place.row) for one in rows if one is not row}
    return (line for line in lines if (line.place.table, line.place.row) not in others)


def _join_time(text: str, said: ChannelTime | None) -> ChannelTime:
    """The time of a row, with the words that the procedure has of time where it differs."""
    read = read_limits(text)
    if said is None or said.text in (None, TODO):
        return read
    if (read.value, read.unit) == (said.value, said.unit):
        return said
    return replace(read, text=f"{text}\n{said.text}")


def _join_fees(text: str, said: Stated[Fee]) -> Stated[Fee]:
    """The fees of a row, with the words that the procedure has of fees where they differ."""
    read = stated_fees(text)
    if not said.items:
        return read
    (one,), (other,) = read.items, said.items[:1]
    if (one.state, one.amount) == (other.state, other.amount):
        return said
    return Stated(items=(replace(one, text=f"{one.text}\n{other.text}"),))
