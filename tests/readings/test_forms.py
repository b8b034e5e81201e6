"""Forms that the words name."""

import pytest

from generator.readings.forms import FormPlace, NamedForm, read_forms
from generator.records.version import DossierItem, Form
from tests.readings.dossiers import dossier, group, papers


def read(*items: str | DossierItem) -> list[NamedForm]:
    return [one.value for one in read_forms(papers(*items))]


@pytest.mark.parametrize(
    ("words", "code", "annex", "document"),
    [
        ("Đơn đề nghị nuôi ong theo Mẫu số 04", "04", None, None),
        (
            "Tờ khai theo Mẫu số 2a Phụ lục III ban hành kèm theo Nghị định số 12/2021/NĐ-CP",
            "2a",
            "III",
            "12/2021/NĐ-CP",
        ),
        (
            "Tờ khai (mẫu NA5 ban hành kèm theo Thông tư số 04/2015/TT-BCA)",
            "NA5",
            None,
            "04/2015/TT-BCA",
        ),
        ("Đơn đề nghị nuôi ong theo mẫu", None, None, None),
    ],
)
def test_a_form_has_its_number_and_its_source(
    words: str, code: str | None, annex: str | None, document: str | None
) -> None:
    (form,) = read(words)
    assert (form.code, form.annex, form.document) == (code, annex, document)
    assert form.for_reader


def test_a_form_is_called_as_the_paper_that_it_is_for() -> None:
    assert read("Đơn đề nghị nuôi ong theo Mẫu số 04")[0].name == "Đơn đề nghị nuôi ong"


def test_joined_numbers_are_forms_of_their_own() -> None:
    assert [form.code for form in read("Tờ khai theo Mẫu số 06, 08 kèm theo Nghị định")] == [
        "06",
        "08",
    ]


def test_a_number_after_a_comma_may_be_the_beginning_of_another() -> None:
    assert [form.code for form in read("Tờ khai theo Mẫu số 06, Mẫu 02-BK")] == ["06", "02-BK"]


def test_a_form_named_twice_is_listed_once() -> None:
    twice = read("Đơn theo Mẫu số 04", "Đơn theo Mẫu số 4 Thông tư số 04/2015/TT-BCA")
    assert [(form.code, form.document) for form in twice] == [("04", "04/2015/TT-BCA")]


def test_a_form_of_a_step_is_the_office_s_unless_it_is_an_application() -> None:
    steps = ["Sở lập biên bản theo Mẫu số 09.", "Chủ vườn viết đơn đề nghị theo Mẫu số 01."]
    found = {one.value.code: one.value for one in read_forms(dossier(steps=steps))}
    assert found["09"].place is FormPlace.STEP
    assert [found["09"].for_reader, found["01"].for_reader] == [False, True]


def test_a_recorded_form_is_known_by_its_number() -> None:
    recorded = [
        Form(id="don", name="Mẫu số 04. Đơn đề nghị.docx"),
        Form(id="khac", name="Mẫu số 05"),
    ]
    named = dossier(group("Đơn đề nghị nuôi ong theo Mẫu số 4"), forms=recorded)
    assert [one.value.recorded for one in read_forms(named)] == ["don"]


def test_no_form_is_read_where_none_is_named() -> None:
    assert read("Bản vẽ vườn ong", "Giấy phép mẫu mực") == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            "Hồ sơ nuôi ong gửi qua bưu điện thì người đưa thư phải nộp bản sao phiếu gửi theo mẫu",
            "bản sao phiếu gửi",
        ),
        ("Tờ khai số tiền phải nộp ngân sách theo mẫu", "Tờ khai số tiền phải nộp ngân sách"),
    ],
)
def test_the_name_of_a_form_begins_behind_the_case_that_asks_for_it(words: str, name: str) -> None:
    assert [form.name for form in read(words)] == [name]


def test_what_a_step_has_done_in_a_case_is_no_name_of_a_form() -> None:
    case = "Hồ sơ thiếu thì Trạm Ong thông báo cho chủ vườn; Đơn nuôi ong sai thì thực hiện"
    found = [one.value.name for one in read_forms(dossier(steps=[f"{case} theo Mẫu số 9."]))]
    assert found == [None]
