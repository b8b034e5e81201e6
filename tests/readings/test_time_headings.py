"""The lines above a quotation on time that say for whom, or for which part, it is."""

from generator.readings.time_statements import Role
from generator.readings.time_values import TimeReadings
from generator.readings.time_words import statements_in
from tests.readings.test_time_quotes import of

FIRST = "Trong thời hạn 02 ngày làm việc, kể từ ngày nhận đủ hồ sơ, Trạm Ong thăm vườn ong."
LAST = "Trong thời hạn 01 ngày làm việc, kể từ ngày thăm vườn, Trạm Ong cấp Thẻ ong."


def headed(found: TimeReadings) -> list[tuple[str, str]]:
    return [(one.value.heading, one.value.text) for one in found.quotes]


def test_lines_without_a_mark_are_of_the_case_of_the_item_above_them() -> None:
    text = f"a) Nộp hồ sơ.\nb) Đối với đàn ong bị cháy, bị trộm\n{FIRST}\n{LAST}\nc) Trả Thẻ."
    case = "b) Đối với đàn ong bị cháy, bị trộm"
    assert headed(of(None, None, text)) == [(case, FIRST), (case, LAST)]
    assert headed(of(None, None, f"a) Đối với ong mật, nộp hồ sơ.\n{FIRST}")) == [("", FIRST)]


def test_a_part_of_the_work_that_has_a_name_is_named_and_a_numbered_step_is_not() -> None:
    text = "{}\na) Trường hợp hồ sơ hợp lệ: 45 ngày, kể từ ngày nhận đủ hồ sơ, Trạm cấp Thẻ ong."
    assert headed(of(None, text.format("1. Bước duyệt tên vườn:")))[0][0]
    assert not headed(of(None, text.format("1. Bước 2:")))[0][0]


def test_the_case_within_a_case_is_named_with_it_and_one_beside_it_takes_its_place() -> None:
    ways = "- Trường hợp nộp tại quầy:\n+ {}\n- Trường hợp nộp qua mạng ong:\n+ {}"
    text = f"a) Đối với ong mật:\n{ways.format(FIRST, LAST)}"
    assert headed(of(None, text)) == [
        ("a) Đối với ong mật: Trường hợp nộp tại quầy:", FIRST),
        ("a) Đối với ong mật: Trường hợp nộp qua mạng ong:", LAST),
    ]
    beside = f"Trường hợp 1:\n- {FIRST}\nTrường hợp 2:\n- {LAST}"
    assert headed(of(None, None, beside)) == [("Trường hợp 1:", FIRST), ("Trường hợp 2:", LAST)]


def test_a_case_with_a_mark_of_many_levels_stands_above_its_lines() -> None:
    case = "b.3) Trường hợp tổ nuôi ong chuyển đàn sang xã khác"
    said = "Trạm Ong ban hành quyết định trong thời hạn 05 ngày kể từ ngày nhận đủ hồ sơ."
    (one,) = of(8, None, f"{case}\n{said}", unit="day").quotes
    assert (one.value.heading, one.value.text) == (case, said)


def test_headings_with_marks_of_many_levels_follow_each_other() -> None:
    lines = (
        "2.1. Trường hợp nuôi ong nhà:\n- Trả thẻ trong 05 ngày kể từ ngày nhận đủ hồ sơ.",
        "2.2. Trường hợp nuôi ong rừng:\n- Trả thẻ trong 09 ngày kể từ ngày nhận đủ hồ sơ.",
    )
    first, second = statements_in("\n".join(lines))
    assert (first.case, second.case) == ("Trường hợp nuôi ong nhà", "Trường hợp nuôi ong rừng")


def test_the_case_of_a_line_within_a_list_is_none_of_the_item_behind_that_list() -> None:
    text = (
        "- Trạm Ong tra dữ liệu, cụ thể:\n+ Số vườn ong.\n"
        "Trường hợp không tra được thì thực hiện như sau:\n+ Trạm Ong gửi phiếu cho chủ vườn.\n"
        f"Chủ vườn không phải nộp lại tờ khai;\n- {FIRST}"
    )
    (found,) = statements_in(text)
    assert found.case is None
    (found,) = statements_in(f"Trường hợp không tra được: Trạm Ong gửi phiếu.\n- {FIRST}")
    assert found.case


def test_the_head_of_all_that_is_done_makes_no_look_at_the_papers_of_what_stands_below() -> None:
    head = "Trạm Ong tiếp nhận, kiểm tra hồ sơ và {}:"
    whole, look = head.format("xử lý như sau"), head.format("thành phần hồ sơ")
    (first, last) = statements_in(f"b) {whole}\n- {FIRST}\n- {LAST}")
    assert (first.role, last.role) == (Role.STAGE, Role.STAGE)
    assert {one.role for one in statements_in(f"b) {look}\n- {FIRST}\n- {LAST}")} == {Role.CHECK}
