"""What is quoted beside an answer, and what stands in a fold below it."""

from generator.locale import words_of
from generator.pages.answers.quote_room import ROOMS, WHOLE, QuotedLine, QuoteRoom, quoted_lines
from generator.pages.answers.short import shown_text
from generator.pages.nodes.html import Html

WORDS = words_of("vi")
TIGHT = ROOMS[-1]
FIRST, SECOND, THIRD = (f"Câu {at} về đàn ong ở vườn. " * 8 for at in ("một", "hai", "ba"))


def shown(*texts: str, room: QuoteRoom = WHOLE, alone: bool = False) -> tuple[str, str]:
    """The words before the fold and those in it."""
    lines = [QuotedLine("answer.place_said", text) for text in texts]
    before, _, folded = quoted_lines(lines, room.place, room, WORDS, alone=alone).partition(
        "<summary>"
    )
    return shown_text(Html(before)), shown_text(Html(folded))


def test_what_has_room_is_quoted_whole_and_nothing_is_folded() -> None:
    before, folded = shown("Ong mật.", "Ong rừng.")
    assert before == f"{WORDS('answer.place_said', text='“Ong mật.”')}“Ong rừng.”"
    assert not folded


def test_what_has_no_room_stands_whole_in_a_fold_that_counts_it() -> None:
    before, folded = shown(FIRST, SECOND, THIRD, room=TIGHT)
    assert SECOND not in before
    assert folded.startswith(WORDS("answer.more_said", count=2))
    assert f"“{SECOND}”“{THIRD}”" in folded


def test_a_cut_quotation_is_whole_in_the_fold() -> None:
    before, folded = shown(FIRST * 3, room=TIGHT)
    assert before.endswith(" …”")
    assert f"“{FIRST * 3}”" in folded


def test_more_are_shown_where_nothing_else_answers() -> None:
    assert "Câu hai" in shown(FIRST, SECOND, room=TIGHT, alone=True)[0]
    assert "Câu hai" not in shown(FIRST, SECOND, room=TIGHT)[0]


def test_where_room_is_scarce_sentences_that_say_more_come_first() -> None:
    known = QuotedLine("", "Không quá 5 ngày.", tells=False)
    more = QuotedLine("", "Ở đảo không quá 15 ngày.")
    for room, first in ((WHOLE, known), (TIGHT, more)):
        said = shown_text(quoted_lines([known, more], room.time, room, WORDS))
        assert said.startswith(f"“{first.text}”")
