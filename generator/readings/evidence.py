"""A reading: a value read out of words, the words it rests on, and how sure it is."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from generator.findings.problem import Pointer

T_co = TypeVar("T_co", covariant=True)


class Certainty(StrEnum):
    """How sure a reading is; a page states what is sure, and quotes the words of the rest."""

    SURE = "sure"
    """The words can mean nothing else."""
    LIKELY = "likely"
    """The words are usually meant so; a page says that it was read, and shows them."""
    UNSURE = "unsure"
    """The words may mean something else: a page shows them and no value."""

    @property
    def rank(self) -> int:
        """From 0, unsure, to 2, sure: for comparing how sure readings are."""
        return _RISING.index(self)


_RISING = (Certainty.UNSURE, Certainty.LIKELY, Certainty.SURE)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a record: `text[start:end]` (code points) of the value that `pointer` leads to."""

    pointer: Pointer
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Reading(Generic[T_co]):
    """A value, how sure it is, and the words that it was read out of (one at least)."""

    value: T_co
    certainty: Certainty
    evidence: tuple[Evidence, ...]


def evidence_of(pointer: Pointer, text: str, start: int = 0, end: int | None = None) -> Evidence:
    """The words of a text from `start` until before `end` (its end when there is none)."""
    stop = len(text) if end is None else end
    return Evidence(pointer, start, stop, text[start:stop])
