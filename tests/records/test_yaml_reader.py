"""What is typed is what is read, or there is a problem at the right place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.findings.problem import Position
from generator.records.yaml_reader import read_yaml
from generator.records.yaml_writer import to_yaml


def problems(text: str) -> list[tuple[str, int, int]]:
    found = read_yaml(text.encode(), "a.yml").problems
    return [(p.code, p.mark.line, p.mark.column) for p in found if p.mark]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\na: 2\n", ("YM102", 2, 1)),
        ("a: 2026-07-01 10:00:00\n", ("YM104", 1, 4)),
        ("a: yes\n", ("YM105", 1, 4)),
        ("a: True\n", ("YM105", 1, 4)),
        ("a: 007\n", ("YM110", 1, 4)),
        ("a: 15:00:00\n", ("YM110", 1, 4)),
        ("a: 1_000\n", ("YM110", 1, 4)),
        ("a: .inf\n", ("YM110", 1, 4)),
        ("a: &x 1\nb: *x\n", ("YM106", 1, 4)),
        ("a: &x 1\n*x : b\n", ("YM106", 1, 4)),
        ("a: !x 1\n", ("YM107", 1, 4)),
        ("a: !x '1'\n", ("YM107", 1, 4)),
        ("a: !x {b: 1}\n", ("YM107", 1, 4)),
        ("a: !!int '1'\n", ("YM107", 1, 4)),
        ("a: !!null b\n", ("YM107", 1, 4)),
        ("!x a: 1\n", ("YM107", 1, 1)),
        ("a: ! ''\n", ("YM107", 1, 4)),
        ("a: &x !\n", ("YM107", 1, 4)),
        ("? [a]\n: 1\n", ("YM109", 1, 3)),
        ("a: b: c\n", ("YM101", 1, 5)),
        ("a: 'x\n", ("YM101", 1, 4)),
        ("\ufeffa: 1\r\nb: Sở \x07\n", ("YM101", 2, 7)),
        ("a: x\x00\n", ("YM101", 1, 5)),
        ("", ("YM111", 1, 1)),
        ("fees:\n- amount: 750.000\n", ("YM113", 2, 11)),
        ("amount: 1.500.000\n", ("YM113", 1, 9)),
        ("amount: 8,000\n", ("YM113", 1, 9)),
        ("{amount: 8.000}\n", ("YM113", 1, 10)),
    ],
)
def test_a_slip_is_one_problem_at_its_place(text: str, expected: tuple[str, int, int]) -> None:
    assert problems(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        *("[" * 100_000, "{a: " * 5_000, "- " * 100_000 + "a", "-  " * 100_000 + "a", "? " * 9000),
        "? -   " * 50_000 + "a",
        "".join(f"{' ' * column}a:\n" for column in range(3_000)),
    ],
    ids=lambda text: text[:6],
)
def test_absurd_nesting_does_not_crash_the_parser(text: str) -> None:
    assert [code for code, _, _ in problems(text)] in (["YM108"], ["YM101"])


def test_aliases_cannot_blow_up() -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n"
    document = read_yaml(bomb.encode(), "a.yml")
    assert len(str(document.value)) < 200
    assert {problem.code for problem in document.problems} == {"YM106"}


def test_a_value_that_holds_itself_is_read_once() -> None:
    assert read_yaml(b"a: &x [*x]\n", "a.yml").value == {"a": [None]}


def test_tags_that_only_say_what_a_value_is_are_no_problem() -> None:
    document = read_yaml(b"a: !!str 1\nb: !!map {c: !!seq []}\nd: !!int 1\n", "a.yml")
    assert (document.value, document.problems) == ({"a": "1", "b": {"c": []}, "d": 1}, ())


def test_quoted_and_plain_values_are_read_as_typed() -> None:
    text = 'code: "1.001190"\nvalue: 12.5\ncount: 3\nday: "2026-07-01"\nnone: true\nlost: null\n'
    document = read_yaml(text.encode(), "a.yml")
    assert not document.problems
    assert document.value == {
        "code": "1.001190",
        "value": 12.5,
        "count": 3,
        "day": "2026-07-01",
        "none": True,
        "lost": None,
    }


def test_a_file_in_another_encoding_names_the_line() -> None:
    found = read_yaml("a: 1\nb: Sở".encode("utf-16-le")[:-1], "a.yml").problems
    assert found[0].code in ("YM100", "YM101")
    found = read_yaml("\ufeffa: 1\r\nb: Sở ".encode() + b"\xe1\xbb\n", "a.yml").problems
    assert (found[0].code, found[0].mark) == ("YM100", Position(2, 7))


def test_a_block_may_begin_with_a_blank_line_of_spaces() -> None:
    assert read_yaml(b"a: |-\n  \n    x\n", "a.yml").value == {"a": "\nx"}


def test_a_key_of_more_than_1024_characters_is_no_key() -> None:
    assert problems(f"{'k' * 1024}: v\n") == []
    assert problems(f"{'k' * 1025}: v\n") == [("YM101", 1, 1026)]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1))
def test_whatever_text_is_written_is_read_back(text: str) -> None:
    written = to_yaml("agency", {"id": "x", "name": text})
    document = read_yaml(written.encode(), "a.yml")
    assert (document.value, document.problems) == ({"id": "x", "name": text}, ())


@given(
    st.lists(
        st.sampled_from(
            ["1.001190", "no", "2026-07-01", "- a", "# b", " c ", "d: e", "", "~", "|", "x\t"]
        )
    )
)
def test_awkward_lines_survive_writing(lines: list[str]) -> None:
    text = "\n".join(lines)
    written = to_yaml("agency", {"name": text})
    document = read_yaml(written.encode(), "a.yml")
    assert (document.value, document.problems) == ({"name": text}, ())


def test_what_is_nested_too_deep_is_one_problem_of_the_file() -> None:
    document = read_yaml(b"[" * 5_000, "a.yml")
    assert document.value is None
    assert [(p.path, p.code, p.mark) for p in document.problems] == [
        ("a.yml", "YM108", Position(1, 1))
    ]
    assert document.problems[0].values == {"limit": 60}
