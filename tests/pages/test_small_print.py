"""What a phone shows is set in letters that can be read, and reckoned as it is set."""

import re
from pathlib import Path

import pytest

from generator.pages import phone

STYLE = Path(phone.__file__).parent.parent / "site/assets/style"
SCREENS = ("base", "forms", "frame", "lists", "place", "procedure")
ROOT = 16
LEAST = 14


def rules(name: str) -> list[tuple[str, str]]:
    text = re.sub(r"/\*.*?\*/", "", (STYLE / f"{name}.css").read_text("utf8"), flags=re.S)
    found = re.findall(r"([^{}]+)\{([^{}]*)\}", text)
    return [(" ".join(selector.split()), said) for selector, said in found]


def size_of(said: str) -> float | None:
    found = re.search(r"font-size: ([\d.]+)rem", said)
    return float(found[1]) * ROOT if found else None


@pytest.mark.parametrize("name", SCREENS)
def test_no_letters_on_a_screen_are_smaller_than_14_pixels(name: str) -> None:
    sizes = {selector: size_of(said) for selector, said in rules(name)}
    assert {one: size for one, size in sizes.items() if size is not None and size < LEAST} == {}


@pytest.mark.parametrize(
    ("selector", "letters", "line"),
    [
        (".md-typeset .answers .quote", phone._QUOTE, phone._QUOTE_LINE),
        (
            ".md-typeset .answers.tight .quote, "
            ".md-typeset .answers.tight p:has(> small:only-child)",
            phone._TIGHT,
            phone._TIGHT_LINE,
        ),
        (".md-typeset .names", phone._PAPER_TEXT, phone.paper_line()),
        (".md-typeset .names.small", phone._PAPER_TEXT, phone.paper_line(phone.Letters.SMALL)),
        (".md-typeset .names.least", phone._PAPER_TEXT, phone.paper_line(phone.Letters.LEAST)),
    ],
)
def test_lines_are_reckoned_as_they_are_set(selector: str, letters: float, line: float) -> None:
    said = "; ".join(found for one, found in rules("procedure") if one == selector)
    spacing = re.search(r"line-height: ([\d.]+)", said)
    assert spacing
    assert (size_of(said) or letters) == letters
    assert float(spacing[1]) * letters == pytest.approx(line, abs=0.01)
