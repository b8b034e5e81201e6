"""Rules on journeys: steps that exist, in an order that can be followed, each once.

And on absent.yml, which names procedures that steps may have and the catalogue does not hold.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.findings.problem import Pointer, Severity, Value, Wording
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at, here
from generator.law.rules.sources import HOUSE
from generator.law.text import fold_text
from generator.records.journeys import Journey, Journeys, JourneyStep, StepChoice

FILE = "journeys.yml"
ABSENT = "absent.yml"


def choices_of(context: Context) -> Iterator[tuple[Pointer, StepChoice]]:
    """Every procedure that a step names, with its place in the file; none unless requested."""
    journeys = context.catalogue.journeys.values() if context.is_requested(FILE) else ()
    for position, journey in enumerate(journeys):
        for number, step in enumerate(journey.steps):
            for index, choice in enumerate(step.choices):
                yield ("journeys", position, "steps", number, "choices", index), choice


def _binding(context: Context) -> Iterator[Breach]:
    """A step is taken by a procedure that binds, or will."""
    for pointer, choice in choices_of(context):
        timeline = context.timelines.get(choice.procedure)
        if timeline and timeline.events and timeline.status(context.day).over:
            yield at(FILE, *pointer, "procedure", found=context.titled(choice.procedure))


def _about_to_end(context: Context) -> Iterator[Breach]:
    """A step does not lead to a procedure that is to end on a known day, with nothing after it."""
    for pointer, choice in choices_of(context):
        timeline = context.timelines.get(choice.procedure)
        last = timeline.intervals[-1] if timeline and timeline.intervals else None
        if last and last.end and last.end > context.day:
            values = {"found": context.titled(choice.procedure), "end": Wording(day=last.end)}
            yield at(FILE, *pointer, "procedure", **values)


def _step_of_another(context: Context) -> Iterator[Breach]:
    """The name of a step is not the title of another procedure than the one that takes it."""
    journeys = list(context.catalogue.journeys.values())
    titles = _titles(context) if journeys else {}
    for pointer, choice in choices_of(context):
        step = journeys[int(pointer[1])].steps[int(pointer[3])]
        codes = titles.get(fold_text(step.name), ())
        known = context.catalogue.has("procedure", choice.procedure)
        if known and codes and choice.procedure not in codes:
            values = {"found": context.titled(choice.procedure), "step": step.name}
            yield at(FILE, *pointer, "procedure", other=context.titled(codes[0]), **values)


def _titles(context: Context) -> Mapping[str, list[str]]:
    """The procedures with each title that a version of them has, folded."""
    found: dict[str, list[str]] = defaultdict(list)
    for code, refs in context.catalogue.version_refs.items():
        for title in {fold_text(ref.header.title) for ref in refs}:
            found[title].append(code)
    return found


def _order(record: Journeys) -> Iterator[Breach]:
    """A step needs steps before it alone; so no two steps wait for each other."""
    for pointer, journey in _journeys(record):
        before: set[str] = set()
        for number, step in enumerate(journey.steps):
            for index, needed in enumerate(step.needs):
                if needed not in before:
                    values = {"found": needed, **_where_it_stands(journey, number, needed)}
                    yield here(*pointer, "steps", number, "needs", index, **values)
            before.add(step.id)


def _where_it_stands(journey: Journey, number: int, needed: str) -> Mapping[str, Wording]:
    """What is said of a step that is needed and does not stand above, and what to do with it."""
    below = {step.id for step in journey.steps[number + 1 :]}
    kind = "below" if needed in below else "nowhere"
    kind = "itself" if journey.steps[number].id == needed else kind
    known = [f"`{step.id}`" for step in journey.steps[:number]]
    values = {"found": needed, "known": ", ".join(known)}
    mend = "below" if kind == "below" else "nowhere" if known else "first"
    return {
        "where": Wording((f"needed_step.{kind}",), values=values),
        "mend": Wording((f"needed_step.mend_{mend}",), values=values),
    }


def _once(record: Journeys) -> Iterator[Breach]:
    """No step, and no procedure, stands twice in a journey."""
    for pointer, journey in _journeys(record):
        steps: dict[str, str] = {}
        procedures: dict[str, str] = {}
        for number, step in enumerate(journey.steps):
            place = (*pointer, "steps", number)
            if step.id in steps:
                yield here(*place, "id", **_told_twice("id", step.id, step, steps[step.id]))
            steps.setdefault(step.id, step.name)
            for index, choice in enumerate(step.choices):
                code = choice.procedure
                if code in procedures:
                    values = _told_twice("procedure", code, step, procedures[code])
                    yield here(*place, "choices", index, "procedure", **values)
                procedures.setdefault(code, step.name)


def _told_twice(key: str, found: str, step: JourneyStep, other: str) -> Mapping[str, Value]:
    """What a sentence says of a step that has what the step `other` has."""
    values = {"found": found, "step": step.name, "other": other}
    return {**values, "mend": Wording((f"hint.another_{key}",))}


def _cases(record: Journeys) -> Iterator[Breach]:
    """Of several procedures of a step, each says for whom or where it is."""
    for pointer, journey in _journeys(record):
        for number, step in enumerate(journey.steps):
            for index, choice in _untold(step):
                place = (*pointer, "steps", number, "choices", index)
                yield here(*place, "procedure", found=choice.procedure)


def _untold(step: JourneyStep) -> Iterator[tuple[int, StepChoice]]:
    several = len(step.choices) > 1
    for index, choice in enumerate(step.choices):
        if several and not (choice.case or choice.place):
            yield index, choice


def _absent(context: Context) -> Iterator[Breach]:
    """What is named as absent is not in the catalogue, nor is it the former id of what is."""
    catalogue = context.catalogue
    absent = catalogue.absent if context.is_requested(ABSENT) else {}
    known = {old for one in catalogue.procedures.values() for old in one.former_ids}
    for position, code in enumerate(absent):
        if code in known or catalogue.has("procedure", code):
            yield at(ABSENT, "absent", position, "id", found=code)


def _journeys(record: Journeys) -> Iterator[tuple[Pointer, Journey]]:
    for position, journey in enumerate(record.journeys):
        yield ("journeys", position), journey


RULES = (
    Rule("NB401", Severity.WARNING, HOUSE, _binding),
    Rule("NB408", Severity.WARNING, HOUSE, _about_to_end, needs=("decision",)),
    Rule("NB406", Severity.WARNING, HOUSE, _step_of_another, needs=("procedure", "version")),
    Rule("NB402", Severity.ERROR, HOUSE, _order, ("journeys",)),
    Rule("NB403", Severity.ERROR, HOUSE, _once, ("journeys",)),
    Rule("NB404", Severity.ERROR, HOUSE, _cases, ("journeys",)),
    Rule("NB405", Severity.ERROR, HOUSE, _absent),
)
