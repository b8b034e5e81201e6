"""Accepted texts mean what YAML 1.1 says, and stand where they are said to; the others are refused.

`python -m benchmarks.yaml_fuzz` does the same for as long as one likes.
"""

import random
from dataclasses import replace
from datetime import date

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.records.yaml_reader import read_yaml
from tests.conftest import PROJECT
from tests.records import yaml_oracle
from tests.records.yaml_oracle import difference
from tests.records.yaml_texts import make_text

FILES = sorted([*PROJECT.glob("catalogue/**/*.yml"), *PROJECT.glob("generator/law/rules/**/*.yml")])
SOURCES = [file.read_text(encoding="utf8") for file in FILES]
TEXTS = 6_000


def test_sound_files_are_accepted_and_everything_in_them_is_found_again() -> None:
    sample = [text for file, text in zip(FILES, SOURCES, strict=True) if "catalogue" in file.parts]
    assert len(sample) > 100
    assert {difference(text) for text in sample} == {""}


def test_texts_of_every_style_sound_or_not_are_read_right_or_refused() -> None:
    chance = random.Random(1)
    found = [difference(make_text(chance, SOURCES)) for _ in range(TEXTS)]
    assert [said for said in found if said] == []
    accepted = found.count("")
    assert TEXTS / 5 < accepted < TEXTS / 2


@given(st.randoms(use_true_random=False))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_made_text_is_read_right_or_refused(chance: random.Random) -> None:
    assert not difference(make_text(chance, SOURCES))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=20,
    ),
    st.sampled_from((True, False, None)),
    st.sampled_from((None, "'", '"', "|", ">")),
    st.booleans(),
)
@settings(max_examples=300, deadline=None)
def test_what_another_program_writes_is_read_right_or_refused(
    value: object, flow: bool | None, style: str | None, unicode: bool
) -> None:
    text = yaml.dump(
        value,
        Dumper=yaml.CSafeDumper,
        default_flow_style=flow,
        default_style=style,
        allow_unicode=unicode,
    )
    assert not difference(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 007\n", {"a": 7}),
        ("a: 2026-07-01\n", {"a": date(2026, 7, 1)}),
        ("a: yes\n", {"a": True}),
        ("a: |-\n  \n    x\n", {"a": "  \nx"}),
        ("a: '1'\n", {"a": 1}),
        ("a: !x 'b'\n", {"a": "b"}),
    ],
)
def test_a_reader_that_guesses_would_be_found_out(
    monkeypatch: pytest.MonkeyPatch, text: str, value: object
) -> None:
    document = replace(read_yaml(text.encode(), "a.yml"), value=value, problems=())
    monkeypatch.setattr(yaml_oracle, "read_yaml", lambda _content, _path: document)
    assert difference(text)


def test_a_wrong_place_would_be_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    document = read_yaml(b"a: 'b'\nc: d\n", "a.yml")
    for other in ("a:  'b'\nc: d\n", "\na: 'b'\nc: d\n", "a: 'b'\nc:  d\n"):
        monkeypatch.setattr(yaml_oracle, "read_yaml", lambda _content, _path: document)
        assert difference(other)
