"""What a built site says of days that its own records do not know."""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NO_DAYS = re.compile(r"1970-?01-?01|\b0001-01-01|01/01/0?0?0?1\b|hiệu lực từ chưa rõ")
_PARTS_OF_NO_DAYS = ("1970", "0001-01-01", "01/01/0", "01/01/1", "hiệu lực từ chưa rõ")
"""No match is without one of these; they are found faster than the expression."""
NEVER_BOUND = ("annulled", "draft")
SURE = ("in_force", "ending", "waiting")
_TEXTS = (".html", ".xml", ".json", ".ics", ".csv", ".md")
_UNDATED_LISTS = ("moi", "sap-hieu-luc", "het-hieu-luc", "so-lieu")
"""Lists that have no day to ask for."""


def statements(site: Path) -> list[str]:
    """Every statement about a day that is not known, by the file that makes it."""
    procedures = [json.loads(f.read_text("utf8")) for f in site.glob("api/v1/procedures/*.json")]
    undated = {
        one["id"]
        for one in procedures
        if all("start" in version.get("unknown", {}) for version in one["versions"])
    }
    found = [
        *_in_api(procedures),
        *_on_pages(site, undated),
        *_in_lists(site, undated),
        *_in_tables(site, procedures, undated),
        *_in_feeds(site),
        *_in_search(site),
        *_anywhere(site),
    ]
    return sorted(found)


def _in_api(procedures: list[dict[str, Any]]) -> Iterator[str]:
    for one in procedures:
        for version in one["versions"]:
            unknown = version.get("unknown", {})
            if version["start"] or version["status"] in NEVER_BOUND:
                continue
            if "start" not in unknown or version["status"] in SURE:
                yield f"api {one['id']} {version['version']}: {version['status']}"
        for event in one["decisions"]:
            if event["effective"] is None and "effective" not in event.get("unknown", {}):
                yield f"api {one['id']}: a row without a day and without a reason"


def _on_pages(site: Path, undated: set[str]) -> Iterator[str]:
    for code in undated:
        for page in site.glob(f"thu-tuc/{code}/**/index.html"):
            text = page.read_text("utf8")
            if "Đang có hiệu lực" in text:
                yield f"{page.relative_to(site)}: in force"
            for element in re.findall(r"<li[^>]*data-start=[^>]*>", text):
                if 'data-sure="never"' not in element:
                    yield f"{page.relative_to(site)}: a version for every day"


def _in_lists(site: Path, undated: set[str]) -> Iterator[str]:
    for file in site.rglob("list.json"):
        name = file.relative_to(site).as_posix()
        if name.startswith(_UNDATED_LISTS):
            continue
        for row in json.loads(file.read_text("utf8")):
            path = row["address"].split("/")
            if path[0] == "thu-tuc" and path[1] in undated and row.get("sure") != "never":
                yield f"{name}: {row['address']} on every day"


def _in_tables(site: Path, procedures: list[dict[str, Any]], undated: set[str]) -> Iterator[str]:
    for row in _rows(site / "so-lieu/thu-tuc.csv"):
        if row["procedure"] in undated and row["status"] in SURE:
            yield f"thu-tuc.csv: {row['procedure']} {row['status']}"
    committed = {
        one["id"]
        for one in procedures
        for version in one["versions"]
        for channel in version["channels"].get("items", [])
        if channel.get("committed_time")
    }
    for row in _rows(site / "so-lieu/thoi-han.csv"):
        if row["procedure"] not in committed and (row["promised"] or row["cut_percent"]):
            yield f"thoi-han.csv: a cut of {row['procedure']} without a commitment"


def _rows(file: Path) -> list[dict[str, str]]:
    found = csv.DictReader(file.read_text("utf-8-sig").splitlines())
    return [{head: cell.removeprefix("'") for head, cell in row.items()} for row in found]


def _in_feeds(site: Path) -> Iterator[str]:
    decisions = [json.loads(f.read_text("utf8")) for f in site.glob("api/v1/decisions/**/*.json")]
    days = {
        one.get(key)
        for decision in decisions
        for one in (decision, *decision["rows"])
        for key in ("signed", "listed", "effective", "recorded")
    }
    for file in (*site.rglob("feed.xml"), *site.rglob("feed.json"), site / "lich.ics"):
        text = file.read_text("utf8")
        entries = text.partition("<entry>")[2] if file.suffix == ".xml" else text
        said = re.findall(r"<updated>([-\d]{10})|\"date_published\":\"([-\d]{10})", entries)
        said += re.findall(r"DTSTART;VALUE=DATE:()(\d{8})", text)
        for one in filter(None, (day for pair in said for day in pair)):
            day = one if "-" in one else f"{one[:4]}-{one[4:6]}-{one[6:]}"
            if day not in days:
                yield f"{file.relative_to(site)}: {day}"


def _in_search(site: Path) -> Iterator[str]:
    for file in site.glob("search/cards/*.json"):
        spans = json.loads(file.read_text("utf8"))["columns"]["in_force"]["values"]
        for start, *rest in (span for every in spans for span in every):
            if not start and "?" not in rest:
                yield f"{file.name}: bound since for ever"


def _anywhere(site: Path) -> Iterator[str]:
    known = any(row["cut_percent"] for row in _rows(site / "so-lieu/thoi-han.csv"))
    for file in site.rglob("*"):
        name = file.relative_to(site).as_posix()
        if file.suffix not in _TEXTS or name.startswith(("assets/", "search/")):
            continue
        text = file.read_text("utf8")
        if any(part in text for part in _PARTS_OF_NO_DAYS):
            yield from (f"{name}: {no_day}" for no_day in NO_DAYS.findall(text))
        if not known and "cắt 0 %" in text:
            yield f"{name}: a cut of nothing"
