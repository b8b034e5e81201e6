from pathlib import Path

import pytest

from tests.review.repository import Repository


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    made = Repository.made(tmp_path / "repository")
    monkeypatch.chdir(made.folder)
    return made
