"""Pages for citizens speak their words: no file of a record, no address that is nobody's."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.law.publication_deadlines import Deadline
from generator.model.edition import Edition
from generator.pages.formatting import duty
from generator.pages.reuse import citation
from tests.site.crawl import read

FOR_STAFF = ("quy-tac/", "du-lieu/", "soan-thao/")
"""Pages that are about files: the rules of records, and data."""
FILE = re.compile(r"\b[\w/-]+\.ya?ml\b|\b(?:calendar|agencies|legal-documents)/")


def test_no_page_for_citizens_names_a_file_of_a_record(sample_site: Path) -> None:
    pages = [page.relative_to(sample_site).as_posix() for page in sample_site.rglob("index.html")]
    public = [page for page in pages if not page.startswith(FOR_STAFF)]
    texts = {
        page: read(sample_site, f"http://site/{page.removesuffix('index.html')}") for page in public
    }
    assert [page for page, one in texts.items() if FILE.search(one.text)] == []


@pytest.mark.parametrize("kind", ["list", "decide"])
def test_a_day_that_cannot_be_counted_is_explained_in_words(kind: str, sample: Edition) -> None:
    due = Deadline(kind=kind, last=None, done=None, missing=2031)
    said = duty(due, sample.words)
    assert "vì kho chưa có lịch nghỉ lễ năm 2031" in said
    assert not FILE.search(said)


@pytest.mark.parametrize(
    ("base", "sample_data", "ends"),
    [
        ("https://tthc.example.org/", False, "."),
        ("https://tthc.example.org/", True, ". https://tthc.example.org/thu-tuc/1.001193/v003/"),
        ("https://tthc.mau.gov.vn/", False, ". https://tthc.mau.gov.vn/thu-tuc/1.001193/v003/"),
    ],
)
def test_a_citation_gives_an_address_only_where_there_is_one(
    base: str, sample_data: bool, ends: str, sample: Edition
) -> None:
    settings = replace(sample.catalogue.settings, base_url=base, sample=sample_data)
    edition = replace(sample, catalogue=replace(sample.catalogue, settings=settings))
    entry = edition.entries["1.001193"]
    said = citation(entry, entry.version, edition)
    assert said.endswith(ends)
    assert ("http" in said) is ("http" in ends)
