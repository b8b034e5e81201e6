"""Forms that the words of a procedure name: "theo Mẫu số 04 ban hành kèm theo Thông tư …"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.findings.problem import Pointer
from generator.law.citations import parse
from generator.law.text import fold_text
from generator.readings.enumeration import skip_marks
from generator.readings.evidence import Certainty, Evidence, Reading, evidence_of
from generator.readings.paper_forms import ON_A_FORM, rank_application
from generator.readings.paper_names import name_span
from generator.readings.paper_words import OPENS_PAPER
from generator.records.version import Version

_CODE = (
    r"(?:[A-ZĐ]{1,5}[.-]?\s?\d[\w./-]{0,20}|\d{1,3}[\w./-]{0,22}|[IVX]{1,4}[.-]\d[\w.-]{0,8}"
    r"|[A-ZĐ]{2,4}/\d[\w/.-]{0,16}|(?<=số )[IVXA-H]{1,4}(?![\w]))"
)
_MENTION = re.compile(
    rf"(?<!\w)[Mm](?:ẫu|ẪU)(?:\s{{1,4}}(?:biểu|đơn|tờ khai"
    rf"|hồ sơ))?(?:\s{{0,4}}số:?)?\s{{1,4}}(?P<code>{_CODE})"
)
_UNNUMBERED = re.compile(
    r"(?<!\w)theo\s{1,4}(?:biểu\s{1,4})?mẫu(?:\s{1,4}(?:đơn|tờ khai|biểu))?(?!\s{1,4}(?:số"
    r"|\d))(?!\w)",
    re.I,
)
_NEXT_CODE = re.compile(
    r"\s{0,4}(?:,|và|hoặc|/)\s{0,4}(?:[Mm]ẫu\s{1,4})?(?:số\s{1,4})?"
    r"(?P<code>\d{1,3}[A-Za-zđ]?)(?![\w/.]|-\w)"
)
_ANNEX = re.compile(
    r"phụ lục(?:\s{1,4}số)?\s{1,4}(?P<sign>[IVXLC]{1,6}[A-Z]?(?:[.-][\w.-]{1,8})?"
    r"|\d{1,2}[\w.]{0,6}|[A-H](?!\w))",
    re.I,
)
_NUMBER = re.compile(r"\d{1,5}(?:\.\d{1,3})?[A-Z]?\s?/(?:\d{4}\s?/)?\s?[A-ZĐ][\wĐ.&-]{1,24}")
_BREAK = re.compile(r"[.;:](?=\s)|\n")
_SHORT_BREAK = re.compile(r"[.;:,](?=\s)|\n")
_LEADS = re.compile(
    r"(?<!\w)(?:thì|(?:phải (?:nộp|có|kèm theo|gửi)|nộp thêm)"
    r"(?! ngân sách| thuế| theo))(?!\w)",
    re.I,
)
"""What stands in a sentence before the paper that it asks for, or that an office makes."""
_DOES = re.compile(r"(?:thông báo (?:cho|bằng)|đăng ký (?:nộp|tiếp))(?!\w)", re.I)
"""An act that begins as the name of a paper does."""
_REACH = 260
"""How many characters after a form the document that lays it down is looked for."""
_GAP = 40
"""How many signs of lists and spaces may stand before what opens a text or a part of it."""


class FormPlace(StrEnum):
    """Where a form is named; a step may name a form that the office fills in."""

    PAPER = "paper"
    STEP = "step"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class NamedForm:
    """A form that the words name.

    `name` is what it is for, as the words say; `code` its number ("04", "NA9", "03/KBS/GSQL") and
    `annex` the annex it stands in, None when they are not told; `document` the number of the text
    that lays it down, normalised. `for_reader`: it belongs to a paper or is an application; other
    forms of steps are the office's. `recorded`: the id of the recorded form that it is.
    """

    name: str | None
    code: str | None
    annex: str | None
    document: str | None
    place: FormPlace
    for_reader: bool
    recorded: str | None = None


def read_forms(version: Version) -> tuple[Reading[NamedForm], ...]:
    """The forms named in the papers, steps and conditions of a version, each once."""
    merged: dict[_Key, Reading[NamedForm]] = {}
    known: dict[_Key, _Key] = {}
    for form in _named(version):
        key = _set_known_key(form.value, known)
        merged[key] = _merge(merged[key], form) if key in merged else form
    return tuple(_match(form, version) for form in merged.values())


def _named(version: Version) -> Iterator[Reading[NamedForm]]:
    for place, pointer, text in _texts_with_forms(version):
        if "mẫu" in text or "Mẫu" in text or "MẪU" in text:
            yield from _read_text(place, pointer, text)


def _texts_with_forms(version: Version) -> Iterator[tuple[FormPlace, Pointer, str]]:
    for number, group in enumerate(version.dossier.groups.items):
        above: Pointer = ("dossier", "groups", "items", number)
        for at, item in enumerate(group.items):
            yield FormPlace.PAPER, (*above, "items", at, "name"), item.name
    for at, step in enumerate(version.steps.items):
        yield FormPlace.STEP, ("steps", "items", at, "text"), step.text or ""
    for at, clause in enumerate(version.conditions.items):
        yield FormPlace.CONDITION, ("conditions", "items", at, "text"), clause.text


def _read_text(place: FormPlace, pointer: Pointer, text: str) -> Iterator[Reading[NamedForm]]:
    past = 0
    for match in _MENTION.finditer(text):
        if match.start() >= past:
            codes, past = _joined_codes(text, match)
            for code in codes:
                yield _make_form(place, pointer, text, (match.start(), past), code)
    if not past and place is FormPlace.PAPER:
        for match in _UNNUMBERED.finditer(text):
            yield _make_form(place, pointer, text, match.span(), None)


def _joined_codes(text: str, match: re.Match[str]) -> tuple[list[str], int]:
    """The number of a form and those joined to it, and where they end: "Mẫu số 06, 08"."""
    codes, end = [_clean(match["code"])], match.end()
    while more := _NEXT_CODE.match(text, end):
        codes.append(_clean(more["code"]))
        end = more.end()
    return codes, end


def _make_form(
    place: FormPlace, pointer: Pointer, text: str, span: tuple[int, int], code: str | None
) -> Reading[NamedForm]:
    start, end = span
    source = _source_end(text, end)
    annex = _ANNEX.search(text, end, source)
    number = _NUMBER.search(text, end, source)
    document = parse(number[0]) if number else None
    name = _name_of(text, start, end, place)
    said = text[slice(*name)] if name else None
    form = NamedForm(
        said,
        code,
        annex["sign"].rstrip(".-") if annex else None,
        document.text if document else None,
        place,
        place is FormPlace.PAPER or rank_application(said or "") < ON_A_FORM,
    )
    last = max(found.end() for found in (annex, number) if found) if annex or number else end
    places = (evidence_of(pointer, text, *name),) if name else ()
    sure = Certainty.SURE if code or (annex and document) else Certainty.LIKELY
    return Reading(form, sure, (*places, evidence_of(pointer, text, start, last)))


def _source_end(text: str, end: int) -> int:
    """Where the words about a form's source end: at its sentence, or at the next form."""
    stop = min(len(text), end + _REACH)
    limit = _BREAK.search(text, end, stop)
    following = _MENTION.search(text, end, stop)
    ends = [match.start() for match in (limit, following) if match]
    return min(ends, default=stop)


