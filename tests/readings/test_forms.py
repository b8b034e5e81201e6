"""Forms that the words of papers, steps and conditions name."""

import pytest

from generator.readings.evidence import Certainty
from generator.readings.forms import FormPlace, NamedForm, read_forms
from generator.records.version import Form
from tests.readings.dossiers import dossier, group, item


def forms(*papers: str) -> list[NamedForm]:
    return [one.value for one in read_forms(dossier(group(*papers)))]


def test_a_form_is_read_with_its_number_annex_and_document() -> None:
    text = (
        "Tờ khai đàn ong theo Mẫu số 04 Phụ lục II ban hành kèm theo"
        " Thông tư số 12/2031/TT-BNNMT ngày 5/6/2031"
    )
    (form,) = forms(text)
    assert form == NamedForm(
        "Tờ khai đàn ong", "04", "II", "12/2031/TT-BNNMT", FormPlace.PAPER, True
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Đơn đề nghị (Mẫu số 01)", "01"),
        ("Đơn đề nghị theo mẫu NA9", "NA9"),
        ("Đơn đề nghị theo mẫu số 03/KBS/GSQL", "03/KBS/GSQL"),
        ("Mẫu số 24. Đơn đề nghị nuôi ong", "24"),
    ],
)
def test_a_number_is_read_in_every_way_of_writing_it(text: str, code: str) -> None:
    (form,) = forms(text)
    assert form.code == code
    assert form.name is not None
    assert form.name.startswith("Đơn đề nghị")


def test_forms_joined_by_commas_are_several() -> None:
    assert [form.code for form in forms("Báo cáo theo Mẫu số 06, 08 Phụ lục I")] == ["06", "08"]


def test_a_form_without_a_number_is_named_by_its_paper() -> None:
    (form,) = forms("Đơn đề nghị nuôi ong theo mẫu")
    assert (form.name, form.code) == ("Đơn đề nghị nuôi ong", None)


def test_a_form_named_twice_is_one() -> None:
    version = dossier(
        group("Đơn đề nghị theo Mẫu số 01"),
        steps=("Người nuôi ong nộp đơn theo Mẫu số 1 Phụ lục III.",),
    )
    (form,) = read_forms(version)
    assert form.value.annex == "III"
    assert len(form.evidence) > 2


def test_a_form_of_a_step_is_the_offices_unless_it_is_an_application() -> None:
    steps = (
        "Sở trả lời, theo Giấy biên nhận tổ ong theo Mẫu số 07.",
        "Người nuôi ong nộp hồ sơ, Đơn đề nghị nuôi ong theo Mẫu số 01.",
    )
    found = {one.value.code: one.value.for_reader for one in read_forms(dossier(steps=steps))}
    assert found == {"07": False, "01": True}


def test_a_form_of_a_condition_is_listed() -> None:
    found = read_forms(dossier(conditions=("Cam kết nuôi ong theo Mẫu số 09.",)))
    assert [one.value.place for one in found] == [FormPlace.CONDITION]


def test_a_form_is_the_recorded_one_of_the_same_number() -> None:
    recorded = Form(id="f1", name="Mẫu số 1 Đơn đề nghị.docx")
    version = dossier(group("Đơn đề nghị theo Mẫu số 01"), forms=(recorded,))
    (form,) = read_forms(version)
    assert form.value.recorded == "f1"


def test_a_form_is_the_only_one_recorded_with_its_paper() -> None:
    recorded = Form(id="f1", name="Đơn.docx")
    paper = item("Đơn đề nghị theo Mẫu số 01", 1, 0, "f1")
    (form,) = read_forms(dossier(group(paper), forms=(recorded,)))
    assert form.value.recorded == "f1"


def test_a_number_is_sure_and_a_bare_form_is_likely() -> None:
    sure, likely = read_forms(dossier(group("Đơn theo Mẫu số 01", "Bản đồ tổ ong theo mẫu")))
    assert (sure.certainty, likely.certainty) == (Certainty.SURE, Certainty.LIKELY)
