"""The title of a decision that corrects others is asked about when it cites a different one."""

import shutil
from pathlib import Path

import pytest

from generator.check import check_catalogue
from generator.law.rules.examples import DAY, base
from generator.locale import words_of


@pytest.mark.parametrize(
    ("cited", "asked"),
    [("200/QĐ-BTP", False), ("200/QĐ-B", False), ("201/QĐ-BTP", True), ("00/QĐ-BTP", True)],
    ids=["the same", "without its last letters", "another", "without its first figure"],
)
def test_a_title_cites_what_its_rows_correct(cited: str, asked: bool, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(base(), tmp_path / "catalogue"))
    decision = copy / "decisions/btp/2026/300.yml"
    text = decision.read_text("utf8")
    decision.write_text(text.replace("một phần công bố", f"một phần Quyết định số {cited}"), "utf8")
    found = check_catalogue(copy, words_of("vi"), DAY).findings
    assert ("QD226" in {one.code for one in found}) is asked
