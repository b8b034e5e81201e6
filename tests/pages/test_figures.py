"""The figures of reform, counted a second time straight from the YAML of the catalogue."""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model import statistics
from generator.model.decision_counts import count_decisions, repeated_decisions
from generator.model.edition import Edition
from generator.model.statistics import decisions_per_month, drifts
from generator.pages.figures import figures_page
from generator.pages.page import Page
from generator.pages.register import register
from generator.records.decision import Figure
from tests.conftest import DAY, SAMPLE, edition_of

Record = dict[str, Any]


def load(path: Path) -> Record:
    record: Record = yaml.safe_load(path.read_text("utf8"))
    return record


def as_day(value: object) -> date | None:
    return date.fromisoformat(str(value)) if value else None


@pytest.fixture(scope="module")
def living() -> dict[str, Record]:
    """Code → the version in force, from the rows of decisions alone."""
    return in_force(DAY)


def in_force(day: date) -> dict[str, Record]:
    decisions = [load(path) for path in SAMPLE.glob("decisions/*/*/*.yml")]
    annulled = {
        (row["annuls"]["decision"], row["annuls"]["row"])
        for decision in decisions
        for row in decision["rows"]
        if row.get("annuls")
    }
    events: list[tuple[date, date, str, str | None]] = []
    for decision in decisions:
        signed = as_day(decision.get("signed")) or date.min
        if signed > DAY:
            continue
        for row in decision["rows"]:
            if (decision["id"], row["id"]) in annulled:
                continue
            effective = as_day(row.get("effective") or decision.get("effective")) or date.min
            events += [(signed, effective, code, None) for code in ended_by(row)]
            events += [(signed, effective, *begun) for begun in begun_by(row)]
    ordered = sorted(events, key=lambda event: (event[0], event[1], event[3] or ""))
    current = {code: name for _, effective, code, name in ordered if effective <= day}
    return {code: version_of(code, name) for code, name in current.items() if name}


def ended_by(row: Record) -> list[str]:
    return [row["procedure"]] if row["action"] == "abolish" else row.get("replaces", [])


def begun_by(row: Record) -> list[tuple[str, str]]:
    if row.get("procedure") and row.get("version"):
        return [(row["procedure"], row["version"])]
    return [(target["procedure"], target["version"]) for target in row.get("by", [])]


def version_of(code: str, name: str) -> Record:
    (path,) = SAMPLE.glob(f"procedures/*/{code}/{name}.yml")
    return load(path)


def table_after(html: str, name: str) -> list[list[str]]:
    """The cells of the first table after the chart called `name`."""
    part = html.partition(f'id="{name}-t"')[2] or html.partition(f'id="{name}"')[2]
    body = re.search(r"<tbody>(.*?)</tbody>", part, re.DOTALL)
    assert body, name
    rows = re.findall(r"<tr>(.*?)</tr>", body[1], re.DOTALL)
    return [
        [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row)]
        for row in rows
    ]


@pytest.fixture(scope="module")
def page(sample_site: Path) -> str:
    return (sample_site / "so-lieu/index.html").read_text("utf8")


def test_procedures_by_level_and_online(page: str, living: dict[str, Record]) -> None:
    levels = Counter(level for v in living.values() for level in v["levels"].get("items", []))
    names = {"central": "Trung ương", "province": "Cấp tỉnh", "commune": "Cấp xã"}
    assert dict(table_after(page, "cap")) == {names[k]: str(n) for k, n in levels.items()}
    online = Counter(version["online"]["level"] for version in living.values())
    shown = [int(count) for _, count in table_after(page, "truc-tuyen")]
    assert sorted(shown) == sorted(online.values())


def test_procedures_by_field(page: str, living: dict[str, Record]) -> None:
    fields = {f["id"]: f["name"] for f in load(SAMPLE / "fields.yml")["fields"]}
    counted = Counter(
        fields[path.parent.parent.name]
        for code in living
        for path in SAMPLE.glob(f"procedures/*/{code}/procedure.yml")
    )
    assert {name: int(count) for name, count in table_after(page, "linh-vuc")} == counted


