"""What binds on a day, and whose it is, counted from the YAML files alone."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

ROLES = ("receiving", "executing", "deciding")
Record = dict[str, Any]


def load(path: Path) -> Record:
    found: Record = yaml.load(path.read_text("utf8"), Loader=yaml.CSafeLoader)
    return found


def binding(catalogue: Path, day: date) -> dict[str, str]:
    """The version that binds, or may, of each procedure on a day."""
    decisions = [load(path) for path in sorted(catalogue.glob("decisions/*/*/*.yml"))]
    annulled = {
        (row["annuls"]["decision"], row["annuls"]["row"])
        for decision in decisions
        for row in decision["rows"]
        if row["action"] == "annul"
    }
    found: dict[str, str] = {}
    for decision in sorted(decisions, key=lambda one: one["signed"] or ""):
        for row in decision["rows"]:
            effective = row.get("effective", decision["effective"])
            start = effective or decision["signed"] or ""
            if (decision["id"], row["id"]) in annulled or start > day.isoformat():
                continue
            for code in row.get("replaces", ()):
                found.pop(code, None)
            found |= {one["procedure"]: one["version"] for one in row.get("by", ())}
            if row["action"] == "abolish":
                found.pop(row["procedure"], None)
            elif row.get("version"):
                found[row["procedure"]] = row["version"]
    return found


def versions(catalogue: Path, bound: dict[str, str]) -> dict[str, Record]:
    """Those versions, by procedure."""
    folders = {path.name: path for path in catalogue.glob("procedures/*/*")}
    return {code: load(folders[code] / f"{number}.yml") for code, number in bound.items()}


def named(version: Record) -> set[str]:
    """The agencies that receive, execute or decide."""
    roles = version["agencies"]
    parts = [part for role in ROLES for part in (roles.get(role) or {}).get("items") or ()]
    return {part["agency"] for part in parts if part.get("agency")}


def levels(version: Record) -> set[str]:
    return set((version.get("levels") or {}).get("items") or ())


def province_of_publisher(publisher: Record, provinces: Mapping[str, str]) -> str:
    """The id of the province of a publisher by its record, else by its name; "" for none."""
    place: str = (publisher.get("place") or "").partition("/")[0]
    name = publisher.get("name", "")
    ends = (key for key, one in provinces.items() if re.search(rf"(tỉnh|thành phố) {one}$", name))
    return place or next(ends, "")


def answers_for(catalogue: Path, office: str, day: date) -> tuple[set[str], str | None]:
    """The agencies whose parts are an office's own, and the level whose counter it is or has."""
    records = [load(path) for path in catalogue.glob("agencies/*.yml")]
    own = next(one for one in records if one["id"] == office)
    counters = [
        one
        for one in records
        if one["kind"] == "counter"
        and one["parent"] == office
        and one.get("valid_to", "9") > str(day)
    ]
    if own["kind"] == "counter":
        counters.append(own)
    served = {office, *(one["id"] for one in counters)}
    if own["kind"] == "counter":
        served.add(own["parent"])
    below = {one["level"] for one in counters} - {"central"}
    return served, next(iter(below), None)
