"""Rules on amended parts: a row names what differs between two versions, no more, and why."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from generator.findings.problem import Severity, Wording
from generator.law.changes import changed_parts, changes
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at, here
from generator.law.rules.placed import comparing, resting_on
from generator.law.rules.sources import CONTENT_OF_A_DECISION, HOUSE
from generator.records.decision import Decision, Row
from generator.records.version import Version

_OTHER_KEYS = {"*late": "late_submission", "*description": "description"}
"""Of what a part has once, the key where it has a name of its own."""


def _amended_without_ground(decision: Decision) -> Iterator[Breach]:
    """An amendment, an end or a replacement names the text that demands it.

    An internal process is approved by the decision itself.
    """
    for position, row in enumerate(decision.rows):
        demanded = set(row.amended_parts) != {"internal_process"}
        if row.action in ("amend", "replace", "abolish") and demanded and not row.grounds:
            yield here("rows", position, action=Wording((f"action.{row.action}",)))


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


def _correction_without_parts(context: Context) -> Iterator[Breach]:
    """A correction names what it corrects, as an amendment does."""
    for placed in context.requested_rows:
        if placed.row.action == "correct" and not placed.row.amended_parts:
            yield at(placed.file, "rows", placed.position, found=placed.row.version)


RULES = (
    Rule(
        "QD201",
        Severity.ERROR,
        CONTENT_OF_A_DECISION,
        _amended_without_ground,
        ("decision",),
        imported=Severity.WARNING,
    ),
    Rule("QD203", Severity.ERROR, CONTENT_OF_A_DECISION, _undeclared, per_file=True),
    Rule("QD204", Severity.ERROR, CONTENT_OF_A_DECISION, _declared_in_vain, per_file=True),
    Rule("QD217", Severity.WARNING, HOUSE, _correction_without_parts, per_file=True),
)
