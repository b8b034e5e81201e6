"""What steps tell of a place against fields: other addresses, and an office that only sends."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from generator.readings.bodies import read_cell
from generator.readings.body import Level
from generator.readings.door import Door, FilingQuote
from generator.readings.evidence import Certainty, Reading, evidence_of
from generator.readings.filing_clauses import Passage
from generator.readings.filing_merge import is_stated_office
from generator.readings.filing_said import quote_match
from generator.readings.filing_senders import Quotes
from generator.readings.filing_window import Doors
from generator.readings.lowered import lowered
from generator.readings.sentences import begins_with_case

_WITH_LIST = re.compile(
    r"(?<!\w)(?:nộp|gửi)\s[^.;\n]{0,200}?\s(?:tại|đến|tới|về|qua)\s[^.;\n]{0,200}"
    r"(?:\n\s{0,9}[-+*•–][^\n]{0,400}){0,6}"
)
"""Words of handing in, with the list that they may lead to."""
_STREET = re.compile(
    r"(?<![\w.])(?<!Điều )(?<!Khoản )"
    r"(?P<number>[0-9]{1,4}[a-zA-Z]?(?:[-/][0-9]{1,4}[a-zA-Z]?){0,3})"
    r",?\s(?:phố |đường |đại lộ )?(?P<street>(?!TP|Thành|Phường|Luật|Nghị|Thông)"
    r"[^\W\d_a-z][^\W\d_]{0,9} [^\W\d_a-z][^\W\d_]{0,9})"
)
"""The number of a house and the first words of its street."""
_SENDS = re.compile(
    r"[^.;:\n]{0,160}? (?:có (?:văn bản|công văn) (?:gửi|đề nghị)|lập hồ sơ gửi)(?!\w)"
)
_HANDS_IN = re.compile(
    r"(?<=\w)[^.;:\n]{0,60}? (?:nộp|gửi)(?: trực tiếp)?"
    r"(?: [0-9]{1,2}(?: \([^()\n]{1,12}\))? bộ)? hồ sơ(?!\w)"
)
"""What an applicant does who is named at the beginning of the first step."""
_STEP = re.compile(
    r"\W{0,9}(?:(?:[a-zđ0-9][.)]\s?)?nộp hồ sơ(?: tthc| thủ tục hành chính)?\W{1,9})?"
    r"(?:bước 1\W{1,4})?"
)
"""The heading and the number of the first step."""
_OF_LOCALITY = re.compile(
    r"(?<!\w)(?:về|tại|đến|tới) (?:cơ quan|đơn vị)(?!\w)[^.;\n]{0,120}?"
    r"(?:(?:[uủ][yỷ] ban nhân dân|ubnd) cấp (?:tỉnh|xã) (?:phân công|giao|chỉ định)"
    r"|của địa phương)(?!\w)"
)
_MOST = 8


def rival_addresses(answer: Doors, quotes: Quotes, steps: Iterable[Passage]) -> Quotes:
    """The sentences of steps with the address of another house than those of the answer.

    None that is quoted already.
    """
    known = _houses("\n".join(one.value.address or "" for one in answer if is_stated_office(one)))
    told = " ".join(one.value.text for one in quotes)
    if not known:
        return ()
    found = (_quoted(passage, match) for passage in steps for match in _lists(passage))
    return tuple(
        one for one in found if _houses(one.value.text) - known and one.value.text not in told
    )


def _lists(passage: Passage) -> Iterator[re.Match[str]]:
    return islice(_WITH_LIST.finditer(passage.low), _MOST)


def _houses(text: str) -> set[tuple[str, str]]:
    return {(one["number"].lower(), one["street"].lower()) for one in _STREET.finditer(text)}


def _quoted(passage: Passage, match: re.Match[str]) -> Reading[FilingQuote]:
    """The words of a pattern, one behind the other, as the other side of what is told."""
    where = evidence_of(passage.pointer, passage.recorded, *match.span())
    text = " ".join(where.words.split())
    return Reading(FilingQuote(text, beside=True), Certainty.SURE, (where,))


def without_senders(sources: list[Doors], steps: tuple[Passage, ...]) -> tuple[list[Doors], Quotes]:
    """The doors but for an office that sends in the first step, and who gets what it sends.

    Nor the applicant whom the first step names as the one who hands in.
    """
    every = [one.value for doors in sources for one in doors]
    senders = {lowered(one.name) for one in every if _begins(one, steps, _SENDS)}
    applicants = {lowered(one.name) for one in every if _is_applicant(one, steps)}
    gone = senders | applicants
    kept = [tuple(one for one in doors if lowered(one.value.name) not in gone) for doors in sources]
    return kept, tuple(quote for name in sorted(senders) for quote in _sent_by(name, steps))


def _is_applicant(door: Door, steps: tuple[Passage, ...]) -> bool:
    return not door.levels and _begins(door, steps, _HANDS_IN)


def _begins(door: Door, steps: tuple[Passage, ...], acts: re.Pattern[str]) -> bool:
    """Whether the first step begins with an office and with what it does."""
    if not (steps and door.body):
        return False
    first = steps[0].low
    step = _STEP.match(first)
    at = step.end() if step else 0
    name = lowered(door.name)
    return first.startswith(name, at) and acts.match(first, at + len(name)) is not None


def _sent_by(name: str, steps: tuple[Passage, ...]) -> Iterator[Reading[FilingQuote]]:
    """The sentence by which an office sends, and those of who has got its request."""
    got = re.compile(rf"nhận được (?:văn bản|công văn|hồ sơ)(?: đề nghị)? của {re.escape(name)}")
    yield from (quote_match(steps[0], one) for one in islice(_SENDS.finditer(steps[0].low), 1))
    for passage in steps:
        yield from (quote_match(passage, one) for one in islice(got.finditer(passage.low), _MOST))


def is_only_for_case(answer: Doors, quotes: Quotes) -> bool:
    """Whether the one office is for a case, and a sentence tells where others go."""
    if _have_conditions(answer) and any(one.value.beside for one in quotes):
        return True
    own = [one.value for one in quotes if not one.value.beside]
    offices = {lowered(one.value.name) for one in answer if is_stated_office(one)}
    if len(offices) != 1 or not own or own[0].receivers or begins_with_case(own[0].text):
        return False
    named = [one for one in own if one.receivers]
    return bool(named) and all(begins_with_case(one.heading or one.text) for one in named)


def _have_conditions(answer: Doors) -> bool:
    """Whether every office stands with a condition behind where it is."""
    offices = [one.value for one in answer if is_stated_office(one)]
    return bool(offices) and all("trường hợp" in lowered(one.locality or "") for one in offices)


def is_above(answer: Doors, levels: Iterable[str]) -> bool:
    """Whether offices are of ministries alone in a procedure of provinces or communes alone."""
    offices = [one.value.levels for one in answer if is_stated_office(one)]
    declared = set(levels)
    is_lower = bool(declared) and declared <= {"province", "commune"}
    return is_lower and {Level.CENTRAL} == {level for own in offices for level in own}


def is_of_other_level(answer: Doors, levels: Iterable[str]) -> bool:
    """Whether every office that is named is of another level than a procedure has."""
    offices = [one.value.levels for one in answer if is_stated_office(one)]
    declared = set(levels)
    known = bool(declared and offices) and all(offices)
    return known and all(declared.isdisjoint(own) for own in offices)


def local_receivers(steps: Iterable[Passage]) -> Quotes:
    """The sentences of steps by which a body of the province takes in, as the other side."""
    found = (
        quote_match(passage, match)
        for passage in steps
        for match in islice(_OF_LOCALITY.finditer(passage.low), _MOST)
    )
    return tuple(replace(one, value=replace(one.value, beside=True)) for one in found)


def are_lower(names: Iterable[str]) -> bool:
    """Whether bodies are all of provinces or communes, by their names."""
    levels = [{level for one in read_cell(name) for level in one.value.levels} for name in names]
    return bool(levels) and all(own and Level.CENTRAL not in own for own in levels)
