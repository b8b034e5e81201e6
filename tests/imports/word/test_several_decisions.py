"""One import of the files of several decisions: all or none of them, in one report."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.cli import main
from generator.imports.word.choosing import split_by_decision
from generator.imports.word.sources import GivenByUser
from generator.records.tree import load_catalogue
from tests.imports.word.annexes import decision_blocks, list_blocks, write_annex
from tests.imports.word.documents import paragraph
from tests.imports.word.processes import approval, one_table, sources_of

PUBLISHES, APPROVES = "17/QĐ-UBND", "18/QĐ-UBND"


def published() -> list[str]:
    return [*decision_blocks(PUBLISHES), *list_blocks()]


def write_files(folder: Path, *, approved: list[str] | None = None) -> list[str]:
    """The files of a decision that publishes and of one that approves processes, that one first."""
    annex = approved or approval(APPROVES, one_table())
    files = {"qt.docx": annex, "qd.docx": published()}
    return [str(write_annex(folder / name, *blocks)) for name, blocks in files.items()]


@pytest.fixture
def into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample; reports are written beside it."""
    monkeypatch.chdir(tmp_path)
    sample = Path(__file__).parents[3] / "catalogue"
    return Path(shutil.copytree(sample, tmp_path / "danh-muc"))


def files_of(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def import_files(files: list[str], *more: str) -> int:
    return main(["import", "word", *files, "--into", "danh-muc", "--jobs", "1", *more])


def test_processes_come_after_the_decision_that_publishes_what_they_belong_to(
    tmp_path: Path,
) -> None:
    late, early = approval("3/QĐ-UBND", one_table()), published()
    parts = split_by_decision(sources_of(tmp_path, late, early), GivenByUser())
    assert [[one.file.name for one in part] for part in parts] == [["1.docx"], ["0.docx"]]
    one = split_by_decision(sources_of(tmp_path, late, early), GivenByUser(number=PUBLISHES))
    assert [len(part) for part in one] == [2], "the number chooses among all files"


def test_decisions_that_publish_come_by_their_numbers(tmp_path: Path) -> None:
    numbers = ("117/QĐ-UBND", "18/QĐ-UBND")
    files = ([*decision_blocks(number), *list_blocks()] for number in numbers)
    parts = split_by_decision(sources_of(tmp_path, *files), GivenByUser())
    assert [part[0].file.name for part in parts] == ["1.docx", "0.docx"]


def test_two_decisions_are_imported_with_one_report_and_one_summary(
    into: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert import_files(write_files(tmp_path)) == 0
    said = capsys.readouterr().out
    assert said.index(f"Quyết định số {PUBLISHES}:") < said.index(f"Quyết định số {APPROVES}:")
    assert "Tiếp theo: mở báo cáo nhap-word.html" in said
    catalogue, problems = load_catalogue(into)
    assert not problems
    made = {one.number: one for one in catalogue.decisions.values()}
    (row,) = made[APPROVES].rows[:1]
    assert row.procedure in {one.procedure for one in made[PUBLISHES].rows}
    assert row.version == "v002", "the process is added to what the first decision published"
    page = (tmp_path / "nhap-word.html").read_text("utf8")
    assert page.count("<h1") == 2
    anchors = re.findall(r' id="([^"]+)"', page)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(anchors)


@pytest.mark.usefixtures("into")
def test_what_a_check_says_of_the_first_decision_is_not_taken_from_the_second(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    both = write_files(tmp_path)
    assert import_files(both, "--dry-run", "--number", PUBLISHES) == 0
    checked = re.compile(r"Kiểm tra bản nháp: .*")
    (alone,) = checked.findall(capsys.readouterr().out)
    assert import_files(both, "--dry-run") == 0
    assert checked.findall(capsys.readouterr().out)[0] == alone


def test_a_refusal_of_the_second_writes_nothing_of_the_first(
    into: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_of(into)
    strange = approval(APPROVES, paragraph("Không có bảng nào."))
    undated = [
        one.replace("ngày 03/8/2026", "").replace("ngày 03 tháng 8", "ngày    tháng 8")
        for one in strange
    ]
    assert import_files(write_files(tmp_path, approved=undated)) == 2
    said = capsys.readouterr().err
    assert f"Quyết định số {APPROVES}: " in said
    assert said.index(f"--number {PUBLISHES}") < said.index(f"--number {APPROVES}")
    assert re.search(rf"--number {APPROVES} --report nhap-word-18\.html --signed …", said)
    assert files_of(into) == before


def test_days_of_one_decision_are_not_given_for_several(
    into: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_of(into)
    files = write_files(tmp_path)
    assert import_files(files, "--signed", "2026-08-03") == 2
    assert "--signed và --effective nói về một quyết định" in capsys.readouterr().err
    assert import_files(files, "--effective", "2026-08-03") == 2
    assert files_of(into) == before
    assert import_files(files, "--effective", "2026-08-03", "--number", PUBLISHES) == 0


def test_a_pair_goes_to_the_decision_that_has_its_process(
    into: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = write_files(tmp_path)
    assert import_files(files, "--pair", "Không ai gọi thế=1.900104") == 2
    assert "Không ai gọi thế" in capsys.readouterr().err
    (process, *_) = [
        name
        for one in sources_of(tmp_path, approval(APPROVES, one_table()))[0].processes
        for name in one.names
    ]
    assert import_files(files, "--pair", f"{process}=1.900104") == 0
    catalogue, _ = load_catalogue(into)
    rows = {one.number: one.rows for one in catalogue.decisions.values()}
    assert "1.900104" in {row.procedure for row in rows[APPROVES]}


def git(*command: str) -> str:
    named = ["git", "-c", "user.name=Mẫu", "-c", "user.email=mau@example.org", *command]
    return subprocess.run(named, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(into: Path) -> Path:
    git("init", "-q", "-b", "main")
    git("config", "user.name", "Mẫu")
    git("config", "user.email", "mau@example.org")
    git("add", "danh-muc")
    git("commit", "-qm", "Danh mục mẫu")
    return into


def test_drafts_on_a_branch_are_one_commit_and_leave_the_folder_alone(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_of(repository)
    assert import_files(write_files(tmp_path), "--branch", "quyet-dinh-17") == 0
    said = capsys.readouterr().out
    assert "git push -u origin quyet-dinh-17" in said
    assert files_of(repository) == before
    message = git("log", "-1", "--format=%B", "quyet-dinh-17")
    assert message.startswith(f"Nhập Quyết định {PUBLISHES}, {APPROVES}\n\n")
    assert "Kiểm tra bản nháp: 0 lỗi" in message
    changed = git("diff", "--name-only", "main", "quyet-dinh-17").splitlines()
    assert any(name.endswith("2026/17.yml") for name in changed)
    assert any(name.endswith("2026/18.yml") for name in changed)
    assert git("rev-parse", "quyet-dinh-17~1") == git("rev-parse", "main")


@pytest.mark.usefixtures("repository")
def test_a_branch_that_is_there_is_not_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git("branch", "quyet-dinh-17")
    assert import_files(write_files(tmp_path), "--branch", "quyet-dinh-17") == 2
    assert "Nhánh quyet-dinh-17 đã có" in capsys.readouterr().err
    assert git("rev-parse", "quyet-dinh-17") == git("rev-parse", "main")
