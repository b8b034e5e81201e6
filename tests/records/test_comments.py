"""Words after `#` are reported where YAML drops them, and nowhere else."""

import pytest

from generator.findings.problem import Severity
from generator.records.comments import find_comments
from generator.records.yaml_reader import read_yaml


def dropped(text: str) -> list[object]:
    content = text.encode()
    found = find_comments(read_yaml(content, "a.yml").positions.root, content, "a.yml")
    return [(p.values["dropped"], p.severity) for p in found]


@pytest.mark.parametrize(
    "text", ["a: Nộp #1 tại sở\n", "- Nộp\t#1 tại sở\n", "\ufeffa:\n- b: Nộp  #1 tại sở\r\n"]
)
def test_words_after_a_text_without_quotes_are_reported(text: str) -> None:
    assert dropped(text) == [("#1 tại sở", Severity.WARNING)]


@pytest.mark.parametrize(
    "text", ['a: "Nộp #1"\n', "a: Nộp#1\n", "a: 8000 # số\n", "# lời\na: Nộp\n", "a: |\n  b #1\n"]
)
def test_quoted_words_numbers_and_comments_on_their_own_lines_are_not(text: str) -> None:
    assert dropped(text) == []
