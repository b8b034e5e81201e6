"""Which office gets a dossier, by the sentence that names it."""

from dataclasses import replace

import pytest

from generator.readings.evidence import Certainty
from generator.records.stated import AgencyPart, Stated
from tests.readings.filings import names, offices, read
from tests.readings.versions import channel, procedure, version


@pytest.mark.parametrize(
    ("step", "name"),
    [
        ("Người dân nộp hồ sơ tại Sở Tư pháp.", "Sở Tư pháp"),
        ("Chủ vườn gửi 01 bộ hồ sơ đến UBND cấp xã nơi có vườn.", "UBND cấp xã"),
        (
            "Hộ nuôi ong nộp hồ sơ trực tiếp hoặc qua bưu điện về Chi cục Thú y.",
            "Chi cục Thú y",
        ),
        ("Công ty lập hồ sơ theo quy định gửi Ngân hàng Nhà nước.", "Ngân hàng Nhà nước"),
        (
            "Tổ chức gửi hồ sơ đến Bộ phận Một cửa của Bộ Xây dựng.",
            "Bộ phận Một cửa của Bộ Xây dựng",
        ),
        (
            "Người nộp gửi hồ sơ đến Cục Tác chiến, Bộ Tổng Tham mưu bằng hình thức trực tiếp.",
            "Cục Tác chiến, Bộ Tổng Tham mưu",
        ),
        (
            "Cá nhân nộp hồ sơ tại Trung tâm Phục vụ hành chính công cấp tỉnh.",
            "Trung tâm Phục vụ hành chính công cấp tỉnh",
        ),
    ],
)
def test_the_sentence_that_says_where_to_hand_in_is_read(step: str, name: str) -> None:
    found = read(version(step))
    assert names(found) == [name]
    assert found.doors[0].certainty is Certainty.SURE


@pytest.mark.parametrize(
    "step",
    [
        "Sở Y tế xem xét hồ sơ, gửi văn bản lấy ý kiến đến Bộ Y tế.",
        "Trong thời hạn 05 ngày kể từ ngày nhận được hồ sơ, cơ sở khám bệnh gửi Công an cấp xã.",
        "Người nộp nhận kết quả tại Sở Y tế.",
        "Người dân nộp bổ sung hồ sơ tại Sở Y tế.",
        "Người nộp lệ phí nộp tiền tại Kho bạc Nhà nước.",
        "Hồ sơ không hợp lệ thì Sở Y tế thông báo đến Công an cấp tỉnh.",
        "Sự cố dẫn đến cơ quan đăng ký không thể thực hiện.",
        "Người dân phối hợp với UBND cấp xã làm lễ.",
        "Học sinh gửi đơn sau thời gian học tại Học viện Tài chính.",
    ],
)
def test_what_offices_do_and_what_is_no_first_handing_in_names_no_place(step: str) -> None:
    assert names(read(version(step, levels=[]))) == []


def test_what_stands_behind_the_office_s_first_act_names_no_place() -> None:
    step = (
        "Chủ xe nộp hồ sơ tại Sở Xây dựng.\nSở Xây dựng kiểm tra hồ sơ.\n"
        "Chủ xe gửi báo cáo hằng năm đến Bộ Xây dựng."
    )
    assert names(read(version(step))) == ["Sở Xây dựng"]


def test_a_place_that_passes_the_dossier_on_names_no_second_place() -> None:
    step = (
        "Cha mẹ nộp đơn cho nhà trường nơi con học.\n"
        "Nhà trường lập danh sách gửi Ủy ban nhân dân cấp xã."
    )
    assert names(read(version(step))) == ["nhà trường"]


@pytest.mark.parametrize(
    "body",
    [
        "cơ quan có thẩm quyền",
        "cơ quan cấp phép",
        "cơ quan quản lý nhà nước có thẩm quyền",
        "bộ quản lý chuyên ngành",
    ],
)
def test_a_body_told_by_what_it_does_is_unsure(body: str) -> None:
    found = read(version(f"Người dân nộp hồ sơ đến {body}.", levels=[]))
    assert [one.certainty for one in found.doors] == [Certainty.UNSURE]
    assert names(found) == [body]


def test_a_name_that_goes_on_behind_a_comma_is_unsure_and_told_whole() -> None:
    found = read(
        version("Người dân nộp hồ sơ cho Trung tâm dữ liệu rừng, biển theo mẫu.", levels=[])
    )
    assert [(one.value.name, one.certainty) for one in found.doors] == [
        ("Trung tâm dữ liệu rừng, biển", Certainty.UNSURE)
    ]


def test_in_an_internal_procedure_offices_hand_in_to_offices() -> None:
    step = "Thủ trưởng đơn vị gửi văn bản đề nghị về Cục Đăng kiểm Việt Nam."
    assert names(read(version(step), procedure(scope="internal"))) == ["Cục Đăng kiểm Việt Nam"]


def test_the_evidence_of_every_door_is_the_exact_words_of_the_record() -> None:
    step = "Chủ đất nộp hồ sơ tại Bộ phận Một cửa hoặc qua bưu điện đến Sở Y tế nơi có đất."
    found = read(version(step, receiving=["Sở Nội vụ; Cổng Dịch vụ công quốc gia"]))
    assert found.others
    for door in (*found.doors, *found.others):
        for evidence in door.evidence:
            text = (
                step if evidence.pointer[0] == "steps" else "Sở Nội vụ; Cổng Dịch vụ công quốc gia"
            )
            assert text[evidence.start : evidence.end] == evidence.words


