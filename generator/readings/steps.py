"""The steps of a procedure: one block of text taken apart, and who acts in each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.findings.problem import Pointer
from generator.readings.enumeration import find_line_list, skip_marks
from generator.readings.evidence import Certainty, Evidence, Reading, evidence_of
from generator.readings.sentences import begins_with_case
from generator.readings.step_actors import ActorFound, StepActor, find_actor
from generator.records.version import Step, Version

_LABEL = (
    r"(?:bước|giai đoạn)\s{0,4}(?:thứ\s{1,4})?"
    r"\(?(?:\d{1,2}(?:\.\d{1,2})?|[IVX]{1,4}|một|hai|ba|bốn|năm|sáu)\)?"
)
_LABEL_ONLY = re.compile(rf"{_LABEL}\s{{0,4}}[:.,/)–-]*\s{{0,4}}", re.I)
_LABEL_LINE = re.compile(
    r"^[ \t]{0,8}(?:(?:[-–+*•]{1,5}|[a-hđ][.)]|\d{1,2}(?:\.\d{1,2}){0,3}[.)]?)[ \t]{0,4}){0,2}"
    rf"{_LABEL}(?=\s{{0,4}}[:.,/)–-]|\s)",
    re.I | re.M,
)
_LABEL_INLINE = re.compile(
    r"(?:\A|(?<=[.;:,\n]))\s{0,4}[-–+*•]{0,5}\s{0,4}[Bb](?:ước|ƯỚC)\s{0,4}\d{1,2}\s{0,4}[:.]"
)
_LINE = re.compile(r"^[ \t]*\S", re.M)
_TITLE = 110
_TITLE_OF_STEPS = re.compile(
    r"(?:trình tự|các bước|cách thức)(?:, (?:thủ tục|cách thức|các bước))? (?:thực hiện|giải quyết)"
    r"(?: (?:thủ tục(?: hành chính)?|gồm|như sau|cụ thể))*[\s.:;]*",
    re.I,
)
_TITLE_OF_CASE = re.compile(r"(?:trình tự|thủ tục|đối với trường hợp) [^\n]{3,200}\n", re.I)
_STARRED_TITLE = 300
_SKELETON = re.compile(
    r"^[ \t]*(?:\*\s{0,4})?(?:[a-hđ][.)]|\d[.)])?\s{0,4}(?:Nộp|Giải quyết|Tiếp nhận"
    r"|Trả kết quả)[^\n.;]{0,50}$",
    re.M,
)
_HEADING_LINE = re.compile(
    r"^[ \t]*\*\s{0,4}(?:[a-hđ][.)]\s{0,4}|\d{1,2}[.)]\s{0,4})?[^\n]{3,90}$", re.M
)


@dataclass(frozen=True, slots=True)
class StepPassage:
    """A step that the words tell apart.

    `words` is its whole text, in which nothing is left out: the passages of one recorded text,
    joined, are that text. `label` is "Bước 1:" or the mark of its list. `text_start` is where what
    follows the label begins, in the recorded text. `preface`: words before the first step.
    """

    words: Evidence
    label: Evidence | None
    text_start: int
    preface: bool
    actor: Reading[StepActor]


def read_passages(version: Version) -> tuple[StepPassage, ...]:
    """The steps of a version in their order."""
    items = version.steps.items
    return tuple(
        passage
        for number, step in enumerate(items)
        for passage in _read_step(step, number, len(items) == 1)
    )


def _read_step(step: Step, number: int, alone: bool) -> Iterator[StepPassage]:
    """A recorded step: its name says who acts; only a text that stands alone is a list of steps."""
    above: Pointer = ("steps", "items", number)
    text = step.text or ""
    if not text:
        if step.name:
            yield _make_passage((*above, "name"), step.name, 0, len(step.name), step.name, False)
        return
    found = _starts(text, alone)
    starts = sorted({0, *found})
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        titled = len(starts) > 1 or (not alone and text.startswith("*"))
        preface = (titled or not alone) and _is_title_of_steps(text, start, end)
        preface = preface or (titled and _is_preface(text, start, end))
        yield _make_passage((*above, "text"), text, start, end, step.name, preface)


def _starts(text: str, alone: bool) -> list[int]:
    """Where the steps of a text begin; what stands before the first is its preface."""
    found = [match.start() for match in _LABEL_LINE.finditer(text)]
    if len(found) > 1:
        return found
    if not alone:
        return []
    return _inline(text) or _skeleton(text) or _headings(text) or _listed(text) or _lines(text)


def _inline(text: str) -> list[int]:
    found = [match.start() for match in _LABEL_INLINE.finditer(text)]
    return found if len(found) > 1 else []


def _skeleton(text: str) -> list[int]:
    """The parts "a) Nộp hồ sơ … b) Giải quyết …", with the titles of the cases above them."""
    found = {match.start() for match in _SKELETON.finditer(text)}
    if len(found) < 2:
        return []
    titles = {match.start() for match in _HEADING_LINE.finditer(text)}
    return sorted(found | {at for at in titles if text.find("\n", at) + 1 in found})


def _headings(text: str) -> list[int]:
    """Short lines with a star above longer ones: "* Nộp hồ sơ:"; the first opens the text."""
    found = [match.start() for match in _HEADING_LINE.finditer(text)]
    if len(found) < 2 or text[: found[0]].strip():
        return []
    if any(_SKELETON.match(text, at) for at in found):
        return found
    return sorted({*found, *_below(text, found)})


def _below(text: str, titles: list[int]) -> Iterator[int]:
    """The items of the lists under titles of cases."""
    for title, end in zip(titles, [*titles[1:], len(text)], strict=True):
        first = text.find("\n", title, end) + 1
        if first:
            section = text[first:end]
            yield from (first + at for at in _listed(section) or _lines(section))


def _listed(text: str) -> list[int]:
    """The outermost list whose items begin lines."""
    listing = find_line_list(text)
    return [item.mark.start for item in listing.items] if listing else []


def _lines(text: str) -> list[int]:
    """Paragraphs without marks; a line that begins with a small letter goes on with the one before.

    A short first line is a title.
    """
    found = [match.start() for match in _LINE.finditer(text) if not text[match.end() - 1].islower()]
    title = len(found) > 2 and found[1] - found[0] < _TITLE and text[found[1] - 2] not in ".;:"
    return found[1:] if title else found


def _make_passage(
    pointer: Pointer, text: str, start: int, end: int, name: str | None, preface: bool
) -> StepPassage:
    first = skip_marks(text, start, end)
    label = _LABEL_ONLY.match(text, first, end)
    body = skip_marks(text, label.end(), end) if label else first
    actor = _from_name(pointer, name) if name else None
    actor = actor or _from_text(pointer, text, (start, body, end), label is not None)
    shown = evidence_of(pointer, text, start, body) if body > start else None
    return StepPassage(evidence_of(pointer, text, start, end), shown, body, preface, actor)


def _is_preface(text: str, start: int, end: int) -> bool:
    """A title without a mark of a list, or with stars alone; that of a case with any mark."""
    first = skip_marks(text, start, end)
    is_case = text[start:end].rstrip().endswith(":") and begins_with_case(text[first:end])
    if not (is_case or set(text[start:first]) <= set("* \n")) or not _is_title(text, start, end):
        return False
    return find_actor(text, first, end).certainty is not Certainty.SURE


def _is_title_of_steps(text: str, start: int, end: int) -> bool:
    """Whether a passage only says that the steps follow, with any mark."""
    return _TITLE_OF_STEPS.fullmatch(text, skip_marks(text, start, end), end) is not None


def _from_text(
    pointer: Pointer, text: str, span: tuple[int, int, int], labelled: bool
) -> Reading[StepActor]:
    start, body, end = span
    found = find_actor(text, body, end)
    if not labelled and _is_preface(text, start, end):
        found = ActorFound(StepActor.UNSURE, Certainty.UNSURE, body, end)
    if found.actor is StepActor.READER and _is_whole_procedure(text, body, end):
        found = ActorFound(StepActor.UNSURE, Certainty.UNSURE, body, end)
    place = evidence_of(pointer, text, found.start, found.end)
    return Reading(found.actor, found.certainty, (place,))


def _is_whole_procedure(text: str, start: int, end: int) -> bool:
    """Whether a passage has all steps of a case below its title, those of an office too."""
    title = _TITLE_OF_CASE.match(text, start, end)
    if title is None:
        return False
    lines = (one.start() for one in _LINE.finditer(text, title.end(), end))
    acts = (find_actor(text, skip_marks(text, at, end), end).actor for at in lines)
    return StepActor.OFFICE in acts


def _is_title(text: str, start: int, end: int) -> bool:
    """Whether a passage is one short line without an end: what the steps are about."""
    said = text[start:end].strip()
    short = len(said) < (_STARRED_TITLE if said.startswith("*") else _TITLE)
    return (short or said.endswith(":")) and "\n" not in said and said[-1:] not in ".;"


def _from_name(pointer: Pointer, name: str) -> Reading[StepActor] | None:
    """Who acts by the name of a recorded step ("Bước 2: Cơ quan tiếp nhận …")."""
    first = skip_marks(name, 0, len(name))
    label = _LABEL_ONLY.match(name, first)
    found = find_actor(name, label.end() if label else first, len(name))
    if found.actor is StepActor.UNSURE:
        return None
    place = evidence_of((*pointer[:-1], "name"), name, found.start, found.end)
    return Reading(found.actor, found.certainty, (place,))
