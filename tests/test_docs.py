"""What the documents show is what the program says."""

import re
import subprocess
from pathlib import Path

import pytest

from generator.check import check_catalogue
from generator.findings.text import as_text
from generator.locale import words_of
from tests.conftest import DAY


@pytest.mark.parametrize(
    ("document", "file", "typed", "mistyped"),
    [
        ("README.md", "procedures/ho-tich/1.900104/v001.yml", "state: amount", "state: mien-phi"),
        ("docs/dong-gop.md", "decisions/btp/2026/9205.yml", "version: v004", "version: v005"),
    ],
)
def test_the_findings_shown_are_real(
    catalogue_copy: Path, document: str, file: str, typed: str, mistyped: str
) -> None:
    changed = catalogue_copy / file
    changed.write_text(changed.read_text("utf8").replace(typed, mistyped, 1), "utf8")
    findings = [
        f for f in check_catalogue(catalogue_copy, words_of("vi"), DAY).findings if f.path == file
    ]
    said = "\n".join(as_text(findings[:1], words_of("vi")))
    assert said in Path(document).read_text("utf8")


def test_the_guides_link_to_files_that_exist() -> None:

    for document in [Path("README.md"), *Path("docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text("utf8")):
            assert (document.parent / target).exists(), (document, target)


def test_no_machine_or_registry_is_named() -> None:

    tracked = subprocess.run(["git", "ls-files"], capture_output=True, text=True, check=True)
    hosts = re.compile("py" + "pi\\.org|pythonhos" + "ted|npm" + "js\\.|/ro" + "ot/")
    for name in tracked.stdout.splitlines():
        if not name.endswith(".png"):
            assert not hosts.search(Path(name).read_text("utf8", errors="replace")), name
