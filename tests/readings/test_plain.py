"""Readings as JSON has them."""

import json
from datetime import date

import pytest

from generator.readings.fees import fees_on, read_fees, summarise_fees
from generator.readings.plain import convert_to_plain
from generator.readings.times import read_times, summarise_times
from tests.readings.channel_versions import channel, fee, version
from tests.readings.test_times import days


def test_a_fee_line_is_json_and_each_statement_has_its_kind() -> None:
    record = version(channel(fee(None, "Cấp mới: 90.000 đồng đến hết ngày 31/12/2031")))
    plain = convert_to_plain(summarise_fees(fees_on(read_fees(record), date(2031, 6, 15))))
    assert json.loads(json.dumps(plain)) == plain
    assert isinstance(plain, dict)
    assert plain["state"] == "amount"
    text = json.dumps(plain)
    assert '"kind": "amount"' in text
    assert '"end": "2031-12-31"' in text


def test_a_time_line_leaves_out_what_is_empty() -> None:
    plain = convert_to_plain(summarise_times(read_times(version(channel(time=days(15, "day"))))))
    assert plain == {
        "state": "limit",
        "certainty": "sure",
        "base": {
            "value": {"value": 15, "unit": "day", "recorded": True},
            "certainty": "sure",
            "evidence": ["/channels/items/0/time/value#char=0,2"],
        },
        "duration": "P15D",
        "by_case": False,
    }


def test_what_is_no_reading_has_no_plain_form() -> None:
    with pytest.raises(TypeError, match="object"):
        convert_to_plain(object())
