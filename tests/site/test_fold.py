"""The filter above a list compares words as the search does."""

from pathlib import Path

import pytest

from benchmarks.node import ask_script
from generator.search.analyser import syllables

RUN = Path(__file__).parent / "fold.mjs"
WRITTEN = [
    "Đăng ký",
    "đăng kí",
    "dang ki",
    "Ðăng ký",
    "Đặng Ký hộ tịch mức độ 02",
    "Lý lịch",
    "quý",
    "mẫu a03 08b và 007",
]


@pytest.fixture(scope="module")
def folded() -> dict[str, str]:
    texts = [*WRITTEN, "1.001193", "Đăng ký"]
    return dict(zip(texts, ask_script(RUN, Path(), texts), strict=True))


@pytest.mark.parametrize("text", WRITTEN)
def test_a_text_has_the_words_that_the_search_finds_it_by(
    text: str, folded: dict[str, str]
) -> None:
    assert folded[text].split() == syllables(text)


def test_a_code_keeps_its_zeros(folded: dict[str, str]) -> None:
    assert folded["1.001193"] == "1.001193"
