"""Rules on decisions: a decision states what it changes, why, and by whom."""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from generator.findings.problem import Severity, Wording
from generator.law.changes import changed_parts, changes
from generator.law.citations import parse
from generator.law.consequences import BECAUSE
from generator.law.intervals import Event, Interval
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at, here
from generator.law.rules.placed import PlacedRow, comparing, place_of_event, resting_on
from generator.law.rules.sources import (
    CONTENT_OF_A_DECISION,
    FORM_OF_A_DECISION,
    HOUSE,
    PRACTICE,
    SIGNED_COPY,
    WHO_PUBLISHES,
)
from generator.law.titles import comparable
from generator.records.decision import Decision, Row
from generator.records.registers import PROVISIONAL_ID
from generator.records.version import Version

_DEPUTY_CHAIRMAN = "phó chủ "
_DEPUTY = ("phó", "thứ trưởng")
_HEAD = ("bộ trưởng", "chủ tịch", "giám đốc", "cục trưởng", "tổng giám đốc")
_OTHER_KEYS = {"*late": "late_submission", "*description": "description"}
"""Of what a part has once, the key where it has a name of its own."""
_COUNTED = ("publish", "amend", "replace", "abolish")


def _amended_without_ground(decision: Decision) -> Iterator[Breach]:
    """An amendment, an end or a replacement names the text that demands it.

    An internal process is approved by the decision itself.
    """
    for position, row in enumerate(decision.rows):
        demanded = set(row.amended_parts) != {"internal_process"}
        if row.action in ("amend", "replace", "abolish") and demanded and not row.grounds:
            yield here("rows", position, action=Wording((f"action.{row.action}",)))


def _abolished_without_code(decision: Decision) -> Iterator[Breach]:
    """An abolition gives the code of what it ends, if it ever had one."""
    for position, row in enumerate(decision.rows):
        if row.action == "abolish" and (row.procedure or "").startswith(PROVISIONAL_ID):
            yield here("rows", position, "procedure", found=row.procedure)


def _undeclared(context: Context) -> Iterator[Breach]:
    """Whatever differs between two versions is named in `amended_parts`.

    A decision that cannot be read may hold the row that came between them.
    """
    if not context.all_decisions_read:
        return
    for placed, before, after in context.requested_amendments:
        left_out = sorted(changed_parts(before, after) - set(placed.row.amended_parts))
        if left_out and placed.row.amended_parts:
            yield at(
                placed.file, "rows", placed.position, "amended_parts",
                found=_parts(left_out), keys=", ".join(f"`- {part}`" for part in left_out),
                before=before.version, after=after.version, known=_keys_of(left_out, before, after),
                **comparing(context.catalogue, left_out, before, after),
            )  # fmt: skip


def _keys_of(parts: list[str], before: Version, after: Version) -> str:
    """The keys of a version under which some parts stand that differ."""
    found = (
        _OTHER_KEYS.get(one.item, one.part) for one in changes(before, after) if one.part in parts
    )
    return ", ".join(f"`{key}`" for key in dict.fromkeys(found))


def _declared_in_vain(context: Context) -> Iterator[Breach]:
    """What `amended_parts` names really differs; all decisions must be read, as above."""
    if not context.all_decisions_read:
        return
    for placed, before, after in context.requested_amendments:
        changed = changed_parts(before, after)
        for index, part in enumerate(placed.row.amended_parts):
            if part not in changed:
                yield at(
                    placed.file, "rows", placed.position, "amended_parts", index,
                    found=_parts([part]), keys=part, before=before.version, after=after.version,
                    instead=_instead(placed.row, changed, after),
                    **resting_on(context.catalogue, before, after),
                )  # fmt: skip


def _instead(row: Row, changed: AbstractSet[str], after: Version) -> Wording:
    """What to do with a part that did not change: what changed is named, else nothing did."""
    others = sorted(changed - set(row.amended_parts))
    if others:
        named = ", ".join(f"`- {part}`" for part in others)
        return Wording(("hint.other_parts",), values={"keys": named})
    if changed:
        return Wording(("hint.part_too_many",))
    return Wording(("hint.nothing_amended",), values={"after": after.version})


def _parts(names: list[str]) -> Wording:
    return Wording(tuple(f"legal_part.{name}" for name in names))


def _replaces_itself(context: Context) -> Iterator[Breach]:
    """The decision that is replaced is another one, and older."""
    known = context.catalogue.decisions
    for key, decision in known.items():
        for position, old in enumerate(decision.replaces_decisions):
            other = known.get(old.decision)
            later = other and other.signed and decision.signed and other.signed > decision.signed
            if old.decision == key or later:
                file = context.catalogue.path("decision", key)
                place = ("replaces_decisions", position, "decision")
                yield at(file, *place, found=other.number if other else old.decision)


