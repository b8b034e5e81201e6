"""A commune has a page where the catalogue knows something of it, and links lead there."""

import json
from dataclasses import replace

from generator import addresses
from generator.model.edition import Edition
from generator.pages.agency import agency_facts
from generator.pages.communes import commune_page
from generator.pages.places import place_pages
from generator.search.place_files import place_files

KEY, OFFICE = "tinh-mau/99007", "ttpvhcc-xa-song-trong"


def province(edition: Edition) -> str:
    return next(
        page.body.html
        for page in place_pages(edition)
        if page.path == addresses.province("tinh-mau")
    )


def test_only_communes_with_an_agency_of_their_own_have_a_page(sample: Edition) -> None:
    assert dict(sample.known_communes) == {KEY: (OFFICE,)}
    agencies = {
        **sample.catalogue.agencies,
        "tinh": replace(sample.catalogue.agencies[OFFICE], id="tinh", place="tinh-mau"),
        "sai": replace(sample.catalogue.agencies[OFFICE], id="sai", place="tinh-mau/00000"),
    }
    edition = replace(sample, catalogue=replace(sample.catalogue, agencies=agencies))
    assert dict(edition.known_communes) == {KEY: (OFFICE,)}


def test_the_page_says_where_to_go_and_what_the_commune_was(sample: Edition) -> None:
    page = commune_page(KEY, sample)
    assert page.path == "dia-ban/tinh-mau/99007/index.md"
    assert page.title == "Xã Sông Trong, Tỉnh Mẫu"
    shown = page.body.html
    assert "Số 1 đường Bờ Sông, xã Sông Trong, tỉnh Mẫu · 1900 0011" in shown
    assert 'href="../../../co-quan/ttpvhcc-xa-song-trong/"' in shown
    assert "Thị trấn Sông Trong" in shown
    assert "<dd>01/07/2025</dd>" in shown
    assert 'href="../../../cap/xa/?o=99007"' in shown


def test_the_page_leads_to_the_list_on_the_wall_and_to_the_command_of_the_set(
    sample: Edition,
) -> None:
    shown = commune_page(KEY, sample).body.html
    assert 'href="../../../co-quan/ttpvhcc-xa-song-trong/niem-yet/"' in shown
    assert "niemyet post &quot;Xã Sông Trong, Tỉnh Mẫu&quot;" in shown


def test_the_act_of_the_merger_is_named(sample: Edition) -> None:
    act = next(iter(sample.catalogue.documents.values()))
    place = replace(sample.catalogue.places["tinh-mau"], act=act.id)
    edition = replace(sample, catalogue=replace(sample.catalogue, places={"tinh-mau": place}))
    assert act.number in commune_page(KEY, edition).body.html


def test_what_the_office_receives_stands_on_the_page(sample: Edition) -> None:
    entry = sample.entries["1.900701"]
    assert entry.title not in commune_page(KEY, sample).body.html
    twin = replace(sample)
    twin.__dict__["by_agency"] = {OFFICE: (entry.summary,)}
    assert entry.title in commune_page(KEY, twin).body.html


def test_the_province_its_former_districts_and_the_agency_lead_to_the_page(sample: Edition) -> None:
    page = province(sample)
    commune = page.partition('id="x99007"')[2].partition("</div>")[0]
    assert '<a href="99007/">Xã Sông Trong</a>' in commune
    district = page.partition("<dt>Huyện Sông Trong</dt>")[2].partition("</div>")[0]
    assert 'href="99007/"' in district
    assert 'href="#x99013"' in district
    facts = agency_facts(OFFICE, addresses.agency(OFFICE), sample).html
    assert 'href="../../dia-ban/tinh-mau/99007/"' in facts


def test_the_names_of_places_know_the_page(sample: Edition) -> None:
    files = dict(place_files(sample))
    manifest = json.loads(files["places/manifest.json"])
    assert manifest["pages"] == {"99": "dia-ban/tinh-mau/", "99007": "dia-ban/tinh-mau/99007/"}
