"""The words beside the box of a paper name the thing, and end where a unit of sense ends."""

import pytest

from generator.readings.evidence import Evidence
from generator.readings.paper_groups import GroupChoice
from generator.readings.paper_items import Paper
from generator.readings.paper_labels import PaperLabel, cut_at_sense, label_paper, label_papers
from generator.readings.paper_roles import PaperRole
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
