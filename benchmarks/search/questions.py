"""Questions with the procedures that answer them, from a table or from the project's own set.

A table is `question<TAB>code|code` below a head line. The project's own set is YAML: `questions`,
each with `question`, `codes` (of the national catalogue), `sample` (of catalogue/, where it has
an answer), `kind`, and `half`: `tuning`, or `unseen`, not looked at while the ranking is changed.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.law.text import fold_text

_SENTENCE = 8
"""From this many words on a question is a sentence."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question, the codes that answer it, and of what kinds it is."""

    question: str
    codes: tuple[str, ...]
    kinds: tuple[str, ...]


def read_questions(path: Path, half: str = "", codes: str = "codes") -> list[Question]:
    """The questions of a file; of the project's own set only a half, with the codes of a column."""
    if path.suffix == ".yml":
        rows = yaml.safe_load(path.read_text("utf8"))["questions"]
        wanted = [row for row in rows if row.get(codes) and half in ("", row["half"])]
        return [_question(row["question"], row[codes], [row["kind"]]) for row in wanted]
    lines = path.read_text("utf8").strip().splitlines()[1:]
    return [_question(*_cells(line)) for line in lines]


def answerable(questions: Iterable[Question], site: Path) -> list[Question]:
    """The questions that some procedure of the site answers."""
    index = json.loads((site / "api/v1/index.json").read_text("utf8"))
    known = {procedure["id"] for procedure in index["procedures"]}
    return [question for question in questions if known.intersection(question.codes)]


def _cells(line: str) -> tuple[str, list[str], list[str]]:
    text, codes, *_ = line.split("\t")
    return text, codes.strip().split("|"), []


def _question(text: str, codes: Iterable[str], said: Iterable[str]) -> Question:
    return Question(text, tuple(codes), tuple(dict.fromkeys([*said, *_kinds(text)])))


def _kinds(text: str) -> Iterator[str]:
    """What a question looks like; who wrote it says the rest (`slang`, `slip`)."""
    words = text.split()
    if re.search(r"\d\.?\d{6}", text):
        yield "code"
    elif len(words) >= _SENTENCE or text.endswith("?"):
        yield "sentence"
    else:
        yield "keyword"
    if fold_text(text) == text.casefold():
        yield "without accents"
