"""Run the browser's engine under Node."""

from pathlib import Path
from typing import Any

from benchmarks.node import ask_script

HERE = Path(__file__).parent


def ask(site: Path, questions: list[tuple[str, Any]]) -> list[Any]:
    """Answers of `run.mjs`, one for each question."""
    return ask_script(HERE / "run.mjs", site, questions)
