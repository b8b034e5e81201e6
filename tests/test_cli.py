"""The command: its exit codes and what it says."""

import json
import shutil
from pathlib import Path

import pytest

from generator.cli import main

BROKEN = "tests/fixtures/broken"


def test_a_clean_catalogue_exits_0_and_counts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--jobs", "1"]) == 0
    assert "46 thủ tục, 16 quyết định): 0 lỗi, 0 cảnh báo" in capsys.readouterr().out


def test_errors_exit_1_and_can_be_read_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--catalogue", BROKEN, "--lang", "en"]) == 1
    assert "ERROR CT206  Date that does not exist or is miswritten" in capsys.readouterr().out


def test_files_that_no_rule_has_judged_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One fault of structure hides what is wrong besides: the last line says so."""
    copy = shutil.copytree("generator/law/rules/examples/catalogue", tmp_path / "catalogue")
    agency = copy / "agencies/btp.yml"
    agency.write_text(agency.read_text("utf8").replace("name: Bộ Tư pháp", "name: []"), "utf8")
    assert main(["check", "--catalogue", str(copy), "--jobs", "1", "--as-of", "2026-11-22"]) == 1
    assert " 1 tệp chưa xét nội dung vì lỗi cấu trúc" in capsys.readouterr().out.splitlines()[-1]


def test_json_is_a_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--catalogue", BROKEN, "--format", "json"]) == 1
    assert len(json.loads(capsys.readouterr().out)) > 25


def test_one_clean_path_of_a_broken_catalogue_exits_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--catalogue", BROKEN, f"{BROKEN}/agencies/btp.yml"]) == 0
    assert main(["check", "--catalogue", BROKEN, "agencies/cu.yml"]) == 1
    assert "agencies/cu.yml" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--catalogue", "nowhere"],
        ["check", "nowhere.yml"],
        ["check", "--as-of", "32/7/2026"],
        ["check", "--jobs", "0"],
        ["build", "--site", "generator"],
        ["build", "--site", "."],
        ["import", "portal", "nowhere.jsonl", "--into", "build/none"],
        ["import", "portal", "README.md", "--into", "generator"],
    ],
)
def test_wrong_usage_exits_2_with_one_sentence(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_unknown_options_exit_2() -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["check", "--no-such-option"])


def test_a_fault_of_the_program_exits_3(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("generator.cli.checking.load_verdict", lambda *_: None)
    monkeypatch.setattr("generator.cli.resources.check_catalogue", broken)
    assert main(["check"]) == 3
    assert "không phải do dữ liệu của bạn" in capsys.readouterr().err


def test_a_rule_that_crashes_is_a_finding_and_the_rest_go_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from generator.findings.problem import Severity
    from generator.law.rules import RULES, Rule
    from generator.law.rules.sources import HOUSE

    def crash(_: object) -> list[object]:
        raise ZeroDivisionError

    broken = Rule("XX999", Severity.ERROR, HOUSE, crash)  # type: ignore[arg-type]
    monkeypatch.setattr("generator.cli.checking.load_verdict", lambda *_: None)
    monkeypatch.setattr("generator.law.rules.RULES", (broken, *RULES))
    assert main(["check", "--catalogue", BROKEN]) == 1
    said = capsys.readouterr().out
    assert "HT901" in said
    assert "TC301" in said


def test_the_same_files_on_the_same_day_need_no_second_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = shutil.copytree(BROKEN, tmp_path / "catalogue")
    (tmp_path / "mkdocs.yml").touch()
    monkeypatch.chdir(tmp_path)
    arguments = ["check", "--as-of", "2026-11-22"]
    assert main(arguments) == 1
    first = capsys.readouterr().out
    with monkeypatch.context() as patch:
        patch.setattr("generator.cli.resources.check_catalogue", None)
        assert main(arguments) == 1
        assert capsys.readouterr().out == first
    (catalogue / "agencies/btp.yml").unlink()
    assert main(arguments) == 1
    assert capsys.readouterr().out != first


def test_the_site_is_built_and_the_numbers_are_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    project = Path.cwd()
    (tmp_path / "mkdocs.yml").write_bytes((project / "mkdocs.yml").read_bytes())
    monkeypatch.chdir(tmp_path)
    catalogue = str(project / "catalogue")
    assert main(["build", "--catalogue", catalogue, "--site", "out", "--timings"]) == 0
    said = capsys.readouterr().out
    assert "46 thủ tục, 16 quyết định" in said
    assert "Chỉ mục tìm kiếm" in said
    assert (tmp_path / "out/thu-tuc/1.001193/index.html").is_file()
