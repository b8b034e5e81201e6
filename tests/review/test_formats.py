"""What a table of a review shows: no more of a side than a cell holds, in one order."""

import re
import shutil
from pathlib import Path

import pytest

from generator.law.changes import Change
from generator.law.textdiff import ADDED, SAME, Span, diff_words
from generator.locale import words_of
from generator.pages.describe import Describer
from generator.records.tree import load_catalogue
from generator.review.compare import compare
from generator.review.formats import _CELL, cut_side
from generator.review.outline import Outline, _joined
from generator.review.page import render_review_html

WORDS = words_of("vi")


@pytest.mark.parametrize("over", [1, 700])
def test_a_side_is_cut_where_its_parts_together_fill_the_cell(over: int) -> None:
    quarter = _CELL // 4
    parts = [Span(SAME, "a" * quarter), Span(ADDED, "b" * quarter), Span(SAME, "c" * quarter)]
    last = _CELL - 3 * quarter + over
    shown = list(cut_side([*parts, Span(ADDED, "d" * last), Span(SAME, "e" * 9)], WORDS))
    assert shown[:3] == parts
    assert shown[3:] == [
        Span(ADDED, "d" * (last - over)),
        Span(SAME, WORDS("review.cut", count=over + 9)),
    ]


def test_a_side_that_just_fills_the_cell_is_whole() -> None:
    parts = [Span(SAME, "a" * (_CELL - 10)), Span(ADDED, "b" * 10)]
    assert list(cut_side(parts, WORDS)) == parts


def test_what_is_gone_is_listed_by_its_id(tmp_path: Path) -> None:
    nothing, _ = load_catalogue(tmp_path)
    everything, _ = load_catalogue(Path("catalogue"))
    changes = compare(everything, nothing).registers
    for kind in ("decision", "version"):
        gone = [change.key for change in changes if change.kind == kind]
        assert gone == sorted(everything.store(kind))


def test_what_changes_alike_for_several_ways_is_one_line_that_names_them() -> None:
    catalogue, _ = load_catalogue(Path("catalogue"))
    three, two = diff_words("3 ngày", "2 ngày"), diff_words("3 ngày", "1 ngày")
    rows = [
        (Change("time", way, 3, 2, (f"method.{way}", "")), runs, True)
        for way, runs in (("direct", three), ("online", three), ("postal", two))
    ]
    direct, postal = _joined(rows, Describer(catalogue, WORDS))
    assert direct.part == "Thời hạn giải quyết: Nộp trực tiếp; Nộp trực tuyến"
    assert (direct.runs, postal.runs) == (three, two)
    assert postal.part == "Thời hạn giải quyết: Nộp qua bưu chính"


def test_a_page_lists_what_it_holds_and_folds_texts_that_are_all_new(tmp_path: Path) -> None:
    nothing, _ = load_catalogue(tmp_path)
    everything, _ = load_catalogue(Path("catalogue"))
    page = render_review_html(Outline(compare(nothing, everything), WORDS), 100_000_000)
    contents = page[page.index("<nav") : page.index("</nav>")]
    linked = re.findall(r'href="#(muc-\d+)"', contents)
    assert linked == re.findall(r'<h[23] id="(muc-\d+)"', page)
    new = re.findall(r"<details><summary><h3[^>]*>(.*?)</h3></summary>", page)
    assert len(new) > len(everything.versions), "procedures, and records of registers"
    assert not any("chua-co-ma-" in title for title in new if "yml" not in title)


def test_a_change_stands_open_and_few_changes_need_no_contents(tmp_path: Path) -> None:
    before, _ = load_catalogue(Path("catalogue"))
    shutil.copytree("catalogue", tmp_path / "sau")
    file = next((tmp_path / "sau" / "procedures").rglob("v001.yml"))
    file.write_text(re.sub("(?m)^title: .*", "title: Tên khác hẳn", file.read_text("utf8")), "utf8")
    after, _ = load_catalogue(tmp_path / "sau")
    page = render_review_html(Outline(compare(before, after), WORDS))
    assert "khác hẳn" in page
    assert "<details" not in page
    assert "<nav" not in page
