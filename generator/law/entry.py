"""One procedure as an edition shows it."""

from dataclasses import dataclass
from functools import cached_property

from generator.law.timeline import Status, Timeline
from generator.law.titles import one_line
from generator.records.registers import Procedure
from generator.records.version import Version


@dataclass(frozen=True)
class Entry:
    """One procedure as an edition shows it: the version shown and its status on the day."""

    procedure: Procedure
    version: Version
    status: Status
    timeline: Timeline

    @property
    def code(self) -> str:
        """The id of the procedure."""
        return self.procedure.id

    @cached_property
    def title(self) -> str:
        """The title as it is shown: on one line, without marks that turn the direction."""
        return one_line(self.version.title)

    @property
    def over(self) -> bool:
        """Whether it neither binds on the day nor will."""
        return not (self.status.current or self.status is Status.WAITING)
