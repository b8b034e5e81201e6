"""Files of one decision into drafts of records: nothing is written here, nothing is guessed."""

from collections.abc import Iterator, Sequence

from generator.imports.word.blocks import WordLine
from generator.imports.word.choosing import choose_decision, complete_number
from generator.imports.word.dates_apart import remarks_on_dates
from generator.imports.word.decision_record import draft_decision_record
from generator.imports.word.decision_remarks import (
    remarks_on_agencies,
    remarks_on_bases,
    remarks_on_decisions,
    remarks_on_documents,
    remarks_on_files,
)
from generator.imports.word.decisions import PrintedDecision
from generator.imports.word.doubts import add_doubts
from generator.imports.word.drafted import DraftedDecision, DraftedProcedure
from generator.imports.word.listing import ListedRow
from generator.imports.word.package import UnreadableFileError
from generator.imports.word.pairing import pair_contents
from generator.imports.word.procedure_content import ProcedureContent
from generator.imports.word.process_pairing import (
    ProcessDrafter,
    ask_for_processes,
    join_processes,
)
from generator.imports.word.processes import PrintedProcess
from generator.imports.word.registers import DraftRegisters
from generator.imports.word.remarks import WordRemark
from generator.imports.word.row_drafts import RowDrafter, join_replacements
from generator.imports.word.sources import (
    GivenByUser,
    WordSources,
    find_publisher,
    level_of_agency,
    merge_decisions,
)
from generator.imports.word.unchanged import refer_unchanged
from generator.imports.word.unread_rows import remarks_on_unread_rows
from generator.law.text import slug
from generator.records.catalogue import Catalogue
from generator.records.decision import Decision

_FEW = 3
_EXCERPT = 160


def draft_decision_of(
    sources: Sequence[WordSources], catalogue: Catalogue, given: GivenByUser
) -> DraftedDecision:
    """The drafts of a decision and of all that its annexes publish.

    Raises UnreadableFileError when the files hold neither list nor contents nor processes, or
    processes that no procedure has; when they delegate powers; when nothing says the number and the
    day of the decision, when they are of several, and when the catalogue has it already.
    """
    _refuse_delegation(sources)
    given = complete_number(sources, given)
    chosen = choose_decision(sources, given)
    sources = chosen.sources
    rows = [row for source in sources for row in source.lists.rows]
    contents = [one for source in sources for one in source.contents.procedures]
    processes = [one for source in sources for one in source.processes]
    approves = any(one.decision and one.decision.approves_processes for one in sources)
    asked = [titles for source in sources for titles in source.lists.two_names]
    if not (rows or contents or processes or approves or asked):
        _refuse_nothing(sources)
    printed = merge_decisions(sources, given)
    registers = _start_registers(printed, catalogue, given)
    drafted = _draft_rows(RowDrafter(registers, given), rows, contents)
    uneven = remarks_on_bases(sources, drafted)
    add_doubts(sources, drafted, printed)
    unpaired = _join_processes(processes, drafted, registers, given)
    refer_unchanged(ask_for_processes(drafted, approves=approves), catalogue)
    if not (drafted or approves or asked):
        _refuse_processes_alone(processes)
    kinds = _kinds_of(bool(rows or contents or asked), bool(contents), bool(processes or approves))
    decision = _draft_decision(printed, registers, drafted, kinds)
    registers.add_days(line.words for source in sources for line in source.file.lines)
    remarks = [
        *remarks_on_agencies(registers),
        *remarks_on_documents(registers),
        *remarks_on_files(printed, decision, sources, rows),
        *_questions_on_lists(sources),
        *uneven,
        *_days_apart(sources, catalogue),
        *remarks_on_decisions(printed, chosen, bool(processes)),
        *unpaired,
    ]
    return _ask_about_rows(DraftedDecision(decision, drafted, registers, sources, remarks))


def _ask_about_rows(drafted: DraftedDecision) -> DraftedDecision:
    asked = list(remarks_on_unread_rows(drafted))
    if any(one.kind == "process_unread" for one in asked):
        drafted.remarks = [one for one in drafted.remarks if one.kind != "no_process"]
    drafted.remarks += asked
    return drafted


def _days_apart(sources: Sequence[WordSources], catalogue: Catalogue) -> Iterator[WordRemark]:
    lines = (line for source in sources for line in source.lines_outside_forms())
    return remarks_on_dates(lines, catalogue.documents.values())


