"""One row of an annex into its drafts: the row of the decision, the procedure, the version."""

from dataclasses import replace

from generator.exports.word.codecs import without_doubts
from generator.exports.word.references import References
from generator.exports.word.row_notes import AMENDED_OPEN, RowNote, read_row_note, without_question
from generator.imports.portal.identifiers import free_id
from generator.imports.word.blocks import WordPlace
from generator.imports.word.drafted import DraftedDecision, DraftedProcedure
from generator.imports.word.labels import ContentPart
from generator.imports.word.list_against_contents import remarks_on_kept
from generator.imports.word.list_header import ListColumn
from generator.imports.word.pairing import ALIKE, ListedContent, NameIndex
from generator.imports.word.procedure_content import ProcedureContent
from generator.imports.word.registers import DraftRegisters
from generator.imports.word.remarks import WordRemark
from generator.imports.word.sources import GivenByUser
from generator.imports.word.unchanged import amended_parts
from generator.imports.word.versions import draft_version_of
from generator.law.text import slug
from generator.records.decision import Row, Target
from generator.records.registers import PROVISIONAL_ID, TODO, Procedure
from generator.records.version import Version

_LEVEL_NAMES = {"central": "cap-bo", "province": "cap-tinh", "commune": "cap-xa"}
_PROPOSED = 0.75
"""A procedure of the catalogue whose name is at least so much alike is proposed."""
_KEPT = {"kept_time": "thời hạn", "kept_fee": "phí, lệ phí"}
_WITHOUT_CONTENT = ("abolish", "annul")
_GROUND_COLUMNS = {"amend": ListColumn.AMENDING, "abolish": ListColumn.ABOLISHING}
"""Where a list has the documents that ask for what its rows do."""


