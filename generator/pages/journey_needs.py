"""Whose results a step of a journey needs: those of steps that all take, and of steps if needed."""

from collections.abc import Iterator, Sequence

from generator.locale import Words
from generator.pages.nodes.html import Html, anchor, escape_html, escape_line, join_html
from generator.records.journeys import Journey, JourneyStep

_COMMA = escape_html(", ")
_SPACE = escape_html(" ")


def needed_results(step: JourneyStep, journey: Journey, words: Words) -> Iterator[Html]:
    """A line on the steps that whoever takes this one takes too, and one on the others."""
    sure: list[int] = []
    unsure: list[int] = []
    for number, needed in enumerate(journey.steps, 1):
        if needed.id in step.needs:
            always = needed.condition in (None, step.condition)
            (sure if always else unsure).append(number)
    for key, numbers in (("journey.needs", sure), ("journey.needs_if_taken", unsure)):
        if numbers:
            yield _line(words.entries[key], numbers)


def step_anchor(number: int) -> str:
    """The anchor of a step on the page of its journey."""
    return f"buoc-{number}"


def _line(template: str, numbers: Sequence[int]) -> Html:
    """The sentence, with links to the steps where their numbers stand."""
    before, _, after = template.partition("{steps}")
    links = join_html((anchor(str(one), f"#{step_anchor(one)}") for one in numbers), _COMMA)
    return join_html([escape_line(before.rstrip()), _SPACE, links, escape_html(after)])
