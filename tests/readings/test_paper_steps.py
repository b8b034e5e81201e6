"""A paper that only the steps name is told apart from those that the dossier lists."""

from dataclasses import replace

from generator.readings.paper_steps import lists_another_request, papers_in_steps
from generator.readings.papers import read_papers
from generator.readings.steps import read_passages
from generator.records.stated import Stated
from generator.records.version import Step, Version
from tests.readings.dossiers import dossier, group, papers


def told(version: Version, *texts: str) -> list[str]:
    steps = Stated(items=tuple(Step(name=None, text=text) for text in texts))
    version = replace(version, steps=steps)
    found = papers_in_steps(read_passages(version), read_papers(version), version.title)
    return [one.words for one in found]


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


def test_a_request_for_what_the_title_tells_is_named_whoever_speaks_of_it() -> None:
    text = "Trạm thú y xác nhận vào Đơn đề nghị dời đàn ong, chia đàn, đồng thời ghi sổ."
    about_bees = papers("Đơn đề nghị hỗ trợ", title="Dời đàn ong")
    assert told(about_bees, text) == ["Đơn đề nghị dời đàn ong, chia đàn"]
    assert told(papers("Đơn đề nghị dời đàn ong", title="Dời đàn ong"), text) == []
    assert told(papers("Đơn đề nghị hỗ trợ", title="Bán mật ong"), text) == []


def test_a_request_for_a_case_that_the_dossier_leaves_out_is_named_with_it() -> None:
    version = dossier(group("Đơn đề nghị bán mật", name="Trường hợp đàn ong mua về"))
    steps = "Trường hợp đàn ong tự nuôi: Người nuôi ong nộp đơn đề nghị bán mật tại xã."
    assert told(version, steps) == [
        "Trường hợp đàn ong tự nuôi: Người nuôi ong nộp đơn đề nghị bán mật tại xã"
    ]
    assert told(version, steps.replace("tự nuôi", "mua về")) == []


def test_the_certificate_that_is_handed_back_as_it_was_issued_is_quoted() -> None:
    text = "Khi sửa giấy thì người nuôi ong nộp bản gốc Giấy chứng nhận đã cấp. Xã ghi sổ."
    said = ["Khi sửa giấy thì người nuôi ong nộp bản gốc Giấy chứng nhận đã cấp"]
    assert told(papers("Đơn đề nghị dời đàn ong"), text) == said
    assert told(papers("Đơn đề nghị dời đàn ong", "Giấy chứng nhận nuôi ong"), text) == []


def test_by_what_a_reader_shows_who_they_are_is_told_with_all_it_may_be() -> None:
    text = (
        "Người nuôi ong xuất trình một trong các giấy tờ sau: Căn cước điện tử; Hộ chiếu và nộp"
        " hồ sơ. Nếu đi thay thì phải xuất trình giấy giới thiệu của xã."
    )
    shown = "xuất trình một trong các giấy tờ sau: Căn cước điện tử; Hộ chiếu"
    assert told(papers("Đơn đề nghị dời đàn ong"), text) == [shown]
    assert told(papers("Đơn đề nghị dời đàn ong", "Bản sao căn cước"), text) == []
    case = "Nếu đi thay thì phải xuất trình giấy giới thiệu của xã"
    assert told(papers("Đơn đề nghị dời đàn ong"), f"Người nuôi ong nộp hồ sơ. {case}.") == [case]
    free = "Người nuôi ong không phải xuất trình căn cước khi nộp hồ sơ."
    assert told(papers("Đơn đề nghị dời đàn ong"), free) == []


def test_what_is_shown_and_handed_in_with_it_is_one_sentence() -> None:
    text = "Người nuôi ong xuất trình hộ chiếu và nộp 01 bản chính danh sách tổ; kiểm tra đàn ong."
    found = told(papers("Thông tin về đàn ong"), text)
    assert found == ["xuất trình hộ chiếu và nộp 01 bản chính danh sách tổ"]
    whole = "Người nuôi ong xuất trình hộ chiếu và nộp 01 bộ hồ sơ."
    assert told(papers("Thông tin về đàn ong"), whole) == ["xuất trình hộ chiếu"]


def test_a_proposal_is_a_request() -> None:
    text = "Người nuôi ong gửi văn bản đề xuất dời đàn ong đến Ủy ban nhân dân cấp xã."
    assert told(papers("Sổ nuôi ong"), text) == ["văn bản đề xuất dời đàn ong"]


