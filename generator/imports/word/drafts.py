"""Files of one decision into drafts of records: nothing is written here, nothing is guessed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from generator.imports.portal.identifiers import free_id
from generator.imports.word.blocks import WordFile, WordPlace
from generator.imports.word.contents import (
    ContentPart,
    ProcedureContent,
    ReadContents,
    read_contents,
)
from generator.imports.word.decisions import PrintedDecision, read_decision, read_reference
from generator.imports.word.listing import ListColumn, ReadList, read_lists
from generator.imports.word.package import UnreadableFileError
from generator.imports.word.pairing import ListedContent, NameWeights, pair_contents
from generator.imports.word.registers import DraftRegisters
from generator.imports.word.versions import WordRemark, draft_version_of
from generator.law.changes import PARTS, changed_parts
from generator.law.citations import parse
from generator.law.text import slug
from generator.records.catalogue import Catalogue
from generator.records.decision import Decision, Row, Signer
from generator.records.registers import TODO, Procedure
from generator.records.version import Version

_NO_CODE = "chua-co-ma-"
_COUNT = re.compile(r"\((\d{1,4})\s*(?:TTHC|thủ tục)")
_PROPOSED = 0.75
"""A procedure of the catalogue whose name is at least so much alike is proposed."""


@dataclass(frozen=True, slots=True)
class WordSources:
    """What was read of each file: its lists, its contents, the decision that it holds."""

    file: WordFile
    lists: ReadList
    contents: ReadContents
    decision: PrintedDecision | None
    reference: PrintedDecision | None


@dataclass(frozen=True, slots=True)
class GivenByUser:
    """What the command line says of the decision, before what the files say."""

    number: str | None = None
    signed: date | None = None
    agency: str | None = None
    field_name: str | None = None


@dataclass(slots=True)
class DraftedProcedure:
    """A row of the decision: what it says, the drafts of it, what to look at.

    `version` is None for a row that ends a procedure, and `row` for one that could not be drafted.
    """

    pair: ListedContent
    key: str
    title: str
    field_id: str
    row: Row | None = None
    procedure: Procedure | None = None
    version: Version | None = None
    remarks: list[WordRemark] = field(default_factory=list)


@dataclass(slots=True)
class DraftedDecision:
    """Everything that the files of a decision give: records, and remarks that no row has."""

    decision: Decision
    procedures: list[DraftedProcedure]
    registers: DraftRegisters
    sources: Sequence[WordSources]
    remarks: list[WordRemark] = field(default_factory=list)


def read_sources_of(file: WordFile) -> WordSources:
    """Everything that one file holds."""
    decision = read_decision(file.lines)
    return WordSources(
        file,
        read_lists(file.blocks),
        read_contents(file.lines),
        decision,
        read_reference(file.lines),
    )


def draft_decision_of(
    sources: Sequence[WordSources], catalogue: Catalogue, given: GivenByUser
) -> DraftedDecision:
    """The drafts of a decision and of all that its annexes publish.

    Raises UnreadableFileError when the files hold neither list nor contents, when nothing says
    the number and the day of the decision, and when the catalogue has it already.
    """
    rows = [row for source in sources for row in source.lists.rows]
    contents = [one for source in sources for one in source.contents.procedures]
    if not rows and not contents:
        raise UnreadableFileError("office.nothing")
    printed = _merge(sources, given)
    publisher = given.agency or _publisher(printed, catalogue)
    registers = DraftRegisters(catalogue, publisher or slug(printed.agency or "co-quan"))
    if publisher is None and printed.agency:
        registers.publisher = registers.register_agency(printed.agency, _level(printed.agency))
    elif publisher is None:
        raise UnreadableFileError("office.no_agency")
    drafter = _Drafter(registers, given)
    drafted = [drafter.draft(pair) for pair in pair_contents(rows, contents)]
    decision = _decision(printed, registers, drafted, bool(contents))
    if decision.id in catalogue.decisions:
        raise UnreadableFileError("office.decision_exists", decision=decision.id)
    return DraftedDecision(
        decision, drafted, registers, sources, _remarks_of(printed, sources, rows)
    )


def _merge(sources: Sequence[WordSources], given: GivenByUser) -> PrintedDecision:
    """The decision that publishes: as its own file says it, as annexes and the user name it."""
    own = [source.decision for source in sources if source.decision]
    best = next((one for one in own if one.number), own[0] if own else PrintedDecision())
    named = next((source.reference for source in sources if source.reference), PrintedDecision())
    best.number = given.number or best.number or named.number
    best.signed = given.signed or best.signed or named.signed
    if not best.number or not best.signed:
        raise UnreadableFileError("office.no_number")
    return best


def _publisher(printed: PrintedDecision, catalogue: Catalogue) -> str | None:
    registers = DraftRegisters(catalogue, "")
    return registers.find_agency(printed.agency) if printed.agency else None


def _level(name: str) -> str:
    low = name.lower()
    if "xã" in low or "phường" in low or "đặc khu" in low:
        return "commune"
    return "central" if low.startswith("bộ ") else "province"


class _Drafter:
    """Drafts rows one by one, giving each an id of its own."""

    def __init__(self, registers: DraftRegisters, given: GivenByUser) -> None:
        self._registers = registers
        self._catalogue = registers.catalogue
        self._given = given
        self._taken = set(self._catalogue.procedures)
        self._count = 0
        self._titles = {
            key: versions[-1].title
            for key, versions in self._catalogue.versions.items()
            if versions
        }
        self._weights = NameWeights.of(self._titles.values())

    def draft(self, pair: ListedContent) -> DraftedProcedure:
        """The drafts of one row and its content."""
        row, content = pair.row, pair.content
        code = (row.code if row else None) or (content.code if content else None)
        title = (row.name if row else content.name if content else "") or TODO
        known = self._catalogue.procedures.get(code) if code else None
        field_id = known.field if known else self._field(pair)
        key = code or free_id(_NO_CODE + slug(title), self._taken)
        drafted = DraftedProcedure(pair, key, title, field_id)
        self._look(pair, drafted)
        action = (row.action if row else None) or "publish"
        if row and row.action is None:
            drafted.remarks.append(WordRemark("no_action", _place(pair)))
        if action == "abolish":
            self._abolish(drafted, known)
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

    def _next_row(self) -> str:
        self._count += 1
        return f"d{self._count}"

    def _abolish(self, drafted: DraftedProcedure, known: Procedure | None) -> None:
        if known is None:
            drafted.remarks.append(WordRemark("abolish_unknown", _place(drafted.pair)))
            return
        drafted.row = Row(
            id=self._next_row(),
            action="abolish",
            procedure=drafted.key,
            grounds=self._grounds(drafted.pair, ListColumn.ABOLISHING),
            levels=drafted.pair.row.levels if drafted.pair.row else (),
        )

    def _grounds(self, pair: ListedContent, column: ListColumn) -> tuple[str, ...]:
        text = pair.row.text(column) if pair.row else ""
        known = self._registers.find_document(text) if text else None
        return (known,) if known else ()

    def _publish(self, drafted: DraftedProcedure, action: str, known: Procedure | None) -> None:
        versions = self._catalogue.versions.get(drafted.key, ()) if known else ()
        number = f"v{int(versions[-1].version[1:]) + 1 if versions else 1:03}"
        version, remarks = draft_version_of(drafted.pair, drafted.key, number, self._registers)
        drafted.remarks += remarks
        if versions and drafted.pair.content is None:
            version = replace(versions[-1], version=number, corrects=None)
            drafted.remarks.append(WordRemark("kept_text", _place(drafted.pair)))
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
            id=self._next_row(),
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

    def _look(self, pair: ListedContent, drafted: DraftedProcedure) -> None:
        """Note what a person should look at first."""
        here = _place(pair)
        if pair.row is None:
            drafted.remarks.append(WordRemark("only_content", here))
        if pair.content is None:
            drafted.remarks.append(WordRemark("only_listed", here))
        if pair.doubtful and pair.content:
            values = {"name": pair.content.name, "likeness": f"{pair.likeness:.0%}"}
            drafted.remarks.append(WordRemark("name_differs", pair.content.title[0].place, values))
        if pair.content:
            drafted.remarks += _drift_of(pair.content)
        if drafted.key.startswith(_NO_CODE):
            drafted.remarks += self._proposals(drafted.title, here)

    def _proposals(self, title: str, here: WordPlace | None) -> list[WordRemark]:
        if not self._titles:
            return []
        scored = ((self._weights.likeness(title, name), key) for key, name in self._titles.items())
        likeness, key = max(scored)
        if likeness < _PROPOSED:
            return []
        values = {"code": key, "name": self._titles[key], "likeness": f"{likeness:.0%}"}
        return [WordRemark("proposed", here, values)]


def _drift_of(content: ProcedureContent) -> list[WordRemark]:
    if content.drift:
        values = {"words": content.drift.text[:120], "part": str(list(content.parts)[-1])}
        return [WordRemark("drift", content.drift.place, values)]
    missing = [part for part in ContentPart if part in content.missing]
    return [WordRemark("missing", content.title[0].place, {"part": str(part)}) for part in missing]


def _amended(before: Version, after: Version) -> tuple[str, ...]:
    changed = changed_parts(before, after)
    return tuple(part for part in PARTS if part in changed)


def _place(pair: ListedContent) -> WordPlace | None:
    lines = pair.row.values.get(ListColumn.NAME, []) if pair.row else []
    lines = lines or (pair.content.title if pair.content else [])
    return lines[0].place if lines else None


def _decision(
    printed: PrintedDecision,
    registers: DraftRegisters,
    drafted: Sequence[DraftedProcedure],
    has_contents: bool,
) -> Decision:
    number, signed = printed.number or "", printed.signed or date.min
    serial = number.partition("/")[0].lower()
    parsed = parse(number)
    known = [(text, registers.find_document(text)) for text in _single_grounds(printed.grounds)]
    unknown = {"listed": "Chưa công khai.", "signed_file": "Chưa có tệp đã ký."}
    signer = printed.signer
    if signer is None or signer.name is None:
        unknown["signer"] = "Tệp Word không có hoặc bị hỏng tên người ký."
    if parsed is None:
        unknown["number_normalised"] = "Số, ký hiệu không theo thể thức chung; ghi như in."
    effective = printed.effective or (signed if printed.from_signing else None)
    if effective is None:
        unknown["effective"] = "Tệp Word không nêu ngày có hiệu lực."
    kinds = ("procedure_list", "procedure_content") if has_contents else ("procedure_list",)
    return Decision(
        id=f"{registers.publisher}/{signed.year}/{slug(serial)}",
        number=number,
        number_normalised=parsed.text if parsed else None,
        agency=registers.publisher,
        title=printed.title or TODO,
        kinds=kinds,
        signer=Signer(
            name=signer.name if signer else None,
            position=signer.position if signer else None,
            capacity=signer.capacity if signer else None,
        ),
        signed=signed,
        listed=None,
        effective=effective,
        signed_file=None,
        rows=tuple(one.row for one in drafted if one.row),
        grounds=tuple(dict.fromkeys(key for _, key in known if key)),
        ground_texts=tuple(text for text, key in known if not key) + tuple(printed.proposals),
        unknown=unknown,
        note="\n".join(printed.articles) or None,
    )


def _single_grounds(grounds: Sequence[str]) -> list[str]:
    """The documents that grounds name, one by one."""
    return [
        one.strip() for text in grounds for one in text.rstrip(" .;").split("; ") if one.strip()
    ]


def _remarks_of(
    printed: PrintedDecision, sources: Sequence[WordSources], rows: Sequence[object]
) -> list[WordRemark]:
    """What a person should look at in the decision and in the files as a whole."""
    remarks = [
        WordRemark("converted", WordPlace(source.file.name, 1))
        for source in sources
        if source.file.converted
    ]
    if not any(source.decision for source in sources):
        remarks.append(WordRemark("no_decision"))
    if printed.signer is None or printed.signer.name is None:
        remarks.append(WordRemark("no_signer"))
    remarks += [WordRemark("replaces", None, {"words": text}) for text in printed.replacing]
    declared = _declared(sources)
    if declared and declared != len(rows):
        values = {"declared": str(declared), "read": str(len(rows))}
        remarks.append(WordRemark("counts_differ", None, values))
    return remarks


def _declared(sources: Sequence[WordSources]) -> int:
    """How many procedures the section rows of the lists say there are: "(32 TTHC)"."""
    lines = (line for source in sources for line in source.lists.headings)
    found = (_COUNT.search(line.words) for line in lines)
    return sum(int(match[1]) for match in found if match)
