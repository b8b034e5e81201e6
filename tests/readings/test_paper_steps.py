"""A paper that only the steps name is told apart from those that the dossier lists."""

from dataclasses import replace

from generator.readings.paper_steps import papers_in_steps
from generator.readings.papers import read_papers
from generator.readings.steps import read_passages
from generator.records.stated import Stated
from generator.records.version import Step, Version
from tests.readings.dossiers import papers


def told(version: Version, *texts: str) -> list[str]:
    steps = Stated(items=tuple(Step(name=None, text=text) for text in texts))
    version = replace(version, steps=steps)
    return [one.words for one in papers_in_steps(read_passages(version), read_papers(version))]


def test_a_request_of_the_steps_is_named_without_its_receiver() -> None:
    text = "Người nuôi ong gửi văn bản đề nghị dời đàn ong đến Ủy ban nhân dân cấp xã."
    assert told(papers("Sổ nuôi ong"), text) == ["văn bản đề nghị dời đàn ong"]


def test_nothing_is_added_where_the_dossier_has_a_request() -> None:
    text = "Người nuôi ong nộp đơn đề nghị dời đàn ong tại xã."
    assert told(papers("Đơn đề nghị dời đàn ong", "Sổ nuôi ong"), text) == []


def test_what_the_office_writes_is_not_brought() -> None:
    text = "Ủy ban nhân dân cấp xã gửi văn bản đề nghị bổ sung hồ sơ."
    assert told(papers("Sổ nuôi ong"), text) == []


def test_an_answer_or_demand_of_the_office_is_not_brought() -> None:
    demand = "Kiểm tra đàn ong; nếu chưa đạt thì có văn bản yêu cầu sửa đổi sổ nuôi ong."
    answer = "Kết quả kiểm tra được nêu bằng văn bản cho người yêu cầu."
    assert told(papers("Sổ nuôi ong"), demand, answer) == []


def test_what_is_handed_back_is_quoted_with_its_sentence() -> None:
    text = "Người nuôi ong báo cho xã; nộp lại giấy phép nuôi ong cho xã. Xã xóa tên."
    assert told(papers("Đơn đề nghị dời đàn ong"), text) == ["nộp lại giấy phép nuôi ong cho xã"]
    assert told(papers("Đơn đề nghị dời đàn ong", "Giấy phép nuôi ong"), text) == []


def test_what_comes_on_top_is_quoted_with_its_case() -> None:
    text = "Người nuôi ong nộp hồ sơ. Nếu nhờ người khác thì phải gửi kèm hợp đồng ủy quyền nuôi."
    found = told(papers("Đơn đề nghị dời đàn ong"), text)
    assert found == ["Nếu nhờ người khác thì phải gửi kèm hợp đồng ủy quyền nuôi"]
