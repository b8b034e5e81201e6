"""What a table of a review shows: no more of a side than a cell holds, in one order."""

from pathlib import Path

import pytest

from generator.law.changes import Change
from generator.law.textdiff import ADDED, SAME, Span, diff_words
from generator.locale import words_of
from generator.pages.describe import Describer
from generator.records.tree import load_catalogue
from generator.review.compare import compare
from generator.review.formats import _CELL, _cut
from generator.review.outline import _joined

WORDS = words_of("vi")


@pytest.mark.parametrize("over", [1, 700])
def test_a_side_is_cut_where_its_parts_together_fill_the_cell(over: int) -> None:
    quarter = _CELL // 4
    parts = [Span(SAME, "a" * quarter), Span(ADDED, "b" * quarter), Span(SAME, "c" * quarter)]
    last = _CELL - 3 * quarter + over
    shown = list(_cut([*parts, Span(ADDED, "d" * last), Span(SAME, "e" * 9)], WORDS))
    assert shown[:3] == parts
    assert shown[3:] == [
        Span(ADDED, "d" * (last - over)),
        Span(SAME, WORDS("review.cut", count=over + 9)),
    ]


def test_a_side_that_just_fills_the_cell_is_whole() -> None:
    parts = [Span(SAME, "a" * (_CELL - 10)), Span(ADDED, "b" * 10)]
    assert list(_cut(parts, WORDS)) == parts


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
