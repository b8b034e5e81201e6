"""Where procedures stand in journeys."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generator.records.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class StepPlace:
    """Where a procedure stands in a journey: the number of its step, counted from 1."""

    journey: str
    name: str
    number: int
    steps: int


def journey_places(catalogue: Catalogue) -> Mapping[str, tuple[StepPlace, ...]]:
    """The places of every procedure in journeys."""
    found: dict[str, list[StepPlace]] = defaultdict(list)
    for journey in catalogue.journeys.values():
        for number, step in enumerate(journey.steps, 1):
            place = StepPlace(journey.id, journey.name, number, len(journey.steps))
            for choice in step.choices:
                found[choice.procedure].append(place)
    return {code: tuple(dict.fromkeys(places)) for code, places in found.items()}
