"""Feeds, the calendar, changes by year, and CSV."""

import csv
import io
import json
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from generator.exports.csv_text import JoinKey, to_csv
from generator.exports.feeds import feeds
from generator.exports.icalendar import Occasion, calendar
from generator.exports.tables import figure_rows
from generator.model.edition import Edition
from tests.conftest import edition_of

ATOM = "{http://www.w3.org/2005/Atom}"


def entries(feed: Path) -> list[ElementTree.Element]:
    return ElementTree.parse(feed).getroot().findall(f"{ATOM}entry")


def test_everything_has_its_feed(sample: Edition, sample_site: Path) -> None:
    pages = ["", *(f"thu-tuc/{code}" for code in sample.entries)]
    pages += [f"linh-vuc/{key}" for key, found in sample.by_field.items() if found]
    pages += [f"co-quan/{key}" for key in sample.catalogue.agencies]
    for page in pages:
        titles = [one.findtext(f"{ATOM}title") for one in entries(sample_site / page / "feed.xml")]
        told = json.loads((sample_site / page / "feed.json").read_bytes())
        assert [item["title"] for item in told["items"]] == titles
        assert told["version"] == "https://jsonfeed.org/version/1.1"


def test_a_feed_tells_what_was_done_when_and_by_which_decision(sample_site: Path) -> None:
    latest, *_, first = entries(sample_site / "thu-tuc/1.001193/feed.xml")
    assert latest.findtext(f"{ATOM}title") == "Sửa đổi, bổ sung: Đăng ký khai sinh"
    assert "9205/QĐ-BTP" in (latest.findtext(f"{ATOM}summary") or "")
    assert "01/01/2027" in (latest.findtext(f"{ATOM}summary") or "")
    assert first.findtext(f"{ATOM}title") == "Công bố: Đăng ký khai sinh"
    address = latest.find(f"{ATOM}link")
    assert address is not None
    assert address.get("href") == "https://tthc.example.org/thu-tuc/1.001193/v004/"


def test_entries_are_named_for_ever_and_once(sample_site: Path) -> None:
    named = [one.findtext(f"{ATOM}id") for one in entries(sample_site / "feed.xml")]
    assert len(named) == len(set(named)) > 40


def test_an_annulled_row_is_no_news(sample_site: Path) -> None:
    assert entries(sample_site / "thu-tuc/3.901401/feed.xml") == []


def test_changes_by_year_are_all_the_changes(sample: Edition, sample_site: Path) -> None:
    index = json.loads((sample_site / "api/v1/changes.json").read_bytes())
    found = [json.loads((sample_site / year["file"]).read_bytes()) for year in index["years"]]
    assert [len(changes) for changes in found] == [year["count"] for year in index["years"]]
    rows = {
        (event.decision.id, event.row.id, code)
        for code, timeline in sample.timelines.items()
        if code in sample.entries
        for event in timeline.events
        if sample.annulled_by(event.reference) is None
    }
    assert sum(map(len, found)) == len(rows)
    for changes in found:
        for change in changes:
            assert (sample_site / change["address"] / "index.html").is_file()


def test_the_calendar_holds_days_to_come(sample_site: Path) -> None:
    text = (sample_site / "lich.ics").read_bytes()
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))
    unfolded = text.decode().replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20270101" in unfolded
    assert "SUMMARY:Sửa đổi\\, bổ sung: Đăng ký khai sinh" in unfolded
    assert unfolded.count("BEGIN:VEVENT") == unfolded.count("END:VEVENT") > 3


def test_text_cannot_break_out_of_a_calendar() -> None:
    evil = "a;b,c\\d\nEND:VCALENDAR"
    day = date(2026, 1, 1)
    text = calendar("x", [Occasion("k", day, day, evil, evil, "https://example.org/")]).decode()
    assert "SUMMARY:a\\;b\\,c\\\\d\\nEND:VCALENDAR\r\n" in text
    assert text.count("\r\nEND:VCALENDAR\r\n") == 1


def test_a_code_a_day_and_an_hour_stay_text_in_a_spreadsheet() -> None:
    texts = ["1.900110", "1.004880", "05/02/2026", "15:00", "1e5", "60/2014/QH13", "v001", "12a"]
    text = to_csv(("a",), [[one] for one in [*texts, 1.5, date(2026, 2, 5)]])
    cells = [row[0] for row in csv.reader(io.StringIO(text.decode("utf-8-sig")))][1:]
    assert cells[:5] == [f"'{one}" for one in texts[:5]]
    assert cells[5:] == [*texts[5:], "1.5", "2026-02-05"]


def test_a_code_to_join_by_stands_as_it_is_and_is_no_formula() -> None:
    text = to_csv(("a",), [[JoinKey("1.900110")], [JoinKey("=1.900110")]])
    cells = [row[0] for row in csv.reader(io.StringIO(text.decode("utf-8-sig")))]
    assert cells == ["a", "1.900110", "'=1.900110"]


def test_tables_join_to_the_index_by_code_and_by_address(
    sample: Edition, sample_site: Path
) -> None:
    listed = json.loads((sample_site / "api/v1/index.json").read_bytes())["procedures"]
    index = {one["id"]: one for one in listed}
    table = dict(figure_rows(sample))["so-lieu/thu-tuc.csv"].decode("utf-8-sig")
    for row in csv.DictReader(io.StringIO(table)):
        assert row["address"] == index[row["procedure"]]["address"]
        assert row["agency_name"] == sample.agency_name(row["agency"])


def test_what_reaches_the_catalogue_late_is_news_of_that_day(catalogue_copy: Path) -> None:
    old = catalogue_copy / "decisions/btp/2024/9003.yml"
    text = old.read_text("utf8").replace('recorded: "2024-05-16"', 'recorded: "2026-11-20"')
    old.write_text(text, "utf8")
    edition = edition_of(catalogue_copy)
    late = [one for one in edition.latest_news() if one.decision == "btp/2024/9003"]
    assert edition.latest_news()[: len(late)] == late
    content = dict(feeds(edition))
    feed = ElementTree.fromstring(content["feed.xml"])
    assert feed.findtext(f"{ATOM}updated") == "2026-11-20T00:00:00+07:00"
    years = {
        one["year"]: one["file"] for one in json.loads(content["api/v1/changes.json"])["years"]
    }
    assert {
        one["told"] for one in json.loads(content[years[2026]]) if one["number"] == "9003/QĐ-BTP"
    } == {"2026-11-20"}


def test_no_cell_is_a_formula() -> None:
    text = to_csv(("a",), [["=1+1"], ["@x"], ["-2"], ["+3"], ["\t="], ["fine"], [4]])
    cells = [row[0] for row in csv.reader(io.StringIO(text.decode("utf-8-sig")))]
    assert cells == ["a", "'=1+1", "'@x", "'-2", "'+3", "'\t=", "fine", "4"]
