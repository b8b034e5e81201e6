"""A cut leaves the beginning of every paper that some words name, and of every case."""

from collections.abc import Callable

import pytest

from generator.readings.paper_segments import SegmentKind, cut_parts, cut_to_first, segments

CERTIFICATE = (
    "Sơ yếu lý lịch của người nuôi ong lấy mật theo Mẫu số 10 ban hành kèm theo Nghị định số 1 của "
    "Chính phủ quy định chi tiết việc nuôi ong và văn bằng của người nuôi ong"
)


def told(text: str) -> list[tuple[str, str]]:
    return [(one.kind.value, text[one.start : one.end].strip(" ,;.")) for one in segments(text)]


def test_papers_cases_and_sources_are_told_apart() -> None:
    assert told(CERTIFICATE) == [
        ("paper", "Sơ yếu lý lịch của người nuôi ong lấy mật theo Mẫu số 10"),
        (
            "source",
            "ban hành kèm theo Nghị định số 1 của Chính phủ quy định chi tiết việc nuôi ong",
        ),
        ("paper", "và văn bằng của người nuôi ong"),
    ]
    assert told("Giấy thuê vườn đối với người đi thuê; trường hợp mất phải kèm đơn báo mất") == [
        ("paper", "Giấy thuê vườn"),
        ("case", "đối với người đi thuê"),
        ("case", "trường hợp mất phải"),
        ("paper", "kèm đơn báo mất"),
    ]


def test_a_second_paper_stays_where_its_rule_is_left_out() -> None:
    assert cut_parts(CERTIFICATE, 60) == (
        "Sơ yếu lý lịch của người nuôi ong lấy mật theo Mẫu số 10… và văn bằng của người nuôi ong"
    )


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (
            "Phương án nuôi ong được xã ký duyệt. Trường hợp nuôi trong khu dân cư đông người thì "
            "phải có văn bản đồng ý của trạm thú y nơi nuôi ong",
            "Phương án nuôi ong được xã ký duyệt. Trường hợp nuôi trong khu dân cư đông người thì "
            "phải có văn bản đồng ý của trạm thú y…",
        ),
        (
            "Bản đồ vườn ong của hộ. Bản đồ vẽ rõ ranh giới vườn, nguồn nước, các tổ ong và đường "
            "đi (chỉ áp dụng đối với vườn ở vùng núi cao)",
            "Bản đồ vườn ong của hộ. Bản đồ vẽ rõ ranh giới vườn… (chỉ áp dụng đối với vườn ở vùng "
            "núi cao)",
        ),
        (
            "Sổ ong. Người nuôi ghi vào sổ mỗi tháng một lần số mật đã lấy",
            "Sổ ong…",
        ),
        (
            "Giấy thuê vườn đối với trường hợp quy định tại điểm a khoản 1 Điều 5 của Luật Ong",
            "Giấy thuê vườn đối với trường hợp quy định tại điểm a khoản 1 Điều 5 của Luật Ong",
        ),
    ],
)
def test_every_case_stays_and_what_is_told_besides_gives_way(said: str, shown: str) -> None:
    assert cut_parts(said, 36) == shown


def test_a_bracket_on_a_case_is_closed() -> None:
    said = f"Giấy thuê vườn nuôi ong (đối với hộ {'nuôi ong ở vùng núi cao ' * 5})"
    assert cut_parts(said, 30).endswith("…)")


def test_words_without_a_paper_of_their_own_are_one_segment() -> None:
    [only] = segments("Ủy ban nhân dân xã nhận hồ sơ không có sổ")
    assert only.kind is SegmentKind.PAPER


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (
            "Giấy thuê vườn nuôi ong ở vùng núi cao nếu đi thuê",
            "Giấy thuê vườn nuôi ong… nếu đi thuê",
        ),
        (
            "Đối với hộ nuôi ong lấy mật ở vùng núi: sổ ong",
            "Đối với hộ nuôi ong lấy mật… sổ ong",
        ),
        ("Sổ nuôi ong", "Sổ nuôi ong"),
    ],
)
def test_the_shortest_cut_leaves_a_paper_and_its_case(said: str, shown: str) -> None:
    assert cut_to_first(said, 30) == shown


