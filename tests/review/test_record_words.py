"""Every change of any record is told in words: no key, no id and no JSON reaches the reader."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import pytest

from generator.law.textdiff import ADDED, SAME, Span
from generator.locale import words_of
from generator.records.catalogue import Catalogue
from generator.records.loose_values import choice_label
from generator.records.schema import KINDS, Schema, load_schema
from generator.records.tree import load_catalogue
from generator.review.compare import compare
from generator.review.formats import render_review_markdown
from generator.review.outline import Outline
from generator.review.page import render_review_html
from tests.conftest import SAMPLE

WORDS = words_of("vi")


@pytest.fixture(scope="module")
def sample() -> Catalogue:
    return load_catalogue(SAMPLE)[0]


def told(base: Catalogue, head: Catalogue) -> Iterator[tuple[str, str]]:
    """The name of each line of a review with all that its two sides say."""
    for make in Outline(compare(base, head), WORDS).sections():
        for line in make().lines:
            yield line.part, "".join(span.text for span in line.runs)


RAW = re.compile(r"[{}]|\[\]|\b(?:true|false|null|None)\b|(?<![\w/.])[a-z]+_[a-z_]+\b")


def test_a_whole_catalogue_is_told_without_keys_or_json(sample: Catalogue, tmp_path: Path) -> None:
    nothing, _ = load_catalogue(tmp_path)
    lines = list(told(nothing, sample))
    assert len(lines) > 1_000
    assert [line for line in lines if RAW.search(line[0])] == []
    prose = [(part, said) for part, said in lines if "://" not in said]
    assert [line for line in prose if RAW.search(line[1])] == []


@pytest.mark.parametrize("kind", [*KINDS, "common"])
def test_every_choice_of_every_record_has_a_name(kind: str) -> None:
    missing = [
        value
        for layer in choices(load_schema(kind))
        for value in layer["enum"]
        if isinstance(value, str)
        and choice_label(layer, value, WORDS) in (value, value.replace("_", " "))
    ]
    assert missing == []


def choices(schema: Any) -> Iterator[Schema]:
    if isinstance(schema, dict):
        if "enum" in schema and "title" in schema | {"title": ""} and "not" not in schema:
            yield schema
        for key, child in schema.items():
            if key not in ("allOf", "not"):
                yield from choices(child)
    elif isinstance(schema, list):
        for child in schema:
            yield from choices(child)


def test_signer_days_and_rows_of_a_decision_are_told_one_by_one(sample: Catalogue) -> None:
    decision = sample.decisions["btp/2026/9205"]
    assert decision.signer
    row = replace(decision.rows[0], id="d9", action="abolish", version=None, amended_parts=())
    changed = replace(
        decision,
        signer=replace(decision.signer, name="Nguyễn Văn B"),
        listed=date(2026, 11, 20),
        rows=(*decision.rows, row),
    )
    head = replace(sample, decisions=dict(sample.decisions) | {decision.id: changed})
    review = compare(sample, head)
    (made,) = [make() for make in Outline(review, WORDS).sections()][:1]
    lines = {line.part: after(line.runs) for line in made.lines}
    assert "Họ tên: Nguyễn Văn B" in lines["Người ký"]
    assert lines["Ngày công khai"] == "20/11/2026"
    assert len([part for part in lines if part.startswith("Dòng ")]) == 1
    assert "Việc làm: bãi bỏ" in lines[f"Dòng {len(changed.rows)}"]


def after(runs: tuple[Span, ...]) -> str:
    return "".join(span.text for span in runs if span.kind in (SAME, ADDED))


def test_rows_that_were_there_are_not_told_as_new(sample: Catalogue) -> None:
    decision = next(d for d in sample.decisions.values() if len(d.rows) > 3)
    changed = replace(decision, title=f"{decision.title} (sửa)")
    head = replace(sample, decisions=dict(sample.decisions) | {decision.id: changed})
    (found,) = compare(sample, head).decisions
    assert found.procedures == ()
    text = render_review_markdown(Outline(compare(sample, head), WORDS))
    assert "bản ghi quyết định đã sửa" in text
    assert "###" not in text


def test_a_new_procedure_is_printed_in_full(sample: Catalogue, tmp_path: Path) -> None:
    nothing, _ = load_catalogue(tmp_path)
    text = render_review_html(Outline(compare(nothing, sample), WORDS), 100_000_000)
    version = sample.version("1.900104", "v001")
    assert version
    named = [step.text for step in version.steps.items]
    named += [item.name for group in version.dossier.groups.items for item in group.items]
    assert [one for one in named if escape(one or "", quote=False)[:40] not in text] == []
