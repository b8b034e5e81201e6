"""Long hostile text is read in time that grows with its number of characters only."""

from collections.abc import Callable

import pytest

from generator.readings.fees import fees_on, read_fees, summarise_fees
from generator.readings.filing import read_filing
from generator.readings.times import read_times
from generator.records.version import Version
from tests.conftest import DAY
from tests.growth import grows_with_text
from tests.readings.channel_versions import channel, fee, version
from tests.readings.hostile import FEES_AND_TIMES
from tests.readings.test_times import days as duration
from tests.readings.versions import AGENCIES, procedure


def everything(text: str) -> Version:
    return version(channel(fee(135.0, text), time=duration(15), text=text), steps=[text])


def read_fee(text: str) -> None:
    summarise_fees(fees_on(read_fees(everything(text)), DAY))


def read_place(text: str) -> None:
    read_filing(everything(text), procedure(), AGENCIES, DAY)


def read_time(text: str) -> None:
    read_times(everything(text))


@pytest.mark.parametrize("length", [24_000, pytest.param(80_000, marks=pytest.mark.thorough)])
@pytest.mark.parametrize("piece", FEES_AND_TIMES)
@pytest.mark.parametrize("read", [read_fee, read_place, read_time])
def test_readers_take_time_that_grows_with_the_text(
    read: Callable[[str], None], piece: str, length: int
) -> None:
    assert grows_with_text(read, piece, length)
