"""What is read line by line is what libyaml reads; what is not certain is left to it."""

import random
from pathlib import Path

import pytest

from generator.records.house_style import read_house_style
from generator.records.yaml_reader import read_by_libyaml

PROJECT = Path(__file__).parent.parent.parent
FILES = sorted([*PROJECT.glob("catalogue/**/*.yml"), *PROJECT.glob("generator/law/rules/**/*.yml")])
TEXTS = [file.read_text(encoding="utf8") for file in FILES]
BROKEN = (
    *("  ", " ", "\n", "- ", ":", ": ", "'", '"', "|-\n", "|", "#", " #", "[]", "[", "}", "&a "),
    *("*a", "!x ", "~", "null", "no", "True", "1.0", "01", "1e3", "0x1", "2026-01-01", "12:30"),
    *("---\n", "...\n", "\t", "? ", "%", "@", "`", ">", "<<: ", "=", "ạ", "\u2028", "\x85"),
    *("\ufeff", "\\", "''", "a: 1\n", "  - b\n", ".5", ".inf", "1_000"),
)
MUTATIONS = 3_000


def test_the_sample_catalogue_is_in_house_style() -> None:
    sample = [file for file in FILES if "examples" not in file.parts]
    odd = [file for file in sample if read_house_style(file.read_text(encoding="utf8")) is None]
    assert not odd


def test_both_read_the_same_from_sound_and_broken_files_alike() -> None:
    chance = random.Random(1)
    read = 0
    for _ in range(MUTATIONS):
        text = _broken(chance.choice(TEXTS), chance)
        found = read_house_style(text)
        if found is not None:
            read += 1
            value, problems = read_by_libyaml(text, "a.yml")
            assert (repr(found), []) == (repr(value), problems), text
    assert read > MUTATIONS / 20


def _broken(text: str, chance: random.Random) -> str:
    """A part of a text, with a few slips in it."""
    lines = text.splitlines()
    start = chance.randrange(len(lines))
    lines = lines[start : start + chance.randrange(2, 20)]
    indent = min(len(line) - len(line.lstrip()) for line in lines)
    text = "\n".join(line[indent:] for line in lines) + "\n"
    for _ in range(chance.randrange(3)):
        places = [at for at, _ in enumerate(text) if text[at - 1 : at] in " \n"]
        at = chance.choice(places) if places and chance.random() < 0.7 else chance.randrange(9)
        text = text[:at] + chance.choice(BROKEN) + text[at + chance.randrange(3) :]
    return text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# một chú thích\na: 1\n",
        "a: 1\na: 2\n",
        "a: 2026-07-01\n",
        "a: no\n",
        "a: 1.0_0\n",
        "a:\n  - b\n c: 1\n",
        "a:\n   b: 1\n  c: 1\n",
        "a: b\n  c\n",
        "a: |-\n    b\n  c\n",
        "a: |-\n\n  b\n",
        "- a\n",
        "a: [b]\n",
        "a: b",
        "a: b\r\n",
        "a: b \n",
        'a: "\\t"\n',
    ],
)
def test_what_is_not_certain_is_left_to_libyaml(text: str) -> None:
    assert read_house_style(text) is None


def test_blocks_quotes_and_empty_places_keep_their_meaning() -> None:
    text = "a: |-\n  - b\n\n   c: '\nd: |\n  e\n"
    text += "g:\nh: ''\ni: 'it''s'\nj:\n- k: |-\n    l\n  m: 1\n- |-\n  n\n- null\no: []\n"
    assert read_house_style(text) == {
        "a": "- b\n\n c: '",
        "d": "e\n",
        "g": None,
        "h": "",
        "i": "it's",
        "j": [{"k": "l", "m": 1}, "n", None],
        "o": [],
    }
