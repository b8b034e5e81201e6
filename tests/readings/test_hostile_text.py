"""Long hostile text is read in time that grows with its number of characters only."""

import time
from collections.abc import Callable
from functools import partial

import pytest

from generator.readings.fees import fees_on, read_fees, summarise_fees
from generator.readings.filing import read_filing
from generator.readings.times import read_times
from generator.records.version import Version
from tests.conftest import DAY
from tests.readings.channel_versions import channel, fee, version
from tests.readings.hostile import FEES_AND_TIMES
from tests.readings.test_times import days as duration
from tests.readings.versions import AGENCIES, procedure


def seconds_of(call: Callable[[], object]) -> float:
    begin = time.process_time()
    call()
    return time.process_time() - begin


def everything(text: str) -> Version:
    return version(channel(fee(135.0, text), time=duration(15), text=text), steps=[text])


def read_fee(text: str) -> None:
    summarise_fees(fees_on(read_fees(everything(text)), DAY))


def read_place(text: str) -> None:
    read_filing(everything(text), procedure(), AGENCIES, DAY)


def read_time(text: str) -> None:
    read_times(everything(text))


@pytest.mark.parametrize("length", [3_000, pytest.param(10_000, marks=pytest.mark.thorough)])
@pytest.mark.parametrize("piece", FEES_AND_TIMES)
@pytest.mark.parametrize("read", [read_fee, read_place, read_time])
def test_ten_times_the_text_takes_no_more_than_thirty_times_as_long(
    read: Callable[[str], None], piece: str, length: int
) -> None:
    small = piece * (length // len(piece))
    little = length / 20_000
    long = seconds_of(partial(read, small * 10))
    if long >= little:
        short = min(seconds_of(partial(read, small)) for _ in range(3))
        assert long < 30 * short
