"""Titles of cases at the end of the step before their own steps."""

from generator.readings.time_values import TimeReadings
from tests.readings.test_time_quotes import of

CALL = "Bước 2: Trong thời hạn {} ngày kể từ ngày nhận đủ hồ sơ, Trạm Ong cấp Thẻ ong."
LAST = "Bước 3: Trong thời hạn 9 ngày kể từ ngày nhận ý kiến của Sở Ong, Trạm Ong cấp Thẻ ong."
BEES, WASPS = "Trường hợp đàn ong mật:", "Trường hợp đàn ong vò vẽ:"


def titled(figure: float, first: int, second: int) -> TimeReadings:
    """What is read of steps whose numbers begin again under a second title."""
    above = f"Bước 1: Chủ vườn nộp hồ sơ.\n- {BEES}"
    return of(figure, None, above, f"{CALL.format(first)}\n- {WASPS}", CALL.format(second), LAST)


def headings(found: TimeReadings) -> list[str]:
    return [one.value.heading for one in found.quotes]


def test_steps_stand_under_the_title_of_their_case_in_their_order() -> None:
    found = titled(30, 20, 7)
    assert headings(found) == [BEES, WASPS, WASPS]
    assert [one.value.text[:6] for one in found.quotes] == ["Bước 2", "Bước 2", "Bước 3"]
    assert not found.by_case


def test_the_figure_is_of_a_case_where_work_under_a_title_takes_longer() -> None:
    assert titled(20, 20, 12).by_case


def test_no_title_is_told_where_numbers_go_on_or_lengths_are_the_same() -> None:
    going_on = of(30, None, f"Bước 1: Nộp hồ sơ.\n- {BEES}", CALL.format(20), LAST)
    assert not any(headings(going_on))
