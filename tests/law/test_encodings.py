"""Text of old fonts and text read in another code page is named and turned into what it means."""

import pytest

from generator.law.encodings import find_misread
from generator.law.syllables import is_syllable
from generator.law.text import excerpt


@pytest.mark.parametrize(
    ("text", "encoding", "meant"),
    [
        (
            "CÊp GiÊy x¸c nhËn t×nh tr¹ng h«n nh©n",
            "tcvn3",
            "Cấp Giấy xác nhận tình trạng hôn nhân",
        ),
        (
            "Ng\u00ad\u00eai yªu cÇu nép tê khai t¹i n¬i th\u00ad\u00eang tró.",
            "tcvn3",
            "Người yêu cầu nộp tờ khai tại nơi thường trú.",
        ),
        ("§¨ng ký khai sinh", "tcvn3", "Đăng ký khai sinh"),
        (
            "Caáp Giaáy xaùc nhaän tình traïng hoân nhaân",
            "vni",
            "Cấp Giấy xác nhận tình trạng hôn nhân",
        ),
        ("ÑAÊNG KYÙ KEÁT HOÂN", "vni", "ĐĂNG KÝ KẾT HÔN"),
        ("Giáº¥y khai sinh", "utf8", "Giấy khai sinh"),
        ("Ä‘Äƒng kÃ½ káº¿t hÃ´n", "utf8", "đăng ký kết hôn"),
    ],
)
def test_a_misread_text_is_named_with_what_it_means(text: str, encoding: str, meant: str) -> None:
    found = find_misread(text)
    assert found is not None
    assert (found.encoding, found.meant) == (encoding, meant)


@pytest.mark.parametrize(
    "text",
    [
        "Hoàn thuế, hoá đơn quý, thủy lợi, khoáng sản, ngoằn ngoèo, khuỷu tay",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM; Độc lập - Tự do - Hạnh phúc",
        "ảnh 3×4 cm, ½ trang, 5 m², 20 °C, «A», ±2 %, § 3, © 2026, · Nộp hồ sơ",
        "Café à la carte của señor Muñoz ở São Paulo, Zürich, naïve",
        "Số: 0901/2017/NÐ-CP, QÐ-UBND, Ðăng ký, Ðiều 3",
        "Hoàn thành thủ tục cho ông Krông Ana, bà Đắk Lắk, xã Ea Kiết",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert find_misread(text) is None


def test_a_word_is_a_syllable_when_its_letters_and_its_tone_go_together() -> None:
    sound = "nghiệp quyền khuya giữa yêu hoạch uống ươm quốc giếng thuở Đặc THUẾ ngoéo"
    assert [word for word in sound.split() if not is_syllable(word)] == []
    assert [
        w for w in ["cÊp", "caáp", "nghx", "strong", "hạcế", "quàc", "bèch"] if is_syllable(w)
    ] == []


def test_a_quotation_is_short_and_shows_its_place() -> None:
    text = "chữ " * 100 + "SAI " + "chữ " * 100
    shown = excerpt(text, text.index("SAI"))
    assert "SAI" in shown
    assert len(shown) <= 80
    assert excerpt("ngắn", 2) == "ngắn"
