"""The desk finds what `niemyet check` finds: the same findings, places and words.

A part of the cases; `make desk-parity` runs all of them.
"""

from pathlib import Path

import pytest

from benchmarks.desk_parity import (
    ParityCase,
    example_cases,
    findings_of_command,
    findings_of_desk,
    planted_cases,
)
from generator.law.rules.examples import examples
from tests.mutations.mistakes import MISTAKES

TABS = "id: bca\nname:\tBộ Công an\nkind: agency\n"


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> list[ParityCase]:
    folder = tmp_path_factory.mktemp("parity")
    tabs = ParityCase("a tab after a colon", "sample", {"agencies/bca.yml": TABS})
    return [
        *(ParityCase(name, name, {}) for name in ("sample", "broken")),
        tabs,
        *example_cases(list(examples())[::12], folder),
        *planted_cases(folder, 7, list(MISTAKES)[::16]),
    ]


def test_the_desk_finds_what_the_command_finds(
    cases: list[ParityCase], desk_program: Path, tmp_path: Path
) -> None:
    assert len(cases) > 30
    answers = findings_of_desk(cases, desk_program)
    for case, found, wanted in zip(
        cases, answers, findings_of_command(cases, tmp_path), strict=True
    ):
        assert found == wanted, case.name
