"""A list says of time and fee what the first screen says, and nothing that this quotes only."""

from dataclasses import replace
from datetime import date

import pytest

from generator.locale import words_of
from generator.model.brief_words import fee_words, posted_fee, time_words
from generator.readings.brief import FeeBrief, TimeBrief, read_brief
from generator.readings.fee_values import Authority, FeeState
from generator.readings.time_values import Reason, TimeAddition, TimeLimit
from generator.records.stated import ChannelTime, LimitAddition, LimitCase
from tests.readings.channel_versions import channel, fee, version

WORDS = words_of("vi")
WAYS = ("direct", "online")
FIVE = TimeLimit(5, "working_day")
POSTING = TimeAddition(Reason.POSTING, TimeLimit(15, "day"), counted=False)


@pytest.mark.parametrize(
    ("time", "said"),
    [
        (TimeBrief((FIVE,)), "5 ngày làm việc"),
        (TimeBrief((FIVE,), is_read=True), "5 ngày làm việc (theo phần mô tả)"),
        (TimeBrief((FIVE,), (POSTING,)), "5 ngày làm việc, cộng 15 ngày niêm yết"),
        (TimeBrief((TimeLimit(20, "day"), TimeLimit(5, "day"))), "từ 5 đến 20 ngày"),
        (TimeBrief((FIVE, TimeLimit(5, "day"))), "5 ngày làm việc; có chỗ ghi 5 ngày"),
        (
            TimeBrief((FIVE, TimeLimit(5, "working_day", then=TimeLimit(10, "day")))),
            "5 ngày làm việc, có trường hợp thêm 10 ngày",
        ),
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
            "8.000 đồng (theo phần mô tả)",
        ),
        (
            FeeBrief(
                FeeState.AMOUNT, 5, 5, "USD", until=date(2031, 6, 30), all_until=True, only_for="a"
            ),
            "5 USD, đến hết 30/06/2031 – a",
        ),
        (
            FeeBrief(FeeState.AMOUNT, 5, 7, "USD", until=date(2031, 6, 30)),
            "từ 5 đến 7 USD, có mức chỉ đến hết 30/06/2031",
        ),
        (
            FeeBrief(FeeState.AMOUNT, 5, 5, "USD", only_for="a" * 91),
            "5 USD (cho việc ghi ở trang thủ tục)",
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


DAY = date(2026, 1, 1)
NOTICE = LimitAddition(reason="posting", value=15, unit="day", counted=False)
AREA = LimitCase(kind="area", name="miền núi", value=20, unit="working_day")


def time_of(*times: ChannelTime) -> str:
    channels = (channel(time=time, method=way) for time, way in zip(times, WAYS, strict=False))
    found = read_brief(version(*channels), DAY).time
    return time_words(found, WORDS) if found else ""


TEN = ChannelTime(value=10, unit="working_day")


def test_recorded_cases_and_additions_are_said() -> None:
    with_more = replace(TEN, cases=(AREA,), additions=(NOTICE,))
    assert time_of(with_more) == "từ 10 đến 20 ngày làm việc, cộng 15 ngày niêm yết"


def test_what_is_part_of_the_limit_is_not_added() -> None:
    assert time_of(replace(TEN, additions=(replace(NOTICE, counted=True),))) == "10 ngày làm việc"


def test_nothing_is_said_where_ways_of_filing_differ_in_what_comes_on_top() -> None:
    assert time_of(TEN, replace(TEN, additions=(NOTICE,))) == ""


def test_recorded_limits_of_ways_of_filing_are_not_marked_as_read() -> None:
    assert time_of(TEN, replace(TEN, value=12)) == "từ 10 đến 12 ngày làm việc"


def test_a_limit_in_words_alone_is_marked_as_read() -> None:
    words = ChannelTime(value=None, unit="other", text="07 ngày làm việc kể từ ngày nhận đủ hồ sơ")
    assert time_of(words) == "7 ngày làm việc (theo phần mô tả)"


def test_a_fee_of_another_day_is_not_said() -> None:
    note = "Từ 01/07/2026: 50.000 đồng/hồ sơ"
    before = read_brief(version(channel(fee(text=note))), DAY).fee
    after = read_brief(version(channel(fee(text=note))), date(2026, 8, 1)).fee
    assert before is None
    assert after is not None
    assert after.low == 50_000


def test_a_condition_in_the_name_of_a_fee_stands_in_a_list() -> None:
    late = replace(fee(8_000), name="Lệ phí đăng ký khai sinh quá hạn")
    record = replace(version(channel(late)), title="Đăng ký khai sinh")
    found = read_brief(record, date(2031, 6, 15)).fee
    assert found
    assert fee_words(found, WORDS) == "8.000 đồng – Lệ phí đăng ký khai sinh quá hạn"
    told = replace(record, title="Đăng ký khai sinh quá hạn")
    found = read_brief(told, date(2031, 6, 15)).fee
    assert found
    assert fee_words(found, WORDS) == "8.000 đồng"


def test_the_last_day_of_a_fee_stands_in_a_list() -> None:
    words = "Lệ phí: 70.000 đồng; từ 01/01/2031 đến hết 31/12/2031 bằng 50% mức thu nêu trên"
    found = read_brief(version(channel(fee(text=words))), date(2031, 6, 15)).fee
    assert found
    assert (found.low, found.until) == (35_000, date(2031, 12, 31))
    assert found.all_until


def test_fees_of_several_kinds_are_no_whole_in_a_list() -> None:
    both = channel(
        replace(fee(8_000), name="Phí thẩm định"), replace(fee(5_000), name="Lệ phí cấp giấy")
    )
    found = read_brief(version(both), date(2031, 6, 15)).fee
    assert found
    assert fee_words(found, WORDS) == "từ 5.000 đến 8.000 đồng mỗi khoản, có nhiều khoản"


@pytest.mark.parametrize(
    ("value", "text", "shown", "more"),
    [
        (1, "Trong ngày; nếu phải xác minh thì không quá 5 ngày làm việc.", 1, True),
        (5, "Cần xác minh thì không quá 25 ngày.", 5, True),
        (3, "Phải xác minh thì thêm không quá 5 ngày làm việc.", 3, True),
        (3, "03 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.", 3, False),
        (3, None, 3, False),
    ],
)
def test_a_line_knows_that_the_first_screen_tells_more(
    value: int, text: str | None, shown: int, more: bool
) -> None:
    unit = "day" if value == 1 else "working_day"
    plain = ChannelTime(value=value, unit=unit)
    told = (
        channel(time=replace(plain, text=text), method="direct"),
        channel(time=plain, method="online"),
    )
    time = read_brief(version(*told), DAY).time
    assert time is not None
    assert ([limit.value for limit in time.limits], time.more) == ([shown], more)


@pytest.mark.parametrize(
    ("fee", "said"),
    [
        (None, "xem tờ thủ tục"),
        (FeeBrief(FeeState.FREE), "Miễn phí"),
        (FeeBrief(FeeState.FREE, free_for="a" * 91), "Miễn phí (xem kỹ ở tờ thủ tục)"),
        (
            FeeBrief(FeeState.AMOUNT, 5, 5, "USD", free_methods=("online",)),
            "5 USD; Nộp trực tuyến: không thu",
        ),
        (FeeBrief(FeeState.AMOUNT, 5, 5, "USD", more=True), "5 USD (xem kỹ ở tờ thủ tục)"),
        (FeeBrief(FeeState.AMOUNT), "Có thu (xem kỹ ở tờ thủ tục)"),
    ],
)
def test_a_wall_keeps_the_condition_of_a_fee(fee: FeeBrief | None, said: str) -> None:
    assert posted_fee(fee, WORDS) == said


def test_a_limit_beside_words_that_none_is_laid_down_is_doubted() -> None:
    time = ChannelTime(value=1, unit="hour")
    for text, is_doubted in (("Không quy định", True), ("Nộp tại trạm nuôi ong.", False)):
        found = read_brief(version(channel(time=time, text=text)), date(2026, 11, 30)).time
        assert found is not None
        assert found.is_doubted is is_doubted
