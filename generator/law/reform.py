"""How far time limits were cut, in the three ways of counting that are in use.

Days and working days are never mixed; of several channels the longest limit counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.law.durations import Length, length_of
from generator.records.version import Version


class MixedUnitsError(ValueError):
    """Calendar days and working days cannot be added up to one figure."""


@dataclass(frozen=True, slots=True)
class Cut:
    """The limit that the law sets and the one that the office commits to, for one procedure."""

    procedure: str
    allowed: Length
    promised: Length

    @property
    def rate(self) -> float:
        """The share of the time that was cut, from 0 to 1."""
        return 1 - self.promised.amount / self.allowed.amount


def compute_cut(version: Version) -> Cut | None:
    """The cut of one version; None when no channel states a limit above zero.

    Raises MixedUnitsError when the promise counts other days than the limit.
    """
    allowed = [length_of(channel.time) for channel in version.channels.items]
    promised = [
        length_of(channel.committed_time or channel.time) for channel in version.channels.items
    ]
    known = [(a, p) for a, p in zip(allowed, promised, strict=True) if a and p and a.amount]
    if not known:
        return None
    limit, promise = max(known, key=lambda pair: pair[0].amount)
    if not limit.comparable(promise):
        raise MixedUnitsError(version.procedure)
    return Cut(version.procedure, limit, promise)


def cut_or_error(version: Version) -> Cut | MixedUnitsError | None:
    """The cut of one version, or the error that makes it incomputable."""
    try:
        return compute_cut(version)
    except MixedUnitsError as mixed:
        return mixed


def compute_percent(method: str, cuts: Iterable[Cut]) -> float:
    """The cut in percent; `method` is mean_of_rates, days_weighted or share_of_procedures.

    Raises MixedUnitsError for days_weighted over both kinds of days, ValueError without cuts.
    """
    every = list(cuts)
    if not every:
        raise ValueError("no cuts")
    match method:
        case "mean_of_rates":
            return 100 * sum(cut.rate for cut in every) / len(every)
        case "share_of_procedures":
            return 100 * sum(cut.rate > 0 for cut in every) / len(every)
        case "days_weighted":
            return _compute_weighted(every)
    raise ValueError(method)


def _compute_weighted(cuts: list[Cut]) -> float:
    if len({cut.allowed.working for cut in cuts}) > 1:
        raise MixedUnitsError("days_weighted")
    allowed = sum(cut.allowed.amount for cut in cuts)
    return 100 * (allowed - sum(cut.promised.amount for cut in cuts)) / allowed
