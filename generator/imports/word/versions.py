"""A row of the list and its content into a procedure and a version; what is open says TODO."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from generator.exports.word.versions import NO_PROCESS
from generator.imports.word.applicants import assumed_applicants, stated_applicants
from generator.imports.word.assumptions import notes_on_assumed
from generator.imports.word.blocks import WordLine, WordPlace
from generator.imports.word.content_tables import read_content_tables
from generator.imports.word.exported_versions import NO_REASON, take_exported
from generator.imports.word.labels import ContentPart
from generator.imports.word.limits import (
    read_late_submission,
    read_limits,
    read_limits_of_cases,
)
from generator.imports.word.list_against_contents import (
    complete_time,
    open_questions,
    remarks_on_fees,
)
from generator.imports.word.list_header import ListColumn
from generator.imports.word.listing import ListedRow
from generator.imports.word.methods import addresses_of, named_methods, words_of_methods
from generator.imports.word.pairing import ListedContent
from generator.imports.word.paragraphs import text_of
from generator.imports.word.parts import (
    stated_agencies,
    stated_basis,
    stated_conditions,
    stated_dossier,
    stated_forms,
    stated_results,
    stated_steps,
)
from generator.imports.word.procedure_content import ProcedureContent
from generator.imports.word.registers import DraftRegisters
from generator.imports.word.remarks import WordRemark
from generator.imports.word.stated_fees import is_left_in_words, stated_fees
from generator.records.registers import TODO
from generator.records.stated import AgencyPart, ChannelTime, Duration, Fee, Stated
from generator.records.unwritten import NOT_PRINTED
from generator.records.version import (
    Agencies,
    Case,
    Channel,
    Online,
    Postal,
    Step,
    Version,
)

NO_CONTENT = f"{TODO}: nội dung thủ tục; các tệp Word chỉ có dòng của danh mục."
"""Why the steps are not stated where no file has the contents of a row."""
_NOT_READ = f"{TODO}: phần này có trong tệp Word nhưng chưa đọc được; nhập tay."
"""Why a part is not stated where its label is not in its order."""
_EXCERPT = 160
_STEPS_AT_LEAST = 3
"""So many paragraphs are hardly one step."""
_OPEN = ChannelTime(value=None, unit="other", text=TODO)


def draft_version_of(
    pair: ListedContent, key: str, number: str, registers: DraftRegisters
) -> tuple[Version, list[WordRemark]]:
    """The version that a row and its content say, and what a person should look at."""
    remarks: list[WordRemark] = []
    row, tables = pair.row, read_content_tables(pair.content) if pair.content else None
    content = tables.content if tables else None
    parts = _running_text(content) if content else {}
    forms = stated_forms(parts.get(ContentPart.FORMS, ()), content.form_heads if content else ())
    channels = _draft_channels(row, content, remarks)
    applicants = stated_applicants(parts.get(ContentPart.APPLICANTS, ()))
    place, said = _first_place(row, content), {"words": (applicants.text or "")[:_EXCERPT]}
    remarks += [WordRemark(kind, place, said) for kind in assumed_applicants(applicants)]
    steps = stated_steps(parts.get(ContentPart.STEPS, ()))
    remarks += _remarks_on_steps(steps, place)
    basis = stated_basis(_basis_lines(row, content), registers)
    version = Version(
        procedure=key,
        version=number,
        title=(row.name if row else content.name if content else "") or TODO,
        levels=_levels(row, content),
        steps=steps,
        channels=channels,
        dossier=stated_dossier(parts.get(ContentPart.DOSSIER, ()), forms),
        forms=forms,
        applicants=applicants,
        agencies=_agencies(row, parts.get(ContentPart.AGENCIES, ()), registers),
        results=stated_results(parts.get(ContentPart.RESULTS, ())),
        conditions=stated_conditions(parts.get(ContentPart.CONDITIONS, ())),
        legal_basis=basis,
        online=_draft_online(row, remarks),
        postal=_postal(row),
        linked_procedures=Stated(not_stated=NOT_PRINTED),
        internal_process=Stated(not_stated=NO_PROCESS),
        cases=_cases(row),
        non_territorial=(row.ticked(ListColumn.NON_TERRITORIAL) or None) if row else None,
        late_submission=read_late_submission(_time_text(row, content)),
        notes=_notes(content),
    )
    version = _mark_unread(tables.complete(version) if tables else version, content)
    remarks += tables.remarks() if tables else ()
    version = take_exported(version, pair, registers, remarks)
    asked = (*open_questions(remarks), *notes_on_assumed(remarks, pair))
    return replace(version, notes=(*version.notes, *asked)), remarks


def _remarks_on_steps(steps: Stated[Step], place: WordPlace | None) -> Iterator[WordRemark]:
    """That paragraphs without a number became one step: they may be steps of their own."""
    if len(steps.items) != 1 or steps.items[0].name:
        return
    count = len((steps.items[0].text or "").split("\n"))
    if count >= _STEPS_AT_LEAST:
        yield WordRemark("steps_joined", place, {"count": str(count)})


def _mark_unread(version: Version, content: ProcedureContent | None) -> Version:
    """The version with a TODO where the files say more than was read, or should say it.

    Without contents one TODO stands at the steps: whoever fills in the steps fills in the rest.
    """
    if content is None or not (content.parts or content.carried):
        return replace(version, steps=Stated(not_stated=NO_CONTENT))
    if content.drift is None:
        return version
    unread: Stated[Any] = Stated(not_stated=_NOT_READ)
    names = ("steps", "forms", "applicants", "results", "conditions", "legal_basis")
    given = {part.value for part in content.parts}
    parts: dict[str, Any] = {
        name: unread for name in names if name not in given and not getattr(version, name).items
    }
    if "dossier" not in given:
        parts["dossier"] = replace(version.dossier, groups=unread)
    return replace(version, **parts)


def _running_text(content: ProcedureContent) -> dict[ContentPart, list[WordLine]]:
    """The lines of each part without notes and boxes."""
    parts = content.parts.items()
    return {part: [line for line in lines if not line.aside] for part, lines in parts}


def _levels(row: ListedRow | None, content: ProcedureContent | None) -> Stated[str]:
    found = (row.levels if row else ()) or (content.levels if content else ())
    return Stated(items=found) if found else Stated(not_stated=TODO)


def _time_text(row: ListedRow | None, content: ProcedureContent | None) -> str:
    """What is said of time: the content's words, which are fuller, else those of the list."""
    said = text_of(content.parts.get(ContentPart.TIME, ())) if content else ""
    return said or (row.text(ListColumn.TIME) if row else "")


