"""Whatever a task reads of an edition is recorded, and its digest changes with its file."""

import shutil
from collections.abc import Callable
from dataclasses import fields
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from generator.model.edition import Edition
from generator.records.catalogue import Catalogue
from generator.site.dependencies import DependencyDigests
from generator.site.tracking import GLOBAL, UNTRACKED, minimal_dependencies, track_reads
from tests.conftest import SAMPLE, edition_of

STORES = [field.name for field in fields(Catalogue)]
DERIVED = [
    name
    for name, found in vars(Edition).items()
    if isinstance(found, cached_property) and name not in UNTRACKED
]
_FILES = {
    "citizen_words": "citizen-words.yml",
    "exceptions": "exceptions.yml",
    "family_reviews": "families.yml",
    "members": "federation.yml",
    "fields": "fields.yml",
    "life_events": "life-events.yml",
    "journeys": "journeys.yml",
}
_TEXTS = {
    "families.yml": "# again\nfamilies: []\n",
    "exceptions.yml": "# again\nexceptions: []\n",
    "federation.yml": "# again\nmembers: []\n",
}


def _reads(edition: Edition, read: Callable[[Edition], object]) -> set[str]:
    twin, reads = track_reads(edition)
    reads.clear()
    read(twin)
    return minimal_dependencies(reads)


@pytest.mark.parametrize("name", [name for name in STORES if name not in GLOBAL])
def test_reading_a_field_of_a_catalogue_is_recorded(name: str, sample: Edition) -> None:
    assert _reads(sample, lambda twin: list(getattr(twin.catalogue, name)))


@pytest.mark.parametrize("name", DERIVED)
def test_reading_what_an_edition_derives_is_recorded(name: str, sample: Edition) -> None:
    assert _reads(sample, lambda twin: list(getattr(twin, name)))


def test_fields_that_are_not_recorded_are_those_of_every_task() -> None:
    assert GLOBAL == ("settings",)


@pytest.mark.parametrize("name", _FILES)
def test_a_changed_file_changes_the_digest_of_who_read_it(name: str, tmp_path: Path) -> None:
    copy = tmp_path / "catalogue"
    shutil.copytree(SAMPLE, copy)
    before = edition_of(copy)
    reads = sorted(_reads(before, lambda twin: list(getattr(twin.catalogue, name))))
    file = copy / _FILES[name]
    text = file.read_text("utf8") + "# again\n" if file.is_file() else _TEXTS[file.name]
    file.write_text(text, "utf8")
    assert _key(before, reads) != _key(edition_of(copy), reads)


def _key(edition: Edition, reads: list[str]) -> bytes:
    return DependencyDigests(edition, b"").key(reads)


def test_a_store_of_another_kind_is_refused() -> None:
    from generator.site import tracking

    stranger: Any = object()
    with pytest.raises(TypeError, match="cannot be recorded"):
        tracking._wrap_store("stranger", stranger, set())
