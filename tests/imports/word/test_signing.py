"""Who signed a decision, in the forms that Decree 30/2020/NĐ-CP and real papers have."""

import pytest

from generator.imports.word.signing import PrintedSigner, read_signer, split_foot


@pytest.mark.parametrize(
    ("lines", "signer"),
    [
        (
            ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Văn Mẫu"),
            ("Lê Văn Mẫu", "Phó Chủ tịch", "for_head"),
        ),
        (("Q. CHỦ TỊCH", "", "Lê Văn Mẫu"), ("Lê Văn Mẫu", "Quyền Chủ tịch", "head")),
        (("QUYỀN GIÁM ĐỐC", "Lê Văn Mẫu"), ("Lê Văn Mẫu", "Quyền Giám đốc", "head")),
        (("CHỦ TỊCH", "(Đã ký)", "LÊ VĂN MẪU"), ("LÊ VĂN MẪU", "Chủ tịch", "head")),
        (("CHỦ TỊCH", "Ksor H’Bơ Khăp"), ("Ksor H’Bơ Khăp", "Chủ tịch", "head")),
        (("CHỦ TỊCH", "RMAH H'BƠ"), ("RMAH H'BƠ", "Chủ tịch", "head")),
        (
            ("TUQ. CHỦ TỊCH", "PHÓ GIÁM ĐỐC THƯỜNG TRỰC", "Y-Thông Niê"),
            ("Y-Thông Niê", "Phó Giám đốc Thường trực", "delegated"),
        ),
    ],
)
def test_a_signer_is_read(lines: tuple[str, ...], signer: tuple[str, str, str]) -> None:
    assert read_signer((line, "") for line in lines) == (PrintedSigner(*signer), [])


@pytest.mark.parametrize("office", ["SỞ TƯ PHÁP", "VĂN PHÒNG TỈNH", "ĐÃ KÝ", "H.T.L MẪU"])
def test_other_words_in_capitals_are_no_name(office: str) -> None:
    signer, _ = read_signer([("CHỦ TỊCH", ""), (office, "")])

    assert signer == PrintedSigner(None, "Chủ tịch", None)


@pytest.mark.parametrize("line", ["GIÁM ĐỐC SỞ TƯ PHÁP", "TRƯỞNG BAN", "PHÓ CHÁNH VĂN PHÒNG UBND"])
def test_a_position_that_goes_on_is_asked_about(line: str) -> None:
    signer, unclear = read_signer([("TL. CHỦ TỊCH", ""), (line, ""), ("Lê Văn Mẫu", "")])

    assert signer == PrintedSigner("Lê Văn Mẫu", None, "by_order")
    assert unclear == [line]


@pytest.mark.parametrize("rest", ["Cẩn", "Văn Cẩn"])
def test_a_name_over_two_lines_is_asked_about_and_not_cut(rest: str) -> None:
    lines = ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Đỗ Bá", rest)
    signer, unclear = read_signer((line, "") for line in lines)
    assert signer == PrintedSigner(None, "Phó Chủ tịch", "for_head")
    assert unclear == ["Đỗ Bá", rest]


def test_a_signature_beside_the_recipients_is_one_of_its_own() -> None:
    assert split_foot("Nơi nhận: KT. CHỦ TỊCH") == ("Nơi nhận:", "KT. CHỦ TỊCH")
    assert split_foot("- Như Điều 3; PHÓ CHỦ TỊCH") == ("- Như Điều 3;", "PHÓ CHỦ TỊCH")
    for whole in ("- Chủ tịch, các PCT;", "- UBND tỉnh, CHỦ TỊCH xã;", "Nơi nhận:"):
        assert split_foot(whole) == (whole,)