def _read_time(row: ListedRow | None, text: str) -> ChannelTime:
    """The time that words lay down; without any, what the cases of the row have each."""
    if text or row is None:
        return read_limits(text) if text else _OPEN
    cases = ((case.name or TODO, case.text(ListColumn.TIME)) for case in row.cases)
    return read_limits_of_cases(cases)


def _draft_channels(
    row: ListedRow | None, content: ProcedureContent | None, remarks: list[WordRemark]
) -> Stated[Channel]:
    said = text_of(content.parts.get(ContentPart.CHANNELS, ())) if content else ""
    said = said or (row.text(ListColumn.CHANNELS) if row else "")
    place = row.text(ListColumn.PLACE) if row else ""
    methods = _methods(row, said, place)
    text = _time_text(row, content)
    time = _read_time(row, text)
    if row and content:
        time = complete_time(row, time, remarks)
        remarks += remarks_on_fees(row, content)
    if time.text != TODO and time.value is None and not time.cases:
        words = {"words": time.text or ""}
        remarks.append(WordRemark("time_in_words", _first_place(row, content), words))
    fees = _draft_fees(row, content)
    if is_left_in_words(fees):
        words = {"words": fees.items[0].text or ""}
        remarks.append(WordRemark("fee_in_words", _first_place(row, content), words))
    committed = row.text(ListColumn.COMMITTED) if row else ""
    if not methods:
        remarks.append(WordRemark("no_method", _first_place(row, content)))
        methods = ("direct", "online") if row and _is_online(row) else ("direct",)
    addresses, own = addresses_of(place, methods), words_of_methods(said, methods)
    return Stated(
        items=tuple(
            Channel(
                id=f"c{number}",
                method=method,
                time=time,
                fees=fees,
                text=own[method] or None,
                address=addresses.get(method),
                committed_time=read_limits(committed) if committed else None,
            )
            for number, method in enumerate(methods, 1)
        )
    )