def _name_of(text: str, start: int, end: int, place: FormPlace) -> tuple[int, int] | None:
    """What the form is for: the words after its number ("Mẫu số 24. Đơn …"), else before it."""
    after = skip_marks(text, end, min(len(text), end + 6))
    if _stands_first(text, start) and OPENS_PAPER.match(text, after):
        return name_span(text, after, min(len(text), after + 300))
    clause = _clause_start(text, start, place)
    openings = [_opening(text, at, start) for at in _starts(text, clause, start)]
    opening = next((one for one in openings if one < start), start)
    return _without_theo(text, *name_span(text, opening, start)) if opening < start else None


def _stands_first(text: str, start: int) -> bool:
    """Whether a form is named where the text or a part of it begins."""
    before = text[max(0, start - _GAP) : start]
    opens = start < _GAP and not before.strip(" -+*•(")
    return opens or before.rstrip().endswith((";", ":"))


def _starts(text: str, clause: int, end: int) -> list[int]:
    """Where the name of a form may begin, the last first: behind words that ask for a paper.

    What stands before "thì" is a case, and never the name of what follows.
    """
    leads = list(_LEADS.finditer(text, clause, end))
    cases = [one.end() for one in leads if one[0].lower() == "thì"]
    first = cases[-1] if cases else clause
    return [*(one.end() for one in reversed(leads) if one.end() > first), first]


