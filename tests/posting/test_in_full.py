"""What a screen folds is printed once and in full."""

import pytest

from generator.pages.nodes.html import Html
from generator.posting.in_full import children_of, leave_out_folded, print_in_full
from generator.posting.marks import leave_out_marks
from generator.posting.repeats import print_once
from generator.posting.tree import plain_words, read_tree


def test_words_under_their_own_opening_are_printed_whole_and_once() -> None:
    html = "<details><summary>Nộp tại xã…</summary><p>Nộp tại xã nơi ở</p></details>"
    assert plain_words(print_in_full(read_tree(Html(html)))) == "Nộp tại xã nơi ở"
    html = html.replace("Nộp tại xã…", "Các nơi nộp")
    assert plain_words(print_in_full(read_tree(Html(html)))) == "Các nơi nộp Nộp tại xã nơi ở"


def test_a_heading_above_what_was_folded_stands_alone() -> None:
    line = "<summary><h4>Cấp lần đầu</h4><strong>{}</strong></summary>"
    html = f"<details>{line}<p>7 ngày, 9 đồng</p></details>"
    (again,) = print_in_full(read_tree(Html(html.format("7 ngày · 9 đồng"))))
    (more,) = print_in_full(read_tree(Html(html.format("7 ngày · tại quầy"))))
    assert plain_words([again]) == "Cấp lần đầu 7 ngày, 9 đồng"
    assert plain_words([more]) == "Cấp lần đầu 7 ngày · tại quầy 7 ngày, 9 đồng"


LONG = "Mức thu đối với hộ gia đình, cá nhân " * 12


@pytest.mark.parametrize(
    "html",
    [
        "<dl><div><dt>Phí</dt><dd>{}</dd></div></dl>",
        "<ul><li>{}</li></ul>",
        "<p>{}</p>",
        "<table><tr><td>{}</td></tr></table>",
    ],
)
def test_long_words_are_printed_once_in_a_part_and_rows_stay_rows(html: str) -> None:
    block = html.format(LONG)
    tree = read_tree(Html(f"<h2>Cách nộp</h2>{block}{block}<h2>Giấy tờ</h2>{block}"))
    _, first, second, _, again = print_once(tree, lambda opening: f"như trên: {opening}")
    assert plain_words([first]) == plain_words([again])
    assert LONG.strip() in plain_words([first])
    said = plain_words([second]).removeprefix("Phí ").removeprefix("như trên: ")
    assert LONG.startswith(said)
    assert 40 < len(said) <= 60
    assert tags_of(second) == tags_of(first)


def tags_of(node: object) -> object:
    """The elements of a node, without its words."""
    assert isinstance(node, dict)
    return node["tag"], [tags_of(one) for one in children_of(node) if isinstance(one, dict)]


def test_short_words_are_printed_each_time() -> None:
    tree = read_tree(Html("<p>3 ngày</p><p>3 ngày</p>"))
    assert print_once(tree, lambda opening: opening) == tree


def test_folded_quotations_of_an_answer_stand_in_the_parts_below() -> None:
    quoted = "<p>Ba ngày</p><details><summary>Còn 2 câu</summary><p class='quote'>a</p></details>"
    assert plain_words(leave_out_folded(read_tree(Html(quoted)), "Xem dưới")) == "Ba ngày Xem dưới"
    other = "<p>Ba ngày</p><details><summary>Từng mức (2)</summary><p>8.000 đồng</p></details>"
    tree = read_tree(Html(other))
    assert leave_out_folded(tree, "Xem dưới") == tree


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        (LONG.replace("gia đình, cá", "gia đình cá") + ":", True),
        (f"+ {LONG}", True),
        (LONG + "7,5 ngày", False),
    ],
)
def test_words_that_differ_in_marks_alone_are_a_repetition(other: str, *, alike: bool) -> None:
    first = LONG if alike else LONG + "75 ngày"
    tree = print_once(read_tree(Html(f"<p>{first}</p><p>{other}</p>")), lambda _: "như trên")
    assert (plain_words(tree[1:]) == "như trên") is alike


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("++ Bản sao giấy phép", "Bản sao giấy phép"),
        ("++++Tờ khai", "Tờ khai"),
        ("- Tờ khai · 1 bản", "Tờ khai · 1 bản"),
        ("-5 ảnh", "-5 ảnh"),
        ("Tờ khai + bản sao", "Tờ khai + bản sao"),
    ],
)
def test_a_paper_to_tick_off_has_its_box_for_a_mark(typed: str, said: str) -> None:
    label = f"<li><label><span>{typed}</span></label></li>"
    tree = leave_out_marks(read_tree(Html(f"<ul>{label}</ul><p>{typed}</p>")))
    assert plain_words(tree[:1]) == said
    assert plain_words(tree[1:]) == typed
