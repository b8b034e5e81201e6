"""A catalogue with a few of its procedures: enough to make the pages that a change touches."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.records.catalogue import Catalogue
from generator.records.decision import Decision, Row


def subset(catalogue: Catalogue, codes: Iterable[str]) -> Catalogue:
    """The procedures `codes`, those that a row names beside one of them, and their decisions.

    Decisions keep the rows that name one of them; registers stay whole.
    """
    kept = _with_row_mates(catalogue, frozenset(codes))
    versions = {
        ref.key: ref for code in sorted(kept) for ref in catalogue.version_refs.get(code, ())
    }
    decisions = {
        key: replace(decision, rows=tuple(_rows_of(decision, kept, catalogue)))
        for key, decision in catalogue.decisions.items()
    }
    smaller = replace(
        catalogue,
        procedures={key: one for key, one in catalogue.procedures.items() if key in kept},
        decisions={key: one for key, one in decisions.items() if one.rows},
    )
    return smaller.with_versions(versions)


def _with_row_mates(catalogue: Catalogue, codes: frozenset[str]) -> frozenset[str]:
    """What replaces a procedure, or was replaced by it, belongs to its page, and so on."""
    rows = (
        row
        for decision in catalogue.decisions.values()
        for row in _rows_of(decision, codes, catalogue)
    )
    more = codes.union(*(row.procedures for row in rows))
    return codes if more == codes else _with_row_mates(catalogue, more)


def _rows_of(decision: Decision, codes: frozenset[str], catalogue: Catalogue) -> Iterator[Row]:
    """The rows that name one of the procedures, or annul a row that does."""
    for row in decision.rows:
        meant = _annulled(row, catalogue) or row
        if not codes.isdisjoint(meant.procedures):
            yield row


def _annulled(row: Row, catalogue: Catalogue) -> Row | None:
    """The row that a row annuls; None for any other row, or where nobody knows that decision."""
    decision = row.annuls and catalogue.decisions.get(row.annuls.decision)
    rows = decision.rows if decision else ()
    return next((one for one in rows if row.annuls and one.id == row.annuls.row), None)
