"""Doors: the places where a dossier is handed in, and how they relate to each other."""

from dataclasses import dataclass
from enum import StrEnum

from generator.readings.body import Level, PublicBody
from generator.readings.evidence import Reading


class DoorKind(StrEnum):
    """What sort of place a dossier goes to."""

    OFFICE = "office"
    ONE_STOP = "one_stop"
    PORTAL = "portal"
    POST = "post"
    RULE = "rule"
    """No words name a place; the one-stop rule of the level does (Decree 118/2025/NĐ-CP)."""


class Choice(StrEnum):
    """How several doors relate: any of them, each for its case, or each for its level."""

    ANY = "any"
    BY_CASE = "by_case"
    BY_LEVEL = "by_level"


@dataclass(frozen=True, slots=True)
class Door:
    """A place where the dossier is handed in.

    `name` is the exact words, or empty for a rule, whose words belong to the page; `agency` is the
    id of the register where the record gives one. `channels` are the methods that the words tie to
    the door (direct, postal, online), none when they say nothing. `case` and `locality` are words:
    for whom the door is, and which of many bodies of the name ("nơi thường trú"). `address` is
    where it stands.
    """

    kind: DoorKind
    name: str = ""
    body: PublicBody | None = None
    agency: str | None = None
    levels: tuple[Level, ...] = ()
    channels: tuple[str, ...] = ()
    case: str | None = None
    locality: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class FilingQuote:
    """A sentence that says who receives a dossier, and the words that lead to it ("" for none).

    `beside` when it stands in a lesser source than the answer, and names another place.
    `receivers` are its words for those who receive, as they stand.
    """

    text: str
    heading: str = ""
    beside: bool = False
    receivers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FilingReadings:
    """Where a dossier is handed in, by what a version and its words say.

    `doors` are the answer, best source first: the recorded receiving body, else the channels, else
    the steps, else the one-stop rule. `others` were read in a lesser source and differ;
    `contradicts` when both name an office and the levels differ. `refused` are named bodies of
    another territory than the procedure's. `anywhere` is set where the place of residence or
    registration does not matter. `territory` is the procedure's province, None for the country.
    `quotes` are the sentences of the doors and of the others; `several` when some of them are of
    others who hand in elsewhere.
    """

    doors: tuple[Reading[Door], ...] = ()
    choice: Choice = Choice.ANY
    others: tuple[Reading[Door], ...] = ()
    contradicts: bool = False
    refused: tuple[Reading[Door], ...] = ()
    anywhere: Reading[bool] | None = None
    territory: str | None = None
    quotes: tuple[Reading[FilingQuote], ...] = ()
    several: bool = False
