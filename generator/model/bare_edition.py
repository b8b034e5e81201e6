"""An edition for who asks what offices must post, and nothing else."""

from collections.abc import Callable
from functools import cached_property
from typing import ClassVar

from generator.model.edition import Edition
from generator.model.published import PublishedProcedure, procedure_without_brief
from generator.model.summaries import Summaries


class BareEdition(Edition):
    """An edition whose summaries leave time and fees unsaid, so that no reader of words is needed.

    The readers take longer to load than a small catalogue to check.
    """

    PUBLISHED: ClassVar[Callable[..., PublishedProcedure | None]] = staticmethod(
        procedure_without_brief
    )

    @cached_property
    def summaries(self) -> Summaries:
        """The summaries of every procedure that was ever published, by its id, without briefs.

        They leave those of the edition that is shown beside it as they are held.
        """
        return {code: entry.summaries for code, entry in self.entries.items()}
