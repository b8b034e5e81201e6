"""The steps of a procedure: what the reader does, and what the office does, told apart."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.model.edition import Edition
from generator.model.lacking import is_left_out
from generator.pages.formatting import missing, printed_wording
from generator.pages.nodes.blocks import NO_BLOCK, Block, blocks, bullets, numbered
from generator.pages.nodes.inline import Flow, flow_lines, join_flows, prose, strong, text
from generator.pages.nodes.phrases import section_heading
from generator.pages.paper_texts import unmarked, without_shared_bullets
from generator.readings.sentences import begins_with_case
from generator.readings.step_actors import StepActor
from generator.readings.steps import StepPassage
from generator.records.version import Version

_NAMES_STEP = re.compile(r"\w{2}")
"""A label that is more than the mark of a list."""
_STATES_STEP = re.compile(r"\W*Bước\s+[0-9]")
_NAMES_PAPERS = re.compile(
    r"(?<!\w)(?:(?:bộ|thành phần) hồ sơ (?:theo|quy định|gồm|bao gồm)|mẫu số|biểu mẫu|tờ khai|đơn"
    r" (?:đề nghị|đăng ký|xin)|giấy đề nghị)(?!\w)",
    re.I,
)


def names_papers(version: Version) -> bool:
    """Whether a step names a form, or a dossier that a law describes."""
    said = (text for step in version.steps.items for text in (step.name, step.text) if text)
    return any(_NAMES_PAPERS.search(text) for text in said)


def begins_with_own(read: Sequence[StepPassage]) -> bool:
    """Whether the first section of steps is that of the reader alone."""
    own = sum(passage.actor.value is StepActor.READER for passage in read)
    return _told_apart(read) and 0 < own < len(read)


def own_steps(version: Version, read: Sequence[StepPassage], edition: Edition) -> Block:
    """What the reader does; nothing where the words do not tell who acts in every step."""
    own = [passage for passage in read if passage.actor.value is StepActor.READER]
    if not _told_apart(read) or not own:
        return NO_BLOCK
    key = "part.own_steps" if len(own) < len(read) else "part.steps"
    return _listed(key, _with_cases(read), version, edition)


def _with_cases(read: Iterable[StepPassage]) -> Iterator[StepPassage]:
    """The steps of the reader, below the titles that say for which case they are."""
    case: StepPassage | None = None
    for passage in read:
        if passage.preface:
            case = passage if _names_case(passage) else None
        elif passage.actor.value is StepActor.READER:
            if case:
                yield case
            yield passage
            case = None


def _names_case(preface: StepPassage) -> bool:
    words = preface.words
    return begins_with_case(words.words[preface.text_start - words.start :])


def steps_section(version: Version, read: Sequence[StepPassage], edition: Edition) -> Block:
    """What the office does, or all steps where the words do not tell them apart."""
    if not _told_apart(read):
        return _as_recorded(version, edition)
    rest = [passage for passage in read if passage.actor.value is not StepActor.READER]
    return _listed("part.steps", rest, version, edition) if rest else NO_BLOCK


def every_step(version: Version, read: Sequence[StepPassage], edition: Edition) -> Block:
    """All steps in their order, whoever acts in them."""
    if not _told_apart(read):
        return _as_recorded(version, edition)
    return _listed("part.steps", read, version, edition)


def _told_apart(read: Sequence[StepPassage]) -> bool:
    """Whether the words tell who acts in every step, and a reader acts in one."""
    actors = {passage.actor.value for passage in read if not passage.preface}
    return StepActor.READER in actors and StepActor.UNSURE not in actors


def _listed(key: str, read: Iterable[StepPassage], version: Version, edition: Edition) -> Block:
    title = section_heading(edition.words, key)
    return blocks([title, bullets(_passage(one, version) for one in read)])


def _passage(passage: StepPassage, version: Version) -> Flow:
    """A step with its label: its own, or the name of the recorded step that it opens."""
    step = version.steps.items[int(passage.words.pointer[2])]
    text_of = step.text or step.name or ""
    body = prose(unmarked(text_of[passage.text_start : passage.words.end].strip()))
    label = unmarked(passage.label.words.strip()) if passage.label else ""
    label = label if _NAMES_STEP.search(label) else ""
    name = step.name if step.text and step.name and not passage.words.start else label
    return join_flows(" ", [strong(text(name)), body]) if name else body


def _as_recorded(version: Version, edition: Edition) -> Block:
    """The recorded steps in order; those that state their number themselves get no other."""
    steps = version.steps.items
    if is_left_out(version.steps):
        return NO_BLOCK
    stated = any(step.name or _STATES_STEP.match(step.text or "") for step in steps)
    names = without_shared_bullets([step.name or "" for step in steps])
    said = without_shared_bullets([step.text or "" for step in steps])
    listed = (bullets if stated else numbered)(map(_step, names, said))
    title = section_heading(edition.words, "part.steps")
    texts = (part for step in steps for part in (step.name, step.text))
    wording = prose(printed_wording(version.steps, texts))
    return blocks([title, listed or prose(missing(version.steps, edition.words)), wording])


def _step(name: str, said: str) -> Flow:
    return flow_lines(strong(text(name)), prose(said)) if name else prose(said)