def _left_behind(context: Context) -> Iterator[Breach]:
    """When a decision ends in full, what it published is restated, replaced or abolished."""
    ended = {
        old.decision: decision
        for decision in context.catalogue.decisions.values()
        for old in decision.replaces_decisions
        if old.extent == "full"
    }
    for published in context.current_versions:
        by = ended.get(published.decision.id)
        if by and published.interval.end is None and by.id != published.decision.id:
            file = context.catalogue.path("decision", by.id)
            found = published.ref.key.replace("/", " ")
            left = at(file, "replaces_decisions", found=found, other=published.decision.number)
            yield left.shown_at_key()


def _signer(decision: Decision) -> Iterator[Breach]:
    """A deputy signs for the head (KT.), never as the head nor for all who decide together."""
    position = (decision.signer.position or "").lower()
    capacity = decision.signer.capacity
    deputy_as_head = capacity == "head" and position.startswith(_DEPUTY)
    deputy_for_all = capacity == "on_behalf" and position.startswith(_DEPUTY_CHAIRMAN)
    head_for_head = capacity == "for_head" and position.startswith(_HEAD)
    if deputy_as_head or deputy_for_all or head_for_head:
        odd = "capacity" if deputy_as_head else "position"  # "head" is what nobody thinks about
        named = Wording((f"capacity.{capacity}",))
        yield here("signer", odd, found=decision.signer.position, capacity=named)


def _levels(context: Context) -> Iterator[Breach]:
    """The tier a row stands under is one of the tiers of the version."""
    for placed in context.requested_rows:
        for target in placed.row.published:
            ref = context.catalogue.version_ref(target) if placed.row.levels else None
            known = set(ref.header.levels.items) if ref else set()
            for index, level in enumerate(placed.row.levels):
                if known and level not in known:
                    values = {"found": Wording((f"level.{level}",)), "version": target.version}
                    values[BECAUSE] = context.catalogue.path("version", target.key)
                    yield at(placed.file, "rows", placed.position, "levels", index, **values)


def _printed_titles(context: Context) -> Iterator[Breach]:
    """The title in the annex is the title of the version, unless the row states how they differ."""
    for placed in context.requested_rows:
        printed = placed.row.title_as_printed
        title = _published_title(context, placed.row) if printed and not placed.row.note else None
        if printed and title and comparable(printed) != comparable(title):
            place = ("rows", placed.position, "title_as_printed")
            version = placed.row.published[0].version
            yield at(placed.file, *place, found=printed, title=title, version=version)
        yield from _title_of_what_ends(context, placed)


def _title_of_what_ends(context: Context, placed: PlacedRow) -> Iterator[Breach]:
    """The title of a procedure that a row ends is one that it had."""
    row, printed = placed.row, placed.row.title_as_printed
    ends = row.action == "abolish" and row.procedure and placed.decision.source is None
    if printed and ends and not row.note:
        refs = context.catalogue.version_refs.get(row.procedure or "", ())
        titles = {comparable(ref.header.title) for ref in refs}
        if titles and comparable(printed) not in titles:
            place = ("rows", placed.position, "title_as_printed")
            newest = refs[-1]
            values = {"title": newest.header.title, "version": newest.key.partition("/")[2]}
            yield at(placed.file, *place, found=printed, **values)


def _published_title(context: Context, row: Row) -> str | None:
    """The title of the one version that a row publishes."""
    ref = context.catalogue.version_ref(row.published[0]) if len(row.published) == 1 else None
    return ref.header.title if ref else None


def _counts(decision: Decision) -> Iterator[Breach]:
    """The numbers in the text of a decision are the numbers of its rows."""
    rows = Counter(row.action for row in decision.rows)
    for action, stated in decision.declared_counts.items():
        if action in _COUNTED and rows[action] != stated:
            values = {"found": stated, "counted": rows[action]}
            yield here("declared_counts", action, action=Wording((f"action.{action}",)), **values)


def _authority(context: Context) -> Iterator[Breach]:
    """Ministries, provinces and whom they delegate publish; communes and counters do not."""
    for key, decision in context.catalogue.decisions.items():
        agency = context.catalogue.agencies.get(decision.agency)
        if agency is None or "delegation" in decision.kinds:
            continue
        if agency.level in ("commune", "district") or agency.kind in _NO_AUTHORITIES:
            file = context.catalogue.path("decision", key)
            because = {BECAUSE: context.catalogue.path("agency", agency.id)}
            yield at(file, "agency", found=agency.name, **because)


_NO_AUTHORITIES = ("counter", "utility")
"""The kinds of agencies that take dossiers in or supply a service, and decide nothing."""


