"""A list says of time and fee what the first screen says, and nothing that this quotes only."""

import pytest

from generator.locale import words_of
from generator.model.brief_words import fee_words, time_words
from generator.readings.brief import FeeBrief, TimeBrief
from generator.readings.fee_values import Authority, FeeState
from generator.readings.time_values import Reason, TimeAddition, TimeLimit

WORDS = words_of("vi")
FIVE = TimeLimit(5, "working_day")
POSTING = TimeAddition(Reason.POSTING, TimeLimit(15, "day"), counted=False)


@pytest.mark.parametrize(
    ("time", "said"),
    [
        (TimeBrief((FIVE,)), "5 ngày làm việc"),
        (TimeBrief((FIVE,), is_read=True), "5 ngày làm việc (đọc từ lời văn)"),
        (TimeBrief((FIVE,), (POSTING,)), "5 ngày làm việc, cộng 15 ngày niêm yết"),
        (TimeBrief((TimeLimit(20, "day"), TimeLimit(5, "day"))), "từ 5 đến 20 ngày"),
        (TimeBrief((FIVE, TimeLimit(5, "day"))), "5 ngày làm việc hoặc 5 ngày"),
        (
            TimeBrief((FIVE, TimeLimit(0, "working_day"))),
            "5 ngày làm việc hoặc trong ngày làm việc",
        ),
        (TimeBrief((FIVE, TimeLimit(5, "day"), TimeLimit(1, "month"))), "3 mức, tùy trường hợp"),
    ],
)
def test_a_time_is_said_in_one_phrase(time: TimeBrief, said: str) -> None:
    assert time_words(time, WORDS) == said


@pytest.mark.parametrize(
    ("fee", "said"),
    [
        (FeeBrief(FeeState.FREE), "Miễn phí"),
        (FeeBrief(FeeState.AMOUNT, 5, 5, "USD"), "5 USD"),
        (FeeBrief(FeeState.AMOUNT, 8_000, 9_000, "VND", "bản"), "từ 8.000 đến 9.000 đồng/bản"),
        (
            FeeBrief(FeeState.AMOUNT, 8_000, 8_000, "VND", is_read=True),
            "8.000 đồng (đọc từ lời văn)",
        ),
        (FeeBrief(FeeState.AMOUNT), "Có thu"),
        (FeeBrief(FeeState.AMOUNT, is_doubted=True), "Mức thu ghi ở nguồn có chỗ chưa rõ"),
        (
            FeeBrief(FeeState.COUNCIL, authority=Authority.COUNCIL),
            "Theo nghị quyết của Hội đồng nhân dân tỉnh",
        ),
    ],
)
def test_a_fee_is_said_in_one_phrase(fee: FeeBrief, said: str) -> None:
    assert fee_words(fee, WORDS) == said
