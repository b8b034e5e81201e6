"""What a page says of a code, and of a procedure that has none yet."""

from generator.locale import words_of
from generator.pages.formatting import code_words


def test_a_procedure_without_a_code_is_said_to_have_none() -> None:
    words = words_of("vi")
    assert code_words("1.001193", words) == "Mã thủ tục 1.001193"
    assert code_words(None, words) == "Thủ tục chưa có mã"
