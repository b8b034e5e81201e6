"""A text that is cut ends where a unit of sense ends."""

import pytest

from generator.readings.cut_words import cut_at_sense


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Giấy phép nuôi ong", "Giấy phép nuôi ong"),
        ("Giấy phép nuôi ong lấy mật của hộ gia đình ở xã", "Giấy phép nuôi ong lấy mật…"),
        ("Giấy phép nuôi ong (do xã nơi có đàn cấp)", "Giấy phép nuôi ong"),
        ("Văn bản cam kết nuôi ong không phải để bán", "Văn bản cam kết nuôi ong…"),
        ("x" * 60, "x" * 29 + "…"),
    ],
)
def test_a_long_text_ends_at_a_unit_of_sense(said: str, shown: str) -> None:
    assert cut_at_sense(said, 30) == shown
