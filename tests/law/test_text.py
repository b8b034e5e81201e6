"""Characters are mended and nothing else."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.law.text import CHARACTER_REPAIRS, excerpt, fold_text, repair, repair_import, slug

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
    assert fold_text("Đăng ký Hộ tịch") == "dang ky ho tich"
    assert slug("Bộ Nông nghiệp và Môi trường") == "bo-nong-nghiep-va-moi-truong"
    assert slug("???") == "x"
    assert len(slug("một hai ba " * 40)) <= 60


@pytest.mark.parametrize(
    ("limit", "name"),
    [(7, "mot-hai"), (9, "mot-hai"), (10, "mot-hai-ba"), (2, "mo"), (3, "mot"), (99, "mot-hai-ba")],
)
def test_a_slug_is_cut_after_the_last_word_that_fits(limit: int, name: str) -> None:
    assert slug("Một hai ba", limit) == name


@given(st.text())
def test_a_clean_text_is_told_from_one_to_mend_without_trying(text: str) -> None:
    mended = text
    for _, mend in CHARACTER_REPAIRS:
        mended = mend(mended)
    assert repair(text)[0] == mended


COUNTED = "một hai ba bốn năm sáu bảy tám chín mười"


@pytest.mark.parametrize(
    ("text", "place", "limit", "shown"),
    [
        (COUNTED, 0, 20, "một hai ba bốn năm…"),
        (COUNTED, 12, 20, "một hai ba bốn năm…"),
        (COUNTED, 15, 20, "…hai ba bốn năm sáu…"),
        (COUNTED, 20, 20, "…ba bốn năm sáu bảy…"),
        (COUNTED, 39, 20, "…tám chín mười"),
        (COUNTED, 39, 99, COUNTED),
        ("một  hai\nba", 0, 20, "một hai ba"),
        ("ab cd ef gh ij", 0, 14, "ab cd ef gh ij"),
        ("ab cd ef gh ij", 0, 13, "ab cd ef gh…"),
        ("ab cd ef gh ij", 0, 12, "ab cd ef gh…"),
        ("ab cd ef gh ij", 0, 11, "ab cd ef…"),
        ("a" * 30, 3, 10, "a" * 9 + "…"),
        ("a" * 30 + "X" + "b" * 30, 30, 10, "…" + "a" * 6 + "Xb…"),
        ("ab " + "c" * 30 + "X", 33, 10, "…ccccccX"),
    ],
)
def test_an_excerpt_is_cut_between_words_around_its_place(
    text: str, place: int, limit: int, shown: str
) -> None:
    assert excerpt(text, place, limit) == shown
