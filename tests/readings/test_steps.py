"""Steps told apart in one block of text, and who acts in each."""

from dataclasses import replace

import pytest

from generator.readings.evidence import Certainty
from generator.readings.step_actors import StepActor, find_actor
from generator.readings.steps import StepPassage, read_passages
from generator.records.stated import Stated
from generator.records.version import Step
from tests.readings.versions import version


def passages(*texts: str) -> tuple[StepPassage, ...]:
    return read_passages(version(*texts))


def actor(text: str) -> StepActor:
    return find_actor(text, 0, len(text)).actor


def actors(*texts: str) -> list[StepActor]:
    return [passage.actor.value for passage in passages(*texts) if not passage.preface]


READER, OFFICE, UNSURE = StepActor.READER, StepActor.OFFICE, StepActor.UNSURE


@pytest.mark.parametrize(
    "text",
    [
        "Bước 1: Người nuôi ong nộp hồ sơ.\nBước 2: Sở kiểm tra hồ sơ.",
        "- Bước 1. Người nuôi ong nộp hồ sơ.\n- Bước 2. Sở kiểm tra hồ sơ.",
        "Gồm: Bước 1: Người nuôi ong nộp hồ sơ; Bước 2: Sở kiểm tra hồ sơ.",
        "a) Nộp hồ sơ\nNgười nuôi ong nộp hồ sơ.\nb) Giải quyết hồ sơ\nSở kiểm tra hồ sơ.",
        "1. Người nuôi ong nộp hồ sơ.\n2. Sở kiểm tra hồ sơ.",
        "- Người nuôi ong nộp hồ sơ;\n- Sở kiểm tra hồ sơ.",
        "Người nuôi ong nộp hồ sơ.\nSở kiểm tra hồ sơ.",
    ],
)
def test_steps_in_one_block_are_told_apart(text: str) -> None:
    assert actors(text) == [READER, OFFICE]


def test_nothing_of_a_block_is_left_out() -> None:
    text = "Trình tự nuôi ong:\nBước 1: Người nuôi ong nộp hồ sơ.\n\nBước 2: Sở kiểm tra."
    found = passages(text)
    assert "".join(passage.words.words for passage in found) == text
    assert [passage.preface for passage in found] == [True, False, False]


def test_a_label_stands_apart_from_its_step() -> None:
    _, second = passages("Bước 1: Nộp hồ sơ.\nBước 2: Sở kiểm tra hồ sơ.")
    assert second.label is not None
    assert second.label.words == "Bước 2: "
    assert second.text_start == second.label.end


def test_a_step_that_is_recorded_alone_is_not_taken_apart_by_dashes() -> None:
    found = passages("- Người nuôi ong nộp hồ sơ;\n- Chờ.", "Sở kiểm tra hồ sơ.")
    assert len(found) == 2


def test_the_name_of_a_recorded_step_tells_who_acts() -> None:
    step = Step(name="Bước 2: Cơ quan tiếp nhận kiểm tra hồ sơ", text="Ong bay về tổ.")
    found = read_passages(replace(version(), steps=Stated(items=(step,))))
    assert found[0].actor.value is OFFICE
    assert found[0].actor.evidence[0].pointer == ("steps", "items", 0, "name")


def test_a_step_without_text_is_its_name() -> None:
    step = Step(name="Nộp hồ sơ tại Sở.")
    (found,) = read_passages(replace(version(), steps=Stated(items=(step,))))
    assert found.actor.value is READER
    assert found.words.words == "Nộp hồ sơ tại Sở."


@pytest.mark.parametrize(
    "text",
    [
        "Tổ chức, cá nhân có nhu cầu nộp hồ sơ đến Sở.",
        "Người đề nghị cấp giấy phép nuôi ong chuẩn bị hồ sơ.",
        "Nộp hồ sơ tại Sở.",
        "Trước ngày 15, doanh nghiệp gửi hồ sơ đến Bộ.",
        "Cơ quan, tổ chức, cá nhân nộp hồ sơ trực tuyến.",
        "Ong chúa nộp hồ sơ tại tổ.",
    ],
)
def test_a_reader_acts(text: str) -> None:
    assert actor(text) is READER


@pytest.mark.parametrize(
    "text",
    [
        "Sở tiếp nhận hồ sơ của tổ chức, cá nhân.",
        "Tiếp nhận hồ sơ, kiểm tra và hẹn ngày.",
        "Trong 05 ngày, Ủy ban nhân dân cấp xã cấp giấy phép cho người nuôi ong.",
        "Người tiếp nhận hồ sơ kiểm tra giấy tờ.",
        "Cơ quan đăng ký nuôi ong thẩm định hồ sơ.",
        "Tổ chức thẩm định hồ sơ và cấp giấy phép.",
    ],
)
def test_an_office_acts(text: str) -> None:
    assert actor(text) is OFFICE


@pytest.mark.parametrize("text", ["Ong bay về tổ.", "", "Trong thời hạn 05 ngày."])
def test_words_that_tell_nobody_are_unsure(text: str) -> None:
    found = find_actor(text, 0, len(text))
    assert found.actor is UNSURE
    assert found.certainty is Certainty.UNSURE
