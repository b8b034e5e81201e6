"""The answer on fees and the card of a way to file say the same of a fee."""

from dataclasses import replace
from datetime import date

import pytest

from generator.locale import words_of
from generator.model.edition import Edition
from generator.pages.answers.fee_notes import fee_notes
from generator.pages.answers.fees import fees_answer
from generator.pages.channels import channels
from generator.pages.nodes.html import escape_html
from generator.readings.fees import fees_on, read_fees, summarise_fees
from generator.records.stated import Clause, Fee, Stated
from tests.readings.channel_versions import channel, fee, version

WORDS = words_of("vi")


def said(sample: Edition, *fees: Fee) -> tuple[str, str]:
    """The answer and the card."""
    stated = version(channel(*fees)).channels
    record = replace(sample.entries["1.001193"].version, channels=stated)
    read = fees_on(read_fees(record), sample.day)
    return fees_answer(summarise_fees(read), WORDS), channels(record, read, sample).html


def test_a_sum_that_was_read_is_never_followed_by_not_stated(sample: Edition) -> None:
    answer, card = said(sample, fee(text="Mức thu phí thẩm định là 20.000 đồng/tổ."))
    assert "<strong>20.000 đồng/tổ</strong>" in answer
    assert "<strong>20.000 đồng/tổ</strong>" in card
    assert WORDS("fee.not_stated") not in card


def test_a_fee_laid_down_elsewhere_is_so_in_both(sample: Edition) -> None:
    line = WORDS("answer.authority.finance")
    assert all(line in html for html in said(sample, fee(text="Theo quy định của Bộ Tài chính")))


def test_fees_of_one_wording_are_said_alike(sample: Edition) -> None:
    one = fee(text="Theo quy định của Bộ Tài chính")
    _, card = said(sample, replace(one, id="p1"), replace(one, id="p2", kind="charge"))
    assert card.count(WORDS("answer.authority.finance")) == 2
    assert WORDS("fee.not_stated") not in card


def test_a_doubted_figure_is_asked_about_in_both(sample: Edition) -> None:
    asked = WORDS("answer.ask_fee", amount="135 đồng", likely="135.000 đồng")
    assert all(asked in html for html in said(sample, fee(135, "Mức thu: 135.000 đồng/lần")))


def test_a_figure_that_is_asked_about_is_stated_in_neither(sample: Edition) -> None:
    """A sheet would say 20 dong in bold below, and 20.000 dong or a question above."""
    words = "20.000 vnđ /tờ khai"
    for note, stated in ((words, "<strong>20.000 đồng/tờ khai</strong>"), (None, "")):
        for html in said(sample, fee(20, note)):
            assert "<strong>20 đồng" not in html
            assert stated in html
            assert ("Nguồn ghi 20 đồng" in html) is bool(note)


@pytest.mark.parametrize(
    ("others", "line"),
    [
        (fee(160_000, "160.000 đồng/tổ (áp dụng đến hết ngày 31/12/2020)"), True),
        (fee(None, None, state="not_stated"), True),
        (fee(160_000, "160.000 đồng/tổ"), False),
        (fee(None, "Không thu phí", state="absent"), False),
    ],
)
def test_ways_of_no_known_sum_are_named_beside_that_of_another(others: Fee, line: bool) -> None:
    ways = [replace(channel(others), method=method) for method in ("online", "postal")]
    record = version(*ways, replace(channel(fee(200_000, "200.000 đồng/tổ")), method="direct"))
    summary = summarise_fees(fees_on(read_fees(record), date(2026, 12, 1)))
    said = "Nộp trực tuyến, Nộp qua bưu chính: nguồn không ghi rõ mức"
    assert (said in fees_answer(summary, WORDS)) is line


def test_a_sum_that_is_cut_for_a_time_is_so_in_both(sample: Edition) -> None:
    share = "Lệ phí: 70.000 đồng; đến hết ngày 31/12/2999 bằng 50% mức thu nêu trên"
    figure = "70.000 đồng/lần; 35.000 đồng/lần (từ ngày 01/7/2025 đến hết ngày 31/12/2999)"
    for note in (share, figure):
        for html in said(sample, fee(70_000, note)):
            assert "<strong>35.000 đồng" in html
            assert "đến hết 31/12/2999" in html
            assert "<strong>70.000 đồng" not in html


def test_a_fee_recorded_as_none_whose_words_say_none_is_laid_down(sample: Edition) -> None:
    line = WORDS("fee.not_laid_down")
    for html in said(sample, fee(text="Không quy định.", state="absent")):
        assert line in html
        assert WORDS("fee.absent") not in html


