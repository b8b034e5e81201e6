"""How well the search of a built site answers.

    python -m benchmarks.search SITE QUESTIONS [--half tuning|unseen] [--codes sample] [--ablation]

Prints tables: quality by kind of question, with and without accents; with each part of the ranking
switched off; bytes over the network (gzip) and milliseconds. `--json` prints the figures instead.
"""

import argparse
import json
import shutil
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.search.questions import Question, answerable, read_questions

HERE = Path(__file__).parent
COLUMNS = ("questions", "hit@1", "hit@5", "hit@10", "mrr")


def node() -> str:
    """The Node that is installed, or the one that comes with Playwright."""
    found = shutil.which("node")
    if found:
        return found
    import playwright

    return str(Path(playwright.__file__).parent / "driver" / "node")


def evaluate(site: Path, questions: list[Question], ablation: bool = False) -> dict[str, Any]:
    """What `evaluate.mjs` prints."""
    asked = [asdict(question) for question in questions]
    request = {"site": str(site.resolve()), "questions": asked, "ablation": ablation}
    done = subprocess.run(
        [node(), str(HERE / "evaluate.mjs")],
        input=json.dumps(request),
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def table(title: str, rows: dict[str, dict[str, float]]) -> str:
    """A Markdown table of qualities."""
    lines = [f"| {title} | {' | '.join(COLUMNS)} |", f"|---|{'---|' * len(COLUMNS)}"]
    for name, row in rows.items():
        lines.append(f"| {name} | {' | '.join(str(row[column]) for column in COLUMNS)} |")
    return "\n".join(lines)


def main() -> None:
    """Evaluate and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--half", default="", choices=("", "tuning", "unseen"))
    parser.add_argument("--codes", default="codes", choices=("codes", "sample"))
    parser.add_argument("--ablation", action="store_true")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    every = read_questions(options.questions, options.half, options.codes)
    asked = answerable(every, options.site)
    print(f"{len(asked)} of {len(every)} questions have an answer in this site", file=sys.stderr)
    found = evaluate(options.site, asked, options.ablation)
    if options.json:
        print(json.dumps(found, indent=2))
        return
    kinds = {key: found[key] for key in found if key in found["without_accents"]}
    print(table("as asked", kinds), "\n")
    print(table("accents taken away", found["without_accents"]), "\n")
    if options.ablation:
        print(table("without", found["without"]), "\n")
    for name in ("first_three_equal", "bytes", "milliseconds"):
        print(f"{name}: {json.dumps(found[name])}")


if __name__ == "__main__":
    main()
