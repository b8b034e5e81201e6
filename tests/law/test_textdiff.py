"""A difference in words, and in a long text by lines first."""

import pytest

from generator.law.textdiff import ADDED, DELETED, SAME, Span, diff_words

MOVED = ("x\n" "u v w k\n", "u v w k\n" "x\n")  # fmt: skip
MIDDLE = "giữa\n"


def test_in_a_short_text_the_longest_run_of_words_stays() -> None:
    assert diff_words("x\nu v w k\n", "u v w k x\nx\n")[0] == Span(DELETED, "x\n")


@pytest.mark.parametrize("turned", [False, True])
def test_where_one_text_is_long_lines_are_compared_first(turned: bool) -> None:
    """Most words are on one side only, in parts that are compared by words without a cut."""
    new = "thêm " * 1000 + "\n"
    short, long = f"x\nu v w k\n{MIDDLE}", f"u v w k x\nx\n{new}{MIDDLE}{new}"
    spans = diff_words(long, short) if turned else diff_words(short, long)
    gone, come = (ADDED, DELETED) if turned else (DELETED, ADDED)
    assert spans[:2] == (Span(come, "u v w k x\n"), Span(SAME, "x\n"))
    assert Span(gone, "u v w k\n") in spans
    for kind, text in ((come, long), (gone, short)):
        assert "".join(s.text for s in spans if s.kind in (SAME, kind)).split() == text.split()


def test_a_long_line_is_never_cut() -> None:
    old, new = "Đầu. Cũ ngắn. Cuối.", f"Đầu. {'nội dung rất dài ' * 9000}hết. Cuối."
    spans = diff_words(old, new)
    for text, kind in ((old, "dropped"), (new, "added")):
        assert "".join(one.text for one in spans if one.kind in ("same", kind)) == text
    assert (spans[0].kind, spans[0].text) == ("same", "Đầu. ")
