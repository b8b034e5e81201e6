"""Which names a typed one may be meant for, and the short forms of names."""

from dataclasses import replace

import pytest

from generator.model.edition import Edition
from generator.model.posting import posting_set
from generator.posting.near_names import near_names, split_province
from generator.posting.office import UnknownNameError, posting_order
from generator.posting.short_forms import spell_out

KNOWN = ("so tu phap tinh lai chau", "so tu phap", "so xay dung tinh gia lai", "so y te tinh mau")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ubnd p. cho moi", "uy ban nhan dan phuong cho moi"),
        ("ubnd p.cho moi, t. mau", "uy ban nhan dan phuong cho moi, tinh mau"),
        ("sxd gia lai", "so xay dung gia lai"),
        ("so tp tp. hue", "so tu phap thanh pho hue"),
        ("snn&mt tphcm", "so nong nghiep va moi truong thanh pho ho chi minh"),
        ("so kh va cn", "so khoa hoc va cong nghe"),
        ("gia-lai/24022", "gia-lai/24022"),
        ("so-tp", "so-tp"),
    ],
)
def test_short_forms_are_spelled_out(typed: str, meant: str) -> None:
    assert spell_out(typed) == meant


@pytest.mark.parametrize("typed", ["so y te mau", "so y te tinh mau", "so y te, tinh mau"])
def test_a_name_is_split_from_its_province(typed: str, sample: Edition) -> None:
    places = sample.catalogue.places
    assert split_province(typed, places, sample.words) == ("so y te", "tinh mau")


def test_only_names_of_the_same_province_are_near() -> None:
    assert near_names("so tu phap gia lai", KNOWN, "so tu phap", "tinh gia lai") == []
    assert near_names("so xay dun gia lai", KNOWN, "so xay dun", "tinh gia lai") == [KNOWN[2]]


def test_the_word_for_the_kind_of_province_may_be_left_out(sample: Edition) -> None:
    agencies = sample.catalogue.agencies
    own = replace(agencies["so-tu-phap"], id="so-mau", name="Sở Tư pháp tỉnh Mẫu")
    catalogue = replace(sample.catalogue, agencies={**agencies, own.id: own})
    edition = Edition(catalogue, sample.day, sample.words)
    assert posting_order(["stp mẫu"], edition).agency == own.id
    assert posting_order(["stp mẫu"], sample).shared == "Sở Tư pháp"


def test_a_department_without_a_record_has_what_is_of_the_country_or_its_province(
    sample: Edition,
) -> None:
    recorded = replace(
        sample.catalogue.agencies["so-tu-phap"],
        id="so-mau",
        name="Sở Tư pháp tỉnh Mẫu",
        place="tinh-mau",
    )
    catalogue = sample.catalogue
    agencies = {**catalogue.agencies, recorded.id: recorded}
    edition = Edition(replace(catalogue, agencies=agencies), sample.day, sample.words)
    named = posting_order(["Sở Tư pháp tỉnh Mẫu"], edition)
    unnamed = posting_order(["Sở Tư pháp tỉnh Mẫu"], sample)
    assert (named.agency, unnamed.agency) == ("so-mau", "")
    assert posting_set(named.target, edition).keys() == posting_set(unnamed.target, sample).keys()
    assert posting_set(unnamed.target, sample)


@pytest.mark.parametrize("typed", ["Bộ Tư pháp tỉnh Mẫu", "Sở Ong tỉnh Mẫu", "Sở Tư pháp tỉnh Ong"])
def test_nothing_but_a_department_of_a_known_province_takes_a_shared_name(
    typed: str, sample: Edition
) -> None:
    with pytest.raises(UnknownNameError):
        posting_order([typed], sample)