def _letter(decision: Decision) -> Iterator[Breach]:
    """Procedures are published by decisions; a letter may only correct a slip in one."""
    family = number.family if (number := parse(decision.number)) else "decision"
    if family not in ("decision", "official_letter"):
        yield here("number", found=decision.number)
    rows = enumerate(decision.rows if family == "official_letter" else ())
    first = next((at for at, row in rows if row.action != "correct"), None)
    if first is not None:
        yield here("rows", first, "action", found=decision.number)


def _unsigned_file(decision: Decision) -> Iterator[Breach]:
    """The signed file is the law; its checksum shows that it is still the same file."""
    if decision.signed_file and not decision.signed_file.sha256:
        yield here("signed_file", found=decision.signed_file.name)


def _correction_without_parts(context: Context) -> Iterator[Breach]:
    """A correction names what it corrects, as an amendment does."""
    for placed in context.requested_rows:
        if placed.row.action == "correct" and not placed.row.amended_parts:
            yield at(placed.file, "rows", placed.position, found=placed.row.version)


def _no_rows(decision: Decision) -> Iterator[Breach]:
    if not decision.rows:
        yield here("rows", found=decision.number)


def _same_row_twice(decision: Decision) -> Iterator[Breach]:
    """One decision does one thing to one procedure on one day.

    It may amend or correct the text that binds until a day and the one that another decision made
    for that day, in two rows, and publish anew what goes on to end on a day that was decided.
    """
    seen: dict[str, Row] = {}
    for position, row in enumerate(decision.rows):
        for code in (row.procedure,) if row.procedure else row.replaces:
            other = seen.setdefault(code, row)
            if other.id != row.id and not _act_on_two_texts(decision, other, row):
                yield here("rows", position, found=code, other=other.id)


def _act_on_two_texts(decision: Decision, one: Row, other: Row) -> bool:
    """Whether two rows act on the texts of two days, or one ends what the other published."""
    first, second = (decision.effective_of(row) for row in (one, other))
    if first == second:
        return False
    if (one.action, other.action) == ("publish", "abolish"):
        return bool(first and second and first < second)
    same_parts = one.amended_parts == other.amended_parts
    return one.action == other.action == "correct" or (
        one.action == other.action == "amend" and same_parts
    )


def _successor_unknown(context: Context) -> Iterator[Breach]:
    """A procedure abolished and published again on one day under another code was replaced."""
    for code, timeline in context.timelines.items():
        end = _abolition(timeline.intervals[-1:])
        title = _title(context, code) if end else ""
        if end and title:
            for row in end.decision.rows:
                other = _published_title(context, row) if row.action == "publish" else None
                if other and comparable(other) == title:
                    place = place_of_event(context.catalogue, end)
                    yield at(*place, found=code, other=row.published[0].procedure)


def _abolition(last: tuple[Interval, ...]) -> Event | None:
    end = last[0].ended_by if last else None
    return end if end and end.action == "abolish" else None


def _title(context: Context, code: str) -> str:
    refs = context.catalogue.version_refs.get(code, ())
    return comparable(refs[-1].header.title) if refs else ""


_DECISION, _WARNING = ("decision",), Severity.WARNING
RULES = (
    Rule(
        "QD201",
        Severity.ERROR,
        CONTENT_OF_A_DECISION,
        _amended_without_ground,
        _DECISION,
        imported=Severity.WARNING,
    ),
    Rule("QD202", Severity.ERROR, CONTENT_OF_A_DECISION, _abolished_without_code, _DECISION),
    Rule("QD203", Severity.ERROR, CONTENT_OF_A_DECISION, _undeclared, per_file=True),
    Rule("QD204", Severity.ERROR, CONTENT_OF_A_DECISION, _declared_in_vain, per_file=True),
    Rule("QD205", Severity.ERROR, HOUSE, _replaces_itself),
    Rule("QD206", Severity.WARNING, HOUSE, _left_behind),
    Rule("QD207", Severity.WARNING, FORM_OF_A_DECISION, _signer, _DECISION),
    Rule("QD208", Severity.ERROR, HOUSE, _levels, per_file=True),
    Rule("QD209", Severity.WARNING, HOUSE, _printed_titles, per_file=True),
    Rule("QD210", Severity.WARNING, PRACTICE, _counts, _DECISION),
    Rule("QD211", Severity.WARNING, WHO_PUBLISHES, _authority),
    Rule("QD212", Severity.ERROR, WHO_PUBLISHES, _letter, _DECISION, imported=_WARNING),
    Rule("QD213", Severity.ERROR, SIGNED_COPY, _unsigned_file, _DECISION, imported=_WARNING),
    Rule("QD214", Severity.WARNING, HOUSE, _no_rows, _DECISION),
    Rule("QD215", Severity.ERROR, HOUSE, _same_row_twice, _DECISION),
    Rule("QD216", Severity.WARNING, PRACTICE, _successor_unknown),
    Rule("QD217", Severity.WARNING, HOUSE, _correction_without_parts, per_file=True),
)
