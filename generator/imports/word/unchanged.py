"""Rows whose text is that of the catalogue: nothing is amended, so no version is drafted."""

from collections.abc import Sequence
from dataclasses import replace

from generator.exports.word.versions import carried_by_word
from generator.imports.word.drafted import DraftedProcedure
from generator.imports.word.remarks import WordRemark
from generator.law.changes import PARTS, changed_parts
from generator.records.catalogue import Catalogue
from generator.records.version import Version


def refer_unchanged(drafted: Sequence[DraftedProcedure], catalogue: Catalogue) -> None:
    """Refer rows to the version that the catalogue has where files say the same.

    A version that a decision of the catalogue brought into force already is not brought in again:
    there the report asks what the row is for.
    """
    decided = {
        target.key
        for decision in catalogue.decisions.values()
        for row in decision.rows
        for target in row.published
    }
    for one in drafted:
        versions = catalogue.versions.get(one.key, ())
        if one.row and one.row.action == "amend" and _is_unchanged(one, versions):
            _take_known(one, versions, decided)


def amended_parts(before: Version, after: Version) -> tuple[str, ...]:
    """The parts that differ, but for what Word does not carry."""
    changed = changed_parts(carried_by_word(before), carried_by_word(after))
    return tuple(part for part in PARTS if part in changed)


def _is_unchanged(one: DraftedProcedure, versions: Sequence[Version]) -> bool:
    """Whether contents were read, and say what the last version says."""
    if not versions or one.version is None or one.pair.content is None:
        return False
    last = versions[-1]
    same_process = last.internal_process == one.version.internal_process
    return same_process and not amended_parts(last, one.version)


def _take_known(one: DraftedProcedure, versions: Sequence[Version], decided: set[str]) -> None:
    assert one.row
    assert one.pair.content
    last = versions[-1]
    one.unchanged, one.version = one.version, None
    values = {"code": one.key, "version": last.version}
    if f"{one.key}/{last.version}" in decided:
        one.row = None
        one.remarks.append(WordRemark("unchanged", one.pair.content.place, values))
        return
    one.remarks = [remark for remark in one.remarks if remark.kind != "publish_known"]
    one.remarks.append(WordRemark("unchanged_taken", one.pair.content.place, values))
    said = one.row.amended_parts
    parts = (said or amended_parts(versions[-2], last)) if len(versions) > 1 else ()
    action = "amend" if parts else "publish"
    one.row = replace(one.row, action=action, version=last.version, amended_parts=parts)
