"""What a screen folds is printed once and in full."""

import pytest

from generator.pages.nodes.html import Html
from generator.posting.in_full import children_of, leave_out_originals, print_in_full
from generator.posting.repeats import print_once
from generator.posting.tree import TreeNode, plain_words, read_tree


def printed(html: str) -> TreeNode:
    (node,) = print_in_full(read_tree(Html(html)))
    assert isinstance(node, dict)
    return node


def test_a_case_is_printed_under_its_whole_name_without_first_papers() -> None:
    case = printed(
        '<details><summary><h3 class="case">Doanh nghiệp…</h3> <span class="quiet">2 giấy tờ</span>'
        " <small>Đơn; …</small></summary><div class='in-full'><details>"
        "<summary>Nguyên văn</summary><p>Doanh nghiệp ở khu công nghệ cao</p></details></div>"
        "<ul><li>Đơn</li></ul></details>"
    )
    heading, papers = children_of(case)
    assert plain_words([heading]) == "Doanh nghiệp ở khu công nghệ cao"
    assert plain_words([papers]) == "Đơn"


def test_a_case_of_a_short_name_keeps_it() -> None:
    case = printed(
        '<details><summary><h3 class="case">Hộ gia đình</h3></summary>'
        "<ul><li>Đơn</li></ul></details>"
    )
    assert plain_words(children_of(case)) == "Hộ gia đình Đơn"


def test_a_paper_that_is_cut_is_printed_whole_and_once() -> None:
    paper = printed(
        "<li>Văn bằng hoặc giấy chứng nhận… <details><summary>Nguyên văn</summary>"
        "<p>Văn bằng hoặc giấy chứng nhận tốt nghiệp</p></details></li>"
    )
    assert plain_words([paper]) == "Văn bằng hoặc giấy chứng nhận tốt nghiệp"


def test_an_open_group_has_its_whole_name_above_its_papers() -> None:
    groups = print_in_full(
        read_tree(
            Html(
                '<h3 class="case">Hộ gia đình…</h3><ul><li>Đơn</li></ul><div class="in-full">'
                "<details><summary>Nguyên văn</summary><p>Hộ gia đình ở xã</p></details></div>"
            )
        )
    )
    assert plain_words(groups) == "Hộ gia đình ở xã Đơn"


def test_a_leaflet_leaves_the_words_behind_short_forms_to_the_sheet() -> None:
    html = '<ul><li>Đơn</li></ul><div class="in-full"><details><p>Đơn, mẫu 1</p></details></div>'
    assert plain_words(leave_out_originals(read_tree(Html(html)))) == "Đơn"


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