def undated() -> set[str]:
    """The procedures that a row without a day of effect is about."""
    decisions = [load(path) for path in SAMPLE.glob("decisions/*/*/*.yml")]
    rows = [(decision, row) for decision in decisions for row in decision["rows"]]
    without = [row for one, row in rows if not (row.get("effective") or one.get("effective"))]
    return {code for row in without for code, _ in begun_by(row)}


def test_procedures_over_time_are_those_known_to_bind(page: str) -> None:
    left_out = undated()
    assert left_out
    for moment, *counts in table_after(page, "truc-tuyen-theo-thoi-gian"):
        day = date(*map(int, reversed(moment.split("/"))))
        assert sum(map(int, counts)) == len(in_force(day).keys() - left_out), moment


def test_no_series_and_no_table_stands_without_data(sample: Edition) -> None:
    """Of decisions without any day no series is drawn, no month and no lateness is counted."""
    nothing = {
        key: replace(
            decision,
            **dict.fromkeys(("signed", "listed", "effective", "recorded")),
            rows=tuple(replace(row, effective=None) for row in decision.rows),
        )
        for key, decision in sample.catalogue.decisions.items()
    }
    page = figures_page(replace(sample, catalogue=replace(sample.catalogue, decisions=nothing)))
    said = page.body.markdown
    assert "nguồn không ghi ngày có hiệu lực, trừ các số theo thời gian" in said
    for anchor in ("theo-thoi-gian", "quyet-dinh-theo-thang", "cham"):
        assert f'id="{anchor}' not in said


def test_decisions_per_month(page: str) -> None:
    signed = [as_day(load(path).get("signed")) for path in SAMPLE.glob("decisions/*/*/*.yml")]
    counted = Counter(f"{day.month:02}/{day.year}" for day in signed if day)
    shown = {month: int(count) for month, count in table_after(page, "quyet-dinh-theo-thang")}
    assert len(shown) == 24
    assert {month: n for month, n in shown.items() if n} == {
        month: n for month, n in counted.items() if month in shown
    }


@pytest.mark.parametrize(
    ("signed", "listed", "months"),
    [
        ((date(2026, 3, 2), date(2026, 5, 9)), None, ["2026-03", "2026-04", "2026-05"]),
        ((date(2026, 5, 9),), date(2026, 6, 1), ["2026-05", "2026-06"]),
        ((date(2026, 5, 9),), date(2027, 1, 1), ["2026-05"]),
        ((), date(2026, 6, 1), []),
    ],
)
def test_months_go_no_further_than_what_is_known(
    sample: Edition, signed: Sequence[date], listed: date | None, months: Sequence[str]
) -> None:
    """A zero after the newest decision would say that none was signed."""
    one = next(iter(sample.catalogue.decisions.values()))
    days = [*signed] or [None]
    found = {
        str(day): replace(one, id=str(day), signed=day, listed=listed, recorded=None)
        for day in days
    }
    edition = replace(sample, catalogue=replace(sample.catalogue, decisions=found))
    assert [month for month, _ in decisions_per_month(edition)] == months


def test_a_decision_of_no_day_is_not_counted_beside_its_number_with_one(sample: Edition) -> None:
    dated = next(one for one in sample.catalogue.decisions.values() if one.signed)
    again = replace(dated, id=f"{dated.agency}/khong-ro/them", signed=None)
    other = replace(again, id=f"{dated.agency}/khong-ro/khac", number_normalised="9999/QĐ-KHAC")
    known = {**sample.catalogue.decisions, again.id: again, other.id: other}
    edition = replace(sample, catalogue=replace(sample.catalogue, decisions=known))
    assert repeated_decisions(edition) == {again.id: dated.id}
    before, after = map(count_decisions, (sample, edition))
    assert (after.records, after.decisions) == (before.records + 2, before.decisions + 1)
    assert (after.undated_records, after.undated) == (
        before.undated_records + 2,
        before.undated + 1,
    )


