"""How far time limits were cut, in the three ways of counting that are in use.

Days and working days are never mixed; of several channels the longest limit counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.law.durations import Length, length_of
from generator.records.stated import Duration
from generator.records.version import Channel, Version


class MixedUnitsError(ValueError):
    """Calendar days and working days cannot be added up to one figure."""


@dataclass(frozen=True, slots=True)
class Cut:
    """The limit that the law sets and the one that the office commits to, for one procedure.

    `promised` is None where no commitment is recorded: then nothing is known of a cut.
    """

    procedure: str
    allowed: Length
    promised: Length | None
    limit: Duration | None = None
    """The limit as recorded, of which `allowed` is the length."""
    promise: Duration | None = None

    @property
    def rate(self) -> float | None:
        """The share of the time that was cut, from 0 to 1; None where no commitment is recorded."""
        if self.promised is None:
            return None
        return 1 - self.promised.amount / self.allowed.amount


def compute_cut(version: Version) -> Cut | None:
    """The cut of one version; None when no channel states a limit above zero.

    Raises MixedUnitsError when the promise counts other days than the limit.
    """
    channels = version.channels.items
    found = (_cut_of(version.procedure, one) for one in channels)
    known = [cut for cut in found if cut]
    if not known:
        return None
    longest = max(known, key=lambda cut: (cut.allowed.amount, cut.promised is not None))
    if longest.promised and not longest.allowed.comparable(longest.promised):
        raise MixedUnitsError(version.procedure)
    return longest


def _cut_of(procedure: str, channel: Channel) -> Cut | None:
    """The cut of one channel; None when it states no limit above zero."""
    allowed, promised = length_of(channel.time), length_of(channel.committed_time)
    if allowed is None or not allowed.amount:
        return None
    promise = channel.committed_time if promised else None
    return Cut(procedure, allowed, promised, channel.time, promise)


def cut_or_error(version: Version) -> Cut | MixedUnitsError | None:
    """The cut of one version, or the error that makes it incomputable."""
    try:
        return compute_cut(version)
    except MixedUnitsError as mixed:
        return mixed


def compute_percent(method: str, cuts: Iterable[Cut]) -> float:
    """The cut in percent; `method` is mean_of_rates, days_weighted or share_of_procedures.

    Those without a recorded commitment do not count. Raises MixedUnitsError for days_weighted over
    both kinds of days, ValueError without cuts.
    """
    every = list(cuts)
    rates = [cut.rate for cut in every if cut.rate is not None]
    if not rates:
        raise ValueError("no cuts")
    match method:
        case "mean_of_rates":
            return 100 * sum(rates) / len(rates)
        case "share_of_procedures":
            return 100 * sum(rate > 0 for rate in rates) / len(rates)
        case "days_weighted":
            return _compute_weighted(every)
    raise ValueError(method)


def _compute_weighted(cuts: Iterable[Cut]) -> float:
    pairs = [(cut.allowed, cut.promised) for cut in cuts if cut.promised]
    if len({allowed.working for allowed, _ in pairs}) > 1:
        raise MixedUnitsError("days_weighted")
    allowed = sum(limit.amount for limit, _ in pairs)
    return 100 * (allowed - sum(promised.amount for _, promised in pairs)) / allowed