def test_a_paper_that_the_application_is_about_does_not_show_who_a_reader_is() -> None:
    text = "Khi đến nộp phải xuất trình căn cước để đối chiếu."
    found = told(papers("Đơn trình báo mất hộ chiếu", "Đơn đề nghị cấp hộ chiếu"), text)
    assert found == ["phải xuất trình căn cước để đối chiếu"]
    again = "Khi nhận kết quả phải xuất trình căn cước."
    assert told(papers("Đơn trình báo mất hộ chiếu"), text, again) == found
    assert told(papers("Đơn trình báo mất hộ chiếu", "Bản chụp căn cước"), text) == []
    assert told(papers("Đơn đề nghị", "Giấy tờ tùy thân"), text) == []


def test_a_dossier_like_that_of_others_is_told_with_its_case() -> None:
    text = (
        "* Trường hợp nuôi lại ở vườn cũ:\n- Nộp đơn.\n* Trường hợp nuôi lại ở vườn khác:\n"
        "Hồ sơ bổ sung và việc dời như đối với đàn ong mới."
    )
    assert told(papers("Đơn xin nuôi lại"), text) == [
        "Trường hợp nuôi lại ở vườn khác:\nHồ sơ bổ sung và việc dời như đối với đàn ong mới"
    ]
    more = "Trường hợp có con nhỏ phải có thêm giấy khai sinh của ong."
    assert told(papers("Đơn xin nuôi lại"), more) == [more.rstrip(".")]
    assert told(papers("Đơn xin nuôi lại", "Giấy khai sinh của ong"), more) == []


def test_what_an_office_tells_a_reader_to_add_is_named() -> None:
    text = (
        "Ủy ban nhân dân cấp xã thực hiện: - Hướng dẫn người nộp hồ sơ bổ sung trích đo địa chính"
        " tại nơi chưa có bản đồ hoặc làm lại hồ sơ khi không hợp lệ."
    )
    guided = ["Hướng dẫn người nộp hồ sơ bổ sung trích đo địa chính tại nơi chưa có bản đồ"]
    assert told(papers("Đơn đề nghị dời đàn ong"), text) == guided
    assert told(papers("Đơn đề nghị dời đàn ong", "Mảnh trích đo địa chính"), text) == []


def test_a_certificate_is_handed_back_though_the_application_speaks_of_one() -> None:
    text = "Nếu xác nhận thay đổi thì chủ vườn nộp bản gốc Giấy chứng nhận đã cấp."
    asked = [text.rstrip(".")]
    assert told(papers("Đơn đề nghị cấp Giấy chứng nhận nuôi ong"), text) == asked
    assert told(papers("Đơn đề nghị", "Giấy chứng nhận nuôi ong đã cấp"), text) == []
    assert told(papers("Đơn đề nghị", "Bản gốc Giấy chứng nhận"), text) == []


def test_what_goes_along_with_a_dossier_is_named_unless_it_is_sent_with_the_request() -> None:
    text = "Chủ vườn nộp trực tuyến 01 bộ hồ sơ kèm theo bản mềm."
    assert told(papers("Đơn đề nghị dời đàn ong"), text) == [text.rstrip(".")]
    sent = "Chủ vườn có văn bản gửi kèm theo đơn của người nuôi."
    assert told(papers("Đơn đề nghị dời đàn ong"), sent) == []


def test_a_list_with_the_request_of_another_matter_is_known_by_the_steps() -> None:
    steps = Stated(items=(Step(name=None, text="Hộ nuôi ong nộp đơn đề nghị dời đàn ong tại xã."),))

    def is_other(*listed: str) -> bool:
        version = replace(papers(*listed), title="Dời đàn ong", steps=steps)
        return lists_another_request(read_passages(version), read_papers(version), version.title)

    assert is_other("Đơn đề nghị hỗ trợ (Mẫu 1)")
    assert not is_other("Đơn đề nghị (Mẫu 1)")
    assert not is_other("Đơn đề nghị theo mẫu")
    assert not is_other("Đơn đề nghị hỗ trợ", "Đơn đề nghị dời đàn ong")


