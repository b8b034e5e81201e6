"""A made-up decision as offices circulate it: as a Word draft, and as a text made from its PDF."""

from pathlib import Path

from tests.imports.word.documents import cell, paragraph, table, write_docx

HEAD = (
    cell("TT", merge="restart"),
    cell("Mã số hồ sơ TTHC", merge="restart"),
    cell("Lĩnh vực / Tên TTHC", merge="restart"),
    cell("Thời hạn giải quyết", merge="restart"),
    cell("Địa điểm thực hiện", merge="restart"),
    cell("Phí, lệ phí (VNĐ)", merge="restart"),
    cell("Căn cứ pháp lý", merge="restart"),
    cell("Hình thức thực hiện qua dịch vụ BCCI", span=2),
    cell("Mức độ dịch vụ công trực tuyến", span=2),
)
SECOND = (
    *(cell("", merge="continue") for _ in range(7)),
    "Tiếp nhận hồ sơ (x)",
    "Trả kết quả (x)",
    "Toàn trình (x)",
    "Một phần (x)",
)
TIME = (
    "15 ngày làm việc (Thời gian giải quyết đối với vùng núi, hải đảo: 25 ngày làm việc)\n"
    "Đối với hồ sơ cần xác định nghĩa vụ tài chính: tăng thêm 10 ngày làm việc của cơ quan thuế"
)
PLACE = "- Trực tiếp: Trung tâm Phục vụ hành chính công xã.\n- Dịch vụ bưu chính."
BASIS = "- Nghị định số 63/2010/NĐ-CP của Chính phủ về kiểm soát thủ tục hành chính;"
FEE = "Theo quy định tại Nghị quyết của Hội đồng nhân dân tỉnh"
NAMES = (
    "Cấp giấy phép trồng tre",
    "Sử dụng bãi bồi kết hợp",
    "Cấp lại giấy phép trồng tre do bị mất",
)


def decision_blocks(number: str = "17/QĐ-UBND", day: str = "ngày 03 tháng 8 năm 2026") -> list[str]:
    """The first pages of the decision."""
    heading = table(
        (
            f"ỦY BAN NHÂN DÂN\nTỈNH MẪU\nSố: {number}",
            f"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nMẫu, {day}",
        )
    )
    sent = "Nơi nhận:\n- Như Điều 3;\n- Cục A; (báo cáo)\nSở B;' Sở C;\n- (hỏa tốc)\n- Lưu: VT, K1."
    signature = table((sent, "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTrần Văn Mẫu"))
    texts = (
        "QUYẾT ĐỊNH",
        "Về việc công bố thủ tục hành chính lĩnh vực trồng tre",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH",
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;",
        "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010; Nghị định số 999/2026/NĐ-CP;",
        "Theo đề nghị của Giám đốc Sở Tre tại Tờ trình số 5/TTr-ST ngày 01/8/2026.",
        "QUYẾT ĐỊNH:",
        "Điều 1. Công bố kèm theo Quyết định này thủ tục hành chính lĩnh vực trồng tre.",
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 9/QĐ-UBND.",
        "Điều 3. Chánh Văn phòng chịu trách nhiệm thi hành.",
    )
    return [heading, *map(paragraph, texts), signature]


def listed(
    number: str, name: str, time: str = TIME, flags: str = "xx x", *, first: bool = True
) -> list[str]:
    """A row of the list; only the first of some rows holds place, fee and basis."""
    merge = "restart" if first else "continue"
    shared = (PLACE, FEE, BASIS) if first else ("", "", "")
    ticks = [mark.strip() for mark in flags]
    return [
        cell(number),
        cell(""),
        cell(*name.split("\n")),
        cell(*time.split("\n")),
        *(cell(*one.split("\n"), merge=merge) for one in shared),
        *map(cell, ticks),
    ]


def list_blocks() -> list[str]:
    """The list of a Word draft: one table, merged cells, a row with two cases."""
    heading = paragraph("DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH LĨNH VỰC TRỒNG TRE")
    rows = (
        HEAD,
        SECOND,
        (cell("A"), cell("THỦ TỤC HÀNH CHÍNH CẤP TỈNH (2 TTHC)", span=10)),
        listed("1", NAMES[0]),
        listed("2", NAMES[1], "", "    ", first=False),
        listed("2.1", "Thẩm định phương án", "12 ngày làm việc", "    ", first=False),
        listed("2.2", "Gia hạn phương án", "07 ngày", "    ", first=False),
        (cell("B"), cell("THỦ TỤC HÀNH CHÍNH CẤP XÃ (1 TTHC)", span=10)),
        listed("1", NAMES[2]),
    )
    return [heading, table(*rows)]


