"""Pieces of text that, repeated, make a careless pattern slow."""

from collections.abc import Callable

from tests.growth import Act, grows_with_size

FEES_AND_TIMES = (
    "1", "1,", "1.000 ", "1.000 đồng ", " ", "\n", "\n- ", "a) ", "(", ")(", ": ", "; ",
    "- Phí: ", "ngày ", "05 ngày làm việc ", "05 ngày, ", "15 giờ ", "từ ngày 1/1/2031 đến ",
    "đến hết ngày 31/12/2031 ", "trường hợp ", "đối với ", "miễn phí cho ", "giảm 50% phí ",
    "không tính thời gian ", "niêm yết ", "theo thông tư 12/2031/TT-BTC ", "không quá ",
    "nộp hồ sơ tại ", "gửi đến Sở ", "Ủy ban nhân dân ", "cơ quan ", "trung tâm phục vụ ",
    ", hoặc ", "đề nghị bộ ", "(đối với ", "tiếp nhận hồ sơ ", "nơi ", "số 1, ", "xyz ",
)  # fmt: skip
"""Amounts, lengths and days, and who pays."""
PLACES = (
    " ", "\n", ", a", "\n- ", "ă", "12", "số 1 đường ", "((", "sở ", "sở y tế, ",
    "ủy ban nhân dân cấp xã hoặc ", "nộp hồ sơ tại ", "qua đường bưu điện ", "đăng ký ",
    "trường hợp đối với ", "nếu nộp thì gửi ", "trong thời hạn 05 ngày, ",
    "kể từ ngày nhận được đủ hồ sơ, ", "nơi cư trú, ", "cổng dịch vụ công ", "www.a.b.vn/",
    "Cục Quản lý A và B, ", "Cục Ab Cd ", "Bước 1: ", "nộp hồ sơ tại sở y tế.\n",
    "gửi hồ sơ đến Cục A hoặc ", "sở y tế - số 1 phố a; ", "tỉnh gia lai - ",
)  # fmt: skip
"""Bodies, addresses and the sentences that name them."""
PAPERS = (
    " ", "\n", ", a", "\n- ", "ă", "12", "((", ") ", "a) ", "1. ", "(i) ", "+ A", "; ", ": ",
    "đơn ", "bản sao ", "bản sao hoặc bản chính ", "một trong các ", "giấy tờ ", "trường hợp ",
    "trường hợp a, ", "thì ", "nộp ", "hồ sơ ", "hồ sơ gồm: ", "các tài liệu ", "theo mẫu ",
    "Mẫu số 01, ", "Phụ lục I ", "12/2021/NĐ-CP ", "số lượng hồ sơ ", "01 bộ ", "đối với ",
    "Bước 1: ", "\nBước 1: ", "* Nộp hồ sơ\n", "sở ", "cá nhân, ", "cơ quan, tổ chức, ", "lưu ý ",
    "trong thời hạn, ", "(nếu có) ", "không phải ", "văn bản của tổ chức, ", "\t", "1.1.1.1 ",
)  # fmt: skip
"""Items, notes and steps."""


def grows_with_all(read: Callable[[str], object], pieces: tuple[str, ...], size: int) -> bool:
    """Whether `read` takes time that grows with one text of a stretch of each of the pieces."""

    def prepare(length: int) -> Act:
        text = "\n".join(_stretches(pieces, length))
        return lambda: read(text)

    return grows_with_size(prepare, size)


def _stretches(pieces: tuple[str, ...], size: int) -> list[str]:
    length = size // len(pieces) + 1
    return [(piece * (length // len(piece) + 1))[:length] for piece in pieces]
