"""Who receives a dossier where no applicant's sentence tells it, and when the rule stands."""

import pytest

from generator.readings.door import DoorKind
from generator.readings.evidence import Certainty
from tests.readings.filings import names, offices, read
from tests.readings.versions import procedure, version


@pytest.mark.parametrize(
    ("step", "name"),
    [
        ("Sở Tư pháp tiếp nhận hồ sơ đề nghị cấp thẻ.", "Sở Tư pháp"),
        ("Bước 2: Bộ Tài chính tổ chức thu nhận hồ sơ dự thi.", "Bộ Tài chính"),
        ("Chủ vườn lập hồ sơ đề nghị Sở Y tế công nhận.", "Sở Y tế"),
        ("Khi có thay đổi thì cơ quan chủ quản phải đề nghị Bộ Y tế cấp đổi.", "Bộ Y tế"),
        ("Hội đồng lập 01 bộ hồ sơ, nộp trực tiếp về Bộ Tư pháp.", "Bộ Tư pháp"),
        (
            "Hồ sơ hợp nhất hai hội được gửi qua bưu chính đến Sở Nội vụ nơi đặt trụ sở.",
            "Sở Nội vụ",
        ),
    ],
)
def test_the_body_that_takes_a_dossier_in_is_a_likely_place(step: str, name: str) -> None:
    found = read(version(step, executing=["Sở Xây dựng"]))
    assert names(found) == [name]
    assert found.doors[0].certainty is not Certainty.UNSURE
    assert not [one for one in found.doors if one.value.kind is DoorKind.RULE]


@pytest.mark.parametrize(
    "step",
    [
        "Trong 05 ngày kể từ ngày Sở Y tế nhận hồ sơ, cơ sở được cấp phép.",
        "Nếu Sở Y tế nhận hồ sơ thì trả lời.",
        "Cơ quan cấp cho cơ sở Phiếu tiếp nhận hồ sơ.",
        "Cán bộ tiếp nhận hồ sơ kiểm tra.",
        "Trường hợp hồ sơ không đủ điều kiện, Sở Y tế gửi văn bản đến Ủy ban nhân dân cấp xã.",
        "Sau khi kiểm tra hồ sơ, Sở Y tế gửi hồ sơ đến Bộ Y tế.",
    ],
)
def test_words_that_pass_a_dossier_on_or_tell_a_time_name_no_receiver(step: str) -> None:
    assert names(read(version(step, levels=[]))) == []


def test_words_that_tell_another_body_leave_no_room_for_the_rule() -> None:
    step = "Người bán nộp hồ sơ tại trụ sở của Tổ chức cấp chứng thư."
    found = read(version(step, executing=["Ủy ban nhân dân cấp tỉnh"]))
    assert [one.certainty for one in found.doors] == [Certainty.UNSURE]
    assert names(found) == ["Tổ chức cấp chứng thư"]


def test_whom_a_dossier_goes_to_is_kept_in_the_words_of_the_source() -> None:
    found = read(version("Học viên gửi đơn tại nơi đã đăng ký dự thi.", levels=[]))
    assert names(found) == ["nơi đã đăng ký dự thi"]
    assert found.doors[0].certainty is Certainty.UNSURE


def test_in_an_internal_procedure_what_is_submitted_is_handed_in() -> None:
    found = read(
        version("Cục Đường bộ Việt Nam lập hồ sơ trình Bộ Xây dựng phê duyệt."),
        procedure(scope="internal"),
    )
    assert names(found) == ["Bộ Xây dựng"]


def test_an_internal_procedure_skips_what_is_submitted_after_opinions() -> None:
    step = "Sau khi có ý kiến của các sở, Sở Xây dựng trình Ủy ban nhân dân cấp tỉnh."
    assert names(read(version(step), procedure(scope="internal"))) == []


def test_an_office_that_takes_in_and_passes_on_receives_the_dossier() -> None:
    step = "Ủy ban nhân dân cấp tỉnh tiếp nhận và gửi bản sao hồ sơ đến Đơn vị quản lý lưới ong."
    assert names(read(version(step))) == ["Ủy ban nhân dân cấp tỉnh"]


