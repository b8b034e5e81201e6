"""Characters are mended and nothing else; numbers of documents are read through their slips."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.law.citations import key_of, normalise, parse
from generator.law.text import CHARACTER_REPAIRS, fold, repair, repair_import, slug

WORDS = "Đăng ký hộ tịch, cấp Giấy chứng nhận quyền sử dụng đất"


@pytest.mark.parametrize(
    ("broken", "mended", "name"),
    [
        (unicodedata.normalize("NFD", WORDS), WORDS, "nfc"),
        ("NÐ-CP", "NĐ-CP", "eth"),
        ("51/2025/TT-BTС", "51/2025/TT-BTC", "cyrillic"),
        ("hồ\u00a0sơ", "hồ sơ", "space"),
        ("hồ\u200b sơ", "hồ sơ", "invisible"),
        ("hồ\u202e sơ", "hồ sơ", "direction"),
        ("\uf0b7 mục", "• mục", "private_use"),
        ("a\r\nb", "a\nb", "line_break"),
    ],
)
def test_each_repair_mends_and_is_named(broken: str, mended: str, name: str) -> None:
    text, repairs = repair(broken)
    assert text == mended
    assert repairs[name] == 1


def test_real_cyrillic_stays() -> None:
    assert repair("Москва")[0] == "Москва"


@given(st.text())
def test_repairing_twice_changes_nothing_more(text: str) -> None:
    once, _ = repair_import(text)
    assert repair_import(once)[0] == once


@given(st.text(alphabet=WORDS + " \n"))
def test_letters_are_never_lost(text: str) -> None:
    assert repair_import(text)[0].split() == text.split()


def test_folding_and_slugs() -> None:
    assert fold("Đăng ký Hộ tịch") == "dang ky ho tich"
    assert slug("Bộ Nông nghiệp và Môi trường") == "bo-nong-nghiep-va-moi-truong"
    assert slug("???") == "x"
    assert len(slug("một hai ba " * 40)) <= 60


@pytest.mark.parametrize(
    ("printed", "normal", "family"),
    [
        ("1099/QĐ-BNV", "1099/QĐ-BNV", "decision"),
        ("69/2024/QĐ-BNV", "69/2024/QĐ-BNV", "decision"),
        ("3116/QĐ-BCA-C06", "3116/QĐ-BCA-C06", "decision"),
        ("753.1/QĐ-BKHCN", "753.1/QĐ-BKHCN", "decision"),
        ("168./QĐ-BNV", "168/QĐ-BNV", "decision"),
        ("3098/QĐ_BYT", "3098/QĐ-BYT", "decision"),
        ("Số: 118/2025/NÐ–CP.", "118/2025/NĐ-CP", "decree"),
        ("118/2025/NĐ-C", "118/2025/NĐ-CP", "decree"),
        ("Thông tư số 03/2023/TT-BTP", "03/2023/TT-BTP", "circular"),
        ("66.7/2025/NQ-CP", "66.7/2025/NQ-CP", "resolution"),
        ("31/2024/QH15 ", "31/2024/QH15", "law"),
        ("09/2025/qđ-ttg", "09/2025/QĐ-TTg", "decision"),
        ("2224-QĐ/TU", "2224-QĐ/TU", "party_document"),
    ],
)
def test_numbers_are_read_through_their_slips(printed: str, normal: str, family: str) -> None:
    found = parse(printed)
    assert normalise(printed) == normal
    assert found is not None
    assert found.family == family


@pytest.mark.parametrize(
    "printed", ["1681", "QĐ/0001-BCA", "205/TTr-SNNMT.2", "QĐ000001SNNTEST", ""]
)
def test_what_is_no_number_is_not_made_into_one(printed: str) -> None:
    assert parse(printed) is None


def test_leading_zeros_do_not_make_two_documents() -> None:
    assert key_of("09/2019/TT-BTC") == key_of("9/2019/TT-BTC")
    assert key_of("66/NQ-CP") != key_of("66.7/2025/NQ-CP")


@given(st.text())
def test_a_clean_text_is_told_from_one_to_mend_without_trying(text: str) -> None:
    mended = text
    for _, mend in CHARACTER_REPAIRS:
        mended = mend(mended)
    assert repair(text)[0] == mended
