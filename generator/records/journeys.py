"""Journeys: needs that take several procedures, each with its steps in the order of an editor."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StepChoice:
    """A procedure that takes a step; `case` says for whom, `place` is the id of a province.

    Of its fees only those are of the case that hold one of `fee_words`; all where there are none.
    """

    procedure: str
    case: str | None = None
    place: str | None = None
    fee_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyStep:
    """One step: the procedure that takes it, or one of several by case.

    With a `condition`, in words, only some readers take it. `needs` are the ids of the steps whose
    results it needs.
    """

    id: str
    name: str
    choices: tuple[StepChoice, ...]
    why: str | None = None
    condition: str | None = None
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, weakref_slot=True)
class Journey:
    """A need as people say it ("mở quán ăn"), and its steps in order."""

    id: str
    name: str
    steps: tuple[JourneyStep, ...]
    words: tuple[str, ...] = ()
    life_events: tuple[str, ...] = ()
    description: str | None = None
    note: str | None = None

    def numbers(self) -> dict[str, int]:
        """The number of every step by its id, counted from 1."""
        return {step.id: number for number, step in enumerate(self.steps, 1)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Journeys:
    """journeys.yml."""

    journeys: tuple[Journey, ...]
