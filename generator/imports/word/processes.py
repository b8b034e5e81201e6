"""Internal processes (quy trình nội bộ) of an annex: procedure, cases, stages, steps.

Decree 118/2025/NĐ-CP has offices approve them; annexes print one table for all procedures, or one
for each with its name above. Sums that do not agree are remarks: steps may run side by side.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.imports.word.blocks import WordLine, WordPlace
from generator.law.titles import comparable
from generator.records.registers import TODO
from generator.records.stated import Stated
from generator.records.version import InternalStep

HOURS_OF_DAY = 8
"""Working hours of a day (Bộ luật Lao động, article 105)."""
_SLACK = 0.011
_NO_STEPS = f"{TODO}: các bước của quy trình nội bộ; bảng trong tệp Word không có bước nào."


@dataclass(slots=True)
class ProcessStage:
    """Steps with the time that the table gives for them together, in days; None without one."""

    name: str
    total: float | None
    steps: list[InternalStep] = field(default_factory=list)


@dataclass(slots=True)
class ProcessCase:
    """One case of a procedure, or the whole of it: its total and its stages."""

    name: str
    total: float | None = None
    stages: list[ProcessStage] = field(default_factory=list)

    @property
    def steps(self) -> tuple[InternalStep, ...]:
        """All its steps."""
        return tuple(step for stage in self.stages for step in stage.steps)


@dataclass(slots=True)
class PrintedProcess:
    """The internal process of a procedure, or of several with one table (`names`).

    `lines` were read; `structure` are those of them that keys and numbers say (labels, times).
    """

    names: list[str]
    levels: tuple[str, ...] = ()
    cases: list[ProcessCase] = field(default_factory=list)
    lines: list[WordLine] = field(default_factory=list)
    structure: list[WordLine] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    """What it says of the whole: who coordinates, who approves, totals of cases and stages."""
    totals: list[float | None] = field(default_factory=list)
    """The time of the whole, in days, as lines above the table say it."""
    number: str = ""
    pieces: dict[WordPlace, tuple[str, ...]] = field(default_factory=dict)
    """The words of a line that a step has in several places: who does it, and what."""

    @property
    def place(self) -> WordPlace | None:
        """Where it begins: at its name, as a number alone is hard to find."""
        named = (line for line in self.lines if " ".join(line.text.split()) in self.names)
        first = next(named, self.lines[0] if self.lines else None)
        return first.place if first else None

    @property
    def stated(self) -> Stated[InternalStep]:
        """The part of a version that it is."""
        steps, text = self.steps, "\n".join(dict.fromkeys(self.said)) or None
        return Stated(items=steps, not_stated=None if steps else _NO_STEPS, text=text)

    @property
    def steps(self) -> tuple[InternalStep, ...]:
        """All its steps in their order, with ids."""
        found = [step for case in self.cases for step in case.steps]
        return tuple(
            InternalStep(
                id=f"q{number}", name=one.name, role=one.role, time=one.time, phase=one.phase
            )
            for number, one in enumerate(found, 1)
        )

    def uneven(self) -> Iterator[tuple[str, float, float]]:
        """Stages and cases whose parts do not add up: name, what is printed, what adds up.

        A case without a name is the whole, which has that of the process.
        """
        whole = self.names[0] if self.names else ""
        if len(self.cases) == 1:
            for total in self.totals:
                yield from _difference(whole, total, map(step_days, self.cases[0].steps))
        for case in self.cases:
            for stage in case.stages:
                yield from _difference(
                    stage.name or whole, stage.total, map(step_days, stage.steps)
                )
            totals = [stage.total for stage in case.stages]
            parts = totals if all(totals) else [step_days(step) for step in case.steps]
            yield from _difference(case.name or whole, case.total, parts)


def step_days(step: InternalStep) -> float | None:
    """The time of a step in working days."""
    value = step.time.value
    return value / HOURS_OF_DAY if value is not None and step.time.unit == "hour" else value


def _difference(
    name: str, total: float | None, parts: Iterable[float | None]
) -> Iterator[tuple[str, float, float]]:
    known = [part for part in parts if part is not None]
    if total is not None and known and abs(sum(known) - total) > _SLACK:
        yield name, total, round(sum(known), 3)


def begins_name(name: str, beginning: str) -> bool:
    """Whether the name of a process begins as a person wrote it, whatever the case and spaces."""
    return comparable(name).startswith(comparable(beginning))
