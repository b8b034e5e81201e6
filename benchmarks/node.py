"""Scripts of the browser under Node: questions in, answers out, as JSON."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.search.__main__ import node


def ask_script(script: Path, site: Path, questions: Sequence[Any]) -> list[Any]:
    """The answers of a script about a site, one for each question."""
    done = subprocess.run(
        [node(), str(script), str(site)],
        input=json.dumps(questions),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answers: list[Any] = json.loads(done.stdout)
    return answers
