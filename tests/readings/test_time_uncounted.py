"""What is not counted in the time, by the first words of each item of a list."""

from generator.readings.time_uncounted import uncounted_lists


def heads(text: str) -> list[tuple[str, ...]]:
    return [one.value.heads for one in uncounted_lists([(("steps",), text)])]


def test_items_in_one_sentence_are_told_apart_by_semicolons_and_by_their_first_words() -> None:
    text = (
        "Thời hạn trên không bao gồm: thời gian đo lại cả vườn ong của xã (kể cả chờ; đo lại);"
        " thời gian nộp tiền ong, thời gian niêm yết tên ong theo quy định. Thẻ ong trả tại Trạm."
    )
    assert heads(text) == [
        ("đo lại cả vườn ong của xã", "nộp tiền ong", "niêm yết tên ong theo quy định")
    ]


def test_an_item_ends_where_it_says_by_what_rule_or_for_whom() -> None:
    text = (
        "Thời gian trên không gồm thời gian trưng cầu giám định mật ong theo Luật Ong năm 2020;"
        " thời gian xem xét vi phạm đối với vườn cũ."
    )
    assert heads(text) == [
        ("trưng cầu giám định mật ong", "xem xét vi phạm đối với vườn cũ"),
    ]


def test_items_on_lines_of_their_own_end_with_the_lines_of_their_kind() -> None:
    text = (
        "- Thời gian cấp thẻ không tính thời gian của các nơi sau:\na) Thời gian đo vườn;\n"
        "b) Thời gian nộp tiền.\n- Trả thẻ tại Trạm."
    )
    assert heads(text) == [("đo vườn", "nộp tiền")]


def test_an_item_below_is_enough_but_lines_with_the_same_bullet_are_none() -> None:
    lead = "- Thời gian không tính vào thời hạn ở khoản 1 gồm:\n"
    assert heads(f"{lead}Thời gian có bão ong.\nTrả thẻ.") == [("có bão ong",)]
    assert heads(f"{lead}- Trạm Ong họp.\n- Trạm Ong nghỉ.") == []


def test_one_item_in_a_sentence_is_no_list() -> None:
    assert heads("Thời hạn trên không bao gồm thời gian đo vườn ong.") == []


def test_events_are_named_up_to_a_whole_one() -> None:
    text = (
        "- Thời gian không tính vào thời hạn bao gồm:\nThời gian xảy ra sự kiện bão ong, dịch ong,"
        " cháy vườn, hỏng đường vào vườn ong của xã, hỏng lưới che các tổ ong theo văn bản."
    )
    assert heads(text) == [
        ("xảy ra sự kiện bão ong, dịch ong, cháy vườn, hỏng đường vào vườn ong của xã …",)
    ]


def test_a_list_behind_a_semicolon_is_one_of_its_sentence() -> None:
    text = (
        "Thời gian giải quyết tính từ ngày nhận đủ hồ sơ; không tính thời gian đo lại vườn ong của"
        " xã, thời gian niêm yết tên ong, thời gian nộp tiền ong của hộ."
    )
    assert heads(text) == [
        ("đo lại vườn ong của xã", "niêm yết tên ong", "nộp tiền ong của hộ"),
    ]


def test_a_list_may_follow_a_long_start_of_the_time() -> None:
    text = (
        "Thời gian thực hiện thủ tục về ong đối với trường hợp quy định tại Quyết định này được "
        "tính kể từ ngày cơ quan giải quyết thủ tục về ong nhận được hồ sơ đầy đủ, hợp lệ; không "
        "bao gồm thời gian luân chuyển sổ ong; xác định giá mật; thời gian niêm yết tên ong."
    )
    assert heads(text) == [("luân chuyển sổ ong", "xác định giá mật", "niêm yết tên ong")]
