"""Details and mends that depend on what was found, and what is held back beside them."""

import shutil
from pathlib import Path

import pytest

from generator.findings.finding import Finding
from generator.law.rules.examples import base
from tests.law.checking import findings

PROCEDURE = "procedures/ho-tich/1.000101/procedure.yml"
LIMIT = "      text: Không quá 05 ngày làm việc\n"
CASE = "      cases:\n      - kind: area\n        name: xã miền núi\n"
AGENCY = "agencies/btp.yml"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(base(), tmp_path / "catalogue"))


def edited(copy: Path, file: str, old: str, new: str) -> dict[str, Finding]:
    """The findings by their codes after an edit."""
    text = (copy / file).read_text("utf8")
    assert old in text
    (copy / file).write_text(text.replace(old, new, 1), "utf8")
    return {one.code: one for one in findings(copy)}


def test_a_former_code_that_is_the_own_one_is_mended_nowhere_else(copy: Path) -> None:
    own, other = (f'former_ids:\n- "{code}"\nfield:' for code in ("1.000101", "1.000102"))
    found = edited(copy, PROCEDURE, "field:", own)["TC310"]
    assert "là mã của chính thủ tục này" in found.detail
    assert "sửa ở đó" not in found.fix
    found = edited(copy, PROCEDURE, own, other)["TC310"]
    assert "đang là mã hoặc mã cũ của 1.000102" in found.detail
    assert found.fix.endswith("1.000102 ghi nhầm thì sửa ở đó.")


def test_a_case_like_the_usual_limit_is_told_with_both(copy: Path) -> None:
    case = f"{LIMIT}{CASE}        value: 40\n        unit: hour\n"
    found = edited(copy, "procedures/ho-tich/1.000104/v001.yml", LIMIT, case)["PT119"]
    assert "là 40 giờ, bằng đúng thời hạn chung: 5 ngày làm việc." in found.detail


def test_a_district_in_an_address_has_no_unit_of_today(copy: Path) -> None:
    ended = 'address: "Số 1, huyện Sông Trong, tỉnh Mẫu"\nkind: '
    found = edited(copy, AGENCY, "kind: ", ended)["CQ842"]
    assert found.detail == "“huyện Sông Trong” không còn là đơn vị hành chính."


def test_a_missing_part_belongs_behind_the_last_before_it_that_is_there(copy: Path) -> None:
    version = "procedures/ho-tich/1.000105/v001.yml"
    found = edited(copy, version, "conditions:\n  none: true\n", "")["CT216"]
    assert "thẳng hàng với `results:`, ngay sau phần ấy" in found.fix


def test_an_agency_with_another_id_than_its_file_is_one_finding(copy: Path) -> None:
    coded = "codes:\n- system: mdd\n  value: G09\nkind: "
    before = set(edited(copy, AGENCY, "kind: ", coded))
    assert set(edited(copy, AGENCY, "id: btp", "id: ten-khac")) - before == {"TC303"}


def test_a_copy_of_a_decision_without_rows_is_one_finding_at_the_copy(copy: Path) -> None:
    decision = (copy / "decisions/btp/2026/300.yml").read_text("utf8")
    head = decision.partition("rows:\n")[0].replace("id: btp/2026/300", "id: btp/2026/30-ban-sao")
    (copy / "decisions/btp/2026/30-ban-sao.yml").write_text(f"{head}rows: []\n", "utf8")
    found = {one.code: one for one in findings(copy)}
    assert found["TC317"].path == "decisions/btp/2026/30-ban-sao.yml"
    assert "QD214" not in found


def test_lateness_waits_for_the_days_of_the_text_that_was_carried_out(copy: Path) -> None:
    document = "legal-documents/12-2026-nd-cp.yml"
    text = (copy / document).read_text("utf8")
    (day,) = [line for line in text.splitlines() if line.startswith("effective: ")]
    early = 'effective: "2026-05-20"'
    assert "NY711" in edited(copy, document, day, early)
    found = edited(copy, document, early, f'{early}\nexpires: "2019-01-01"')
    assert "VD405" in found
    assert "NY711" not in found
