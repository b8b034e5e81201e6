"""The pages of places: today's communes, and where the former ones went."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.locale import words_of
from generator.model.edition import Edition
from generator.model.summaries import shown_summaries
from generator.pages.communes import commune_level_link
from generator.pages.nodes.blocks import blocks
from generator.pages.own_procedures import procedures_by_field
from generator.pages.places import place_pages
from generator.records.tree import load_catalogue
from tests.conftest import SAMPLE

GOLDEN = Path(__file__).parents[1] / "golden" / "catalogue"
DAY = date(2026, 12, 31)


def pages(root: Path = GOLDEN) -> dict[str, str]:
    catalogue, _ = load_catalogue(root)
    edition = Edition(catalogue, DAY, words_of("vi"))
    return {page.path: page.body.html for page in place_pages(edition)}


def test_a_commune_has_an_anchor_and_the_units_it_was_made_of() -> None:
    page = pages()["dia-ban/tinh-ranh-gioi/index.md"]
    commune = page.partition('id="x82001"')[2].partition("</div>")[0]
    assert "<dt>Xã Đầu</dt>" in commune
    assert "Xã Đầu (Huyện Giữa)" in commune


def test_a_unit_that_was_divided_names_the_other_communes() -> None:
    page = pages()["dia-ban/tinh-ranh-gioi/index.md"]
    assert "một phần Xã Chung (phần khác vào Phường Cuối)" in page
    assert "một phần Xã Chung (phần khác vào Xã Đầu)" in page


def test_a_former_district_leads_to_every_commune_made_of_it() -> None:
    page = pages()["dia-ban/tinh-ranh-gioi/index.md"]
    district = page.partition("<dt>Huyện Giữa</dt>")[2].partition("</div>")[0]
    assert 'href="#x82001"' in district
    assert 'href="#x82004"' in district


def test_names_are_text() -> None:
    page = pages()["dia-ban/tinh-ranh-gioi/index.md"]
    assert "Tỉnh &lt;Cũ&gt; &amp; Co" in page
    assert "Huyện *Xa*" in page


def test_without_records_of_places_there_is_no_page(tmp_path: Path) -> None:
    assert pages(tmp_path) == {}


def test_a_province_names_the_procedures_that_hold_there_alone() -> None:
    page = pages(SAMPLE)["dia-ban/tinh-mau/index.md"]
    own = page.partition("Thủ tục chỉ áp dụng ở đây")[2].partition("<p>")[0]
    assert own.count("<li>") == 2
    assert 'href="../../thu-tuc/3.901301/"' in own
    assert "Thủ tục không riêng của tỉnh nào (" in page


def test_many_procedures_of_a_province_are_folded_by_field(sample: Edition) -> None:
    shown = list(shown_summaries(sample.summaries))
    few = blocks(procedures_by_field(shown[:12], "dia-ban/x/index.md", sample)).html
    many = blocks(procedures_by_field(shown[:13], "dia-ban/x/index.md", sample)).html
    assert "<details>" not in few
    assert many.count("<li>") == 13
    assert many.count("<summary>") == len({one.field for one in shown[:13]})


def test_only_the_kinds_of_communes_that_a_province_has_are_named() -> None:
    catalogue, _ = load_catalogue(GOLDEN)
    ((key, place),) = catalogue.places.items()
    fewer = tuple(one for one in place.communes if one.kind != "special_zone")
    for communes, said in ((place.communes, "Xã, phường, đặc khu"), (fewer, "Xã, phường")):
        known = replace(catalogue, places={key: replace(place, communes=communes)})
        shown = {page.path: page for page in place_pages(Edition(known, DAY, words_of("vi")))}
        page = shown[f"dia-ban/{key}/index.md"]
        assert f'id="xa-phuong">{said}</h2>' in page.body.html
        assert f"{len(communes)} {said.lower()} và các đơn vị cũ" in page.description


def test_every_commune_leads_to_what_communes_do() -> None:
    page = pages(SAMPLE)["dia-ban/tinh-mau/index.md"]
    communes = page.partition('class="communes"')[2].partition("</dl>")[0]
    assert communes.count("/cap/xa/?o=") == communes.count("<dt>") > 1


def test_what_only_another_province_has_is_not_counted(sample: Edition) -> None:
    (place,) = [one for one in sample.catalogue.places.values() if one.id == "tinh-mau"]
    (first, *rest) = [one for one in sample.by_level["commune"] if one.shown]
    edition = replace(sample)
    own, foreign = (replace(first, province=code) for code in (place.code, "00"))
    for changed, count in ((own, len(rest) + 1), (foreign, len(rest))):
        edition.__dict__["by_level"] = {"commune": (changed, *rest)}
        said = sample.words("commune.all", count=sample.words.number(count))
        assert said in commune_level_link(place, place, "dia-ban/tinh-mau/index.md", edition)
