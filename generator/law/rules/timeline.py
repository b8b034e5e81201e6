"""Rules on timelines: the rows of decisions and the versions are consistent."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from generator.findings.problem import Severity, Wording
from generator.law.changes import changed_parts
from generator.law.consequences import DOUBTS, UNPUBLISHED
from generator.law.intervals import ALWAYS, Event, Interval, is_far
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at
from generator.law.rules.placed import (
    PlacedRow,
    place_of_event,
    procedures_of,
    resting_on_events,
    row_of,
)
from generator.law.rules.sources import HOUSE, LAWMAKING, PUBLISHING


def _published_twice(context: Context) -> Iterator[Breach]:
    """A version is brought into force by one row only, annulled rows aside."""
    first: dict[str, PlacedRow] = {}
    for placed in context.binding_rows:
        for target in placed.row.published:
            other = first.setdefault(target.key, placed)
            if (other.file, other.position) != (placed.file, placed.position):
                heirs = placed.row.by
                inner = ("by", heirs.index(target)) if target in heirs else ()
                values = {
                    "found": f"{context.titled(target.procedure)} {target.version}",
                    "other": other.decision.number,
                    "row": other.row.id,
                    "code": target.procedure,
                }
                yield at(placed.file, "rows", placed.position, *inner, **values)


def _without_predecessor(context: Context) -> Iterator[Breach]:
    """Only what was published before can be amended, corrected or ended."""
    if not context.all_decisions_read:
        return
    for code, timeline in context.timelines.items():
        begun = False
        for event in timeline.binding:
            undated = event.effective is None and _begun_by_then(event, timeline.binding)
            if event.action != "publish" and not (begun or undated or _begins(event)):
                values = {"found": context.titled(code), "number": event.decision.number}
                if missing := _unpublished(context, code, timeline.binding):
                    values[UNPUBLISHED] = missing
                later = [one for one in timeline.binding if one.action == "publish"]
                values |= resting_on_events(context.catalogue, event, *later[:1])
                mend = _how_it_began(event, missing)
                yield at(*place_of_event(context.catalogue, event), mend=mend, **values)
            begun = begun or event.version is not None


_FIRST = "v001"


def _unpublished(context: Context, code: str, events: Iterable[Event]) -> str:
    """The first version of a procedure, where it is there and no row publishes it; else empty."""
    versions = [ref.key.rpartition("/")[2] for ref in context.catalogue.version_refs.get(code, ())]
    published = {event.version for event in events}
    return next((one for one in versions[:1] if one not in published), "")


def _how_it_began(event: Event, missing: str) -> Wording:
    """What to do about a procedure that no row published before an event."""
    if missing:
        return Wording(("hint.published_by_no_row",), values={"missing": missing})
    first = event.action == "amend" and event.version == _FIRST
    return Wording((f"hint.{'publish_first' if first else 'published_where'}",))


def _begun_by_then(undated: Event, events: Iterable[Event]) -> bool:
    """Whether a decision signed no later published the procedure that a row without a day of
    effect changes: such a row stands before all others of its day.
    """
    signed = undated.decision.signed
    days = [e.decision.signed for e in events if e.action == "publish" and e.decision.signed]
    return signed is not None and any(day <= signed for day in days)


def _begins(event: Event) -> bool:
    return event.action == "replace" and event.version is not None


def _annulled_too_late(context: Context) -> Iterator[Breach]:
    """A row can be annulled only before it takes effect; afterwards, amend or abolish.

    What the other rows of that decision published is in doubt: one of them may have been meant.
    """
    for placed in context.rows:
        annuls = placed.row.annuls
        target = annuls and context.catalogue.decisions.get(annuls.decision)
        hit = annuls and target and row_of(target, annuls.row)
        if not target or not hit:
            continue
        began = target.effective_of(hit)
        taken_back = placed.decision.effective_of(placed.row)
        if began and taken_back and taken_back > began:
            yield at(
                placed.file, "rows", placed.position, "annuls",
                began=began.isoformat(), found=taken_back.isoformat(), number=target.number,
                **{DOUBTS: " ".join(f"/{code}/" for code in procedures_of(target))},
            )  # fmt: skip


def _same_day(context: Context) -> Iterator[Breach]:
    """Two versions of one procedure cannot begin on one day by decisions signed on one day.

    They may where each amends other parts: the later one carries what the earlier one changed.
    """
    for code, timeline in context.timelines.items():
        starts = [
            i.begun_by
            for i in (*timeline.intervals, *timeline.overtaken)
            if i.begun_by.effective and i.begun_by.decision.signed
        ]
        seen: dict[tuple[object, object], dict[object, Event]] = defaultdict(dict)
        for event in sorted(starts, key=lambda e: e.version or ""):
            others = seen[event.effective, event.decision.signed]
            other = next((one for one in others.values() if not _both_hold(one, event)), None)
            if other and event.action != "correct":
                file = context.catalogue.path("version", f"{code}/{event.version}")
                values = {"found": f"{code} {event.version}", "other": str(other.version)}
                values |= {"day": str(event.effective), "file": file}
                yield at(*place_of_event(context.catalogue, event), **values)
            others.setdefault((event.action, event.row.amended_parts), event)


def _both_hold(one: Event, other: Event) -> bool:
    """Whether two rows amend different parts of one procedure.

    Offices sign two decisions on one day: one publishes, the next approves the internal process.
    """
    parts = set(one.row.amended_parts)
    if one.action in ("publish", "replace") and other.action == "amend":
        return other.amends_process_alone
    return one.action == other.action == "amend" and parts.isdisjoint(other.row.amended_parts)


def _effect_before_signing(context: Context) -> Iterator[Breach]:
    """A retroactive effect is lawful only when the text states it: worth a second look."""
    for placed in context.rows:
        began = placed.decision.effective_of(placed.row)
        signed = placed.decision.signed
        far = placed.row.action != "correct" and is_far(signed, began)
        if began and began < (signed or ALWAYS) and not far:
            found = began.isoformat()
            yield at(placed.file, "rows", placed.position, found=found, signed=str(signed))


def _overtaken(context: Context) -> Iterator[Breach]:
    """A version that never takes effect was annulled or corrected, or a date is wrong."""
    for code, timeline in context.timelines.items():
        for interval in timeline.overtaken:
            end = interval.ended_by
            carried = timeline.carrier_of(interval.version) or timeline.is_doubtful
            if end and not carried and end.action not in ("correct", "abolish"):
                found = f"{context.titled(code)} {interval.version}"
                number = interval.begun_by.decision.number
                place = place_of_event(context.catalogue, end)
                yield at(*place, found=found, other=number, still=_still_to_hold(interval))


def _still_to_hold(interval: Interval) -> Wording:
    """What to do where a version that was overtaken is to hold from its day all the same."""
    if not interval.start or not interval.ended_by or not interval.ended_by.version:
        return Wording(("hint.no_other_way",))
    return Wording(("hint.amend_it_too",), values={"version": interval.version})


def _out_of_order(context: Context) -> Iterator[Breach]:
    """The counter of versions follows the order of signing."""
    for code, timeline in context.timelines.items():
        begun = [e for e in timeline.events if e.version and e.decision.signed]
        for earlier, later in pairwise(begun):
            if (later.version or "") < (earlier.version or ""):
                values = {"found": f"{code} {later.version}", "other": str(earlier.version)}
                values |= resting_on_events(context.catalogue, earlier, later)
                yield at(*place_of_event(context.catalogue, later), **values)


def _annuls_in_vain(context: Context) -> Iterator[Breach]:
    """An annulment takes back a row that does something, and only once."""
    seen: set[object] = set()
    for placed in context.rows:
        annuls = placed.row.annuls
        if annuls is None:
            continue
        decision = context.catalogue.decisions.get(annuls.decision)
        hit = row_of(decision, annuls.row) if decision else None
        if (hit and hit.action == "annul") or annuls in seen:
            yield at(placed.file, "rows", placed.position, "annuls", found=annuls.row)
        seen.add(annuls)


def _published_again(context: Context) -> Iterator[Breach]:
    """A procedure in force is amended or replaced; only a standardisation restates it."""
    for code, timeline in context.timelines.items():
        alive, ended = None, None
        for event in timeline.binding:
            if ended and event.is_before_end(ended):
                continue
            restated = "standardisation" in event.decision.kinds
            if event.action == "publish" and alive and not restated:
                keys = _changed_keys(context, code, alive, event.version or "")
                place = place_of_event(context.catalogue, event)
                yield at(*place, "action", found=code, keys=keys)
            alive, ended = event.version, None if event.version else event


def _changed_keys(context: Context, code: str, before: str, after: str) -> Wording:
    """The parts that one version has otherwise than another, as `amended_parts` names them."""
    one, other = (context.catalogue.version(code, version) for version in (before, after))
    parts = sorted(changed_parts(one, other)) if one and other else ()
    if not parts:
        return Wording(("hint.any_part",))
    return Wording(("hint.these_parts",), values={"keys": ", ".join(f"`- {p}`" for p in parts)})


def _signed_tomorrow(context: Context) -> Iterator[Breach]:
    """Nothing is signed after today."""
    for key, decision in context.catalogue.decisions.items():
        if decision.signed and decision.signed > context.day:
            file = context.catalogue.path("decision", key)
            doubts = {DOUBTS: " ".join(f"/{code}/" for code in procedures_of(decision))}
            values = {"found": decision.signed.isoformat(), "day": context.day.isoformat()}
            yield at(file, "signed", **values, **doubts)


def _same_as_the_decision(context: Context) -> Iterator[Breach]:
    """A row's own date is written only where it differs from the decision's."""
    for placed in context.rows:
        day = placed.row.effective
        if day and day == placed.decision.effective:
            yield at(placed.file, "rows", placed.position, "effective", found=day.isoformat())


RULES = (
    Rule("TL101", Severity.ERROR, HOUSE, _published_twice),
    Rule("TL102", Severity.ERROR, PUBLISHING, _without_predecessor),
    Rule("TL103", Severity.ERROR, HOUSE, _annulled_too_late),
    Rule("TL104", Severity.ERROR, HOUSE, _same_day),
    Rule("TL108", Severity.INFO, LAWMAKING, _effect_before_signing),
    Rule("TL109", Severity.WARNING, HOUSE, _overtaken),
    Rule("TL110", Severity.WARNING, HOUSE, _out_of_order),
    Rule("TL114", Severity.ERROR, HOUSE, _annuls_in_vain),
    Rule("TL115", Severity.WARNING, PUBLISHING, _published_again),
    Rule("TL117", Severity.WARNING, HOUSE, _signed_tomorrow),
    Rule("TL118", Severity.WARNING, HOUSE, _same_as_the_decision),
)
