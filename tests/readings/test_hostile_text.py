"""Long hostile text is read in time that grows with its number of characters only."""

import re
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from inspect import signature
from pkgutil import iter_modules
from types import ModuleType

import pytest

from generator import readings
from generator.readings import body_grammar
from generator.readings.fees import fees_on, read_fees, summarise_fees
from generator.readings.filing import read_filing
from generator.readings.times import read_times
from generator.records.version import Version
from tests.conftest import DAY
from tests.readings.channel_versions import channel, fee, version
from tests.readings.hostile import FEES_AND_TIMES, LONG_TEXT
from tests.readings.test_times import days as duration
from tests.readings.versions import AGENCIES, procedure

MODULES = tuple(
    import_module(found.name) for found in iter_modules(readings.__path__, f"{readings.__name__}.")
)
SECONDS = 10.0
"""Of one CPU; what grows with the square of a stretch takes minutes."""


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every pattern of every module of the room, under the first name it has."""
    seen: set[re.Pattern[str]] = set()
    for module in MODULES:
        for name, value in vars(module).items():
            for number, pattern in enumerate(_patterns_of(value)):
                if pattern not in seen:
                    seen.add(pattern)
                    yield f"{_short(module)}.{name}.{number}", pattern
    yield "body_grammar.heads.weak", body_grammar.heads(weak=True)


def _short(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]


def _patterns_of(value: object) -> Iterator[re.Pattern[str]]:
    """The patterns of a name of a module: itself, those in it, that of a cached function."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _patterns_of(part)
    elif callable(value) and hasattr(value, "cache_info") and not _required(value):
        yield from _patterns_of(value())


def _required(call: Callable[..., object]) -> list[str]:
    return [one.name for one in signature(call).parameters.values() if one.default is one.empty]


EVERY = dict(patterns())


def seconds_of(call: Callable[[], object]) -> float:
    begin = time.process_time()
    call()
    return time.process_time() - begin


def find_all(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))


def test_there_are_patterns_to_try() -> None:
    assert len(EVERY) > 200
    assert {"body_grammar", "filing_words", "papers", "times"} <= set(map(_short, MODULES))


@pytest.mark.parametrize("name", EVERY)
def test_a_pattern_finds_what_it_can_in_hostile_text(name: str) -> None:
    assert len(LONG_TEXT) >= 300_000
    assert seconds_of(partial(find_all, EVERY[name], LONG_TEXT)) < SECONDS


def everything(text: str) -> Version:
    return version(channel(fee(135.0, text), time=duration(15), text=text), steps=[text])


def read_fee(text: str) -> None:
    summarise_fees(fees_on(read_fees(everything(text)), DAY))


def read_place(text: str) -> None:
    read_filing(everything(text), procedure(), AGENCIES, DAY)


def read_time(text: str) -> None:
    read_times(everything(text))


@pytest.mark.parametrize("piece", FEES_AND_TIMES)
@pytest.mark.parametrize("read", [read_fee, read_place, read_time])
def test_ten_times_the_text_takes_no_more_than_thirty_times_as_long(
    read: Callable[[str], None], piece: str
) -> None:
    small = piece * (10_000 // len(piece))
    short = min(seconds_of(partial(read, small)) for _ in range(3))
    assert seconds_of(partial(read, small * 10)) < max(30 * short, 0.5)