def test_lists_of_decisions_say_why_figures_count_fewer(sample: Edition) -> None:
    dated = next(one for one in sample.catalogue.decisions.values() if one.signed)
    again = replace(dated, id=f"{dated.agency}/khong-ro/them", signed=None)
    known = {**sample.catalogue.decisions, again.id: again}
    edition = replace(sample, catalogue=replace(sample.catalogue, decisions=known))
    before, after = (
        next(page.body.markdown for page in register(one) if isinstance(page, Page))
        for one in (sample, edition)
    )
    count = len(sample.catalogue.decisions)
    assert "bản ghi của" not in before
    assert f"{count + 1} bản ghi của {count} quyết định: 1 bản ghi không rõ ngày ký" in after


def limits(version: Record) -> tuple[float, float, bool] | None:
    """(allowed, promised or 0, in working time) of the longest channel of a version."""
    known = [
        (allowed[0], promised[0] if promised else 0, allowed[1])
        for channel in version["channels"].get("items", [])
        if (allowed := length(channel["time"]))
        for promised in [length(channel.get("committed_time") or NOT_RECORDED)]
    ]
    return max(known, default=None)


NOT_RECORDED: Record = {"value": None, "unit": "day"}


def length(limit: Record) -> tuple[float, bool] | None:
    factors = {
        "hour": (1, True),
        "working_day": (8, True),
        "day": (1, False),
        "month": (30, False),
        "year": (365, False),
    }
    if not limit["value"] or limit["unit"] not in factors:
        return None
    factor, working = factors[limit["unit"]]
    return limit["value"] * factor, working


def test_the_cut_in_the_three_ways(page: str, living: dict[str, Record]) -> None:
    every = [known for version in living.values() if (known := limits(version))]
    found = [(allowed, promised, kind) for allowed, promised, kind in every if promised]
    assert 0 < len(found) < len(every)
    assert f"mức cắt giảm của {len(every) - len(found)} thủ tục" in page
    part = page.partition('id="thoi-han"')[2]
    rows = table_after(f'id="thoi-han"{part}', "thoi-han")
    for row, working in zip(rows, (False, True), strict=True):
        group = [(a, p) for a, p, counted in found if counted == working]
        rates = [1 - p / a for a, p in group]
        weighted = 1 - sum(p for _, p in group) / sum(a for a, _ in group)
        share = sum(rate > 0 for rate in rates) / len(rates)
        wanted = [sum(rates) / len(rates), weighted, share]
        assert int(row[1]) == len(group)
        shown = [float(cell.replace(" %", "").replace(",", ".")) for cell in row[2:]]
        assert shown == pytest.approx([100 * value for value in wanted], abs=0.051)


@pytest.mark.parametrize(("chart", "working"), [("thoi-han-c", False), ("thoi-han-w", True)])
def test_how_long_limits_are(
    page: str, living: dict[str, Record], chart: str, working: bool
) -> None:
    hours = 8 if working else 1
    known = [known for version in living.values() if (known := limits(version))]
    found = [(a / hours, p / hours) for a, p, counted in known if counted == working]
    ends = [0, 1, 5, 10, 20, 30, 60, float("inf")]
    for row, low, high in zip(table_after(page, chart), ends, ends[1:], strict=False):
        assert int(row[1]) == sum(low < allowed <= high for allowed, _ in found), row
        if len(row) > 2:
            assert int(row[2]) == sum(low < promised <= high for _, promised in found), row
        else:
            assert not any(promised for _, promised in found)


