"""What a screen folds is printed once and in full."""

from generator.pages.nodes.html import Html
from generator.posting.in_full import children_of, print_in_full
from generator.posting.tree import TreeNode, plain_words, read_tree


def printed(html: str) -> TreeNode:
    (node,) = print_in_full(read_tree(Html(html)))
    assert isinstance(node, dict)
    return node


def test_a_case_is_printed_under_its_whole_name_without_first_papers() -> None:
    case = printed(
        '<details><summary><h3 class="case">Doanh nghiệp…</h3> <span class="quiet">2 giấy tờ</span>'
        " <small>Đơn; …</small></summary><details><summary>Nguyên văn</summary>"
        "<p>Doanh nghiệp ở khu công nghệ cao</p></details><ul><li>Đơn</li></ul></details>"
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
