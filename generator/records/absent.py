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
    def code(self) -> str:
        """Its code; empty where the id is provisional and says nothing to readers."""
        return "" if self.id.startswith(PROVISIONAL_ID) else self.id

    @property
    def label(self) -> str:
        """Its title with its code, where one is known."""
        return f"{self.title} ({self.code})" if self.code else self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """absent.yml."""

    absent: tuple[AbsentProcedure, ...]
