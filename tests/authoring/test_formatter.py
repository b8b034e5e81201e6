"""Keys go into the order of the schema; no word, line break or comment is lost on the way."""

import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.authoring.formatter import formatted
from generator.records.layout import catalogue_file
from generator.records.tree import load_catalogue
from generator.records.yaml_reader import read_yaml

FILES = sorted(Path("catalogue").rglob("*.yml"))


def shuffled(value: Any, chance: random.Random) -> Any:
    if isinstance(value, Mapping):
        keys = list(value)
        chance.shuffle(keys)
        return {key: shuffled(value[key], chance) for key in keys}
    if isinstance(value, list):
        return [shuffled(item, chance) for item in value]
    return value


class Dumper(yaml.CSafeDumper):
    """Quotes what strict reading wants quoted, and indents list items or not."""


def commented(text: str, chance: random.Random) -> str:
    """Comments above some keys and beside some values, outside of literal blocks."""
    lines = []
    for number, line in enumerate(text.splitlines()):
        plain = line.lstrip(" -")
        own_line = ": " in line and not line.lstrip().startswith("-") and "|" not in line
        if own_line and plain and "'" not in line and chance.random() < 0.2:
            indent = line[: len(line) - len(line.lstrip())]
            lines.append(f"{indent}# ghi chú {number}")
        lines.append(f"{line}  # cạnh {number}" if own_line and chance.random() < 0.1 else line)
    return "\n".join(lines) + "\n"


def value_of(content: bytes) -> object:
    """What is read without a problem; None when there is one."""
    document = read_yaml(content, "")
    return None if document.problems else document.value


def remarks(text: str) -> list[str]:
    return sorted(line[line.index("# ") :] for line in text.splitlines() if "# " in line)


@settings(deadline=None)  # the largest file takes a while on a busy machine
@given(st.sampled_from(FILES), st.randoms(use_true_random=False), st.booleans())
def test_shuffled_keys_are_put_back_and_comments_stay(
    file: Path, chance: random.Random, comments: bool
) -> None:
    kind = catalogue_file(file.relative_to("catalogue").as_posix()).kind
    assert kind
    data = value_of(file.read_bytes())
    assert isinstance(data, dict)
    text = yaml.dump(
        shuffled(data, chance), Dumper=Dumper, allow_unicode=True, sort_keys=False, width=4096
    )
    mixed = commented(text, chance) if comments else text
    if value_of(mixed.encode()) != data:
        return  # a comment fell into a text, or a plain date: not what this test is about
    result = formatted(kind, mixed.encode())
    assert result is not None
    value = value_of(result)
    assert isinstance(value, dict)
    assert (value, next(iter(value))) == (data, next(iter(data)))
    assert remarks(mixed) == remarks(result.decode())
    assert formatted(kind, result) == result


def test_a_comment_goes_with_its_key_and_a_header_stays() -> None:
    before = """# Sổ cơ quan của tỉnh

level: central
# tên đầy đủ
name: Bộ Tư pháp  # từ 1945
id: btp
kind: agency
"""
    after = """# Sổ cơ quan của tỉnh

id: btp
# tên đầy đủ
name: Bộ Tư pháp  # từ 1945
kind: agency
level: central
"""
    assert formatted("agency", before.encode()) == after.encode()


def test_prose_is_never_wrapped_anew() -> None:
    prose = "title: |\n  Dòng một\n    thụt\n\n  # không phải ghi chú\n"
    text = f"number: 1/QĐ-BTP\nid: btp/2024/1\n{prose}agency: btp\n"
    assert prose in (formatted("decision", text.encode()) or b"").decode()


@pytest.mark.parametrize("text", ["a: [", "", "a: 1\na: 2\n", "name: [1]\nname: b\n"])
def test_what_cannot_be_read_is_left_alone(text: str) -> None:
    assert formatted("agency", text.encode()) is None


def test_the_sample_is_in_order() -> None:
    catalogue, _ = load_catalogue(Path("catalogue"))
    for file in FILES:
        kind = catalogue_file(file.relative_to("catalogue").as_posix()).kind
        assert kind
        assert formatted(kind, file.read_bytes()) == file.read_bytes(), file
    assert catalogue.procedures
