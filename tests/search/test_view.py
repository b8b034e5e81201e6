"""What the results page says of an answer."""

from pathlib import Path
from typing import Any

from benchmarks.node import ask_script

RUN = Path(__file__).parent / "view.mjs"


def _said(*answers: dict[str, Any]) -> list[Any]:
    return ask_script(RUN, Path(), answers)


def test_where_no_procedure_fits_the_need_that_does_is_named() -> None:
    need = {"journeys": [{"name": "Mở quán", "address": "viec/", "about": ""}]}
    found = _said({"weak": True, **need}, {"weak": True}, need)
    assert [status for status, _ in found] == ["need Mở quán", "weak", "some"]


def test_a_place_that_nobody_knows_is_said() -> None:
    place = {"code": "99", "name": "Tỉnh Mẫu"}
    unknown, both, known = (
        {"place": one} for one in ({"unknown": "xã x"}, {**place, "unknown": "xã x"}, place)
    )
    said = [texts for _, texts in _said(unknown, both, known)]
    assert said == [["no xã x"], ["no xã x", "at Tỉnh Mẫu"], ["at Tỉnh Mẫu"]]
