"""What a question names beside procedures: journeys, and procedures that are known to be absent."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.edition import Edition
from generator.records.absent import AbsentProcedure
from generator.search.files import search_files
from tests.search.node import ask

JOURNEYS = [
    ["Xây nhà", "viec/xay-nha/", "2 bước", ["1.000001"], "cất nhà"],
    ["Sinh con", "viec/sinh-con/", "3 bước", ["1.000002"], "mới có em bé"],
]
ABSENT = [
    ["1.000009", "Đăng ký thành lập hộ kinh doanh", "mo ho kinh doanh"],
    ["1.000008", "Cấp giấy phép môi trường (cấp tỉnh)"],
    ["", "Cấp giấy phép môi trường cho hộ kinh doanh"],
]


@pytest.mark.parametrize(
    ("text", "best", "names"),
    [
        ("xay nha", "", ["Xây nhà"]),
        ("giấy phép xây dựng nhà", "", ["Xây nhà"]),
        ("cho em hỏi cất nhà cần gì", "", ["Xây nhà"]),
        ("mới có em", "", ["Sinh con"]),
        ("xây hai tầng nhà", "", []),
        ("nhà", "", []),
        ("khai sinh", "1.000002", ["Sinh con"]),
    ],
)
def test_a_journey_is_offered_by_its_words_and_by_its_procedures(
    sample_site: Path, text: str, best: str, names: list[str]
) -> None:
    assert ask(sample_site, [("named", ["journeysOf", JOURNEYS, text, best])]) == [names]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("mở hkd", ["1.000009"]),
        ("cho em hỏi thành lập hộ kinh doanh", ["1.000009"]),
        ("giay phep moi truong", ["1.000008"]),
        ("1.000008", ["1.000008"]),
        ("cấp giấy phép môi trường cho hộ kinh doanh", [""]),
        ("hộ kinh doanh đổi địa chỉ", []),
        ("giấy phép", []),
        ("cấp giấy phép", []),
        ("môi trường cấp tỉnh", []),
    ],
)
def test_a_procedure_is_told_absent_by_its_words_its_title_and_its_code(
    sample_site: Path, text: str, codes: list[str]
) -> None:
    how = {"openings": ["cap", "dang ki"]}
    assert ask(sample_site, [("named", ["absentOf", ABSENT, text, how])]) == [codes]


def test_more_than_the_name_of_an_absent_one_means_the_result_that_has_all_of_it(
    sample_site: Path,
) -> None:
    texts = ["thay đổi mở hộ kinh doanh", "mở hộ kinh doanh", "mở hộ kinh doanh cấp tỉnh"]
    how = {"covered": 1, "levels": ["cap tinh"]}
    asked = [("named", ["absentOf", ABSENT, text, how]) for text in texts]
    assert ask(sample_site, asked) == [[], ["1.000009"], ["1.000009"]]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("giay phep nuoi ong", ["1.000007"]),
        ("cấp giấy phép nuôi ong", ["1.000007"]),
        ("giấy phép nuôi", []),
        ("cấp lại giấy phép nuôi ong", []),
        ("nuôi tằm", []),
    ],
)
def test_a_name_without_its_opening_is_told_absent_beside_a_result_that_has_all_of_it(
    sample_site: Path, text: str, codes: list[str]
) -> None:
    absent = [["1.000007", "Cấp giấy phép nuôi ong"], ["1.000006", "Đăng ký nuôi tằm"]]
    how = {"covered": 1, "openings": ["cap", "dang ki"]}
    assert ask(sample_site, [("named", ["absentOf", absent, text, how])]) == [codes]


@pytest.mark.parametrize(
    ("covered", "codes"), [(0.5, ["1.000007"]), (0.7, ["1.000007"]), (0.75, []), (1, [])]
)
def test_an_absent_name_is_not_told_beside_a_result_that_has_as_much_of_the_question(
    sample_site: Path, covered: float, codes: list[str]
) -> None:
    absent = [["1.000007", "Cấp giấy phép nuôi ong", "nuoi ong"]]
    how = {"covered": covered, "openings": []}
    asked = ("named", ["absentOf", absent, "giấy nuôi ong mật", how])
    assert ask(sample_site, [asked]) == [codes]


def test_a_phrase_that_names_is_no_part_of_asking(sample_site: Path) -> None:
    absent = [["1.000007", "Cấp giấy phép nuôi ong", "nuoi ong"]]
    texts = ["mình nuôi ong", "nuôi ong một mình"]
    asked = [("named", ["absentOf", absent, text, {"covered": 0.9}]) for text in texts]
    assert ask(sample_site, asked) == [["1.000007"], []]


def test_what_is_absent_is_read_only_where_a_question_may_name_it(sample_site: Path) -> None:
    asked = [("mayName", ["nuoi_ong tha_ong", text]) for text in ("thả ong", "1.000008", "kết hôn")]
    assert ask(sample_site, asked) == [True, True, False]


def test_what_the_catalogue_holds_by_its_code_or_title_is_not_told_absent(sample: Edition) -> None:
    entry = sample.entries["1.001193"]
    known = (
        AbsentProcedure(id=entry.code, title="Nuôi ong"),
        AbsentProcedure(id="chua-co-ma-khai-sinh", title=f"Thủ tục {entry.title.lower()}"),
        AbsentProcedure(id="chua-co-ma-nuoi-ong", title="Nuôi ong", citizen_words=("thả ong",)),
    )
    absent = {one.id: one for one in known}
    edition = replace(sample, catalogue=replace(sample.catalogue, absent=absent))
    files = dict(search_files(edition))
    file, telling = json.loads(files["search/manifest.json"])["absent"]
    assert json.loads(files[f"search/absent/{file}.json"]) == [["", "Nuôi ong", "tha ong"]]
    assert telling == "nuoi_ong tha_ong"


def test_a_result_that_has_no_more_than_the_absent_name_is_not_what_is_meant(
    sample_site: Path,
) -> None:
    absent = [["1.000009", "Thành lập hộ kinh doanh"]]
    text = "thành lập hộ kinh doanh cá thể"
    asked = [("named", ["absentOf", absent, text, {"covered": one}]) for one in (5 / 7, 6 / 7)]
    assert ask(sample_site, asked) == [["1.000009"], []]
