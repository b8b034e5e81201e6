"""Write provinces into a catalogue, all or none, and say what could not be placed."""

from collections.abc import Iterable
from pathlib import Path

from generator.findings.finding import Finding
from generator.findings.problem import Severity
from generator.imports.places.convert import Converted, Flaw
from generator.locale import Words
from generator.records.layout import path_of
from generator.records.yaml_writer import to_yaml
from generator.site.publish import swap_in

FOLDER = "places"


def write_places(converted: Converted, catalogue: Path) -> None:
    """Write every province below `catalogue`, whose folder of places must be missing or empty."""
    temporary = catalogue / f".{FOLDER}.new"
    temporary.mkdir(parents=True, exist_ok=True)
    for key, place in converted.places.items():
        path = temporary / Path(path_of("place", key)).name
        path.write_text(to_yaml("place", place), encoding="utf8", newline="\n")
    swap_in(temporary, catalogue / FOLDER)


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
