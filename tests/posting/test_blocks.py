"""The blocks that templates set."""

from typing import Any

import pytest

from generator.pages.nodes.html import Html
from generator.posting.blocks import blocks_by_part, blocks_of, run_of
from generator.posting.tree import read_tree

_LONG = "dài " * 200


def _blocks(html: str) -> Any:
    return blocks_of(read_tree(Html(html)))


def test_a_run_keeps_its_words_and_how_they_are_set() -> None:
    """Spaces are one, neighbours one span; a break begins a line, a link tells its target."""
    tree = read_tree(
        Html("Nộp \n <span>tại</span> <strong>quầy</strong><br> số 3 <a href='https://x.vn/'>X</a>")
    )
    assert run_of(tree) == [
        "Nộp tại ",
        {"as": "strong", "run": ["quầy"]},
        {"as": "br"},
        "số 3 X (x.vn/)",
    ]


def test_what_stands_on_one_line_is_one_paragraph() -> None:
    """An element between two lines parts them; spaces alone are none."""
    found = _blocks("một <em>hai</em><p>ba</p> <div><p>bốn</p></div>")
    assert [block["run"] for block in found] == [
        ["một ", {"as": "em", "run": ["hai"]}],
        ["ba"],
        ["bốn"],
    ]


@pytest.mark.parametrize(
    ("html", "sticky"),
    [
        ("<p>Nộp:</p><ul><li>a</li></ul>", True),
        ("<p>Nộp.</p><p>Nhận.</p>", False),
        ("<h3>Phí</h3><p>Không.</p><p>Thêm.</p>", True),
        (f"<p>{_LONG}</p><ul><li>a</li></ul>", False),
        ("<ul><li>a</li></ul><p>Cuối.</p>", False),
    ],
)
def test_a_short_line_stays_with_what_follows_it(html: str, sticky: bool) -> None:
    """Above a list and under a heading."""
    assert next(block["sticky"] for block in _blocks(html) if "run" in block) is sticky


def test_only_papers_to_tick_off_have_a_box() -> None:
    """What is noted between them stands in a list without marks."""
    ticked = "<li><label>Đơn</label></li>"
    html = f"<ul class='papers'>{ticked}<li>Lưu ý</li>{ticked}</ul>"
    assert [block["mark"] for block in _blocks(html)] == ["☐", "", "☐"]


def test_a_line_with_a_mark_of_its_own_gets_no_second_one() -> None:
    """A typed hyphen is a mark."""
    found = _blocks("<ul><li>- một</li><li><span>+ hai</span></li><li>ba</li></ul>")
    assert [(block["mark"], len(block["list"])) for block in found] == [("", 2), ("•", 1)]


@pytest.mark.parametrize(("words", "whole"), [("Đơn", True), (_LONG, False)])
def test_only_what_is_long_is_cut_at_the_end_of_a_page(words: str, whole: bool) -> None:
    """A paper, a row, a cell."""
    paper = _blocks(f"<ul class='papers'><li>{words}</li></ul>")[0]["list"]
    row = _blocks(f"<dl><div><dt>Tên</dt><dd>{words}</dd></div></dl>")[0]
    cell = _blocks(f"<table><tr><td>{words}{words}</td></tr></table>")[0]["cells"]
    assert [paper[0]["whole"], row["whole"], cell[0]["whole"]] == [whole] * 3


def test_the_rows_of_a_short_list_stay_together() -> None:
    """The last of them follows none."""
    row = "<div><dt>Tên</dt><dd>Lời</dd></div>"
    assert [block["sticky"] for block in _blocks(f"<dl>{row * 3}</dl>")] == [True, True, False]


def test_a_table_has_its_head_apart() -> None:
    """Columns are those of its first row."""
    head = "<thead><tr><th>Mã</th><th>Tên</th></tr></thead>"
    found = _blocks(f"<table>{head}<tbody><tr><td>1</td><td>Đơn</td></tr></tbody></table>")[0]
    assert (found["table"], len(found["head"]), len(found["cells"])) == (2, 2, 2)


def test_parts_begin_with_their_headings() -> None:
    """What stands before the first heading comes first, nothing included."""
    before, steps, papers = blocks_by_part(
        read_tree(Html("<h2>Trình tự</h2><p>Nộp</p><h2>Hồ sơ</h2>"))
    )
    assert before == []
    assert steps[0] == {"heading": ["Trình tự"], "below": 0}
    assert [len(steps), len(papers)] == [2, 1]