def test_a_case_that_opens_with_many_words_is_not_cut_to_nothing() -> None:
    said = f"Sổ ong {'của hộ nuôi ong ' * 9}đối với trường hợp mà hộ nuôi ong ở vùng núi rất cao"
    assert cut_to_first(said, 30) == "Sổ ong của hộ nuôi ong… đối với trường hợp mà hộ nuôi ong…"


def test_a_case_is_not_told_of_the_paper_before_its_alternative() -> None:
    said = (
        "Văn bản thỏa thuận về việc dời đàn ong của hộ nuôi ong ở vùng núi hoặc hợp đồng mua bán "
        "đối với đàn ong đã bán"
    )
    assert cut_to_first(said, 40) == (
        "Văn bản thỏa thuận về việc dời đàn ong… hoặc hợp đồng mua bán đối với đàn ong đã bán"
    )


def test_one_of_several_cases_is_not_told_alone() -> None:
    said = (
        "Nghị quyết về việc dời đàn ong của chủ vườn ở vùng núi đối với vườn một chủ; của hội ong "
        "đối với vườn nhiều chủ"
    )
    assert cut_to_first(said, 40) == "Nghị quyết về việc dời đàn ong…"
    excepted = f"{said}, trừ vườn ong của trường học"
    assert cut_to_first(excepted, 40).endswith("… trừ vườn ong của trường học")


def test_words_that_only_lead_to_a_paper_are_no_paper() -> None:
    said = "Trường hợp dời đàn ong ở vùng núi cao và biên giới thì phải có sổ nuôi ong của hộ"
    assert cut_to_first(said, 30) == "Trường hợp dời đàn ong ở vùng… có sổ nuôi ong của hộ"


@pytest.mark.parametrize("cut", [cut_parts, cut_to_first])
def test_points_of_the_dossier_itself_are_never_dropped(cut: Callable[[str, int], str]) -> None:
    said = "Số lượng đơn nuôi ong là 02 bản; số lượng mỗi giấy tại điểm b, c, d mục này là 01 bản"
    assert "điểm b, c, d" in cut(said, 40)
    law = said.replace("c, d mục này", "c, d khoản 2 Điều 9 của Luật Nuôi ong")
    assert "điểm b, c, d" not in cut(law, 40)


TAKEN = (
    "Hộ nuôi ong ở vùng núi đã khai thác được dữ liệu điện tử về đàn ong thì không phải nộp sổ ong"
)


@pytest.mark.parametrize("cut", [cut_parts, cut_to_first])
def test_what_denies_stays_before_what_it_denies(cut: Callable[[str, int], str]) -> None:
    case = f"Trường hợp {TAKEN[0].lower()}{TAKEN[1:]}"
    assert cut(case, 30).endswith("… thì không phải nộp sổ ong") or cut(case, 30) == case


def test_a_paper_behind_a_dash_in_a_case_stays() -> None:
    said = "Trường hợp nuôi ong ở vùng núi thì phải nộp thêm: + Giấy thuê vườn, nếu đi thuê"
    assert "thêm: + Giấy thuê vườn" in cut_parts(said, 30)


def test_a_paper_that_a_lost_case_does_not_need_is_left_out() -> None:
    words = (
        "Lưu ý: Ong rừng phải có giấy kiểm dịch ong. Người nuôi ong về ở với chủ vườn quen biết đã"
        " đồng ý bằng lời và không phải xuất trình, cung cấp giấy tờ thuê vườn."
    )
    assert "giấy tờ thuê vườn" not in cut_parts(words, 60)


_LONG = "đã được cơ quan quản lý ong mật ở vùng núi phía bắc cấp từ năm trước"


@pytest.mark.parametrize("cut", [cut_parts, cut_to_first])
def test_papers_on_top_of_others_are_told_first(cut: Callable[[str, int], str]) -> None:
    said = f"Ngoài đơn nuôi ong {_LONG}, người nộp thuế nộp bản đồ vườn và ảnh tổ ong"
    assert cut(said, 60).endswith("… nộp bản đồ vườn và ảnh tổ ong")


