"""What is said where the words of `niemyet post` lead to no set."""

import pytest

from generator.cli import main
from tests.conftest import SAMPLE


def _said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["post", *words, "--catalogue", str(SAMPLE), "--as-of", "2026-11-28"]) == 2
    return capsys.readouterr().err


@pytest.mark.parametrize("typed", ["2026/06/28", "01/06/26", "6/28/2026"])
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
    assert f"niemyet post ttpvhcc-xa 1.900803 --catalogue {SAMPLE}" in said
    assert "niemyet post … 1.900803" in _said(capsys, title).replace('"', "")
