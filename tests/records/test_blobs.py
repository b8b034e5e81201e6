"""Blob files: what is decoded is what was put in, in any process and whatever a disk refuses."""

import errno
import os
import pickle
from pathlib import Path

import pytest

from generator.records.blobs import BlobFile, LoadedVersion, StoredVersion
from generator.records.catalogue import Catalogue
from generator.records.memoize import MOST_LOADED
from generator.records.processes import start_pool
from generator.records.tree import load_catalogue

CATALOGUE, _ = load_catalogue(Path("catalogue"))
KEYS = sorted(CATALOGUE.version_files)


def encoded(key: str) -> bytes:
    return LoadedVersion(key, CATALOGUE.version_files[key]).encoded


def title_of(key: str) -> str:
    return CATALOGUE.version_files[key].title


def put_all(blobs: BlobFile) -> list[StoredVersion]:
    return [blobs.put(key, encoded(key)) for key in KEYS]


def test_a_catalogue_keeps_no_version_decoded() -> None:
    every = [one for found in CATALOGUE.version_refs.values() for one in found]
    assert len(every) == len(CATALOGUE.version_files) > 0
    assert all(isinstance(one, StoredVersion) for one in every)


def test_a_header_says_what_the_version_says() -> None:
    for one in put_all(BlobFile.open_within()):
        assert one.header == LoadedVersion(one.key, one.loaded).header
        assert one.header.title == one.loaded.title


def test_a_version_read_twice_is_decoded_once_until_others_push_it_out() -> None:
    blobs = BlobFile.open_within()
    first, *_ = put_all(blobs)
    loaded = first.loaded
    assert first.loaded is loaded
    for number in range(MOST_LOADED):
        assert blobs.put(f"x/{number}", encoded(KEYS[0])).loaded == loaded
    assert first.loaded is not loaded
    assert first.loaded == loaded


def test_other_processes_read_what_was_put_before_they_began() -> None:
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
    for one in put_all(BlobFile.open_within()):
        assert one.loaded == CATALOGUE.version_files[one.key]


def test_a_blob_file_without_a_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    for one in put_all(BlobFile.open_within(tmp_path / "gone too")):
        assert one.loaded == CATALOGUE.version_files[one.key]


def test_a_catalogue_that_was_sent_elsewhere_is_the_same() -> None:
    sent = pickle.loads(pickle.dumps(CATALOGUE))
    assert isinstance(sent, Catalogue)
    assert sent == CATALOGUE
    assert list(sent.versions) == list(CATALOGUE.versions)
