"""Whatever is asked wrongly is answered in Vietnamese: no Python, no English, no system's words."""

import re
import shutil
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import SAMPLE

Capture = pytest.CaptureFixture[str]
FOREIGN = re.compile(
    r"Errno|Error\b|Traceback|fatal:|No such|\bNone\b|\bTrue\b|\bFalse\b|<class"
    r"|\b(?:invalid|expected|required|argument|choose|usage|missing|denied|cannot|unknown)\b"
)
WRONG = (
    (),
    ("zzz",),
    ("--lang", "fr"),
    ("check", "--as-of", "x"),
    ("check", "--as-of", "31/02/2026"),
    ("check", "--jobs", "0"),
    ("check", "--jobs", "x"),
    ("check", "--format", "x"),
    ("check", "--severity", "x"),
    ("check", "--base", "nope"),
    ("check", "--nope"),
    ("check", "--catalogue", "nope"),
    ("check", "nope.yml"),
    ("fmt", "nope.yml"),
    ("show",),
    ("show", "9.999999"),
    ("show", "1.900104", "--as-of", "x"),
    ("build", "--as-of", "x"),
    ("serve", "--port", "x"),
    ("explain", "ZZ999"),
    ("diff", "nope"),
    ("verify",),
    ("verify", "nope"),
    ("gaps", "--limit", "x"),
    ("gaps", "--into", "nope/a.html", "--format", "html"),
    ("offline", "--site", "nope"),
    ("federate",),
    ("compress", "--site", "nope"),
    ("completion", "x"),
    ("init",),
    ("init", "a", "--level", "x"),
    ("import",),
    ("import", "portal"),
    ("import", "portal", "nope", "--into", "out"),
    ("import", "places", "nope", "--into", "catalogue"),
    ("assign-code",),
    ("new",),
    ("new", "row"),
    ("new", "version"),
    ("new", "version", "1.900104", "--action", "x"),
    ("new", "procedure", "A"),
    ("new", "decision", "btp", "1", "--signed", "x", "--effective", "y"),
    ("new", "agency", "a", "b", "--level", "x"),
    ("new", "document", "1/2"),
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a catalogue; nothing that is refused writes into it."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(SAMPLE, folder / "catalogue")
    return folder


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_the_answer_is_in_vietnamese(
    arguments: tuple[str, ...],
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Capture,
) -> None:
    monkeypatch.chdir(project)
    try:
        status = main(arguments)
    except SystemExit as stopped:
        status = int(stopped.code or 0)
    said = capsys.readouterr()
    assert status == 2, said
    assert said.err.strip()
    assert FOREIGN.findall(said.out + said.err) == [], said.err


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("in", "post"), ("Niêm-yết", "post"), ("nhap", "import"), ("chek", "check")],
)
def test_a_verb_in_vietnamese_or_misspelt_is_answered_with_the_one_meant(
    typed: str, meant: str, capsys: Capture
) -> None:
    with pytest.raises(SystemExit):
        main([typed])
    assert f"Có phải bạn muốn gõ: {meant}\n" in capsys.readouterr().err