def test_an_ended_sum_is_current_in_neither(sample: Edition) -> None:
    ended = date(2020, 12, 31)
    note = "Mức phí kể từ ngày 01/7/2020 đến hết ngày 31/12/2020 theo Thông tư số 9/2020/TT-BTC:"
    line = WORDS("answer.ended", day=WORDS.day(ended), amount="800.000 đồng")
    for html in said(sample, fee(800_000, note)):
        assert line in html
        assert "<strong>800.000 đồng</strong>" not in html


def test_the_most_that_is_due_stands_beside_the_sum(sample: Edition) -> None:
    note = "Mức thu là 20.000 đồng/tổ, nhưng tổng mức thu không quá 900.000 đồng/lần."
    answer, _ = said(sample, fee(text=note))
    assert WORDS("answer.at_most", amount="900.000 đồng/lần") in answer


def test_many_sums_fold_under_their_range_and_a_few_stand_open(sample: Edition) -> None:
    many, _ = said(sample, *(fee(100_000 + at, f"Phí loại {at}") for at in range(9)))
    assert WORDS("answer.every_sum", count=9) in many
    assert "100.008 đồng" in many
    few, _ = said(sample, *(fee(100_000 + at, f"Phí loại {at}") for at in range(5)))
    assert "<details" not in few


def test_words_that_none_is_laid_down_are_not_free(sample: Edition) -> None:
    answer, card = said(sample, fee(text="Không quy định."))
    assert f"<strong>{WORDS('fee.not_laid_down')}</strong>" in answer
    assert WORDS("fee.absent") not in answer + card


def test_the_rule_stands_beside_a_figure_that_cannot_be_right(sample: Edition) -> None:
    answer, _ = said(sample, fee(7, "Theo quy định tại Thông tư số 5/2025/TT-BTC"))
    assert f"{WORDS('answer.authority.finance')} (5/2025/TT-BTC)" in answer
    assert WORDS("answer.impossible_fee") in answer
    assert "7 đồng" not in answer


def test_a_doubted_figure_that_is_the_sum_of_another_fee_is_not_asked_about(
    sample: Edition,
) -> None:
    notes = ("Phí thẩm định lại: 15.000 đồng/tổ.", "Phí cấp sổ ong: 23.000 đồng/tổ.")
    answer, _ = said(sample, *(fee(23_000, note) for note in notes))
    assert "23.000 đồng/tổ" in answer
    assert WORDS("answer.odd_fee", amount="23.000 đồng") not in answer


def test_who_pays_nothing_is_named(sample: Edition) -> None:
    note = "Mức phí do Hội đồng nhân dân tỉnh quyết định. Miễn phí cho người cao tuổi; trẻ em."
    answer, _ = said(sample, fee(text=note))
    assert WORDS("answer.exempt_for", name="người cao tuổi; trẻ em") in answer


def test_what_is_due_beside_a_sum_and_laid_down_elsewhere_stands_beside_it(
    sample: Edition,
) -> None:
    note = "- Phí vườn: nộp theo Thông tư số 5/2025/TT-BTC.\n- Lệ phí: 70.000 đồng."
    answer, _ = said(sample, fee(text=note))
    assert "70.000 đồng" in answer
    assert f"{WORDS('answer.authority.finance')} (5/2025/TT-BTC) – Phí vườn" in answer


def test_equal_sums_of_a_kind_stand_once(sample: Edition) -> None:
    names = ("cá nhân", "hộ", "tổ chức", "hội")
    sums = (30_000, 30_000, 40_000, 40_000)
    fees = (fee(due, f"Phí ong đối với {name}") for due, name in zip(sums, names, strict=True))
    answer, _ = said(sample, *fees)
    assert answer.count("<strong>30.000 đồng</strong>") == 1
    assert "đối với cá nhân; đối với hộ" in answer


def test_shares_of_sums_follow_the_sums(sample: Edition) -> None:
    sums = (fee(100_000 + at, f"Phí loại {at}") for at in range(9))
    share = fee(text="Lệ phí đối với hộ nghèo bằng 50% mức áp dụng đối với các hộ khác")
    answer, _ = said(sample, *sums, share)
    assert answer.index("100.008") < answer.index("mức áp dụng")


def test_a_fee_for_a_copy_on_request_stands_behind_that_the_act_is_free(sample: Edition) -> None:
    note = "Miễn lệ phí. Phí cấp bản sao (nếu có yêu cầu) thực hiện theo Thông tư số 9/2031/TT-BTC."
    answer, card = said(sample, fee(text=note))
    assert f"<strong>{WORDS('fee.free')}</strong>" in answer
    laid_down = f"{WORDS('answer.authority.finance')} (9/2031/TT-BTC)"
    assert f"{laid_down} – Phí cấp bản sao (nếu có yêu cầu)" in answer
    assert f"<strong>{laid_down}" not in answer
    assert laid_down not in card


