"""The Dockerfile is sound: linted by hadolint, installs the wheel, and runs as a user."""

import re
import subprocess
import sysconfig
from pathlib import Path

import pytest

LINES = re.sub(r"\\\n\s*", "", Path("Dockerfile").read_text("utf8")).splitlines()
INSTRUCTIONS = [line.split(maxsplit=1) for line in LINES if line and not line.startswith("#")]


def of(name: str) -> list[str]:
    return [rest for instruction, rest in INSTRUCTIONS if instruction == name]


def test_hadolint_finds_nothing() -> None:
    command = [f"{sysconfig.get_path('scripts')}/hadolint", "--failure-threshold", "info"]
    done = subprocess.run([*command, "Dockerfile"], capture_output=True, encoding="utf8")
    assert (done.returncode, done.stdout) == (0, "")


def test_hadolint_would_find_something(tmp_path: Path) -> None:
    wrong = tmp_path / "Dockerfile"
    wrong.write_text("FROM python\nRUN apt-get install git\n", "utf8")
    command = [f"{sysconfig.get_path('scripts')}/hadolint", str(wrong)]
    assert subprocess.run(command, capture_output=True).returncode == 1


def test_the_command_is_run_by_a_user_in_the_folder_that_is_mounted() -> None:
    assert of("ENTRYPOINT") == ['["niemyet"]']
    assert of("USER") == ["1000"]
    assert of("WORKDIR")[-1] == "/work"
    last = [name for name, _ in INSTRUCTIONS]
    assert last.index("USER") > len(last) - 1 - last[::-1].index("RUN")


def test_no_registry_is_named() -> None:
    for image in of("FROM"):
        assert re.fullmatch(r"python:3\.\d+-slim( AS build)?", image)
    assert not re.search(r"https?://|--index-url|--extra-index", "\n".join(LINES))


@pytest.mark.parametrize("copied", of("COPY"))
def test_what_is_copied_exists_and_is_not_ignored(copied: str) -> None:
    if copied.startswith("--from"):
        return
    allowed = {
        line[1:] for line in Path(".dockerignore").read_text("utf8").split() if line[0] == "!"
    }
    for source in copied.split()[:-1]:
        assert Path(source).exists()
        assert source.partition("/")[0] in allowed
