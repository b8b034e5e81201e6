"""Times that figures cannot say are left in their words, whole."""

import pytest

from generator.imports.word.blocks import WordLine, WordPlace
from generator.imports.word.limits import read_late_submission, read_limits
from generator.imports.word.list_against_contents import complete_time
from generator.imports.word.list_header import ListColumn
from generator.imports.word.listing import ListedRow
from generator.imports.word.remarks import WordRemark

STAGES = (
    "- Thời gian thu hồi tre không quá 20 ngày làm việc.\n"
    "- Thời gian cấp lại tre sau thu hồi không quá 20 ngày làm việc đối với tre đã cấp."
)


@pytest.mark.parametrize(
    "text",
    [
        "1 ngày rưỡi",
        "l5 ngày làm việc",
        "1 5 ngày làm việc",
        "1 000 ngày",
        "10 ngày làm việc.5 ngày cho cấp lại",
        "10 ngày làm việc; trường hợp trồng lại: giảm 05 ngày",
        "10 ngày làm việc; trường hợp trồng lại: cộng dồn 5 ngày",
        "10 ngày làm việc; đối với hồ sơ trễ: bổ sung 5 ngày",
        "Chậm nhất 07 ngày trước ngày khởi công",
        "02 ngày làm việc trước khi hết hạn",
        "Nộp trước 30 ngày so với ngày hết hạn",
        "Giấy phép có giá trị 05 năm",
        "Bước 1: 3 ngày. Bước 2: 4 ngày.",
        "Theo quy định: 20 ngày; thực hiện tại tỉnh: 12 ngày",
        "Cấp xã: 3 ngày; Cấp tỉnh: 7 ngày; Tổng: 12 ngày",
        "Giải quyết ngay; trường hợp cần xác minh không quá 3 ngày làm việc",
        STAGES,
    ],
)
def test_what_figures_cannot_say_stays_in_words(text: str) -> None:
    read = read_limits(text)
    assert (read.value, read.cases, read.additions, read.text) == (None, (), (), text)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("10 ngày LV", 10, "working_day"),
        ("Cấp xã: 3 ngày; Cấp tỉnh: 7 ngày; Tổng: 10 ngày", 10, "day"),
        ("10 ngày làm việc; giấy phép có giá trị 05 năm", 10, "working_day"),
        ("10 ngày làm việc (đã cắt giảm 50%)", 10, "working_day"),
        ("10 ngày; hồ sơ chưa hợp lệ: trong 02 ngày thông báo", 10, "day"),
    ],
)
def test_what_is_certain_is_a_figure(text: str, value: float, unit: str) -> None:
    read = read_limits(text)
    assert (read.value, read.unit, read.cases) == (value, unit, ())


@pytest.mark.parametrize("words", ["trường hợp lấy ý kiến: cộng 05 ngày", "đất đồi: + 05 ngày"])
def test_days_on_top_are_an_addition_with_its_condition(words: str) -> None:
    read = read_limits(f"7 ngày làm việc; {words}")
    assert (read.value, read.cases) == (7, ())
    (added,) = read.additions
    assert (added.value, added.text, added.counted) == (5, words, False)


@pytest.mark.parametrize(
    ("listed", "value", "asked"),
    [
        ("40 ngày làm việc (vùng núi: 50 ngày làm việc)", 40, []),
        ("30 ngày làm việc", None, ["times_differ"]),
    ],
)
def test_stages_are_a_time_where_the_list_has_their_sum(
    listed: str, value: float | None, asked: list[str]
) -> None:
    row = ListedRow("1", {ListColumn.TIME: [WordLine(WordPlace("a.docx", 1), "", listed)]})
    remarks: list[WordRemark] = []
    time = complete_time(row, read_limits(STAGES), remarks)
    assert (time.value, [one.kind for one in remarks]) == (value, asked)
    assert [one.value for one in time.cases] == ([50] if value else [])
    assert (time.text or "").startswith(STAGES)


def test_words_that_list_and_contents_have_alike_are_written_once() -> None:
    text = "Theo dự án đã duyệt"
    row = ListedRow("1", {ListColumn.TIME: [WordLine(WordPlace("a.docx", 1), "", f"{text}.")]})
    assert complete_time(row, read_limits(text), []).text == text


@pytest.mark.parametrize(
    "text",
    [
        "nếu nhận hồ sơ sau 15 giờ cùng ngày thì có thể giải quyết trong ngày làm việc tiếp theo",
        "nhận sau 15 giờ mà không giải quyết được ngay thì trả trong ngày làm việc tiếp theo",
    ],
)
def test_an_office_that_may_take_until_the_next_day_settles_no_hour(text: str) -> None:
    assert read_late_submission(text) is None
