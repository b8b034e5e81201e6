"""Look for gaps in every procedure of an edition, in several processes for a large one."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from generator.model.edition import Edition
from generator.model.gaps.answers import answer_gaps
from generator.model.gaps.fees import fee_gaps
from generator.model.gaps.gap import ExaminedProcedure, Gap
from generator.model.gaps.kinds import SUBJECT
from generator.model.gaps.papers import form_gaps, paper_gaps
from generator.model.gaps.place import body_gaps, place_gaps
from generator.model.gaps.registers import register_gaps
from generator.model.gaps.times import time_gaps
from generator.readings.version import read_version
from generator.records.memoize import gc_paused
from generator.records.processes import inherited, start_pool

LARGE = 200
"""Procedures from which several processes are faster than one."""
PART = 32
"""Procedures in one task."""
Progress = Callable[[int, int], None]


def gaps_in(code: str, edition: Edition) -> list[Gap]:
    """The gaps of one procedure; what an editor has answered is no gap of its subject."""
    entry = edition.entries[code]
    catalogue = edition.catalogue
    read = read_version(entry.version, entry.procedure, catalogue.agencies, edition.day)
    seen = ExaminedProcedure(entry, read, catalogue, edition.day)
    found = chain(
        answer_gaps(seen),
        fee_gaps(seen),
        time_gaps(seen),
        place_gaps(seen),
        body_gaps(seen),
        paper_gaps(seen),
        form_gaps(seen),
        register_gaps(seen),
    )
    closed = {
        kind for key, kinds in SUBJECT.items() if getattr(seen.answers, key) for kind in kinds
    }
    return [gap for gap in found if gap.kind not in closed]


def find_gaps(
    edition: Edition, codes: Sequence[str], jobs: int = 1, progress: Progress | None = None
) -> list[Gap]:
    """The gaps of some procedures, in their order; of many in `jobs` processes."""
    parts = [tuple(codes[at : at + PART]) for at in range(0, len(codes), PART)]
    large = jobs > 1 and len(codes) >= LARGE
    found: list[Gap] = []
    done = 0
    for part, gaps in zip(parts, _run(parts, edition, jobs if large else 1), strict=True):
        found += gaps
        done += len(part)
        if progress:
            progress(done, len(codes))
    return found


def _run(parts: list[tuple[str, ...]], edition: Edition, jobs: int) -> Iterator[list[Gap]]:
    if jobs == 1:
        with gc_paused():
            yield from (_of_part(part, edition) for part in parts)
        return
    with start_pool(jobs, edition) as executor:
        yield from executor.map(_in_worker, parts)


def _in_worker(part: tuple[str, ...]) -> list[Gap]:
    return _of_part(part, inherited())


def _of_part(part: tuple[str, ...], edition: Edition) -> list[Gap]:
    return [gap for code in part for gap in gaps_in(code, edition)]
