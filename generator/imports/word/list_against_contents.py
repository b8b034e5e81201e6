"""What the list of a decision says beside the contents: what it adds, and where they differ."""

import re
from collections.abc import Iterable, Iterator

from generator.imports.word.labels import ContentPart
from generator.imports.word.limits import read_limits, sum_of_stages
from generator.imports.word.list_header import ListColumn
from generator.imports.word.listing import ListedRow
from generator.imports.word.paragraphs import text_of
from generator.imports.word.procedure_content import ProcedureContent
from generator.imports.word.remarks import WordRemark
from generator.law.text import fold_text
from generator.records.registers import TODO
from generator.records.stated import ChannelTime
from generator.records.version import Version

_CONTRADICTED = {"times_differ": "thời hạn", "fees_differ": "phí, lệ phí"}
_QUESTION = (
    f"{TODO}: {{part}}: danh mục ghi “{{listed}}”, nội dung ghi “{{content}}”; đang lấy theo"
    " nội dung. Nếu danh mục đúng thì sửa; xong thì xóa ghi chú này."
)
_Figures = frozenset[tuple[float | None, str | None]]
"""Values, each with its unit."""


def complete_time(row: ListedRow, time: ChannelTime, remarks: list[WordRemark]) -> ChannelTime:
    """The time of the content with what only the list says; a list that differs is asked about.

    Stages that the content names one after the other are a time where the list has their sum.
    """
    lines = row.values.get(ListColumn.TIME)
    if not lines:
        return time
    listed = read_limits(row.text(ListColumn.TIME))
    stages = sum_of_stages(time.text or "")
    is_sum = stages is not None and stages == (listed.value, listed.unit)
    if (stages and listed.value is not None and not is_sum) or _differ(listed, time):
        values = {"listed": _bare(listed.text), "content": _bare(time.text)}
        remarks.append(WordRemark("times_differ", lines[0].place, values))
        if stages or _kinds_of(listed)[0] != _kinds_of(time)[0]:
            return time
    more = (listed.cases and not time.cases) or (listed.additions and not time.additions)
    if time.value is not None and not more:
        return time
    is_listed = time.value is None and not time.cases
    return ChannelTime(
        value=listed.value if is_listed else time.value,
        unit=listed.unit if is_listed else time.unit,
        text=_both_texts(time, listed),
        cases=time.cases or listed.cases,
        additions=time.additions or listed.additions,
    )


def _both_texts(time: ChannelTime, listed: ChannelTime) -> str:
    """What both say, once where they say the same."""
    texts = [text for text in (time.text, listed.text) if text and text != TODO]
    told = {"".join(_letters(text)): text for text in reversed(texts)}
    return "\n".join(reversed(told.values()))


def repeats_time(row: ListedRow, version: Version) -> bool:
    """Whether a version has all figures and all words of the time in a row, if in another order."""
    listed = read_limits(row.text(ListColumn.TIME))
    times = [channel.time for channel in version.channels.items if channel.time]
    had = {word for time in times for word in _letters(f"{time.text} {_about(time)}")}
    same = any(_kinds_of(listed) == _kinds_of(time) for time in times)
    return any(_kinds_of(listed)) and same and set(_letters(row.text(ListColumn.TIME))) <= had


def _about(time: ChannelTime) -> str:
    """The words of the cases and of the additions."""
    cases = (f"{one.name} {one.text or ''}" for one in time.cases)
    return " ".join((*cases, *(f"{one.reason} {one.text or ''}" for one in time.additions)))


def _differ(listed: ChannelTime, stated: ChannelTime) -> bool:
    """Whether both say a figure of one kind, the usual one, of cases, added, and not the same.

    A usual one beside figures of cases alone is the same as one of them.
    """
    usual, cases, added = zip(_kinds_of(listed), _kinds_of(stated), strict=True)
    if bool(usual[0]) != bool(usual[1]):
        usual = (usual[0] or cases[0], usual[1] or cases[1])
        return bool(usual[0] and usual[1] and not usual[0] & usual[1])
    return any(one and two and one != two for one, two in (usual, cases, added))


def _kinds_of(time: ChannelTime) -> tuple[_Figures, _Figures, _Figures]:
    """The usual figure, those of cases, those of additions."""
    return (
        frozenset({(time.value, time.unit)} if time.value is not None else ()),
        frozenset((case.value, case.unit) for case in time.cases),
        frozenset((one.value, one.unit) for one in time.additions if one.value is not None),
    )


def remarks_on_fees(row: ListedRow, content: ProcedureContent) -> Iterator[WordRemark]:
    """A fee that the list and the content say in other words."""
    listed, stated = row.text(ListColumn.FEE), text_of(content.parts.get(ContentPart.FEES, ()))
    if listed and stated and _letters(listed) != _letters(stated):
        place = row.values[ListColumn.FEE][0].place
        values = {"listed": _bare(listed), "content": _bare(stated)}
        yield WordRemark("fees_differ", place, values)


def remarks_on_kept(row: ListedRow, before: Version) -> Iterator[WordRemark]:
    """The time or the fee of a row without contents that the text before says otherwise."""
    first = before.channels.items[0] if before.channels.items else None
    time = (first.time.text or "") if first and first.time else ""
    fees = "\n".join(one.text or "" for one in first.fees.items) if first else ""
    for kind, column, kept in (
        ("kept_time", ListColumn.TIME, time),
        ("kept_fee", ListColumn.FEE, fees),
    ):
        listed = row.text(column)
        if listed and _letters(listed) != _letters(kept):
            values = {"listed": _bare(listed), "kept": _bare(kept) or "…"}
            yield WordRemark(kind, row.values[column][0].place, values)


def open_questions(remarks: Iterable[WordRemark]) -> Iterator[str]:
    """Where list and contents contradict each other, as notes that the check tells until a person
    has answered: the contents are taken.
    """
    for remark in remarks:
        if part := _CONTRADICTED.get(remark.kind):
            yield _QUESTION.format(part=part, **remark.values)


def _bare(text: str | None) -> str:
    """Words without the mark that ends them: a remark sets its own."""
    return (text or "").rstrip(" .;")


def _letters(text: str) -> list[str]:
    return re.findall(r"\w+", fold_text(text))
