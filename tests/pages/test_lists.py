"""Which procedures a list shows on which day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator import addresses
from generator.law.intervals import within
from generator.law.title_objects import opening_words
from generator.law.titles import vietnamese_order
from generator.model.brief_words import time_words
from generator.model.edition import Edition
from generator.model.families import Family, FamilyVariant
from generator.model.summaries import VersionSummary
from generator.pages.agency_lists import BY_AGENCY
from generator.pages.changes import change_lists, effect_in_words
from generator.pages.list_lines import Item
from generator.pages.listing import Listing, listing_pages
from generator.pages.lists import WAYS
from generator.pages.register import _item as decision_item
from generator.pages.register import register
from generator.pages.summary_lists import listing_of
from generator.pages.version_body import VersionBody
from generator.readings.brief_values import Brief, TimeBrief
from generator.readings.dossier_counts import DossierCount
from generator.readings.time_values import TimeLimit
from generator.records.stated import AgencyPart
from tests.conftest import DAY


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


def test_a_list_says_the_time_that_the_first_screen_says(sample: Edition) -> None:
    compared = 0
    for entry in sample.entries.values():
        time = entry.summary.brief.time
        if time is None or len(time.limits) > 1:
            continue
        said = time_words(replace(time, added=(), is_read=False), sample.words)
        body = VersionBody(entry.version, entry.procedure, sample)
        shown = body.first_screen(addresses.procedure(entry.code)).html
        quoted = any(one.value.text in shown for one in body.read.times.quotes)
        assert said in shown or (time.is_read and quoted), entry.code
        compared += 1
    assert compared > 20


def test_an_entry_has_its_level_first_and_its_code_last(sample: Edition) -> None:
    for made in lists("fields", sample):
        for item in made.items:
            code = item.path.split("/")[1]
            assert item.about[-1] == (sample.catalogue.procedures[code].code or "chưa có mã")
            about = item.about[bool(item.province) :]
            assert about[0].startswith(("Trung ương", "Cấp")) or not item.levels


def test_letters_follow_the_alphabet_and_what_is_none_stands_last() -> None:
    order = sorted(
        ["đ", "0", "e", "d", "z", "a"], key=lambda key: (key == "0", vietnamese_order(key))
    )
    assert order == ["a", "d", "đ", "e", "z", "0"]


def test_a_long_letter_names_its_pages_by_their_first_object(sample: Edition) -> None:
    longest = max(lists("letters", sample), key=lambda made: len(made.items))
    short = replace(longest, page_size=2)
    page, *_ = listing_pages(short, sample)
    first = next(item for item in short.items if item.shown)
    assert f'<strong aria-current="page">1: {opening_words(first.title)}</strong>' in page.body.html


def test_a_counter_that_no_procedure_names_lists_what_its_level_has(sample: Edition) -> None:
    """Else its page says that 32 are to be posted, and then counts none."""
    key = "ttpvhcc-xa-song-trong"
    assert not sample.by_agency.get(key)
    listed = BY_AGENCY.listed(key, sample)
    assert [one.path for one in listed.items] == [
        addresses.procedure(one.procedure) for one in sample.own_posting_groups[key]
    ]
    current = sum(one.current for one in sample.own_posting_groups[key])
    assert current == sample.posting_coverage[key].count


def test_a_decision_of_2026_cannot_have_been_signed_in_2019(sample: Edition) -> None:
    decision = next(iter(sample.catalogue.decisions.values()))
    item = decision_item(replace(decision, id="bo-tu-phap/2026/44", signed=None), sample)
    assert (item.start, item.certain) == (date(2026, 1, 1), None)
    item = decision_item(replace(decision, id="bo-tu-phap/khong-ro/44", signed=None), sample)
    assert (item.start, item.certain) == (None, None)


def test_a_source_that_knows_no_ends_has_no_list_of_what_ended(sample: Edition) -> None:
    binding = {
        code: tuple(one for one in versions if not one.over)
        for code, versions in sample.summaries.items()
    }
    silent = replace(sample)
    vars(silent).update(news={}, summaries=binding)
    assert addresses.ENDED in {made.path for made in change_lists(sample)}
    assert addresses.ENDED not in {made.path for made in change_lists(silent)}


def test_a_change_says_which_day_of_its_decision_is_known(sample: Edition) -> None:
    change = sample.latest_news()[0]
    said = {
        effect_in_words(
            replace(change, effective=None, published_on=day, listed=listed), sample.words
        )
        for day, listed in ((DAY, True), (DAY, False), (None, False))
    }
    assert said == {"công khai ngày 22/11/2026", "ký ngày 22/11/2026", "hiệu lực từ ngày chưa rõ"}


def test_what_is_news_knows_whether_its_decision_was_made_public(sample: Edition) -> None:
    for change in sample.latest_news():
        decision = sample.catalogue.decisions[change.decision]
        day = decision.listed if change.listed else decision.signed or change.effective
        assert change.published_on == day
    assert {change.listed for change in sample.latest_news()} == {True, False}


def test_the_list_of_changes_says_how_many_have_no_day(sample: Edition) -> None:
    first, *others = sample.latest_news()
    edition = replace(sample)
    unknown = replace(first, effective=None, published_on=None, listed=False, reported_on=None)
    vars(edition).update(news={"x": (unknown, *others)})
    (said,) = (one for one in change_lists(edition) if one.path == addresses.CHANGES)
    assert "Không kể 1 thay đổi mà nguồn không ghi ngày nào." in said.intro.html
    (known,) = (one for one in change_lists(sample) if one.path == addresses.CHANGES)
    assert "Không kể" not in known.intro.html


def test_the_list_of_a_year_tells_of_decisions_that_may_be_of_it(sample: Edition) -> None:
    one = next(iter(sample.catalogue.decisions.values()))
    undated = replace(one, id=f"{one.agency}/khong-ro/them", signed=None)
    decisions = {**sample.catalogue.decisions, undated.id: undated}
    edition = replace(sample, catalogue=replace(sample.catalogue, decisions=decisions))
    said = "Không kể 1 quyết định chưa rõ năm"
    lists = [page for page in register(edition) if isinstance(page, Listing)]
    assert any(said in page.intro.markdown for page in lists)
    lists = [page for page in register(sample) if isinstance(page, Listing)]
    assert not any(said in page.intro.markdown for page in lists)


def test_a_line_of_several_provinces_gives_the_time_of_none(sample: Edition) -> None:
    code = "3.901301"
    summary = sample.entries[code].summary
    variants = [_variant(code, summary, days) for days in (7, 9)]
    variants[1] = replace(variants[1], procedure="3.000009", province="98")
    edition = replace(sample)
    edition.__dict__["families"] = {code: Family(tuple(variants), ())}
    (item,) = listing_of("x/index.md", "", ("fields", ""), [summary], edition).items
    assert "thời hạn tùy nơi" in item.varies
    assert not {"thời hạn tùy nơi", "thời hạn, phí tùy nơi"} & set(item.about)
    shown = next(iter(listing_pages(Listing("x/index.md", "", [item]), edition))).body.html
    assert "thời hạn tùy nơi" in shown


def _variant(code: str, summary: VersionSummary, days: int) -> FamilyVariant:
    brief = Brief(TimeBrief((TimeLimit(days, "day"),)), summary.brief.fee)
    count = DossierCount(1, 0, all_needed=True, by_case=False)
    return FamilyVariant(code, code, "", "", "99", (), brief, count, ())


@pytest.mark.parametrize(
    ("publisher", "agency", "shown"),
    [
        ("Bộ Y tế", "Sở An toàn thực phẩm thành phố Hồ Chí Minh", False),
        ("Bộ Y tế", "Sở Y tế", True),
        ("Bộ Y tế", "Cục An toàn thực phẩm", True),
        ("Ủy ban nhân dân Thành phố Hồ Chí Minh", "Sở Y tế thành phố Hồ Chí Minh", True),
        ("Không rõ", "Sở Y tế thành phố Hồ Chí Minh", True),
    ],
)
def test_a_list_gives_no_procedure_of_the_country_to_a_body_of_one_province(
    sample: Edition, publisher: str, agency: str, shown: bool
) -> None:
    summary = sample.entries["1.001193"].summary
    named = replace(summary, executing=AgencyPart(text=agency))
    known = sample.catalogue.procedures["1.001193"]
    office = replace(sample.catalogue.agencies[known.agency], name=publisher, place=None)
    agencies = {**sample.catalogue.agencies, known.agency: office}
    edition = replace(sample, catalogue=replace(sample.catalogue, agencies=agencies))
    item = listing_of("x/index.md", "", ("fields", "y/index.md"), [named], edition).items[0]
    assert (agency in item.about) is shown
    assert (agency in item.key) is shown
