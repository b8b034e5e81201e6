"""What else a source says of the time of the whole than its declared figure."""

import pytest

from generator.readings.limits import limits_in
from generator.readings.named_numbers import NAMED_NUMBERS
from generator.readings.time_summary import Obstacle, summarise_times
from generator.readings.time_values import Speaker, TimeReadings
from generator.readings.times import read_times
from generator.records.stated import ChannelTime
from tests.readings.channel_versions import channel, version
from tests.readings.test_time_quotes import needed, of, quoted

WHOLE = "Trong thời hạn {} kể từ ngày nhận đủ hồ sơ hợp lệ, Trạm Ong cấp Thẻ ong."
LATER = "Trong thời hạn 5 ngày kể từ ngày nhận được {} của chủ vườn, Trạm Ong cấp Thẻ ong."


def apart(found: TimeReadings) -> list[str]:
    return [one.value.text for one in found.quotes if one.value.other_whole]


@pytest.mark.parametrize("length", ["20 ngày", "07 ngày làm việc", "bảy ngày làm việc"])
def test_another_number_for_the_whole_is_marked_and_stands_against_a_due_day(length: str) -> None:
    step = WHOLE.format(length)
    found = of(15, None, step, unit="day")
    assert apart(found) == [step]
    assert Obstacle.UNSURE in summarise_times(found).blocking


@pytest.mark.parametrize(
    "step",
    [
        "Trường hợp ong rừng, trong thời hạn 20 ngày kể từ ngày nhận đủ hồ sơ, Trạm cấp Thẻ ong.",
        "Trong 20 ngày kể từ ngày nhận hồ sơ, cơ quan được lấy ý kiến trả lời Trạm Ong.",
        "Trong thời hạn 60 ngày kể từ ngày đóng vườn, Trạm Ong cấp Thẻ ong.",
    ],
)
def test_a_case_and_work_within_the_whole_contradict_no_figure(step: str) -> None:
    assert not apart(of(15, None, step, unit="day"))


def test_a_shorter_part_of_several_contradicts_no_figure() -> None:
    other = "Trong thời hạn 3 ngày kể từ ngày nhận tờ trình của Sở Ong, Chủ tịch xã ký Thẻ ong."
    assert not apart(of(15, None, WHOLE.format("7 ngày"), other, unit="day"))


def test_an_office_and_the_list_of_all_that_it_does_is_the_whole() -> None:
    step = "Trong 7 ngày kể từ ngày nhận đủ hồ sơ, Trạm Ong thực hiện: Kiểm tra hồ sơ; ghi sổ."
    assert apart(of(15, None, step, unit="day")) == [step]


def test_words_of_a_channel_that_give_another_number_than_its_figure_are_marked() -> None:
    words = "20 ngày kể từ ngày nhận đủ hồ sơ"
    rows = (("online", 20.0), ("postal", 30.0))
    times = [(method, ChannelTime(value=value, unit="day")) for method, value in rows]
    found = version(*(channel(method=way, time=one, text=words) for way, one in times))
    assert apart(read_times(found)) == [words]
    longer = f"{words}. Vườn lớn được kéo dài thêm 10 ngày."
    assert not apart(of(30, longer, unit="day"))


def test_a_figure_told_for_some_alone_beside_another_one_is_that_of_a_case() -> None:
    some = "Trường hợp phải lập Hội đồng ong do vườn lạ; vườn rất lớn hoặc ở xa, trong thời gian"
    some += " 15 ngày kể từ ngày nhận được hồ sơ hợp lệ, Trạm Ong cấp Thẻ ong."
    found = of(15, None, WHOLE.format("7 ngày"), some, unit="day")
    assert found.by_case
    assert set(quoted(found)) == {WHOLE.format("7 ngày"), some}
    assert not of(15, None, WHOLE.format("15 ngày"), some, unit="day").by_case


@pytest.mark.parametrize("event", ["báo cáo, giải trình", "kết quả tra cứu, kiểm tra, xác minh"])
def test_a_result_after_an_explanation_comes_beside_the_whole(event: str) -> None:
    assert LATER.format(event) in quoted(of(14, None, WHOLE.format("14 ngày"), LATER.format(event)))


def test_a_time_from_the_confirmation_of_the_file_is_told_with_the_time_until_then() -> None:
    first = "Trong 60 ngày kể từ ngày nhận được hồ sơ đề nghị cấp Thẻ ong, Trạm Ong có văn bản"
    first += " gửi chủ vườn xác nhận đã nhận đủ hồ sơ hợp lệ hoặc yêu cầu bổ sung hồ sơ."
    then = "Trong 90 ngày kể từ ngày gửi văn bản xác nhận đã nhận đầy đủ hồ sơ hợp lệ, Trạm Ong"
    then += " cấp Thẻ ong."
    assert quoted(of(90, None, f"{first}\n{then}", unit="day")) == [then, first]


def test_a_time_from_the_last_day_of_filing_is_told() -> None:
    step = "Trong 30 ngày kể từ ngày hết hạn nộp hồ sơ đăng ký thi ong, Trạm Ong cấp Thẻ ong."
    assert quoted(of(30, None, step, unit="day")) == [step]


