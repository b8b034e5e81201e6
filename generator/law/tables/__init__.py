"""Facts of the law that rules look up: kept as data, so that a lawyer can read and correct them."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

import msgspec
import yaml


@dataclass(frozen=True, slots=True)
class AbolishedBody:
    """A body that was abolished: how texts name it (a pattern), since when, its successor.

    A text without any of the `marks` does not name it, and need not be searched.
    """

    name: str
    marks: tuple[str, ...]
    since: date
    heir: str


@dataclass(frozen=True, slots=True)
class HeldPaper:
    """A paper that a look-up replaces: how dossiers name it (a pattern), and the database."""

    paper: str
    database: str


@dataclass(frozen=True, slots=True)
class EndedDocument:
    """A legal document that has ended: its normalised number, since when, what replaced it."""

    number: str
    since: date
    successor: str


@cache
def ended_documents() -> dict[str, EndedDocument]:
    """Documents known to have ended, by number, whatever a register states."""
    found = msgspec.convert(_read_table("ended-documents.yml"), list[EndedDocument])
    return {document.number: document for document in found}


@cache
def abolished_bodies() -> tuple[AbolishedBody, ...]:
    """The bodies that ended with the mergers of 2025."""
    return tuple(msgspec.convert(_read_table("abolished-bodies.yml"), list[AbolishedBody]))


@cache
def held_by_the_state() -> tuple[HeldPaper, ...]:
    """The papers of resolution 66.7/2025/NQ-CP, article 4."""
    return tuple(msgspec.convert(_read_table("held-by-the-state.yml"), list[HeldPaper]))


def _read_table(name: str) -> object:
    text = resources.files(__name__).joinpath(name).read_text(encoding="utf8")
    return yaml.load(text, Loader=yaml.CSafeLoader)
