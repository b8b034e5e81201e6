"""Every planted mistake is found, at its file and line."""

import shutil
from pathlib import Path

from benchmarks.mutations import outcomes
from tests.conftest import SAMPLE


def test_every_planted_mistake_is_found(tmp_path: Path) -> None:
    root = tmp_path / "catalogue"
    for copy in (root, root.with_name("spare")):
        shutil.copytree(SAMPLE, copy)
    done = list(outcomes(root, seed=7))
    assert [one.name for one in done if one.planted is None] == []
    assert [(one.name, one.planted) for one in done if not one.found] == []
    assert len(done) >= 120
