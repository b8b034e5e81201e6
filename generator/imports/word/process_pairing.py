"""Which procedure an internal process belongs to: that of its name, at its level."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.exports.word.versions import NO_PROCESS
from generator.imports.word.drafted import DraftedProcedure
from generator.imports.word.exported import exported_title
from generator.imports.word.package import UnreadableFileError
from generator.imports.word.pairing import (
    ALIKE,
    SAME_NAME,
    ListedContent,
    NameIndex,
    NameWeights,
    without_last_case,
)
from generator.imports.word.processes import PrintedProcess, begins_name
from generator.imports.word.registers import DraftRegisters
from generator.imports.word.remarks import WordRemark
from generator.law.changes import PARTS, changed_parts
from generator.records.decision import Row
from generator.records.registers import TODO
from generator.records.stated import Stated
from generator.records.version import InternalStep, Version

_NO_FILE = f"{TODO}: quy trình nội bộ; quyết định này phê duyệt, nhưng các tệp không có."


def ask_for_processes(
    drafted: Sequence[DraftedProcedure], *, approves: bool
) -> Sequence[DraftedProcedure]:
    """Leave open the processes that a decision approves and that no file has.

    What is amended keeps the process that it has: no file says that it is another one.
    """
    new = [one for one in drafted if not (one.row and one.row.action in ("amend", "correct"))]
    for one in new if approves else ():
        exported = one.pair.content is not None and exported_title(one.pair.content) is not None
        if one.version and one.version.internal_process.not_stated == NO_PROCESS and not exported:
            asked: Stated[InternalStep] = Stated(not_stated=_NO_FILE)
            one.version = replace(one.version, internal_process=asked)
    return drafted


def join_processes(
    processes: Sequence[PrintedProcess], drafted: Sequence[DraftedProcedure]
) -> list[PrintedProcess]:
    """Give processes to the drafts of their names; those that no draft has are left."""
    weights = NameWeights.of([one.title for one in drafted])
    left = []
    for process in processes:
        given = [_give_process(process, name, drafted, weights) for name in process.names]
        if not any(given):
            left.append(process)
    return left


class ProcessDrafter:
    """Drafts versions of procedures of the catalogue that get an internal process."""

    def __init__(
        self, registers: DraftRegisters, first_row: int, pairs: Iterable[tuple[str, str]] = ()
    ) -> None:
        """Take the registers, the number of the next row, and the pairs that a person gave."""
        self._pairs = tuple(pairs)
        self._catalogue = registers.catalogue
        self._publisher = registers.publisher
        self._next = first_row
        self._names: dict[tuple[tuple[str, ...], bool], NameIndex] = {}
        self._taken: set[str] = set()

    def split_off_paired(
        self, processes: Sequence[PrintedProcess]
    ) -> tuple[list[PrintedProcess], list[PrintedProcess]]:
        """The processes that a person paired, and all others.

        Raises UnreadableFileError for a pair that no process has.
        """
        names = [name for process in processes for name in process.names]
        for begins, _ in self._pairs:
            if not any(begins_name(name, begins) for name in names):
                raise UnreadableFileError("office.no_pair", name=begins)
        paired = [one for one in processes if any(map(self._paired_with, one.names))]
        return paired, [one for one in processes if one not in paired]

    def _paired_with(self, name: str) -> str:
        """The procedure that a person gave a name; "" for none."""
        found = (key for begins, key in self._pairs if begins_name(name, begins))
        return next(found, "")

    def draft(self, process: PrintedProcess) -> list[DraftedProcedure]:
        """A version for each procedure that the names of a process name; none for strangers."""
        found = [(self._find_same(name, process.levels), name) for name in process.names]
        return [
            self._draft_version(process, key, name, likeness)
            for (likeness, key), name in found
            if likeness >= SAME_NAME and key not in self._taken
        ]

    def remark_alone(self, process: PrintedProcess) -> WordRemark:
        """What a person should know of a process that no procedure has; what it is most like."""
        name = process.names[0] if process.names else ""
        likeness, key = self._find_same(name, process.levels)
        if likeness < ALIKE:
            return WordRemark("process_alone", process.place, {"name": name[:200]})
        values = {"name": name[:200], "likeness": f"{likeness:.0%}", "code": key}
        return WordRemark("process_proposed", process.place, values)

    def _find_same(self, name: str, levels: tuple[str, ...]) -> tuple[float, str]:
        """The procedure of a name; where none has it, that of the name without its last case."""
        if paired := self._paired_with(name):
            return 1.0, paired
        whole = self._find_procedure(name, levels)
        return (
            whole
            if whole[0] >= SAME_NAME
            else self._find_procedure(without_last_case(name), levels)
        )

    def _find_procedure(self, name: str, levels: tuple[str, ...]) -> tuple[float, str]:
        """How alike the most alike name is, and its procedure: one that the office itself
        published, if any is alike, before those of others.
        """
        own = self._find_index(levels, own=True).find_most_alike(name)
        return own if own[0] >= ALIKE else self._find_index(levels).find_most_alike(name)

    def _find_index(self, levels: tuple[str, ...], *, own: bool = False) -> NameIndex:
        if (levels, own) not in self._names:
            procedures = self._catalogue.procedures
            last = ((key, found[-1]) for key, found in self._catalogue.versions.items() if found)
            self._names[levels, own] = NameIndex(
                {
                    key: one.title
                    for key, one in last
                    if _is_of(one, levels)
                    and (not own or procedures[key].agency == self._publisher)
                }
            )
        return self._names[levels, own]

    def _draft_version(
        self, process: PrintedProcess, key: str, name: str, likeness: float
    ) -> DraftedProcedure:
        self._taken.add(key)
        before = self._catalogue.versions[key][-1]
        number = f"v{int(before.version[1:]) + 1:03}"
        after = replace(
            before,
            version=number,
            corrects=None,
            internal_process=process.stated,
        )
        changed = changed_parts(before, after)
        field_id = self._catalogue.procedures[key].field
        drafted = DraftedProcedure(ListedContent(None, None), key, before.title, field_id)
        drafted.version, drafted.process = after, process
        drafted.row = Row(
            id=f"d{self._next}",
            action="amend",
            procedure=key,
            version=number,
            amended_parts=tuple(part for part in PARTS if part in changed),
            levels=process.levels,
        )
        self._next += 1
        values = {"name": name[:200], "likeness": f"{likeness:.0%}", "code": key}
        if not self._paired_with(name):
            drafted.remarks.append(WordRemark("process_of_known", process.place, values))
        drafted.remarks += _remarks_on_sums(process)
        return drafted


def _is_of(version: Version, levels: tuple[str, ...]) -> bool:
    return not levels or bool(set(levels) & set(version.levels.items))


def _give_process(
    process: PrintedProcess,
    name: str,
    drafted: Sequence[DraftedProcedure],
    weights: NameWeights,
) -> bool:
    free = [one for one in drafted if one.version and not one.process]
    levels = set(process.levels)
    same = [one for one in free if one.version and levels & set(one.version.levels.items)]
    one = _most_alike(name, same or free, weights)
    one = one or _most_alike(without_last_case(name), same or free, weights)
    if one is None:
        return False
    one.process = process
    if one.version:
        _take_process(one, one.version, process)
    one.remarks += _remarks_on_sums(process)
    return True


def _most_alike(
    name: str, drafted: Sequence[DraftedProcedure], weights: NameWeights
) -> DraftedProcedure | None:
    """The first draft of those whose name is the most alike, and the same."""
    scored = [(weights.likeness(name, one.title), -n) for n, one in enumerate(drafted)]
    likeness, at = max(scored, default=(0.0, 0))
    return drafted[-at] if likeness >= SAME_NAME else None


def _take_process(drafted: DraftedProcedure, version: Version, process: PrintedProcess) -> None:
    """Give a draft its process, which its row amends where it is another one than before."""
    after = replace(version, internal_process=process.stated)
    drafted.version, row = after, drafted.row
    if row and row.action in ("amend", "correct"):
        changed = {*row.amended_parts, *changed_parts(version, after)}
        parts = tuple(part for part in PARTS if part in changed)
        drafted.row = replace(row, amended_parts=parts)


def _remarks_on_sums(process: PrintedProcess) -> list[WordRemark]:
    return [
        WordRemark(
            "uneven",
            process.place,
            {"part": part, "total": f"{total:g}", "sum": f"{sum_:g}"},
        )
        for part, total, sum_ in process.uneven()
    ]
