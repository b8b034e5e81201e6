"""A million characters of hostile text in a dossier are read in time that grows with it only."""

import re
import time
from collections.abc import Callable, Iterator
from functools import partial
from types import ModuleType

import pytest

from generator.readings import (
    enumeration,
    forms,
    paper_applications,
    paper_counts,
    paper_forms,
    paper_groups,
    paper_items,
    paper_names,
    paper_order,
    paper_roles,
    paper_words,
    papers,
    step_actors,
    steps,
)
from generator.readings.forms import read_forms
from generator.readings.papers import read_papers
from generator.readings.steps import read_passages
from generator.records.version import Version
from tests.readings.dossiers import dossier, group, item

MODULES = (
    enumeration,
    forms,
    paper_applications,
    paper_counts,
    paper_forms,
    paper_groups,
    paper_items,
    paper_names,
    paper_order,
    paper_roles,
    paper_words,
    papers,
    step_actors,
    steps,
)
PIECES = (
    "1",
    "1.",
    "1. ",
    "a) ",
    "(i) ",
    "- ",
    "+ ",
    " ",
    "\n",
    "\n- ",
    "\n* ",
    "(",
    ")(",
    ": ",
    "; ",
    ", ",
    "Bước 1: ",
    "; Bước 1: ",
    "bản sao ",
    "01 bản chính ",
    "đơn đề nghị ",
    "theo mẫu ",
    "Mẫu số 01 ",
    "Mẫu số 01, 02, ",
    "phụ lục I ",
    "trường hợp ",
    "đối với ",
    "một trong các giấy tờ ",
    "giấy tờ ",
    "nộp ",
    "xuất trình ",
    "thì ",
    "tổ chức, cá nhân ",
    "cơ quan, tổ chức, ",
    "số lượng hồ sơ: ",
    "thành phần hồ sơ ",
    "ong ",
)
HOSTILE = "".join(piece * (1_000_000 // len(PIECES) // len(piece)) for piece in PIECES)
"""A million characters: a long stretch of every piece, long enough to show what is quadratic."""

SECONDS = 10.0
"""Of one CPU; what grows with the square of a stretch takes minutes."""


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in MODULES:
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                yield f"{_short(module)}.{name}", value


def _short(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]


EVERY = dict(patterns())


def seconds_of(call: Callable[[], object]) -> float:
    begin = time.process_time()
    call()
    return time.process_time() - begin


def find_all(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))


def test_there_are_patterns_to_try() -> None:
    assert len(EVERY) > 70


@pytest.mark.parametrize("name", EVERY)
def test_a_pattern_finds_what_it_can_in_a_million_characters(name: str) -> None:
    assert len(HOSTILE) > 900_000
    assert seconds_of(partial(find_all, EVERY[name], HOSTILE)) < SECONDS


def everything(text: str) -> Version:
    return dossier(
        group(item(text), "Đơn đề nghị", name=text), text=text, steps=(text,), conditions=(text,)
    )


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("read", [read_papers, read_passages, read_forms])
def test_ten_times_the_text_takes_no_more_than_thirty_times_as_long(
    read: Callable[[Version], object], piece: str
) -> None:
    small = piece * (10_000 // len(piece))
    short = min(seconds_of(partial(read, everything(small))) for _ in range(3))
    assert seconds_of(partial(read, everything(small * 10))) < max(30 * short, 0.5)
