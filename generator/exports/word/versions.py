"""A version as the paragraphs of an annex, and back; what Word does not carry."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass, replace
from typing import Any

from generator.exports.word.codecs import UnreadableLineError, is_open
from generator.exports.word.grammar import ABSENT, LineReader, Node
from generator.exports.word.layout import PARTS_OF_VERSION, channel_names
from generator.exports.word.record_layouts import FEES
from generator.exports.word.references import References
from generator.exports.word.styles import LineStyle, StyledLine
from generator.exports.word.time_layouts import LIMITS, ChannelLimits
from generator.law.text import repair_import
from generator.records.registers import TODO
from generator.records.stated import Stated
from generator.records.unwritten import NOT_PRINTED, doubted_title
from generator.records.version import Channel, InternalStep, Online, Postal, Version

NO_PROCESS = "Quy trình nội bộ được phê duyệt ở quyết định riêng."
"""Why an annex has no internal process: nothing is printed for it."""
NOT_CARRIED = frozenset({"identifiers", "source", "corrects", "file", "files"})
"""Fields that no Word file carries, wherever they stand: codes of other systems, where a record
was imported from, which version it corrects (the row of the decision says so), attached files."""
_ABSENT_VALUES: Mapping[str, Any] = {
    "linked_procedures": Stated(not_stated=NOT_PRINTED),
    "internal_process": Stated(not_stated=NO_PROCESS),
    "online": Online(level="not_stated", payment=None),
    "postal": Postal(receives_dossier=None, returns_result=None),
}
"""What a version has where its annex prints nothing."""
_DEFAULTS = {one.name: one.default for one in fields(Version) if one.default is not MISSING}
"""What a field has that a part, read whole, does not say."""
_PREFIXES = {
    "steps": "b",
    "channels": "c",
    "groups": "n",
    "items": "g",
    "fees": "p",
    "exemptions": "e",
    "forms": "m",
    "results": "k",
    "conditions": "d",
    "cases": "t",
    "additions": "th",
    "internal_process": "q",
}
"""How the ids of the items of a field begin; Word carries none, an import counts them."""


def print_version(version: Version, refs: References) -> dict[str, tuple[StyledLine, ...]]:
    """The paragraphs of each part with all that Word carries, by the keys of `LABELS`."""
    carried = carried_by_word(version, keeps_open=refs.keeps_open)
    return {part: tuple(_print_part(part, carried, refs)) for part in PARTS_OF_VERSION}


def _print_part(part: str, version: Version, refs: References) -> Iterator[StyledLine]:
    channels = version.channels.items
    names = channel_names(tuple(one.method for one in channels))
    if part == "time":
        limits = [ChannelLimits(time=c.time, committed_time=c.committed_time) for c in channels]
        yield from _print_shared(names, limits, LIMITS, refs)
    if part == "fees":
        yield from _print_shared(names, [one.fees for one in channels], FEES, refs)
    for one in PARTS_OF_VERSION[part]:
        value = getattr(version, one.name)
        process = one.name == "internal_process" and value.items
        if value not in (None, ()) and value != _ABSENT_VALUES.get(one.name) and not process:
            yield from one.node.print(value, refs)


def _print_shared(
    names: Sequence[str], values: Sequence[Any], node: Node, refs: References
) -> Iterator[StyledLine]:
    """Values of all channels, each printed once below the names of the channels that have it."""
    different = [value for at, value in enumerate(values) if value not in values[:at]]
    for value in different:
        if len(different) > 1:
            owners = (name for name, own in zip(names, values, strict=True) if own == value)
            yield StyledLine(LineStyle.SECTION, f"{', '.join(owners)}:")
        yield from node.print(value, refs)


def read_printed_version(
    parts: Mapping[str, Sequence[StyledLine]], given: Mapping[str, Any], refs: References
) -> tuple[dict[str, Any], list[str]]:
    """The fields of a version, and the parts that could not be read whole; these give nothing.

    `given` are fields that stand elsewhere, such as the title.
    """
    found: dict[str, Any] = dict(_ABSENT_VALUES) | dict(given)
    broken = []
    for part in PARTS_OF_VERSION:
        reader = LineReader(parts.get(part, ()), refs)
        try:
            read = _read_part(part, reader, found)
        except (UnreadableLineError, ValueError):
            read = None
        if read is None or reader.peek() is not None:
            broken.append(part)
        else:
            found |= read
    return found, broken


def _read_part(part: str, reader: LineReader, known: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    channels = known.get("channels", Stated(not_stated="")).items
    names = channel_names(tuple(one.method for one in channels))
    if part == "time" and channels:
        limits = _read_shared(names, LIMITS, reader)
        found["channels"] = _with_limits(known["channels"], limits)
    if part == "fees" and channels:
        fees = _read_shared(names, FEES, reader)
        items = zip(channels, fees, strict=True)
        made = tuple(replace(channel, fees=one) for channel, one in items)
        found["channels"] = replace(known["channels"], items=made)
    for one in PARTS_OF_VERSION[part]:
        value = one.node.read(reader)
        if value is not ABSENT or one.name in _DEFAULTS:
            found[one.name] = _DEFAULTS[one.name] if value is ABSENT else value
    return found


def _read_shared(names: Sequence[str], node: Node, reader: LineReader) -> list[Any]:
    """The value of each channel. Raises UnreadableLineError when one has none."""
    values: dict[str, Any] = {}
    line = reader.peek()
    while line and line.style == LineStyle.SECTION and line.text.endswith(":"):
        owners = line.text.removesuffix(":").split(", ")
        if not set(owners) <= set(names):
            break
        reader.take()
        value = node.read(reader)
        values |= dict.fromkeys(owners, value)
        line = reader.peek()
    if not values:
        values = dict.fromkeys(names, node.read(reader))
    if ABSENT in values.values() or len(values) < len(names):
        raise UnreadableLineError("a way to submit has no value of its own")
    return [values[name] for name in names]


def _with_limits(channels: Stated[Channel], limits: Iterable[ChannelLimits]) -> Stated[Channel]:
    pairs = zip(channels.items, limits, strict=True)
    items = tuple(
        replace(channel, time=one.time, committed_time=one.committed_time) for channel, one in pairs
    )
    return replace(channels, items=items)


def phases_of(
    steps: Iterable[InternalStep],
) -> Iterator[tuple[str | None, tuple[InternalStep, ...]]]:
    """The steps of an internal process by phase, in their order."""
    run: list[InternalStep] = []
    for step in steps:
        if run and run[-1].phase != step.phase:
            yield run[0].phase, tuple(run)
            run = []
        run.append(step)
    if run:
        yield run[0].phase, tuple(run)


def carried_by_word(version: Version, *, keeps_open: bool = False) -> Version:
    """A version without what Word does not carry, its items counted as an import counts them.

    `keeps_open`: what is still to be written keeps its notes to the drafter.
    """
    forms = {form.id: f"m{n}" for n, form in enumerate(version.forms.items, 1)}
    carried: Version = _carried(version, "", _Counts(keeps_open), forms)
    return carried


class _Counts(dict[str, int]):
    """How many items each prefix was given, and whether open texts keep their notes."""

    def __init__(self, keeps_open: bool) -> None:
        super().__init__()
        self.keeps_open = keeps_open

    def count_next(self, prefix: str) -> str:
        """The next id of a prefix."""
        self[prefix] = self.get(prefix, 0) + 1
        return f"{prefix}{self[prefix]}"


def _carried(value: Any, name: str, counts: _Counts, forms: Mapping[str, str]) -> Any:
    """A value without what Word does not carry."""
    if isinstance(value, str):
        if is_open(value) and not (counts.keeps_open or doubted_title(value)):
            return TODO
        return repair_import(value)[0]
    if isinstance(value, tuple):
        return tuple(_carried(one, name, counts, forms) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed: dict[str, Any] = {}
    for one in fields(value):
        part = getattr(value, one.name)
        if one.name in NOT_CARRIED:
            changed[one.name] = () if isinstance(part, tuple) else None
        elif one.name == "id":
            changed["id"] = counts.count_next(_PREFIXES.get(name, "x"))
        elif one.name == "forms" and isinstance(part, tuple):
            changed["forms"] = tuple(forms.get(key, key) for key in part)
        elif part == _ABSENT_VALUES.get(one.name):
            changed[one.name] = part
        else:
            inner = name if isinstance(value, Stated) else one.name
            scope = (
                counts
                if name != "channels" or isinstance(value, Stated)
                else _Counts(counts.keeps_open)
            )
            changed[one.name] = _carried(part, inner, scope, forms)
    return replace(value, **changed)
