"""Rules on values of a version that others of it contradict: one against two.

Records that were imported are as their source has them, and are not judged here.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.findings.problem import Pointer, Severity, Wording
from generator.law.consequences import BECAUSE
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at, here
from generator.law.rules.sources import FEES, HOUSE, PRACTICE, TIME_LIMITS
from generator.records.version import Version

_TENFOLD = 10
_COUNTS_OF_TIME = ("working_day", "day", "hour", "month")


def _level_of_nobody(context: Context) -> Iterator[Breach]:
    """Where every body of a version is of another tier than the version, its tier is wrong."""
    agencies = context.catalogue.agencies
    for published in context.requested_current_versions:
        version = published.version
        parts = (*version.agencies.executing.items, *version.agencies.receiving.items)
        known = [agency for part in parts if (agency := agencies.get(part.agency or ""))]
        tiers = {agency.level for agency in known if agency.level}
        single = len(version.levels.items) == 1 and version.source is None
        if single and len(known) > 1 and len(tiers) == 1 and version.levels.items[0] not in tiers:
            found = Wording((f"level.{version.levels.items[0]}",))
            values = {"found": found, "wanted": Wording((f"level.{tiers.pop()}",))}
            names = ", ".join(dict.fromkeys(agency.name for agency in known))
            yield at(published.file, "levels", "items", 0, names=names, **values)


def _decided_by_a_stranger(context: Context) -> Iterator[Breach]:
    """Who decides is who executes, or stands above or below it."""
    agencies = context.catalogue.agencies
    for published in context.requested_current_versions:
        version = published.version
        executing = [part.agency for part in version.agencies.executing.items]
        if version.source is not None or not executing or None in executing:
            continue
        near = {key for one in executing if one for key in _line_of(one, context)}
        for position, part in enumerate(version.agencies.deciding.items):
            agency = agencies.get(part.agency or "")
            if agency and agency.kind != "counter" and not near & _line_of(agency.id, context):
                place = ("agencies", "deciding", "items", position, "agency")
                others = ", ".join(
                    agencies[one].name for one in executing if one and one in agencies
                )
                named = [part.agency or "", *filter(None, executing)]
                because = " ".join(context.catalogue.path("agency", one) for one in named)
                values = {"found": agency.name, "others": others, BECAUSE: because}
                yield at(published.file, *place, **values)


def _line_of(key: str, context: Context) -> set[str]:
    """An agency and those above it."""
    agencies = context.catalogue.agencies
    found: set[str] = set()
    waiting: str | None = key
    while waiting and waiting in agencies and waiting not in found:
        found.add(waiting)
        waiting = agencies[waiting].parent
    return found


def _days_of_another_kind(version: Version) -> Iterator[Breach]:
    """One figure, of one unit by one way to submit and of another unit by another way."""
    units: dict[tuple[str, float], dict[str, list[Pointer]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for position, channel in enumerate(version.channels.items):
        for key in ("time", "committed_time"):
            time = getattr(channel, key)
            if time and time.value and time.unit in _COUNTS_OF_TIME:
                place = ("channels", "items", position, key, "unit")
                units[key, time.value][time.unit].append(place)
    for (_, value), places in units.items():
        if len(places) > 1:
            rarest = min(
                reversed(places),
                key=lambda unit: (not _is_belied(version, places[unit], value), len(places[unit])),
            )
            usual = next(unit for unit in places if unit != rarest)
            other = Wording((f"unit.{usual}",))
            way = version.channels.items[int(places[usual][0][2])].method
            values = {"found": Wording((f"unit.{rarest}",)), "other": other, "value": f"{value:g}"}
            yield here(*places[rarest][-1], proper=usual, way=Wording((f"method.{way}",)), **values)


def _is_belied(version: Version, places: Iterable[Pointer], value: float) -> bool:
    """Whether the words beside one of some times count by the other kind of days."""
    for _, _, position, key, _ in places:
        time = getattr(version.channels.items[int(position)], str(key))
        said = re.search(rf"(?<![\d.,]){value:g} ngày( làm việc)?", time.text or "")
        if said and bool(said[1]) != (time.unit == "working_day"):
            return True
    return False


def _promised_a_tenth(version: Version) -> Iterator[Breach]:
    """An office promises less than the limit, but hardly a tenth of it: a nought was lost."""
    for position, channel in enumerate(version.channels.items):
        time, promised = channel.time, channel.committed_time
        pair = (time.value, promised.value) if promised and time.unit == promised.unit else ()
        limit, less = pair or (None, None)
        if limit and less and less * _TENFOLD <= limit:
            place = ("channels", "items", position, "committed_time", "value")
            yield here(*place, found=f"{less:g}", limit=f"{limit:g}")


def _fee_of_another_unit(version: Version) -> Iterator[Breach]:
    """One charge is counted by the same unit, whichever way a dossier is submitted."""
    first: dict[tuple[object, ...], str] = {}
    for position, channel in enumerate(version.channels.items):
        for index, fee in enumerate(channel.fees.items):
            same = first.setdefault((fee.name, fee.kind, channel.case), fee.unit or "")
            if fee.name and fee.unit and same and fee.unit != same:
                place = ("channels", "items", position, "fees", "items", index, "unit")
                yield here(*place, found=fee.unit, other=same, name=fee.name)


def _fee_on_another_ground(version: Version) -> Iterator[Breach]:
    """One charge rests on the same text, whichever way a dossier is submitted."""
    first: dict[tuple[object, ...], str] = {}
    for position, channel in enumerate(version.channels.items):
        for index, fee in enumerate(channel.fees.items):
            key = (fee.name, fee.kind, channel.case, fee.state, fee.amount)
            same = first.setdefault(key, fee.basis or "")
            if fee.name and fee.basis and same and fee.basis != same:
                place = ("channels", "items", position, "fees", "items", index, "basis")
                yield here(*place, found=fee.basis, other=same, name=fee.name)


_WARNING = Severity.WARNING
_VERSION = ("version",)
RULES = (
    Rule("CQ837", _WARNING, HOUSE, _level_of_nobody, per_file=True),
    Rule("CQ838", _WARNING, PRACTICE, _decided_by_a_stranger, per_file=True),
    Rule("PT151", _WARNING, TIME_LIMITS, _days_of_another_kind, _VERSION, written_here=True),
    Rule("PT152", _WARNING, PRACTICE, _promised_a_tenth, _VERSION, written_here=True),
    Rule("PT155", _WARNING, FEES, _fee_on_another_ground, _VERSION, written_here=True),
    Rule("PT153", _WARNING, FEES, _fee_of_another_unit, _VERSION, written_here=True),
)
