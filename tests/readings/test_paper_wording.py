"""A list shows what a paper is, not where its form is printed."""

import pytest

from generator.readings.paper_wording import without_sources
from tests.growth import grows_with_text


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (
            "Đơn nuôi ong theo Mẫu số 02 tại Phụ lục III ban hành kèm theo Nghị định số"
            " 9/2026/NĐ-CP ngày 01 tháng 02 năm 2026 của Chính phủ",
            "Đơn nuôi ong theo Mẫu số 02",
        ),
        ("Tờ khai (Mẫu 7 Phụ lục I Nghị định số 9/2026/NĐ-CP); sổ", "Tờ khai (Mẫu 7); sổ"),
        (
            "Giấy phép nuôi ong theo quy định tại khoản 1 Điều 2 Luật số 3/2025/QH15 (bản sao)",
            "Giấy phép nuôi ong (bản sao)",
        ),
        (
            "Hợp đồng thuê tổ ong theo quy định của pháp luật (nếu có)",
            "Hợp đồng thuê tổ ong (nếu có)",
        ),
        (
            "Đơn nuôi ong theo mẫu kèm theo Thông tư số 1/2026/TT-BYT của Bộ Y tế hướng dẫn"
            " nuôi ong",
            "Đơn nuôi ong theo mẫu",
        ),
        (
            "Đơn nuôi ong theo Mẫu số 2 ban hành kèm theo Nghị định số 9/2026/NĐ-CP ngày 01/02/2026"
            " của Chính phủ quy định một số điều và biện pháp thi hành Luật Ong, mật (01 bản)",
            "Đơn nuôi ong theo Mẫu số 2 (01 bản)",
        ),
        (
            "Đơn nuôi ong theo Mẫu số 2 ban hành kèm theo Nghị định này",
            "Đơn nuôi ong theo Mẫu số 2",
        ),
        (
            "Tờ khai nuôi ong (theo mẫu số 01 ban hành kèm theo Nghị quyết số 7/2025/NQ-HĐND"
            " ngày10/12/2025 của Hội đồng nhân dân tỉnh Mẫu Quy định chính sách nuôi ong)",
            "Tờ khai nuôi ong (theo mẫu số 01)",
        ),
        (
            "Số liệu theo Mẫu số 2 kèm theo Thông tư này về Trạm Ong; sổ",
            "Số liệu theo Mẫu số 2 về Trạm Ong; sổ",
        ),
    ],
)
def test_where_a_form_or_rule_is_printed_is_left_out(said: str, shown: str) -> None:
    assert without_sources(said) == shown


@pytest.mark.parametrize(
    "said",
    [
        "Các giấy tờ quy định tại khoản 1 Điều 2 Luật Nuôi ong",
        "Sổ ong đối với trường hợp quy định tại điểm a khoản 1 Điều 2 Nghị định số 9/2026/NĐ-CP",
        "Tài liệu chứng minh đàn ong không theo quy định",
        "Đơn của người thuộc đối tượng theo quy định tại Điều 3 Nghị định số 9/2026/NĐ-CP",
    ],
)
def test_words_that_tell_which_paper_or_whose_stay(said: str) -> None:
    assert without_sources(said) == said


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Đơn Mẫu số 9 tại Phụ lục III.2 kèm theo Nghị định số 1/2026/NĐ-CP", "Đơn Mẫu số 9"),
        ("Đơn Mẫu số 2 Phụ lục IA ban hành kèm theo Nghị định số 1/2026/NĐ-CP", "Đơn Mẫu số 2"),
        (
            "Đơn Mẫu số 2 ban hành kèm theo Thông tư số 3/2026/TT- BKHCN và bảng kê",
            "Đơn Mẫu số 2 và bảng kê",
        ),
        ("Đơn Mẫu số 2 ban hành kèm theo Nghị định số 3/2026/NĐ -CP", "Đơn Mẫu số 2"),
        ("Đơn (theo mẫu tại Phụ lục 01Thông tư số 1)", "Đơn (theo mẫu 01Thông tư số 1)"),
    ],
)
def test_no_piece_of_a_number_is_left_behind(said: str, shown: str) -> None:
    assert without_sources(said) == shown


def test_a_source_whose_title_does_not_end_stays_whole() -> None:
    for end in (", có xác nhận của xã", " quy định nuôi ong đối với hộ có ao"):
        decision = f"Quyết định số 1/2026/QĐ-UBND của UBND tỉnh Mẫu quy định nuôi ong{end}"
        said = f"Đơn Mẫu số 2 ban hành kèm theo {decision}"
        assert without_sources(said) == said


def test_what_follows_the_source_stays() -> None:
    said = "Đơn theo Mẫu 1 ban hành kèm theo Thông tư số 1/2026/TT-BYT, kèm bản sao sổ nuôi ong"
    assert without_sources(said) == "Đơn theo Mẫu 1, kèm bản sao sổ nuôi ong"


@pytest.mark.parametrize(
    "unit", [" ban hành kèm theo", " theo quy định", " ngày 1/1/2026", " tại ,", "("]
)
def test_a_hostile_text_is_read_in_linear_time(unit: str) -> None:
    def read(text: str) -> None:
        without_sources(f"mẫu{text} quy định")

    assert grows_with_text(read, unit, 300_000)


def test_the_rule_of_what_is_denied_stays() -> None:
    said = "Giấy nuôi ong của hộ không được lập theo quy định của pháp luật về ong; bản đồ vườn"
    assert without_sources(said) == said
    form = "Giấy nuôi ong (trừ vườn không phải xin phép theo quy định tại Luật số 1/2026/QH15)"
    assert without_sources(form) == form


def test_a_form_alone_keeps_its_document() -> None:
    said = "Mẫu số 03 ban hành kèm theo Quyết định số 1/2026/QĐ-UBND"
    assert without_sources(said) == said
    assert without_sources(f"Đơn nuôi ong theo {said}") == "Đơn nuôi ong theo Mẫu số 03"


def test_the_rule_that_a_case_is_of_stays() -> None:
    case = (
        "Trường hợp sổ đã cấp theo quy định tại khoản 4 Điều 20 Nghị định số 1/2025/NĐ-CP, nộp đơn"
    )
    assert without_sources(case) == case
    order = "Sổ ong theo quy định tại khoản 4 Điều 20 Nghị định số 1/2025/NĐ-CP, nộp đơn"
    assert without_sources(order) == "Sổ ong, nộp đơn"


def test_annexes_behind_one_that_stays_stay_too() -> None:
    said = "Báo cáo số ong theo Phụ lục số 04, Phụ lục số 05 (nếu vay)"
    assert without_sources(said) == said
    assert without_sources("Đơn theo Mẫu số 02, Phụ lục I") == "Đơn theo Mẫu số 02"


def test_what_a_form_is_about_stays_where_the_form_is_all_that_is_named() -> None:
    said = "Mẫu thông báo số 08/ONG Phụ lục IV ban hành kèm theo Thông tư số 4/2020/TT-BTC"
    about = "về các điều kiện mà trại ong không còn đáp ứng"
    assert about in without_sources(f"- {said} {about}")
    assert about not in without_sources(f"Đơn theo {said} {about}")
