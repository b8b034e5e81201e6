"""What the worker of the desk calls: JSON in, JSON out, over the checks of the package."""

import base64
import json
import tempfile
from datetime import date
from pathlib import Path

from generator.draft_check import DraftChecker
from generator.locale import words_of


class DeskWorker:
    """A checker of drafts whose arguments and answers are texts, as JavaScript hands them over."""

    def __init__(self, checker: DraftChecker) -> None:
        self._checker = checker

    def change(self, files: str) -> str:
        """Take over the files of a draft; the list of the files that are wanted next."""
        return json.dumps(self._checker.change(json.loads(files)))

    def put(self, path: str, text: str) -> None:
        """Take over the text of a published file."""
        self._checker.put(path, text)

    @property
    def checker(self) -> DraftChecker:
        """What holds the published files, for what reads texts beside them."""
        return self._checker

    def check(self, day: str, language: str) -> str:
        """The findings of the draft on a day, in a language."""
        found = self._checker.check(words_of(language), date.fromisoformat(day))
        return json.dumps(found, ensure_ascii=False)


def start_worker(records: str, exceptions: str, readings: str = "{}") -> DeskWorker:
    """A worker over the published index and exceptions, which are JSON.

    `readings` are published files that were read when the site was written: {path: [text, record]},
    the record in base64 as `encode_reading` gives it.
    """
    checker = DraftChecker.from_json(Path(tempfile.mkdtemp()), records, exceptions)
    for path, (text, record) in json.loads(readings).items():
        checker.put_encoded(path, text, base64.b64decode(record))
    return DeskWorker(checker)
