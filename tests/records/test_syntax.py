"""A text that is no YAML: what is said of it, and where."""

import shutil
from pathlib import Path

import pytest

from generator.check import check_catalogue
from generator.cli import main
from generator.findings.problem import Position
from generator.locale import words_of
from generator.records.yaml_reader import read_yaml
from tests.conftest import DAY, PROJECT


@pytest.mark.parametrize(
    ("text", "reason", "line", "column"),
    [
        ("fields: []\n- id: a\n", "empty_list", 2, 1),
        ("fields: []   # x\n\n# y\n  - id: a\n", "empty_list", 4, 3),
        ("rows:\n-id: d1\n action: x\n", "dash", 2, 1),
        ("rows:\n- id: d1\n  action: x\n-id: d2\n  action: y\n", "dash", 4, 1),
        ("rows:\n  - id: d1\n  -id: d2\n", "dash", 3, 3),
        ('a:\n- text: "Nộp\n- text: "Nhận"\n', "quote", 2, 9),
        ('a:\n- text: "Nộp\n- text: Nhận\n', "quote", 2, 9),
        ('a: "Nộp "hồ sơ" đi"\n', "inner_quote", 1, 4),
        ('title: "Hỗ trợ chi phí" mai táng\nb: 1\n', "inner_quote", 1, 8),
        ("a: LiÃªn há»\x85: x\nb: 1\n", "odd_break", 1, 13),
        ("a: b: c\n", "colon", 1, 5),
        ("a: 1\n  b: 2\n", "indent", 2, 4),
        ("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n", "merge", 1, 1),
        ("b: 1\n=======\n", "merge", 2, 1),
        ("a:\n  b: 1\n \u00a0c: 2\n", "no_break_space", 3, 1),
        ("time:\n value: 3\n  unit: x\n", "indent", 3, 7),
        ("a: “x: y”\n", "curly_quote", 1, 6),
    ],
)
def test_a_mistake_is_named_where_it_is_to_be_fixed(
    text: str, reason: str, line: int, column: int
) -> None:
    (problem,) = read_yaml(text.encode(), "x.yml").problems
    assert problem.code == "YM101"
    assert problem.mark is not None
    assert (problem.values["reason"].keys, problem.mark.line, problem.mark.column) == (  # type: ignore[union-attr]  # a Wording
        (f"yaml.{reason}",),
        line,
        column,
    )


def test_a_key_that_begins_with_a_dash_is_one_finding_at_its_place(catalogue_copy: Path) -> None:
    (catalogue_copy / "fields.yml").write_text("fields:\n  -id: ho-tich\n  name: Hộ tịch\n", "utf8")
    findings = check_catalogue(catalogue_copy, words_of("vi"), DAY).findings
    (found,) = (f for f in findings if f.path == "fields.yml" and f.line == 2)
    assert (found.code, found.column) == ("YM115", 3)
    assert found.fix == "thêm dấu cách: `- id:`."


def test_a_draft_that_lacks_what_an_unread_file_holds_names_the_file(
    catalogue_copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(catalogue_copy.parent)
    starter = PROJECT / "generator/authoring/starter/catalogue/fields.yml"
    shutil.copy(starter, catalogue_copy / "fields.yml")
    with (catalogue_copy / "fields.yml").open("a", encoding="utf8") as file:
        file.write("- id: ho-tich\n  name: Hộ tịch\n")
    assert main(["new", "procedure", "A", "--field", "ho-tich", "--agency", "btp"]) == 2
    said = capsys.readouterr().err
    assert "Có tệp chưa đọc được: fields.yml" in said


def test_a_mistake_that_stands_behind_the_last_line_has_a_place() -> None:
    (problem,) = read_yaml(b"kind: agency\nncy", "a.yml").problems
    assert (problem.code, problem.mark) == ("YM101", Position(3, 1))
