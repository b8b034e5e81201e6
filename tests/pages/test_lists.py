"""Which procedures a list shows on which day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.law.intervals import within
from generator.model.edition import Edition
from generator.pages.listing import Item, Listing
from generator.pages.lists import WAYS


def lists(name: str, edition: Edition) -> list[Listing]:
    way = WAYS[name]
    return [way.listed(key, edition) for key in way.keys(edition)]


def on(item: Item, day: date) -> bool:
    return (item.start or date.min) <= day and (item.end is None or day < item.end)


@pytest.mark.parametrize("day", [date(2024, 3, 1), date(2025, 1, 1), date(2026, 8, 1)])
def test_a_list_of_a_day_holds_what_bound_on_it(sample: Edition, day: date) -> None:
    shown = {
        item.path.split("/")[1]
        for made in lists("fields", sample)
        for item in made.items
        if on(item, day)
    }
    assert shown == {code for code, life in sample.timelines.items() if life.on(day)}
    assert "3.901401" not in shown
    known = {
        item.path.split("/")[1]
        for made in lists("fields", sample)
        for item in made.items
        if item.certain and within(item.certain, day)
    }
    assert known == {
        code for code, life in sample.timelines.items() if (now := life.on(day)) and now.binds(day)
    }


def test_what_has_ended_stands_after_what_binds(sample: Edition) -> None:
    ending = WAYS["fields"].listed("ho-kinh-doanh", sample)
    assert "Sắp hết hiệu lực" in {item.status for item in ending.items}
    for made in lists("levels", sample):
        over = [
            sample.entries[item.path.split("/")[1]].status.over for item in made.items if item.shown
        ]
        assert over == sorted(over)


def test_an_agency_works_on_its_last_day(sample: Edition) -> None:
    agencies = dict(sample.catalogue.agencies)
    last = date(2025, 6, 30)
    agencies["bgtvt"] = replace(agencies["bgtvt"], valid_to=last)
    edition = replace(sample, catalogue=replace(sample.catalogue, agencies=agencies))
    (every,) = (one for one in WAYS["agencies"].index(edition) if isinstance(one, Listing))
    (item,) = (one for one in every.items if one.path == "co-quan/bgtvt/index.md")
    assert on(item, last)
    assert not on(item, last + timedelta(days=1))
