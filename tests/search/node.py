"""Run the browser's engine under Node."""

import json
import subprocess
from pathlib import Path
from typing import Any

from benchmarks.search.__main__ import node

HERE = Path(__file__).parent


def ask(site: Path, questions: list[tuple[str, Any]]) -> list[Any]:
    """Answers of `run.mjs`, one for each question."""
    done = subprocess.run(
        [node(), str(HERE / "run.mjs"), str(site)],
        input=json.dumps(questions),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answers: list[Any] = json.loads(done.stdout)
    return answers
