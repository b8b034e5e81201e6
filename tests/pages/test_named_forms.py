"""Forms that words name stand with the recorded ones."""

from dataclasses import replace

from generator.locale import words_of
from generator.model.edition import Edition
from generator.pages.forms import forms
from generator.readings.forms import read_forms
from generator.records.stated import Stated
from generator.records.version import Dossier, Form
from tests.readings.dossiers import group

WORDS = words_of("vi")
NAMED = "Đơn đề nghị nuôi ong theo Mẫu số 07 Phụ lục II kèm theo Nghị định số 9/2030/NĐ-CP"


def section(sample: Edition, *names: str, recorded: tuple[Form, ...] = ()) -> str:
    version = replace(
        sample.entries["1.001193"].version,
        dossier=Dossier(sets=None, groups=Stated(items=(group(*names),))),
        forms=Stated(items=recorded) if recorded else Stated(not_stated="Không nêu."),
        steps=Stated(not_stated="Không nêu."),
        conditions=Stated(not_stated="Không nêu."),
    )
    return forms(version, read_forms(version), sample).html


def test_a_form_that_only_words_name_is_listed_with_where_it_stands(sample: Edition) -> None:
    html = section(sample, NAMED)
    assert "Đơn đề nghị nuôi ong (Mẫu số 07, Phụ lục II, 9/2030/NĐ-CP)" in html
    assert WORDS("form.named") in html


def test_a_recorded_form_is_not_named_again(sample: Edition) -> None:
    html = section(sample, NAMED, recorded=(Form(id="m1", name="Mẫu số 07"),))
    assert "<li>Mẫu số 07</li>" in html
    assert WORDS("form.named") not in html


def test_no_form_is_no_section(sample: Edition) -> None:
    assert section(sample, "Bản sao hợp đồng thuê tổ ong") == ""


def test_a_form_without_a_number_says_so(sample: Edition) -> None:
    html = section(sample, "Đơn đề nghị nuôi ong theo mẫu")
    assert f"({WORDS('form.unnumbered')})" in html