def test_what_a_file_asks_for_is_no_later_event() -> None:
    step = "Trong 30 ngày kể từ ngày nhận được hồ sơ đề nghị cấp giấy phép nuôi ong, Trạm cấp phép."
    assert not quoted(of(30, None, step, unit="day"))


def test_a_time_from_when_a_reader_has_declared_runs_from_the_file() -> None:
    step = "Chậm nhất 30 phút, kể từ khi người nuôi ong hoàn thành khai báo và nộp giấy tờ,"
    step += " Trạm Ong cấp Thẻ ong."
    assert needed(of(1, None, step, unit="hour")) == [step]


@pytest.mark.parametrize(
    "words",
    [
        "Trường hợp có bản án, quyết định của Tòa án có hiệu lực pháp luật là không quá 05 ngày.",
        "Thời gian xem răng trên cơ thể người không quá 5 ngày khi nộp đủ giấy tờ.",
        "Ong của vườn: Sau khi nhận báo cáo kết quả khắc phục: cấp Thẻ ong trong 5 ngày.",
        "Trạm ở xã nơi người nuôi ong nộp hồ sơ xem xét và cấp Thẻ ong trong 5 ngày.",
    ],
)
def test_work_of_an_office_is_not_lost_for_words_on_somebody_else(words: str) -> None:
    assert words in quoted(of(9, f"Vườn rừng: 9 ngày.\n{words}", unit="day"))


def test_results_that_an_office_tells_after_an_examination_are_its_work() -> None:
    tell = "Trong 10 ngày kể từ ngày kết thúc kỳ thi ong, Hội đồng thi ong công bố kết quả."
    assert tell in quoted(of(30, f"{tell}\nTrong 30 ngày kể từ ngày có kết quả, Trạm cấp Thẻ ong."))


def test_who_may_begin_when_nobody_answers_is_told_first_with_the_day_of_filing() -> None:
    inner = "Trong 3 ngày kể từ ngày nhận được Thông báo, Trạm Ong gửi bản sao cho xã."
    begin = "Sau 10 ngày kể từ ngày gửi Thông báo mà không có ý kiến của Trạm Ong, tổ chức"
    begin += " nuôi ong được phép đặt thùng theo nội dung đã thông báo."
    before = "Tổ chức nuôi ong gửi Thông báo trước ngày đặt thùng ít nhất 10 ngày."
    found = of(None, None, f"- {before}\n- {inner}\n- {begin}")
    assert quoted(found) == [before, begin, inner]
    assert found.quotes[0].value.whose is Speaker.READER


def test_at_once_when_a_citizen_tells_is_quoted_beside_an_hour() -> None:
    words = "Tiếp nhận ngay khi công dân thông báo."
    found = of(1, words, unit="hour")
    assert quoted(found) == [words]
    assert not apart(found)


def test_numbers_in_letters_are_read_behind_words_of_a_limit() -> None:
    assert NAMED_NUMBERS["hai mươi lăm"] == 25
    assert NAMED_NUMBERS["mười lăm"] == 15
    assert NAMED_NUMBERS["chín mươi mốt"] == 91
    (found,) = limits_in("trong thời hạn hai mươi lăm ngày làm việc kể từ ngày nhận hồ sơ")
    assert found.limit.length == ((25.0, "working_day"),)
    assert not limits_in("sau thời hạn một ngày thì ghi sổ")
    assert not limits_in("ong bay ba ngày")


@pytest.mark.parametrize(
    ("ways", "step", "is_told"),
    [
        ((("direct", 1.0), ("postal", 11.0)), WHOLE.format("11 ngày"), True),
        ((("direct", 11.0), ("online", 7.0)), WHOLE.format("11 ngày"), False),
        ((("direct", 1.0), ("postal", 11.0)), f"Trường hợp ong mật: {WHOLE}", False),
        ((("direct", 1.0), ("postal", 11.0)), f"Nộp trực tiếp: {WHOLE}", False),
        (
            (("direct", 7.0), ("postal", 4.0)),
            "Trạm kiểm tra thành phần hồ sơ và trả kết quả trong {} kể từ ngày nhận hồ sơ.",
            False,
        ),
    ],
)
def test_one_number_for_everybody_contradicts_a_way_of_filing(
    ways: tuple[tuple[str, float], ...], step: str, is_told: bool
) -> None:
    times = [(way, ChannelTime(value=value, unit="day")) for way, value in ways]
    channels = (channel(method=way, time=one) for way, one in times)
    told = step.format("11 ngày")
    assert bool(apart(read_times(version(*channels, steps=[told])))) is is_told


def test_a_look_at_every_file_that_takes_longer_than_the_whole_is_told() -> None:
    step = "Trong {} kể từ ngày nhận được hồ sơ, Trạm Ong thông báo nếu hồ sơ chưa đầy đủ."
    assert apart(of(15, None, step.format("30 ngày"))) == [step.format("30 ngày")]
    assert not apart(of(15, None, step.format("20 ngày")))
    assert not apart(of(15, None, f"Trường hợp ong rừng, {step.format('30 ngày')}"))
