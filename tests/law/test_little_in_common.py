"""Two texts that share a word by chance are two texts."""

import pytest

from generator.law.textdiff import ADDED, DELETED, SAME, Span, diff_words

COUNCIL = "Theo quy định tại Nghị quyết của Hội đồng nhân dân tỉnh."


@pytest.mark.parametrize(
    ("before", "after"),
    [(COUNCIL, "100.000 đồng"), ("100.000 đồng", COUNCIL), (COUNCIL, "Không thu")],
)
def test_what_has_little_in_common_is_put_in_place_whole(before: str, after: str) -> None:
    assert diff_words(before, after) == (Span(DELETED, before), Span(ADDED, after))


def test_what_is_added_to_a_short_text_leaves_it_as_it_was() -> None:
    more = " Trường hợp phải xác minh thì kéo dài thêm nhưng không quá 05 ngày làm việc nữa."
    assert diff_words("Không thu.", f"Không thu.{more}") == (
        Span(SAME, "Không thu."),
        Span(ADDED, more),
    )


def test_a_changed_figure_stays_one_word() -> None:
    kinds = [span.kind for span in diff_words("5 ngày làm việc", "3 ngày làm việc")]
    assert kinds == [DELETED, ADDED, SAME]
