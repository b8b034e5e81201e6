"""Where an agency is: its commune and its province, with links."""

from dataclasses import replace

from generator.model.edition import Edition
from generator.pages.agency import agency_facts


def shown(sample: Edition, place: str | None) -> str:
    agencies = sample.catalogue.agencies
    moved = {**agencies, "btp": replace(agencies["btp"], place=place)}
    edition = replace(sample, catalogue=replace(sample.catalogue, agencies=moved))
    return agency_facts("btp", "co-quan/btp/index.md", edition).html


def test_the_area_of_an_agency_leads_to_the_page_of_its_province(sample: Edition) -> None:
    assert "Địa bàn" in shown(sample, "tinh-mau")
    assert '<a href="../../dia-ban/tinh-mau/">Tỉnh Mẫu</a>' in shown(sample, "tinh-mau")


def test_a_commune_stands_before_its_province(sample: Edition) -> None:
    html = shown(sample, "tinh-mau/99001")
    assert 'href="../../dia-ban/tinh-mau/99001/"' in html
    assert html.index("Trung Tâm") < html.index("Tỉnh Mẫu")


def test_no_area_is_shown_for_a_place_that_is_not_known(sample: Edition) -> None:
    assert "Địa bàn" not in shown(sample, "tinh-khac")
    assert "Địa bàn" not in shown(sample, None)
