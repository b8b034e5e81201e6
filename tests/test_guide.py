"""The guide for legal staff is true: every command in it prints what the guide says it prints."""

import re
import shlex
from pathlib import Path

import pytest

from generator.cli import main
from tests.review.repository import Repository

GUIDE = Path("docs/tung-viec.md")
SECTIONS = re.split(r"(?m)^## ", GUIDE.read_text("utf8"))[1:]
STEP = re.compile(
    r"```console\n(?P<console>.*?)```"
    r"|<!-- sửa (?P<file>\S+)\n(?P<old>.*?)\n→\n(?P<new>.*?)\n-->"
    r"|<!-- xóa (?P<gone>\S+) -->",
    re.DOTALL,
)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda text: text.splitlines()[0])
def test_the_guide_says_what_the_program_prints(
    section: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    repository = Repository.made(tmp_path / "repository")
    monkeypatch.chdir(repository.folder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    for step in STEP.finditer(section):
        if step["console"]:
            for command, said in calls(step["console"]):
                main(shlex.split(command))
                assert_said(capsys.readouterr().out, said)
        elif step["gone"]:
            Path(step["gone"]).unlink()
        else:
            file = Path(step["file"])
            text = file.read_text("utf8")
            assert step["old"] in text
            file.write_text(text.replace(step["old"], step["new"], 1), "utf8")


def calls(console: str) -> list[tuple[str, str]]:
    """The commands of a block, each with what the guide prints under it."""
    parts = re.split(r"(?m)^\$ niemyet ", console)[1:]
    pairs = (part.partition("\n") for part in parts)
    return [(command, said) for command, _, said in pairs]


def assert_said(printed: str, said: str) -> None:
    """The lines of the guide stand in the output, in their order; `…` stands for any lines."""
    place = 0
    for piece in re.split(r"(?m)^…\n", said):
        found = printed.find(piece, place)
        assert found >= 0, f"{piece!r} is not in\n{printed[place:]}"
        place = found + len(piece)


def test_every_intent_has_its_section_and_its_template() -> None:
    names = [section.splitlines()[0] for section in SECTIONS]
    assert names[:5] == ["Sửa đổi, bổ sung", "Công bố mới", "Thay thế", "Bãi bỏ", "Đính chính"]
