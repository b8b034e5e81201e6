"""Labels for a list with room: all words of a paper, or fewer of the longest ones."""

import time

import pytest

from generator.readings.paper_full_labels import full_labels
from generator.readings.papers import read_papers
from tests.readings.dossiers import papers


def shown(*names: str, room: float = 42) -> list[str]:
    (group,) = read_papers(papers(*names)).groups
    return [label.text for label in full_labels(group.papers, room).labels.values()]


def test_the_longest_papers_are_cut_first_where_room_is_short() -> None:
    long = "Bản kê đàn ong của hộ gia đình, " + "có xác nhận của trạm thú y nơi đàn ong ở, " * 8
    short = "Sổ nuôi ong của chủ vườn"
    assert not any(label.endswith("…") for label in shown(long, short))
    cut = shown(long, short, room=6)
    assert [label.endswith("…") for label in cut] == [True, False]


def test_a_condition_before_the_name_does_not_push_the_name_out() -> None:
    said = "Đối với hộ nuôi ong lấy mật ở vùng núi cao và biên giới phía bắc có hơn một trăm tổ"
    text = f"{said} thì nộp Giấy xác nhận của xã nơi có vườn ong {'và của trạm thú y ' * 12}"
    assert shown(text, "Sổ nuôi ong", room=4)[0].startswith("Giấy xác nhận của xã")


@pytest.mark.parametrize(
    "unit", [". trường hợp có cơ sở dữ liệu", " trong đó nêu rõ nội dung", "; cơ quan tiếp nhận a"]
)
def test_a_hostile_text_is_labelled_in_linear_time(unit: str) -> None:
    hostile = "Sổ nuôi ong" + unit * (200_000 // len(unit))
    (group,) = read_papers(papers(hostile)).groups
    began = time.process_time()
    full_labels(group.papers, 42)
    assert time.process_time() - began < 2


def test_a_list_that_no_cut_makes_fit_folds_the_papers_of_which_one_is_enough() -> None:
    choices = "; ".join(f"Giấy xác nhận nuôi ong lần {number} của trạm" for number in range(9))
    (group,) = read_papers(papers(f"Một trong các giấy tờ sau: {choices}", "Sổ nuôi ong")).groups
    every = [*group.papers, *(part for paper in group.papers for part in paper.parts)]
    assert full_labels(every, 12).is_over
    assert not full_labels(every, 42).is_over
