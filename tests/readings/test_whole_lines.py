"""Line breaks inside of sentences, as texts have them that were copied from a page."""

from generator.readings.sentences import quotation_at
from generator.readings.whole_lines import with_whole_lines

_WRAPPED = """- Tổ chức nộp 04 (bốn) bộ hồ sơ (01 bản chính, 03
bản chụp) gửi trực tiếp đến Sở Nông nghiệp và Môi
Trường tỉnh (qua Bộ phận một cửa tại trung tâm phục vụ hành
chính công tỉnh) theo mẫu và trình tự quy định tại Điều
5 của quy định.
Bước 2: Xử lý hồ sơ
- Trong thời hạn 03 (ba) ngày làm việc, cơ quan tiếp
nhận xác minh hồ sơ."""


def test_a_wrapped_text_is_read_by_its_sentences() -> None:
    assert with_whole_lines(_WRAPPED).split("\n") == [
        "- Tổ chức nộp 04 (bốn) bộ hồ sơ (01 bản chính, 03 bản chụp) gửi trực tiếp đến Sở Nông"
        " nghiệp và Môi Trường tỉnh (qua Bộ phận một cửa tại trung tâm phục vụ hành chính công"
        " tỉnh) theo mẫu và trình tự quy định tại Điều 5 của quy định.",
        "Bước 2: Xử lý hồ sơ",
        "- Trong thời hạn 03 (ba) ngày làm việc, cơ quan tiếp nhận xác minh hồ sơ.",
    ]


def test_lines_that_are_not_full_are_not_joined() -> None:
    text = "gồm:\nđơn\nẢnh\nMột tờ khai có xác nhận của Ủy ban\nBản chụp"
    assert with_whole_lines(text) == "gồm: đơn\nẢnh\nMột tờ khai có xác nhận của Ủy ban\nBản chụp"


def test_a_quotation_goes_on_in_the_next_line() -> None:
    text = "Chủ tàu nộp (trực tiếp hoặc\nqua bưu điện) hồ sơ tại xã.\nBước 2: Xét"
    found = quotation_at(("steps",), text, 10, 12, 10)
    assert found.text == "Chủ tàu nộp (trực tiếp hoặc qua bưu điện) hồ sơ tại xã."


def test_a_sentence_begins_below_the_name_of_a_level() -> None:
    text = "nộp tại trung tâm cấp xã hoặc cấp tỉnh\nKhi nộp hồ sơ, người nộp chọn tỉnh\nĐồng Nai."
    assert with_whole_lines(text).split("\n") == [
        "nộp tại trung tâm cấp xã hoặc cấp tỉnh",
        "Khi nộp hồ sơ, người nộp chọn tỉnh Đồng Nai.",
    ]
