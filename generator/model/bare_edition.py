"""An edition for who asks what offices must post, and nothing else."""

from collections.abc import Mapping
from functools import cached_property
from typing import ClassVar

from generator.model.completeness import Completeness, completeness_of
from generator.model.edition import Edition
from generator.model.published import Publish, procedure_without_brief
from generator.model.summaries import Summaries, VersionSummary, read_brief_within
from generator.readings.brief_values import Brief
from generator.records.decision import Target


class BareEdition(Edition):
    """An edition that reads the words of a procedure only when it is asked what they say.

    The readers take longer to load than a small catalogue to check, and longer to read a large
    one than its check.
    """

    PUBLISHED: ClassVar[Publish] = staticmethod(procedure_without_brief)

    @cached_property
    def summaries(self) -> Summaries:
        """The summaries of every procedure that was ever published, by its id, without briefs.

        They leave those of the edition that is shown beside it as they are held.
        """
        return {code: entry.summaries for code, entry in self.entries.items()}

    @cached_property
    def completeness(self) -> Mapping[str, Completeness]:
        """What the procedures that bind state, by their ids."""
        living = ((code, one) for code, one in self.entries.items() if one.status.current)
        return {code: completeness_of(one.version) for code, one in living}

    def brief_of(self, summary: VersionSummary) -> Brief:
        """What is said of the time and the fee of a version, read now."""
        target = Target(procedure=summary.procedure, version=summary.version)
        ref = self.catalogue.version_ref(target)
        return read_brief_within(summary.possible, ref.loaded, self.day) if ref else Brief()
