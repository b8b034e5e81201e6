"""Files of one decision into drafts of records: nothing is written here, nothing is guessed."""

from collections.abc import Sequence
from dataclasses import replace

from generator.imports.portal.identifiers import free_id
from generator.imports.word.blocks import WordPlace
from generator.imports.word.contents import (
    ContentPart,
    ProcedureContent,
)
from generator.imports.word.decision_record import draft_decision_record
from generator.imports.word.decision_remarks import remarks_on_decisions, remarks_on_files
from generator.imports.word.decisions import PrintedDecision
from generator.imports.word.drafted import DraftedDecision, DraftedProcedure
from generator.imports.word.list_header import ListColumn
from generator.imports.word.package import UnreadableFileError
from generator.imports.word.pairing import (
    ListedContent,
    NameIndex,
    pair_contents,
)
from generator.imports.word.process_pairing import (
    ProcessDrafter,
    join_processes,
)
from generator.imports.word.processes import PrintedProcess
from generator.imports.word.registers import DraftRegisters
from generator.imports.word.sources import (
    GivenByUser,
    WordSources,
    choose_decision,
    find_publisher,
    level_of_agency,
    merge_decisions,
)
from generator.imports.word.versions import WordRemark, draft_version_of
from generator.law.changes import PARTS, changed_parts
from generator.law.text import slug
from generator.records.catalogue import Catalogue
from generator.records.decision import Row
from generator.records.registers import TODO, Procedure
from generator.records.version import Version

_NO_CODE = "chua-co-ma-"
_LEVEL_NAMES = {"central": "cap-bo", "province": "cap-tinh", "commune": "cap-xa"}
_PROPOSED = 0.75
"""A procedure of the catalogue whose name is at least so much alike is proposed."""


def draft_decision_of(
    sources: Sequence[WordSources], catalogue: Catalogue, given: GivenByUser
) -> DraftedDecision:
    """The drafts of a decision and of all that its annexes publish.

    Raises UnreadableFileError when the files hold neither list nor contents nor processes, when
    nothing says the number and the day of the decision, when they are of several decisions, and
    when the catalogue has it already.
    """
    chosen = choose_decision(sources, given)
    sources = chosen.sources
    rows = [row for source in sources for row in source.lists.rows]
    contents = [one for source in sources for one in source.contents.procedures]
    processes = [one for source in sources for one in source.processes]
    approves = any(one.decision and one.decision.approves_processes for one in sources)
    if not (rows or contents or processes or approves):
        raise UnreadableFileError("office.nothing")
    printed = merge_decisions(sources, given)
    registers = _start_registers(printed, catalogue, given)
    drafter = _Drafter(registers, given)
    drafted = [drafter.draft(pair) for pair in pair_contents(rows, contents)]
    unpaired = _join_processes(processes, drafted, registers, printed)
    kinds = {
        "procedure_list": bool(rows or contents),
        "procedure_content": bool(contents),
        "internal_process": bool(processes or approves),
    }
    decision = draft_decision_record(
        printed,
        registers,
        tuple(one.row for one in drafted if one.row),
        tuple(kind for kind, said in kinds.items() if said),
    )
    if decision.id in catalogue.decisions:
        raise UnreadableFileError("office.decision_exists", decision=decision.id)
    remarks = [
        *remarks_on_files(printed, sources, rows),
        *remarks_on_decisions(printed, chosen, bool(processes)),
        *unpaired,
    ]
    return DraftedDecision(decision, drafted, registers, sources, remarks)


def _start_registers(
    printed: PrintedDecision, catalogue: Catalogue, given: GivenByUser
) -> DraftRegisters:
    """The registers with the agency that publishes. Raises UnreadableFileError without one."""
    publisher = given.agency or find_publisher(printed, catalogue)
    registers = DraftRegisters(catalogue, publisher or slug(printed.agency or "co-quan"))
    if publisher is None and printed.agency:
        level = level_of_agency(printed.agency)
        registers.publisher = registers.register_agency(printed.agency, level)
    elif publisher is None:
        raise UnreadableFileError("office.no_agency")
    return registers


