"""What the YAML of the catalogue says, read with PyYAML alone: nothing of the generator is used."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import yaml

from tests.golden.command import CATALOGUE

Record = dict[str, Any]


def _read(path: str) -> Record:
    record = yaml.safe_load((CATALOGUE / path).read_text("utf8"))
    assert isinstance(record, dict)
    return record


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@cache
def settings() -> Record:
    return _read("catalogue.yml")


@cache
def decisions() -> dict[str, Record]:
    """Every decision by its id."""
    files = (CATALOGUE / "decisions").rglob("*.yml")
    found = [_read(file.relative_to(CATALOGUE).as_posix()) for file in sorted(files)]
    return {decision["id"]: decision for decision in found}


@cache
def procedures() -> dict[str, Record]:
    """The editorial half of every procedure, by its id."""
    files = (CATALOGUE / "procedures").rglob("procedure.yml")
    found = [_read(file.relative_to(CATALOGUE).as_posix()) for file in sorted(files)]
    return {procedure["id"]: procedure for procedure in found}


@cache
def versions() -> dict[tuple[str, str], Record]:
    """Every version, published or not, by procedure and number."""
    files = (CATALOGUE / "procedures").rglob("v[0-9]*.yml")
    found = [_read(file.relative_to(CATALOGUE).as_posix()) for file in sorted(files)]
    return {(version["procedure"], version["version"]): version for version in found}


@cache
def agencies() -> dict[str, Record]:
    return {
        file.stem: _read(f"agencies/{file.name}") for file in (CATALOGUE / "agencies").iterdir()
    }


@dataclass(frozen=True)
class Effect:
    """What one row does to one procedure; `version` is None when the row ends it."""

    decision: str
    row: str
    action: str
    procedure: str
    version: str | None
    effective: date | None
    reported_on: date | None

    @property
    def title(self) -> str:
        """A title that the procedure has in one of its versions; here it never changes."""
        return str(versions()[self.procedure, "v001"]["title"])


def effects(day: date) -> list[Effect]:
    """What the rows signed by a day do and no other row takes back."""
    known = [d for d in decisions().values() if (_day(d["signed"]) or day) <= day]
    rows = [(decision, row) for decision in known for row in decision["rows"]]
    void = {(r["annuls"]["decision"], r["annuls"]["row"]) for _, r in rows if "annuls" in r}
    return [
        Effect(
            decision["id"],
            row["id"],
            row["action"],
            procedure,
            version,
            _day(row.get("effective") or decision["effective"]),
            _reported(decision, row),
        )
        for decision, row in rows
        if (decision["id"], row["id"]) not in void
        for procedure, version in _touched(row)
    ]


def _reported(decision: Record, row: Record) -> date | None:
    """The day on which it became news; none when nobody knows when it could be read."""
    published = _day(decision["listed"] or decision["signed"] or row.get("effective"))
    return published and (_day(decision.get("recorded")) or published)


def _touched(row: Record) -> list[tuple[str, str | None]]:
    match row["action"]:
        case "annul":
            return []
        case "abolish":
            return [(row["procedure"], None)]
        case "replace":
            ended: list[tuple[str, str | None]] = [(code, None) for code in row["replaces"]]
            return ended + [(one["procedure"], one["version"]) for one in row["by"]]
    return [(row["procedure"], row["version"])]


def published() -> set[tuple[str, str]]:
    """The versions that some row brings into force, annulled or not."""
    rows = [row for decision in decisions().values() for row in decision["rows"]]
    return {(code, version) for row in rows for code, version in _touched(row) if version}
