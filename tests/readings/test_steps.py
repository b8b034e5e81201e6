"""Steps of one block of text, and who acts in each."""

from dataclasses import replace

import pytest

from generator.readings.evidence import Certainty
from generator.readings.step_actors import StepActor
from generator.readings.steps import StepPassage, read_passages
from generator.records.stated import Stated
from generator.records.version import Step
from tests.readings.versions import version

READER, OFFICE, UNSURE = StepActor.READER, StepActor.OFFICE, StepActor.UNSURE


def read(*steps: str) -> tuple[StepPassage, ...]:
    return read_passages(version(*steps))


def actors(*steps: str) -> list[StepActor]:
    return [one.actor.value for one in read(*steps) if not one.preface]


BLOCKS = [
    "Bước 1: Chủ vườn nộp hồ sơ.\nBước 2: Sở Y tế kiểm tra hồ sơ.\nBước 3: Sở trả kết quả.",
    "- Bước 1. Chủ vườn nộp hồ sơ.\n- Bước 2. Sở Y tế kiểm tra.\n- Bước 3. Sở trả kết quả.",
    "Giai đoạn 1: Chủ vườn nộp hồ sơ.\nGiai đoạn 2: Sở Y tế kiểm tra.\nGiai đoạn 3: Sở trả lời.",
    "a1) Chủ vườn nộp hồ sơ.\na2) Sở Y tế kiểm tra hồ sơ.\na3) Sở trả kết quả.",
    "a) Chủ vườn nộp hồ sơ.\nb) Sở Y tế kiểm tra hồ sơ.\nc) Sở trả kết quả.",
    "Chủ vườn nộp hồ sơ.\nSở Y tế kiểm tra hồ sơ.\nSở trả kết quả.",
    "Bước 1: Chủ vườn nộp hồ sơ. Bước 2: Sở Y tế kiểm tra hồ sơ. Bước 3: Sở trả kết quả.",
    "Bước 1: Chủ vườn nộp hồ sơ; bước 2: Sở Y tế kiểm tra hồ sơ, Bước 3: Sở trả kết quả.",
    f"* Cấp giấy phép{' nuôi ong' * 15}\nBước 1: Chủ vườn nộp hồ sơ.\nBước 2: Sở Y tế kiểm tra."
    "\nBước 3: Sở trả kết quả.",
    "* Trình tự\nBước 1: Chủ vườn nộp hồ sơ.\nBước 2: Sở Y tế kiểm tra.\nBước 3: Sở trả kết quả.",
]


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_becomes_its_steps(block: str) -> None:
    assert actors(block) == [READER, OFFICE, OFFICE]


@pytest.mark.parametrize("block", BLOCKS)
def test_no_word_of_a_block_is_left_out(block: str) -> None:
    assert "".join(one.words.words for one in read(block)) == block


def test_filing_and_answering_are_steps_under_their_headings() -> None:
    block = (
        "a) Nộp hồ sơ:\n- Chủ vườn gửi hồ sơ.\nb) Giải quyết:\n- Sở Y tế kiểm tra.\n- Sở trả lời."
    )
    assert actors(block) == [READER, OFFICE]


def test_a_label_is_told_from_what_is_to_do() -> None:
    first, _ = read("Bước 1: Chủ vườn nộp hồ sơ.\nBước 2: Sở Y tế kiểm tra hồ sơ.")
    assert first.label
    assert first.label.words.strip() == "Bước 1:"
    assert first.words.words[first.text_start :].strip() == "Chủ vườn nộp hồ sơ."


def test_steps_that_are_recorded_apart_stay_apart() -> None:
    assert actors("Chủ vườn nộp hồ sơ.", "Sở Y tế kiểm tra.\nSở trả kết quả.") == [READER, OFFICE]


