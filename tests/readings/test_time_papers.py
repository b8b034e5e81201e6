"""Readers of papers, steps and forms take time that grows with the text, whatever it repeats."""

import re
from collections.abc import Callable, Iterator
from time import process_time
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
    paper_roles,
    paper_summary,
    paper_words,
    papers,
    step_actors,
    steps,
)
from generator.readings.forms import read_forms
from generator.readings.paper_summary import summarise_papers
from generator.readings.papers import read_papers
from generator.readings.steps import read_passages
from tests.readings.dossiers import dossier, group

SIZE = 1_000_000
LIMIT = 30.0
"""Seconds of one CPU; time that grows with the square of a stretch would take many minutes."""
ROOM: tuple[ModuleType, ...] = (
    enumeration,
    forms,
    paper_applications,
    paper_counts,
    paper_forms,
    paper_groups,
    paper_items,
    paper_names,
    paper_roles,
    paper_summary,
    paper_words,
    papers,
    step_actors,
    steps,
)
HOSTILE = (
    " ", "\n", ", a", "\n- ", "ă", "12", "((", ") ", "a) ", "1. ", "(i) ", "+ A", "; ", ": ",
    "đơn ", "bản sao ", "bản sao hoặc bản chính ", "một trong các ", "giấy tờ ", "trường hợp ",
    "trường hợp a, ", "thì ", "nộp ", "hồ sơ ", "hồ sơ gồm: ", "các tài liệu ", "theo mẫu ",
    "Mẫu số 01, ", "Phụ lục I ", "12/2021/NĐ-CP ", "số lượng hồ sơ ", "01 bộ ", "đối với ",
    "Bước 1: ", "\nBước 1: ", "* Nộp hồ sơ\n", "sở ", "cá nhân, ", "cơ quan, tổ chức, ", "lưu ý ",
    "trong thời hạn, ", "(nếu có) ", "không phải ", "văn bản của tổ chức, ", "\t", "1.1.1.1 ",
)  # fmt: skip


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in ROOM:
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                yield f"{module.__name__.rpartition('.')[2]}.{name}", value


PATTERNS = {pattern: name for name, pattern in patterns()}


def seconds(act: Callable[[], object]) -> float:
    start = process_time()
    act()
    return process_time() - start


STRETCH = SIZE // len(HOSTILE) + 1
STRETCHES = [(words * (STRETCH // len(words) + 1))[:STRETCH] for words in HOSTILE]
MEGABYTE = "\n".join(STRETCHES)


@pytest.mark.parametrize("pattern", PATTERNS, ids=PATTERNS.get)
def test_every_pattern_is_linear_in_a_megabyte_of_hostile_text(pattern: re.Pattern[str]) -> None:
    assert len(MEGABYTE) >= SIZE
    assert seconds(lambda: sum(1 for _ in pattern.finditer(MEGABYTE))) < LIMIT


@pytest.mark.parametrize("text", STRETCHES, ids=HOSTILE)
def test_readers_are_linear_in_hostile_text(text: str) -> None:
    hostile = dossier(group(text, name=text), steps=[text])
    assert seconds(lambda: summarise_papers(read_papers(hostile))) < LIMIT / 10
    assert seconds(lambda: read_passages(hostile)) < LIMIT / 10
    assert seconds(lambda: read_forms(hostile)) < LIMIT / 10


def test_readers_read_a_megabyte_of_hostile_text() -> None:
    hostile = dossier(group(MEGABYTE, name=MEGABYTE), steps=[MEGABYTE])
    assert seconds(lambda: summarise_papers(read_papers(hostile))) < LIMIT
    assert seconds(lambda: read_passages(hostile)) < LIMIT
    assert seconds(lambda: read_forms(hostile)) < LIMIT
