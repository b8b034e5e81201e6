"""The words: the same keys and placeholders in every language, and none that nobody says."""

import re
from datetime import date
from pathlib import Path

import pytest

from generator.law.rules import RULES
from generator.locale import LANGUAGES, words_of
from generator.records.schema import load_schema
from generator.site.tasks import TASK_KINDS

PLACEHOLDER = re.compile(r"\{(\w+)\}")
SOURCES = [*Path("generator").rglob("*.py"), *Path("generator").rglob("*.html")]
# Looked up by a value of a record or a code, not by a literal: part.<part>, findings.<code>, …
COMPOSED = re.compile(
    r"^(anchor|obstacle|answer\.authority|answer\.one_stop|argparse|starter|findings|types|joint|repairs|yaml|unit|fee|fee_kind|decision_kind|level|method|applicant|online|returned|agency|part|"
    r"capacity|status|banner|version|action|rows|extent|list|template|results|nothing|filter|applicant_group|ranking|import|service|"
    r"document|legal_part|change|review|redline|new|fmt|rule|family|method_of_cut|lacking|timing|severity|frame|home|stated|unknown|time)\."
)
# Looked up by a name that stands in the code: "last" for figures.last, "by_fee" for its _text.
NAMED = re.compile(
    r"^(as_of|deadline|duty|process|figures|follow)\.(?:rows_)?(\w+?)(_text|_head|_by|_unknown)?$"
)


def test_every_language_says_the_same_things() -> None:
    vietnamese = words_of("vi").entries
    for language in LANGUAGES:
        entries = words_of(language).entries
        assert entries.keys() == vietnamese.keys()
        for key, text in entries.items():
            assert set(PLACEHOLDER.findall(text)) == set(PLACEHOLDER.findall(vietnamese[key])), key


def test_a_catalogue_may_choose_every_language() -> None:
    language = load_schema("catalogue")["properties"]["language"]
    assert sorted(language["enum"]) == sorted(LANGUAGES)


def test_every_kind_of_work_has_a_name_in_the_table_of_times() -> None:
    entries = words_of("vi").entries
    assert {f"timing.{kind.timing}" for kind in TASK_KINDS} <= entries.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_group_of_words_is_written_twice(language: str) -> None:
    text = Path(f"generator/locale/{language}/words.yml").read_text("utf8")
    groups = re.findall(r"^(\w+):$", text, re.MULTILINE)
    assert len(groups) == len(set(groups))


def test_every_literal_key_exists_and_every_plain_key_is_used() -> None:
    source = "\n".join(path.read_text(encoding="utf8") for path in SOURCES)
    entries = words_of("vi").entries
    asked = set(re.findall(r'words\(\s*"([a-z_]+\.[a-z_.]+)"', source))
    assert asked <= entries.keys()
    unused = [
        key
        for key in entries
        if not COMPOSED.match(key)
        and not quoted(key, source)
        and not ((named := NAMED.match(key)) and quoted(rf"(\w+_)?{named[2]}\w*", source))
    ]
    assert unused == []


def quoted(text: str, source: str) -> bool:
    return bool(re.search(rf"[\"']{text}[\"']", source))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("vi", ["09/02/2026", "02/2026", "1.234.567", "0,125", "-1.000,5", "12,5 %"]),
        ("en", ["09/02/2026", "02/2026", "1,234,567", "0.125", "-1,000.5", "12.5%"]),
    ],
)
def test_days_and_numbers_are_written_as_the_language_writes_them(
    language: str, said: list[str]
) -> None:
    words, day = words_of(language), date(2026, 2, 9)
    numbers = [words.number(value) for value in (1234567, 0.125, -1000.5)]
    assert [words.day(day), words.month(day), *numbers, words.percent(12.5)] == said


def test_no_module_but_the_words_formats_a_date() -> None:
    formatting = [path for path in SOURCES if re.search(r"strftime|%d/%m", path.read_text("utf8"))]
    assert formatting == [Path("generator/locale/__init__.py")]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_its_sentences(rule: object) -> None:
    words = words_of("vi")
    for part in ("title", "detail", "fix"):
        assert words.has(f"findings.{rule.code}.{part}")  # type: ignore[attr-defined]
