"""Importing places: every row placed or named, nothing guessed."""

import lzma
from pathlib import Path

import pytest

from generator.check import check_catalogue
from generator.cli import main
from generator.imports.places.agencies import place_of
from generator.locale import words_of
from generator.records.registers import Agency
from generator.records.tree import load_catalogue
from generator.records.units import CommuneUnit, ProvinceUnit
from tests.conftest import DAY

UNITS = """code\tlevel\tname\tfull_name\tprovince_code
71\tprovince\tAn Hòa\tTỉnh An Hòa\t
71001\tward\tSông Hoá\tPhường Sông Hoá\t71
71004\tward\tNúi Đá\txã Núi Đá\t71
71007\tward\tĐảo\tĐặc khu Đảo\t71
71007\tward\tĐảo\tĐặc khu Đảo\t71
71010\tward\tLạ\tLàng Lạ\t71
"""
LINKS = """\
old_province\told_district\told_ward\told_ward_code\tnew_province_code\tnew_ward_code\tnew_ward
Tỉnh An Hoà\tHuyện Bờ\tXã Chia\t00001\t71\t71001\tPhường Sông Hóa
Tỉnh An Hoà\tHuyện Bờ\tXã Chia\t00001\t71\t71004\tXã Núi Đá
Tỉnh Bãi\tHuyện Xa\tXã Nhầm\t00004\t71\t71999\tXã Núi Đá
Tỉnh Bãi\tHUYỆN Xa\tXã Đổi\t00007\t71\t71001\tXã Sông Hóa
Tỉnh Bãi\tHuyện Xa\tXã Mất\t00010\t71\t71998\tXã Không Đâu
Tỉnh Bãi\tHuyện Đảo\t\t\t71\t71007\tĐặc khu Đảo
"""


def run_import(folder: Path, *options: str) -> int:
    (folder / "links.tsv").write_text(LINKS, "utf8")
    with lzma.open(folder / "units.tsv.xz", "wt", encoding="utf8") as file:
        file.write(UNITS)
    into = folder / "catalogue"
    into.mkdir(exist_ok=True)
    files = (str(folder / "links.tsv"), str(folder / "units.tsv.xz"))
    return main(["import", "places", *files, "--into", str(into), *options])


def test_units_keep_their_names_and_know_what_they_were_merged_from(tmp_path: Path) -> None:
    assert run_import(tmp_path) == 0
    place = load_catalogue(tmp_path / "catalogue")[0].places["an-hoa"]
    assert (place.code, place.kind, str(place.valid_from)) == ("71", "province", "2025-07-01")
    assert [(one.kind, one.name) for one in place.communes] == [
        ("ward", "Sông Hoá"),
        ("commune", "Núi Đá"),
        ("special_zone", "Đảo"),
    ]
    ward, commune, island = place.communes
    assert [(one.name, one.district, one.province) for one in ward.merged_from] == [
        ("Xã Chia", "Huyện Bờ", None),
        ("Xã Đổi", "Huyện Xa", "Tỉnh Bãi"),
    ]
    assert [one.name for one in commune.merged_from] == ["Xã Chia", "Xã Nhầm"]
    assert [(one.name, one.district, one.code) for one in island.merged_from] == [
        ("Huyện Đảo", None, None)
    ]
    assert [one.name for one in place.merged_from] == ["Tỉnh An Hòa", "Tỉnh Bãi"]


def test_rows_that_cannot_be_taken_as_they_stand_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_import(tmp_path)
    said = capsys.readouterr().out
    assert [line.split()[3] for line in said.splitlines() if "CẢNH BÁO" in line] == [
        "NL607",
        "NL607",
        "NL608",
        "NL610",
        "NL609",
    ]
    assert "units.tsv.xz:6:1" in said
    assert "71999 Xã Núi Đá" in said
    assert "5 liên kết" in said
    assert "1 liên kết bị bỏ qua" in said


def test_what_was_written_is_a_sound_catalogue(tmp_path: Path) -> None:
    run_import(tmp_path, "--since", "2025-06-16")
    findings = check_catalogue(tmp_path / "catalogue", words_of("vi"), DAY).findings
    said = {one.code for one in findings if one.path.startswith("places/")}
    assert said <= {"DV408"}, "the codes of these tables are made up"
    text = (tmp_path / "catalogue/places/an-hoa.yml").read_text("utf8")
    assert 'valid_from: "2025-06-16"' in text


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("UBND tỉnh Thanh Hoá", "thanh-hoa"),
        ("Ủy ban nhân dân phường Sông Hóa, tỉnh Thanh Hóa", "thanh-hoa/38001"),
        ("Ủy ban nhân dân xã Sông Hóa, tỉnh Thanh Hóa", "thanh-hoa"),
        ("Sở Y tế tỉnh Gia Lai", None),
        ("Bộ phận Một cửa phường Sông Hóa", None),
        ("Hội những người yêu Thanh Hóa", None),
        ("Trường dạy nghề tỉnh Thanh Hóa thuộc Bộ Y tế", None),
        ("Bộ Y tế", None),
    ],
)
def test_the_place_of_an_agency_is_what_its_name_says_beyond_doubt(
    name: str, place: str | None
) -> None:
    ward = CommuneUnit(code="38001", name="Sông Hoá", kind="ward")
    known = ProvinceUnit(
        id="thanh-hoa", code="38", name="Thanh Hoá", kind="province", communes=(ward,)
    )
    agency = Agency(id="x", name=name, kind="agency", level=None)
    assert place_of(agency, {"thanh-hoa": known}) == place


