"""What a finding advises is the mend of that mistake, and none that hides it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.findings.finding import Finding
from generator.law.rules.examples import base
from tests.law.checking import findings

Told = Callable[..., dict[str, Finding]]
PROCEDURE = "procedures/ho-tich/1.000105/procedure.yml"
VERSION = "procedures/ho-tich/1.000105/v001.yml"


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """The findings, by their codes, of the examples after some edits: file, old text, new one."""
    copy = Path(shutil.copytree(base(), tmp_path / "catalogue"))

    def after(*edits: tuple[str, str, str]) -> dict[str, Finding]:
        for name, old, new in edits:
            file = copy / name
            text = file.read_text("utf8")
            assert old in text, (name, old)
            file.write_text(text.replace(old, new, 1), "utf8", newline="\n")
        return {one.code: one for one in reversed(findings(copy))}

    return after


def test_a_central_agency_is_told_to_have_no_place(told: Told) -> None:
    found = told(("agencies/btp.yml", "level: central", "level: central\nplace: tinh-la"))
    assert found["DV405"].fix == "cơ quan trung ương không có địa bàn: xóa dòng `place`."


def test_a_holiday_on_a_weekday_is_not_offered_a_day_in_lieu(told: Told) -> None:
    found = told(("calendar/2026.yml", '"2026-04-30"', '"2026-04-29"'))
    assert found["NY725"].fix == "ghi ngày 30/04/2026."


@pytest.mark.parametrize(("code", "quoted"), [("1.000105", True), ("1.000106", False)])
def test_a_code_without_quotes_is_quoted_only_where_it_is_that_of_its_folder(
    code: str, quoted: bool, told: Told
) -> None:
    found = told((PROCEDURE, 'code: "1.000105"', f"code: {code}"))
    assert (f'"{code}"' in found["YM103"].fix) is quoted
    assert ("1.000105" in found["YM103"].fix) is True


def test_a_file_in_another_encoding_is_opened_again_before_it_is_saved(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(base(), tmp_path / "catalogue"))
    file = copy / PROCEDURE
    file.write_bytes(file.read_bytes() + "# Thủ tục cũ".encode("cp1258", "replace") + b" \xd0\n")
    found = {one.code: one for one in findings(copy)}["YM100"]
    assert "□" in found.detail
    assert found.fix.index("chưa lưu đè") < found.fix.index("UTF-8")
