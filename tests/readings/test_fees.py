"""Fees out of recorded figures, notes, sister channels, descriptions and steps."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from generator.readings.amounts import Bound
from generator.readings.days import Period
from generator.readings.evidence import Certainty, Reading
from generator.readings.fee_values import (
    Authority,
    Doubt,
    FeeAbsent,
    FeeAmount,
    FeeChange,
    FeeElsewhere,
    FeeExemption,
    FeeFree,
    FeeReading,
    FeeShare,
)
from generator.readings.fees import fees_on, read_fees, summarise_fees
from generator.records.stated import Fee, Stated
from generator.records.version import Channel, Step, Version
from tests.readings.channel_versions import channel, fee, points_to_its_words, version

DAY = date(2031, 6, 15)
WAYS = ("online", "direct")


def of(*fees: Fee) -> tuple[FeeReading, ...]:
    (group,) = read_fees(version(channel(*fees)))
    return group.readings


def amounts(readings: tuple[FeeReading, ...]) -> list[FeeAmount]:
    return [r.value for r in readings if isinstance(r.value, FeeAmount)]


def only(readings: tuple[FeeReading, ...]) -> FeeReading:
    (reading,) = readings
    return reading


def due(record: Version, day: date = DAY) -> set[float]:
    """The sums of the summary on a day."""
    summary = summarise_fees(fees_on(read_fees(record), day))
    return {found.reading.value.low for found in summary.sums}


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("Lệ phí đăng ký khai sinh quá hạn",), [("Lệ phí đăng ký khai sinh quá hạn",)]),
        (("Lệ phí đăng ký khai sinh",), [()]),
        (("Lệ phí đối với người từ 14 tuổi",), [("Lệ phí đối với người từ 14 tuổi",)]),
        (
            ("Phí, hai trang đầu", "Phí, trang thứ ba"),
            [("Phí, hai trang đầu",), ("Phí, trang thứ ba",)],
        ),
    ],
)
def test_the_name_of_a_fee_says_for_what_it_is(names: Sequence[str], said: object) -> None:
    fees = (replace(fee(8_000 + number), name=name) for number, name in enumerate(names))
    record = replace(version(channel(*fees)), title="Đăng ký khai sinh")
    (group,) = read_fees(record)
    assert [value.terms.applies_to for value in amounts(group.readings)] == said


def test_a_note_on_those_who_pay_nothing_is_not_for_whom_a_sum_is() -> None:
    note = "Trường hợp công dân thuộc diện được miễn phí thì công dân phải xuất trình giấy tờ"
    assert [value.terms.applies_to for value in amounts(of(fee(20_000, note)))] == [()]


# --- figures and their notes ---------------------------------------------------------------------


def test_a_recorded_figure_without_words_is_sure() -> None:
    reading = only(of(fee(150_000)))
    assert reading.value == FeeAmount(150_000, 150_000, "VND", recorded=True)
    assert reading.certainty is Certainty.SURE


def test_a_figure_that_its_note_says_again_is_one_sum_with_the_words_for_whom() -> None:
    reading = only(of(fee(150_000, "Cấp mới giấy phép lặn: 150.000 đồng/giấy")))
    assert isinstance(reading.value, FeeAmount)
    assert reading.value.recorded
    assert reading.value.unit == "giấy"
    assert reading.value.terms.applies_to == ("Cấp mới giấy phép lặn",)
    assert len(reading.evidence) > 1


def test_a_note_that_only_names_the_payer_gives_the_figure_its_name() -> None:
    reading = only(of(fee(150_000, "Đối với hộ nuôi ong")))
    assert isinstance(reading.value, FeeAmount)
    assert reading.value.terms.applies_to == ("Đối với hộ nuôi ong",)


def test_a_figure_that_lost_its_thousands_is_a_question_and_never_multiplied() -> None:
    recorded, words = amounts(of(fee(135, "Mức thu: 135.000 đồng/lần")))
    assert (recorded.low, recorded.doubt, recorded.suggested) == (135, Doubt.THOUSANDS, 135_000)
    assert (words.low, words.recorded) == (135_000, False)
    assert {
        r.certainty for r in of(fee(135, "Mức thu: 135.000 đồng/lần")) if r.value == recorded
    } == {Certainty.UNSURE}


def test_a_sister_channel_with_the_thousands_is_what_a_small_figure_is_asked_with() -> None:
    online, direct = read_fees(version(channel(fee(135), method="online"), channel(fee(135_000))))
    doubted = only(online.readings)
    assert isinstance(doubted.value, FeeAmount)
    assert (doubted.value.doubt, doubted.value.suggested) == (Doubt.THOUSANDS, 135_000)
    assert doubted.certainty is Certainty.UNSURE
    assert only(direct.readings).certainty is Certainty.SURE


@pytest.mark.parametrize(
    ("figure", "doubt"), [(1, "implausible"), (999, "implausible"), (1000, None)]
)
def test_a_figure_below_a_thousand_dong_is_doubted(figure: float, doubt: str | None) -> None:
    (value,) = amounts(of(fee(figure)))
    assert value.doubt == doubt


def test_a_small_figure_in_dollars_is_not_doubted() -> None:
    (value,) = amounts(of(fee(10, currency="USD")))
    assert (value.currency, value.doubt) == ("USD", None)


def test_dollars_that_were_stored_as_dong_are_a_question_of_currency() -> None:
    recorded, words = amounts(of(fee(20, "20 USD/giấy")))
    assert (recorded.currency, recorded.doubt) == ("VND", Doubt.CURRENCY)
    assert (words.low, words.currency) == (20, "USD")


def test_a_note_with_another_amount_makes_both_unsure() -> None:
    readings = of(fee(150_000, "Mức thu 180.000 đồng/lần"))
    recorded, words = amounts(readings)
    assert (recorded.doubt, words.low) == (Doubt.AMOUNT, 180_000)
    assert {reading.certainty for reading in readings} == {Certainty.UNSURE}


def test_a_zero_is_never_free_by_itself() -> None:
    assert not any(
        isinstance(r.value, FeeFree) for r in of(fee(None, "0 (nếu có) 70.000 đồng/hồ sơ"))
    )
    (value,) = amounts(of(fee(None, "Lệ phí cấp mới: 70.000 đồng/hồ sơ")))
    assert value.low == 70_000


# --- words without a figure ----------------------------------------------------------------------


def test_every_sum_of_a_note_has_the_words_of_its_case() -> None:
    text = "- Cấp mới: 90.000 đồng/giấy\n- Cấp lại: 45.000 đồng/giấy"
    assert {v.terms.applies_to: v.low for v in amounts(of(fee(None, text)))} == {
        ("Cấp mới",): 90_000,
        ("Cấp lại",): 45_000,
    }


def test_an_item_stands_under_its_heading() -> None:
    text = "1. Thuyền máy:\n- Cấp mới: 90.000 đồng\n2. Thuyền buồm:\n- Cấp mới: 45.000 đồng"
    assert [v.terms.applies_to for v in amounts(of(fee(None, text)))] == [
        ("Thuyền máy", "Cấp mới"),
        ("Thuyền buồm", "Cấp mới"),
    ]


def test_a_range_is_one_reading() -> None:
    (value,) = amounts(of(fee(None, "Mức thu từ 1.000.000 đến 2.000.000 đồng/hồ sơ")))
    assert (value.low, value.high) == (1_000_000, 2_000_000)


def test_a_share_of_a_value_has_its_bounds_beside_it() -> None:
    readings = of(fee(None, "Bằng 0,1% tổng giá trị hợp đồng, tối đa không quá 8 triệu đồng"))
    share = next(r.value for r in readings if isinstance(r.value, FeeShare))
    assert (share.percent, share.of) == (0.1, "tổng giá trị hợp đồng")
    assert [(v.low, v.bound) for v in amounts(readings)] == [(8_000_000, Bound.AT_MOST)]


@pytest.mark.parametrize("words", ["Miễn phí", "Không thu phí", "miễn lệ phí", "0 đồng"])
def test_free_said_in_words_is_free(words: str) -> None:
    reading = only(of(fee(None, words)))
    assert reading.value == FeeFree()
    assert reading.certainty is Certainty.SURE


@pytest.mark.parametrize(
    ("words", "not_yet", "certainty"),
    [
        ("Không", False, Certainty.SURE),
        ("Không có phí, lệ phí", False, Certainty.SURE),
        ("Chưa quy định", True, Certainty.LIKELY),
    ],
)
def test_a_fee_that_does_not_exist_is_absent_not_free(
    words: str, not_yet: bool, certainty: Certainty
) -> None:
    reading = only(of(fee(None, words)))
    assert reading.value == FeeAbsent(not_yet)
    assert reading.certainty is certainty


def test_channels_that_record_no_fee_are_absent() -> None:
    free = Channel(method="direct", time=channel().time, fees=Stated(none=True))
    (group,) = read_fees(version(free))
    assert only(group.readings).value == FeeAbsent()


@pytest.mark.parametrize(
    ("words", "authority", "documents"),
    [
        (
            "Theo Nghị quyết số 12/2031/NQ-HĐND của HĐND tỉnh",
            Authority.COUNCIL,
            ("12/2031/NQ-HĐND",),
        ),
        ("Do Hội đồng nhân dân cấp tỉnh quyết định", Authority.COUNCIL, ()),
        ("Theo quy định tại Thông tư số 34/2031/TT-BTC", Authority.FINANCE, ("34/2031/TT-BTC",)),
        ("Theo quy định của pháp luật về phí và lệ phí", Authority.LAW, ()),
        ("Theo quy định", Authority.OTHER, ()),
        ("Phí: Theo quy định của UBND cấp tỉnh", Authority.COMMITTEE, ()),
    ],
)
def test_a_fee_laid_down_elsewhere_names_who_and_where(
    words: str, authority: Authority, documents: tuple[str, ...]
) -> None:
    value = only(of(fee(None, words))).value
    assert isinstance(value, FeeElsewhere)
    assert (value.authority, value.terms.documents) == (authority, documents)


def test_only_by_rule_without_a_rule_is_not_sure() -> None:
    assert only(of(fee(None, "Theo quy định"))).certainty is Certainty.LIKELY


def test_a_note_that_says_nothing_of_money_gives_nothing() -> None:
    assert of(fee(None, "Nộp tại quầy số 3")) == ()
    assert of(fee()) == ()


# --- who pays less -------------------------------------------------------------------------------


def test_an_exemption_names_the_people_and_that_nothing_is_due() -> None:
    readings = of(fee(None, "Miễn lệ phí cho người cao tuổi; người khuyết tật."))
    value = only(readings).value
    assert isinstance(value, FeeExemption)
    assert value.who == ("người cao tuổi", "người khuyết tật")
    assert value.percent_due == 0


def test_a_reduction_says_what_is_due_or_that_it_is_not_known() -> None:
    def share(words: str) -> float | None:
        value = only(of(fee(None, words))).value
        assert isinstance(value, FeeExemption)
        return value.percent_due

    assert share("Giảm 30% lệ phí đối với hộ nghèo") == 70
    assert share("Giảm lệ phí đối với hộ nghèo") is None


def test_an_exemption_for_some_makes_no_fee_free() -> None:
    assert not any(isinstance(r.value, FeeFree) for r in of(fee(None, "Miễn phí cho hộ nghèo")))


# --- days ----------------------------------------------------------------------------------------


def test_what_has_ended_is_dropped_and_what_is_to_begin_stands_apart() -> None:
    text = (
        "Cấp mới: 50.000 đồng (áp dụng đến hết ngày 31/12/2030); "
        "Cấp mới: 80.000 đồng (áp dụng từ ngày 01/01/2032)"
    )
    on_day = fees_on(read_fees(version(channel(fee(None, text)))), DAY)
    assert [v.low for v in amounts(on_day.ended)] == [50_000]
    assert [v.low for v in amounts(on_day.to_begin)] == [80_000]
    assert [group.readings for group in on_day.current] == [()]


def test_a_lower_sum_for_a_time_stands_in_for_the_recorded_one_during_that_time() -> None:
    note = "áp dụng mức phí 60.000 đồng/hồ sơ kể từ ngày 01/01/2031 đến hết ngày 31/12/2031"
    record = version(channel(fee(120_000, f"({note})")))
    assert due(record) == {60_000}
    assert due(record, date(2032, 1, 1)) == {120_000}


def test_a_lower_sum_in_the_description_stands_in_for_the_figure_that_it_says_again() -> None:
    text = "Phí: 120.000 đồng/hồ sơ (áp dụng mức 60.000 đồng/hồ sơ đến hết ngày 31/12/2031)."
    record = version(channel(fee(120_000, "/hồ sơ"), text=text))
    assert due(record) == {60_000}
    assert due(record, date(2032, 1, 1)) == {120_000}


def test_half_for_a_time_is_worked_out_and_only_likely() -> None:
    text = "Cấp mới: 90.000 đồng. Từ ngày 01/01/2031 đến 31/12/2031 thu bằng 50% mức thu nêu trên."
    record = version(channel(fee(None, text)))
    assert due(record) == {45_000}
    summary = summarise_fees(fees_on(read_fees(record), DAY))
    assert summary.certainty is Certainty.LIKELY
    assert due(record, date(2032, 1, 1)) == {90_000}


def test_a_waiver_for_a_time_is_free_then_and_due_later() -> None:
    record = version(channel(fee(90_000, "Miễn phí từ ngày 01/01/2031 đến hết ngày 31/12/2031")))
    assert summarise_fees(fees_on(read_fees(record), DAY)).state == "free"
    assert due(record, date(2032, 1, 1)) == {90_000}


def test_a_change_for_online_files_leaves_the_others_alone() -> None:
    text = "Cấp mới: 90.000 đồng; nộp hồ sơ trực tuyến: bằng 50% mức thu nêu trên"
    record = version(channel(fee(None, text)), channel(fee(None, text), method="online"))
    on_day = fees_on(read_fees(record), DAY)
    by_method = {
        group.methods: {v.low for v in amounts(group.readings)} for group in on_day.current
    }
    assert by_method == {("online",): {45_000}, ("direct",): {90_000}}


def test_the_period_of_a_sum_is_kept() -> None:
    (value,) = amounts(of(fee(None, "Cấp mới: 50.000 đồng, áp dụng đến hết ngày 31/12/2031")))
    assert value.terms.period == Period(None, date(2031, 12, 31))


# --- channels, descriptions, steps ---------------------------------------------------------------


def test_channels_with_the_same_fees_are_one_group() -> None:
    (group,) = read_fees(version(channel(fee(9_000)), channel(fee(9_000), method="postal")))
    assert (group.channels, group.methods) == ((0, 1), ("direct", "postal"))


def test_a_description_adds_a_sum_that_no_fee_records() -> None:
    text = "Nộp tại quầy. Lệ phí: 30.000 đồng/bản"
    readings = read_fees(version(channel(fee(9_000), text=text)))[0].readings
    assert {(v.low, v.recorded) for v in amounts(readings)} == {(9_000, True), (30_000, False)}
    added = next(r for r in readings if isinstance(r.value, FeeAmount) and r.value.low == 30_000)
    assert added.certainty is Certainty.LIKELY


def test_different_figures_of_one_method_are_named_by_their_channels() -> None:
    record = version(channel(fee(9_000), case="Tàu cá"), channel(fee(19_000), case="Tàu chở khách"))
    named = {
        v.low: v.terms.applies_to for group in read_fees(record) for v in amounts(group.readings)
    }
    assert named == {9_000: ("Tàu cá",), 19_000: ("Tàu chở khách",)}


def test_a_step_names_the_document_when_no_channel_says_anything() -> None:
    step = "Người nộp hồ sơ nộp phí theo quy định tại Thông tư số 34/2031/TT-BTC."
    (_, group) = read_fees(version(channel(fee()), steps=[step]))
    reading = only(group.readings)
    assert isinstance(reading.value, FeeElsewhere)
    assert reading.value.terms.documents == ("34/2031/TT-BTC",)
    assert reading.certainty is Certainty.LIKELY


def test_a_version_without_channels_has_no_fees() -> None:
    assert read_fees(version()) == ()


# --- evidence and the line for a page ------------------------------------------------------------


def test_every_piece_of_evidence_is_what_stands_in_the_record() -> None:
    record = version(
        channel(fee(135, "Cấp mới (từ ngày 01/01/2031): 135.000 đồng/lần; cấp lại: 5 USD")),
        channel(fee(None, "Miễn phí cho hộ nghèo. Mức khác theo Thông tư số 3/2031/TT-BTC")),
        channel(fee(70_000, "đồng/hồ sơ (giảm 50% đến hết ngày 31/12/2031)"), method="online"),
        channel(fee(70_000, text=None), text="Phí: 80.000 đồng/xe; lệ phí: không"),
    )
    readings: list[Reading[object]] = [r for group in read_fees(record) for r in group.readings]
    assert len(readings) > 6
    for reading in readings:
        assert reading.evidence
        assert all(points_to_its_words(record, evidence) for evidence in reading.evidence)


def summary_of(*fees: Fee) -> object:
    return summarise_fees(fees_on(read_fees(version(channel(*fees))), DAY))


def test_three_sums_are_listed_and_four_are_a_range() -> None:
    three = summarise_fees(fees_on(read_fees(version(channel(*map(fee, [1e4, 2e4, 3e4])))), DAY))
    assert [due.reading.value.low for due in three.sums] == [1e4, 2e4, 3e4]
    assert three.ranges == ()
    four = summarise_fees(
        fees_on(read_fees(version(channel(*map(fee, [1e4, 2e4, 3e4, 4e4])))), DAY)
    )
    assert four.sums == ()
    assert [(r.low, r.high, r.currency) for r in four.ranges] == [(1e4, 4e4, "VND")]


@pytest.mark.parametrize(
    ("note", "state"),
    [
        ("Miễn phí", "free"),
        ("Không", "absent"),
        ("Theo Nghị quyết của HĐND tỉnh", "laid_down_by_council"),
        ("70.000 đồng", "amount"),
        ("Nộp tại quầy", "not_stated"),
    ],
)
def test_the_line_has_one_of_the_recorded_states(note: str, state: str) -> None:
    summary = summarise_fees(fees_on(read_fees(version(channel(fee(None, note)))), DAY))
    assert summary.state == state


def test_a_doubted_figure_makes_the_whole_line_unsure_and_is_no_sum() -> None:
    record = version(channel(fee(50)))
    summary = summarise_fees(fees_on(read_fees(record), DAY))
    assert summary.certainty is Certainty.UNSURE
    assert [r.value.low for r in summary.doubted] == [50]
    assert summary.sums == ()


def test_a_sum_in_words_is_stated_beside_the_figure_that_lacks_its_thousands() -> None:
    record = version(channel(fee(135, "Cấp thẻ lặn: 135.000 đồng/thẻ")))
    summary = summarise_fees(fees_on(read_fees(record), DAY))
    assert [due.reading.value.low for due in summary.sums] == [135_000]
    assert [(r.value.low, r.value.suggested) for r in summary.doubted] == [(135, 135_000)]
    assert summary.certainty is Certainty.LIKELY


def test_a_method_without_a_fee_beside_one_with_a_fee_is_named() -> None:
    record = version(channel(fee(9_000)), channel(fee(None, "Miễn phí"), method="online"))
    summary = summarise_fees(fees_on(read_fees(record), DAY))
    assert summary.free_methods == ("online",)
    assert [(d.reading.value.low, d.methods) for d in summary.sums] == [(9_000, ("direct",))]


def test_a_change_says_what_is_due_of_the_other_sums() -> None:
    readings = of(fee(None, "Cấp mới: 90.000 đồng. Cấp lại: bằng 50% mức thu nêu trên"))
    assert [r.value.percent_due for r in readings if isinstance(r.value, FeeChange)] == [50]


def test_half_of_an_unnamed_fee_for_a_time_takes_its_place() -> None:
    half = "25.000 đồng/thẻ (áp dụng đến hết ngày 31/12/2031)"
    record = version(channel(fee(50_000, "50.000 đồng/thẻ"), fee(25_000, half)))
    assert due(record) == {25_000}
    assert due(record, date(2032, 1, 1)) == {50_000}


def test_another_unnamed_fee_for_a_time_stands_beside_the_usual_one() -> None:
    other = "30.000 đồng/thẻ (áp dụng đến hết ngày 31/12/2031)"
    assert due(version(channel(fee(50_000, "50.000 đồng/thẻ"), fee(30_000, other)))) == {
        30_000,
        50_000,
    }


def test_a_figure_of_the_same_name_a_thousand_times_as_large_elsewhere_is_a_doubt() -> None:
    record = version(
        channel(fee(5_000_000, "Cấp lại thẻ lặn")),
        channel(fee(5_000, "Cấp lại thẻ lặn"), method="online"),
    )
    assert due(record) == {5_000_000}
    summary = summarise_fees(fees_on(read_fees(record), DAY))
    assert [(r.value.low, r.value.suggested) for r in summary.doubted] == [(5_000, 5_000_000)]


def test_a_figure_that_ends_a_label_for_a_time_is_due_in_that_time_only() -> None:
    note = "Mức phí kể từ ngày 01/7/2029 đến hết ngày 31/12/2029, mức phí giảm 20%:"
    assert due(version(channel(fee(4_000_000, note)))) == set()


def test_a_channel_that_names_the_circular_of_its_fee_says_where_it_is_laid_down() -> None:
    text = "Phí thẩm định thực hiện theo Thông tư số 99/2031/TT-BTC"
    summary = summarise_fees(fees_on(read_fees(version(channel(text=text))), DAY))
    assert summary.state == "laid_down_elsewhere"
    assert summary.elsewhere[0].value.terms.documents == ("99/2031/TT-BTC",)


def test_half_of_a_schedule_for_a_time_halves_the_sum_that_names_the_schedule() -> None:
    text = (
        "Phí đăng ký lặn: Bằng 50% mức thu phí quy định tại Biểu ban hành kèm theo Thông tư số "
        "19/2029/TT-BTC. (Kể từ ngày 01/7/2030 đến hết ngày 31/12/2031 theo Thông tư 64/2030)."
    )
    note = "80.000 đồng/hồ sơ (Thông tư số 19/2029/TT-BTC)"
    record = version(channel(fee(80_000, note), text=text))
    assert due(record) == {40_000}
    assert due(record, date(2032, 1, 1)) == {80_000}


def test_half_of_another_schedule_changes_no_sum() -> None:
    text = (
        "Phí đăng ký lặn: Bằng 50% mức thu phí quy định tại Biểu ban hành kèm theo Thông tư số "
        "77/2029/TT-BTC. (Kể từ ngày 01/7/2030 đến hết ngày 31/12/2031)."
    )
    note = "80.000 đồng/hồ sơ (Thông tư số 19/2029/TT-BTC)"
    assert due(version(channel(fee(80_000, note), text=text))) == {80_000}


def test_a_figure_without_its_thousands_is_asked_about_beside_a_sum_for_a_time() -> None:
    record = version(channel(fee(135, "135.000 đồng/thẻ đến hết ngày 31/12/2031")))
    summary = summarise_fees(fees_on(read_fees(record), DAY))
    assert [found.reading.value.low for found in summary.sums] == [135_000]
    assert [(r.value.low, r.value.suggested) for r in summary.doubted] == [(135, 135_000)]


def test_words_of_a_channel_in_another_currency_put_a_small_figure_in_doubt() -> None:
    found = read_fees(version(channel(fee(15), text="Tại cơ quan ở nước ngoài: 15 USD/bản.")))
    amounts = [one.value for group in found for one in group.readings]
    assert [(one.low, one.currency, one.doubt) for one in amounts] == [
        (15, "VND", Doubt.CURRENCY),
        (15, "USD", None),
    ]


def test_a_step_that_says_who_lays_the_fee_down_is_read_where_no_channel_says_more() -> None:
    step = Step(text="Nộp đơn nuôi ong, phí thẩm định theo quy định của Bộ Tài chính tại vườn.")
    record = replace(version(channel()), steps=Stated(items=(step,)))
    (reading,) = (one for group in read_fees(record) for one in group.readings)
    assert isinstance(reading.value, FeeElsewhere)
    assert reading.value.authority is Authority.FINANCE
    assert reading.certainty is Certainty.LIKELY


def test_a_sum_that_is_said_again_with_words_has_the_methods_of_both() -> None:
    rows = (
        channel(fee(200_000, "Lệ phí: 200.000 đồng")),
        channel(fee(200_000, "200.000 đồng"), method="online"),
    )
    found = summarise_fees(fees_on(read_fees(version(*rows)), DAY))
    assert [(one.reading.value.low, one.methods) for one in found.sums] == [(200_000, ())]


def test_what_has_not_been_laid_down_yet_is_not_free() -> None:
    rows = (
        channel(fee(35_000)),
        channel(fee(None, "Xuất khẩu chất thải: Chưa có quy định"), method="online"),
        channel(fee(None, "Chưa quy định."), method="postal"),
    )
    found = summarise_fees(fees_on(read_fees(version(*rows)), DAY))
    assert found.nothing_for == ()
    assert found.free_methods == ()


def test_one_of_several_authorities_is_the_law_on_fees() -> None:
    note = "Mức thu theo quy định của Chính phủ, Bộ trưởng Bộ Tài chính hoặc Hội đồng nhân dân tỉnh"
    found = summarise_fees(fees_on(read_fees(version(channel(fee(None, note)))), DAY))
    assert [one.value.authority for one in found.elsewhere] == [Authority.LAW]


def test_a_technical_standard_sets_no_fee() -> None:
    note = "Nguồn nhóm 3 tại QCVN 6: 2010/BKHCN theo Thông tư 12/2019/TT-BTC: 900.000 đồng"
    documents = amounts(of(fee(900_000, note)))[0].terms.documents
    assert documents == ("12/2019/TT-BTC",)


def test_a_zero_too_many_behind_the_last_point_is_a_slip_of_the_recorded_figure() -> None:
    (reading,) = of(fee(15000000, "Phí thẩm định đàn ong: 15.000.0000 đồng/lần"))
    assert isinstance(reading.value, FeeAmount)
    assert (reading.value.low, reading.value.doubt) == (15000000, None)


COPY = "Phí cấp bản sao trích lục (nếu có yêu cầu) thực hiện theo Thông tư số 99/2031/TT-BTC"


@pytest.mark.parametrize(
    ("note", "state"),
    [
        (f"Miễn lệ phí. {COPY}.", "free"),
        (f"(Miễn lệ phí. {COPY}.)", "free"),
        (f"Mức lệ phí do Hội đồng nhân dân cấp tỉnh quyết định. {COPY}.", "laid_down_by_council"),
        (COPY, "not_stated"),
        ("Phí cấp bản sao trích lục theo Thông tư số 99/2031/TT-BTC", "laid_down_elsewhere"),
    ],
)
def test_what_a_copy_costs_that_is_asked_for_is_not_the_fee(note: str, state: str) -> None:
    summary = summarise_fees(fees_on(read_fees(version(channel(fee(None, note)))), DAY))
    assert summary.state == state
    names = [one.value.terms.applies_to for one in summary.on_request]
    assert names == ([("Phí cấp bản sao trích lục (nếu có yêu cầu)",)] if "nếu" in note else [])


@pytest.mark.parametrize(
    ("notes", "state"),
    [
        (["Không được quy định tại Biểu phí kèm theo Thông tư số 9/2031/TT-BTC."], "not_laid_down"),
        (
            [
                "- Miễn lệ phí (Thông tư số 9/2031/TT-BTC).Không được quy định tại Biểu phí.",
                "Không được quy định tại Biểu phí",
            ],
            "free",
        ),
        (["Quy định tại Biểu phí kèm theo Thông tư số 9/2031/TT-BTC."], "laid_down_elsewhere"),
    ],
)
def test_what_a_schedule_does_not_have_is_not_laid_down_in_it(notes: list[str], state: str) -> None:
    record = version(*(channel(fee(None, note)) for note in notes))
    assert summarise_fees(fees_on(read_fees(record), DAY)).state == state


def test_a_figure_beside_a_share_of_a_schedule_is_asked_about() -> None:
    """The share or what it is of: no words say which of them the figure is."""
    note = "- Lệ phí đăng ký: Bằng 50% mức thu lệ phí quy định tại Biểu phí"
    found = summarise_fees(fees_on(read_fees(version(channel(fee(60_000, note)))), DAY))
    (one,) = found.doubted
    assert (one.value.low, one.value.doubt) == (60_000, Doubt.SHARE)
    assert one.value.terms.applies_to == ("Lệ phí đăng ký",)
    assert (len(found.shares), found.sums) == (1, ())


def _ways(*fees: tuple[str, str]) -> list[tuple[str, ...]]:
    rows = (channel(fee(None, note, state="not_stated"), method=way) for way, note in fees)
    return [one.methods for one in summarise_fees(fees_on(read_fees(version(*rows)), DAY)).sums]


def test_sums_for_different_things_are_not_told_by_the_way_they_stand_with() -> None:
    assert _ways(
        ("online", "Phí công bố: 100.000 đồng"), ("direct", "Lệ phí đăng ký: 50.000 đồng")
    ) == [(), ()]
    of_one_thing = [
        ("online", "Lệ phí đăng ký: 25.000 đồng"),
        ("direct", "Lệ phí đăng ký: 50.000 đồng"),
    ]
    assert _ways(*of_one_thing) == [("online",), ("direct",)]
    assert _ways(of_one_thing[0], ("direct", "50.000 đồng")) == [("online",), ("direct",)]


def test_a_share_stays_beside_a_figure_that_is_doubted_or_of_a_value() -> None:
    doubted = fee(60, "- Lệ phí đăng ký: Bằng 50% mức thu lệ phí quy định tại Biểu phí")
    of_value = fee(60_000, "Phí thẩm định: bằng 0,1% tổng giá trị hợp đồng")
    for one in (doubted, of_value):
        found = summarise_fees(fees_on(read_fees(version(channel(one))), DAY))
        assert len(found.shares) == 1


def test_a_sum_that_filing_online_changes_is_stated_for_the_other_ways() -> None:
    online = "* Mức thu khi nộp bằng hình thức dịch vụ công trực tuyến"
    notes = [
        f"Phí thẩm định: 150.000 đồng/hồ sơ. {online} bằng 50% mức thu quy định như trên.",
        f"Lệ phí cấp sổ ong: 20.000 đồng/sổ. {online} là 0 đồng.",
    ]
    fees = [fee(None, text, state="not_stated") for text in notes]
    read = read_fees(version(channel(*fees), channel(*fees, method="online")))
    found = summarise_fees(fees_on(read, DAY))
    due = {one.reading.value.low: (one.methods, one.reading.certainty) for one in found.sums}
    assert due[20_000][0] == ("direct",)
    assert found.certainty is not Certainty.UNSURE


def test_a_figure_is_named_by_the_case_with_which_its_channel_begins() -> None:
    house = channel(fee(9_000), text="+ Đối với nhà ong: Không quá 15 ngày kể từ ngày nhận hồ sơ.")
    hive = channel(fee(5_000), text="Đối với tổ ong: Không quá 10 ngày kể từ ngày nhận hồ sơ.")
    named = {
        v.low: v.terms.applies_to
        for g in read_fees(version(house, hive))
        for v in amounts(g.readings)
    }
    assert named == {9_000: ("Đối với nhà ong",), 5_000: ("Đối với tổ ong",)}


def test_a_figure_beside_a_case_without_one_is_named_by_its_own_case() -> None:
    name = channel(fee(9_000), text="- Đối với trường hợp đổi tên trại thì được cấp lại giấy.")
    other = channel(Fee(state="not_stated"), text="- Đối với trường hợp khác thì được ghi nhận.")
    plain = channel(Fee(state="not_stated"), text="Nộp tại quầy.")
    (found,) = (v for g in read_fees(version(name, other)) for v in amounts(g.readings))
    assert found.terms.applies_to == ("Đối với trường hợp đổi tên trại",)
    (alone,) = (v for g in read_fees(version(name, plain)) for v in amounts(g.readings))
    assert alone.terms.applies_to == ()


def test_a_mark_behind_a_day_begins_an_item_of_its_own() -> None:
    words = "* Theo Thông tư (từ ngày 01/7/2031 đến hết ngày 31/12/2032+ Từ 50 tổ ong: 9.000 đồng"
    (found,) = (
        v for g in read_fees(version(channel(fee(9_000, text=words)))) for v in amounts(g.readings)
    )
    assert found.terms.applies_to == ("Từ 50 tổ ong",)


def test_a_sum_that_channels_give_by_different_documents_names_them_all() -> None:
    notes = ("Thông tư 7/2026/TT-BTC", "Theo quy định của Thông tư số 8/2026/TT-BTC")
    rows = (channel(fee(5000, note), method=way) for note, way in zip(notes, WAYS, strict=True))
    (found,) = summarise_fees(fees_on(read_fees(version(*rows)), DAY)).sums
    assert found.reading.value.terms.documents == ("7/2026/TT-BTC", "8/2026/TT-BTC")
