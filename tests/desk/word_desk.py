"""The Word reading of a desk of the sample, without a browser."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator.draft_check import DraftChecker
from generator.draft_reading import DraftReader
from generator.exports.json_text import to_json
from generator.imports.word.sources import GivenByUser
from generator.locale import words_of
from generator.records.tree import load_catalogue
from generator.site.desk_records import index_entry, read_desk_records
from tests.conftest import SAMPLE


def draft_at_desk(root: Path, files: Iterable[Path], given: GivenByUser) -> dict[str, Any]:
    """What the worker drafts of Word files; `root` is a folder of its own."""
    records = list(read_desk_records(load_catalogue(SAMPLE)[0], SAMPLE))
    root.mkdir()
    index = to_json([index_entry(one) for one in records]).decode()
    reader = DraftReader(DraftChecker.from_json(root, index, "[]"))
    for file in files:
        reader.take_file(file.name, file.read_bytes(), words_of("vi"))
    texts = {one.path: one.content.decode() for one in records}
    for path in reader.wanted():
        reader.checker.put(path, texts[path])
    return reader.draft_files(given, words_of("vi"))
