"""Which place rules: the one that was chosen, or the one that a question names."""

from pathlib import Path

from benchmarks.node import ask_script

RUN = Path(__file__).parent / "place_choice.mjs"


def _place(code: str, province: str) -> dict[str, str]:
    return {"code": code, "province": province, "name": code}


def test_a_commune_chosen_within_the_province_that_is_named_stays() -> None:
    commune, province, other = _place("99001", "99"), _place("99", "99"), _place("52", "52")
    asked = [[commune, province], [commune, other], [province, commune], [None, province]]
    assert ask_script(RUN, Path(), asked) == [
        ["99001", "99001"],
        ["52", "52"],
        ["99001", "99001"],
        ["99", "99"],
    ]


def test_names_of_several_places_choose_none() -> None:
    assert ask_script(RUN, Path(), [[None, {}], [_place("99001", "99"), {}]]) == [
        ["", ""],
        ["99001", ""],
    ]
