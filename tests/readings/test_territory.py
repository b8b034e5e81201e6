"""Whose procedure it is: by the publisher, the agencies, the code, the acts, in this order."""

from dataclasses import replace

import pytest

from generator.readings.territory import (
    Territory,
    province_label,
    province_of_acts,
    province_of_cells,
    province_of_code,
    territory_of,
)
from generator.records.registers import Agency
from generator.records.stated import Stated
from generator.records.version import LegalBasis, Version
from tests.readings.versions import AGENCIES, procedure, version


def read(
    publisher: str, *, executing: str = "", code: str | None = None, acts: tuple[str, ...] = ()
) -> Territory:
    agency = Agency(id="x", name=publisher, kind="agency", level=None)
    made: Version = version(executing=[executing] if executing else [])
    basis = (LegalBasis(document="d", number_as_printed="5/2026/QĐ-UBND", text=one) for one in acts)
    made = replace(made, legal_basis=Stated(items=tuple(basis)))
    return territory_of(procedure("x", code=code), {"x": agency}, made)


def test_each_source_counts_only_where_the_one_before_it_is_silent() -> None:
    acts = ("Quy định giá trên địa bàn thành phố Huế",)
    given = {"executing": "Sở Y tế tỉnh Lai Châu", "code": "1.000001.H26", "acts": acts}
    assert read("UBND tỉnh Gia Lai", **given).province == "Gia Lai"
    assert read("UBND", **given).province == "Lai Châu"
    assert read("UBND", **(given | {"executing": "Sở Y tế"})).province == "Hà Nội"
    assert read("UBND", acts=acts).province == "Huế"
    assert read("UBND") == Territory(None, known=False)


def test_the_evidence_is_kept() -> None:
    found = read("UBND", executing="Sở Y tế tỉnh Lai Châu")
    assert [one.words for one in found.evidence] == ["Sở Y tế tỉnh Lai Châu"]


def test_a_ministry_publishes_for_the_country_whoever_executes() -> None:
    found = read("Bộ Y tế", executing="Sở Y tế tỉnh Lai Châu")
    assert (found.province, found.known) == (None, True)


def test_the_recorded_place_of_the_publisher_comes_before_its_name() -> None:
    placed = Agency(id="x", name="Ban dịch vụ số 3", kind="agency", level=None, place="gia-lai")
    assert territory_of(procedure("x"), AGENCIES | {"x": placed}).province == "Gia Lai"


@pytest.mark.parametrize(
    ("cells", "province"),
    [
        (["Sở Y tế tỉnh Lai Châu, UBND cấp xã"], "Lai Châu"),
        (["Sở Y tế tỉnh Lai Châu", "Sở Y tế thành phố Huế"], None),
        (["Bộ Y tế, Sở Y tế tỉnh Lai Châu"], None),
        (["Sở Y tế"], None),
        (["Sở Tư pháp tỉnh Bình Định"], "Gia Lai"),
    ],
)
def test_cells_tell_a_province_when_they_name_one_and_no_ministry(
    cells: list[str], province: str | None
) -> None:
    assert province_of_cells(cells) == province


def test_only_local_acts_tell_a_province() -> None:
    assert province_of_acts([("5/2026/NĐ-CP", "Thí điểm tại tỉnh Gia Lai")]) is None
    assert province_of_acts([("5/2026/NQ-HĐND", "Lệ phí trên địa bàn tỉnh Gia Lai")]) == "Gia Lai"


def test_codes_and_labels() -> None:
    assert province_of_code("1.000001.H26") == "Hà Nội"
    assert province_of_code("1.000001") is None
    assert (province_label("Huế"), province_label("Gia Lai")) == ("thành phố Huế", "tỉnh Gia Lai")
