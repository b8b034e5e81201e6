"""Words that a program may have read wrong off a page: found, never changed."""

from generator.imports.word.blocks import WordLine, WordPlace
from generator.imports.word.damaged_words import find_damaged


def lines(*texts: str) -> list[WordLine]:
    return [WordLine(WordPlace("a.docx", at), "", text) for at, text in enumerate(texts, 1)]


def test_words_and_numbers_that_cannot_be_are_doubted() -> None:
    read = lines(
        "Ban hành Ííỉeo Quyết định số 60/2026/QĐ- UBND, Luật số 95/2025/Qh15",
        "- Trực tuyến: https://dichvuc ong.gov.vn/.",
        "Cóphụ lục, nộp tại https://dichvucong.gov.vn bằng Excel; 50.000 VnĐ; Uỷ ban",
    )
    found = {one.words for one in find_damaged(read, read)}
    assert found == {
        "https://dichvuc ong.gov.vn",
        "Ííỉeo",
        "60/2026/QĐ- UBND",
        "95/2025/Qh15",
        "Cóphụ",
    }


def test_a_pair_of_words_that_is_usually_written_otherwise_is_doubted() -> None:
    often = lines(*["đối với hồ sơ của Ủy ban"] * 90)
    read = lines("đổi với hồ sơ của Uỷ ban", "Đổi với sở")
    found = [
        (one.words, one.usual, one.count, one.line.place.paragraph)
        for one in find_damaged(read, [*often, *read])
    ]
    assert found == [("đổi với", "đối với", 1, 1), ("Đổi với", "đối với", 1, 2)]


def test_a_pair_that_is_as_usual_as_another_is_not_doubted() -> None:
    read = lines(*["có thể"] * 40, *["cơ thể"] * 2)
    assert find_damaged(read, read) == []


def test_a_rare_pair_that_goes_with_the_words_beside_it_is_not_doubted() -> None:
    often = lines(*["được nhận chuyển quyền sử dụng đất"] * 60)
    right = lines("là quân nhân chuyên nghiệp, quân nhân khác", "xác nhận, chuyển cơ quan")
    wrong = lines("được nhân chuyển quyền sử dụng")
    found = find_damaged([*right, *wrong], [*often, *right, *wrong])
    assert [(one.words, one.usual) for one in found] == [
        ("được nhân", "được nhận"),
        ("nhân chuyển", "nhận chuyển"),
    ]


def test_a_pair_of_which_both_words_would_be_others_is_not_doubted() -> None:
    often = lines(*["được nhận từ nhận chuyển quyền"] * 60)
    read = lines("thành viên của doanh nghiệp tư nhân")
    assert find_damaged(read, [*often, *read]) == []


def test_words_that_every_such_decision_has_are_doubted_when_written_otherwise() -> None:
    read = lines("Công bố thủ tục hành chính mói ban hành Lĩnh vực đất đai, SỬA ĐỔI, bố sung")
    found = [(one.words, one.usual) for one in find_damaged(read, read)]
    assert found == [("mói ban hành", "mới ban hành"), ("bố sung", "bổ sung")]