@pytest.mark.parametrize("cut", [cut_parts, cut_to_first])
def test_the_form_of_a_case_stays(cut: Callable[[str, int], str]) -> None:
    said = f"Trường hợp chủ vườn {_LONG} thì chủ vườn báo theo mẫu số 24.1/ONG của Bộ"
    assert cut(said, 40).endswith("… theo mẫu số 24.1/ONG")


def test_a_name_goes_on_where_only_an_authority_is_told() -> None:
    said = "Văn bản của cơ quan có thẩm quyền cho phép nuôi ong ở năm nước; bản dịch tiếng Việt"
    assert cut_parts(said, 50).startswith("Văn bản của cơ quan có thẩm quyền cho phép nuôi ong")


def test_what_an_office_looks_up_itself_gives_way_unless_it_frees_of_a_paper() -> None:
    looked_up = "(Cơ quan giải quyết khai thác dữ liệu để thay thế Bản sao thẻ ong, bản sao sổ ong)"
    assert "Bản sao" not in cut_parts(f"Giấy xác nhận nuôi ong {looked_up}", 40)
    freed = "(Cơ quan giải quyết khai thác dữ liệu, người dân không phải nộp Bản sao thẻ ong)"
    assert "không phải" in cut_parts(f"Giấy xác nhận nuôi ong {freed}", 40)


def test_the_second_condition_of_who_is_freed_of_a_paper_stays() -> None:
    said = (
        "Hồ sơ nuôi ong đối với ong lạ. Miễn nộp trong trường hợp ong đã được nhập theo quy định"
        " tại Điều 5 Nghị định số 1/2025/NĐ-CP và không có thay đổi về giống ong, số thùng ong"
    )
    assert "và không có thay đổi về giống ong" in cut_parts(said, 60)


def test_the_paper_that_a_case_leads_to_is_told_and_not_the_words_that_lead() -> None:
    case = "Đối với trại ong ở vùng núi cao được người nước ngoài giúp vốn nuôi ong, dự án ong"
    said = f"{case} không hoàn lại, hồ sơ gồm: Tờ khai điều chỉnh số thùng ong của trại"
    assert "Tờ khai điều chỉnh" in cut_to_first(said, 60)


def test_what_a_case_asks_for_is_shown_whatever_it_is_called() -> None:
    case = "Trường hợp chủ vườn ong đã làm xong mọi thùng ong và có nhu cầu " + "nuôi ong " * 12
    said = f"Bản vẽ vườn ong của xã. {case}thì nộp hồ sơ theo quy định tại Điều 9 Luật Ong"
    assert cut_parts(said, 60).endswith("… thì nộp hồ sơ theo quy định tại Điều 9 Luật Ong")


def test_a_cut_goes_on_to_what_a_paper_of_some_body_is_for() -> None:
    said = (
        "Văn bản của người đại diện hội nuôi ong của tỉnh xác nhận thời gian nuôi ong " + "ở " * 40
    )
    assert "xác nhận thời gian nuôi ong" in cut_to_first(said, 45)
    listed = "Hồ sơ nuôi ong qua mạng gồm các giấy tờ theo quy định tại Luật Nuôi ong " + "ở " * 40
    assert "Luật Nuôi ong" in cut_to_first(listed, 45)


@pytest.mark.parametrize("cut", [cut_parts, cut_to_first])
def test_a_range_of_points_of_the_dossier_is_told_whole(cut: Callable[[str, int], str]) -> None:
    said = (
        "Từ lần dời đàn tiếp theo, hồ sơ chỉ cần giấy tờ từ điểm a đến điểm đ, mục 2.1. Hộ nuôi "
        "ong ghi sổ mỗi tháng"
    )
    assert "chỉ cần giấy tờ từ điểm a đến điểm đ" in cut(said, 48)
    law = said.replace("điểm đ, mục 2.1", "điểm đ khoản 2 Điều 9 của Luật Nuôi ong")
    assert "điểm a" not in cut(law, 48)
