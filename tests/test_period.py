"""The report of two days: it balances, agrees with the page of figures, and is read as printed."""

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.cli import main
from generator.law.timeline import as_signed
from generator.model import statistics
from generator.model.edition import Edition
from generator.model.period import PeriodReport, report_period
from generator.pages.period.cells import count_tables
from generator.records.stated import Source
from tests.site.crawl import Document

START, END = date(2025, 12, 31), date(2026, 11, 22)


@pytest.fixture(scope="module")
def editions(sample: Edition) -> tuple[Edition, Edition]:
    before, after = (
        Edition(as_signed(sample.catalogue, day), day, sample.words) for day in (START, END)
    )
    return before, after


@pytest.fixture(scope="module")
def report(editions: tuple[Edition, Edition]) -> PeriodReport:
    return report_period(*editions)


def test_totals_are_those_of_the_page_of_figures(
    editions: tuple[Edition, Edition], report: PeriodReport
) -> None:
    stocks = [len(statistics.living(edition)) for edition in editions]
    assert [report.total.before, report.total.after] == stocks
    assert sum(line.after for line in report.by_field) == report.total.after
    by_level = statistics.count_by(statistics.living(editions[1]), lambda one: one.levels)
    assert {line.key: line.after for line in report.by_level if line.after} == by_level


def test_every_line_balances(report: PeriodReport) -> None:
    lines = (report.total, *report.by_field, *report.by_level, *report.by_agency)
    for line in lines:
        came, went = line.new + line.untold + line.moved, line.replaced + line.abolished
        assert line.before + came - went == line.after
    assert report.total.moved == 0


def test_what_happened_is_named_with_its_decision(report: PeriodReport) -> None:
    found = {(c.procedure, c.kind): c.event.decision.number for c in report.changes if c.event}
    assert found["1.001193", "amended"] == "9201/QĐ-BTP"
    assert found["1.900301", "replaced"] == "9202/QĐ-BCA-C06"
    assert found["1.900304", "new"] == "9202/QĐ-BCA-C06"
    assert len(found) == len(report.changes)


def test_a_row_of_an_export_is_not_called_new(sample: Edition) -> None:
    decisions = {
        key: replace(one, source=Source(system="portal"))
        if one.number == "9202/QĐ-BCA-C06"
        else one
        for key, one in sample.catalogue.decisions.items()
    }
    catalogue = replace(sample.catalogue, decisions=decisions)
    before, after = (Edition(as_signed(catalogue, day), day, sample.words) for day in (START, END))
    report = report_period(before, after)
    kinds = {change.procedure: change.kind for change in report.changes}
    assert kinds["1.900304"] == "untold"
    assert report.total.untold > 0
    assert report.total.moved == 0
    heads = next(count_tables(report, after)).heads
    assert after.words("period.column.untold") in heads


def test_a_period_before_the_first_day_of_a_catalogue_is_empty(sample: Edition) -> None:
    early = [
        Edition(as_signed(sample.catalogue, day), day, sample.words)
        for day in (date(1999, 1, 1), date(2000, 1, 1))
    ]
    assert report_period(*early).total.after == 0


def test_every_format_has_vietnamese_headings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["report", "--as-of", str(START), "--and", str(END)]
    assert main([*asked, "--format", "csv", "--into", str(tmp_path / "a.csv")]) == 0
    table = list(csv.reader(io.StringIO((tmp_path / "a.csv").read_text("utf-8-sig"))))
    assert table[0][:4] == ["Cách tính", "Tên", "Đầu kỳ", "Mới"]
    assert ["Theo lĩnh vực", "Căn cước", "3", "2", "0", "3", "0", "0", "2"] in table
    capsys.readouterr()
    assert main([*asked, "--format", "html"]) == 0
    page = Document(capsys.readouterr().out)
    assert "Thủ tục được thay thế" in page.text
    assert main(["report", "--as-of", str(END), "--and", str(START)]) == 2
    assert "31/12/2025" in capsys.readouterr().err