def _join_processes(
    processes: Sequence[PrintedProcess],
    drafted: list[DraftedProcedure],
    registers: DraftRegisters,
    printed: PrintedDecision,
) -> list[WordRemark]:
    """Give processes to drafts, or to procedures of the catalogue; remarks for all others."""
    rows = sum(one.row is not None for one in drafted)
    drafter = ProcessDrafter(registers, printed.grounds, rows + 1)
    remarks = []
    for process in join_processes(processes, drafted):
        made = drafter.draft(process)
        drafted += made
        remarks += [] if made else [drafter.remark_alone(process)]
    return remarks


class _Drafter:
    """Drafts rows one by one, giving each an id of its own."""

    def __init__(self, registers: DraftRegisters, given: GivenByUser) -> None:
        self._registers = registers
        self._catalogue = registers.catalogue
        self._given = given
        self._taken = set(self._catalogue.procedures)
        self._count = 0
        titles = {
            key: versions[-1].title
            for key, versions in self._catalogue.versions.items()
            if versions
        }
        self._titles = NameIndex(titles)

    def draft(self, pair: ListedContent) -> DraftedProcedure:
        """The drafts of one row and its content."""
        row, content = pair.row, pair.content
        code = (row.code if row else None) or (content.code if content else None)
        title = (row.name if row else content.name if content else "") or TODO
        known = self._catalogue.procedures.get(code) if code else None
        field_id = known.field if known else self._field(pair)
        key = code or free_id(_NO_CODE + slug(title), self._taken, _level_name(pair))
        drafted = DraftedProcedure(pair, key, title, field_id)
        self._add_doubts(pair, drafted)
        action = (row.action if row else None) or "publish"
        if row and row.action is None:
            drafted.remarks.append(WordRemark("no_action", _place(pair)))
        if action == "abolish":
            self._draft_abolition(drafted, known)
        elif known is None and code is None and action in ("amend", "replace"):
            self._publish(drafted, "publish", None)
            drafted.remarks.append(WordRemark(f"{action}_unknown", _place(pair)))
        else:
            self._publish(drafted, action, known)
        self._taken.add(key)
        return drafted

    def _field(self, pair: ListedContent) -> str:
        named = self._given.field_name or (pair.row.field_name if pair.row else None)
        return self._registers.register_field(named)

    def _count_row(self) -> str:
        self._count += 1
        return f"d{self._count}"

    def _draft_abolition(self, drafted: DraftedProcedure, known: Procedure | None) -> None:
        if known is None:
            drafted.remarks.append(WordRemark("abolish_unknown", _place(drafted.pair)))
            return
        drafted.row = Row(
            id=self._count_row(),
            action="abolish",
            procedure=drafted.key,
            grounds=self._grounds(drafted.pair, ListColumn.ABOLISHING),
            levels=drafted.pair.row.levels if drafted.pair.row else (),
        )

    def _grounds(self, pair: ListedContent, column: ListColumn) -> tuple[str, ...]:
        text = pair.row.text(column) if pair.row else ""
        known = self._registers.register_ground(text) if text else None
        return (known,) if known else ()

    def _publish(self, drafted: DraftedProcedure, action: str, known: Procedure | None) -> None:
        versions = self._catalogue.versions.get(drafted.key, ()) if known else ()
        number = f"v{int(versions[-1].version[1:]) + 1 if versions else 1:03}"
        version, remarks = draft_version_of(drafted.pair, drafted.key, number, self._registers)
        if versions and drafted.pair.content is None:
            version = _copy_version(versions[-1], number, drafted.pair)
            drafted.remarks.append(WordRemark("kept_text", _place(drafted.pair)))
        else:
            drafted.remarks += remarks
        drafted.version = version
        if known is None:
            drafted.procedure = self._identity(drafted)
        if action == "amend" and not versions:
            action = "publish"
            drafted.remarks.append(WordRemark("amend_unknown", _place(drafted.pair)))
        if action == "replace":
            drafted.remarks.append(WordRemark("replace_what", _place(drafted.pair)))
            action = "amend" if versions else "publish"
        if action == "publish" and versions:
            drafted.remarks.append(WordRemark("publish_known", _place(drafted.pair)))
            action = "amend"
        parts = _amended(versions[-1], version) if action == "amend" and versions else ()
        listed = drafted.pair.row
        drafted.row = Row(
            id=self._count_row(),
            action=action,
            procedure=drafted.key,
            version=number,
            amended_parts=parts,
            grounds=self._grounds(drafted.pair, ListColumn.AMENDING) if action == "amend" else (),
            levels=listed.levels if listed else (),
        )

    def _identity(self, drafted: DraftedProcedure) -> Procedure:
        code = None if drafted.key.startswith(_NO_CODE) else drafted.key
        return Procedure(
            id=drafted.key,
            code=code,
            field=drafted.field_id,
            agency=self._registers.publisher,
            kind="not_stated",
            scope="not_stated",
            unknown=None if code else {"code": "Danh mục để trống cột mã."},
        )

    def _add_doubts(self, pair: ListedContent, drafted: DraftedProcedure) -> None:
        """Note what a person should look at first."""
        here = _place(pair)
        if pair.row is None:
            drafted.remarks.append(WordRemark("only_content", here))
        if pair.content is None:
            drafted.remarks.append(WordRemark("only_listed", here))
        if pair.doubtful and pair.content:
            values = {"name": pair.content.name, "likeness": f"{pair.likeness:.0%}"}
            drafted.remarks.append(WordRemark("name_differs", pair.content.place, values))
        if pair.content:
            drafted.remarks += _drift_of(pair.content)
        if drafted.key.startswith(_NO_CODE):
            drafted.remarks += self._proposals(drafted.title, here)

    def _proposals(self, title: str, here: WordPlace | None) -> list[WordRemark]:
        likeness, key = self._titles.find_most_alike(title)
        if likeness < _PROPOSED:
            return []
        name = self._catalogue.versions[key][-1].title
        return [
            WordRemark("proposed", here, {"code": key, "name": name, "likeness": f"{likeness:.0%}"})
        ]


