"""Agencies as an authority file: one body counts once, whatever form of its name is recorded."""

from dataclasses import replace
from datetime import date

import pytest

from generator import addresses
from generator.law.text import fold_text
from generator.model.authorities import aliases_of, authorities_of
from generator.model.edition import Edition
from generator.model.statistics import coverage
from generator.pages.agency import agency_facts
from generator.pages.lists import WAYS
from generator.records.registers import Agency

DAY = date(2026, 11, 28)


def agency(key: str, name: str, **values: object) -> Agency:
    return Agency(id=key, name=name, kind="agency", level="central", **values)  # type: ignore[arg-type]  # any key of a record


def with_acronym(sample: Edition) -> Edition:
    """The sample, where what the ministry publishes is half under its acronym."""
    catalogue = sample.catalogue
    procedures = dict(catalogue.procedures)
    key = next(key for key, one in procedures.items() if one.agency == "bca")
    procedures[key] = replace(procedures[key], agency="viet-tat")
    agencies = {**catalogue.agencies, "viet-tat": agency("viet-tat", "BCA")}
    return replace(sample, catalogue=replace(catalogue, agencies=agencies, procedures=procedures))


@pytest.mark.parametrize("name", ["BCA", "Bộ CA", "bca"])
def test_a_short_form_is_the_agency_that_has_it(name: str) -> None:
    full = agency("bo-cong-an", "Bộ Công an", symbol="BCA", short_name="Bộ CA")
    found = aliases_of({"a": agency("a", name), "bo-cong-an": full})
    assert found == {"a": "bo-cong-an"}


def test_a_known_form_needs_no_symbol_in_the_record() -> None:
    agencies = {
        "a": agency("a", "BCA"),
        "b": agency("b", "NHNN"),
        "c": agency("c", "UBND tỉnh Gia Lai"),
        "bo-cong-an": agency("bo-cong-an", "Bộ Công an"),
        "ngan-hang": agency("ngan-hang", "Ngân hàng Nhà nước Việt Nam"),
        "gia-lai": agency("gia-lai", "Ủy ban nhân dân tỉnh Gia Lai"),
    }
    assert aliases_of(agencies) == {"a": "bo-cong-an", "b": "ngan-hang", "c": "gia-lai"}


def test_a_form_that_several_agencies_have_is_none_of_them() -> None:
    committees = {
        key: agency(key, f"Ủy ban nhân dân tỉnh {key}", symbol="UBND") for key in ("a", "b")
    }
    assert aliases_of({**committees, "c": agency("c", "UBND")}) == {}


def test_an_ended_agency_counts_under_its_only_successor_from_the_day_after() -> None:
    agencies = {
        "cu": agency("cu", "Bộ Cũ", valid_to=date(2025, 2, 28), successors=("moi",)),
        "chia": agency("chia", "Bộ Chia", valid_to=date(2025, 2, 28), successors=("moi", "nua")),
        "moi": agency("moi", "Bộ Mới"),
        "nua": agency("nua", "Bộ Nửa"),
    }
    assert authorities_of(agencies, date(2025, 2, 28)) == {}
    assert authorities_of(agencies, date(2025, 3, 1)) == {"cu": "moi"}


def test_agencies_that_succeed_each_other_end_nowhere_and_do_not_hang() -> None:
    agencies = {
        "a": agency("a", "A", valid_to=date(2025, 1, 1), successors=("b",)),
        "b": agency("b", "B", valid_to=date(2025, 1, 1), successors=("a",)),
    }
    assert set(authorities_of(agencies, DAY)) <= {"a", "b"}


def test_no_acronym_counts_apart_in_figures(sample: Edition) -> None:
    edition = with_acronym(sample)
    before, after = (
        {row.agency: row.procedures for row in coverage(one)} for one in (sample, edition)
    )
    assert after == before
    names = [fold_text(edition.agency_name(key)) for key in after]
    symbols = {fold_text(one.symbol) for one in edition.catalogue.agencies.values() if one.symbol}
    assert not symbols & set(names)


def test_no_ended_ministry_counts_apart_in_figures(sample: Edition) -> None:
    agencies = sample.catalogue.agencies
    ended = {key for key, one in agencies.items() if one.valid_to and len(one.successors) == 1}
    assert ended
    assert not ended & {row.agency for row in coverage(sample)}


def test_the_page_of_an_acronym_leads_to_the_agency_whose_list_has_its_procedures(
    sample: Edition,
) -> None:
    edition = with_acronym(sample)
    page = agency_facts("viet-tat", addresses.agency("viet-tat"), edition).html
    assert 'Là tên viết khác của: <a href="../bca/">Bộ Công an</a>' in page
    count = len(WAYS["agencies"].listed("bca", edition).items)
    assert count == len(WAYS["agencies"].listed("bca", sample).items)


def test_the_page_of_an_ended_ministry_says_what_it_is_today(sample: Edition) -> None:
    page = agency_facts("bgtvt", addresses.agency("bgtvt"), sample).html
    assert 'Nay là: <a href="../bxd/">Bộ Xây dựng</a>' in page