def stitched_blocks() -> list[str]:
    """The same list as a converted file has it: a table a page, the header again, rows cut."""
    heading = paragraph("DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH LĨNH VỰC TRỒNG TRE")
    first = (
        HEAD,
        SECOND,
        (cell("A"), cell("THỦ TỤC HÀNH CHÍNH CẤP TỈNH (2 TTHC)", span=10)),
        listed("1", "Cấp giấy phép", "15 ngày làm việc (Thời gian giải quyết đối với vùng núi,"),
    )
    rest_of_time = "hải đảo: 25 ngày làm việc)\n" + TIME.splitlines()[1]
    second = (
        HEAD,
        SECOND,
        listed("", "trồng tre", rest_of_time, "    ", first=False),
        listed("2", NAMES[1], "", "    ", first=False),
        listed("2.1", "Thẩm định phương án", "12 ngày làm việc", "    ", first=False),
    )
    third = (
        HEAD,
        SECOND,
        listed("2.2", "Gia hạn phương án", "07 ngày", "    ", first=False),
        (cell("B"), cell("THỦ TỤC HÀNH CHÍNH CẤP XÃ (1 TTHC)", span=10)),
        listed("1", NAMES[2]),
    )
    return [heading, table(*first), paragraph("Trang 2"), table(*second), table(*third)]


def content_blocks(
    title: str, number: int, *, automatic: bool = False, drift: bool = False
) -> list[str]:
    """The contents of one procedure, its labels typed or numbered by Word, and a form behind."""
    labels = (
        "Trình tự thực hiện:",
        "Cách thức thực hiện: Nộp trực tiếp tại Trung tâm Phục vụ hành chính công xã; trực tuyến.",
        "Thành phần, số lượng hồ sơ",
        "Thời hạn giải quyết",
        "Đối tượng thực hiện thủ tục hành chính",
        "Cơ quan thực hiện thủ tục hành chính",
        "Kết quả thực hiện thủ tục hành chính: Giấy phép trồng tre (Mẫu số 02)",
        "Phí, lệ phí: 50.000 đồng/giấy phép",
        "Tên mẫu đơn, mẫu tờ khai",
        "Yêu cầu, điều kiện thực hiện thủ tục hành chính: Không",
        "Căn cứ pháp lý của thủ tục hành chính",
    )
    bodies: dict[int, tuple[str, ...]] = {
        0: ("Bước 1: Tổ chức, cá nhân nộp hồ sơ.", "- Kèm bản đồ.", "Bước 2: Trả kết quả."),
        2: (
            "a) Thành phần hồ sơ",
            "- Đơn đề nghị theo Mẫu số 01 (01 bản chính);",
            "- Bản sao giấy tờ về đất;",
            "b) Số lượng hồ sơ: 02 bộ",
        ),
        3: ("Không quá 15 ngày làm việc.", "Đối với xã miền núi không quá 25 ngày làm việc."),
        4: ("Cá nhân; tổ chức trong nước.",),
        5: (
            "- Cơ quan có thẩm quyền quyết định: Ủy ban nhân dân tỉnh Mẫu.",
            "- Cơ quan phối hợp (nếu có): Không.",
        ),
        8: ("- Đơn đề nghị trồng tre theo Mẫu số 01.",),
        10: (
            "- Luật Trồng tre số 99/2025/QH15 được sửa đổi bởi Luật số",
            "98/2026/QH15;",
            "- Nghị định số 63/2010/NĐ-CP.",
        ),
    }
    blocks = [paragraph(f"{number}. {title}")]
    for at, label in enumerate(labels):
        if drift and at == 3:
            continue
        typed = label if automatic else f"({at + 1}) {label}"
        blocks.append(paragraph(typed, 10 + number if automatic else 0))
        blocks += map(paragraph, bodies.get(at, ()))
    form = ("Mẫu số 01. Đơn đề nghị trồng tre", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    notes = ("(4) Thời hạn ghi theo ngày.", "4. Căn cứ pháp lý: ghi rõ.")
    return [*blocks, *map(paragraph, (*form, *notes))]


def contents_of(*titles: str, automatic: bool = False, drift: str = "") -> list[str]:
    """The contents of several procedures under a heading for the level."""
    heading = paragraph("NỘI DUNG CỤ THỂ CỦA TỪNG THỦ TỤC HÀNH CHÍNH")
    return [
        heading,
        *(
            block
            for number, title in enumerate(titles, 1)
            for block in content_blocks(title, number, automatic=automatic, drift=title == drift)
        ),
    ]


def write_annex(path: Path, *blocks: str) -> Path:
    """A .docx of the blocks; list 11, 12 … are those of the labels of each procedure."""
    lists = {10 + number: 1 for number in range(1, 8)}
    return write_docx(path, *blocks, lists=lists)
