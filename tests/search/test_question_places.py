"""A place in a question: taken out of the words, first in the results, asked about when unsure."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.model.edition import Edition
from generator.search.place_files import place_table
from tests.search.node import ask
from tests.search.test_search import cards_of


def answers(site: Path, *texts: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ask(site, [("answer", text) for text in texts])
    return found


def searched(answer: dict[str, Any]) -> str:
    return " ".join(word["syllable"] for word in answer["question"]["words"])


@pytest.mark.parametrize(
    ("typed", "left", "code"),
    [
        ("ket hon o tinh mau", "ket hon", "99"),
        ("kết hôn tỉnh Mẫu Thượng cũ", "ket hon", "99"),
        ("ket hon phuong ben do", "ket hon", "99001"),
        ("ket hon ben do", "ket hon", "99001"),
        ("ket hon xa dong bang huyen song trong cu", "ket hon", "99"),
        ("khai sinh huyện Hòn Ngọc", "khai sinh", "99016"),
        ("khai sinh dao hon ngoc", "khai sinh", "99016"),
        ("khai sinh phường cũ Bến Đò", "khai sinh", "99001"),
        ("khai sinh o xa cu suoi mo, huyen suoi mo", "khai sinh", "98001"),
        ("khai sinh huyện cũ Suối Mơ", "khai sinh", "98001"),
        ("khai sinh xã Trung Tâm tỉnh Mẫu", "khai sinh", "99001"),
        ("khai sinh xa trung tam tinh mau", "khai sinh", "99001"),
        ("khai tu o tinh mau", "khai tu", "99"),
        ("khai tu tinh mau", "khai tu", "99"),
        ("khai tu phuong ben do", "khai tu", "99001"),
        ("giay bao tu tai tinh mau", "giay bao tu", "99"),
        ("hoc phi cap tinh mau", "hoc phi cap tinh", "99"),
    ],
)
def test_a_place_is_taken_out_of_the_words(
    sample_site: Path, typed: str, left: str, code: str
) -> None:
    (answer,) = answers(sample_site, typed)
    assert (searched(answer), answer["place"]["code"]) == (left, code)
    assert [one["code"] for one in answer["results"]] == [
        one["code"] for one in ask(sample_site, [("chosen", [left, "99"])])[0]["results"]
    ]


@pytest.mark.parametrize("typed", ["ket hon", "chuyen tu tinh mau", "Ủy ban nhân dân tỉnh Mẫu"])
def test_what_is_no_place_stays_in_the_words(sample_site: Path, typed: str) -> None:
    (answer,) = answers(sample_site, typed)
    assert "place" not in answer


@pytest.mark.parametrize(
    ("typed", "unknown", "code"),
    [
        ("khai sinh xa dinh xeo cu", "xa dinh xeo", None),
        ("khai sinh xã Đình Xẻo cũ tỉnh Mẫu", "xã đình xẻo", "99"),
    ],
)
def test_a_unit_of_before_that_nobody_knows_is_said_and_left_out(
    sample_site: Path, typed: str, unknown: str, code: str | None
) -> None:
    answer, without = answers(sample_site, typed, f"khai sinh {'tỉnh Mẫu' if code else ''}")
    assert (searched(answer), answer["place"]["unknown"]) == ("khai sinh", unknown)
    assert answer["place"].get("code") == code
    assert [one["code"] for one in answer["results"]] == [one["code"] for one in without["results"]]


def test_an_ordinary_word_at_the_end_is_no_place(sample_site: Path) -> None:
    texts = ["quan com binh dan", "quan com ben do", "quan com o binh dan", "com binh dan tinh mau"]
    asked = [("loose", [["bình dân"], text]) for text in texts]
    assert ask(sample_site, asked) == [[], ["ben do"], ["binh dan"], ["binh dan"]]


def test_an_ended_unit_is_named_with_the_one_of_today(sample_site: Path) -> None:
    (answer,) = answers(sample_site, "khai sinh phuong ben do")
    assert answer["place"]["was"].startswith("Phường Bến Đò")
    assert answer["place"]["name"] == "Phường Trung Tâm, Tỉnh Mẫu"


def test_a_unit_of_another_kind_than_typed_is_said(sample_site: Path) -> None:
    other, same = answers(sample_site, "khai sinh xã Trung Tâm", "khai sinh phường Trung Tâm")
    assert (other["place"]["typed"], other["place"]["name"]) == (
        "xã trung tâm",
        "Phường Trung Tâm, Tỉnh Mẫu",
    )
    assert "typed" not in same["place"]


def test_who_says_that_a_unit_ended_means_none_of_today(sample_site: Path) -> None:
    for typed in ("khai sinh xã Đồng Bằng cũ", "khai sinh xã cũ Đồng Bằng"):
        (answer,) = answers(sample_site, typed)
        assert answer["place"]["was"].startswith("Xã Đồng Bằng, Huyện Sông Trong")


def test_a_unit_that_was_divided_offers_its_parts_of_today(sample_site: Path) -> None:
    divided, whole = answers(sample_site, "ket hon xa dong bang cu", "ket hon phuong ben do")
    parts = divided["place"]["parts"]
    assert [(one["code"], one["question"]) for one in parts] == [
        ("99013", "ket hon"),
        ("99007", "ket hon"),
    ]
    assert "parts" not in whole["place"]


def test_a_former_town_is_named_beside_the_commune_of_its_name(sample_site: Path) -> None:
    town = {**_name("Thành phố Bến", "Tỉnh Mẫu"), "around": "Tỉnh Bến", "former": True}
    ward = _name("Phường Bến", "Tỉnh Mẫu")
    town["targets"] = [*ward["targets"], {**ward["targets"][0], "code": "2", "name": "Xã Bãi"}]
    (meant, several) = ask(
        sample_site,
        [("meantBy", [ward, town]), ("meantBy", [_name("Xã Bến", "Tỉnh Khác"), town])],
    )
    assert meant["was"] == "Thành phố Bến, Tỉnh Bến"
    assert [one["name"] for one in meant["parts"]] == ["Phường Bến", "Xã Bãi"]
    assert [one.get("now") for one in several["choices"]] == [None, "Tỉnh Mẫu"]


def test_names_of_several_provinces_are_put_as_questions(sample_site: Path) -> None:
    found = [_name("Xã Tân Bình", province) for province in ("Tỉnh Mẫu", "Tỉnh Khác")]
    (several, one) = ask(sample_site, [("meantBy", found), ("meantBy", found[:1])])
    assert [choice["question"] for choice in several["choices"]] == [
        "khai sinh Xã Tân Bình, Tỉnh Mẫu",
        "khai sinh Xã Tân Bình, Tỉnh Khác",
    ]
    assert (one["code"], one["name"]) == ("Tỉnh Mẫu 1", "Xã Tân Bình, Tỉnh Mẫu")


def _name(name: str, province: str) -> dict[str, Any]:
    target = {"code": f"{province} 1", "province": province, "name": name, "around": province}
    return {"name": name, "around": province, "former": False, "targets": [target]}


def test_a_place_alone_offers_its_own_procedures_and_its_page(sample_site: Path) -> None:
    (answer,) = answers(sample_site, "thu tuc o tinh mau")
    assert answer["place"]["only"]
    assert answer["place"]["address"] == "dia-ban/tinh-mau/"
    assert answer["results"]
    assert {one["place"][0] for one in answer["results"]} == {"99"}


def test_typed_or_chosen_a_place_gives_the_same_lines(sample_site: Path) -> None:
    for text in ("dang ky", "ho tich", "giay to", "mat giay"):
        typed = answers(sample_site, f"{text} o tinh mau")[0]
        (chosen,) = ask(sample_site, [("chosen", [text, "99"])])
        assert [one["code"] for one in typed["results"]] == [
            one["code"] for one in chosen["results"]
        ]
        assert (typed["total"], typed["here"]) == (chosen["total"], "Tỉnh Mẫu")


def test_the_place_leads_to_its_own_page_or_line(sample_site: Path) -> None:
    whole, divided = answers(sample_site, "phuong ben do", "xa dong bang cu")
    assert (whole["place"]["address"], whole["here"]) == ("dia-ban/tinh-mau/#x99001", "Tỉnh Mẫu")
    addresses = [one["address"] for one in divided["place"]["parts"]]
    assert addresses == ["dia-ban/tinh-mau/#x99013", "dia-ban/tinh-mau/99007/"]


def test_dropped_the_name_is_searched_as_words(sample_site: Path) -> None:
    (answer,) = ask(sample_site, [("literal", "ket hon o tinh mau")])
    assert searched(answer) == "ket hon o tinh mau"
    assert "place" not in answer


@pytest.mark.parametrize(
    ("typed", "codes"),
    [("so do song mau", ["99"]), ("bao ve thu do song mau", []), ("thu do song mau", [])],
)
def test_a_name_is_part_of_the_matter_only_beside_the_same_words(
    sample_site: Path, typed: str, codes: list[str]
) -> None:
    cards = cards_of("Bảo vệ thủ đô Sông Mẫu", "Cấp sổ đỏ")
    provinces = [["99", "song-mau", "Tỉnh Sông Mẫu", "Sông Mẫu"]]
    assert ask(sample_site, [("provinces", [cards, provinces, typed])]) == [codes]


def test_names_are_read_only_where_words_look_like_one(sample_site: Path) -> None:
    texts = ["ket hon", "ket hon o tinh mau", "ket hon phuong ben do"]
    assert ask(sample_site, [("names", text) for text in texts]) == [False, False, True]


def test_without_records_of_places_nothing_is_said_of_them(sample: Edition) -> None:
    without = Edition(replace(sample.catalogue, places={}), sample.day, sample.words)
    assert place_table(without) is None


def test_a_subject_that_the_catalogue_lacks_is_said_to_be_absent(sample_site: Path) -> None:
    known, absent = answers(sample_site, "giay khai sinh", "ban ve so trung thuong vietlott")
    assert (known["weak"], absent["weak"]) == (False, True)
