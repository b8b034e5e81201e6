"""What is said of a value that does not fit the schema, and how to fix it."""

from pathlib import Path

import pytest

from generator.check import check_catalogue
from generator.locale import words_of
from generator.records.near_keys import find_near_key
from generator.records.schema import child_of, load_schema
from tests.conftest import DAY

VERSION = "procedures/ho-tich/1.900104/v001.yml"
DECISION = "decisions/btp/2026/9205.yml"


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "fix"),
    [
        (VERSION, "  sets: 1\n", '  sets: "1"\n', "CT218", "liền các chữ số"),
        (VERSION, "  sets: 1\n", "  sets: 1 bộ\n", "CT218", "không kèm chữ"),
        (VERSION, "  sets: 1\n", "  sets: 1.0\n", "CT203", "ghi lại nội dung cho đúng kiểu"),
        (
            VERSION,
            "    copies: 0\n",
            "    copies: 1.0\n",
            "CT203",
            "ghi lại nội dung cho đúng kiểu",
        ),
        (VERSION, "  sets: 1\n", f"  sets: {'9' * 19}\n", "YM110", "đặt trong nháy kép"),
        (VERSION, "  sets: 1\n", f"  sets: {'9' * 1900}\n", "YM110", "đặt trong nháy kép"),
        (VERSION, "  sets: 1\n", f"  sets: {'9' * 5000}\n", "YM117", "dán nhầm"),
        (VERSION, "  sets: 1\n", "  số bộ: 1\n", "CT202", "gõ nhầm thì sửa thành `sets` (Số bộ)"),
        (
            VERSION,
            "\nsteps:\n",
            "\nqqq: 1\nsteps:\n",
            "CT202",
            "sửa lại tên mục; bản đã ký không nêu nội dung này thì xóa đi.",
        ),
        (VERSION, 'procedure: "1.900104"', "procedure: “1.900104”", "CT217", '"1.900104"'),
        (DECISION, 'effective: "', "effective: “", "CT217", "dùng nháy thẳng"),
        (DECISION, 'effective: "2', 'effective: "9999-12-31" # 2', "CT206", "năm-tháng-ngày"),
        (DECISION, "  - 224-2026-nd-cp\n", "  - 224/2026/NĐ-CP\n", "CT220", "viết 224-2026-nd-cp"),
        (DECISION, "kinds:\n- ", "kinds:\n- ‘", "CT217", "dùng nháy thẳng"),
    ],
)
def test_a_finding_says_how_to_write_it(
    catalogue_copy: Path, file: str, old: str, new: str, code: str, fix: str
) -> None:
    text = (catalogue_copy / file).read_text("utf8")
    assert old in text
    (catalogue_copy / file).write_text(text.replace(old, new, 1), "utf8")
    findings = check_catalogue(catalogue_copy, words_of("vi"), DAY).findings
    found = [f for f in findings if f.path == file and f.severity == "error"]
    assert fix in next(f for f in found if f.code == code).fix, found


def test_a_version_with_a_name_of_its_own_is_told_the_right_one(catalogue_copy: Path) -> None:
    (catalogue_copy / VERSION).rename(catalogue_copy / VERSION.replace("v001", "v2"))
    findings = check_catalogue(catalogue_copy, words_of("vi"), DAY).findings
    (found,) = (f for f in findings if f.path.endswith("/v2.yml") and f.code == "CT200")
    assert "v002.yml" in found.fix


def test_unfinished_text_is_named_with_its_place(catalogue_copy: Path) -> None:
    file = catalogue_copy / "agencies/btp.yml"
    file.write_text(file.read_text("utf8").replace("name: Bộ", "name: TODO Bộ"), "utf8")
    findings = check_catalogue(catalogue_copy, words_of("vi"), DAY).findings
    assert "“Tên cơ quan” còn “TODO”." in {f.detail for f in findings if f.code == "VS512"}


def test_a_key_is_found_by_its_title() -> None:
    schema = load_schema("version")
    for step in ("dossier", "groups", "items", 0, "items", 0):
        schema = child_of(schema, step)
    properties = schema.get("properties") or load_schema("common")["$defs"]
    assert find_near_key("bản chính", properties) == ("originals", "Bản chính")
    assert find_near_key("originels", properties) == ("originals", "Bản chính")
    assert find_near_key("xyz", properties) is None
