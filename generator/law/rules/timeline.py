"""Rules on timelines: the rows of decisions and the versions are consistent."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from generator.findings.problem import Severity
from generator.law.consequences import DOUBTS
from generator.law.intervals import ALWAYS, Event, Status, is_far
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at
from generator.law.rules.placed import PlacedRow
from generator.law.rules.sources import HOUSE, LAWMAKING, PUBLISHING


def _place(context: Context, event: Event) -> tuple[str, str, int]:
    decision = event.decision
    return context.catalogue.path("decision", decision.id), "rows", decision.rows.index(event.row)


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
        for event in timeline.events:
            if event.action != "publish" and not (begun or _begins(event)):
                number = event.decision.number
                yield at(*_place(context, event), found=code, number=number)
            begun = begun or event.version is not None


def _begins(event: Event) -> bool:
    return event.action == "replace" and event.version is not None


def _annulled_too_late(context: Context) -> Iterator[Breach]:
    """A row can be annulled only before it takes effect; afterwards, amend or abolish.

    What the other rows of that decision published is in doubt: one of them may have been meant.
    """
    for placed in context.rows:
        annuls = placed.row.annuls
        target = annuls and context.catalogue.decisions.get(annuls.decision)
        hit = target and next((r for r in target.rows if annuls and r.id == annuls.row), None)
        if not target or not hit:
            continue
        began = target.effective_of(hit)
        taken_back = placed.decision.effective_of(placed.row)
        if began and taken_back and taken_back > began:
            yield at(
                placed.file, "rows", placed.position, "annuls",
                began=began.isoformat(), found=taken_back.isoformat(), number=target.number,
                **{DOUBTS: " ".join(f"/{code}/" for row in target.rows for code in row.procedures)},
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
        seen: dict[tuple[object, object], list[Event]] = defaultdict(list)
        for event in sorted(starts, key=lambda e: e.version or ""):
            others = seen[event.effective, event.decision.signed]
            other = next((one for one in others if not _both_hold(one, event)), None)
            if other and event.action != "correct":
                values = {"found": f"{code} {event.version}", "other": str(other.version)}
                yield at(*_place(context, event), day=str(event.effective), **values)
            others.append(event)


def _both_hold(one: Event, other: Event) -> bool:
    """Whether two rows amend different parts of one procedure.

    Offices sign two decisions on one day: one publishes, the next approves the internal process.
    """
    parts = set(one.row.amended_parts)
    if one.action in ("publish", "replace") and other.action == "amend":
        return other.row.amended_parts == ("internal_process",)
    return one.action == other.action == "amend" and parts.isdisjoint(other.row.amended_parts)


def _correction_without_mistake(context: Context) -> Iterator[Breach]:
    """A `correct` row publishes a version that names the earlier version it corrects."""
    for placed in context.rows:
        row = placed.row
        if row.action != "correct":
            continue
        version = context.catalogue.version(row.procedure or "", row.version or "")
        if version and not version.corrects:
            file = context.catalogue.path("version", f"{row.procedure}/{row.version}")
            yield at(file, "version", found=row.version, number=placed.decision.number)


def _corrects_later(context: Context) -> Iterator[Breach]:
    """What is corrected came before, and the row that publishes the correction is `correct`."""
    for file, version in context.requested_records("version"):
        if not version.corrects:
            continue
        key = f"{version.procedure}/{version.version}"
        action = context.binding_actions.get(key, "correct")
        if version.corrects >= version.version or action != "correct":
            yield at(file, "corrects", found=version.corrects, version=version.version)


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
            doubted = any(event.is_doubtful for event in timeline.events)
            carried = timeline.carrier_of(interval.version) or doubted
            if end and not carried and end.action not in ("correct", "abolish"):
                found = f"{context.titled(code)} {interval.version}"
                number = interval.begun_by.decision.number
                yield at(*_place(context, end), found=found, other=number)


def _out_of_order(context: Context) -> Iterator[Breach]:
    """The counter of versions follows the order of signing."""
    for code, timeline in context.timelines.items():
        begun = [e for e in timeline.events if e.version and e.decision.signed]
        for earlier, later in pairwise(begun):
            if (later.version or "") < (earlier.version or ""):
                values = {"found": f"{code} {later.version}", "other": str(earlier.version)}
                yield at(*_place(context, later), **values)


def _after_the_end(context: Context) -> Iterator[Breach]:
    """What was abolished or replaced is not amended, corrected or ended again."""
    yield from _draft_after_the_end(context)
    for code, timeline in context.timelines.items():
        ended: Event | None = None
        for event in timeline.events:
            if event in timeline.annulled:
                continue
            if (ended and event.action in ("amend", "correct", "abolish")) or _ends_again(
                ended, event
            ):
                values = {"number": ended.decision.number, "row": ended.row.id} if ended else {}
                if event.version:
                    values[DOUBTS] = context.catalogue.path("version", f"{code}/{event.version}")
                yield at(*_place(context, event), found=context.titled(code), **values)
            ended = event if event.version is None else None


def _draft_after_the_end(context: Context) -> Iterator[Breach]:
    """What a draft is to amend or end has not ended by the day on which the draft takes effect."""
    for placed in context.rows if any(row.decision.is_draft for row in context.rows) else ():
        changes = placed.decision.is_draft and placed.row.action in ("amend", "correct", "abolish")
        for code in placed.row.procedures if changes else ():
            timeline = context.timelines.get(code)
            day = placed.row.effective or placed.decision.effective or context.day
            over = timeline and timeline.status(day) in _OVER
            ends = [one for one in timeline.events if one.version is None] if timeline else []
            if over and ends and ends[-1].decision.id != placed.decision.id:
                values = {"number": ends[-1].decision.number, "row": ends[-1].row.id}
                place = ("rows", placed.position, "procedure")
                yield at(placed.file, *place, found=context.titled(code), **values)


def _ends_again(ended: Event | None, event: Event) -> bool:
    return ended is not None and event.version is None and event.reference != ended.reference


def _replaced_in_a_circle(context: Context) -> Iterator[Breach]:
    """No procedure is replaced, on one day and at the end of the chain, by itself.

    One that was replaced may come back on a later day.
    """
    chains: dict[object, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for placed in context.binding_rows:
        for old in placed.row.replaces:
            heirs = (target.procedure for target in placed.row.by)
            chains[placed.decision.effective_of(placed.row)][old].update(heirs)
    for placed in context.binding_rows:
        following = chains[placed.decision.effective_of(placed.row)]
        own = [target.procedure for target in placed.row.by]
        for position, old in enumerate(placed.row.replaces):
            if old in _reached(old, following):
                inner = ("by", own.index(old)) if old in own else ("replaces", position)
                yield at(placed.file, "rows", placed.position, *inner, found=context.titled(old))


def _reached(start: str, following: Mapping[str, Iterable[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(following.get(start, ()))
    while waiting:
        code = waiting.pop()
        if code not in found:
            found.add(code)
            waiting.extend(following.get(code, ()))
    return found


def _annuls_in_vain(context: Context) -> Iterator[Breach]:
    """An annulment takes back a row that does something, and only once."""
    seen: set[object] = set()
    for placed in context.rows:
        annuls = placed.row.annuls
        if annuls is None:
            continue
        decision = context.catalogue.decisions.get(annuls.decision)
        rows = decision.rows if decision else ()
        void = any(row.id == annuls.row and row.action == "annul" for row in rows)
        if void or annuls in seen:
            yield at(placed.file, "rows", placed.position, "annuls", found=annuls.row)
        seen.add(annuls)


def _published_again(context: Context) -> Iterator[Breach]:
    """A procedure in force is amended or replaced; only a standardisation restates it."""
    for code, timeline in context.timelines.items():
        alive = False
        for event in timeline.events:
            if event in timeline.annulled:
                continue
            restated = "standardisation" in event.decision.kinds
            if event.action == "publish" and alive and not restated:
                yield at(*_place(context, event), "action", found=code)
            alive = event.version is not None


def _signed_tomorrow(context: Context) -> Iterator[Breach]:
    """Nothing is signed after today."""
    for key, decision in context.catalogue.decisions.items():
        if decision.signed and decision.signed > context.day:
            file = context.catalogue.path("decision", key)
            named = sorted({code for row in decision.rows for code in row.procedures})
            doubts = {DOUBTS: " ".join(f"/{code}/" for code in named)}
            values = {"found": decision.signed.isoformat(), "day": context.day.isoformat()}
            yield at(file, "signed", **values, **doubts)


def _same_as_the_decision(context: Context) -> Iterator[Breach]:
    """A row's own date is written only where it differs from the decision's."""
    for placed in context.rows:
        day = placed.row.effective
        if day and day == placed.decision.effective:
            yield at(placed.file, "rows", placed.position, "effective", found=day.isoformat())


def _linked_to_the_past(context: Context) -> Iterator[Breach]:
    """What is in force is done together with what is in force."""
    for published in context.requested_current_versions:
        if not published.interval.covers(context.day):
            continue
        for position, link in enumerate(published.version.linked_procedures.items):
            other = context.timelines.get(link.procedure)
            over = other and other.status(context.day) in _OVER
            if over and link.procedure != published.version.procedure:
                place = ("linked_procedures", "items", position, "procedure")
                yield at(published.file, *place, found=link.procedure)


_OVER = (Status.ABOLISHED, Status.REPLACED, Status.ANNULLED)
RULES = (
    Rule("TL101", Severity.ERROR, HOUSE, _published_twice),
    Rule("TL102", Severity.ERROR, PUBLISHING, _without_predecessor),
    Rule("TL103", Severity.ERROR, HOUSE, _annulled_too_late),
    Rule("TL104", Severity.ERROR, HOUSE, _same_day),
    Rule("TL105", Severity.ERROR, HOUSE, _correction_without_mistake),
    Rule("TL108", Severity.INFO, LAWMAKING, _effect_before_signing),
    Rule("TL109", Severity.WARNING, HOUSE, _overtaken),
    Rule("TL110", Severity.WARNING, HOUSE, _out_of_order),
    Rule("TL111", Severity.ERROR, PUBLISHING, _after_the_end),
    Rule("TL112", Severity.ERROR, PUBLISHING, _replaced_in_a_circle),
    Rule("TL113", Severity.ERROR, HOUSE, _corrects_later, per_file=True),
    Rule("TL114", Severity.ERROR, HOUSE, _annuls_in_vain),
    Rule("TL115", Severity.WARNING, PUBLISHING, _published_again),
    Rule("TL117", Severity.WARNING, HOUSE, _signed_tomorrow),
    Rule("TL118", Severity.WARNING, HOUSE, _same_as_the_decision),
    Rule("TL120", Severity.WARNING, HOUSE, _linked_to_the_past, per_file=True),
)