def _methods(row: ListedRow | None, said: str, place: str) -> tuple[str, ...]:
    """The ways to submit that contents and list name, as far as the ticks of the list allow.

    A cell of places is one for many rows, a tick is of one: what is not ticked for the post is not
    sent by it, and an online level is a way to submit.
    """
    named = named_methods(f"{said}\n{place}")
    if row is None or not named:
        return named
    if row.ticked(ListColumn.POST_IN) is False and "postal" not in named_methods(said):
        named = tuple(one for one in named if one != "postal")
    return (*named, "online") if _is_online(row) and "online" not in named else named


def _is_online(row: ListedRow) -> bool:
    return any(row.ticked(level) for level in (ListColumn.END_TO_END, ListColumn.PARTIAL))


def _draft_fees(row: ListedRow | None, content: ProcedureContent | None) -> Stated[Fee]:
    """The fee that is laid down; without any, what the cases of the row have each, in words."""
    text = _fee_text(row, content)
    cases = [one for one in row.cases if one.text(ListColumn.FEE)] if row and not text else []
    if not cases:
        return stated_fees(text)
    said = ";\n".join(f"{one.name or TODO}: {one.text(ListColumn.FEE)}" for one in cases)
    return Stated(items=(Fee(id="p1", state="not_stated", text=said),))


def _fee_text(row: ListedRow | None, content: ProcedureContent | None) -> str:
    said = text_of(content.parts.get(ContentPart.FEES, ())) if content else ""
    return said or (row.text(ListColumn.FEE) if row else "")


def _first_place(row: ListedRow | None, content: ProcedureContent | None) -> WordPlace | None:
    if content:
        return content.place
    lines = row.values.get(ListColumn.NAME) if row else None
    return lines[0].place if lines else None


def _basis_lines(row: ListedRow | None, content: ProcedureContent | None) -> Sequence[WordLine]:
    said = content.parts.get(ContentPart.BASIS, []) if content else []
    if said or row is None:
        return said
    columns = (ListColumn.BASIS, ListColumn.AMENDING)
    return [line for column in columns for line in row.values.get(column, ())]


def _agencies(
    row: ListedRow | None, lines: Sequence[WordLine], registers: DraftRegisters
) -> Agencies:
    found = stated_agencies(lines, registers)
    named = row.text(ListColumn.AGENCY) if row else ""
    if lines or not named:
        return found
    executing: Stated[AgencyPart] = Stated(items=registers.agency_parts(named))
    return Agencies(
        executing=executing,
        deciding=found.deciding,
        receiving=found.receiving,
        delegated=found.delegated,
        coordinating=found.coordinating,
    )


def _draft_online(row: ListedRow | None, remarks: list[WordRemark]) -> Online:
    """The level that is ticked; "một phần" needs a reason, which no list gives."""
    if row and row.ticked(ListColumn.END_TO_END):
        return Online(level="end_to_end", payment=None)
    if row and row.ticked(ListColumn.PARTIAL):
        lines = row.values[ListColumn.PARTIAL]
        remarks.append(WordRemark("partial_reason", lines[0].place))
        return Online(level="partial", partial_reason=NO_REASON, payment=None)
    return Online(level="not_stated", payment=None)


def _postal(row: ListedRow | None) -> Postal:
    if row is None:
        return Postal(receives_dossier=None, returns_result=None)
    return Postal(
        receives_dossier=row.ticked(ListColumn.POST_IN),
        returns_result=row.ticked(ListColumn.POST_OUT),
    )


def _cases(row: ListedRow | None) -> tuple[Case, ...]:
    if row is None:
        return ()
    return tuple(
        Case(id=f"t{number}", code=case.code, name=case.name or TODO, time=_case_time(case))
        for number, case in enumerate(row.cases, 1)
    )


def _case_time(case: ListedRow) -> Duration | None:
    text = case.text(ListColumn.TIME)
    if not text:
        return None
    time = read_limits(text)
    return Duration(value=time.value, unit=time.unit, text=text)


def _notes(content: ProcedureContent | None) -> tuple[str, ...]:
    """Footnotes of the parts."""
    lines = (line for part in content.parts.values() for line in part) if content else ()
    return tuple(line.text for line in lines if line.aside == "footnote")
