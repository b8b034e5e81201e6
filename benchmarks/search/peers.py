"""Our search beside its peers: the same procedures, the same questions, one run.

    npm install --prefix build/peers minisearch pagefind lunr
    python -m benchmarks.search.peers SITE QUESTIONS --modules build/peers/node_modules

Prints one table: quality with and without accents, bytes over the network (gzip) before the first
answer, milliseconds of a warm question in Node (Pagefind: in Chromium, with its requests).
"""

import argparse
import json
import subprocess
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.search.__main__ import HERE, evaluate, node
from benchmarks.search.pagefind import measure, write_pages
from benchmarks.search.pages import PageText, procedure_pages
from benchmarks.search.questions import Question, answerable, read_questions


def ours(site: Path, questions: list[Question]) -> dict[str, Any]:
    """The figures of our own engine."""
    found = evaluate(site, questions)
    return {
        **found["all"],
        "without_accents": found["without_accents"]["all"],
        "bytes": found["bytes"]["first"]["p50"],
        "milliseconds": found["milliseconds"],
    }


def in_node(modules: Path, pages: list[PageText], questions: list[Question]) -> dict[str, Any]:
    """The figures of the peers that run in Node."""
    asked = [asdict(question) for question in questions]
    request = {"documents": [asdict(page) for page in pages], "questions": asked}
    done = subprocess.run(
        [
            node(),
            "--max-old-space-size=8000",
            str(HERE / "peers.mjs"),
            str(modules.resolve().parent),
        ],
        input=json.dumps(request),
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def row(name: str, found: dict[str, Any]) -> str:
    """One line of the table."""
    bare = found.get("without_accents", {}).get("hit@5", "–")
    kilobytes = round(found["bytes"] / 1000)
    spent = round(found["milliseconds"]["p50"], 1)
    return f"| {name} | {found['hit@1']} | {found['hit@5']} | {bare} | {kilobytes} | {spent} |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--modules", type=Path, required=True)
    options = parser.parse_args()
    questions = answerable(read_questions(options.questions), options.site)
    pages = list(procedure_pages(options.site))
    found = {"ours": ours(options.site, questions), **in_node(options.modules, pages, questions)}
    with tempfile.TemporaryDirectory() as folder:
        write_pages(pages, Path(folder))
        found["Pagefind"] = measure(options.modules, Path(folder), questions)
    print(f"{len(pages)} procedures, {len(questions)} questions\n")
    print("| engine | hit@1 | hit@5 | hit@5 without accents | kB first question | ms p50 |")
    print("|---|---|---|---|---|---|")
    for name, figures in found.items():
        print(row(name, figures))


if __name__ == "__main__":
    main()
