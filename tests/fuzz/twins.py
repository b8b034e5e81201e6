"""What Python computes against what the scripts of the browser compute, many cases at a time."""

import json
import random
import subprocess
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.search.__main__ import node
from generator.law.due_dates import adding_problem, due
from generator.law.workdays import MissingCalendarError, Workdays
from generator.records.registers import Calendar
from generator.records.stated import Duration, LimitAddition
from generator.search.analyser import syllables

BATCH = 20_000
_SCRIPT = Path(__file__).with_name("twins.mjs")
_SYLLABLES = (
    "đăng", "ký", "kỹ", "Lý", "hộ", "tịch", "khai", "sinh", "QUYỀN", "sử", "dụng", "đất",
    "hoà", "hòa", "thuỷ", "ủy", "ÐÀ", "ɖ", "y", "quý", "00", "02", "0", "1.001193", "01.02",
    "3.", ".5", "a_b", "_", "mức-độ", "(x)", "İ", "ß", "Σ", "ΑΣ", "ﬁ", "Ǆ", "½", "²", "Ⅷ",
    "٣", "0٣", "ห้", "한글", "😀", "\u0300", "o\u031b\u0301", "e\u0302\u0323", "\u200b",
    "\u00ad", "\u00a0", "\n", "\u2028", "K", "Å", "ﾊ", "１２",
)  # fmt: skip
_UNITS = ("hour", "working_day", "day", "month", "year", "other")
_DAYS = 366 * 4


@cache
def _letters() -> str:
    """Every letter that this version of Unicode knows; newer ones the browser knows alone."""
    return "".join(one for one in map(chr, range(0x20000)) if unicodedata.category(one)[0] != "C")


def make_words(chance: random.Random) -> str:
    """A text of syllables, figures, and anything."""
    parts = chance.choices(_SYLLABLES, k=chance.randint(0, 6))
    if chance.random() < 0.5:
        parts.insert(chance.randint(0, len(parts)), "".join(chance.choices(_letters(), k=3)))
    text = chance.choice((" ", " ", "", "-", ". ")).join(parts)
    return unicodedata.normalize(chance.choice(("NFC", "NFD", "NFC", "NFKC")), text)


def make_plain_words(chance: random.Random) -> str:
    """Vietnamese words and figures with spaces between: what the filter of a list folds."""
    alphabet = _alphabet()
    words = ("".join(chance.choices(alphabet, k=chance.randint(1, 6))) for _ in range(4))
    return unicodedata.normalize(chance.choice(("NFC", "NFD")), " ".join(words))


@cache
def _alphabet() -> str:
    small = (
        "".join(map(chr, range(0x1EA0, 0x1EFA))) + "aăâbcdđeêghiklmnoôơpqrstuưvxyàáãèéìíòóõùúýĩũ"
    )
    return small + small.upper() + "0123456789ðÐfjwz"


def make_term(chance: random.Random) -> dict[str, Any]:
    """A limit, the day of a dossier, calendars and additions."""
    return {
        "limit": {"value": _value(chance), "unit": chance.choice(_UNITS)},
        "submitted": str(date(2024, 1, 1) + timedelta(days=chance.randrange(_DAYS))),
        "calendars": [_calendar(chance, year) for year in range(2024, chance.choice((2026, 2029)))],
        "late": chance.random() < 0.3,
        "additions": [_addition(chance) for _ in range(chance.choice((0, 0, 1, 2)))],
    }


def _value(chance: random.Random) -> float | None:
    return chance.choice((None, 0.5, 1, 2.5, *(chance.randint(1, 70) for _ in range(9))))


def _calendar(chance: random.Random, year: int) -> dict[str, Any]:
    days = [str(date(year, 1, 1) + timedelta(days=chance.randrange(365))) for _ in range(8)]
    swaps = [{"off": days[0], "worked": days[1]}, {"off": days[2], "worked": days[3]}]
    return {
        "year": year,
        "holidays": [{"date": day, "name": "Nghỉ"} for day in days[4:]],
        "swapped_days": swaps[: chance.randint(0, 2)],
    }


def _addition(chance: random.Random) -> dict[str, Any]:
    made: dict[str, Any] = {"reason": chance.choice(("completion", "posting", "survey"))}
    if chance.random() < 0.9:
        made |= {"value": chance.randint(1, 30), "unit": chance.choice(_UNITS[:5])}
    if chance.random() < 0.9:
        made["counted"] = chance.random() < 0.3
    return made


def find_differences(chance: random.Random, count: int) -> Iterator[str]:
    """Cases of each pair of twins, `count` in all, and every difference in a sentence."""
    plain = [make_plain_words(chance) for _ in range(count // 4)]
    texts = [*plain, *(make_words(chance) for _ in range(count // 4))]
    terms = [make_term(chance) for _ in range(count - len(texts))]
    found = ask_browser({"syllables": texts, "fold": plain, "due": terms, "problem": terms})
    for text, answer in zip(texts, found["syllables"], strict=True):
        if (own := syllables(text)) != answer:
            yield f"syllables of {text!r}: {own}, in the browser {answer}"
    for text, folded in zip(plain, found["fold"], strict=True):
        if (own := syllables(text)) != folded.split():
            yield f"fold of {text!r}: {own}, in the browser {folded!r}"
    for term, answer, problem in zip(terms, found["due"], found["problem"], strict=True):
        if (own_day := _due(term)) != answer:
            yield f"due of {term}: {own_day}, in the browser {answer}"
        if (own_problem := _problem(term)) != problem:
            yield f"problem of {term}: {own_problem}, in the browser {problem}"


def ask_browser(cases: dict[str, Any]) -> dict[str, Any]:
    """The answers of the scripts, by name, one for each case."""
    done = subprocess.run(
        [node(), str(_SCRIPT)], input=json.dumps(cases), capture_output=True, text=True, check=True
    )
    answers: dict[str, Any] = json.loads(done.stdout)
    return answers


def _due(term: dict[str, Any]) -> list[str] | int | None:
    limit, additions = _read_term(term)
    calendars = [msgspec.convert(one, Calendar) for one in term["calendars"]]
    days = Workdays({one.year: one for one in calendars})
    submitted = date.fromisoformat(term["submitted"])
    try:
        found = due(limit, submitted, days, term["late"], additions)
    except MissingCalendarError as error:
        return error.year
    return [str(found.received), str(found.last)] if found else None


def _problem(term: dict[str, Any]) -> str | None:
    return adding_problem(*_read_term(term))


def _read_term(term: dict[str, Any]) -> tuple[Duration, list[LimitAddition]]:
    limit = Duration(value=term["limit"]["value"], unit=term["limit"]["unit"])
    return limit, msgspec.convert(term["additions"], list[LimitAddition])
