"""When the words of the source on a fee stand under the answer."""

from dataclasses import replace
from datetime import date

import pytest

from generator.locale import words_of
from generator.pages.answers import how_much
from generator.pages.answers.fee_notes import exempted_in_notes, fee_notes, paid_in_steps
from generator.pages.nodes.html import escape_line
from generator.readings.fees import fees_on, read_fees
from tests.readings.channel_versions import channel, fee, version
from tests.readings.versions import procedure
from tests.readings.versions import version as stepped

WORDS = words_of("vi")


def noted(shown: str, *notes: str, doubted: bool = False) -> str:
    record = version(*(channel(fee(5000, note)) for note in notes))
    return fee_notes(record, escape_line(shown), WORDS, doubted=doubted)


@pytest.mark.parametrize(
    "note",
    [
        "5.000 đồng 01 đàn, giống ong/lần.",
        "5.000 đồng/đàn đến, đối với ong của nước ngoài",
        "Lệ phí: 5% của mức thu đăng ký ong mới; ong mới: 5.000 đồng",
    ],
)
def test_a_note_that_says_for_whom_or_for_what_is_quoted(note: str) -> None:
    assert f"“{note}”" in noted("5.000 đồng", note)


@pytest.mark.parametrize(
    "note",
    [
        "5.000 đồng",
        "Mức thu phí: 5.000 đồng/lần theo Thông tư số 7/2020/TT-BTC của Bộ nuôi ong về mức thu",
        "/đàn",
    ],
)
def test_a_note_that_says_no_more_is_not(note: str) -> None:
    assert not noted("5.000 đồng/lần", note)


def test_words_that_the_answer_has_are_not_said_again() -> None:
    assert not noted("5.000 đồng/đàn – Ong của nước ngoài", "Ong của nước ngoài: 5.000 đồng/đàn.")


def test_a_doubted_sum_stands_with_the_words_that_it_is_for() -> None:
    assert "Thẻ đàn ong mật" in noted("5 đồng – thẻ đàn ong mật", "Thẻ đàn ong mật", doubted=True)


def test_each_note_is_quoted_once_and_many_or_long_ones_are_not() -> None:
    note = "Kiểm tra đàn ong của trại giống"
    assert noted("5.000 đồng", note, note).count(note) == 1
    assert not noted("5.000 đồng", *(f"{note} thứ {at} ở đồi" for at in range(4)))
    assert not noted("5.000 đồng", f"{note} " * 20)


@pytest.mark.parametrize(
    ("step", "quoted"),
    [
        (
            "Người dân nộp lệ phí nếu thuộc trường hợp phải nộp lệ phí nuôi ong; rồi về.",
            "nộp lệ phí nếu thuộc trường hợp phải nộp lệ phí nuôi ong",
        ),
        ("Người nộp phí lập tờ khai.", ""),
        ("Nộp lệ phí.", ""),
        ("Chủ vườn nộp chi phí thí nghiệm.", ""),
    ],
)
def test_a_step_that_asks_for_an_unknown_fee_is_quoted(step: str, quoted: str) -> None:
    said = paid_in_steps(stepped(step), WORDS)
    assert (f"“{quoted}”" in said) if quoted else not said


def test_the_words_of_a_fee_that_has_ended_do_not_stand_under_another_sum() -> None:
    note = "Trường hợp nuôi ong ở vườn xa (đến hết ngày 31/12/2025)"
    record = version(channel(fee(50000, note), fee(100000)))
    ended = (("channels", "items", 0, "fees", "items", 0),)
    shown = escape_line("100.000 đồng")
    assert note in fee_notes(record, shown, WORDS, doubted=True)
    assert not fee_notes(record, shown, WORDS, doubted=True, ended=ended)


def test_a_fee_without_a_sum_tells_who_pays_nothing() -> None:
    note = "Người nuôi ong thuộc diện được miễn phí theo Điều 4 phải xuất trình Thẻ ong."
    free = replace(fee(0, note), state="not_stated", amount=None)
    record = version(channel(fee(5000, "Ong mật"), free))
    assert note in exempted_in_notes(record, escape_line("5.000 đồng"), WORDS)
    assert not exempted_in_notes(record, escape_line("miễn cho trẻ em"), WORDS)


def test_a_sum_of_a_way_without_a_name_beside_a_named_one_has_its_words() -> None:
    later = "Lệ phí cấp Thẻ ong. Kể từ ngày 01 tháng 01 năm 2033 trở đi, mức thu: 9.000 đồng"
    rows = {"online": fee(5000, "Phí thẩm định đàn ong"), "postal": fee(7000, later)}
    record = version(*(channel(one, method=way) for way, one in rows.items()))
    due = fees_on(read_fees(record), date(2031, 6, 15))
    _, much = how_much(record, procedure(), due, WORDS)
    assert "“Lệ phí cấp Thẻ ong." in much