def test_the_rows_behind_the_cut_are_published(
    sample_site: Path, living: dict[str, Record]
) -> None:
    text = (sample_site / "so-lieu/thoi-han.csv").read_text("utf-8-sig")
    every = list(csv.DictReader(text.splitlines()))
    counted = [row for row in every if row["status"] == "counted"]
    rows = {row["procedure"].removeprefix("'"): row for row in counted}
    assert {row["procedure"].removeprefix("'") for row in every} == living.keys()
    wanted = {code: known for code, version in living.items() if (known := limits(version))}
    assert rows.keys() == wanted.keys()
    for code, (allowed, promised, _) in wanted.items():
        assert float(rows[code]["allowed"]) == allowed
        assert (
            rows[code]["promised"] == (f"{promised:g}" if promised else "")
            or float(rows[code]["promised"]) == promised
        )
        assert (rows[code]["cut_percent"] == "") is (promised == 0)


def test_fees(page: str, living: dict[str, Record]) -> None:
    shown = sum(int(count) for _, count in table_after(page, "phi-le-phi"))
    assert shown == len(living)
    charged = sum(
        any(
            fee["state"] == "amount"
            for channel in version["channels"].get("items", [])
            for fee in channel["fees"].get("items", [])
        )
        for version in living.values()
    )
    assert dict(table_after(page, "phi-le-phi"))["Có thu"] == str(charged)


def test_drift_names_the_parts_in_which_texts_of_one_title_differ(catalogue_copy: Path) -> None:
    """The sample's two extracts differ by level alone until one of them is given more time."""
    assert drifts(edition_of(catalogue_copy)) == []
    (file,) = catalogue_copy.glob("procedures/*/2.900108/v001.yml")
    text = file.read_text("utf8")
    file.write_text(re.sub(r"(time:\n\s+value: )\d+", r"\g<1>9", text), "utf8")
    (drift,) = drifts(edition_of(catalogue_copy))
    assert drift.procedures == ("2.900107", "2.900108")
    assert drift.parts == ("time",)


def test_coverage_and_freshness_of_each_agency(page: str, living: dict[str, Record]) -> None:
    names = {p.stem: load(p)["name"] for p in SAMPLE.glob("agencies/*.yml")}
    publishers = Counter(
        names[load(path)["agency"]]
        for code in living
        for path in SAMPLE.glob(f"procedures/*/{code}/procedure.yml")
    )
    shown = {row[0]: int(row[1]) for row in table_after(page, "co-quan-cong-bo")}
    assert shown == publishers


def test_lateness_counts_working_days(page: str) -> None:
    known = [
        load(path)
        for path in SAMPLE.glob("decisions/*/*/*.yml")
        if load(path).get("signed") and load(path).get("listed")
    ]
    assert f"Trong {len(known)} quyết định biết cả hạn và ngày công khai" in page


def test_a_cut_that_a_decision_states_is_shown_with_its_number_and_day(sample: Edition) -> None:
    stated = Figure(method="mean_of_rates", percent=38, text="cắt trên 38%")
    decisions = dict(sample.catalogue.decisions)
    decisions["btp/2026/9201"] = replace(decisions["btp/2026/9201"], figures=(stated,))
    edition = replace(sample, catalogue=replace(sample.catalogue, decisions=decisions))
    page = figures_page(edition)
    (row,) = (line for line in re.findall(r"<tr>.*?</tr>", page.body.markdown) if "38 %" in line)
    for said in ("9201/QĐ-BTP", "05/02/2026", "trung bình các tỷ lệ"):
        assert said in row


def test_home_and_figures_count_what_is_not_answered_alike(sample: Edition) -> None:
    unanswered = statistics.count_unanswered(sample)
    rows = statistics.coverage(sample)
    total = len(statistics.living(sample))
    states = statistics.fee_states(sample)
    assert (states["not_stated"], sum(states.values())) == (unanswered["fee"], total)
    assert total - sum(row.with_fees for row in rows) == unanswered["fee"]
    assert total - sum(row.with_time for row in rows) == unanswered["time"]
