"""The family of a procedure on its page: where else it is, and what differs there."""

import re
from dataclasses import replace

import pytest

from generator.law.families import Join, JoinRule
from generator.model.edition import Edition
from generator.model.families import Family, FamilyVariant, Office, elsewhere_words
from generator.pages.families import differing, family_link, family_section
from generator.readings.brief import Brief, FeeBrief, TimeBrief
from generator.readings.dossier_counts import DossierCount
from generator.readings.fee_values import FeeState
from generator.readings.time_values import TimeLimit
from generator.records.registers import EditedAnswers

HERE = "thu-tuc/1.000001/index.md"
NATIONAL = FamilyVariant(
    procedure="1.000001",
    code="1.000001",
    title="Tách hộ",
    publisher="bca",
    province="",
    levels=("commune",),
    brief=Brief(TimeBrief((TimeLimit(5, "day"),)), FeeBrief(FeeState.FREE)),
    papers=DossierCount(2, 1, all_needed=True, by_case=False),
    offices=(Office("Công an xã"),),
)
LOCAL = replace(
    NATIONAL,
    procedure="3.000001",
    code=None,
    province="99",
    brief=Brief(TimeBrief((TimeLimit(3, "day"),)), FeeBrief(FeeState.FREE)),
    offices=(),
)


def edition_with(sample: Edition, *variants: FamilyVariant) -> Edition:
    edition = replace(sample)
    family = Family(variants, (Join(variants[-1].procedure, "1.000001", JoinRule.TITLE),))
    edition.__dict__["families"] = {one.procedure: family for one in variants}
    return edition


@pytest.fixture
def shown(sample: Edition) -> str:
    return family_section("1.000001", edition_with(sample, NATIONAL, LOCAL), HERE).html


def test_only_what_differs_has_a_column_and_the_unknown_is_said(shown: str) -> None:
    assert re.findall(r'<th scope="col">([^<]+)', shown) == ["Nơi, cấp", "Thời hạn", "Nộp tại"]
    assert re.findall(r'<td data-label="[^"]+">([^<]+)', shown) == [
        *("5 ngày", "Công an xã"),
        *("3 ngày", "chưa rõ"),
    ]
    assert "Không khác nhau: phí, lệ phí, giấy tờ." in shown


def test_this_procedure_comes_first_and_the_others_are_links(shown: str, sample: Edition) -> None:
    assert shown.index("(đang xem)") < shown.index('href="../3.000001/"')
    other = edition_with(sample, NATIONAL, LOCAL)
    turned = family_section("3.000001", other, "thu-tuc/3.000001/index.md").html
    assert turned.index("(đang xem)") < turned.index('href="../1.000001/"')


def test_what_an_editor_says_stands_in_place_of_what_was_read(sample: Edition) -> None:
    said = replace(LOCAL, edited=EditedAnswers(time="Ngay trong ngày"))
    shown = family_section("1.000001", edition_with(sample, NATIONAL, said), HERE).html
    assert "Ngay trong ngày" in shown
    assert "3 ngày" not in shown


def test_two_of_one_place_and_level_are_told_apart_by_their_codes(sample: Edition) -> None:
    twin = replace(NATIONAL, procedure="1.000002", code="1.000002")
    shown = family_section("1.000001", edition_with(sample, NATIONAL, twin), HERE).html
    assert "· 1.000001</span>" in shown
    assert "· 1.000002</a>" in shown


def test_a_line_says_at_how_many_places_it_is(sample: Edition) -> None:
    edition = edition_with(sample, NATIONAL, LOCAL)
    assert 'href="#noi-khac"' in family_link("1.000001", edition).html
    assert elsewhere_words(edition.families["1.000001"], edition.words) == "còn ở 1 nơi, cấp khác ▸"
    third = replace(LOCAL, procedure="3.000002", province="98")
    many = edition_with(sample, NATIONAL, LOCAL, third).families["1.000001"]
    assert elsewhere_words(many, edition.words) == "ở 2 tỉnh, thành phố ▸"


def test_a_procedure_without_kin_has_neither(sample: Edition) -> None:
    assert not family_link("1.001193", sample).html
    assert not family_section("1.001193", sample, HERE).html


def test_a_limit_that_some_cases_prolong_is_no_choice_of_two(sample: Edition) -> None:
    base = TimeLimit(3, "working_day")
    longer = Brief(TimeBrief((base, replace(base, then=TimeLimit(10, "day")))))
    edition = edition_with(sample, NATIONAL, replace(LOCAL, brief=longer))
    said = "3 ngày làm việc, có trường hợp thêm 10 ngày"
    assert said in family_section("1.000001", edition, HERE).html


def test_places_differ_in_time_or_in_fee(sample: Edition) -> None:
    edition = edition_with(sample, NATIONAL, LOCAL)
    assert differing(edition.families["1.000001"], edition) == (True, False)
