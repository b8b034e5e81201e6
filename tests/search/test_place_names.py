"""Names of places: what people type leads to the unit of today, and nothing is guessed."""

from pathlib import Path
from typing import Any

import pytest

from benchmarks.places.asking import ask_names, write_place_files
from generator.model.edition import Edition
from generator.records.units import CommuneUnit, FormerUnit, ProvinceUnit
from generator.search.place_files import PLACE_FILE_BYTES, place_files
from generator.search.place_names import place_names, read_place_words, split_kind


@pytest.fixture(scope="module")
def place_site(sample: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("places")
    write_place_files(sample, folder)
    return folder


def found(site: Path, text: str) -> list[dict[str, Any]]:
    (answer,) = ask_names(site, [{"text": text}])
    names: list[dict[str, Any]] = answer["names"]
    return names


def codes(name: dict[str, Any]) -> list[str]:
    return [target["code"] for target in name["targets"]]


@pytest.mark.parametrize(
    ("typed", "name", "expected"),
    [
        ("phuong ben do thanh pho mau", "Phường Bến Đò", ["99001"]),
        ("p ben do tp mau", "Phường Bến Đò", ["99001"]),
        ("BẾN ĐÒ", "Phường Bến Đò", ["99001"]),
        ("bendo", "Phường Bến Đò", ["99001"]),
        ("xa suoi mo huyen suoi mo cu", "Xã Suối Mơ", ["98001"]),
        ("xã Đồng Bằng, huyện Sông Trong (cũ)", "Xã Đồng Bằng", ["99013", "99007"]),
        ("huyen suoi mo", "Huyện Suối Mơ", ["98001"]),
        ("huyện cũ Suối Mơ", "Huyện Suối Mơ", ["98001"]),
        ("xa cu dong bang huyen song trong", "Xã Đồng Bằng", ["99013", "99007"]),
        ("phường cũ Bến Đò", "Phường Bến Đò", ["99001"]),
        ("tinh mau thuong", "Tỉnh Mẫu Thượng", ["99"]),
        ("tinh mau", "Tỉnh Mẫu", ["99"]),
        ("dac khu hon ngoc", "Đặc khu Hòn Ngọc", ["99016"]),
        ("huyen hon ngoc", "Huyện Hòn Ngọc", ["99016"]),
        ("nui ma", "Xã Núi Mây", ["98001"]),
    ],
)
def test_a_name_leads_to_every_successor(
    place_site: Path, typed: str, name: str, expected: list[str]
) -> None:
    first = found(place_site, typed)[0]
    assert (first["name"], codes(first)) == (name, expected)


def test_a_unit_of_today_comes_first_unless_it_is_said_to_be_ended(place_site: Path) -> None:
    assert [one["former"] for one in found(place_site, "xa dong bang")] == [False, True]
    assert [one["former"] for one in found(place_site, "xa dong bang cu")] == [True, False]


def test_units_of_one_name_are_told_apart_by_what_they_lay_in(place_site: Path) -> None:
    around = {one["around"] for one in found(place_site, "suoi mo")}
    assert around == {"Huyện Suối Mơ, Tỉnh Mẫu Thượng", "Tỉnh Mẫu Thượng"}


def test_another_district_finds_nothing(place_site: Path) -> None:
    assert found(place_site, "xa dong bang huyen suoi mo") == []


def test_a_code_of_an_address_names_its_unit(place_site: Path) -> None:
    known, unknown = ask_names(place_site, [{"code": "99001"}, {"code": "99999"}])
    assert (known["name"], known["around"]) == ("Phường Trung Tâm", "Tỉnh Mẫu")
    assert unknown is None


def test_a_question_reads_few_files(place_site: Path) -> None:
    (answer,) = ask_names(place_site, [{"text": "xa dong bang huyen song trong"}])
    assert answer["files"] <= 4


def test_files_stay_small_and_hold_every_name(sample: Edition) -> None:
    files = {path: content for path, content in place_files(sample) if "/names/" in path}
    assert all(len(content) <= PLACE_FILE_BYTES for content in files.values())
    text = b"".join(files.values()).decode()
    assert all(one.name in text for one in place_names(sample.catalogue.places))


@pytest.mark.parametrize(
    ("printed", "bare"),
    [
        ("Thị trấn Nhà Bè", "Nhà Bè"),
        ("Thị Xã Kỳ Anh", "Kỳ Anh"),
        ("THÀNH PHỐ Mẫu", "Mẫu"),
        ("Quận 1", "1"),
        ("Mẫu", "Mẫu"),
    ],
)
def test_a_kind_is_parted_from_its_name_whatever_its_case(printed: str, bare: str) -> None:
    assert split_kind(printed)[1] == bare


def test_an_ended_town_is_found_whatever_the_case_of_its_kind() -> None:
    former = FormerUnit(name="Xã Bãi", district="Thị Xã Sông Yên", code="97002")
    (town, village) = (
        CommuneUnit(code="97001", name="Bãi", kind="ward", merged_from=(former,)),
        CommuneUnit(code="98001", name="Sông Yên", kind="commune"),
    )
    places = {
        one.id: one
        for one in (
            ProvinceUnit(id="mot", code="97", name="Một", kind="province", communes=(town,)),
            ProvinceUnit(id="hai", code="98", name="Hai", kind="province", communes=(village,)),
        )
    }
    names = {(one.name, one.kind): one for one in place_names(places)}
    kinds = [kind.name for kind in read_place_words().kinds]
    assert names["Sông Yên", kinds.index("Thị xã")].targets[0].code == "97001"
    assert names["Bãi", kinds.index("Xã")].around == "Thị xã Sông Yên, Tỉnh Một"


def test_every_unit_leads_to_its_page_or_to_its_line_on_that_of_its_province(
    place_site: Path, sample: Edition
) -> None:
    known = {one.partition("/")[2] for one in sample.known_communes}
    (hon_ngoc,) = found(place_site, "dac khu hon ngoc")[0]["targets"]
    (province,) = found(place_site, "tinh mau")[0]["targets"]
    (suoi_mo,) = found(place_site, "xa suoi mo huyen suoi mo cu")[0]["targets"]
    pages = {one["code"]: one["page"] for one in (hon_ngoc, province, suoi_mo)}
    assert province["page"] == "dia-ban/tinh-mau/"
    for code in ("99016", "98001"):
        own, line = f"dia-ban/tinh-mau/{code}/", f"dia-ban/tinh-mau/#x{code}"
        assert pages[code] == (own if code in known else line)
