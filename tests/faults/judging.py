"""Do one fault to one scenario, and tell what went wrong."""

import random
import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.faults.injection import KINDS, Ended, Fault, Operation, list_operations, run_with
from tests.faults.scenarios import FOREIGN, Scenario, list_files

Files = Mapping[str, bytes]
_PROGRAM_FAILED = "Traceback"


@dataclass(frozen=True, slots=True)
class Case:
    """A scenario with what was before it, what is after it, and all that it does to the disk."""

    scenario: Scenario
    before: Path
    old: Files
    new: Files
    operations: tuple[Operation, ...]

    def faults(self, chance: random.Random, most: int) -> list[Fault]:
        """Faults for every line that asks for an operation before a second one for any of them."""
        by_place = defaultdict(list)
        for number, operation in enumerate(self.operations):
            by_place[operation.event, operation.place].append(number)
        chosen: list[Fault] = []
        rounds = [_shuffle(chance, numbers) for numbers in by_place.values()]
        for turn in range(max(map(len, rounds))):
            one = [numbers[turn] for numbers in rounds if turn < len(numbers)]
            chosen += [
                fault for kind in KINDS for number in one for fault in self._one(kind, number)
            ]
        return chosen[: most or None]

    def _one(self, kind: str, number: int) -> Iterator[Fault]:
        fault = Fault(kind, number)
        if fault.fits(self.operations[number]):
            yield fault


def _shuffle(chance: random.Random, numbers: list[int]) -> list[int]:
    return chance.sample(numbers, len(numbers))


def prepare(scenario: Scenario, folder: Path) -> Case:
    """Make what a scenario begins with, and run it once without a fault."""
    before, after = folder / f"{scenario.name}-before", folder / "work"
    scenario.make(before)
    copy_folder(before, after)
    ended, operations = list_operations(scenario.run, after)
    assert ended.code == 0, ended.said
    new = list_files(after)
    return Case(scenario, before, list_files(before), new, tuple(operations))


def copy_folder(source: Path, target: Path) -> None:
    """Copy a folder with the times of its files, over what is there."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, symlinks=True, copy_function=shutil.copy2)


def find_faults(case: Case, fault: Fault, folder: Path) -> list[str]:
    """What is wrong after a fault, and after the next run; in the folder of all runs."""
    work = folder / "work"
    copy_folder(case.before, work)
    ended = run_with(fault, case.scenario.run, work)
    wrong = [*_judge_fault(case, ended, list_files(work))]
    again = run_with(None, case.scenario.run, work)
    wrong += _judge_next(case, again, list_files(work), killed=ended.code < 0)
    operation = case.operations[fault.number]
    where = (
        f"{case.scenario.name} {fault.kind} at {fault.number} ({operation.event} {operation.place})"
    )
    return [f"{where}: {one}" for one in wrong]


def _judge_fault(case: Case, ended: Ended, now: Files) -> Iterator[str]:
    for top in case.scenario.whole:
        if files_below(top, now) not in (files_below(top, case.old), files_below(top, case.new)):
            yield f"{top} is neither the old nor the new: {_difference(top, now, case)}"
    for top in (*case.scenario.by_file, *case.scenario.reports):
        torn = [
            p for p, content in files_below(top, now).items() if not _is_whole(p, content, case)
        ]
        if torn:
            yield f"files that are neither the old nor the new: {torn[:3]}"
    if _PROGRAM_FAILED in ended.said or ended.code == 99:
        yield f"no sentence: {ended.said[-400:]}"
    if ended.code == 0 and _published(case, now) != _published(case, case.new):
        yield "said that all is well, and it is not"


def _judge_next(case: Case, ended: Ended, now: Files, *, killed: bool) -> Iterator[str]:
    for top in (*case.scenario.whole, *case.scenario.by_file):
        if files_below(top, now) != files_below(top, case.new):
            unlike = _difference(top, now, case)
            yield f"the next run gives others in {top}: {unlike}, {ended.said[-200:]}"
    orphans = sorted(now.keys() - case.new.keys() - _allowed(now, killed=killed))
    if orphans:
        yield f"left behind: {orphans[:4]} of {len(orphans)}"
    if any(files_below(top, now) != files_below(top, case.old) for top in FOREIGN):
        yield "a foreign file was touched"


def _allowed(now: Files, *, killed: bool) -> set[str]:
    """What a killed process may leave: what lies in the folder that the system empties."""
    return {p for p in now if p.startswith("tmp/")} if killed else set()


def _published(case: Case, files: Files) -> list[Files]:
    return [files_below(top, files) for top in (*case.scenario.whole, *case.scenario.by_file)]


def files_below(top: str, files: Files) -> dict[str, bytes]:
    """What readers find below a name; under our mark nobody looks."""
    below = {p: c for p, c in files.items() if p == top or p.startswith(f"{top}/")}
    return {p: c for p, c in below.items() if ".niemyet-" not in p}


def _is_whole(path: str, content: bytes, case: Case) -> bool:
    return content in (case.old.get(path), case.new.get(path))


def _difference(top: str, now: Files, case: Case) -> str:
    ours, new = files_below(top, now), files_below(top, case.new)
    paths = [p for p in sorted(ours.keys() | new.keys()) if ours.get(p) != new.get(p)]
    return f"{len(paths)} files unlike the new, as {paths[:2]}"
