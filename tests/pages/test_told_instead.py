"""What is quoted of the time where no length is told."""

from generator.pages.answers.time_quotes import told_instead
from tests.readings.channel_versions import channel, version


def test_an_office_that_answers_at_once_is_quoted() -> None:
    said = "Người nhận hồ sơ phải xem và trả lời ngay cho người nuôi ong về việc nhận ong"
    assert told_instead(version(channel(), steps=(f"Nộp đơn. {said}. Ký sổ.",))) == [said]


def test_an_answer_at_once_after_an_event_is_no_time() -> None:
    said = "Trạm Ong giải quyết ngay khi có đủ người, trả lời ngay sau ngày hội."
    assert not told_instead(version(channel(), steps=(said,)))
