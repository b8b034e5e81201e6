"""What `niemyet check` says of posting: what every office must post, and what does not hang."""

import re
from datetime import date
from pathlib import Path

import pytest

from generator.check import check_catalogue
from generator.cli import main
from generator.findings.finding import Finding
from generator.locale import words_of
from tests.conftest import DAY

AS_OF = ["--as-of", str(DAY), "--jobs", "1"]
RECORD = "postings/ttpvhcc-xa-song-trong/2026-08-21.yml"


def missing(catalogue: Path) -> list[Finding]:
    found = check_catalogue(catalogue, words_of("vi"), DAY).findings
    return [finding for finding in found if finding.code == "NY728"]


def take_down(catalogue: Path, *codes: str) -> None:
    file = catalogue / RECORD
    text = file.read_text("utf8")
    for code in codes:
        sheet = f'- procedure: "{code}"\n  version: v001\n'
        assert sheet in text
        text = text.replace(sheet, "")
    file.write_text(text, "utf8")


def test_what_must_be_posted_and_does_not_hang_is_one_finding(catalogue_copy: Path) -> None:
    assert missing(catalogue_copy) == []
    take_down(catalogue_copy, "1.900102", "1.900104")
    (only,) = missing(catalogue_copy)
    assert (only.path, only.severity) == (RECORD, "warning")
    assert only.detail == (
        "Theo lần niêm yết này, Trung tâm Phục vụ hành chính công xã Sông Trong chưa treo 2 thủ tục"
        " phải niêm yết: “Cấp Giấy xác nhận tình trạng hôn nhân” (1.900104),"
        " “Đăng ký kết hôn” (1.900102)."
    )


def test_a_long_finding_names_five_and_counts_the_rest(catalogue_copy: Path) -> None:
    lines = (catalogue_copy / RECORD).read_text("utf8").splitlines()
    (catalogue_copy / RECORD).write_text("\n".join(lines[:5]) + "\n", "utf8")
    (only,) = missing(catalogue_copy)
    assert "chưa treo 31 thủ tục" in only.detail
    assert only.detail.endswith(" và 26 thủ tục khác.")
    assert only.detail.count("(") == 5


def test_a_catalogue_with_an_error_is_mended_before_its_walls(catalogue_copy: Path) -> None:
    take_down(catalogue_copy, "1.900102")
    (catalogue_copy / "agencies" / "btp.yml").unlink()
    assert missing(catalogue_copy) == []


def test_a_posting_to_come_is_no_posting_yet(catalogue_copy: Path) -> None:
    take_down(catalogue_copy, "1.900102")
    file = catalogue_copy / RECORD
    later = file.with_name("2026-12-01.yml")
    later.write_text(file.read_text("utf8").replace("2026-08-21", "2026-12-01"), "utf8")
    assert [finding.path for finding in missing(catalogue_copy)] == [RECORD]


def test_every_office_is_told_on_demand(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *AS_OF]) == 0
    assert "Niêm yết, tính đến" not in capsys.readouterr().out
    assert main(["check", "--posting", *AS_OF]) == 0
    said = capsys.readouterr().out
    assert "Niêm yết, tính đến 22/11/2026: 14 cơ quan có thủ tục phải niêm yết." in said
    assert (
        "(so-noi-vu): 4 thủ tục, 3 lĩnh vực; thay đổi gần nhất ngày 31/12/2023; "
        "2 thủ tục chưa rõ thời hạn.\n"
    ) in said
    assert "đang treo từ ngày 21/08/2026: 32 tờ đúng, thiếu 0, phải gỡ hoặc thay 0.\n" in said


def test_one_office_is_told_by_its_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--posting", "catalogue/agencies/ttpvhcc-xa.yml", *AS_OF]) == 0
    said = capsys.readouterr().out.rstrip().splitlines()
    assert said[-2:] == [
        "Niêm yết, tính đến 22/11/2026: 1 cơ quan có thủ tục phải niêm yết.",
        "  Trung tâm Phục vụ hành chính công cấp xã (ttpvhcc-xa): 32 thủ tục, 11 lĩnh vực; "
        "thay đổi gần nhất ngày 20/08/2026.",
    ]


def test_no_contact_today_is_said_once_for_all_offices(
    catalogue_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = catalogue_copy / "catalogue.yml"
    settings.write_text(
        settings.read_text("utf8").replace("purpose: feedback", "purpose: help"), "utf8"
    )
    assert main(["check", "--posting", "--catalogue", str(catalogue_copy), *AS_OF]) == 0
    assert capsys.readouterr().out.count("phải bổ sung trước khi niêm yết") == 1


def test_errors_come_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--posting", "--catalogue", "tests/fixtures/broken", *AS_OF]) == 1
    assert "Chưa xem được niêm yết: sửa các lỗi ở trên trước." in capsys.readouterr().out


def test_what_is_printed_for_people_is_not_put_into_data(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "--posting", "--format", "json"]) == 2
    assert "--posting chỉ in ở dạng chữ" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("day", "code", "fix", "kept"),
    [
        (date(2027, 1, 2), "1.900702", "gỡ tờ xuống", "thay tờ trên tường"),
        (DAY, "1.001193", "thay tờ trên tường", "gỡ tờ xuống"),
    ],
)
def test_an_outdated_sheet_is_exchanged_and_an_ended_one_taken_down(
    catalogue_copy: Path, day: date, code: str, fix: str, kept: str
) -> None:
    file = catalogue_copy / RECORD
    sheet = f'procedure: "{code}"\n  version: '
    text = re.sub(f"{sheet}v[0-9]+", f"{sheet}v001", file.read_text("utf8"))
    file.write_text(text, "utf8")
    findings = check_catalogue(catalogue_copy, words_of("vi"), day).findings
    (only,) = (one for one in findings if one.code == "NY707" and f"({code})" in one.detail)
    assert fix in only.fix
    assert kept not in only.fix
    assert re.search("^Tờ của “.+” .+ hết áp dụng từ [0-9/]+ theo Quyết định .+/QĐ-", only.detail)


def test_a_sheet_of_no_procedure_is_to_be_taken_down(catalogue_copy: Path) -> None:
    file = catalogue_copy / RECORD
    text = file.read_text("utf8")
    file.write_text(f'{text}- procedure: "9.999999"\n  version: v001\n', "utf8")
    findings = check_catalogue(catalogue_copy, words_of("vi"), DAY).findings
    (only,) = (one for one in findings if one.code == "TC301")
    assert "(không có thật thì gỡ tờ ấy xuống và bỏ dòng này)" in only.fix
