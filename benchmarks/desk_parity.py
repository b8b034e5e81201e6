"""Does the desk find what `niemyet check` finds? The same catalogues, checked by both.

The sample, the broken catalogue of the tests as far as it is text, the wrong example of every rule
and every planted mistake (with two seeds); each list of findings is compared, place and text. The
desk's program runs under Node, as it runs in the worker of the page.

Usage: python -m benchmarks.desk_parity DESK, the folder `soan-thao` of a built site
"""

import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.search.__main__ import node
from generator.check import check_catalogue
from generator.findings.json import as_plain
from generator.law.rules.examples import DAY, apply_edits, base, examples
from generator.law.timeline import timelines
from generator.locale import words_of
from generator.records.layout import is_meant_as_yaml
from generator.records.tree import load_catalogue
from tests.mutations import mistakes
from tests.mutations.planting import Garden

PROJECT = Path(__file__).resolve().parent.parent
CATALOGUES = {
    "sample": PROJECT / "catalogue",
    "broken": PROJECT / "tests" / "fixtures" / "broken",
    "examples": base(),
}
SEEDS = (7, 11)
Texts = dict[str, str]
Change = dict[str, str | None]
Findings = list[dict[str, Any]]


@dataclass(frozen=True)
class ParityCase:
    """A catalogue with what is changed in it, None for a file that is removed."""

    name: str
    catalogue: str
    changed: Change


def texts_of_catalogue(root: Path) -> Texts:
    """The files of a catalogue that are text, by their paths."""
    found: Texts = {}
    for file in sorted(root.rglob("*")):
        if file.is_file() and not file.is_symlink() and is_meant_as_yaml(file.name):
            try:
                found[file.relative_to(root).as_posix()] = file.read_bytes().decode()
            except UnicodeDecodeError:
                continue
    return found


def all_cases(folder: Path) -> Iterator[ParityCase]:
    """Every case; `folder` is for copies of catalogues in which mistakes are planted."""
    yield from (ParityCase(name, name, {}) for name in ("sample", "broken"))
    for code in examples():
        yield example_case(code, folder)
    for seed in SEEDS:
        yield from planted_cases(folder, seed, list(mistakes.MISTAKES))


def example_case(code: str, folder: Path) -> ParityCase:
    """The wrong example of a rule."""
    copy = folder / code
    shutil.copytree(CATALOGUES["examples"], copy)
    apply_edits(copy, examples()[code])
    return ParityCase(code, "examples", _changed("examples", copy))


def planted_cases(folder: Path, seed: int, names: Iterable[str]) -> Iterator[ParityCase]:
    """A case for each mistake that can be planted in the sample."""
    catalogue = load_catalogue(CATALOGUES["sample"])[0]
    mistakes.LIVING.clear()
    lives = timelines(catalogue).items()
    mistakes.LIVING.update((code, on.version) for code, life in lives if (on := life.on(DAY)))
    for number, name in enumerate(names):
        copy = folder / f"{seed}-{number}"
        shutil.copytree(CATALOGUES["sample"], copy)
        if mistakes.MISTAKES[name](Garden(copy, catalogue, random.Random(f"{seed} {name}"))):
            yield ParityCase(f"{name}, seed {seed}", "sample", _changed("sample", copy))
        shutil.rmtree(copy)


def _changed(catalogue: str, copy: Path) -> Change:
    before, after = texts_of_catalogue(CATALOGUES[catalogue]), texts_of_catalogue(copy)
    gone: Change = dict.fromkeys(before.keys() - after.keys())
    return gone | {path: text for path, text in after.items() if before.get(path) != text}


def findings_of_command(case: ParityCase, day: date = DAY) -> Findings:
    """What `niemyet check` finds."""
    texts: Change = {**texts_of_catalogue(CATALOGUES[case.catalogue]), **case.changed}
    with tempfile.TemporaryDirectory() as folder:
        for path, text in texts.items():
            file = Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            if text is not None:
                file.write_bytes(text.encode())
        return [
            as_plain(one) for one in check_catalogue(Path(folder), words_of("vi"), day).findings
        ]


def findings_of_desk(cases: list[ParityCase], desk: Path, day: date = DAY) -> list[Findings]:
    """What the program of the desk finds in each case."""
    used = {case.catalogue for case in cases}
    asked = {
        "catalogues": {name: texts_of_catalogue(CATALOGUES[name]) for name in sorted(used)},
        "cases": [{"catalogue": case.catalogue, "changed": case.changed} for case in cases],
        "today": str(day),
        "lang": "vi",
    }
    script = PROJECT / "tests" / "desk" / "check_under_node.mjs"
    command = [node(), str(script), str(desk.resolve())]
    done = subprocess.run(
        command, input=json.dumps(asked), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2_000:])
    answers: list[Findings] = json.loads(done.stdout)
    return [[_as_command(one) for one in answer] for answer in answers]


def _as_command(finding: dict[str, Any]) -> dict[str, Any]:
    """A finding without what only the page shows."""
    only_page = ("pointer", "page", "about", "own")
    return {key: value for key, value in finding.items() if key not in only_page}


def main() -> int:
    """Print the cases in which the two differ, and how many there are; exits 1 when any does."""
    with tempfile.TemporaryDirectory() as folder:
        cases = list(all_cases(Path(folder)))
    differing = total = 0
    for case, found in zip(cases, findings_of_desk(cases, Path(sys.argv[1])), strict=True):
        wanted = findings_of_command(case)
        total += len(wanted)
        if found != wanted:
            differing += 1
            print(case.name)
            print("".join(f"  desk only: {one}\n" for one in found if one not in wanted), end="")
            print("".join(f"  command only: {one}\n" for one in wanted if one not in found), end="")
    print(f"{len(cases)} cases, {total} findings, {differing} cases differ")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