def test_what_readers_hand_in_by_the_steps_alone_is_told_with_when() -> None:
    text = "Mỗi quý, chủ vườn gửi báo cáo kết quả nuôi ong cho xã. Xã ghi sổ."
    said = ["Mỗi quý, chủ vườn gửi báo cáo kết quả nuôi ong cho xã"]
    assert told(papers("Đơn đề nghị dời đàn ong"), text) == said
    assert told(papers("Đơn đề nghị dời đàn ong", "Báo cáo kết quả nuôi ong"), text) == []
    paid = "- Chủ vườn nộp biên lai thu tiền tại xã."
    assert told(papers("Đơn đề nghị dời đàn ong"), paid) == [paid[2:-1]]
    assert told(papers("Đơn đề nghị dời đàn ong"), paid.replace("nộp", "chưa nộp")) == []
    made_good = "Chủ vườn khắc phục và gửi báo cáo kết quả khắc phục cho xã."
    assert told(papers("Đơn đề nghị dời đàn ong"), made_good) == []


def test_what_a_reader_hands_in_is_told_from_the_step_of_an_office() -> None:
    office = "Ủy ban nhân dân cấp xã kiểm tra đàn ong kèm theo các tài liệu về mật ong."
    told_to = " Chủ vườn báo cho xã kèm theo bản chụp các tài liệu về mật ong."
    assert told(papers("Đơn đề nghị dời đàn ong"), office) == []
    assert told(papers("Đơn đề nghị dời đàn ong"), office + told_to) == [told_to.strip(" .")]
    after = (
        "Ủy ban nhân dân cấp xã gửi kết quả để chủ vườn ghi sổ và nộp giấy chứng nhận nuôi ong mới."
    )
    assert told(papers("Đơn đề nghị dời đàn ong"), after) == [after[after.index("để") : -1]]


def test_a_person_s_own_request_is_named_beside_that_of_a_body() -> None:
    dossier = papers("Văn bản đề nghị của Công an xã", "Sổ nuôi ong")
    text = "Người nuôi ong làm đơn đề nghị hưởng trợ cấp ong gửi Ủy ban nhân dân cấp xã."
    assert told(dossier, text) == ["đơn đề nghị hưởng trợ cấp ong"]
    assert told(dossier, "Trại ong gửi văn bản đề nghị hưởng trợ cấp ong.") == []


def test_a_request_is_named_with_the_decision_that_goes_with_it() -> None:
    text = "Trại ong gửi quyết định giải thể, văn bản đề nghị rút giấy phép nuôi ong đến Sở Ong."
    assert told(papers("Sổ nuôi ong"), text) == [
        "quyết định giải thể, văn bản đề nghị rút giấy phép nuôi ong"
    ]


def test_what_only_some_ways_and_late_readers_need_is_named() -> None:
    dossier = papers("Đơn đề nghị dời đàn ong")
    for text in (
        "Nếu nộp qua bưu chính, người nuôi ong gửi kèm sổ và 01 phong bì dán tem",
        "Trại ong phải nộp hồ sơ kèm theo giải trình lý do chậm nộp",
        "Nộp bản chà số thùng ong qua bưu chính",
    ):
        assert told(dossier, f"{text}.") == [text]


def test_what_an_office_says_of_a_reader_s_case_is_named() -> None:
    text = "Trường hợp đổi tên trại thì cơ sở gửi thông báo thay đổi thông tin đến nơi đã cấp"
    office = "Sở Ong tiếp nhận hồ sơ và kiểm tra trại ong."
    assert told(papers("Đơn đề nghị nuôi ong"), f"{office}\n{text}.") == [text]


def test_the_original_of_a_slip_is_handed_in() -> None:
    text = "Khi bán hết ong, người nuôi ong nộp bản gốc Phiếu theo dõi đàn ong cho Sở Ong"
    assert told(papers("Đơn đề nghị nuôi ong"), f"{text}.") == [text]


def test_without_a_dossier_what_is_filed_is_named_by_what_it_is_about() -> None:
    report = "Xã lập báo cáo đề xuất xây dựng kế hoạch nuôi ong đề nghị Ủy ban nhân dân tỉnh duyệt."
    assert told(dossier(), report) == ["báo cáo đề xuất xây dựng kế hoạch nuôi ong"]
    plain = "Người nuôi ong nộp hồ sơ đề nghị đến xã."
    assert told(dossier(), plain) == []
    assert told(papers("Đơn đề nghị dời đàn ong"), report) == []


def test_without_a_dossier_what_some_readers_file_is_quoted_with_its_sentence() -> None:
    step = "Xã ký mảnh trích đo đối với trường hợp người nuôi ong nộp mảnh trích đo vườn ong"
    assert told(dossier(), f"{step}. Xã xem đàn ong.") == [step]
