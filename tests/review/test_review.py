"""A pull request in a lawyer's words: declared or not, what is touched, and never too long."""

import json
import re
from pathlib import Path

import pytest

from generator.cli import main
from generator.locale import words_of
from generator.records.tree import load_catalogue
from generator.review.compare import compare
from generator.review.formats import render_review_json, render_review_markdown
from generator.review.outline import Outline
from generator.review.page import render_review_html
from tests.review.repository import Repository, git

NEW = "procedures/ho-tich/1.900104/v002.yml"


def diff(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    capsys.readouterr()
    assert main(["diff", "main", *options]) == 0
    return capsys.readouterr().out


def amend(repository: Repository, parts: str = "time") -> None:
    """A new decision of the ministry that amends one procedure."""
    days = ["--signed", "2026-11-16", "--effective", "2026-12-15"]
    assert main(["new", "decision", "btp", "9300/QĐ-BTP", *days]) == 0
    assert (
        main(["new", "version", "1.900104", "--decision", "btp/2026/9300", "--parts", parts]) == 0
    )
    repository.edit(NEW, "value: 3\n      unit: working_day", "value: 2\n      unit: working_day")


def test_nothing_changed(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    assert repository.folder.is_dir()
    assert "Không có gì thay đổi" in diff(capsys)


def test_an_amendment_part_by_part(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    amend(repository)
    text = diff(capsys)
    assert (
        "### 1.900104 Cấp Giấy xác nhận tình trạng hôn nhân – Sửa đổi, bổ sung (v001 → v002)"
        in text
    )
    assert "| Thời hạn giải quyết: Nộp trực tiếp | ~~3~~ ngày làm việc" in text
    assert "| **2** ngày làm việc" in text
    assert "| có |" in text
    assert "Hạn công khai trên Cơ sở dữ liệu quốc gia: 30/11/2026 (chưa có ngày)" in text
    assert "thu-tuc/1.900104/v002/" in text
    assert "Ủy ban nhân dân cấp xã" in text


def test_a_published_version_that_is_edited_is_compared_with_itself_and_is_not_new(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    published = "procedures/ho-tich/1.900104/v001.yml"
    repository.edit(published, "Người khuyết tật", "Người cao tuổi")
    text = diff(capsys)
    assert "v001 đã công bố, nay bị sửa tại chỗ" in text
    assert "Quyết định không nêu 1 chỗ thay đổi" in text
    assert "~~khuyết tật~~" in text
    assert "Văn bản mới toàn bộ" not in text
    assert "(mới)" not in text


def test_what_the_decision_does_not_name_comes_first_with_a_warning(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    amend(repository)
    repository.edit(NEW, "amount: 15000", "amount: 18000")
    text = diff(capsys)
    assert "Quyết định không nêu 1 chỗ thay đổi" in text
    assert text.index("~~15.000~~") < text.index("~~3~~")
    assert "| **không** |" in text
    assert main(["check", "--as-of", "2026-11-22"]) == 1
    assert "QD203" in capsys.readouterr().out


def test_editorial_words_and_registers_have_their_place(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.edit(
        "procedures/ho-tich/1.900104/procedure.yml", "- giấy độc thân", "- giấy chưa vợ"
    )
    repository.edit("agencies/btp.yml", "name: Bộ Tư pháp", "name: Bộ Tư pháp Việt Nam")
    text = diff(capsys)
    assert "## Phần biên tập (không cần quyết định)" in text
    assert "giấy ~~độc thân~~" in text
    assert "## Sổ cơ quan, văn bản, địa bàn, lịch, việc nhiều bước và thiết lập" in text
    assert "Bộ Tư pháp **Việt Nam**" in text


def test_two_revisions_are_compared_without_the_working_folder(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    amend(repository)
    git(repository.folder, "switch", "-qc", "change")
    git(repository.folder, "add", "-A")
    git(repository.folder, "commit", "-qm", "change")
    in_folder = diff(capsys)
    git(repository.folder, "switch", "-q", "main")
    assert diff(capsys, "change") == in_folder
    assert "Không có gì thay đổi" in diff(capsys)


def test_json_gives_every_section(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    amend(repository)
    found = json.loads(diff(capsys, "--format", "json"))
    assert [section["level"] for section in found["sections"]] == [2, 3]
    line = found["sections"][1]["lines"][0]
    assert line["part"] == "Thời hạn giải quyết: Nộp trực tiếp"
    assert line["declared"] is True


def test_text_of_records_stays_text(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    amend(repository, "dossier")
    hostile = "<img src=x onerror=alert(1)> | **đậm** ~~x~~ [a](javascript:b) @everyone `c`"
    repository.edit(NEW, "name: Tờ khai cấp", f"name: '{hostile}' #")
    page = diff(capsys, "--format", "html")
    assert "<img" not in page
    assert "&lt;img" in page
    text = diff(capsys)
    assert "<img" not in text
    row = next(line for line in text.splitlines() if "onerror" in line)
    assert len(re.findall(r"(?<!\\)\|", row.replace("&#124;", ""))) == 5
    assert r"\~\~x\~\~" in row
    assert r"\[a\](javascript:b)" in row


def test_a_review_of_any_size_stays_short(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    nothing, _ = load_catalogue(tmp_path / "empty")
    everything, _ = load_catalogue(Path("catalogue"))
    outline = Outline(compare(nothing, everything), words_of("vi"))
    whole = render_review_markdown(outline)
    for limit in (8_000, 20_000):
        short = render_review_markdown(outline, limit)
        assert len(short.encode()) < limit
        assert "mục khác không hiện ở đây" in short
        assert whole.startswith(short.partition("\n_và ")[0])
        assert len(render_review_html(outline, limit).encode()) < limit + 3_000
        data = render_review_json(outline, limit)
        assert len(data.encode()) < limit
        assert json.loads(data)["left_out"] > 0


@pytest.mark.parametrize("command", [["diff", "main"], ["check", "--base", "main"]])
def test_a_catalogue_in_no_repository_is_told_how_to_make_one(
    command: list[str],
    catalogue_copy: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(catalogue_copy.parent)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(catalogue_copy.parent.parent))
    assert main(command) == 2
    said = capsys.readouterr().err
    assert "chưa nằm trong kho git nào" in said
    assert "git init -b main" in said
    assert "fatal" not in said


def test_a_machine_without_git_is_told_so(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(repository.folder))
    assert main(["diff", "main"]) == 2
    assert "chưa cài git" in capsys.readouterr().err


def test_a_revision_that_git_does_not_know_is_named(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert repository.folder.is_dir()
    assert main(["diff", "no-such-branch"]) == 2
    assert "no-such-branch" in capsys.readouterr().err
