"""Write provinces into a catalogue, all or none, and say what could not be placed."""

import logging
from collections.abc import Iterable
from pathlib import Path

from generator.findings.finding import Finding
from generator.findings.problem import Severity
from generator.imports.places.convert import Converted, Flaw
from generator.locale import Words
from generator.records.layout import path_of
from generator.records.suppression import remove_folder
from generator.records.yaml_writer import to_yaml
from generator.site.publish import marked_name, swap_in

FOLDER = "places"
_log = logging.getLogger(__name__)


def write_places(converted: Converted, catalogue: Path) -> None:
    """Write every province below `catalogue`, whose folder of places must be missing or empty."""
    folder = catalogue / FOLDER
    temporary = marked_name(folder, "new")
    remove_folder(_log, temporary)
    temporary.mkdir(parents=True)
    for key, place in converted.places.items():
        path = temporary / Path(path_of("place", key)).name
        path.write_text(to_yaml("place", place), encoding="utf8", newline="\n")
    if folder.exists():
        folder.rmdir()
    swap_in(temporary, folder)


def findings_of(flaws: Iterable[Flaw], words: Words) -> list[Finding]:
    """A finding for each row that was not taken as it stands."""
    return [_finding(flaw, words) for flaw in flaws]


def _finding(flaw: Flaw, words: Words) -> Finding:
    title, detail, fix = (
        words(f"findings.{flaw.code}.{part}").format_map(flaw.values)
        for part in ("title", "detail", "fix")
    )
    return Finding(
        path=flaw.row.file,
        line=flaw.row.line,
        column=1,
        severity=Severity.WARNING,
        code=flaw.code,
        title=title,
        detail=detail,
        fix=fix,
        field="",
    )
