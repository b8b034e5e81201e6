"""What holds at the chosen place comes first, the rest in its order; other places are marked."""

from pathlib import Path

from benchmarks.node import ask_script

RUN = Path(__file__).parent / "place_first.mjs"


def test_the_parts_of_the_readers_province_come_first() -> None:
    provinces = ["", "52", "66", "52"]
    asked = [["52", provinces], ["66", provinces], ["", provinces], ["99", provinces]]
    assert ask_script(RUN, Path(), asked) == [
        [[1, 3, 0, 2], [2]],
        [[2, 0, 1, 3], [1, 3]],
        [[0, 1, 2, 3], []],
        [[0, 1, 2, 3], [1, 2, 3]],
    ]


def test_a_step_never_leads_to_the_variant_of_another_province_as_if_it_were_the_readers() -> None:
    asked = [
        ["31", ["20", "31*", "24*"], True],
        ["24", ["20", "31*"], True],
        ["24", ["20", ""], True],
        ["", ["20", "31*"], True],
    ]
    assert [found[:3] for found in ask_script(RUN, Path(), asked)] == [
        [[1, 0, 2], [0, 2], False],
        [[0, 1], [0, 1], True],
        [[1, 0], [0], False],
        [[0, 1], [1], False],
    ]


def test_a_step_counts_the_procedures_that_show() -> None:
    asked = [["", ["20", ""], True], ["20", ["20", ""], True], ["31", ["20", ""], True]]
    assert [found[3] for found in ask_script(RUN, Path(), asked)] == [2, 2, 0]


def test_where_a_step_has_nothing_for_the_reader_its_search_is_at_their_place() -> None:
    asked = [["24", ["20", "31*"], True], ["31", ["20", "31*"], True]]
    nothing, own = (found[4] for found in ask_script(RUN, Path(), asked))
    assert nothing == "https://example.org/tim-kiem/?q=a&o=24001"
    assert "o=" not in own
