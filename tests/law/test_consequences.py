"""What follows from another finding is held back: one cause, one finding."""

import random
from dataclasses import replace

import pytest

from generator.findings.problem import Pointer, Problem, Severity
from generator.law.causes_of_file import CausesOfFile, _holds
from generator.law.consequences import BECAUSE, DOUBTS, without_consequences
from tests.growth import Act, grows_with_size

DECISION = "decisions/btp/2026/1.yml"
_ERROR = Severity.ERROR


def _problem(code: str, path: str, *pointer: str | int, **values: str) -> Problem:
    place: Pointer = pointer
    return Problem(path, code, place, values, Severity.WARNING)


def _codes(*problems: Problem) -> list[str]:
    return [problem.code for problem in without_consequences(problems)]


def test_a_wrong_day_of_signing_holds_back_what_is_compared_with_it_in_its_file_only() -> None:
    signed = _problem("TL117", DECISION, "signed")
    listed = _problem("TL116", DECISION, "listed")
    elsewhere = _problem("TL116", "decisions/btp/2026/2.yml", "listed")
    assert _codes(listed, signed, elsewhere) == ["TL117", "TL116"]
    assert _codes(listed, elsewhere) == ["TL116", "TL116"]


def test_a_row_on_a_procedure_that_is_not_there_holds_back_what_else_is_wrong_of_that_row() -> None:
    missing = _problem("TC301", DECISION, "rows", 0, "procedure")
    same, other = _problem("TL102", DECISION, "rows", 0), _problem("TL102", DECISION, "rows", 1)
    assert _codes(missing, same, other) == ["TC301", "TL102"]


def test_what_rests_on_a_record_waits_until_its_days_are_sound() -> None:
    file = "agencies/so.yml"
    turned = _problem("CQ810", file, "valid_to")
    ended = _problem("CQ819", "fields.yml", "fields", 0, "agency", **{BECAUSE: file})
    assert _codes(turned, ended) == ["CQ810"]
    assert _codes(ended) == ["CQ819"]


def test_a_code_that_is_gone_takes_what_names_it_along() -> None:
    gone = _problem("BD103", "procedures/a/1.000001/procedure.yml", found="1.000001")
    version = _problem("BD102", "procedures/a/1.000001/v001.yml")
    sheet = _problem("TC301", "postings/x/2026-01-01.yml", "sheets", 0, found="1.000001")
    other = _problem("TC301", "postings/x/2026-01-01.yml", "sheets", 1, found="1.000002")
    assert _codes(version, sheet, other, gone) == ["TC301", "BD103"]


def test_a_copy_of_a_decision_is_not_asked_for_the_rows_of_the_other() -> None:
    copy, other = "decisions/btp/2026/1-ban-sao.yml", "decisions/btp/2026/2.yml"
    same = _problem("TC317", copy, "number", other=DECISION)
    rows = [_problem("QD214", path, "rows") for path in (copy, other)]
    assert _codes(same, *rows) == ["TC317", "QD214"]


def test_a_file_of_an_agency_with_the_id_of_another_is_one_finding() -> None:
    misnamed, because = _problem("TC303", "agencies/so.yml", "id"), {BECAUSE: "agencies/so.yml"}
    compared = [_problem(code, DECISION, "agency", **because) for code in ("CQ835", "CQ838")]
    assert _codes(misnamed, *compared) == ["TC303"]
    assert _codes(*compared) == ["CQ835", "CQ838"]


def test_a_changed_fact_is_reported_once_unless_what_else_it_breaks_is_an_error() -> None:
    changed = _problem("BD106", DECISION, "number")
    odd = _problem("TC319", DECISION, "number")
    assert _codes(changed, odd) == ["BD106"]
    error = Problem(DECISION, "TC304", ("number",))
    assert _codes(changed, error) == ["BD106", "TC304"]


def test_what_is_wrong_of_an_edit_of_what_was_published_is_told_by_the_guard() -> None:
    version = "procedures/a/1.000001/v001.yml"
    edited = Problem(version, "BD101", ("channels", "items", 0, "time", "value"))
    same = _problem("PT105", version, "channels", "items", 0, "time", "value")
    other = _problem("HS304", version, "dossier", "sets")
    assert _codes(same, edited, other) == ["BD101", "HS304"]
    row = Problem(DECISION, "BD105", ("rows", 1, "version"))
    first, second = (_problem("QD204", DECISION, "rows", place) for place in (0, 1))
    assert _codes(row, first, second) == ["BD105", "QD204"]


def test_an_item_like_another_gives_way_to_what_is_wrong_in_it_and_to_nothing_beside_it() -> None:
    file = "calendar/2026.yml"
    alike = [_problem("TC320", file, "holidays", place) for place in (2, 3)]
    inside = _problem("NY715", file, "holidays", 2, "from")
    assert [*without_consequences([inside, *alike])] == [inside, alike[1]]
    elsewhere = _problem("NY715", "calendar/2027.yml", "holidays", 3, "from")
    assert _codes(*alike, elsewhere) == ["TC320", "TC320", "NY715"]


def test_a_key_in_a_wrong_place_is_not_told_as_missing_too() -> None:
    file = "procedures/a/1.000001/v001.yml"
    strayed = replace(_problem("CT202", file, "coordinating", key="coordinating"), severity=_ERROR)
    missing = replace(_problem("CT216", file, "agencies", key="coordinating"), severity=_ERROR)
    other = replace(_problem("CT216", file, "agencies", key="receiving"), severity=_ERROR)
    assert _codes(strayed, missing, other) == ["CT202", "CT216"]