def _copy_version(before: Version, number: str, pair: ListedContent) -> Version:
    """The text before, as the draft of an amendment of which no file has the contents."""
    amending = " ".join(pair.row.text(ListColumn.AMENDING).split()) if pair.row else ""
    said = f" theo {amending}" if amending else ""
    note = f"{TODO}: sửa phần được sửa đổi, bổ sung{said}; ghi phần ấy vào amended_parts."
    return replace(before, version=number, corrects=None, notes=(*before.notes, note))


def _level_name(pair: ListedContent) -> str:
    """What tells procedures of one name apart: the level of the row."""
    levels = pair.row.levels if pair.row else pair.content.levels if pair.content else ()
    return _LEVEL_NAMES.get(levels[0], "") if levels else ""


def _drift_of(content: ProcedureContent) -> list[WordRemark]:
    if content.drift:
        values = {"words": content.drift.text[:120], "part": str(list(content.parts)[-1])}
        return [WordRemark("drift", content.drift.place, values)]
    missing = [part for part in ContentPart if part in content.missing]
    return [WordRemark("missing", content.place, {"part": str(part)}) for part in missing]


def _amended(before: Version, after: Version) -> tuple[str, ...]:
    changed = changed_parts(before, after)
    return tuple(part for part in PARTS if part in changed)


def _place(pair: ListedContent) -> WordPlace | None:
    lines = pair.row.values.get(ListColumn.NAME, []) if pair.row else []
    return lines[0].place if lines else pair.content.place if pair.content else None
