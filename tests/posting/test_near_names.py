"""Which names a typed one may be meant for, and the short forms of names."""

from dataclasses import replace

import pytest

from generator.model.edition import Edition
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
    with pytest.raises(UnknownNameError):
        posting_order(["stp mẫu"], sample)
