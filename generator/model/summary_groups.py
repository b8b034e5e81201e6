"""The summaries of an edition under each of some keys, held from one edition to the next."""

from collections.abc import Callable, Iterable, Mapping

from generator.model.summaries import Summaries, VersionSummary, grouped, letter_of
from generator.records.memoize import memoize_by_key, memoize_last

_KEYS: Mapping[str, Callable[[VersionSummary], Iterable[str]]] = {
    "field": lambda summary: (summary.field,),
    "level": lambda summary: summary.levels,
    "letter": letter_of,
    "life_event": lambda summary: summary.life_events,
    "agency": lambda summary: summary.agencies,
    "reception": lambda summary: summary.receiving,
}
"""What summaries are grouped by."""


@memoize_last
def same_summaries(summaries: Summaries) -> Summaries:
    """The same object for equal summaries, so that what is grouped by them is reused too.

    Their titles are compared with them, and so is their order.
    """
    return summaries


@memoize_by_key
def summaries_by(name: str, summaries: Summaries) -> Summaries:
    """Summaries under each of their fields, levels, letters, life events, agencies or places."""
    return grouped(summaries, _KEYS[name])
