"""Edits of the desk: one changed field is one changed line, and every other byte stays."""

import difflib
import io
import random
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.authoring.formatter import formatted
from generator.records.layout import catalogue_files
from generator.records.scalars import is_guessed
from generator.records.yaml_reader import read_yaml
from tests.conftest import SAMPLE
from tests.desk.conftest import Modules

Pointer = tuple[str | int, ...]
FILES = list(catalogue_files(SAMPLE))
TEXTS = {file.path: (SAMPLE / file.path).read_text("utf8") for file in FILES}


def value_of(text: str) -> Any:
    return read_yaml(text.encode(), "").value


def texts_in(value: Any, pointer: Pointer = ()) -> Iterator[tuple[Pointer, str]]:
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, one in pairs:
        if isinstance(one, dict | list):
            yield from texts_in(one, (*pointer, key))
        elif isinstance(one, str):
            yield (*pointer, key), one


def lists_in(value: Any, pointer: Pointer = ()) -> Iterator[tuple[Pointer, list[Any]]]:
    if isinstance(value, list) and len(value) > 1:
        yield pointer, value
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, one in pairs:
        if isinstance(one, dict | list):
            yield from lists_in(one, (*pointer, key))


def changed_lines(before: str, after: str) -> tuple[int, int]:
    """How many lines went and came."""
    lines = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    return sum(one[0] == "-" for one in lines), sum(one[0] == "+" for one in lines)


def test_a_changed_text_is_one_changed_line_and_back_again_the_same_bytes(modules: Modules) -> None:
    chance = random.Random(1)
    cases = []
    for text in TEXTS.values():
        for pointer, old in chance.sample(list(texts_in(value_of(text))), 2):
            at = chance.randrange(len(old) + 1)
            new = f"{old[:at]}{chance.choice(('mới', ': “a” #', chr(34)))}{old[at:]}"
            cases.append((text, list(pointer), old, new))
    changed = modules.ask([("record", "set", [text, at, new]) for text, at, _, new in cases])
    for (text, at, _, _), after in zip(cases, changed, strict=True):
        assert changed_lines(text, after) == (1, 1), (at, after)
    plain = [(case, text) for case, text in zip(cases, changed, strict=True) if "“" not in text]
    assert len(plain) > 100
    back = modules.ask([("record", "set", [text, at, old]) for (_, at, old, _), text in plain])
    unquoted = [(c[0], text) for (c, _), text in zip(plain, back, strict=True) if '"' not in c[3]]
    assert len(unquoted) > 50
    assert all(text == before for before, text in unquoted)


def test_items_are_added_moved_and_removed_without_touching_other_lines(modules: Modules) -> None:
    chance = random.Random(2)
    lists = [
        (t, *chance.choice(found)) for t in TEXTS.values() if (found := [*lists_in(value_of(t))])
    ]
    added = modules.ask([("record", "insert", [t, list(p), 1, v[0]]) for t, p, v in lists])
    assert all(changed_lines(t, a)[0] == 0 for (t, *_), a in zip(lists, added, strict=True))
    again = [("record", "remove", [a, [*p, 1]]) for (_, p, _), a in zip(lists, added, strict=True)]
    assert modules.ask(again) == [text for text, *_ in lists]
    moved = modules.ask([("record", "move", [t, list(p), 0, len(v) - 1]) for t, p, v in lists])
    back = [
        ("record", "move", [m, list(p), len(v) - 1, 0])
        for (_, p, v), m in zip(lists, moved, strict=True)
    ]
    assert modules.ask(back) == [text for text, *_ in lists]


COMMENTED = """\
# đầu tệp
id: btp   # mã
name: "Bộ Tư pháp"
kind: agency
# ghi chú của mã khác
codes:
# của mã thứ nhất
- system: một
  value: a
# của mã thứ hai
- system: hai
  value: |-
    dòng một
    dòng hai
"""


def test_comments_and_quotes_stay_and_go_with_their_item(modules: Modules) -> None:
    moved, named, literal, added = modules.ask(
        [
            ("record", "move", [COMMENTED, ["codes"], 0, 1]),
            ("record", "set", [COMMENTED, ["name"], "Bộ Tư pháp mới"]),
            ("record", "set", [COMMENTED, ["codes", 1, "value"], "dòng một\ndòng giữa\ndòng hai"]),
            ("record", "set", [COMMENTED, ["level"], "central", ["id", "kind", "level", "codes"]]),
        ]
    )
    assert moved.index("# của mã thứ hai") < moved.index("hai") < moved.index("# của mã thứ nhất")
    assert named == COMMENTED.replace("Bộ Tư pháp", "Bộ Tư pháp mới")
    assert literal == COMMENTED.replace("dòng một\n", "dòng một\n    dòng giữa\n")
    assert "kind: agency\nlevel: central\n# ghi chú" in added