def test_an_agency_in_a_wrong_place_has_its_address_elsewhere() -> None:
    place, address = (
        _problem(code, "agencies/tt.yml", key)
        for code, key in (("CQ831", "place"), ("CQ848", "address"))
    )
    assert _codes(place, address) == ["CQ831"]
    assert _codes(address) == ["CQ848"]


CAUSES = [
    "TC301",
    "TC303",
    "CT202",
    "TC307",
    "VS502",
    "BD101",
    "BD102",
    "BD105",
    "BD106",
    "QD217",
    "TL101",
    "TL117",
]
HELD = ["TC301", "TC303", "VS502", "CT201", "QD203", "TL102", "TL105", "NY712", "VS527"]
STEPS = ("rows", "signed", 0)


def drawn_problem(chance: random.Random, codes: list[str]) -> Problem:
    code = chance.choice(codes)
    pointer = tuple(chance.choices(STEPS, k=chance.randint(0, 5)))
    key = {"key": chance.choice("ab")} if code in ("CT201", "CT202") else {}
    return Problem(DECISION, code, pointer, key, chance.choice(list(Severity)))


@pytest.mark.parametrize("seed", range(60))
def test_what_is_looked_up_by_place_is_what_follows_from_any_of_all(seed: int) -> None:
    chance = random.Random(seed)
    causes = [drawn_problem(chance, CAUSES) for _ in range(chance.randint(1, 30))]
    found = CausesOfFile()
    for cause in causes:
        found.add(cause)
    for problem in [drawn_problem(chance, HELD) for _ in range(1000)]:
        assert found.hold_back(problem) == any(_holds(cause, problem) for cause in causes)


def many_problems(size: int) -> list[Problem]:
    every = [Problem(DECISION, "CT202", (f"k{n}",), {"key": f"k{n}"}) for n in range(size)]
    every += [Problem(DECISION, "TC320", ("rows", n), {}, Severity.WARNING) for n in range(size)]
    return every + [Problem(DECISION, "VS502", ("rows", n, "title"), {}) for n in range(size)]


def test_thousands_of_problems_of_one_file_are_held_back_in_time_that_grows_with_them() -> None:
    def prepare(size: int) -> Act:
        every = many_problems(size)
        return lambda: list(without_consequences(every))

    assert sum(1 for _ in without_consequences(many_problems(1000))) == 2000
    assert grows_with_size(prepare, 20_000)


def test_a_closed_folder_below_holds_back_what_may_lie_in_it() -> None:
    closed = Problem("procedures/ho-tich", "YM112")
    in_it = Problem("decisions/btp/2026/1.yml", "TC301", values={"place": "procedures/dat-dai/1"})
    of_its_kind = Problem("catalogue.yml", "NY713")
    decision = Problem("decisions/btp", "YM112")
    untold = Problem("procedures/ho-tich/1/v001.yml", "TL106")
    assert list(without_consequences([closed, in_it, of_its_kind])) == [closed, of_its_kind]
    assert list(without_consequences([decision, untold, in_it])) == [decision, in_it]


def test_a_mark_of_a_merge_holds_back_that_its_version_differs() -> None:
    before, after = (f"procedures/a/1.000001/{one}.yml" for one in ("v001", "v002"))
    mark = _problem("VS516", after, "steps", "items", 0, "text")
    differs = _problem("QD203", DECISION, "rows", 0, **{BECAUSE: f"{before} {after}"})
    assert _codes(differs, mark) == ["VS516"]
    assert _codes(differs) == ["QD203"]


def test_a_wrong_year_of_signing_holds_back_what_else_is_odd_of_what_it_publishes() -> None:
    year = _problem("TC304", DECISION, "signed", **{DOUBTS: "/1.000001/"})
    ends = _problem("TL138", DECISION, "rows", 0)
    reviewed = "procedures/a/1.000001/procedure.yml"
    early = _problem("TL125", reviewed, "last_reviewed")
    amends = _problem("TL102", "decisions/x/2026/9.yml", "rows", 0, **{BECAUSE: DECISION})
    assert _codes(year, ends, early, amends) == ["TC304"]


def test_a_field_under_a_wrong_ministry_is_told_of_by_what_its_procedures_say() -> None:
    place = ("fields", 0, "agency")
    other = _problem("CQ836", "fields.yml", *place)
    ended = _problem("CQ819", "fields.yml", *place)
    assert _codes(other, ended) == ["CQ836"]


def test_a_step_that_stands_twice_is_told_of_once() -> None:
    place = ("journeys", 0, "steps", 1, "choices", 0, "procedure")
    twice = _problem("NB403", "journeys.yml", *place)
    unlike = _problem("NB407", "journeys.yml", *place)
    assert _codes(twice, unlike) == ["NB403"]


def test_a_day_of_listing_that_is_overdue_is_asked_for_once() -> None:
    overdue, open_ = (_problem(code, DECISION, "listed") for code in ("NY717", "TC308"))
    signed = _problem("TC308", DECISION, "signed_file")
    assert _codes(overdue, open_, signed) == ["NY717", "TC308"]
