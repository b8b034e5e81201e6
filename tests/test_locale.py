"""The words: the same keys and placeholders in every language, and none that nobody says."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.law.rules import RULES
from generator.locale import LANGUAGES, words_of
from generator.records.schema import load_schema
from generator.site.tasks import TASK_KINDS

PLACEHOLDER = re.compile(r"\{(\w+)\}")
SOURCES = [*Path("generator").rglob("*.py"), *Path("generator").rglob("*.html")]
SOURCES += Path("generator/site/desk").glob("*.js")
# Looked up by a value of a record or a code, not by a literal: part.<part>, findings.<code>, …
COMPOSED = re.compile(
    r"^(?:"
    r"action|"
    r"known\.(?:newest|by)|"
    r"office\.place|"
    r"told_late|"
    r"needed_step|"
    r"desk\.mend|"
    r"desk\.severity|"
    r"desk\.word_refused|"
    r"agency|"
    r"anchor|"
    r"data\.table|"
    r"data\.column_of_[a-z]+|"
    r"answer\.authority|"
    r"posting\.group|"
    r"posting\.group_count|"
    r"posting\.group_line|"
    r"posting\.kin|"
    r"posting\.on_paper|"
    r"typed_verb|"
    r"answer\.one_stop|"
    r"answer\.section|"
    r"applicant|"
    r"applicant_group|"
    r"argparse|"
    r"banner|"
    r"bound|"
    r"capacity|"
    r"change|"
    r"choice|"
    r"decision_kind|"
    r"desk\.fault|"
    r"desk\.not_sent|"
    r"data\.(?:column|file|key|kind)|"
    r"document|"
    r"document_status|"
    r"document_type|"
    r"encodings|"
    r"extent|"
    r"family|"
    r"fee|"
    r"fee_kind|"
    r"filter|"
    r"findings|"
    r"fmt|"
    r"frame|"
    r"gaps\.(?:audience|column|fix|harm|kind|read|unknown)|"
    r"handout\.more|"
    r"hint|"
    r"home|"
    r"import|"
    r"joint|"
    r"lacking|"
    r"language_name|"
    r"legal_part|"
    r"level|agency_kind|"
    r"list|"
    r"method|"
    r"method_of_cut|"
    r"narrowing|"
    r"new|"
    r"nothing|"
    r"obstacle|"
    r"office\.(?:decision|excel|is|kind|remark|report|todo|use)|"
    r"online|"
    r"part|"
    r"period\.(?:by|column|head|kind)|"
    r"place|"
    r"figures\.lack|"
    r"posting\.(?:column|signed|reason|lack|style|file)|"
    r"procedure_kind|"
    r"ranking|"
    r"reason|"
    r"redline|"
    r"repairs|"
    r"results|"
    r"returned|"
    r"review|"
    r"rows|"
    r"rule|"
    r"service|"
    r"severity|"
    r"starter|"
    r"stated|"
    r"status|"
    r"submission|"
    r"template|"
    r"time|"
    r"timing|"
    r"types|"
    r"unit|"
    r"unknown|"
    r"validity|"
    r"version|"
    r"yaml|"
    r"yaml_fix"
    r")\."
)
# Looked up by a name that stands in the code: "last" for figures.last,
# "wall_title" for posting.wall_title, "by_fee" for its _text.
NAMED = re.compile(
    r"^(as_of|deadline|duty|process|figures|follow|posting)\.(?:rows_)?(\w+?)(_text|_head|_by|_unknown)?$"
)


def test_every_language_says_the_same_things() -> None:
    vietnamese = words_of("vi").entries
    for language in LANGUAGES:
        entries = words_of(language).entries
        assert entries.keys() == vietnamese.keys()
        for key, text in entries.items():
            assert set(PLACEHOLDER.findall(text)) == set(PLACEHOLDER.findall(vietnamese[key])), key


def test_a_catalogue_may_choose_every_language() -> None:
    known = load_schema("catalogue")["properties"]
    assert sorted(known["language"]["enum"]) == sorted(LANGUAGES)
    assert sorted(known["summary_languages"]["items"]["enum"]) == sorted(LANGUAGES)


def test_every_language_names_every_language() -> None:
    for language in LANGUAGES:
        entries = words_of(language).entries
        assert all(entries.get(f"frame.named.{other}") for other in LANGUAGES), language


def test_every_kind_of_work_has_a_name_in_the_table_of_times() -> None:
    entries = words_of("vi").entries
    assert {f"timing.{kind.timing}" for kind in TASK_KINDS} <= entries.keys()


def doubled(node: yaml.Node, path: str = "") -> Iterator[str]:
    """The keys that stand twice in one mapping, at any depth, with the line of the second."""
    if isinstance(node, yaml.MappingNode):
        seen = set()
        for key, value in node.value:
            if key.value in seen:
                yield f"{path}{key.value} (line {key.start_mark.line + 1})"
            seen.add(key.value)
            yield from doubled(value, f"{path}{key.value}.")
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from doubled(item, path)


@pytest.mark.parametrize("file", sorted(Path("generator").rglob("*.yml")), ids=str)
def test_no_key_is_written_twice(file: Path) -> None:
    node = yaml.compose(file.read_text("utf8"), Loader=yaml.CSafeLoader)
    assert node is None or list(doubled(node)) == []


def test_a_key_that_is_written_twice_is_seen_at_any_depth() -> None:
    text = "YM101:\n  title: a\n  edits:\n  - file: b\n    file: c\nYM101:\n  title: d\n"
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    assert list(doubled(node)) == ["YM101.edits.file (line 5)", "YM101 (line 6)"]


def test_no_rule_has_two_examples() -> None:
    files = Path("generator/law/rules/examples").glob("*.yml")
    codes = [code for file in files for code in yaml.safe_load(file.read_text("utf8"))]
    assert len(codes) == len(set(codes))


def test_every_literal_key_exists_and_every_plain_key_is_used() -> None:
    source = "\n".join(path.read_text(encoding="utf8") for path in SOURCES)
    entries = words_of("vi").entries
    asked = set(re.findall(r'words\(\s*"([a-z_]+\.[a-z_.]+)"', source))
    assert asked <= entries.keys()
    quoted = set(re.findall(r"(?=[\"']([\w.-]+)[\"'])", source))
    unused = [
        key
        for key in entries
        if not COMPOSED.match(key)
        and key not in quoted
        and not ((named := NAMED.match(key)) and has_word_with(named[2], quoted))
    ]
    assert unused == []


def has_word_with(part: str, quoted: set[str]) -> bool:
    """Whether a quoted word is a part of a key, or is put together with it."""
    composed = re.compile(rf"(?:\w+_)?{part}\w*")
    return any(map(composed.fullmatch, quoted))


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
