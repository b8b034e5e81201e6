"""Made-up annexes of internal processes, and a catalogue that has their procedures."""

import shutil
from pathlib import Path

from generator.imports.word.draft_files import draft_files
from generator.imports.word.drafts import draft_decision_of
from generator.imports.word.reading import read_word_file
from generator.imports.word.sources import GivenByUser, WordSources, read_sources_of
from generator.imports.word.write import write_drafts
from generator.records.tree import load_catalogue
from tests.imports.word.annexes import NAMES, decision_blocks, list_blocks, write_annex
from tests.imports.word.documents import cell, paragraph, table

HEAD = (
    "STT",
    "TT",
    cell("TRÌNH TỰ/TÊN TTHC", span=2),
    "BỘ PHẬN XỬ LÝ",
    cell("THỜI GIAN GIẢI QUYẾT", span=2),
    "THỜI HẠN ĐỐI VỚI VÙNG MIỀN NÚI, HẢI ĐẢO",
)

AREA = "Thời hạn đối với vùng miền núi, hải đảo: {} ngày làm việc"


def step(label: str, name: str, role: str, time: str, area: str) -> list[str]:
    return ["", "", label, name, role, cell(time, span=2), area]


def one_table() -> str:
    return table(
        HEAD,
        ["1", "1", cell(NAMES[0], span=4), "", ""],
        ["", "1.1", cell("Trường hợp thuê đất", span=4), "15 ngày làm việc", "25 ngày làm việc"],
        ["", "", cell("Giai đoạn 1", span=2), "", cell("5", span=2), "10"],
        step("Bước 1", "Tiếp nhận hồ sơ", "Một cửa", "0,5", "0,5"),
        step("Bước 2", "Thẩm định", "Phòng Tre", "2,5", "7,5"),
        HEAD,
        ["", "", cell("Giai đoạn 2", span=2), "", cell("10", span=2), "15"],
        step("Bước 1", "Phê duyệt", "Lãnh đạo", "10", "15"),
        ["2", "2", cell(NAMES[1], span=4), "", ""],
        step("Bước 1", "Tiếp nhận", "Một cửa", "01", "01"),
    )


def own_table() -> list[str]:
    rows = (
        (
            "Thứ tự các bước",
            "Nội dung công việc",
            "Đơn vị thực hiện",
            "Thời gian (ngày, giờ làm việc)",
        ),
        (cell("Tổng thời gian giải quyết", span=3), "2 ngày"),
        ("Bước 1", "Tiếp nhận\n- Quét hồ sơ", "Một cửa", "4 giờ"),
        ("Bước 2", "Thẩm định", "Phòng Tre", "1,5 ngày"),
        ("Bước 3", "Trả kết quả", "Một cửa", "Trong giờ hành chính"),
    )
    return [paragraph("QUY TRÌNH CẤP XÃ"), paragraph(f"1. {NAMES[2]}"), table(*rows)]


def approval(number: str, *blocks: str) -> list[str]:
    """A decision that approves internal processes, with its annex."""
    texts = [
        one.replace("công bố thủ tục hành chính", "phê duyệt quy trình nội bộ")
        .replace("Công bố kèm theo Quyết định này thủ tục", "Phê duyệt quy trình nội bộ thủ tục")
        .replace("999/2026/NĐ-CP", "118/2025/NĐ-CP")
        for one in decision_blocks(number)
    ]
    annex = f"(Kèm theo Quyết định số {number} ngày 03/8/2026)"
    return [*texts, paragraph("QUY TRÌNH NỘI BỘ"), paragraph(annex), *blocks]


def sources_of(tmp_path: Path, *files: list[str]) -> list[WordSources]:
    written = (write_annex(tmp_path / f"{at}.docx", *one) for at, one in enumerate(files))
    return [read_sources_of(read_word_file(file)) for file in written]


def published_catalogue(tmp_path: Path) -> Path:
    """The sample, and a decision 17/QĐ-UBND that publishes the procedures of the processes."""
    into = tmp_path / "danh-muc"
    shutil.copytree("catalogue", into)
    first = sources_of(tmp_path, [*decision_blocks("17/QĐ-UBND"), *list_blocks()])
    drafted = draft_decision_of(first, load_catalogue(into)[0], GivenByUser())
    write_drafts(draft_files(drafted, into), into)
    return into
