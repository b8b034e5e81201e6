"""Sentences on time that stand behind the figure: of a case, without a length, of the last work."""

from generator.pages.answers.time_limit import time_answer
from generator.readings.time_values import TimeReadings
from generator.readings.times import read_times, summarise_times
from generator.records.stated import ChannelTime
from tests.pages.test_answer_cells import WORDS
from tests.readings.channel_versions import channel, version
from tests.readings.test_time_quotes import needed, of, quoted

FIRST = "Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ, Trạm Ong thẩm định đàn ong."
ASKS = (
    "Trong thời hạn 03 ngày làm việc kể từ ngày nhận được báo cáo của Sở Ong, Ủy ban nhân dân tỉnh"
    " lấy ý kiến của Hội Ong."
)


def of_ways(text: str) -> TimeReadings:
    """What is read of two ways of filing with different figures and the same words."""
    times = {"online": 24, "direct": 2}
    rows = [
        channel(method=way, time=ChannelTime(value=value, unit="working_day"), text=text)
        for way, value in times.items()
    ]
    return read_times(version(*rows))


def test_a_refusal_as_one_outcome_of_two_leaves_the_work_one_on_a_whole_file() -> None:
    head = "Kiểm tra để quyết định cho ong vào vườn hoặc từ chối cho ong vào vườn:"
    work = "Trong thời hạn 72 giờ kể từ khi nhận được yêu cầu, Trạm Ong kiểm tra đàn ong."
    assert quoted(of(None, None, f"{head}\n{work}")) == [work]


def test_what_follows_when_the_time_becomes_longer_is_quoted_beside_the_work() -> None:
    work = "Trạm Ong cấp Thẻ ong trong vòng 24 giờ kể từ khi bắt đầu kiểm đếm."
    longer = "Trường hợp kéo dài hơn 24 giờ do phải đếm lại thì Trạm Ong báo cho chủ vườn biết."
    assert quoted(of(24, None, f"{work}\n{longer}", unit="hour")) == [work, longer]


def test_the_time_until_an_event_and_a_principle_of_it_are_quoted() -> None:
    until = "Kể từ khi nhận đủ hồ sơ đến ngày hết hạn ghi trên Thẻ ong"
    assert needed(of(40, until, unit="day")) == [until]
    principle = "Lưu ý: thời gian xử lý hồ sơ được áp dụng theo nguyên tắc có đi có lại."
    assert quoted(of(40, f"{principle}\nTrạm mở cửa cả ngày.", unit="day")) == [principle]


def test_later_work_that_a_case_alone_has_is_needed() -> None:
    case = f"(*) Trường hợp vườn ong ở gần rừng:\n{ASKS}"
    told = needed(of(6, None, f"{FIRST}\n{case}"))
    assert told == [ASKS]


def test_later_work_of_a_case_is_no_more_needed_than_its_first_work() -> None:
    case = f"Trường hợp vườn ong ở gần rừng:\n{FIRST}\n{ASKS}"
    assert ASKS not in needed(of(16, None, case))


def test_a_figure_that_only_printing_takes_is_quoted_with_it() -> None:
    decided = "Trạm trưởng phê duyệt danh sách người được cấp Thẻ ong."
    printed = "Trong thời hạn 10 ngày làm việc, Trạm Ong tổ chức in và ký phát hành Thẻ ong."
    assert quoted(of(10, None, f"{decided}\n{printed}")) == [printed]
    given = "Trong thời hạn 10 ngày làm việc, Trạm Ong cấp Thẻ ong."
    assert not quoted(of(10, None, f"{decided}\n{given}"))


def test_figures_by_way_are_of_cases_where_each_way_has_the_words_of_all() -> None:
    text = (
        "Trường hợp Thẻ ong bị mất: 24 ngày làm việc kể từ ngày nhận đủ hồ sơ.\n"
        "Trường hợp Thẻ ong bị hỏng: 02 ngày làm việc kể từ ngày nhận đủ hồ sơ."
    )
    assert all(one.value.of_way for one in of_ways(text).quotes)
    assert not any(one.value.of_way for one in of_ways(text.split("\n", 1)[0]).quotes)


def test_parts_that_come_to_the_figure_in_another_unit_are_no_cases() -> None:
    part = "- Thời hạn {}: trong vòng {} ngày kể từ ngày {}."
    parts = (("soát hồ sơ", 45, "nhận đủ hồ sơ"), ("họp tổ", 35, "nhận được báo cáo của Trạm Ong"))
    text = "\n".join(part.format(*one) for one in parts)
    steps = (
        "Trong vòng 45 ngày kể từ ngày nhận đủ hồ sơ, Trạm Ong soát hồ sơ.",
        "Trong vòng 35 ngày kể từ ngày nhận được báo cáo của Trạm Ong, Sở Ong quyết định.",
    )
    found = of(80, text, *steps)
    assert found.other_sum
    assert not found.cases


def test_a_way_whose_figure_has_no_unit_is_named_beside_the_one_that_has() -> None:
    bare = channel(method="online", time=ChannelTime(value=2, unit="other"))
    rows = (bare, channel(method="direct", time=ChannelTime(value=2, unit="hour")))
    one = version(*rows)
    said = str(time_answer(summarise_times(read_times(one)), one, WORDS))
    assert f"{WORDS('method.online')}: {WORDS('unit.other', value='2')}" in said
    told = version(rows[1])
    assert "2</small>" not in str(time_answer(summarise_times(read_times(told)), told, WORDS))
