"""What a first screen says of many sums, of limits, of changes for some, and of what has ended."""

from datetime import date

import pytest

from generator.readings.fee_summary import FeeSummary
from generator.readings.fee_table import are_for_several_acts
from generator.readings.fee_values import Authority, FeeState
from generator.readings.fees import fees_on, read_fees, summarise_fees
from generator.records.stated import Fee
from tests.readings.channel_versions import channel, fee, version

DAY = date(2031, 6, 15)


def summary(*fees: Fee, text: str | None = None) -> FeeSummary:
    return summarise_fees(fees_on(read_fees(version(channel(*fees, text=text))), DAY))


def test_money_that_an_office_pays_out_is_no_fee() -> None:
    form = "(theo mẫu số 07 ban hành kèm theo Nghị quyết 9/2030/NQ-HĐND)"
    paid_out = f"Quyết định hỗ trợ chi phí dời ong {form}."
    assert summary(text=paid_out).state is FeeState.NOT_STATED
    budget = "Chuyển kinh phí hỗ trợ theo Nghị quyết 9/2030/NQ-HĐND; xem mức thu ở trang sau"
    assert summary(text=budget).state is FeeState.NOT_STATED
    due = "Phí thẩm định thực hiện theo Nghị quyết 9/2030/NQ-HĐND"
    assert summary(text=due).state is FeeState.COUNCIL


def test_a_council_is_named_with_its_own_documents_only() -> None:
    note = "Mức thu do Hội đồng nhân dân tỉnh quyết định. Phí sao theo Thông tư số 9/2030/TT-BTC."
    (found,) = summary(fee(text=note)).elsewhere
    assert (found.value.authority, found.value.terms.documents) == (Authority.COUNCIL, ())


def test_a_committee_that_lays_down_is_named_in_either_order_of_words() -> None:
    (found,) = summary(fee(text="Theo quy định của Ủy ban nhân dân tỉnh")).elsewhere
    assert found.value.authority is Authority.COMMITTEE


def test_the_most_that_a_sum_by_the_piece_comes_to_is_kept_beside_it() -> None:
    found = summary(
        fee(text="Mức thu là 20.000 đồng/tổ, nhưng tổng mức thu không quá 900.000 đồng/lần.")
    )
    assert [due.reading.value.low for due in found.sums] == [20_000]
    assert [(one.value.low, one.value.bound.value) for one in found.limits] == [
        (900_000, "at_most")
    ]


def test_a_sum_whose_time_has_ended_is_told_where_nothing_else_is() -> None:
    note = "Mức phí kể từ ngày 01/7/2030 đến hết ngày 31/12/2030 theo Thông tư số 9/2030/TT-BTC:"
    found = summary(fee(800_000, note))
    assert found.state is FeeState.NOT_STATED
    assert [one.value.terms.period.end for one in found.ended] == [date(2030, 12, 31)]


def test_a_change_for_some_readers_is_kept_with_whom_it_is_for() -> None:
    note = (
        "Trường hợp nộp hồ sơ nuôi ong từ ngày 01/4/2031 đến hết ngày 31/12/2031 trên ứng dụng"
        " VNeID được áp dụng mức thu phí bằng 50% mức thu phí quy định được nêu ở trên."
    )
    (change,) = summary(fee(800_000, "Phí thẩm định"), text=note).changes
    assert change.value.percent_due == 50
    assert "VNeID" in change.value.terms.applies_to[0]
    assert change.value.terms.period.end == date(2031, 12, 31)


def test_a_share_is_named_in_full() -> None:
    schedule = (
        "mức thu quy định tại điểm 1 Biểu phí nuôi ong và các loài côn trùng có ích khác"
        " ban hành kèm theo Thông tư số 9/2030/TT-BTC"
    )
    (share,) = summary(fee(text=f"Lệ phí nuôi ong: Bằng 50% {schedule}")).shares
    assert share.reading.value.of == schedule


def test_many_sums_stand_apart_by_kind_with_the_words_that_only_each_has() -> None:
    names = {
        "Lệ phí cấp thẻ đối với cá nhân (đàn)": 30_000,
        "Lệ phí cấp thẻ đối với tổ chức (đàn)": 40_000,
        "Phí thẩm định đối với cá nhân": 100_000,
        "Phí thẩm định đối với tổ chức": 200_000,
    }
    charge, checked = summary(*(fee(low, name) for name, low in names.items())).table
    assert (charge.name, checked.name) == ("Lệ phí cấp thẻ", "Phí thẩm định")
    assert [case.name for case in checked.cases] == ["đối với cá nhân", "đối với tổ chức"]


@pytest.mark.parametrize(("part", "several"), [("thực hành", True), ("lý thuyết", False)])
def test_sums_of_the_parts_of_an_examination_may_all_be_due(part: str, several: bool) -> None:
    hives = ("đàn nhỏ", "đàn lớn")
    names = [
        f"Phí nuôi ong – Sát hạch {one} {hive}" for one in ("lý thuyết", part) for hive in hives
    ]
    found = summary(*(fee(60_000 + at, name) for at, name in enumerate(names)))
    assert are_for_several_acts(found.table) is several


def test_sums_without_a_word_in_common_keep_their_names() -> None:
    names = ("Bệnh viện", "Phòng khám", "Trạm y tế", "Nhà hộ sinh")
    (kind,) = summary(*(fee(100_000 + at, name) for at, name in enumerate(names))).table
    assert kind.name == ""
    assert tuple(case.name for case in kind.cases) == names


def test_a_currency_left_over_from_a_field_names_no_fee() -> None:
    found = summary(
        fee(7_000, "Đăng ký tổ ong: 7.000 đồng/lần"),
        fee(text="Miễn phí Đồng - Trường hợp thuộc diện được miễn thì xuất trình giấy tờ."),
    )
    assert found.nothing_for == ()


def test_none_in_one_case_says_nothing_of_the_others() -> None:
    note = "+ Trường hợp (i): Người thi nộp tiền theo thông báo. + Trường hợp (ii): Không có"
    found = summary(fee(text=note))
    assert found.state is FeeState.NOT_STATED
    assert [one.value.terms.applies_to for one in found.nothing_for] == [("Trường hợp (ii)",)]
    assert summary(fee(text="Lệ phí: Không")).state is FeeState.ABSENT