def test_an_import_of_places_adds_them_to_agencies_and_keeps_comments(tmp_path: Path) -> None:
    agency = tmp_path / "catalogue/agencies/x.yml"
    agency.parent.mkdir(parents=True)
    words = "# của tỉnh\nid: x\nname: Sở Y tế tỉnh Gia Lai\nkind: agency\nlevel: province\n"
    agency.write_text(words, "utf8")
    (tmp_path / "units.tsv").write_text(
        "code\tlevel\tname\tfull_name\tprovince_code\n71\tprovince\tGia Lai\tTỉnh Gia Lai\t\n",
        "utf8",
    )
    into = str(tmp_path / "catalogue")
    assert main(["import", "places", str(tmp_path / "units.tsv"), "--into", into]) == 0
    assert agency.read_text("utf8") == f"{words}place: gia-lai\n"


def test_places_that_are_there_are_not_overwritten(tmp_path: Path) -> None:
    assert run_import(tmp_path) == 0
    assert run_import(tmp_path) == 2


def test_a_table_of_something_else_is_refused_by_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.tsv"
    other.write_text("a\tb\n1\t2\n", "utf8")
    assert main(["import", "places", str(other), "--into", str(tmp_path)]) == 2
    assert "other.tsv" in capsys.readouterr().err
    assert not (tmp_path / "places").exists()


ODD_UNITS = """code\tlevel\tfull_name\tprovince_code
71\tprovince\tTỉnh An Hòa\t
72\tprovince\tThành phố An Hoà\t
7\tprovince\tTỉnh Bờ\t
71001\tward\tPhường Sông\t71
71001\tward\tPhường Sông\t71
72001\tward\tPhường Núi\t72
99001\tward\tPhường Xa\t99
\tward\tPhường Không\t71
a{b}\tward\tPhường Ngoặc\t71
71002\tward\tPhường\t71
71003
"""
ODD_LINKS = """old_province\told_district\told_ward\told_ward_code\tnew_ward_code\tnew_ward
Tỉnh An Hòa\tHuyện Bờ\tXã Chia\t00001\t71001\tPhường Sông
\t\t\t\t71001\tPhường Sông
Tỉnh An Hòa\tHuyện Bờ\tXã Sai\tmã số\t71001\tPhường Sông
Tỉnh An Hòa\tHuyện Bờ\tXã Mất\t00002\t71999\tPhường Đâu
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_of_odd_tables_the_rest_is_a_sound_catalogue_and_each_row_is_named(
    line_end: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = []
    for name, table in (("units.tsv", ODD_UNITS), ("links.tsv", ODD_LINKS)):
        path = tmp_path / name
        path.write_text(table, "utf-8-sig", newline=line_end)
        files.append(str(path))
    into = tmp_path / "catalogue"
    into.mkdir()
    assert main(["import", "places", *files, "--into", str(into)]) == 0
    said = capsys.readouterr().out
    flawed = [line.split()[0] for line in said.splitlines() if " NL607 " in line]
    assert flawed == [
        *(f"units.tsv:{line}:1" for line in (3, 4, 6, 7, 8, 9, 10, 11, 12)),
        "links.tsv:3:1",
    ]
    assert "3 liên kết bị bỏ qua" in said
    findings = check_catalogue(into, words_of("vi"), DAY).findings
    said = {one.code for one in findings if one.path.startswith("places/")}
    assert said <= {"DV408"}, "the codes of these tables are made up"
    (place,) = load_catalogue(into)[0].places.values()
    assert [one.name for one in place.communes] == ["Sông"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        UNITS.encode("utf-16"),
        UNITS.replace("\t", ",").encode(),
        f"{UNITS}71011\tward\t\tXã {'x' * 200_000}\t71\n".encode(),
    ],
    ids=["empty", "utf-16", "commas", "huge field"],
)
def test_a_table_that_cannot_be_read_is_refused_by_name(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "odd.tsv").write_bytes(content)
    assert main(["import", "places", str(tmp_path / "odd.tsv"), "--into", str(tmp_path)]) == 2
    assert "odd.tsv" in capsys.readouterr().err
    assert not (tmp_path / "places").exists()
