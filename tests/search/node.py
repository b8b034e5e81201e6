"""Run the browser's modules under Node: the system's, or the one that comes with Playwright."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import playwright

HERE = Path(__file__).parent


def node() -> str:
    bundled = Path(playwright.__file__).parent / "driver" / "node"
    return shutil.which("node") or str(bundled)


def ask(site: Path, questions: list[tuple[str, str]]) -> list[Any]:
    """Answers of `run.mjs`, one for each question."""
    done = subprocess.run(
        [node(), str(HERE / "run.mjs"), str(site)],
        input=json.dumps(questions),
        capture_output=True,
        text=True,
        check=True,
    )
    answers: list[Any] = json.loads(done.stdout)
    return answers


def evaluate(site: Path, queries: Path) -> dict[str, Any]:
    """What `evaluate.mjs` prints."""
    command = [node(), str(HERE / "evaluate.mjs"), str(site), str(queries)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found
