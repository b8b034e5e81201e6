"""Which procedure an internal process belongs to: that of its name, at its level."""

from collections.abc import Sequence
from dataclasses import replace

from generator.imports.word.drafted import DraftedProcedure
from generator.imports.word.pairing import SAME_NAME, NameWeights
from generator.imports.word.processes import PrintedProcess
from generator.imports.word.versions import WordRemark
from generator.records.stated import Stated


def join_processes(
    processes: Sequence[PrintedProcess], drafted: Sequence[DraftedProcedure]
) -> list[WordRemark]:
    """Give processes to the drafts of their names; remarks for those that no draft has."""
    weights = NameWeights.of([one.title for one in drafted])
    left = []
    for process in processes:
        given = [_give_process(process, name, drafted, weights) for name in process.names]
        if not any(given):
            place = process.lines[0].place if process.lines else None
            name = process.names[0] if process.names else ""
            left.append(WordRemark("process_alone", place, {"name": name[:200]}))
    return left


def _give_process(
    process: PrintedProcess,
    name: str,
    drafted: Sequence[DraftedProcedure],
    weights: NameWeights,
) -> bool:
    free = [one for one in drafted if one.version and not one.process]
    levels = set(process.levels)
    same = [one for one in free if one.version and levels & set(one.version.levels.items)]
    scored = [(weights.likeness(name, one.title), -n) for n, one in enumerate(same or free)]
    likeness, at = max(scored, default=(0.0, 0))
    if likeness < SAME_NAME:
        return False
    one = (same or free)[-at]
    one.process = process
    if one.version:
        one.version = replace(one.version, internal_process=Stated(items=process.steps))
    for part, total, sum_ in process.uneven():
        values = {"part": part, "total": f"{total:g}", "sum": f"{sum_:g}"}
        one.remarks.append(WordRemark("uneven", process.lines[0].place, values))
    return True
