"""What the documents show is what the program says."""

import re
import subprocess
from pathlib import Path

import msgspec
import pytest
import yaml

from generator.check import check_catalogue
from generator.findings.text import as_text
from generator.locale import words_of
from generator.pages.formatting import channel_time_line
from generator.records.schema import validate
from generator.records.stated import ChannelTime
from tests.conftest import DAY, SAMPLE


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


def test_the_time_limit_shown_is_one_and_is_said_as_the_guide_says() -> None:
    guide = Path("docs/dong-gop.md").read_text("utf8")
    section = guide.partition("## Thời hạn")[2].partition("\n## ")[0]
    written = section.partition("```yaml\n")[2].partition("```")[0]
    time = msgspec.convert(yaml.safe_load(written)["time"], ChannelTime)
    folded = " ".join(section.split())
    assert f"Trang web nói “{channel_time_line(time, words_of('vi'))}”" in folded
    version = yaml.safe_load((SAMPLE / "procedures/ho-tich/1.900104/v001.yml").read_text("utf8"))
    version["channels"]["items"][0]["time"] = yaml.safe_load(written)["time"]
    assert not list(validate("version", version, "v001.yml"))


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
