"""The words beside the box of a paper name the thing, and end where a unit of sense ends."""

import pytest

from generator.readings.evidence import Evidence
from generator.readings.paper_groups import GroupChoice
from generator.readings.paper_labels import PaperLabel, cut_at_sense, label_paper, label_papers
from generator.readings.paper_roles import PaperRole
from generator.readings.paper_types import Paper
from generator.readings.papers import PaperReadings, read_papers
from tests.readings.dossiers import dossier, group, papers


def read(*items: str) -> PaperReadings:
    return read_papers(papers(*items))


def asked(*items: str) -> list[Paper]:
    return [paper for paper in read(*items).groups[0].papers if paper.ticks]


def label(item: str) -> PaperLabel:
    (paper,) = asked(item)
    return label_paper(paper)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (
            "Bản sao có chứng thực hoặc bản sao có xuất trình bản chính để đối chiếu Giấy chứng"
            " nhận đủ điều kiện nuôi ong lấy mật",
            "Giấy chứng nhận đủ điều kiện nuôi ong lấy mật",
        ),
        (
            "Bản sao hợp pháp hoặc bản sao điện tử hợp pháp Quyết định thành lập hoặc bản sao Giấy"
            " phép nuôi ong của tổ chức",
            "Quyết định thành lập hoặc bản sao Giấy phép nuôi ong của tổ chức",
        ),
        (
            "Bản sao từ sổ gốc hoặc bản sao có chứng thực (trường hợp nộp hồ sơ trực tiếp); bản sao"
            " có chứng thực (trường hợp nộp qua bưu chính) các quyết định tặng giải mật ong",
            "Các quyết định tặng giải mật ong",
        ),
    ],
)
def test_a_kind_of_copy_never_stands_for_what_it_is_a_copy_of(said: str, shown: str) -> None:
    assert label(said) == PaperLabel(shown, whole=False, kind_left_out=True)


def test_what_stands_before_a_number_of_copies_is_the_name() -> None:
    (paper,) = asked("Các hồ sơ có liên quan khác về đàn ong (nếu có): 01 bản sao")
    assert paper.name.words == "Các hồ sơ có liên quan khác về đàn ong"
    assert label_paper(paper).text == "Các hồ sơ có liên quan khác về đàn ong (nếu có)"


def test_a_bracket_in_the_middle_of_a_name_is_no_condition_of_the_paper() -> None:
    said = (
        "Bản sao tài liệu về tư cách pháp lý của bên thuê tổ ong (trong trường hợp cho thuê), bên"
        " cho thuê tổ ong (trong trường hợp thuê), người chăm sóc đàn ong lấy mật"
    )
    (paper,) = asked(said)
    assert paper.condition is None
    assert "bên cho thuê tổ ong" in paper.name.words
    (either,) = asked(
        "Thẻ nuôi ong (đối với cá nhân ở trong tỉnh) hoặc Hộ chiếu (đối với cá nhân nước ngoài)"
    )
    assert either.condition is None


def test_a_bracket_that_explains_a_word_does_not_end_a_name() -> None:
    (paper,) = asked("Bản sao tài liệu thể hiện quyền (sở hữu, sử dụng) của bên cho thuê tổ ong")
    assert paper.name.words.endswith("của bên cho thuê tổ ong")


def test_a_paper_for_a_case_after_a_semicolon_is_a_paper_of_its_own() -> None:
    first, second = asked(
        "Bản sao hợp đồng thuê tổ ong; đối với trường hợp thuê tổ có đàn cần bổ sung Giấy chứng"
        " nhận kiểm dịch đàn ong"
    )
    assert first.condition is None
    assert second.condition is not None
    assert second.name.words == "Giấy chứng nhận kiểm dịch đàn ong"


def test_papers_that_begin_alike_are_named_in_full() -> None:
    first, second = asked(
        "Đơn đề nghị hỗ trợ của bên thuê tổ ong gửi cấp xã đối với hỗ trợ đợt 01; Đơn đề nghị hỗ"
        " trợ của bên thuê tổ ong gửi cấp xã đối với hỗ trợ đợt 02"
    )
    assert first.name.words.endswith("đợt 01")
    assert second.name.words.endswith("đợt 02")


def test_labels_that_would_be_alike_are_longer() -> None:
    start = "Quyết định của Hội đồng người nuôi ong về việc thông qua toàn bộ nội dung"
    found = label_papers(asked(f"{start} phương án lấy mật", f"{start} phương án dời đàn"))
    assert len({one.text for one in found.values()}) == 2
    assert all(isinstance(key, Evidence) for key in found)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Giấy phép nuôi ong", "Giấy phép nuôi ong"),
        ("Giấy phép nuôi ong lấy mật của hộ gia đình ở xã", "Giấy phép nuôi ong lấy mật…"),
        ("Giấy phép nuôi ong (do xã nơi có đàn cấp)", "Giấy phép nuôi ong"),
        ("Văn bản cam kết nuôi ong không phải để bán", "Văn bản cam kết nuôi ong…"),
        ("x" * 60, "x" * 29 + "…"),
    ],
)
def test_a_long_text_ends_at_a_unit_of_sense(said: str, shown: str) -> None:
    assert cut_at_sense(said, 30) == shown


def test_a_dossier_for_one_case_alone_says_so() -> None:
    one = dossier(group("Đơn đề nghị nuôi ong", name="Trường hợp đàn ong mới nhập"))
    assert read_papers(one).only_case
    assert not read("Đơn đề nghị nuôi ong").only_case
    two = dossier(
        group("Đơn đề nghị nuôi ong", name="Trường hợp đàn ong mới"),
        group("Đơn đề nghị nuôi ong", name="Trường hợp đàn ong cũ"),
    )
    assert not read_papers(two).only_case


