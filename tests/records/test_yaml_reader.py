"""What is typed is what is read, or there is a problem at the right place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.findings.problem import Mark
from generator.records.yaml_reader import read_yaml
from generator.records.yaml_writer import to_yaml


def problems(text: str) -> list[tuple[str, int, int]]:
    _, found = read_yaml(text.encode(), "a.yml")
    return [(p.code, p.mark.line, p.mark.column) for p in found if p.mark]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\na: 2\n", ("YM102", 2, 1)),
        ("a: 2026-07-01\n", ("YM104", 1, 4)),
        ("a: yes\n", ("YM105", 1, 4)),
        ("a: True\n", ("YM105", 1, 4)),
        ("a: 007\n", ("YM110", 1, 4)),
        ("a: 15:00\n", ("YM110", 1, 4)),
        ("a: 1_000\n", ("YM110", 1, 4)),
        ("a: .inf\n", ("YM110", 1, 4)),
        ("a: &x 1\nb: *x\n", ("YM106", 1, 4)),
        ("a: !x 1\n", ("YM107", 1, 4)),
        ("? [a]\n: 1\n", ("YM109", 1, 3)),
        ("a: b: c\n", ("YM101", 1, 5)),
        ("a: 'x\n", ("YM101", 1, 4)),
        ("", ("YM111", 1, 1)),
    ],
)
def test_a_slip_is_one_problem_at_its_place(text: str, expected: tuple[str, int, int]) -> None:
    assert problems(text) == [expected]


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 100_000 + "a", "{a: " * 5_000, "? " * 9000])
def test_absurd_nesting_does_not_crash_the_parser(text: str) -> None:
    assert [code for code, _, _ in problems(text)] in (["YM108"], ["YM101"])


def test_aliases_cannot_blow_up() -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n"
    value, _ = read_yaml(bomb.encode(), "a.yml")
    assert len(str(value)) < 200


def test_quoted_and_plain_values_are_read_as_typed() -> None:
    text = 'code: "1.001190"\nvalue: 12.5\ncount: 3\nday: "2026-07-01"\nnone: true\nlost: null\n'
    value, found = read_yaml(text.encode(), "a.yml")
    assert not found
    assert value == {
        "code": "1.001190",
        "value": 12.5,
        "count": 3,
        "day": "2026-07-01",
        "none": True,
        "lost": None,
    }


def test_a_file_in_another_encoding_names_the_line() -> None:
    _, found = read_yaml("a: 1\nb: Sở".encode("utf-16-le")[:-1], "a.yml")
    assert found[0].code in ("YM100", "YM101")
    _, found = read_yaml(b"a: 1\nb: S\xe1\xbb\n", "a.yml")
    assert (found[0].code, found[0].mark) == ("YM100", Mark(2, 5))


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1))
def test_whatever_text_is_written_is_read_back(text: str) -> None:
    written = to_yaml("agency", {"id": "x", "name": text})
    value, found = read_yaml(written.encode(), "a.yml")
    assert not found
    assert value == {"id": "x", "name": text}


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
    value, found = read_yaml(written.encode(), "a.yml")
    assert (value, found) == ({"name": text}, [])
