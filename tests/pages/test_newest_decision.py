"""On which day the law is read, and up to which day decisions are known, are said apart."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.exports.json_api import index_json
from generator.law.intervals import Status
from generator.law.timeline import Timeline
from generator.model.edition import Edition
from generator.model.newest_decision import by_known_decisions, days_known, newest_decision
from generator.pages.figures import figures_page
from generator.pages.front import home_page
from generator.pages.validity import validity
from generator.records.absent import AbsentProcedure
from generator.records.catalogue import Catalogue
from generator.site.tasks import navigation
from tests.conftest import DAY
from tests.site.crawl import read

LATER = date(2027, 3, 15)


def until(catalogue: Catalogue, last: date | None) -> Catalogue:
    """The catalogue, none of its decisions signed after a day; without one, none says when."""
    decisions = {
        key: replace(one, signed=min(one.signed, last) if one.signed and last else None)
        for key, one in catalogue.decisions.items()
    }
    return replace(catalogue, decisions=decisions)


def test_the_day_of_a_build_is_not_the_day_of_its_newest_decision(sample: Edition) -> None:
    known = until(sample.catalogue, date(2026, 7, 17))
    edition = Edition(known, LATER, sample.words)
    said = "Xét hiệu lực vào ngày 15/03/2027; quyết định mới nhất trong kho ký ngày 17/07/2026"
    assert days_known(edition) == said
    assert f"{said}." in home_page(edition, navigation(edition)).body.markdown
    assert f"{said}." in figures_page(edition).body.markdown
    index = json.loads(index_json(edition)[1])
    assert (index["as_of"], index["newest_decision"]) == ("2027-03-15", "2026-07-17")


def test_a_catalogue_whose_decisions_have_no_day_says_so(sample: Edition) -> None:
    edition = Edition(until(sample.catalogue, None), DAY, sample.words)
    assert days_known(edition).endswith("; không quyết định nào trong kho ghi ngày ký")
    index = json.loads(index_json(edition)[1])
    assert index["newest_decision"] is None
    assert index["unknown"]["newest_decision"]


def test_the_newest_is_that_of_dated_decisions_where_some_have_no_day(sample: Edition) -> None:
    decisions = dict(sample.catalogue.decisions)
    undated = replace(next(iter(decisions.values())), id="khong-ngay", signed=None)
    known = replace(sample.catalogue, decisions={**decisions, undated.id: undated})
    edition, newest = Edition(known, DAY, sample.words), newest_decision(sample)
    assert newest == newest_decision(edition)
    assert newest is not None
    said = f"mới nhất trong các quyết định ghi ngày ký: ngày {sample.words.day(newest)}"
    assert days_known(edition).endswith(f"; {said}")
    assert by_known_decisions("Tờ này", edition).endswith(f"({said})")


@pytest.mark.parametrize("status", [Status.PUBLISHED, Status.UNCERTAIN])
def test_a_paper_that_nothing_newer_is_held_of_says_up_to_when_decisions_are_known(
    sample: Edition, status: Status, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry, newest = sample.entries["1.001193"], newest_decision(sample)
    monkeypatch.setattr(Timeline, "version_status", lambda *_: status)
    assert newest is not None
    said = validity(entry, entry.version, sample).sentence
    assert sample.words.day(newest) in said


def test_a_decision_signed_after_the_day_is_not_the_newest(sample: Edition) -> None:
    newest = newest_decision(sample)
    assert newest is not None
    before = Edition(sample.catalogue, newest - timedelta(days=1), sample.words)
    assert (newest_decision(before) or newest) < newest


def test_every_frame_says_both(sample_site: Path, sample: Edition) -> None:
    said = f"{days_known(sample)}."
    for page in ("", "thu-tuc/1.001193/", "t/1.001193/3/"):
        assert said in read(sample_site, f"http://site/{page}").text, page


def test_totals_are_those_of_what_is_held_here_and_say_what_is_known_to_be_missing(
    sample: Edition,
) -> None:
    lost = AbsentProcedure(id="chua-co-ma-nuoi-ong", title="Nuôi ong")
    held = next(iter(sample.entries.values()))
    known = {one.id: one for one in (lost, AbsentProcedure(id=held.code, title=held.title))}
    incomplete = replace(sample, catalogue=replace(sample.catalogue, absent=known))
    before, after = (home_page(one, navigation(one)).body.markdown for one in (sample, incomplete))
    assert "Trong kho này có" in before
    assert "còn thiếu" not in before
    assert "đã biết còn thiếu 1 thủ tục" in after
