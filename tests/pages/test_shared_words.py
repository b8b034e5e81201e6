"""Words that several figures have in common are shown once."""

from generator.pages.answers.shared_words import (
    FigureRow,
    share_openings,
    shorten_areas,
    shorten_repeats,
    without_shared_end,
)

PLAIN = "Đối với các xã, phường thông thường: Không quá 5 ngày."
FAR = (
    "Đối với các xã miền núi, hải đảo, vùng sâu, vùng xa, vùng có điều kiện khó khăn của tỉnh ong:"
)
SOLD = "Trường hợp bán đàn ong cùng vườn ong cho tổ chức nuôi ong của xã khác:"
LENT = "Trường hợp cho thuê đàn ong cùng vườn ong với tổ chức nuôi ong của xã khác:"


def rows(*words: str) -> list[FigureRow]:
    return [FigureRow(f"{number} ngày", said) for number, said in enumerate(words)]


def test_a_sentence_that_ends_every_figure_is_taken_out_of_all() -> None:
    far = f"{FAR} tăng thêm 10 ngày"
    own, every = without_shared_end(rows(f"Bán đàn ong. {far}", f"Cho thuê đàn ong. {far}."))
    assert [row.words for row in own] == ["Bán đàn ong.", "Cho thuê đàn ong."]
    assert every == far


def test_a_sentence_stays_with_its_figure_where_one_lacks_it_or_a_case_goes_on() -> None:
    far = f"{FAR} tăng thêm 10 ngày"
    kept = rows(f"Bán đàn ong. {far}", "Cho thuê đàn ong. Không thêm ngày nào.")
    assert without_shared_end(kept) == (kept, "")
    listed = rows(f"Bán đàn ong; {far.lower()}", f"Cho thuê đàn ong; {far.lower()}")
    assert without_shared_end(listed) == (listed, "")


def test_figures_of_one_case_stand_below_each_other_and_tell_it_once() -> None:
    found = list(
        share_openings(
            rows(f"{SOLD} {PLAIN}", f"{LENT} {PLAIN}", f"{SOLD} {FAR} 9 ngày.", f"{LENT} 7 ngày.")
        )
    )
    assert [(row.figure, row.words, row.goes_on) for row in found] == [
        ("0 ngày", f"{SOLD} {PLAIN}", False),
        ("2 ngày", f"{FAR} 9 ngày.", True),
        ("1 ngày", f"{LENT} {PLAIN}", False),
        ("3 ngày", "7 ngày.", True),
    ]


def test_equal_words_and_cases_told_by_their_mark_are_not_shortened() -> None:
    same = rows(f"{SOLD} {PLAIN}", f"{SOLD} {PLAIN}")
    assert list(share_openings(same)) == same
    marked = rows(f"a) … {FAR} 9 ngày.", f"a) … {FAR} 12 ngày.")
    assert list(share_openings(marked)) == marked


def test_a_long_case_is_told_again_by_its_first_words_and_nothing_else_is() -> None:
    denied = "Thời gian giải quyết việc nuôi ong không bao gồm thời gian của các cơ quan sau đây:"
    found = shorten_repeats(rows(f"{FAR} 9 ngày. {denied} a", f"{FAR} 12 ngày. {denied} b"))
    assert [row.words for row in found] == [
        f"{FAR} 9 ngày. {denied} a",
        f"Đối với các xã miền núi, hải đảo, vùng sâu…: 12 ngày. {denied} b",
    ]


def test_areas_listed_again_in_the_same_words_are_told_by_the_first_of_them() -> None:
    areas = "các xã miền núi, biên giới; vùng có điều kiện khó khăn; vùng đặc biệt khó khăn"
    said = f"Bán đàn ong: đối với {areas} thì không quá {{}} ngày"
    first, again = shorten_areas([said.format(8), said.format(9)])
    assert first == said.format(8)
    assert again == "Bán đàn ong: đối với các xã miền núi, biên giới; vùng… thì không quá 9 ngày"
    other = said.replace("biên giới", "hải đảo").format(9)
    assert list(shorten_areas([first, other])) == [first, other]
