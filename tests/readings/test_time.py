"""Readers of bodies and places take time that grows with the text, whatever it repeats."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from time import process_time

import pytest

from generator.readings import (
    bodies,
    body_grammar,
    body_names,
    filing_cases,
    filing_cells,
    filing_clauses,
    filing_doors,
    filing_window,
    filing_words,
    lowered,
    one_stop,
    territory,
)
from generator.readings.bodies import read_bodies, read_cell
from generator.readings.filing import read_filing
from tests.readings.versions import AGENCIES, channel, procedure, version

SIZE = 1_000_000
LIMIT = 30.0
"""Seconds of one CPU; time that grows with the square of a stretch would take many minutes."""
HOSTILE = {
    "spaces": " ",
    "lines": "\n",
    "commas": ", a",
    "bullets": "\n- ",
    "letters": "ă",
    "digits": "12",
    "addresses": "số 1 đường ",
    "brackets": "((",
    "departments": "sở ",
    "sectors": "sở y tế, ",
    "committees": "ủy ban nhân dân cấp xã hoặc ",
    "handing in": "nộp hồ sơ tại ",
    "by post": "qua đường bưu điện ",
    "registering": "đăng ký ",
    "cases": "trường hợp đối với ",
    "conditions": "nếu nộp thì gửi ",
    "times": "trong thời hạn 05 ngày, ",
    "received": "kể từ ngày nhận được đủ hồ sơ, ",
    "places": "nơi cư trú, ",
    "portals": "cổng dịch vụ công ",
    "sites": "www.a.b.vn/",
    "directorates": "Cục Quản lý A và B, ",
    "capitals": "Cục Ab Cd ",
    "steps": "Bước 1: ",
    "doors": "nộp hồ sơ tại sở y tế.\n",
    "others": "gửi hồ sơ đến Cục A hoặc ",
    "cells": "sở y tế - số 1 phố a; ",
    "provinces": "tỉnh gia lai - ",
}
ROOM = (
    bodies,
    body_grammar,
    body_names,
    filing_cases,
    filing_cells,
    filing_clauses,
    filing_doors,
    filing_window,
    filing_words,
    lowered,
    one_stop,
    territory,
)


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in ROOM:
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                yield f"{module.__name__.rpartition('.')[2]}.{name}", value
    yield "heads", body_grammar.heads()
    yield "weak heads", body_grammar.heads(weak=True)
    yield "tail", body_grammar.tail()
    yield "territory", body_grammar.territory()


PATTERNS = {pattern: name for name, pattern in patterns()}


def seconds(act: Callable[[], object]) -> float:
    start = process_time()
    act()
    return process_time() - start


DAY = date(2026, 11, 1)
STRETCH = SIZE // len(HOSTILE)
HOSTILE_TEXTS = {
    label: (words * (STRETCH // len(words) + 1))[:STRETCH] for label, words in HOSTILE.items()
}
MEGABYTE = "\n".join(HOSTILE_TEXTS.values())


@pytest.mark.parametrize("pattern", PATTERNS, ids=PATTERNS.get)
def test_every_pattern_is_linear_in_a_megabyte_of_hostile_text(pattern: re.Pattern[str]) -> None:
    assert len(MEGABYTE) >= SIZE
    assert seconds(lambda: sum(1 for _ in pattern.finditer(MEGABYTE))) < LIMIT


@pytest.mark.parametrize("text", HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS)
def test_readers_are_linear_in_hostile_text(text: str) -> None:
    whole = version(text, receiving=[text], channels=[channel("direct", text)])
    assert seconds(lambda: read_bodies(text)) < LIMIT
    assert seconds(lambda: read_cell(text)) < LIMIT
    assert seconds(lambda: read_filing(whole, procedure(), AGENCIES, DAY)) < LIMIT


def test_readers_read_a_megabyte_of_hostile_text() -> None:
    assert seconds(lambda: read_bodies(MEGABYTE)) < LIMIT
    assert seconds(lambda: read_filing(version(MEGABYTE), procedure(), AGENCIES, DAY)) < LIMIT
