"""Stretches of a source that stand on one line say where words are left out."""

from generator.pages.answers.short import shown_text
from generator.pages.answers.stitched import in_line, stretches_below
from generator.pages.answers.time_limit import time_answer
from generator.readings.evidence import Certainty, Reading, evidence_of
from generator.readings.time_values import TimeQuote
from generator.readings.times import read_times, summarise_times
from tests.pages.test_answer_cells import WORDS
from tests.readings.channel_versions import version

TEXT = "Trong đó:\n- Trạm ong: 12 ngày;\n- Xã: 03 ngày.\nCác xã miền núi được tăng thêm 10 ngày."
STEP = (
    "a) Đối với trường hợp đăng ký vườn ong lần đầu:\n- Trạm ong xem vườn và hỏi người nuôi.\n"
    "- Trong thời hạn 04 ngày kể từ ngày nhận đủ hồ sơ, trạm cấp Thẻ ong."
)


def _piece(words: str) -> Reading[TimeQuote]:
    start = TEXT.index(words)
    where = evidence_of(("steps",), TEXT, start, start + len(words))
    return Reading(TimeQuote(words), Certainty.SURE, (where,))


def _said(*words: str) -> str:
    return in_line([(one, _piece(one).evidence[0]) for one in words])


def test_words_that_are_left_out_between_two_stretches_are_told() -> None:
    assert _said("Trong đó:", "Trạm ong: 12 ngày;") == "Trong đó: Trạm ong: 12 ngày;"
    assert _said("Trong đó:", "Xã: 03 ngày.") == "Trong đó: … Xã: 03 ngày."
    assert _said("Xã: 03 ngày.", "Trong đó:") == "Xã: 03 ngày. … Trong đó:"


def test_a_quotation_without_a_heading_is_its_words_alone() -> None:
    own = [_piece("Trong đó:"), _piece("Các xã miền núi được tăng thêm 10 ngày.")]
    said = "Trong đó: … Các xã miền núi được tăng thêm 10 ngày."
    assert in_line(stretches_below("", own)) == said


def test_a_case_of_the_steps_does_not_run_into_an_item_further_below() -> None:
    found = version(steps=(STEP,))
    said = shown_text(time_answer(summarise_times(read_times(found)), found, WORDS))
    assert "đăng ký vườn ong lần đầu: … Trong thời hạn 04 ngày" in said