class RowDrafter:
    """Drafts rows one by one, giving each an id of its own."""

    def __init__(self, registers: DraftRegisters, given: GivenByUser) -> None:
        self._registers = registers
        self._catalogue = registers.catalogue
        self._given = given
        self._taken = set(self._catalogue.procedures)
        self._drafted: set[str] = set()
        self._published: set[str] = set()
        self._count = 0
        titles = {
            key: versions[-1].title
            for key, versions in self._catalogue.versions.items()
            if versions
        }
        self._titles = NameIndex(titles)
        self._references = References(
            self._catalogue, lambda text: registers.register_basis(text).document
        )

    def draft(self, pair: ListedContent) -> DraftedProcedure:
        """The drafts of one row and its content."""
        row, content = pair.row, pair.content
        code = (row.code if row else None) or (content.code if content else None)
        action = (row.action if row else None) or "publish"
        repeated = code if code in self._drafted else None
        if code in self._published and action not in _WITHOUT_CONTENT:
            code = None
        title = (row.name if row else content.name if content else "") or TODO
        known = self._catalogue.procedures.get(code) if code else None
        field_id = known.field if known else self._field(pair)
        name = slug(without_doubts(title))
        key = code or free_id(PROVISIONAL_ID + name, self._taken, _level_name(pair))
        drafted = DraftedProcedure(pair, key, title, field_id)
        self._add_doubts(pair, drafted)
        note = self._read_note(pair)
        if row and row.action is None:
            drafted.remarks.append(WordRemark("no_action", _place(pair)))
        if action == "abolish":
            self._draft_abolition(drafted, known, note)
        elif action == "annul":
            self._draft_annulment(drafted, note)
        elif known is None and code is None and action in ("amend", "replace"):
            self._publish(drafted, "publish", None, note)
            drafted.remarks.append(WordRemark(f"{action}_unknown", _place(pair)))
        else:
            self._publish(drafted, action, known, note)
        if repeated:
            drafted.remarks.append(WordRemark("same_code", _place(pair), {"code": repeated}))
        self._taken.add(key)
        self._drafted.add(key)
        return drafted

    def _read_note(self, pair: ListedContent) -> RowNote:
        lines = pair.row.text(ListColumn.NOTE).split("\n") if pair.row else ()
        return read_row_note(filter(None, lines), self._catalogue.decisions, self._references)

    def _field(self, pair: ListedContent) -> str:
        named = self._given.field_name or (pair.row.field_name if pair.row else None)
        return self._registers.register_field(named)

    def _start_row(self, action: str, drafted: DraftedProcedure, note: RowNote) -> Row:
        """A row with what the list says of it; the caller adds what it does."""
        self._count += 1
        listed = drafted.pair.row
        return Row(
            id=f"d{self._count}",
            action=action,
            grounds=note.grounds or self._grounds(drafted.pair, action),
            levels=listed.levels if listed else (),
            effective=note.effective,
            note=note.note or None,
        )

    def _grounds(self, pair: ListedContent, action: str) -> tuple[str, ...]:
        """The documents of the column that such a list has for them."""
        column = _GROUND_COLUMNS.get(action)
        text = pair.row.text(column) if pair.row and column else ""
        known = self._registers.register_ground(text) if text else None
        return (known,) if known else ()

    def _draft_abolition(
        self, drafted: DraftedProcedure, known: Procedure | None, note: RowNote
    ) -> None:
        if known is None:
            is_proposed = any(one.kind == "proposed" for one in drafted.remarks)
            kind = "abolish_no_code" if is_proposed else "abolish_unknown"
            drafted.remarks.append(WordRemark(kind, _place(drafted.pair)))
            return
        row = self._start_row("abolish", drafted, note)
        drafted.row = replace(row, procedure=drafted.key)

    def _draft_annulment(self, drafted: DraftedProcedure, note: RowNote) -> None:
        if note.annuls is None:
            drafted.remarks.append(WordRemark("annul_what", _place(drafted.pair)))
            return
        row = self._start_row("annul", drafted, note)
        drafted.row = replace(row, annuls=note.annuls, levels=())

    def _publish(
        self, drafted: DraftedProcedure, action: str, known: Procedure | None, note: RowNote
    ) -> None:
        versions = self._catalogue.versions.get(drafted.key, ()) if known else ()
        number = f"v{int(versions[-1].version[1:]) + 1 if versions else 1:03}"
        self._draft_version(drafted, versions, number)
        self._published.add(drafted.key)
        if known is None:
            drafted.procedure = self._identity(drafted)
        action = self._choose_action(drafted, action, bool(versions), note)
        row = self._start_row(action, drafted, note)
        drafted.row = replace(row, procedure=drafted.key, version=number)
        before = versions[-1] if versions else None
        if action == "replace":
            target = Target(procedure=drafted.key, version=number)
            drafted.row = replace(row, replaces=note.replaces, by=(target,))
        elif action in ("amend", "correct") and before and drafted.version:
            parts = note.amended_parts or amended_parts(before, drafted.version)
            asked = "" if drafted.pair.content else _ask_for_parts(drafted.pair, before)
            said = "\n".join(filter(None, (asked, drafted.row.note))) or None
            drafted.row = replace(drafted.row, amended_parts=parts, note=said)
            if action == "correct":
                drafted.version = replace(drafted.version, corrects=before.version)

    def _draft_version(
        self, drafted: DraftedProcedure, versions: tuple[Version, ...], number: str
    ) -> None:
        pair = drafted.pair
        if versions and pair.content is None:
            drafted.version = replace(versions[-1], version=number, corrects=None)
            drafted.remarks.append(WordRemark("kept_text", _place(pair)))
            drafted.remarks += remarks_on_kept(pair.row, versions[-1]) if pair.row else ()
            return
        version, remarks = draft_version_of(pair, drafted.key, number, self._registers)
        if versions:  # a file of its own has it, or it stays as it was
            version = replace(version, internal_process=versions[-1].internal_process)
        drafted.version = version
        drafted.remarks += remarks

    def _choose_action(
        self, drafted: DraftedProcedure, action: str, is_known: bool, note: RowNote
    ) -> str:
        """What the row can do by what the catalogue has; a remark where that is not as printed."""
        here = _place(drafted.pair)
        if action in ("amend", "correct") and not is_known:
            drafted.remarks.append(WordRemark("amend_unknown", here))
            return "publish"
        if action == "replace" and not note.replaces:
            drafted.remarks.append(WordRemark("replace_what", here))
            return "amend" if is_known else "publish"
        if action == "publish" and is_known:
            drafted.remarks.append(WordRemark("publish_known", here))
            return "amend"
        return action

    def _identity(self, drafted: DraftedProcedure) -> Procedure:
        code = None if drafted.key.startswith(PROVISIONAL_ID) else drafted.key
        return Procedure(
            id=drafted.key,
            code=code,
            field=drafted.field_id,
            agency=self._registers.publisher,
            kind="not_stated",
            scope="not_stated",
            unknown=None if code else {"code": _why_no_code(drafted.pair)},
        )

    def _add_doubts(self, pair: ListedContent, drafted: DraftedProcedure) -> None:
        """Note what a person should look at first."""
        here = _place(pair)
        if pair.row is None:
            drafted.remarks.append(WordRemark("only_content", here))
        elif pair.row.unread_code:
            words = {"words": pair.row.unread_code}
            drafted.remarks.append(WordRemark("code_unclear", here, words))
        if self._titles.likeness(drafted.key, drafted.title) < ALIKE:
            name = self._catalogue.versions[drafted.key][-1].title
            values = {"code": drafted.key, "name": name, "words": drafted.title}
            drafted.remarks.append(WordRemark("code_of_other", here, values))
        if pair.content is None and not (pair.row and pair.row.action in _WITHOUT_CONTENT):
            drafted.remarks.append(WordRemark("only_listed", here))
        printed = (pair.row.code if pair.row else None, pair.content.code if pair.content else None)
        if pair.content and all(printed) and printed[0] != printed[1]:
            values = {"code": printed[0] or "", "other": printed[1] or ""}
            drafted.remarks.append(WordRemark("codes_differ", pair.content.place, values))
        if pair.doubtful and pair.content:
            values = {"name": pair.content.name, "likeness": f"{pair.likeness:.0%}"}
            drafted.remarks.append(WordRemark("name_differs", pair.content.place, values))
        if pair.content:
            drafted.remarks += _labels_of(pair.content)
        if drafted.key.startswith(PROVISIONAL_ID):
            drafted.remarks += self._proposals(drafted.title, here)

    def _proposals(self, title: str, here: WordPlace | None) -> list[WordRemark]:
        likeness, key = self._titles.find_most_alike(title)
        if likeness < _PROPOSED:
            return []
        name = self._catalogue.versions[key][-1].title
        return [
            WordRemark("proposed", here, {"code": key, "name": name, "likeness": f"{likeness:.0%}"})
        ]


