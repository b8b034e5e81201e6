"""Fees as read by hand in the real catalogue, in neutral words (sums and states)."""

import pytest

from generator.readings.evidence import Certainty
from generator.readings.fee_summary import FeeSummary
from generator.readings.fee_values import IMPLAUSIBLE_BELOW, FeeState
from generator.readings.fees import fees_on, read_fees, summarise_fees
from generator.records.catalogue import Catalogue
from tests.real.judged import DAY, UNKNOWN, count_outcomes, judged_verdicts, needs_real_data

JUDGED = judged_verdicts("fees.csv")
ELSEWHERE = (FeeState.COUNCIL, FeeState.ELSEWHERE)

pytestmark = needs_real_data


def verdict(line: FeeSummary) -> str:
    """The sums in rising order, or a range, else the share or the state; `unknown` for none.

    The tables were written down before "Không quy định" was a state of its own: `absent` in them.
    """
    if line.state is FeeState.NOT_LAID_DOWN:
        return FeeState.ABSENT.value
    if line.certainty is Certainty.UNSURE or line.state is FeeState.NOT_STATED:
        return UNKNOWN
    if line.state is not FeeState.AMOUNT:
        return "elsewhere" if line.state in ELSEWHERE else line.state.value
    sums = {(due.reading.value.low, due.reading.value.high) for due in line.sums}
    sums |= {(one.low, one.high) for one in line.ranges}
    said = [f"{a:.10g}" if a == b else f"{a:.10g}-{b:.10g}" for a, b in sorted(sums)]
    return " ".join(said or [f"{one.reading.value.percent:g}%" for one in line.shares])


@pytest.fixture(scope="module")
def read(catalogue: Catalogue) -> dict[str, FeeSummary]:
    return {
        code: summarise_fees(fees_on(read_fees(versions[-1]), DAY))
        for code, versions in catalogue.versions.items()
    }


def test_fees_are_read_as_by_hand(read: dict[str, FeeSummary]) -> None:
    found = count_outcomes((verdict(read[code]), right) for code, right in JUDGED.items())
    assert found["wrong"] <= 0.01 * len(JUDGED), found
    assert found["missed"] <= 0.06 * len(JUDGED), found


def test_no_implausible_and_no_ended_sum_is_stated_as_due(read: dict[str, FeeSummary]) -> None:
    stated = [due.reading.value for line in read.values() for due in line.sums]
    assert stated
    for value in stated:
        assert not value.terms.period.has_ended(DAY)
        assert value.currency != "VND" or value.low >= IMPLAUSIBLE_BELOW
    ranges = [one for line in read.values() for one in line.ranges if one.currency == "VND"]
    assert all(one.low >= IMPLAUSIBLE_BELOW for one in ranges)
