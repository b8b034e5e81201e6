"""Rules on figures of simplification: they are computed from the rows they speak of."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.findings.problem import Severity, Wording
from generator.law.reform import Cut, MixedUnitsError, compute_cut, compute_percent
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at
from generator.law.rules.sources import PRACTICE
from generator.records.decision import Decision, Figure


def _stated(context: Context) -> Iterator[tuple[str, Decision, int, Figure]]:
    for key, decision in context.catalogue.decisions.items():
        file = context.catalogue.path("decision", key)
        for position, figure in enumerate(decision.figures):
            yield file, decision, position, figure


def _cuts(context: Context, decision: Decision) -> list[Cut]:
    """The cuts of the versions that a decision publishes. Raises MixedUnitsError.

    A decision that states its cut has said what it commits to: a limit without a commitment of its
    own was not cut.
    """
    targets = [target for row in decision.rows for target in row.published]
    versions = [context.catalogue.version(t.procedure, t.version) for t in targets]
    cuts = (compute_cut(version) for version in versions if version)
    return [replace(cut, promised=cut.promised or cut.allowed) for cut in cuts if cut]


def _wrong_figure(context: Context) -> Iterator[Breach]:
    """The stated percentage is what the rows give, within its own rounding."""
    for file, decision, position, figure in _stated(context):
        try:
            computed = compute_percent(figure.method, _cuts(context, decision))
        except ValueError:
            continue  # DG102 and DG103 report it
        rounded = round(computed, figure.decimals)
        if abs(rounded - figure.percent) > 0.5 * 10**-figure.decimals:
            values = {
                "found": figure.percent,
                "computed": round(computed, 2),
                "proper": f"{rounded:g}",
            }
            method = Wording((f"method_of_cut.{figure.method}",))
            yield at(file, "figures", position, "percent", method=method, **values)


def _mixed_units(context: Context) -> Iterator[Breach]:
    """Days and working days are not added up."""
    for file, decision, position, figure in _stated(context):
        try:
            compute_percent(figure.method, _cuts(context, decision))
        except MixedUnitsError:
            yield at(file, "figures", position, "method")
        except ValueError:
            continue


def _no_rows(context: Context) -> Iterator[Breach]:
    """A figure is about rows that have both limits."""
    for file, decision, position, figure in _stated(context):
        try:
            empty = not _cuts(context, decision)
        except MixedUnitsError:
            continue
        if empty:
            yield at(file, "figures", position, found=figure.percent)


def _title_and_rows(context: Context) -> Iterator[Breach]:
    """A title that says how far time limits were cut says what the rows give.

    A decision that has figures is judged by these (DG101).
    """
    for file, decision in context.requested_records("decision"):
        named = None if decision.figures else _CUT_IN_TITLE.search(decision.title)
        said = _percents(named[0]) if named else []
        known = list(_computed(context, decision)) if said else []
        if known and not any(abs(said[0] - one) <= _HALF for one in known):
            listed = "; ".join(f"{one:.3g}".replace(".", ",") for one in dict.fromkeys(known))
            yield at(file, "title", found=said[0], computed=listed)


def _computed(context: Context, decision: Decision) -> Iterator[float]:
    for method in ("mean_of_rates", "days_weighted", "share_of_procedures"):
        try:
            computed = compute_percent(method, _cuts(context, decision))
        except ValueError:
            continue  # DG102 and DG103 report it
        yield computed


def _percents(text: str) -> list[float]:
    return [float(found[1].replace(",", ".")) for found in _PERCENT.finditer(text)]


_PERCENT = re.compile(r"([0-9]{1,3}(?:[.,][0-9]{1,2})?)\s*(?:%|phần trăm)")
_CUT_IN_TITLE = re.compile(
    r"(?:cắt|giảm)[^.;]{0,60}?[0-9][0-9.,]*\s*(?:%|phần trăm)", re.IGNORECASE
)
_HALF = 0.5
RULES = (
    Rule(
        "DG101",
        Severity.ERROR,
        PRACTICE,
        _wrong_figure,
        needs=("decision",),
        needs_named=("version",),
    ),
    Rule("DG102", Severity.ERROR, PRACTICE, _mixed_units),
    Rule("DG103", Severity.ERROR, PRACTICE, _no_rows),
    Rule(
        "DG104",
        Severity.WARNING,
        PRACTICE,
        _title_and_rows,
        per_file=True,
        needs_named=("version",),
    ),
)
