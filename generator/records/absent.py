"""absent.yml: procedures that people look for and that a catalogue does not hold, by name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsentProcedure:
    """A procedure known by its code and title alone, and what people call it."""

    id: str
    title: str
    citizen_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """absent.yml."""

    absent: tuple[AbsentProcedure, ...]
