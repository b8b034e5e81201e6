"""absent.yml: procedures that people look for and that a catalogue does not hold, by name."""

from dataclasses import dataclass

from generator.records.registers import PROVISIONAL_ID


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsentProcedure:
    """A procedure known by its code and title alone, and what people call it."""

    id: str
    title: str
    citizen_words: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Its title with its code, unless that is provisional and says nothing to readers."""
        return self.title if self.id.startswith(PROVISIONAL_ID) else f"{self.title} ({self.id})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """absent.yml."""

    absent: tuple[AbsentProcedure, ...]
