"""A value of a record is found again in its file, whatever the style."""

from pathlib import Path

import pytest

from generator.findings.problem import Position, Problem
from generator.records.position_index import PositionIndex
from generator.records.yaml_reader import read_positions

BLOCK_STYLE = "rows:\n- id: d1\n  action: amend\n  rows:\n  - id: e\nlast:\n"
FLOW_STYLE = "rows:\n  - {id: d1, action: amend, rows: [{id: e}]}\nlast:\n"


def test_a_value_its_key_and_what_is_absent() -> None:
    positions = read_positions(b"rows:\n  - id: d1\n    action: amend\n")
    assert positions.position_of(("rows", 0, "action")) == Position(3, 13)
    assert positions.position_of(("rows", 0, "action"), on_key=True) == Position(3, 5)
    assert positions.position_of(("rows", 0, "absent")) == Position(2, 5)
    assert positions.position_of(("rows", 0, "absent"), on_key=True) == Position(2, 5)
    assert positions.position_of(("rows", 9)) == Position(2, 3)


@pytest.mark.parametrize(
    ("text", "mark"), [(BLOCK_STYLE, Position(4, 3)), (FLOW_STYLE, Position(2, 29))]
)
def test_of_two_keys_with_one_name_the_inner_one_is_meant(text: str, mark: Position) -> None:
    assert read_positions(text.encode()).position_of(("rows", 0, "rows"), on_key=True) == mark


@pytest.mark.parametrize("text", ["rows: [{id: 1.001190}]\n", "rows:\n- id: 1.001190\n"])
def test_the_characters_as_typed(text: str) -> None:
    positions = read_positions(text.encode())
    assert positions.scalar_text(("rows", 0, "id")) == "1.001190"
    assert positions.scalar_text(("rows",)) == ""
    assert positions.scalar_text(("rows", 1, "id")) == ""


def test_columns_are_counted_in_code_points_and_a_byte_order_mark_is_none() -> None:
    positions = read_positions("\ufeffa: {ẹ😀: 1, b: 2}\n".encode())
    assert positions.position_of(("a", "b")) == Position(1, 15)


@pytest.mark.parametrize("content", [b"", b"a: [", b"a: \xff", b"-  " * 100_000 + b"a"])
def test_in_what_cannot_be_read_everything_stands_at_the_start(content: bytes) -> None:
    assert read_positions(content).position_of(("a", 1)) == Position(1, 1)


def test_a_problem_is_found_in_its_file_and_one_of_a_missing_file_at_its_start(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.yml").write_text("rows:\n- id: 5\n")
    index = PositionIndex(tmp_path)
    problem = Problem("a.yml", "YM103", ("rows", 0, "id"))
    assert index.position_of(problem) == Position(2, 7)
    assert index.scalar_text(problem) == "5"
    assert index.position_of(Problem("b.yml", "CT200")) == Position(1, 1)
