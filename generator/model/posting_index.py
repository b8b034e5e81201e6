"""Who answers for which of the versions that are shown: what sets of offices are drawn from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from generator.model.groups import group_pairs
from generator.model.posting_groups import PostingGroup, group_of, is_internal
from generator.model.posting_target import PostingTarget, class_offices
from generator.model.summaries import VersionSummary, shown_summaries
from generator.records.version import Version

if TYPE_CHECKING:
    from generator.model.edition import Edition


@dataclass(frozen=True, slots=True)
class AnsweringIndex:
    """The versions shown, in the order of a set, and who answers for which of them by position."""

    ordered: tuple[VersionSummary, ...]
    by_office: Mapping[str, tuple[int, ...]]
    by_level: Mapping[str, tuple[int, ...]]

    def of(self, target: PostingTarget, edition: "Edition") -> tuple[VersionSummary, ...]:
        """What a target answers for, by field, then in alphabetical order."""
        found = self._named(target, edition) | self._of_levels(target)
        return self._chosen(found, target)

    def own_of(
        self, target: PostingTarget, edition: "Edition", others: frozenset[int]
    ) -> tuple[VersionSummary, ...]:
        """What a target posts: `others` are the positions that only a level brings to it."""
        found = self._named(target, edition) | (self._of_levels(target) - others)
        every = self._chosen(found, target)
        entries = edition.entries
        return tuple(one for one in every if not is_internal(entries[one.procedure].procedure))

    def _named(self, target: PostingTarget, edition: "Edition") -> set[int]:
        """What names an office of a target, or its class."""
        found = {at for office in target.offices for at in self.by_office.get(office, ())}
        for office, province in class_offices(target, edition):
            found.update(self._held(self.by_office.get(office, ()), province))
        return found

    def _of_levels(self, target: PostingTarget) -> set[int]:
        held = (self._held(self.by_level.get(key, ()), where) for key, where in target.levels)
        return set(chain.from_iterable(held))

    def _chosen(self, found: Iterable[int], target: PostingTarget) -> tuple[VersionSummary, ...]:
        every = range(len(self.ordered)) if target.is_of_fields else sorted(found)
        chosen = (self.ordered[at] for at in every)
        return tuple(one for one in chosen if not target.fields or one.field in target.fields)

    def _held(self, positions: Iterable[int], province: str) -> Iterator[int]:
        return (at for at in positions if self.ordered[at].holds_in(province))

    def others(self, levels: frozenset[str], edition: "Edition") -> frozenset[int]:
        """The positions of some levels that are not an office's own by their level alone."""
        of_levels = {at for level in levels for at in self.by_level.get(level, ())}
        own = PostingGroup.OWN
        return frozenset(
            at
            for at in of_levels
            if group_of(self._version(at, edition), levels, edition) is not own
        )

    def _version(self, at: int, edition: "Edition") -> Version:
        return edition.entries[self.ordered[at].procedure].version


def index_answering(edition: "Edition") -> AnsweringIndex:
    """The index of the versions that are shown on the day of an edition."""
    order = {key: position for position, key in enumerate(edition.catalogue.fields)}
    shown = shown_summaries(edition.summaries)
    ordered = sorted(shown, key=lambda one: order.get(one.field, len(order)))
    return AnsweringIndex(
        tuple(ordered),
        group_pairs((one.answering, at) for at, one in enumerate(ordered)),
        group_pairs((one.levels, at) for at, one in enumerate(ordered)),
    )
