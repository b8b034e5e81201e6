"""Does the desk find what `niemyet check` finds? The same catalogues, checked by both.

The sample, the broken catalogue of the tests as far as it is text, the wrong example of every rule
and every planted mistake (with two seeds); each list of findings is compared, place and text. The
desk's program runs under Node, as it runs in the worker of the page. Rules on whole sets of sheets
are left out: a draft is checked among the records that it names, so they are asked of CI.

Usage: python -m benchmarks.desk_parity DESK, the folder `soan-thao` of a built site
"""

import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.search.__main__ import node
from generator.check import check_catalogue
from generator.findings.json import as_plain
from generator.law.rules import posting
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
ON_SETS = {rule.code for rule in posting.ON_SETS}
"""What only a whole catalogue decides."""
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


class ScratchCatalogue:
    """A copy of the text files of a catalogue, of which some are changed and put back."""

    def __init__(self, name: str, folder: Path) -> None:
        self.root = folder / f"scratch-{name}"
        self.texts = texts_of_catalogue(CATALOGUES[name])
        self.write(dict(self.texts))

    def write(self, changed: Change) -> None:
        """Write files, or remove them."""
        for path, text in changed.items():
            file = self.root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                file.unlink(missing_ok=True)
            else:
                file.write_bytes(text.encode())

    def put_back(self, changed: Change) -> None:
        """Undo what was changed; no empty folder stays."""
        self.write({path: self.texts.get(path) for path in changed})
        for path in changed.keys() - self.texts.keys():
            for folder in (self.root / path).parents:
                if folder == self.root or any(folder.iterdir()):
                    break
                folder.rmdir()

    def find_changes(self) -> Change:
        """What differs from the catalogue that this is a copy of."""
        now = texts_of_catalogue(self.root)
        gone: Change = dict.fromkeys(self.texts.keys() - now.keys())
        return gone | {path: text for path, text in now.items() if self.texts.get(path) != text}


def all_cases(folder: Path) -> Iterator[ParityCase]:
    """Every case; `folder` is for copies of catalogues in which mistakes are planted."""
    yield from (ParityCase(name, name, {}) for name in ("sample", "broken"))
    yield from example_cases(list(examples()), folder)
    for seed in SEEDS:
        yield from planted_cases(folder, seed, list(mistakes.MISTAKES))


def example_cases(codes: Iterable[str], folder: Path) -> Iterator[ParityCase]:
    """The wrong examples of rules."""
    scratch = ScratchCatalogue("examples", folder)
    for code in codes:
        apply_edits(scratch.root, examples()[code])
        changed = scratch.find_changes()
        scratch.put_back(changed)
        yield ParityCase(code, "examples", changed)


def planted_cases(folder: Path, seed: int, names: Iterable[str]) -> Iterator[ParityCase]:
    """A case for each mistake that can be planted in the sample."""
    scratch = ScratchCatalogue("sample", folder)
    catalogue = load_catalogue(CATALOGUES["sample"])[0]
    mistakes.LIVING.clear()
    lives = timelines(catalogue).items()
    mistakes.LIVING.update((code, on.version) for code, life in lives if (on := life.on(DAY)))
    for name in names:
        garden = Garden(scratch.root, catalogue, random.Random(f"{seed} {name}"))
        if mistakes.MISTAKES[name](garden):
            changed = scratch.find_changes()
            scratch.put_back(changed)
            yield ParityCase(f"{name}, seed {seed}", "sample", changed)


def findings_of_command(cases: Iterable[ParityCase], folder: Path) -> Iterator[Findings]:
    """What `niemyet check` finds in each case."""
    copies: dict[str, ScratchCatalogue] = {}
    for case in cases:
        if case.catalogue not in copies:
            copies[case.catalogue] = ScratchCatalogue(case.catalogue, folder)
        copy = copies[case.catalogue]
        copy.write(case.changed)
        found = check_catalogue(copy.root, words_of("vi"), DAY).findings
        copy.put_back(case.changed)
        yield [as_plain(one) for one in found if one.code not in ON_SETS]


def findings_of_desk(cases: list[ParityCase], desk: Path) -> list[Findings]:
    """What the program of the desk finds in each case."""
    used = {case.catalogue for case in cases}
    asked = {
        "catalogues": {name: texts_of_catalogue(CATALOGUES[name]) for name in sorted(used)},
        "cases": [{"catalogue": case.catalogue, "changed": case.changed} for case in cases],
        "today": str(DAY),
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
        expected = list(findings_of_command(cases, Path(folder)))
    differing = total = 0
    answers = findings_of_desk(cases, Path(sys.argv[1]))
    for case, wanted, found in zip(cases, expected, answers, strict=True):
        total += len(wanted)
        if found != wanted:
            differing += 1
            print(case.name)
            print("".join(f"  desk only: {one}\n" for one in found if one not in wanted), end="")
            print("".join(f"  command only: {one}\n" for one in wanted if one not in found), end="")
    left_out = " ".join(sorted(ON_SETS))
    print(f"{len(cases)} cases, {total} findings, {differing} cases differ (without {left_out})")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