def _opening(text: str, at: int, end: int) -> int:
    """Where the first paper begins in some words; their end when there is none."""
    opening = skip_marks(text, at, end)
    while opening < end and (
        not OPENS_PAPER.match(text, opening) or _DOES.match(text, opening, end)
    ):
        opening = text.find(" ", opening, end) + 1 or end
    return opening


def _without_theo(text: str, start: int, end: int) -> tuple[int, int]:
    bare = text[start:end].rstrip(" ,(–-").removesuffix(" theo")
    return start, start + len(bare.rstrip(" ,(–-"))


def _clause_start(text: str, start: int, place: FormPlace) -> int:
    """Where the clause with a form begins; in a step, after its last comma too."""
    lowest = max(0, start - 400)
    ends = _BREAK if place is FormPlace.PAPER else _SHORT_BREAK
    breaks = [match.end() for match in ends.finditer(text, lowest, max(lowest, start - 12))]
    return breaks[-1] if breaks else lowest


def _clean(code: str) -> str:
    return re.sub(r"\s{1,4}", "", code).strip(".,/-")


def _fold_code(code: str) -> str:
    return re.sub(r"(?<!\d)0+(?=\d)", "", fold_text(code))


_Key = tuple[str | None, ...]


def _set_known_key(form: NamedForm, known: dict[_Key, _Key]) -> _Key:
    """Forms of one number are one when no two texts are named for them."""
    if form.code is None:
        return (None, form.annex, form.document, form.name)
    code = _fold_code(form.code)
    own: _Key = (code, form.annex, form.document)
    tried: list[_Key] = [(code, form.document), (code, None)] if form.document else [(code,)]
    key = next((known[one] for one in tried if one in known), own)
    known.setdefault((code,), key)
    known.setdefault((code, form.document), key)
    return key


def _merge(one: Reading[NamedForm], other: Reading[NamedForm]) -> Reading[NamedForm]:
    """A form named twice: the first name, and what either tells of its source."""
    value = replace(
        one.value,
        name=one.value.name or other.value.name,
        annex=one.value.annex or other.value.annex,
        document=one.value.document or other.value.document,
    )
    evidence: tuple[Evidence, ...] = (*one.evidence, *other.evidence)[:6]
    return Reading(value, one.certainty, evidence)


def _match(form: Reading[NamedForm], version: Version) -> Reading[NamedForm]:
    """The recorded form of the same number, else the only form recorded with the paper."""
    recorded = _same_code(form.value, version) or _only_form(form, version)
    return replace(form, value=replace(form.value, recorded=recorded)) if recorded else form


def _same_code(form: NamedForm, version: Version) -> str | None:
    if form.code is None:
        return None
    code = _fold_code(form.code)
    ids = [
        recorded.id
        for recorded in version.forms.items
        for match in _MENTION.finditer(recorded.name.replace("_", " "))
        if _fold_code(_clean(re.sub(r"\.\w{3,4}\Z", "", match["code"]))) == code
    ]
    return ids[0] if len(set(ids)) == 1 else None


def _only_form(form: Reading[NamedForm], version: Version) -> str | None:
    pointer = form.evidence[0].pointer
    if pointer[0] != "dossier":
        return None
    item = version.dossier.groups.items[int(pointer[3])].items[int(pointer[5])]
    named = len(_MENTION.findall(item.name))
    return item.forms[0] if len(item.forms) == 1 and named <= 1 else None