def _draft_rows(
    drafter: RowDrafter, rows: Sequence[ListedRow], contents: Sequence[ProcedureContent]
) -> list[DraftedProcedure]:
    drafted = [drafter.draft(pair) for pair in pair_contents(rows, contents)]
    join_replacements(drafted)
    return drafted


def _draft_decision(
    printed: PrintedDecision,
    registers: DraftRegisters,
    drafted: Sequence[DraftedProcedure],
    kinds: tuple[str, ...],
) -> Decision:
    """The record of the decision. Raises UnreadableFileError for one that the catalogue has."""
    rows = tuple(one.row for one in drafted if one.row)
    decision = draft_decision_record(printed, registers, rows, kinds)
    if decision.id in registers.catalogue.decisions:
        raise UnreadableFileError("office.decision_exists", decision=decision.id)
    return decision


def _kinds_of(lists: bool, contents: bool, processes: bool) -> tuple[str, ...]:
    """The kinds of decision that one is by what its files hold."""
    kinds = {"procedure_list": lists, "procedure_content": contents, "internal_process": processes}
    return tuple(kind for kind, is_one in kinds.items() if is_one)


def _refuse_nothing(sources: Sequence[WordSources]) -> None:
    """Raise UnreadableFileError for files in which nothing of a decision was found."""
    files = ", ".join(source.file.name for source in sources)
    raise UnreadableFileError("office.nothing", files=files)


def _refuse_delegation(sources: Sequence[WordSources]) -> None:
    """Raise UnreadableFileError for a list of delegated tasks, which names procedures too."""
    for source in sources:
        if source.delegates:
            raise UnreadableFileError("office.delegation", file=source.file.name)


def _questions_on_lists(sources: Sequence[WordSources]) -> Iterator[WordRemark]:
    for source in sources:
        yield from map(_ask_about_pairs, source.lists.two_names)
        yield from map(_ask_about_case, source.lists.lone_cases)
        for line, unit in source.lists.unitless:
            yield WordRemark("unit_in_head", line.place, {"unit": unit, "words": line.words})


def _ask_about_pairs(titles: Sequence[WordLine]) -> WordRemark:
    """A table that has old and new procedures side by side: nobody guesses which ends which."""
    words = "”, “".join(line.words for line in titles)
    return WordRemark("two_names", titles[0].place, {"words": words})


def _ask_about_case(case: Sequence[WordLine]) -> WordRemark:
    """A case whose row is not above it: it is given to no other row."""
    words = " ".join(line.words for line in case)
    return WordRemark("lone_case", case[0].place, {"words": words[:_EXCERPT]})


def _refuse_processes_alone(processes: Sequence[PrintedProcess]) -> None:
    """Raise UnreadableFileError for processes of no procedure: an empty decision says nothing."""
    named = dict.fromkeys(one.names[0].rstrip(" .,:") for one in processes if one.names)
    steps = sum(len(one.steps) for one in processes)
    values = {"count": len(processes), "steps": steps, "names": "; ".join(list(named)[:_FEW])}
    raise UnreadableFileError("office.processes_alone", **values)


def _start_registers(
    printed: PrintedDecision, catalogue: Catalogue, given: GivenByUser
) -> DraftRegisters:
    """The registers with the agency that publishes. Raises UnreadableFileError without one."""
    publisher = given.agency or find_publisher(printed, catalogue)
    if publisher is None and printed.agency_cut:
        raise UnreadableFileError("office.agency_cut", found=printed.agency or "")
    registers = DraftRegisters(catalogue, publisher or slug(printed.agency or "co-quan"))
    if publisher is None and printed.agency:
        level = given.agency_level or level_of_agency(printed.agency)
        registers.publisher = registers.register_agency(printed.agency, level, printed.above)
    elif publisher is None:
        raise UnreadableFileError("office.no_agency")
    return registers


def _join_processes(
    processes: Sequence[PrintedProcess],
    drafted: list[DraftedProcedure],
    registers: DraftRegisters,
    given: GivenByUser,
) -> list[WordRemark]:
    """Give processes to procedures that a person named, to drafts, or to procedures of the
    catalogue; remarks for all others.
    """
    rows = sum(one.row is not None for one in drafted)
    drafter = ProcessDrafter(registers, rows + 1, given.pairs)
    paired, others = drafter.split_off_paired(processes)
    remarks = []
    for process in (*paired, *join_processes(others, drafted)):
        made = drafter.draft(process)
        drafted += made
        remarks += [] if made else [drafter.remark_alone(process)]
    return remarks
