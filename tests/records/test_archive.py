"""Versions on file: what is opened is what was filed, whoever opens it and whatever a disk says."""

import errno
import os
import pickle
from pathlib import Path

import pytest

from generator.records.blobs import MOST_LOADED, BlobFile, LoadedVersion, StoredVersion
from generator.records.catalogue import Catalogue
from generator.records.processes import start_pool
from generator.records.tree import load_catalogue

CATALOGUE, _ = load_catalogue(Path("catalogue"))
KEYS = sorted(CATALOGUE.version_files)


def sealed(key: str) -> bytes:
    return LoadedVersion(key, CATALOGUE.version_files[key]).encoded


def title_of(key: str) -> str:
    return CATALOGUE.version_files[key].title


def filed(archive: BlobFile) -> list[StoredVersion]:
    return [archive.put(key, sealed(key)) for key in KEYS]


def test_a_catalogue_holds_no_version_open_for_good() -> None:
    every = [one for found in CATALOGUE.version_refs.values() for one in found]
    assert len(every) == len(CATALOGUE.version_files) > 0
    assert all(isinstance(one, StoredVersion) for one in every)


def test_a_cover_says_what_is_inside() -> None:
    for one in filed(BlobFile.open_within()):
        assert one.header == LoadedVersion(one.key, one.loaded).header
        assert one.header.title == one.loaded.title


def test_a_version_asked_for_twice_is_opened_once_and_let_go_of_in_the_end() -> None:
    archive = BlobFile.open_within()
    first, *_ = filed(archive)
    opened = first.loaded
    assert first.loaded is opened
    for number in range(MOST_LOADED):
        assert archive.put(f"x/{number}", sealed(KEYS[0])).loaded == opened
    assert first.loaded is not opened
    assert first.loaded == opened


def test_other_processes_open_what_was_filed_before_they_began() -> None:
    with start_pool(2) as executor:
        assert list(executor.map(title_of, KEYS)) == [title_of(key) for key in KEYS]


def test_what_the_disk_refuses_is_kept_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.pwrite
    count = 0

    def refuse(file: int, content: bytes, start: int) -> int:
        nonlocal count
        count += 1
        if count % 3 == 0:
            raise OSError(errno.ENOSPC, "full")
        return write(file, content[:5] if count % 3 == 1 else content, start)

    monkeypatch.setattr(os, "pwrite", refuse)
    for one in filed(BlobFile.open_within()):
        assert one.loaded == CATALOGUE.version_files[one.key]


def test_an_archive_without_a_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    for one in filed(BlobFile.open_within(tmp_path / "gone too")):
        assert one.loaded == CATALOGUE.version_files[one.key]


def test_a_catalogue_that_was_sent_elsewhere_is_the_same() -> None:
    sent = pickle.loads(pickle.dumps(CATALOGUE))
    assert isinstance(sent, Catalogue)
    assert sent == CATALOGUE
    assert list(sent.versions) == list(CATALOGUE.versions)
