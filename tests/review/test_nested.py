"""Changes of places and journeys, said of the commune and the step that changed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from generator.locale import words_of
from generator.model.edition import Edition
from generator.records.catalogue import Catalogue
from generator.records.journeys import Journey, StepChoice
from generator.records.units import CommuneUnit, FormerUnit, ProvinceUnit
from generator.review.compare import compare
from generator.review.outline import Outline, Section

PLACE = "tinh-mau"
JOURNEY = "mo-quan-an"


def records_of(base: Catalogue, head: Catalogue) -> list[Section]:
    sections = [made() for made in Outline(compare(base, head), words_of("vi")).sections()]
    return [section for section in sections if section.level == 3]


def lines(base: Catalogue, head: Catalogue) -> list[tuple[str, str]]:
    (section,) = records_of(base, head)
    said = []
    for line in section.lines:
        marks = {"same": "{}", "dropped": "-{}-", "added": "+{}+"}
        text = "".join(marks[str(span.kind)].format(span.text) for span in line.runs)
        said.append((line.part, text))
    return said


def with_commune(catalogue: Catalogue, change: Callable[[CommuneUnit], CommuneUnit]) -> Catalogue:
    place = catalogue.places[PLACE]
    first, *others = place.communes
    return with_place(catalogue, replace(place, communes=(change(first), *others)))


def with_place(catalogue: Catalogue, place: ProvinceUnit) -> Catalogue:
    return replace(catalogue, places={**catalogue.places, PLACE: place})


def with_journey(catalogue: Catalogue, change: Callable[[Journey], Journey]) -> Catalogue:
    changed = change(catalogue.journeys[JOURNEY])
    return replace(catalogue, journeys={**catalogue.journeys, JOURNEY: changed})


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            lambda one: replace(one, name="Chợ Mới"),
            [("Phường Chợ Mới (99001) › Tên", "-Trung Tâm-+Chợ Mới+")],
        ),
        (
            lambda one: replace(one, kind="commune"),
            [("Xã Trung Tâm (99001) › Loại", "-Phường-+Xã+ Trung Tâm")],
        ),
        (
            lambda one: replace(one, valid_from=date(2025, 7, 2)),
            [("Phường Trung Tâm (99001) › Có từ", "+02/07/2025+")],
        ),
        (
            lambda one: replace(one, merged_from=(*one.merged_from, FormerUnit(name="Xã Mới"))),
            [("Phường Trung Tâm (99001) › Nhập từ", "+Xã Mới+")],
        ),
        (
            lambda one: replace(one, merged_from=one.merged_from[1:]),
            [
                (
                    "Phường Trung Tâm (99001) › Nhập từ",
                    "-Phường Chợ Cũ (99001), Huyện cũ: Thành phố Mẫu-",
                )
            ],
        ),
    ],
)
def test_a_change_of_a_commune_names_the_commune(
    sample: Edition,
    change: Callable[[CommuneUnit], CommuneUnit],
    expected: list[tuple[str, str]],
) -> None:
    assert lines(sample.catalogue, with_commune(sample.catalogue, change)) == expected


def test_a_commune_that_is_new_is_said_whole_and_the_others_not_at_all(sample: Edition) -> None:
    place = sample.catalogue.places[PLACE]
    new = CommuneUnit(code="99099", name="Mới", kind="commune", valid_from=date(2026, 1, 1))
    head = with_place(sample.catalogue, replace(place, communes=(*place.communes, new)))
    assert lines(sample.catalogue, head) == [
        ("Đơn vị cấp xã", "+Xã Mới (99099), Có từ: 01/01/2026+")
    ]


def test_a_merger_day_of_the_province_is_written_as_a_day(sample: Edition) -> None:
    place = replace(sample.catalogue.places[PLACE], valid_from=date(2025, 8, 1))
    ((label, said),) = lines(sample.catalogue, with_place(sample.catalogue, place))
    assert label == "Có từ"
    assert "01/08/2025" in said.replace("-", "").replace("+", "")


def test_a_link_of_a_step_is_named_by_its_step(sample: Edition) -> None:
    def linked(journey: Journey) -> Journey:
        first, *others = journey.steps
        choices = (*first.choices, StepChoice(procedure="2.900402", case="Chữ ký"))
        return replace(journey, steps=(replace(first, choices=choices), *others))

    head = with_journey(sample.catalogue, linked)
    (section,) = records_of(sample.catalogue, head)
    assert section.title == "journeys.yml: mo-quan-an (sửa)"
    assert lines(sample.catalogue, head) == [
        (
            "Chứng thực bản sao hợp đồng thuê nhà › Thủ tục",
            "+2.900402, Trường hợp: Chữ ký+",
        )
    ]


def test_another_order_of_steps_is_said_as_an_order(sample: Edition) -> None:
    head = with_journey(
        sample.catalogue, lambda one: replace(one, steps=(one.steps[1], one.steps[0], one.steps[2]))
    )
    ((label, _),) = lines(sample.catalogue, head)
    assert label == "Các bước › thứ tự"


def test_a_journey_that_is_gone_is_named(sample: Edition) -> None:
    head = replace(sample.catalogue, journeys={})
    titles = [section.title for section in records_of(sample.catalogue, head)]
    assert "journeys.yml: xay-nha (bỏ)" in titles
