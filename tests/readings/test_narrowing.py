"""For whom alone and where alone a procedure is: by its agencies, its title, its applicants."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from generator.locale import LANGUAGES, words_of
from generator.model.applicants import APPLICANT_GROUPS
from generator.model.narrowing_words import narrowing_words
from generator.readings.narrowing import Narrowing, NarrowingKind, read_narrowing
from generator.records.stated import Stated
from tests.readings.versions import version


def read(
    title: str = "Thủ tục thử", *, executing: Sequence[str] = (), applicants: Sequence[str] = ()
) -> Narrowing | None:
    made = replace(version(executing=executing), title=title)
    found = read_narrowing(replace(made, applicants=Stated(items=tuple(applicants))), {})
    return found.value if found else None


def said(title: str = "Thủ tục thử", **known: Sequence[str]) -> str:
    found = read(title, **known)
    return narrowing_words(found, words_of("vi")) if found else ""


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Cấp hộ chiếu tại Cơ quan đại diện VIệt Nam ở nước ngoài", "abroad"),
        ("Đăng ký khai tử cho công dân Việt Nam ở nước ngoài", "abroad"),
        ("Thôi quốc tịch Việt Nam ở nước ngoài", "abroad"),
        ("Đăng ký kết hôn có yếu tố nước ngoài", "foreign_element"),
        ("Đổi bằng lái xe của người nước ngoài", "foreign"),
        ("Hỗ trợ người lao động đi làm việc ở nước ngoài", None),
        ("Cấp phép đưa công dân Việt Nam đi học ở nước ngoài theo hợp đồng", None),
        ("Lập trang tin của cơ quan đại diện nước ngoài", None),
        ("Đăng ký kết hôn", None),
    ],
)
def test_a_title_that_says_for_what_alone_is_read(title: str, kind: str | None) -> None:
    found = read(title)
    assert (found.kind if found else None) == kind


def test_the_words_are_kept_that_say_so() -> None:
    title = "Thủ tục đăng ký kết hôn có yếu tố nước ngoài tại khu vực biên giới"
    found = read_narrowing(replace(version(), title=title), {})
    assert found
    assert [one.words for one in found.evidence] == ["có yếu tố nước ngoài"]


def test_a_procedure_is_filed_abroad_alone_where_missions_alone_carry_it_out() -> None:
    missions = ["Cơ quan đại diện Việt Nam ở nước ngoài", "Cơ quan lãnh sự"]
    abroad = Narrowing(NarrowingKind.ABROAD)
    assert read(executing=missions) == abroad
    assert read(executing=[*missions, "Ủy ban nhân dân cấp xã"]) is None
    assert read(executing=["Cơ quan đại diện chủ sở hữu"]) is None


def test_applicants_narrow_where_all_are_of_one_kind() -> None:
    assert said(applicants=["foreigner", "foreigner_residing"]) == "Chỉ cho người nước ngoài"
    assert said(applicants=["enterprise", "cooperative"]) == "Chỉ cho hợp tác xã, doanh nghiệp"
    assert said(applicants=["civil_servant"]) == "Chỉ cho cán bộ, công chức, viên chức"
    assert said(applicants=["foreigner", "vietnamese_citizen"]) == ""
    assert said(applicants=["other"]) == "" == said()


def test_title_and_applicants_that_contradict_each_other_say_nothing() -> None:
    title = "Cấp thẻ tạm trú cho người nước ngoài"
    assert read(title, applicants=["enterprise"]) == Narrowing(
        NarrowingKind.BODIES, ("enterprise",)
    )
    assert read(title, applicants=["vietnamese_citizen"]) is None
    assert read("Cấp sổ đối với hộ gia đình", applicants=["overseas_vietnamese"]) is None


def test_a_list_whose_last_thing_alone_has_a_foreign_side_is_not_narrowed() -> None:
    listed = "Chấm dứt trại ong nhỏ, mạng ong và trại ong có yếu tố nước ngoài"
    assert read(listed) is None
    one = "Đăng ký nhận cha, mẹ và nhận con có yếu tố nước ngoài"
    assert read(one) == Narrowing(NarrowingKind.FOREIGN_ELEMENT)


def test_every_applicant_that_narrows_has_words_in_every_language() -> None:
    kinds = APPLICANT_GROUPS.keys() - {"vietnamese_citizen"}
    for language in LANGUAGES:
        assert all(words_of(language).has(f"narrowing.who.{kind}") for kind in kinds)