@pytest.mark.parametrize(
    "step",
    [
        "Hộ nuôi gửi hồ sơ đến Bộ phận Một cửa hoặc trực tuyến trên Cổng dịch vụ công quốc gia"
        " đến Sở Du lịch/Sở Văn hóa, Thể thao và Du lịch.",
        "Hộ nuôi nộp trực tiếp tại Bộ phận Một cửa hoặc trực tuyến tại Cổng dịch vụ công quốc gia"
        " hồ sơ đề nghị cấp thẻ đến Sở Du lịch.",
    ],
)
def test_whom_a_desk_or_a_portal_passes_a_dossier_to_is_no_second_place(step: str) -> None:
    assert names(read(version(step))) == ["Bộ phận Một cửa"]


def test_an_office_that_receives_through_a_centre_is_no_second_place() -> None:
    step = (
        "Tổ nhóm gửi hồ sơ đến Ủy ban nhân dân cấp xã nơi có vườn thông qua Trung tâm Phục vụ"
        " hành chính công cấp xã."
    )
    assert names(read(version(step))) == ["Trung tâm Phục vụ hành chính công cấp xã"]


def test_an_office_that_post_goes_to_is_a_place_beside_a_centre() -> None:
    step = (
        "Tổ nhóm nộp hồ sơ tại Trung tâm Phục vụ hành chính công cấp xã hoặc gửi qua bưu chính"
        " đến Sở Tư pháp."
    )
    assert len(names(read(version(step)))) == 2


def test_a_body_that_is_only_told_is_no_place() -> None:
    step = "Chủ vườn nộp đơn cho Sở Tư pháp, đồng thời thông báo cho Sở Y tế để giám sát."
    assert names(read(version(step))) == ["Sở Tư pháp"]


def test_an_official_who_tells_the_decision_ends_what_the_applicant_does() -> None:
    steps = (
        "Cơ sở nộp hồ sơ cho Công an cấp tỉnh.\n"
        "Giám đốc Công an cấp tỉnh thông báo việc thu hồi cho Sở Y tế, Ủy ban nhân dân cấp xã."
    )
    assert names(read(version(steps))) == ["Công an cấp tỉnh"]


def test_a_result_that_is_taken_elsewhere_names_no_place() -> None:
    step = "Trả 01 bản cho người khai hàng để thực hiện thủ tục đăng ký xe tại cơ quan công an."
    assert names(read(version(step, levels=[]))) == []


@pytest.mark.parametrize(
    ("step", "name"),
    [
        ("Chủ lò nộp lại thẻ cho Sở Y tế.", "Sở Y tế"),
        ("Người nuôi nộp giấy đề nghị với cơ sở có dạy nghề.", "cơ sở có dạy nghề"),
        ("Ai cần thì liên hệ (qua thư) với Công ty Cảng Xanh để đăng ký.", "Công ty Cảng Xanh"),
        ("Người khiếu nại có thể khiếu nại tại nơi tiếp công dân.", "nơi tiếp công dân"),
        ("Chủ hàng có đơn gửi người đang giữ hàng.", "người đang giữ hàng"),
    ],
)
def test_whoever_takes_something_in_is_found(step: str, name: str) -> None:
    assert names(read(version(step, levels=[]))) == [name]


def test_words_of_handing_in_are_stronger_than_a_body_that_is_asked_later() -> None:
    steps = (
        "Người học nộp hồ sơ cho cơ quan tổ chức cán bộ thuộc các đơn vị.\n"
        "Cơ quan tổ chức cán bộ lập hồ sơ đề nghị Bảo hiểm xã hội tỉnh cấp đổi."
    )
    assert "Bảo hiểm xã hội tỉnh" not in names(read(version(steps, levels=[])))


def test_a_service_is_no_department() -> None:
    step = "Người học nộp đơn tại đơn vị có dịch vụ công tác xã hội."
    assert names(read(version(step, levels=[]))) == ["đơn vị có dịch vụ công tác xã hội"]


def test_a_short_name_in_brackets_leaves_the_level_to_the_committee() -> None:
    step = "Chủ vườn nộp hồ sơ cho Ủy ban nhân dân (UBND) cấp xã."
    assert names(read(version(step))) == ["Ủy ban nhân dân (UBND) cấp xã"]


def test_a_portal_has_the_whole_name_of_the_body_that_runs_it() -> None:
    step = "Tổ chức nộp hồ sơ tại Cổng dịch vụ công của Bộ Giáo dục và Đào tạo."
    portals = [one.value.name for one in read(version(step)).doors if one.value.channels]
    assert "Cổng dịch vụ công của Bộ Giáo dục và Đào tạo" in portals


