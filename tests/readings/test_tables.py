"""The tables behind the readers of bodies and places: complete, and one meaning for a word."""

import re
from datetime import date

from generator.law.tables import (
    body_words,
    ended_bodies,
    filing_words,
    one_stop,
    provinces,
    sectors,
)
from generator.readings.lowered import lowered, province_named


def test_the_34_provinces_of_today_took_in_the_63_of_before() -> None:
    today = [province.name for province in provinces()]
    merged = [name for province in provinces() for name in province.merged]
    assert len(set(today)) == 34
    assert len(set(merged)) == len(merged)
    assert len(set(today) | set(merged)) == 63
    assert sum(province.kind == "city" for province in provinces()) == 7


def test_every_name_of_a_province_leads_to_the_one_of_today() -> None:
    for province in provinces():
        for name in (province.name, *province.merged, *province.spellings):
            named = province_named(f"tỉnh {lowered(name)}")
            assert named is not None
            assert named.province is province


def test_no_code_stands_for_two_provinces() -> None:
    codes = [province.code for province in provinces() if province.code]
    assert len(set(codes)) == len(codes)


def test_no_short_form_stands_for_two_sectors() -> None:
    forms = [lowered(form) for sector in sectors() for form in (sector.name, *sector.short)]
    assert len(set(forms)) == len(forms)


def test_every_pattern_of_a_list_compiles() -> None:
    words = body_words()
    patterns = [
        *(words.one_stop + words.alone + words.units + words.weak + words.stops + words.kept),
        *(pattern for found in filing_words().values() for pattern in found),
    ]
    for pattern in patterns:
        re.compile(pattern)


def test_what_ended_names_a_day_of_2025_and_a_body_or_a_level() -> None:
    for body in ended_bodies():
        assert date(2025, 1, 1) <= body.since <= date(2025, 7, 1)
        assert body.name or body.level or body.written
        assert bool(body.written) == bool(body.marks)


def test_the_one_stop_rule_holds_since_the_two_tiers() -> None:
    assert one_stop().since == date(2025, 7, 1)
