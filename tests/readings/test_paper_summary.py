"""How many papers, and the first ones, in a few words."""

from dataclasses import replace

import pytest

from generator.readings.paper_summary import (
    DossierChoice,
    PaperSummary,
    shorten_name,
    summarise_papers,
)
from generator.readings.papers import read_papers
from generator.records.version import DataLookup, Version
from tests.readings.dossiers import dossier, group, item, papers

APPLICATION = "Đơn đề nghị cấp giấy phép nuôi ong"


def summarise(version: Version) -> PaperSummary:
    return summarise_papers(read_papers(version))


def test_papers_that_only_some_need_are_the_difference_of_fewest_and_most() -> None:
    found = summarise(papers("Bản vẽ vườn", "Giấy ủy quyền (nếu có)", APPLICATION))
    assert (found.choice, found.fewest, found.most, found.cases) == (DossierChoice.ALL, 2, 3, 0)
    assert [one.name for one in found.first] == [APPLICATION, "Bản vẽ vườn", "Giấy ủy quyền"]
    assert [one.if_needed for one in found.first] == [False, False, True]


def test_cases_are_counted_by_the_easiest_and_the_hardest() -> None:
    new = group(APPLICATION, "Bản vẽ vườn", "Hợp đồng thuê vườn", name="Trường hợp cấp mới")
    again = group(APPLICATION, name="Trường hợp cấp lại")
    found = summarise(dossier(new, again))
    assert (found.choice, found.fewest, found.most, found.cases) == (DossierChoice.ONE, 1, 3, 2)


def test_everybody_brings_a_paper_listed_for_a_person_and_for_an_organisation() -> None:
    twins = [
        f"Báo cáo nuôi ong theo mẫu số {n} đối với {who}"
        for n, who in ((1, "cá nhân"), (2, "tổ chức"))
    ]
    found = summarise(papers(APPLICATION, *twins, "Bản vẽ vườn đối với tổ chức"))
    assert (found.fewest, found.most) == (2, 4)


def test_a_paper_for_a_case_and_one_for_its_opposite_count_as_one() -> None:
    either = (
        "Bản vẽ vườn đối với hộ phải xin phép dời đàn",
        "Sổ nuôi ong đối với hộ không phải xin phép dời đàn",
    )
    found = summarise(papers(APPLICATION, *either))
    assert (found.fewest, found.most) == (2, 2)


def test_groups_that_the_words_do_not_relate_are_unknown() -> None:
    people = [group(APPLICATION, name=f"Hồ sơ của {who}") for who in ("chủ vườn", "người thuê")]
    found = summarise(dossier(*people))
    assert (found.choice, found.fewest) == (DossierChoice.UNKNOWN, 0)
    assert [one.name for one in found.first] == [APPLICATION]


def test_one_of_several_counts_once_and_says_how_many() -> None:
    found = summarise(papers("Một trong các giấy tờ sau: a) Hợp đồng thuê; b) Giấy giao đất."))
    assert (found.fewest, found.most) == (1, 1)
    assert found.first[0].one_of == 2


def test_notes_and_papers_of_zero_copies_are_not_counted() -> None:
    found = summarise(papers(APPLICATION, "Lưu ý: nộp sớm", item("Tờ trình lập vườn", 0, 0)))
    assert (found.fewest, found.most) == (1, 1)


def test_an_empty_dossier_has_no_papers() -> None:
    assert summarise(dossier()) == PaperSummary(DossierChoice.ALL, 0, 0, 0, True, ())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("- đơn đề nghị nuôi ong;", "Đơn đề nghị nuôi ong"),
        ("Đơn đề nghị nuôi ong ở vườn", "Đơn đề nghị nuôi…"),
        ("Bản sao có chứng thực hoặc bản sao giấy khai sinh", "Giấy khai sinh"),
        ("Bản sao giấy khai sinh", "Bản sao giấy khai…"),
        ("X" * 30, "X" * 19 + "…"),
    ],
)
def test_a_name_is_cut_between_words(text: str, name: str) -> None:
    assert shorten_name(text, 20) == name


def test_papers_for_one_receiver_after_another_are_stages() -> None:
    first = group("Đơn đề nghị rút tiền", "Sổ nuôi ong", name="Hồ sơ rút tiền gửi đến Sở Ong Mật")
    second = group("Đơn đề nghị rút tiền", name="Hồ sơ rút tiền gửi ngân hàng nhận tiền")
    found = summarise_papers(read_papers(dossier(first, second)))
    assert (found.fewest, found.most, found.cases) == (3, 3, 0)


def test_what_only_adds_to_a_case_makes_that_case_for_everybody() -> None:
    base = group("Đơn đề nghị nuôi ong", "Sơ đồ tổ ong", name="Trường hợp nuôi ong lấy mật")
    added = group(
        "Sơ đồ tổ ong", "Bản kê thức ăn", name="Trường hợp nuôi thêm gà bổ sung thành phần hồ sơ:"
    )
    found = summarise_papers(read_papers(dossier(base, added)))
    assert (found.fewest, found.most, found.cases) == (2, 3, 0)


def test_a_way_of_filing_is_no_case() -> None:
    first = group("Đơn đề nghị cấp lại", "Sổ nuôi ong", name="Hồ sơ đề nghị cấp lại gồm")
    second = group("Đơn đề nghị điều chỉnh", name="Hồ sơ đề nghị điều chỉnh gồm")
    by_hand = group("Bản chụp sổ nuôi ong", name="Trường hợp nộp hồ sơ trực tiếp tại xã")
    found = summarise_papers(read_papers(dossier(first, second, by_hand)))
    assert found.cases == 2


def test_the_number_of_a_form_is_no_paper() -> None:
    found = summarise_papers(
        read_papers(papers("Đơn đề nghị nuôi ong; Phụ lục Ia Nghị định số 9/2099/NĐ-CP"))
    )
    assert found.most == 1


def test_grounds_below_a_proof_are_no_papers() -> None:
    proof = "- Giấy tờ chứng minh hộ nuôi ong thuộc một trong các trường hợp sau, cụ thể như sau:"
    grounds = ("+ Bị bão lũ làm hư tổ ong", "+ Chuyển đàn ong đi nơi khác")
    found = summarise_papers(read_papers(papers("- Đơn đề nghị hỗ trợ", proof, *grounds)))
    assert (found.fewest, found.most) == (2, 2)


def test_a_paper_said_twice_is_counted_once() -> None:
    found = summarise_papers(read_papers(papers("Đơn đề nghị", "Sổ nuôi ong", "Sổ nuôi ong")))
    assert found.most == 2


def test_a_paper_that_a_database_replaces_is_not_counted() -> None:
    replaced = replace(item("Sổ nuôi ong"), replaced_by_data=DataLookup(database="CSDL ong"))
    found = summarise_papers(read_papers(papers("Đơn đề nghị", replaced)))
    assert found.most == 1