@pytest.mark.parametrize(
    ("step", "actor"),
    [
        ("Người nuôi ong nộp hồ sơ tại Sở Y tế.", READER),
        ("Nộp hồ sơ tại bộ phận một cửa.", READER),
        ("Cơ sở đăng kiểm tàu cá xem xét hồ sơ.", OFFICE),
        ("Người đứng đầu đơn vị ra quyết định.", OFFICE),
        ("Cơ sở nuôi ong gửi hồ sơ đến Sở.", READER),
        ("Tối thiểu 45 ngày trước khi ong bay, chủ vườn gửi hồ sơ về Sở.", READER),
        ("Tiếp nhận hồ sơ và hẹn ngày trả.", OFFICE),
        ("Trong thời hạn 05 ngày, Sở Y tế xem xét, quyết định.", OFFICE),
        ("Kể từ ngày nhận đủ hồ sơ hợp lệ cơ quan chuyên môn thẩm định hồ sơ.", OFFICE),
        ("Sau 05 ngày Cục Thú y thông báo kết quả cho tổ chức, cá nhân nộp hồ sơ.", UNSURE),
        ("Kết thúc thủ tục: Chi cục Thú y có văn bản thông báo.", OFFICE),
        ("Nếu chủ vườn không bổ sung thì Sở Y tế trả lại hồ sơ.", OFFICE),
        ("Trạm sơ cấp cứu gửi hồ sơ đến phòng y tế.", READER),
        ("Hội làm vườn có trách nhiệm tiếp nhận giấy tờ.", UNSURE),
        ("Cơ quan báo chí gửi hồ sơ về Bộ.", READER),
        ("Giấy phép có hạn 05 năm.", UNSURE),
        ("Trong 05 ngày, Bộ Ong gửi hồ sơ lấy ý kiến của các bộ liên quan.", OFFICE),
        ("Hội đồng quản lý quỹ gửi hồ sơ đến Sở đề nghị công nhận quỹ.", UNSURE),
        ("Căn cứ theo ngày hẹn trên Phiếu tiếp nhận hồ sơ để nhận thông báo.", READER),
        ("Đơn vị chuyên môn giải quyết hồ sơ.", OFFICE),
        ("Cơ quan, đơn vị có liên quan có trách nhiệm trả lời bằng văn bản.", OFFICE),
        ("Đại diện thân nhân có trách nhiệm lập bản khai.", READER),
        ("Công khai danh sách vườn ong trên trang của Bộ.", OFFICE),
        ("Với hồ sơ dưới 10 tập thể, cá nhân: Sở Ong xem xét hồ sơ.", OFFICE),
    ],
)
def test_who_acts_is_told_by_subject_and_verb(step: str, actor: StepActor) -> None:
    assert actors(step) == [actor]


def test_a_short_first_line_with_its_own_verb_is_a_step() -> None:
    assert actors("Chủ vườn nộp hồ sơ đến Sở\nSở Y tế kiểm tra.\nSở trả kết quả.")[0] is READER


def test_all_steps_of_a_case_below_its_title_are_nobodys_alone() -> None:
    case = "Trình tự cấp lại Thẻ ong:\nChủ vườn nộp hồ sơ.\nSở Ong xem xét hồ sơ."
    assert actors(case, "Chủ vườn nộp hồ sơ.") == [UNSURE, READER]


def test_the_name_of_a_recorded_step_tells_who_acts() -> None:
    step = Step(name="Bước 2: Cơ quan tiếp nhận kiểm tra hồ sơ", text="Ong bay về tổ.")
    (found,) = read_passages(replace(version(), steps=Stated(items=(step,))))
    assert found.actor.value is OFFICE
    assert found.actor.evidence[0].pointer == ("steps", "items", 0, "name")


def test_a_step_without_text_is_its_name() -> None:
    step = Step(name="Nộp hồ sơ")
    (found,) = read_passages(replace(version(), steps=Stated(items=(step,))))
    assert (found.words.words, found.actor.value) == ("Nộp hồ sơ", READER)


def test_a_line_broken_inside_a_word_is_read_on() -> None:
    assert actors("Sau 05 ngày, ủy\nban nhân dân xã xem xét hồ sơ.", "Chờ.")[0] is OFFICE


def test_who_acts_is_unsure_with_its_certainty() -> None:
    (found,) = read("Giấy phép có hạn 05 năm.")
    assert found.actor.certainty is Certainty.UNSURE


def test_no_steps_are_read_where_none_are_recorded() -> None:
    assert read() == ()
