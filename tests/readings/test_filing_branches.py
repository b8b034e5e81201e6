"""Quotations on who receives with all branches of their rule, and which place leads."""

import pytest

from generator.readings.door import FilingReadings
from tests.readings.filings import names, read
from tests.readings.versions import channel, version


def texts(found: FilingReadings) -> list[str]:
    return [one.value.text for one in found.quotes]


def test_a_list_inside_a_line_is_quoted_to_its_last_body() -> None:
    said = (
        "Nộp trực tiếp đến cơ quan tiếp nhận của Bộ Y tế như sau: a) Cục Ong đối với vườn nhỏ;"
        " b) Cục Mật, Bộ Y tế đối với vườn lớn có nhiều tổ ong khác."
    )
    text = f"{said} - 30 ngày làm việc kể từ ngày nhận đủ hồ sơ."
    assert texts(read(version(channels=[channel("direct", text)]))) == [said]


def test_a_line_that_a_break_has_cut_goes_on_to_whom_it_leads() -> None:
    step = "Người nuôi gửi 01 bộ hồ sơ qua hệ thống bưu chính đến\nCục Ong và Mật Việt Nam."
    assert texts(read(version(step))) == [step.replace("\n", " ")]


def test_a_long_sentence_is_quoted_to_the_last_body_that_it_names() -> None:
    long = "vườn ong " * 70
    step = f"Chủ vườn nộp hồ sơ đến Cục Ong đối với {long}, Sở Y tế (đối với vườn nhỏ) để xem."
    assert texts(read(version(step)))[0].endswith("Sở Y tế (đối với vườn nhỏ) để xem.")


@pytest.mark.parametrize(
    "rest",
    [
        "; trong thời hạn 05 ngày, Sở Y tế xem vườn ong và ghi vào sổ ong của từng người nuôi ong",
        ", sau đó Sở Y tế hướng dẫn người nuôi ong ghi sổ và làm tổ mới cho từng đàn ong của vườn",
    ],
)
def test_what_the_office_does_then_is_no_branch(rest: str) -> None:
    long = "vườn ong " * 70
    (text,) = texts(read(version(f"Chủ vườn nộp hồ sơ đến Cục Ong đối với {long}{rest}.")))
    assert "Sở Y tế" not in text


def test_a_body_behind_a_semicolon_in_a_bracket_is_quoted_with_what_leads_to_it() -> None:
    step = (
        "Người nuôi gửi 01 bộ hồ sơ đến Cơ quan thực hiện (các Bộ có thẩm quyền theo Phụ lục;"
        " Sở Xây dựng thành phố Hồ Chí Minh theo phân cấp)."
    )
    found = read(version(step))
    assert texts(found) == [step]
    assert found.several


def test_words_of_handing_in_lead_over_who_takes_in_by_other_words() -> None:
    handed = "Người dân nộp hồ sơ khai phí tại cơ quan tiếp nhận hồ sơ nơi có vườn."
    taken = "Cơ quan thuế tiếp nhận hồ sơ nộp trực tiếp tại cơ quan thuế."
    found = read(version(handed, taken))
    assert texts(found) == [handed, taken]
    assert found.several
    alone = read(version(taken))
    assert names(alone) == ["Cơ quan thuế"]
    assert not alone.several


def test_the_portal_leads_where_the_desk_is_only_for_when_it_fails() -> None:
    main = "Bước 1: Tổ chức nộp 01 bộ hồ sơ qua Cổng dịch vụ công quốc gia."
    reserve = "Trường hợp Cổng dịch vụ công quốc gia bị lỗi, tổ chức nộp hồ sơ đến Sở Y tế."
    found = read(version(f"{main}\n{reserve}"))
    assert texts(found) == [main, reserve]
    assert found.several


def test_a_list_that_ends_with_a_bracket_is_quoted_from_its_sentence_on() -> None:
    step = (
        "Trong trường hợp gặp sự cố đường truyền, trại ong nộp 01 bản giấy danh sách ong gồm: Họ "
        "và tên; Số thùng ong; Số điện thoại liên hệ của người thân tại Việt Nam) đến Bộ phận Một "
        "cửa của Bộ Y tế."
    )
    assert texts(read(version(step))) == [step]
