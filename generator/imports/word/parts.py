"""The parts of a procedure, as an annex prints them, into what a version states."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.imports.portal.vocabulary import states_none
from generator.imports.word.blocks import WordLine
from generator.imports.word.dossier_groups import (
    HEADS_PAPERS,
    FoundGroups,
    explains_papers,
    find_group,
)
from generator.imports.word.form_links import FORM_CODE, linked_forms
from generator.imports.word.forms import FormHead
from generator.imports.word.named_documents import named_documents
from generator.imports.word.paragraphs import WordParagraph, join_lines, text_of
from generator.imports.word.registers import DraftRegisters
from generator.law.text import CAPITAL_LETTERS, fold_text
from generator.readings.paper_counts import PaperCount, read_count
from generator.records.stated import AgencyPart, Clause, Stated
from generator.records.unwritten import NOT_PRINTED
from generator.records.version import (
    Agencies,
    Dossier,
    DossierGroup,
    DossierItem,
    Form,
    LegalBasis,
    Result,
    Step,
)

STEP_HEAD = re.compile(r"\A\W*(?P<name>bước\s+\d{1,2})\s*[:.)–-]?\s*", re.IGNORECASE)
_SETS = re.compile(
    r"(?:số lượng(?:\s+hồ sơ)?\s*+:?|hồ sơ (?:được )?lập thành)\s*+\(?(\d{1,2}|một|hai|ba)\b"
    r"(?=\W{0,3}(?:(?:\d{1,2}|một|hai|ba)\b\W{0,3})?(?:bộ|hồ sơ|bản|\Z))",
    re.IGNORECASE,
)
"""How many sets; a number of anything else is part of the name of a paper."""
_SETS_IN_WORDS = {"một": 1, "hai": 2, "ba": 3}
_SETS_ALONE = re.compile(
    r"\A\W*(?:[a-zđ0-9]{1,2}[.)]\s*)?số lượng(?: hồ sơ)?\W*(?:\d{1,2}|một|hai|ba)\b"
    r"(?:\W*\(?(?:một|hai|ba)\)?)?(?:\s*bộ)?(?:\s*hồ sơ)?\W*\Z",
    re.IGNORECASE,
)
"""A line that says how many sets, and nothing else."""
_PAPERS = re.compile(
    r"\A\W*+(?:[a-z]\s*[.)]|\d[.)\d.]*)?\s*(?:thành phần(?:\s+hồ sơ)?|hồ sơ(?= (?:bao )?gồm))"
    r"\s*+,?\s*+(?:gồm|bao gồm)?\s*+(?:có)?\s*+(?:(?:các|những) (?:giấy tờ|tài liệu))?\s*+"
    r"(?:sau(?: đây)?)?\s*+[:.]?\s*+\Z",
    re.IGNORECASE,
)
_PIECES = re.compile(
    r"(?:[(,:]|bản (?:chính|gốc|sao))\s{0,4}(\d{1,2})\s{1,4}bản"
    r"(?!\w|\s{1,4}(?:chính|gốc|sao|chụp|phô|photo))",
    re.IGNORECASE,
)
"""How many there are of a paper, beside what kind it is: "Bản sao … (02 bản)"."""
_COUNTED = re.compile(
    r"(?<![\w/])(?:\d{1,2}|một|hai|ba|bốn|năm)\b\s{0,4}(?:\([^()]{1,20}\)\s{0,4})?(?:bản|bộ|tờ)\b"
    r"|bản\s{1,4}\w{1,6}\s{0,4}:\s{0,4}\d",
    re.IGNORECASE,
)
"""A number of pieces: "bản gốc" alone says of what kind a paper is and not how many there are."""
_MARK = r"(?:(?:[a-zđ]\d?|[ivx]{2,5})\s*[.)]\s*|\(?\d{1,2}(?:\.\d{1,2}){0,6}[.)]\s*)"
_FOR_WHOM = r"(?:đối với|trường hợp|hồ sơ\s+\w+|riêng)"
GROUP_HEAD = re.compile(
    rf"\A\W*(?:{_MARK}{{0,2}}{_FOR_WHOM}.{{0,600}}:"
    rf"|{_MARK}(?:đối với|trường hợp)(?:(?!\bthì\b)[^;.:]){{0,300}}"
    r"|trường hợp\s++\d{1,2}(?:\s*+[:.–-](?:(?!\bthì\b)[^;.:]){0,200})?)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
"""A heading that says for whom the papers below are: it ends in a colon, or has a number."""
_GROUP_AND_PAPER = re.compile(
    rf"\A(?P<group>\W*{_MARK}(?:đối với|trường hợp|hồ sơ)\s[^;:]{{0,300}}):\s+"
    rf"(?P<paper>(?-i:[{CAPITAL_LETTERS}]).*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_SHOWN_OR_HANDED = re.compile(
    r"\A\W{0,9}(?:[a-zđ0-9]{1,2}(?:\.\d{1,2})?[.)]\s{0,3})?(?:(?:các|thành phần)\s{1,3})?"
    r"(?:giấy tờ|hồ sơ|tài liệu)\s{1,3}(?:(?:phải|cần)\s{1,3})?"
    r"(?P<verb>xuất trình|nộp(?:\s{0,3}(?:/|hoặc|,|và)\s{0,3}xuất trình)?)"
    r"(?:\s{1,3}(?:khi|trực tiếp|gồm|bao gồm|sau|sau đây)){0,3}\s{0,3}:?\s{0,3}\Z",
    re.IGNORECASE,
)
"""A heading that says what is done with the papers below: they are shown, or handed in."""
_NO_PAPERS = re.compile(
    r"\A\W*không (?:yêu cầu|quy định|phải nộp|cần nộp|có)(?: (?:về|nộp|thành phần))?"
    r" (?:giấy tờ|hồ sơ|thành phần hồ sơ)\W*\Z",
    re.IGNORECASE,
)
_NO_FORM = re.compile(r"\A\W*không (?:có|quy định)(?: biểu)? mẫu\b", re.IGNORECASE)
_ROLES = (
    ("delegated", r"uy quyen|phan cap"),
    ("deciding", r"tham quyen quyet dinh|co tham quyen|quyet dinh\s*:"),
    ("coordinating", r"phoi hop"),
    ("receiving", r"tiep nhan"),
    ("executing", r"thuc hien"),
)


def stated_steps(lines: Sequence[WordLine]) -> Stated[Step]:
    """The steps; each begins at "Bước N", and lines before the first are a step of their own."""
    found: list[tuple[str | None, list[str]]] = []
    for paragraph in join_lines(lines):
        match = STEP_HEAD.match(paragraph.text)
        if match:
            rest = paragraph.text[match.end() :].strip()
            found.append((" ".join(match["name"].split()), [rest] if rest else []))
        elif found:
            found[-1][1].append(paragraph.text)
        else:
            found.append((None, [paragraph.text]))
    steps = (
        Step(id=f"b{n}", name=name, text="\n".join(texts) or None)
        for n, (name, texts) in enumerate(found, 1)
    )
    return Stated(items=tuple(steps)) if found else Stated(not_stated=NOT_PRINTED)


def is_dossier_label(text: str) -> bool:
    """Whether a line heads the papers, or tells the count of sets and no more: the record says it
    by its keys.
    """
    return bool(_PAPERS.match(text) or _SETS_ALONE.match(text))


def stated_dossier(lines: Sequence[WordLine], forms: Stated[Form]) -> Dossier:
    """The papers, in groups where a heading says for whom; how many sets."""
    sets, text = None, []
    groups: FoundGroups = []
    for paragraph in join_lines(lines):
        given = _SETS.search(paragraph.text)
        if given and len(paragraph.text) < 160:
            word = given[1].lower()
            sets = _SETS_IN_WORDS.get(word) or int(word)
            text += [] if is_dossier_label(paragraph.text) else [paragraph.text]
        elif _PAPERS.match(paragraph.text):
            continue
        elif _heads_papers(paragraph.text):
            groups.append((paragraph.plain.rstrip(" :"), []))
        elif both := _GROUP_AND_PAPER.match(paragraph.text):
            groups.append((both["group"].strip(), [replace(paragraph, text=both["paper"])]))
        else:
            find_group(paragraph.text, groups).append(paragraph)
    said = [one for _, paragraphs in groups for one in paragraphs]
    if said and len(groups) == 1 and all(map(_has_no_papers, said)):
        text += [one.text for one in said]
        return Dossier(sets=sets, groups=Stated(none=True), text="\n".join(text))
    return Dossier(sets=sets, groups=_groups(groups, forms), text="\n".join(text) or None)


def _heads_papers(text: str) -> bool:
    return any(head.match(text) for head in (GROUP_HEAD, _SHOWN_OR_HANDED, HEADS_PAPERS))


def _has_no_papers(paragraph: WordParagraph) -> bool:
    return states_none(paragraph.plain) or bool(_NO_PAPERS.match(paragraph.plain))


def _groups(found: FoundGroups, forms: Stated[Form]) -> Stated[DossierGroup]:
    groups, count = [], 0
    for number, (name, paragraphs) in enumerate(found, 1):
        items = []
        head = _SHOWN_OR_HANDED.match(name or "")
        shown = head is not None and head["verb"].lower() == "xuất trình"
        for paragraph in paragraphs or []:
            count += 1
            item = _item(paragraph, count, forms)
            items.append(replace(item, presented_only=shown and item.kind != "note"))
        if items:
            groups.append(DossierGroup(id=f"n{number}", name=name, items=tuple(items)))
        elif name:
            count += 1
            note = DossierItem(id=f"g{count}", name=name, kind="note")
            groups.append(DossierGroup(id=f"n{number}", items=(note,)))
    return Stated(items=tuple(groups)) if groups else Stated(not_stated=NOT_PRINTED)


def _without_end(paragraph: WordParagraph) -> str:
    """The words without the mark that ends an item of a list."""
    return paragraph.plain.rstrip(" ;.") or paragraph.plain


def _item(paragraph: WordParagraph, number: int, forms: Stated[Form]) -> DossierItem:
    text = _without_end(paragraph)
    if explains_papers(paragraph):
        return DossierItem(id=f"g{number}", name=text, kind="note")
    reading = read_count(("name",), text, 0, len(text))
    count = reading.value if reading and not reading.value.either else None
    is_counted = count is not None and _COUNTED.search(text) is not None
    originals, copies = _printed_counts(text, count) if count and is_counted else (None, None)
    return DossierItem(
        id=f"g{number}",
        name=text,
        originals=originals,
        copies=copies,
        forms=linked_forms(text, forms.items),
    )


def _printed_counts(text: str, count: PaperCount) -> tuple[int | None, int | None]:
    """The originals and copies; a number of pieces beside the one kind is the number of it."""
    pieces = _PIECES.findall(text)
    given = (count.originals, count.copies)
    if len(pieces) != 1 or sorted(one or 0 for one in given) != [0, 1]:
        return given
    originals, copies = (int(pieces[0]) if one else one for one in given)
    return originals, copies


def stated_forms(lines: Sequence[WordLine], heads: Iterable[FormHead]) -> Stated[Form]:
    """The forms: those that the part names; the heads of forms cut off where it names none."""
    text = text_of(lines)
    paragraphs = join_lines(lines)
    named = any(FORM_CODE.search(one.text) for one in paragraphs[1:])
    if text and (states_none(text) or (_has_no_form(paragraphs[0]) and not named)):
        return Stated(none=True, text=text)
    said = [one for one in paragraphs if one.text.endswith(":") or _has_no_form(one)]
    headings = [one.text for one in said]
    names = [_without_end(one) for one in paragraphs if one not in said]
    if said and not names and not all(one.text.endswith(":") for one in said):
        return Stated(none=True, text=text)
    names = names or [f"{head.name} (Mẫu số {head.code})" for head in heads]
    forms = tuple(Form(id=f"m{n}", name=name) for n, name in enumerate(names, 1))
    if not forms:
        return Stated(not_stated=NOT_PRINTED)
    return Stated(items=forms, text="\n".join(headings) or None)


def _has_no_form(paragraph: WordParagraph) -> bool:
    """Whether a paragraph only says that there is no form: "Không", "Không có mẫu.", …"""
    return states_none(paragraph.plain) or bool(_NO_FORM.match(paragraph.plain))


def stated_agencies(lines: Sequence[WordLine], registers: DraftRegisters) -> Agencies:
    """Who decides, executes, coordinates: a paragraph each, known by its first words."""
    given: dict[str, list[str]] = {}
    for paragraph in join_lines(lines):
        head, colon, _ = paragraph.plain.partition(":")
        folded = fold_text(f"{head}{colon}")
        role = next((key for key, words in _ROLES if colon and re.search(words, folded)), None)
        if role:
            given.setdefault(role, []).append(paragraph.plain)
        else:
            key = next(reversed(given), "executing")
            given.setdefault(key, []).append(paragraph.plain)
    return Agencies(
        executing=_stated_role(given.get("executing"), registers),
        deciding=_stated_role(given.get("deciding"), registers),
        receiving=_stated_role(given.get("receiving"), registers),
        delegated=_stated_role(given.get("delegated"), registers),
        coordinating=_stated_role(given.get("coordinating"), registers),
    )


def _stated_role(texts: list[str] | None, registers: DraftRegisters) -> Stated[AgencyPart]:
    if not texts:
        return Stated(not_stated=NOT_PRINTED)
    values = [text.partition(":")[2].strip() or text.rstrip(": ") for text in texts]
    words = "\n".join(texts)
    if all(states_none(value) for value in values):
        return Stated(none=True, text=words)
    parts = [part for value in values for part in registers.agency_parts(value)]
    return Stated(items=tuple(dict.fromkeys(parts)), text=words)


def stated_results(lines: Sequence[WordLine]) -> Stated[Result]:
    """What the applicant receives, a paragraph each."""
    names = [_without_end(paragraph) for paragraph in join_lines(lines)]
    results = tuple(Result(id=f"k{n}", name=name) for n, name in enumerate(names, 1))
    return Stated(items=results) if results else Stated(not_stated=NOT_PRINTED)


def stated_conditions(lines: Sequence[WordLine]) -> Stated[Clause]:
    """The conditions, a paragraph each; explicitly none where the words say so."""
    text = text_of(lines)
    if not text:
        return Stated(not_stated=NOT_PRINTED)
    if states_none(text):
        return Stated(none=True, text=text)
    paragraphs = join_lines(lines)
    clauses = (Clause(id=f"d{n}", text=one.plain) for n, one in enumerate(paragraphs, 1))
    return Stated(items=tuple(clauses))


def stated_basis(lines: Sequence[WordLine], registers: DraftRegisters) -> Stated[LegalBasis]:
    """The documents that lay the procedure down, each once."""
    found: dict[str, LegalBasis] = {}
    for text in named_documents(lines):
        basis = registers.register_basis(text)
        known = found.get(basis.document)
        texts = [one.text for one in (known, basis) if one and one.text]
        merged = "\n".join(dict.fromkeys(texts)) or None
        found[basis.document] = replace(basis, text=merged)
    items = tuple(found.values())
    return Stated(items=items) if items else Stated(not_stated=NOT_PRINTED)
