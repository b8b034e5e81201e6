"""A list in Excel next to a catalogue: what both have, what one has, what has another name."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.imports.excel.reading import ExcelColumn, ExcelRow
from generator.law.titles import comparable
from generator.records.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class ListComparison:
    """The rows of a list by what the catalogue has of them.

    `renamed` has the other name of the catalogue with each row, `conflicts` the rows of one code
    with different names in the list, none of which is merged, `repeated` those that say a code and
    name once more. `missing` are codes and names that the catalogue has of the same publishers and
    the list has not.
    """

    same: tuple[ExcelRow, ...]
    renamed: tuple[tuple[ExcelRow, str], ...]
    only_here: tuple[ExcelRow, ...]
    without_code: tuple[ExcelRow, ...]
    conflicts: tuple[tuple[ExcelRow, ExcelRow], ...]
    repeated: tuple[ExcelRow, ...]
    missing: tuple[tuple[str, str], ...]


def compare_list(rows: Sequence[ExcelRow], catalogue: Catalogue) -> ListComparison:
    """Hold a list against the last versions of a catalogue."""
    names = {code: found[-1].title for code, found in catalogue.versions.items() if found}
    first: dict[str, ExcelRow] = {}
    conflicts, repeated = [], []
    for row in rows:
        if row.code:
            known = first.setdefault(row.code, row)
            if comparable(known.name) != comparable(row.name):
                conflicts.append((known, row))
            elif known is not row:
                repeated.append(row)
    coded = list(first.values())
    here = [row for row in coded if row.code not in names]
    both = [(row, names[row.code or ""]) for row in coded if row.code in names]
    return ListComparison(
        same=tuple(row for row, name in both if comparable(row.name) == comparable(name)),
        renamed=tuple(pair for pair in both if comparable(pair[0].name) != comparable(pair[1])),
        only_here=tuple(here),
        without_code=tuple(row for row in rows if not row.code),
        conflicts=tuple(conflicts),
        repeated=tuple(repeated),
        missing=tuple(
            (code, names[code])
            for code in sorted(_of_publishers(rows, catalogue) - first.keys())
            if code in names
        ),
    )


def _of_publishers(rows: Sequence[ExcelRow], catalogue: Catalogue) -> set[str]:
    """The procedures of the agencies that the list names as publishers; all when it names none."""
    named = {comparable(row.values.get(ExcelColumn.PUBLISHER, "")) for row in rows} - {""}
    keys = {one.id for one in catalogue.agencies.values() if comparable(one.name) in named}
    procedures = catalogue.procedures.values()
    return {one.id for one in procedures if not named or one.agency in keys}
