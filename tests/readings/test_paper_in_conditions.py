"""Papers that only conditions ask for are told beside the list."""

from dataclasses import replace

import pytest

from generator.readings.paper_in_conditions import papers_in_conditions
from generator.readings.papers import read_papers
from generator.records.stated import Stated
from generator.records.version import Clause, Version
from tests.readings.dossiers import papers


def told(version: Version, *texts: str) -> list[str]:
    conditions = Stated(items=tuple(Clause(text=text) for text in texts))
    version = replace(version, conditions=conditions)
    return [one.words for one in papers_in_conditions(version, read_papers(version))]


@pytest.mark.parametrize(
    "asks",
    [
        "Giấy tờ bằng tiếng nước ngoài phải được dịch sang tiếng Việt",
        "Giấy tờ không bằng tiếng Việt thì phải có thêm bản dịch công chứng",
        "Nộp muộn do bất khả kháng thì phải có giấy tờ chứng minh",
    ],
)
def test_the_sentence_that_asks_is_told(asks: str) -> None:
    assert told(papers("Đơn đề nghị nuôi ong"), f"Đàn ong khỏe.\n- {asks}; nuôi ở xa.") == [asks]


def test_nothing_is_told_that_the_dossier_speaks_of_or_that_no_paper_is() -> None:
    asks = "Giấy tờ bằng tiếng nước ngoài phải được dịch sang tiếng Việt."
    assert told(papers("Đơn đề nghị", "Bản dịch công chứng"), asks) == []
    assert told(papers("Đơn đề nghị"), "Tên vườn có thể được dịch ra tiếng nước ngoài.") == []
