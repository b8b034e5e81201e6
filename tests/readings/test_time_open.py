"""What a reading of time leaves open: whose a quoted time is, and whether its unit is sure."""

import pytest

from generator.readings.evidence import Certainty
from generator.readings.time_open import has_bare_figure
from generator.readings.time_values import Speaker
from generator.readings.times import read_times
from generator.records.stated import ChannelTime, Duration
from generator.records.version import Case
from tests.readings.channel_versions import channel, version


@pytest.mark.parametrize(
    ("sentence", "whose"),
    [
        (
            "Trong thời hạn 60 ngày kể từ ngày ong về, con trai hoặc con gái có trách nhiệm đăng ký"
            " tổ ong.",
            Speaker.UNTOLD,
        ),
        ("Trong thời hạn 60 ngày kể từ ngày nhận đơn, Sở Y tế cấp Thẻ ong.", Speaker.OFFICE),
    ],
)
def test_a_time_is_that_of_an_office_only_where_one_acts(sentence: str, whose: Speaker) -> None:
    found = read_times(version(channel(time=ChannelTime(value=5, unit="day")), steps=[sentence]))
    assert [(one.value.text, one.value.whose) for one in found.quotes] == [(sentence, whose)]


@pytest.mark.parametrize(
    ("unit", "value", "certainty"),
    [("other", 5, Certainty.LIKELY), ("other", None, Certainty.SURE), ("day", 5, Certainty.SURE)],
)
def test_a_unit_that_only_a_case_gives_is_not_sure(
    unit: str, value: float | None, certainty: Certainty
) -> None:
    way = channel(time=ChannelTime(value=value, unit=unit))
    case = Case(name="Ong rừng", time=Duration(value=5, unit="day"))
    found = read_times(version(way, cases=[case]))
    assert found.base
    assert (found.base.value.value, found.base.certainty) == (5, certainty)
    assert has_bare_figure(way) is (certainty is Certainty.LIKELY)
