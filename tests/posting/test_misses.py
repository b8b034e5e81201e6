"""What is said where the words of `niemyet post` lead to no set."""

from pathlib import Path

import pytest

from generator.cli import main
from generator.posting.folder import ABOUT
from tests.conftest import SAMPLE

GIVEN = f"--catalogue {SAMPLE} --as-of 2026-11-28"


def _said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["post", *words, "--catalogue", str(SAMPLE), "--as-of", "2026-11-28"]) == 2
    return capsys.readouterr().err


@pytest.mark.parametrize("typed", ["01/06/26", "6/28/2026"])
def test_a_day_in_another_order_is_no_number_of_a_decision(
    typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = _said(capsys, "ttpvhcc-xa", "--since", typed)
    assert typed in said
    assert "quyết định nào" not in said


def test_a_title_is_answered_with_the_command_that_prints_its_sheet(
    capsys: pytest.CaptureFixture[str],
) -> None:
    title = "Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội"
    said = _said(capsys, "ttpvhcc-xa", title)
    assert f"niemyet post ttpvhcc-xa 1.900803 {GIVEN}" in said
    assert 'niemyet post "tên cơ quan" 1.900803' in _said(capsys, title)


def test_two_offices_have_two_walls(capsys: pytest.CaptureFixture[str]) -> None:
    said = _said(capsys, "ttpvhcc-xa-song-trong", "ttpvhcc-xa", "ho-tich")
    assert "riêng cho từng nơi" in said


def test_a_name_without_its_quotation_marks_is_said_whole(
    capsys: pytest.CaptureFixture[str],
) -> None:
    said = _said(capsys, "xã", "Sông", "Trong", "--since", "2026-03-01")
    assert "ngoặc kép" in said
    assert 'niemyet post "' in said
    assert f"{GIVEN} --since 2026-03-01" in said


def test_a_code_with_a_figure_too_few_is_called_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert "một chữ số, dấu chấm rồi sáu chữ số" in _said(capsys, "ttpvhcc-xa", "1.90080")


@pytest.mark.parametrize("typed", ["phường Chợ Cũ", "UBND phường Chợ Cũ", "thành phố Mẫu"])
def test_a_unit_that_ended_is_told_by_what_it_is_now(
    typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = _said(capsys, typed)
    assert "không còn; địa bàn ấy nay thuộc" in said


def test_the_command_that_lists_offices_asks_the_same_catalogue(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert f"niemyet post {GIVEN}" in _said(capsys, "không-nơi-nào")


@pytest.mark.parametrize(
    ("asked", "advised"),
    [
        (("1.900803",), f'niemyet post "tên cơ quan" 1.900803 {GIVEN}'),
        (("--since", "2026-03-01"), f'niemyet post "tên hoặc mã" {GIVEN}'),
        (("UBND tỉnh Mẫu", "--check"), f'niemyet post "Tỉnh Mẫu" {GIVEN} --check'),
    ],
)
def test_a_command_that_is_advised_repeats_the_options_that_were_given(
    asked: tuple[str, ...], advised: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert advised in _said(capsys, *asked)


@pytest.mark.parametrize("into", [SAMPLE, SAMPLE / "catalogue.yml"])
def test_a_folder_that_takes_no_sheets_is_refused_before_any_is_printed(
    into: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.cli.posting.print_files", None)
    assert "Chọn thư mục khác sau --into" in _said(capsys, "ttpvhcc-xa", "--into", str(into))


def test_a_file_of_somebody_else_is_refused_before_anything_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "ttpvhcc-xa" / "2026-11-28"
    folder.mkdir(parents=True)
    (folder / "theo-doi.pdf").write_bytes(b"signed")
    monkeypatch.setattr("generator.cli.posting.print_files", None)
    said = _said(capsys, "ttpvhcc-xa", "--into", str(tmp_path))
    assert f"{folder / 'theo-doi.pdf'} không phải do lệnh này in ra" in said
    assert (folder / "theo-doi.pdf").read_bytes() == b"signed"


@pytest.mark.parametrize(
    "typed", ["Sở Tư pháp tỉnh Mẫu", "so tu phap mau", "STP Mẫu", "Sở TP T. Mẫu"]
)
def test_a_department_that_is_not_recorded_has_the_set_of_the_name_that_all_share(
    typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["post", typed, "--catalogue", str(SAMPLE), "--check"]) == 0
    said = capsys.readouterr().out
    assert "Danh mục không có bản ghi riêng của Sở Tư pháp tỉnh Mẫu" in said
    assert "Sở Tư pháp tỉnh Mẫu, tính đến" in said


def test_a_title_may_lack_the_word_in_front(capsys: pytest.CaptureFixture[str]) -> None:
    title = "Thủ tục hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội"
    assert "1.900803" in _said(capsys, title)


def test_a_month_is_no_decision(capsys: pytest.CaptureFixture[str]) -> None:
    assert "ví dụ 01/3/2026" in _said(capsys, "ttpvhcc-xa", "--since", "3/2026")


def test_a_look_is_at_a_whole_set(capsys: pytest.CaptureFixture[str]) -> None:
    said = _said(capsys, "ttpvhcc-xa", "1.900803", "--check")
    assert "bỏ 1.900803 để xem" in said


def test_what_is_printed_is_said_to_be_only_what_is_recorded(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    asked = ["post", "so-tu-phap", "--catalogue", str(SAMPLE), "--as-of", "2026-11-28"]
    assert main([*asked, "--into", str(tmp_path)]) == 0
    assert "thủ tục chưa có trong danh mục thì không có tờ" in capsys.readouterr().err


def test_a_decision_asked_for_says_which_days_are_compared(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    asked = ["post", "so-tu-phap", "--catalogue", str(SAMPLE), "--as-of", "2026-11-28"]
    assert main([*asked, "--since", "9001/QĐ-BTP", "--into", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "Quyết định 9001/QĐ-BTP: tính từ 15/02/2024 (ngày có hiệu lực" in said
    assert "nên so với bộ của ngày 14/02/2024" in said


def test_no_set_is_printed_into_another(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "so-tu-phap" / "2026-11-01").mkdir(parents=True)
    printed = tmp_path / "so-tu-phap" / "2026-11-01"
    (printed / ABOUT).write_text("", "utf8")
    said = _said(capsys, "so-tu-phap", "--into", str(printed))
    assert f"gõ thư mục chứa mọi bộ: {tmp_path}." in said
