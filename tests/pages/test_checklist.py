"""The list of papers to tick off: every item of the source in its own words and order."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from generator.locale import words_of
from generator.model.edition import Edition
from generator.pages.checklist import checklist
from generator.readings.recorded_papers import recorded_groups
from generator.records.stated import Stated
from generator.records.version import Dossier, DossierGroup, Form
from tests.readings.dossiers import group, item

WORDS = words_of("vi")


def listed(sample: Edition, *groups: DossierGroup, forms: Sequence[Form] = ()) -> str:
    version = replace(
        sample.entries["1.001193"].version,
        dossier=Dossier(sets=None, groups=Stated(items=groups)),
        forms=Stated(items=tuple(forms)),
    )
    return checklist(version, recorded_groups(version), sample).html


@pytest.mark.parametrize(
    ("name", "originals", "copies", "said"),
    [
        ("Đơn đề nghị nuôi ong", 1, 0, "1 bản chính"),
        ("Hợp đồng thuê tổ ong", 0, 2, "2 bản sao"),
        ("Hợp đồng thuê tổ ong (bản sao)", 1, 0, "1 bản sao"),
        ("Hợp đồng thuê tổ ong (bản chính hoặc bản sao)", 1, 0, "bản chính hoặc bản sao"),
    ],
)
def test_the_words_say_of_what_kind_a_paper_is(
    sample: Edition, name: str, originals: int, copies: int, said: str
) -> None:
    html = listed(sample, group(item(name, originals, copies)))
    assert f"<small>{said}</small>" in html


def test_a_number_that_the_name_says_is_not_said_again(sample: Edition) -> None:
    html = listed(sample, group(item("Bản sao hợp đồng thuê tổ ong", 1, 0)))
    assert "<small>" not in html
    assert "bản chính" not in html


def test_a_number_for_two_papers_together_is_said_of_neither(sample: Edition) -> None:
    html = listed(sample, group(item("Hợp đồng thuê tổ ong; giấy phép dời đàn ong", 2, 0)))
    assert "2 bản chính" not in html


def test_a_number_that_most_papers_share_is_said_once_above_them(sample: Edition) -> None:
    papers = [item(f"Đơn số {number}", 1, 0) for number in "123"]
    html = listed(sample, group(*papers, item("Sổ nuôi ong", 0, 2)))
    shared = WORDS("dossier.usual_number", number=WORDS("dossier.originals", count=1))
    assert html.count(WORDS("dossier.originals", count=1)) == 1
    assert shared in html
    assert WORDS("dossier.copies", count=2) in html


def test_no_number_is_shared_by_two_papers(sample: Edition) -> None:
    html = listed(sample, group(item("Đơn số 1", 1, 0), item("Đơn số 2", 1, 0)))
    assert html.count(WORDS("dossier.originals", count=1)) == 2


def test_a_heading_that_only_counts_sets_is_no_heading(sample: Edition) -> None:
    html = listed(sample, group("Đơn đề nghị nuôi ong", name="Số lượng hồ sơ: 01 bộ."))
    assert "<h3" not in html


def test_notes_and_items_of_zero_copies_have_no_box_and_stand_last_where_nothing_orders_them(
    sample: Edition,
) -> None:
    items = (item("Đơn nuôi ong", 1, 0), item("Lưu ý: đàn ong phải khỏe", 0, 0), item("Sổ", 1, 0))
    html = listed(sample, group(*items))
    assert html.count("<input") == 2
    assert html.index("Đơn nuôi ong") < html.index("<span>Sổ") < html.index("Lưu ý")


def test_each_paper_of_a_list_in_one_item_has_a_box(sample: Edition) -> None:
    text = "Hồ sơ gồm: a) Đơn nuôi ong; b) Bản sao sổ nuôi ong; c) Giấy phép của xã"
    html = listed(sample, group(item(text, 1, 0)))
    assert html.count("<input") == 3
    assert html.index("Đơn nuôi ong") < html.index("Bản sao sổ") < html.index("Giấy phép")


def test_an_item_without_marks_has_one_box_whatever_it_names(sample: Edition) -> None:
    text = "Đơn tách vườn; Bản vẽ vườn đối với trường hợp phải tách vườn"
    html = listed(sample, group(item(text, 1, 0)))
    assert html.count("<input") == 1
    assert text in html


def test_the_form_of_a_paper_stands_below_it(sample: Edition) -> None:
    named = replace(item("Đơn nuôi ong"), forms=("m25",))
    html = listed(sample, group(named), forms=[Form(id="m25", name="Mẫu số 25.docx")])
    assert html.index("Đơn nuôi ong") < html.index("Mẫu số 25.docx")


def test_no_words_of_the_source_are_left_out(sample: Edition) -> None:
    long = "Bản kê đàn ong theo Mẫu số 2 ban hành kèm theo Thông tư số 1/2026/TT-BYT " * 20
    assert long.strip() in listed(sample, group(long.strip()))


@pytest.mark.parametrize(
    ("name", "marks"),
    [
        ("a) Sổ nuôi ong; b) Hợp đồng thuê tổ ong", ["a) Sổ nuôi ong", "b) Hợp đồng thuê tổ ong"]),
        ("a) Sổ nuôi ong; b) Đơn theo Mẫu số 3.", ["a) Sổ nuôi ong", "b) Đơn theo Mẫu số 3."]),
        ("- Sổ nuôi ong;\n- Hợp đồng thuê tổ ong", ["Sổ nuôi ong", "Hợp đồng thuê tổ ong"]),
        (
            "1. Hồ sơ về ong gồm: a) Sổ nuôi ong; b) Hợp đồng thuê tổ ong",
            ["1. Hồ sơ về ong gồm:", "a) Sổ nuôi ong", "b) Hợp đồng thuê tổ ong"],
        ),
    ],
)
def test_papers_of_one_item_keep_the_marks_of_their_order(
    sample: Edition, name: str, marks: list[str]
) -> None:
    html = listed(sample, group(item(name, 1, 0)))
    shown = re.findall(r"(?:<span>|unticked\">)([^<]+)", html)
    assert [one.rstrip(" ;") for one in shown] == marks
