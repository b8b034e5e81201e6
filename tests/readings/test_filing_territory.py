"""Whose territory a place of filing serves."""

import pytest

from generator.readings.evidence import Certainty
from tests.readings.filings import names, offices, read
from tests.readings.versions import procedure, version


def test_a_local_body_of_another_territory_is_refused() -> None:
    step = "Người dân nộp hồ sơ tại Sở Y tế thành phố Hà Nội."
    found = read(version(step, levels=[]))
    assert offices(found) == []
    assert [one.value.name for one in found.refused] == ["Sở Y tế thành phố Hà Nội"]


def test_a_local_body_of_the_procedure_s_own_province_is_kept() -> None:
    step = "Người dân nộp hồ sơ tại Sở Y tế tỉnh Gia Lai."
    found = read(version(step), procedure("tinh"))
    assert names(found) == ["Sở Y tế tỉnh Gia Lai"]
    assert found.territory == "Gia Lai"


def test_a_national_procedure_keeps_the_local_exception_beside_the_general_place() -> None:
    step = "Chủ tàu nộp hồ sơ tại Sở Xây dựng, Sở Xây dựng thành phố Hồ Chí Minh."
    assert len(offices(read(version(step)))) == 2


def test_the_suffix_of_a_code_tells_the_territory_of_a_publisher_without_a_province() -> None:
    found = read(version(), procedure("khong-co", code="1.000001.H26"))
    assert found.territory == "Hà Nội"


@pytest.mark.parametrize(
    "words",
    [
        "không phụ thuộc vào nơi cư trú",
        "phi địa giới hành chính",
        "tại bất kỳ Trung tâm Phục vụ hành chính công",
    ],
)
def test_words_say_that_the_territory_does_not_matter(words: str) -> None:
    step = f"Người dân nộp hồ sơ tại Trung tâm Phục vụ hành chính công, {words}."
    anywhere = read(version(step)).anywhere
    assert anywhere is not None
    assert anywhere.value


def test_the_recorded_mark_of_a_procedure_without_territory_is_sure() -> None:
    anywhere = read(version(non_territorial=True)).anywhere
    assert anywhere is not None
    assert anywhere.certainty is Certainty.SURE


def test_all_centres_of_an_area_are_not_said_to_serve_wherever_one_lives() -> None:
    found = read(version(receiving=["Các Trung tâm Phục vụ HCC trên địa bàn thành phố"]))
    assert found.anywhere is None