def test_new_records_are_in_the_style_of_the_house(modules: Modules) -> None:
    values = [(file.kind, value_of(TEXTS[file.path])) for file in FILES]
    created = modules.ask([("record", "create", [value]) for _, value in values])
    for (kind, value), text in zip(values, created, strict=True):
        assert kind
        assert value_of(text) == value
        assert formatted(kind, text.encode()) == text.encode()


def test_git_applies_the_patch(modules: Modules, tmp_path: Path) -> None:
    path = "procedures/ho-tich/1.001193/v001.yml"
    before = TEXTS[path]
    [after] = modules.ask([("record", "set", [before, ["steps", "items", 1, "text"], "Khác."])])
    first, new = modules.ask(
        [("patch", "patchOf", [path, before, after]), ("patch", "patchOf", ["a.yml", None, "x: 1"])]
    )
    file = tmp_path / "catalogue" / path
    file.parent.mkdir(parents=True)
    file.write_text(before, encoding="utf8")
    subprocess.run(["git", "apply", "-"], input=first + new, cwd=tmp_path, text=True, check=True)
    assert file.read_text("utf8") == after
    assert (tmp_path / "catalogue" / "a.yml").read_text("utf8") == "x: 1"


def test_other_programs_read_the_archive(modules: Modules) -> None:
    files = {"manifest.json": "{}\n", "catalogue/đường.yml": "tên: Việt\n"}
    [content] = modules.ask([("zip", "zip", [files])])
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name).decode() for name in archive.namelist()} == files


def test_the_archive_keeps_the_words_that_nobody_has_placed(modules: Modules) -> None:
    file = {"base": None, "text": "a: b\n", "unread": ["Lời văn chưa có chỗ"]}
    asked = [("origins", "notesOf", [one]) for one in (file, {**file, "unread": []})]
    assert modules.ask(asked) == [{"unread": file["unread"]}, {}]


_PLAIN_WORDS = """09334 0123 0 -5 +5 1.5 1e3 0x1F 0o17 0b11 true True yes null ~ Null 2025-01-01 .5
5. .inf .nan nan 0.5 00 007 +07 1:20 15:00 123456789012345678901 FALSE 1.001193 60/2014/QH13 5a = <<
2026-2-5 1e+3 1.5e+3 Off x 12-34 v003 0800 08:30 không 1.2.3 1_000"""
PLAIN = _PLAIN_WORDS.split()


def test_a_scalar_without_quotes_is_read_as_the_generator_reads_it(modules: Modules) -> None:
    texts = [f"a: {one}\n" for one in [*PLAIN, ""]]
    found = modules.ask([("record", "read", [text]) for text in texts])
    assert found == [value_of(text) for text in texts]


def test_a_text_that_others_may_take_for_a_number_is_never_written_without_quotes(
    modules: Modules,
) -> None:
    guessed = modules.ask([("yaml-text", "isGuessed", [one]) for one in PLAIN])
    assert [one for one, told in zip(PLAIN, guessed, strict=True) if is_guessed(one) > told] == []
    assert [one for one in ("60/2014/QH13", "09334", "không") if is_guessed(one)] == []
    numbers = ["9202/QĐ-BCA-C06", "63-2010-nd-cp", "1099/QĐ-BNV", "2026-01-02", "1.001193", "5e3"]
    made = modules.ask([("record", "create", [{"a": one}]) for one in numbers])
    assert [text for text in made if '"' not in text] == [f"a: {one}\n" for one in numbers[:3]]
    after = modules.ask([("record", "set", ["a: 09334\n", ["a"], one]) for one in PLAIN])
    assert all(value_of(text) == {"a": one} for one, text in zip(PLAIN, after, strict=True))
    assert [
        problem.code for text in after for problem in read_yaml(text.encode(), "").problems
    ] == []


def test_a_code_that_begins_with_a_nought_is_changed_and_changed_back(modules: Modules) -> None:
    text = "communes:\n- code: 09334\n  name: A\n"
    at = ["communes", 0, "code"]
    [same] = modules.ask([("record", "set", [text, at, "09334"])])
    [other] = modules.ask([("record", "set", [text, at, "09335"])])
    assert same == text
    assert value_of(other)["communes"][0]["code"] == "09335"
    assert changed_lines(text, other) == (1, 1)
    [back] = modules.ask([("record", "set", [other, at, "09334"])])
    assert back == text


def test_a_number_is_read_as_it_is_typed_in_vietnam(modules: Modules) -> None:
    typed = {"10.000": 10000, "1.250.000,5": 1250000.5, "12,5": 12.5, "12.5": 12.5, "15": 15}
    typed |= {"4,000": 4000, "12,500": 12500, "4 000": 4000, "15.000 đồng": 15000}
    typed |= {"1.250,500": 1250.5}
    odd = ["2.500 tờ", "1 00", "1,00,000", "1.00.000", "0.500.000", "abc"]
    calls = [("inputs", "numberOf", [text]) for text in (*typed, *odd)]
    assert modules.ask(calls) == [*typed.values(), *odd]
