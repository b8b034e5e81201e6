"""What stands in quotation marks on a first screen stands so in the source, piece by piece."""

import re
from collections.abc import Iterator

import msgspec
import pytest

from generator import addresses
from generator.model.edition import Edition
from generator.pages.answers import how_long, how_much, where
from generator.pages.answers.quote_room import ROOMS, SCARCE, QuoteRoom
from generator.pages.answers.short import shown_text
from generator.pages.version_body import VersionBody
from generator.readings.times import summarise_times
from generator.records.catalogue import Catalogue
from generator.records.version import Version
from tests.pages.test_answer_cells import WORDS
from tests.real.judged import DAY, needs_real_data

pytestmark = needs_real_data
_QUOTED = re.compile(r"“([^“”]*)”")
_WORD = re.compile(r"\w+")
_MARK = re.compile(r"(?<!\w)[0-9a-zđ]{1,2}[.)](?!\w)")
"""The mark of an item, which a quotation on one line may leave out."""
_SHORTEST = 3
"""Words of a piece that can be looked for."""


def _plain(text: str) -> tuple[str, str]:
    """The words of a text, and without the marks of its items."""
    every = (text, _MARK.sub(" ", text))
    whole, bare = (f" {' '.join(_WORD.findall(one))} " for one in every)
    return whole, bare


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)


def _pieces(shown: str) -> Iterator[tuple[str, str]]:
    """The pieces of all quotations."""
    for quoted in _QUOTED.findall(shown):
        yield from (_plain(piece) for piece in quoted.split("…"))


def _stitched(body: VersionBody, room: QuoteRoom) -> list[str]:
    version: Version = body.version
    read, edition = body.read, body.edition
    place = where(version, body.procedure, read.filing, edition, addresses.HOME, room)
    times = summarise_times(read.times)
    time = how_long(version, body.procedure, times, WORDS, room)
    rows = (place, time, how_much(version, body.procedure, read.fees, WORDS, room))
    source = [_plain(text) for text in _texts(msgspec.to_builtins(version))]
    return [
        piece
        for _, answer in rows
        for piece, bare in _pieces(shown_text(answer))
        if len(bare.split()) >= _SHORTEST
        and not any(piece in text or bare in unmarked for text, unmarked in source)
    ]


@pytest.mark.parametrize("room", [ROOMS[0], ROOMS[3], SCARCE])
def test_every_piece_of_a_quotation_stands_in_the_source(
    catalogue: Catalogue, room: QuoteRoom
) -> None:
    edition = Edition(catalogue, DAY, WORDS)
    found = {
        code: pieces
        for code, versions in catalogue.versions.items()
        if (
            pieces := _stitched(
                VersionBody(versions[-1], catalogue.procedures[code], edition), room
            )
        )
    }
    assert not found