def test_a_name_broken_by_a_line_is_whole_and_its_evidence_is_the_record() -> None:
    step = "Nhà đầu tư gửi hồ sơ đến Bộ Quốc phòng, Bộ\nCông an để xem xét."
    found = read(version(step))
    assert names(found) == ["Bộ Quốc phòng", "Bộ Công an"]
    assert found.doors[1].evidence[0].words == "Bộ\nCông an"


def test_the_words_behind_a_tax_office_tell_which_of_them() -> None:
    (door,) = offices(
        read(version("Người mua gửi tờ khai đến cơ quan thuế quản lý trực tiếp người bán."))
    )
    assert (door.name, door.locality) == ("cơ quan thuế", "quản lý trực tiếp người bán")


def test_a_ministry_and_its_department_are_one_place() -> None:
    step = (
        "Chủ vườn nộp hồ sơ về Bộ Y tế (Cục Quản lý Dược).\n"
        "Chủ vườn gửi tờ khai nuôi ong tới Bộ Y tế."
    )
    assert names(read(version(step))) == ["Bộ Y tế (Cục Quản lý Dược)"]


def test_a_name_that_goes_on_behind_a_comma_is_read_up_to_the_body_above() -> None:
    step = "Nộp hồ sơ đến Trung tâm đăng ký ong, mật ong của Cục Ong thuộc Bộ Y tế (gọi là X)."
    assert names(read(version(step))) == [
        "Trung tâm đăng ký ong, mật ong của Cục Ong thuộc Bộ Y tế"
    ]


def test_a_head_of_government_that_decides_is_no_place() -> None:
    record = version("Tổ chức nộp hồ sơ về cơ quan có thẩm quyền cấp phép.", levels=[])
    parts = Stated(items=(AgencyPart(text="Thủ tướng Chính phủ"),))
    found = read(replace(record, agencies=replace(record.agencies, deciding=parts)))
    assert "Thủ tướng Chính phủ" not in names(found)


@pytest.mark.parametrize(
    ("step", "shown", "locality"),
    [
        (
            "Chủ vườn nộp hồ sơ tới Ủy ban nhân dân cấp tỉnh nơi có vườn ít nhất 90 ngày.",
            ["Ủy ban nhân dân cấp tỉnh"],
            "nơi có vườn",
        ),
        (
            "Hội nộp về Sở Tư pháp nơi đăng ký hoạt động văn bản thông báo kèm điều lệ.",
            ["Sở Tư pháp"],
            "nơi đăng ký hoạt động",
        ),
        (
            "Doanh nghiệp gửi hồ sơ đến Bộ Quốc phòng (qua Cục Quân nhu).",
            ["Bộ Quốc phòng"],
            None,
        ),
        (
            "Chủ vườn nộp hồ sơ đề nghị\n(trực tiếp hoặc qua bưu điện)\nđến Sở Y tế.",
            ["Sở Y tế"],
            None,
        ),
    ],
)
def test_the_place_ends_before_a_time_a_letter_or_a_body_on_the_way(
    step: str, shown: list[str], locality: str | None
) -> None:
    found = read(version(step))
    assert names(found) == shown
    assert offices(found)[0].locality == locality


def test_words_for_a_case_are_no_office() -> None:
    found = read(version("Người dân nộp hồ sơ cho trường hợp đã cấp."))
    assert not [name for name in names(found) if name.lower().startswith("trường hợp")]


def test_words_for_a_body_with_its_name_in_brackets_give_that_body() -> None:
    step = "Người đề nghị nộp hồ sơ đến cơ quan đã cấp thẻ (Sở Du lịch/Sở Văn hóa và Thể thao)."
    assert names(read(version(step)))[0] == "Sở Du lịch"


def test_copies_that_an_office_sends_name_no_place() -> None:
    step = (
        "Quyết định được trung tâm gửi: 01 bản đến Bảo hiểm xã hội cấp tỉnh, 01 bản đến người dân."
    )
    assert names(read(version(step, levels=[]))) == []


def test_members_for_whom_something_is_done_are_no_place() -> None:
    step = "Tổ chức nộp hồ sơ cấp thẻ ong cho hội viên của mình cho Sở Tư pháp nơi có trụ sở."
    assert names(read(version(step))) == ["Sở Tư pháp"]


def test_what_an_office_passes_on_is_not_filed() -> None:
    told = (
        "Nộp hồ sơ qua Cổng dịch vụ công Bộ Công an. Sau đó Cục Ong trả lời; "
        "hoặc chuyển đề nghị cấp sổ ong cho bộ quản lý nhà nước trong lĩnh vực đó."
    )
    found = read(version(channels=[channel("online", told)], levels=["central"]))
    assert [one.value.name for one in found.doors] == ["Cổng dịch vụ công Bộ Công an"]


def test_who_else_is_meant_in_a_bracket_is_no_subject() -> None:
    step = (
        "Cá nhân có đơn kèm giấy khám do bệnh viện cấp (bao gồm cả bệnh viện Quân đội, công an) "
        "gửi Sở Y tế."
    )
    (found,) = read(version(step)).doors
    assert (found.value.name, found.certainty) == ("Sở Y tế", Certainty.SURE)
