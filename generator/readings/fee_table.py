"""Many sums told apart: by kind of fee, each with the words that only it has."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.readings.evidence import Reading
from generator.readings.fee_values import FeeAmount

_CHARGE = re.compile(r"lệ phí(?!\w)", re.IGNORECASE)
_FEE = re.compile(r"(?<!lệ )(?<!chi )(?<!kinh )phí(?!\w)", re.IGNORECASE)
_ACT = re.compile(
    r"(?<!\w)phí\s{1,3}(?:yêu cầu\s{1,3})?"
    r"(?P<act>thẩm định lại|thẩm định|đăng bạ|công bố|duy trì|tra cứu|cấp và)(?!\w)"
    r"|(?<!\w)(?:sát hạch|thi|kiểm tra)\s{1,3}(?P<part>lý thuyết|thực hành)(?!\w)",
    re.IGNORECASE,
)
"""What a fee is charged for: an act, or a part of an examination."""
_BOUNDARY = re.compile(r"(?:đối|cho|khi|nếu|trường)\Z", re.IGNORECASE)
"""A word that opens what a sum is for; words before it are common to several."""
_SIGNS = " ,;:.–-+*("


@dataclass(frozen=True, slots=True)
class SumCase:
    """A sum and the words that tell it from the others of its kind; empty when there are none.

    `methods` are the methods of filing that it holds for; none for all.
    """

    name: str
    reading: Reading[FeeAmount]
    methods: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SumKind:
    """The sums of one kind of fee; `name` are the words that all of them begin with.

    A reader pays one sum of each kind: kinds are added, the sums of a kind are not.
    """

    name: str
    cases: tuple[SumCase, ...]


def tabulate_sums(sums: Iterable[Reading[FeeAmount]]) -> tuple[SumKind, ...]:
    """The sums by kind ("lệ phí" beside "phí") where every one names its own, else as one kind."""
    kinds: dict[str, list[Reading[FeeAmount]]] = {}
    for reading in sums:
        kinds.setdefault(_kind_of(reading), []).append(reading)
    if "" in kinds:
        kinds = {"": [reading for found in kinds.values() for reading in found]}
    return tuple(_tabulate(found) for found in kinds.values())


def are_for_several_acts(kinds: Iterable[SumKind]) -> bool:
    """Whether sums are for several acts of one procedure, so that more than one may be due."""
    sums = (case.reading.value for kind in kinds for case in kind.cases)
    found = (_ACT.search(" ".join(value.terms.applies_to)) for value in sums)
    return len({(match["act"] or match["part"]).lower() for match in found if match}) > 1


def _kind_of(reading: Reading[FeeAmount]) -> str:
    said = " ".join(reading.value.terms.applies_to)
    if _CHARGE.search(said):
        return "charge"
    return "fee" if _FEE.search(said) else ""


def _tabulate(sums: Sequence[Reading[FeeAmount]]) -> SumKind:
    said = [" – ".join(reading.value.terms.applies_to).split() for reading in sums]
    shared = _shared_words(said) if len(sums) > 1 else 0
    cases = (
        SumCase(" ".join(words[shared:]).strip(_SIGNS), reading)
        for words, reading in zip(said, sums, strict=True)
    )
    return SumKind(" ".join(said[0][:shared]).strip(_SIGNS), tuple(cases))


def _shared_words(said: Sequence[Sequence[str]]) -> int:
    """How many words all begin with, up to a sign or to what a sum is for."""
    shared = 0
    for at, words in enumerate(zip(*said, strict=False)):
        if at and (_BOUNDARY.match(words[0]) or said[0][at - 1][-1] in _SIGNS):
            shared = at
        if len({word.lower().strip(_SIGNS) for word in words}) > 1:
            return shared
    return 0