def test_a_rule_in_the_description_of_a_channel_is_its_fee_in_both(sample: Edition) -> None:
    described = channel(
        fee(text="Kiểm tra trực tiếp tại cửa khẩu"), text="Phí: Theo quy định của UBND cấp tỉnh"
    )
    record = replace(sample.entries["1.001193"].version, channels=version(described).channels)
    read = fees_on(read_fees(record), sample.day)
    answer = fees_answer(summarise_fees(read), WORDS)
    line = f"<strong>{WORDS('answer.authority.committee')}</strong>"
    assert line in answer
    assert WORDS("answer.section.channels") in answer
    card = channels(record, read, sample).html
    assert line in card
    assert WORDS("fee.not_stated") not in card


def test_what_no_sum_is_laid_down_for_yet_stands_beside_the_sum(sample: Edition) -> None:
    fees = fee(40_000, "Phí ong: + Ong nhà: 40.000 đồng"), fee(text="+ Ong rừng: Chưa có quy định.")
    assert WORDS("answer.not_yet_for", name="Ong rừng") in said(sample, *fees)[0]


def test_a_part_by_one_way_that_the_sums_come_to_is_not_due_of_them_again(sample: Edition) -> None:
    note = (
        "Phí ong:\n- Ong nhà: 100.000 đồng; Ong rừng: 200.000 đồng.\n"
        "* Mức thu khi nộp trực tuyến bằng 50% mức thu quy định như trên."
    )
    ways = (channel(fee(text=note), method=method) for method in ("online", "direct"))
    record = replace(sample.entries["1.001193"].version, channels=version(*ways).channels)
    answer = fees_answer(summarise_fees(fees_on(read_fees(record), sample.day)), WORDS)
    name = f"Phí ong, {WORDS('method.online')}"
    assert WORDS("answer.worked_in", percent="50 %", name=name) in answer
    assert WORDS("answer.part", percent="50 %") not in answer


def test_an_alternative_behind_a_semicolon_keeps_what_stands_before_it(sample: Edition) -> None:
    note = "Kiểm tra tổ ong: - Tổ mới có 1 ong; hoặc tổ cũ có 2 ong trở lên: 25.000 đồng/lần"
    answer, _ = said(sample, fee(25_000, note))
    assert "Tổ mới có 1 ong; hoặc tổ cũ có 2 ong trở lên" in answer


def test_several_sums_without_a_name_have_their_notes_quoted() -> None:
    long = f"(Từ ngày 01/7/2025 {'theo quyết định của Trạm Ong ' * 7})"
    notes = [f"Phí thẩm định {one}: 9.000 đồng/tổ {long}" for one in ("ong mới", "ong cũ")]
    record = version(channel(*(fee(9_000, one) for one in notes)))
    shown = escape_html("9.000 đồng")
    assert fee_notes(record, shown, WORDS, doubted=False) == ""
    quoted = fee_notes(record, shown, WORDS, doubted=False, unnamed=True)
    assert "Phí thẩm định ong cũ: 9.000 đồng/tổ (…)" in quoted


def test_a_fee_of_which_nothing_is_said_is_said_to_be_so(sample: Edition) -> None:
    assert all(WORDS("fee.not_stated") in html for html in said(sample, fee())[1:])


_FREED = "Người nuôi ong thuộc diện được miễn phí theo quy định tại Điều 9 thì nộp giấy chứng minh."


def test_that_some_pay_nothing_is_said_where_nobody_is_named(sample: Edition) -> None:
    line = WORDS("answer.exempt")
    assert line in said(sample, fee(20_000, _FREED))[0]
    for words in ("Mức thu: 20.000 đồng/lần", "Không có đối tượng được miễn phí."):
        assert line not in said(sample, fee(20_000, words))[0]


def test_recorded_exemptions_are_named_beside_the_sum(sample: Edition) -> None:
    listed = Stated(items=(Clause(text="Người cao tuổi: giảm một nửa"),))
    freed = replace(fee(20_000), exemptions=listed)
    assert WORDS("answer.exempt") in said(sample, freed)[0]


def test_who_is_named_stands_alone(sample: Edition) -> None:
    answer, _ = said(sample, fee(20_000, "Miễn lệ phí cho người cao tuổi."))
    assert WORDS("answer.exempt") not in answer
    assert WORDS("answer.exempt_for", name="người cao tuổi") in answer