def test_headings_that_lost_their_papers_are_said_to_be_mixed() -> None:
    (mixed,) = read(
        "++ Trường hợp nuôi ong lấy mật, phải cung cấp các tài liệu sau:",
        "+++ Bản cam kết về thức ăn của đàn ong",
        "++ Trường hợp nuôi ong lấy sáp, phải cung cấp các tài liệu sau:",
        "Đơn đề nghị nuôi ong",
    ).groups
    assert mixed.mixed
    assert [paper.role.value for paper in mixed.papers].count(PaperRole.HEADING) == 2
    (plain,) = read("Đơn đề nghị nuôi ong", "Bản cam kết về thức ăn").groups
    assert not plain.mixed
    assert plain.choice.value is GroupChoice.ALL


def test_copies_of_two_papers_are_told_apart_by_what_they_are_copies_of() -> None:
    kind = "bản sao có chứng thực hoặc bản sao kèm bản chính để đối chiếu"
    first, second = asked(f"{kind} giấy kiểm dịch đàn ong; {kind} giấy phép dời đàn ong")
    assert (first.name.words, second.name.words) == (
        f"{kind} giấy kiểm dịch đàn ong",
        f"{kind} giấy phép dời đàn ong",
    )
    assert label_paper(second).text == "Giấy phép dời đàn ong"


def test_a_copy_of_an_original_is_named_by_the_thing() -> None:
    said = (
        "Bản chính hoặc bản sao điện tử được chứng thực từ bản chính của giấy chứng nhận kiểm dịch"
        " đàn ong lấy mật"
    )
    assert label(said).text == "Giấy chứng nhận kiểm dịch đàn ong lấy mật"


def test_the_form_of_a_copy_is_no_condition() -> None:
    (paper,) = asked(
        "Đơn đề nghị dời đàn ong: 01 bản chính hoặc 01 bản sao điện tử trong trường hợp nộp hồ sơ"
        " trực tuyến"
    )
    assert paper.condition is None


def test_one_of_several_without_a_list_is_named_with_them() -> None:
    said = (
        "Một trong các giấy tờ sau: thẻ nuôi ong, sổ theo dõi đàn ong của hộ gia đình, giấy xác"
        " nhận của xã nơi có đàn"
    )
    assert "sổ theo dõi đàn ong" in label(said).text


def test_another_paper_that_may_stand_for_it_is_told() -> None:
    said = (
        "Bản sao giấy chứng nhận học nghề nuôi ong theo quy định tại Điều 6; hoặc giấy xác nhận"
        " của hội nuôi ong cấp tỉnh về thời gian làm nghề"
    )
    assert label(said).or_other
    assert not label("Bản sao giấy chứng nhận học nghề nuôi ong theo quy định tại Điều 6").or_other


def test_a_further_paper_after_words_that_name_none_is_a_paper() -> None:
    found = asked(
        "Giấy tờ kê khai về ưu đãi đàn ong; miễn, giảm nghĩa vụ khi dời đàn; tờ khai thuế đàn ong"
    )
    assert {one.words.words[:14] for one in found} == {"Giấy tờ kê kha", "tờ khai thuế đ"}


def test_contents_after_semicolons_are_no_papers() -> None:
    said = "Báo cáo về đàn ong gồm nội dung sau: số tổ; số đàn; + thức ăn; + giấy phép dời đàn"
    assert len(asked(said)) == 1


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (
            "Bản sao có chứng thực (trường hợp nộp hồ sơ trực tiếp); bản sao có chứng thực (trường"
            " hợp gửi hồ sơ trực tuyến) văn bản thông báo kết luận giám định đàn ong",
            "Văn bản thông báo kết luận giám định đàn ong",
        ),
        (
            "Bản chính, bản chứng thực hoặc bản sao kèm bản chính để đối chiếu các bản vẽ tổ ong"
            " của hộ gia đình",
            "Các bản vẽ tổ ong của hộ gia đình",
        ),
    ],
)
def test_ways_to_copy_are_told_from_the_thing(said: str, shown: str) -> None:
    assert label(said).text == shown


def test_a_file_for_those_who_file_online_is_no_paper_of_its_own() -> None:
    said = (
        "Văn bản đề nghị nuôi ong là bản gốc trong trường hợp nộp trực tiếp; tệp tin chụp từ bản"
        " gốc trong trường hợp nộp trực tuyến"
    )
    assert len(asked(said)) == 1


def test_a_sentence_that_frees_from_a_paper_is_a_note() -> None:
    found = asked(
        "Đơn đề nghị nuôi ong",
        "Công trình nuôi ong không thuộc diện thẩm định thì không phải nộp giấy tờ này.",
    )
    assert len(found) == 1
    assert asked("Chưa có quy định cụ thể.") == []


def test_a_paper_that_stands_for_another_is_no_further_paper() -> None:
    assert len(asked("Giấy kiểm dịch đàn ong; nếu không có thì văn bản xác nhận của xã")) == 1


def test_papers_that_a_rule_names_keep_the_rule() -> None:
    said = (
        "Bản khai của chủ vườn và các giấy tờ quy định tại khoản 1 Điều 10 Thông tư số 5/2010/TT-X"
    )
    found = label(f"{said} của Bộ trưởng Bộ Ong mật ban hành ngày 5 tháng 6 trong lần thứ hai")
    assert "quy định tại khoản 1 Điều 10" in found.text