def test_who_is_told_beside_the_dossier_is_no_place() -> None:
    steps = (
        "Người nhập ong gửi hồ sơ đến Sở Y tế.\n"
        "Nếu phải lấy mẫu, người nhập ong thông báo với Chi cục Thú y ngày lấy mẫu."
    )
    assert names(read(version(steps))) == ["Sở Y tế"]


def test_a_portal_on_which_something_is_made_public_opens_no_filing() -> None:
    steps = (
        "Bước 1: Xã thông báo công khai việc chọn vườn ong trên cổng thông tin điện tử của xã.\n"
        "Bước 2: Chủ vườn gửi hồ sơ về Sở Y tế."
    )
    assert names(read(version(steps))) == ["Sở Y tế"]


def test_a_case_that_speaks_of_receiving_a_visa_is_a_case() -> None:
    step = (
        "Chủ tàu gửi hồ sơ cho Công an cấp tỉnh (trường hợp đề nghị nhận thị thực tại cửa khẩu)"
        " hoặc gửi cho Công an cấp xã (trường hợp đề nghị nhận thị thực tại nhà)."
    )
    found = read(version(step))
    assert [door.case is not None for door in offices(found)] == [True, True]


def test_another_body_that_takes_in_for_a_case_is_quoted_beside_the_one_for_all() -> None:
    usual = "Chủ trại lập hồ sơ gửi Sở Y tế đề nghị cấp thẻ."
    other = "Trường hợp đổi nơi nuôi ong, Chi cục Chăn nuôi nơi có trại tiếp nhận hồ sơ và xử lý."
    found = read(version(f"{usual}\n{other}"))
    assert [one.value.text for one in found.quotes] == [usual, other]
    assert found.several


@pytest.mark.parametrize(
    "step",
    [
        "Trường hợp hồ sơ đầy đủ, Chi cục Chăn nuôi tiếp nhận hồ sơ và hẹn ngày.",
        "Trường hợp đổi nơi nuôi ong, Sở Y tế tiếp nhận hồ sơ.",
        "Trường hợp đổi nơi nuôi ong, cơ quan có thẩm quyền tiếp nhận hồ sơ.",
    ],
)
def test_a_condition_on_the_file_or_the_same_body_makes_no_other_place(step: str) -> None:
    found = read(version(f"Chủ trại lập hồ sơ gửi Sở Y tế đề nghị cấp thẻ.\n{step}"))
    assert not found.several


def test_who_takes_in_by_words_that_name_no_body_is_quoted_before_the_rule() -> None:
    step = "Cơ quan cấp bộ, Ban quản lý trại ong thực hiện dự án tiếp nhận hồ sơ ứng cử."
    found = read(version(step))
    assert [one.value.text for one in found.quotes] == [step]
    assert not found.doors


def test_whom_an_office_sends_a_copy_of_its_answer_is_no_place() -> None:
    filed = "Chủ vườn nộp hồ sơ trực tiếp tại Bộ phận Một cửa hoặc qua bưu chính đến Sở Y tế."
    answered = (
        "a) Trường hợp hồ sơ được chấp thuận, Sở Y tế cấp cho doanh nghiệp “Bản tiếp nhận ong”;"
        " đồng thời gửi Cục Thú y một bản sao bản tiếp nhận công bố chất lượng ong."
    )
    assert "Cục Thú y" not in names(read(version(filed, answered)))


def test_a_body_through_which_offices_send_takes_nothing_of_a_reader() -> None:
    step = (
        "Thủ trưởng đơn vị đề nghị Bộ trưởng (qua Cục Ong/Tổng cục Vườn) xét khen.\n"
        "Cục Ong tiếp nhận hồ sơ, thẩm định."
    )
    assert names(read(version(step, levels=["central"], executing=["Cục Hoa"]))) == []


def test_whoever_grants_is_no_body_that_the_rule_could_tell() -> None:
    step = "đường bưu chính hoặc qua mạng điện tử (nếu có) đến Cơ quan cấp Giấy phép."
    found = read(version(step, executing=["Sở Công Thương"]))
    assert not [one for one in found.doors if one.value.kind is DoorKind.RULE]
    assert [one.value.text for one in found.quotes] == [step]
