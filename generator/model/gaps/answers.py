"""Answers of editors that no longer fit what is published."""

import re
from collections.abc import Iterator
from datetime import date

from generator.findings.problem import Pointer
from generator.model.gaps.gap import ExaminedProcedure, Gap
from generator.model.gaps.kinds import GapKind
from generator.readings.answered import has_special_time, stated_time
from generator.readings.fee_values import FeeState
from generator.records.version import Version

_FIGURE = re.compile(r"\d[\d.,]*")


def answer_gaps(seen: ExaminedProcedure) -> Iterator[Gap]:
    """Answers that were reviewed before the text, or never, with figures that the text lacks.

    What an editor reviewed on the day of the text or later is right, whatever the text has.
    """
    published, reviewed = _published_on(seen), seen.procedure.last_reviewed
    if reviewed and (published is None or reviewed >= published):
        return
    for key in ("place", "time", "fees", "papers"):
        text = getattr(seen.answers, key)
        figures = _strange_figures(key, text, seen) if text else []
        if text and (reviewed or figures):
            where: Pointer = ("answers", key)
            values = {"figures": figures, "published": published}
            yield seen.gap_of_identity(GapKind.ANSWER_OUTDATED, where, text, **values)


def _published_on(seen: ExaminedProcedure) -> date | None:
    """The day of the decision that published the version shown; None when it is not known."""
    events = (e for e in seen.entry.timeline.events if e.version == seen.version.version)
    days = [e.decision.listed or e.decision.signed or e.effective for e in events]
    return max((day for day in days if day), default=None)


def _strange_figures(key: str, text: str, seen: ExaminedProcedure) -> list[str]:
    """The figures of an answer that the text lacks, where the text has any of its kind."""
    channels = seen.version.channels.items
    states_any = {
        "time": has_special_time(channels) or bool(stated_time(seen.times)),
        "fees": seen.fees.state is FeeState.AMOUNT,
    }
    if not states_any.get(key):
        return []
    known = {_bare(found) for one in _figures(seen.version) for found in _FIGURE.findall(one)}
    return [found for found in _FIGURE.findall(text) if _bare(found) not in known]


def _figures(version: Version) -> Iterator[str]:
    """Every figure and text in which a time or a sum may stand."""
    for channel in version.channels.items:
        times = [channel.time, *([channel.committed_time] if channel.committed_time else ())]
        for time in times:
            every = (time, *time.cases, *time.additions)
            yield from (f"{one.value:.15g}" for one in every if one.value is not None)
            yield from (one.text for one in every if one.text)
            yield from (case.name for case in time.cases)
        for fee in channel.fees.items:
            yield "" if fee.amount is None else f"{fee.amount:.15g}"
            yield from (text for text in (fee.text, fee.unit, fee.basis, fee.name) if text)
        yield from (text for text in (channel.text, channel.fees.text) if text)
    yield from (step.text for step in version.steps.items if step.text)
    yield from version.notes


def _bare(figure: str) -> str:
    """A figure without marks between its digits and zeros before them."""
    return re.sub(r"\D", "", figure).lstrip("0")