def _why_no_code(pair: ListedContent) -> str:
    code = (pair.row.code if pair.row else None) or (pair.content.code if pair.content else None)
    if code:
        return f"Một dòng khác của danh mục cũng ghi mã {code}."
    unread = pair.row.unread_code if pair.row else ""
    return f"Ô mã trong tệp Word ghi “{unread}”." if unread else "Danh mục để trống cột mã."


def leave_amended_open(drafted: DraftedDecision) -> None:
    """Take out the notes of rows that ask which parts they amend.

    For where a person is asked that at once.
    """
    rows = {}
    for one in drafted.procedures:
        if one.row:
            note = without_question(one.row.note)
            one.row = rows[one.row.id] = replace(one.row, note=note)
    made = tuple(rows.get(row.id, row) for row in drafted.decision.rows)
    drafted.decision = replace(drafted.decision, rows=made)


def join_replacements(drafted: list[DraftedProcedure]) -> None:
    """Make one row of those that replace the same procedures: two by three is one act."""
    first: dict[tuple[str, ...], DraftedProcedure] = {}
    for one in drafted:
        if one.row is None or not one.row.replaces:
            continue
        known = first.setdefault(one.row.replaces, one)
        if known is not one and known.row:
            levels = dict.fromkeys((*known.row.levels, *one.row.levels))
            known.row = replace(known.row, by=(*known.row.by, *one.row.by), levels=tuple(levels))
            one.row = None


def _ask_for_parts(pair: ListedContent, before: Version) -> str:
    """The note that asks which parts a row amends of which no file has the contents."""
    amending = " ".join(pair.row.text(ListColumn.AMENDING).split()).rstrip(".;") if pair.row else ""
    said = f" theo {amending}" if amending else ""
    told = _listed_instead(pair, before)
    return f"{AMENDED_OPEN}{said}{told}; sửa phần ấy trong phiên bản rồi ghi vào amended_parts."


def _listed_instead(pair: ListedContent, before: Version) -> str:
    """What the list says is amended; the time and the fee that it has in place of those before."""
    differ = remarks_on_kept(pair.row, before) if pair.row else ()
    amended = " ".join(pair.row.text(ListColumn.AMENDED).split()) if pair.row else ""
    said = [f"nội dung sửa đổi “{amended}”"] if amended else []
    said += [f"{_KEPT[one.kind]} “{one.values['listed']}”" for one in differ]
    told = ", ".join(said)
    return f" (danh mục ghi {told})" if told else ""


def _level_name(pair: ListedContent) -> str:
    """What tells procedures of one name apart: the level of the row."""
    levels = pair.row.levels if pair.row else pair.content.levels if pair.content else ()
    return _LEVEL_NAMES.get(levels[0], "") if levels else ""


def _labels_of(content: ProcedureContent) -> list[WordRemark]:
    """What a person should look at in the labels of a content, and behind it."""
    remarks = _drift_of(content)
    if content.unusual:
        values = {"words": content.unusual.text[:120]}
        remarks.append(WordRemark("label_unusual", content.unusual.place, values))
    if unread := content.unread_labels:
        values = {"words": unread[0].text[:120], "count": str(len(unread))}
        remarks.append(WordRemark("contents_behind", unread[0].place, values))
    return remarks


def _drift_of(content: ProcedureContent) -> list[WordRemark]:
    if content.drift:
        values = {"words": content.drift.text[:120], "part": str(list(content.parts)[-1])}
        return [WordRemark("drift", content.drift.place, values)]
    missing = [part for part in ContentPart if part in content.missing and content.parts]
    return [WordRemark("missing", content.place, {"part": str(part)}) for part in missing]


def _place(pair: ListedContent) -> WordPlace | None:
    lines = pair.row.values.get(ListColumn.NAME, []) if pair.row else []
    return lines[0].place if lines else pair.content.place if pair.content else None
