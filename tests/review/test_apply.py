"""A proposal of the desk becomes a branch, checked, and nothing else is touched."""

import hashlib
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from tests.imports.test_parcel import parcel_bytes
from tests.review.repository import Repository, git

AGENCY = "agencies/bca.yml"


@pytest.fixture(autouse=True)
def author(monkeypatch: pytest.MonkeyPatch) -> None:
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "a")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "a@example.org")


def proposal(repository: Repository, old: str, new: str, **said: Any) -> Path:
    """A parcel that was drafted from the agency as it is now."""
    before = (repository.catalogue / AGENCY).read_bytes()
    after = before.replace(old.encode(), new.encode())
    digest = hashlib.sha256(before).hexdigest()
    file = repository.folder.parent / "de-nghi.zip"
    file.write_bytes(parcel_bytes({AGENCY: after}, base={AGENCY: digest}, **said))
    return file


def apply(file: Path, *options: str) -> int:
    return main(["apply", str(file), "--as-of", "2026-06-01", "--jobs", "1", *options])


def test_a_proposal_is_committed_on_a_branch_of_its_own(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository.catalogue / "agencies" / "dang-do.yml").write_text("id: dang-do\n", "utf8")
    file = proposal(
        repository, "level: central", "level: central  # đã xem", title="Sửa Bộ Công an", text="Vì."
    )
    assert apply(file) == 0
    assert "soan-thao/sua-bo-cong-an" in capsys.readouterr().out
    branch = "soan-thao/sua-bo-cong-an"
    assert git(repository.folder, "log", "--format=%B", f"main..{branch}").strip() == (
        "Sửa Bộ Công an\n\nVì."
    )
    changed = git(repository.folder, "diff", "--numstat", "main", branch)
    assert changed.split() == ["1", "1", f"catalogue/{AGENCY}"]
    assert git(repository.folder, "status", "--porcelain").split() == [
        "??",
        "catalogue/agencies/dang-do.yml",
    ]


def test_what_the_check_refuses_is_on_the_branch_with_its_findings(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert apply(proposal(repository, "kind: agency", "kind: bo"), "--branch", "thu") == 1
    printed = capsys.readouterr().out
    assert f"{AGENCY}:4" in printed
    assert "git switch thu" in printed


def test_nothing_is_written_over_what_has_changed_since(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    file = proposal(repository, "level: central", "level: central  # đã xem")
    repository.edit(AGENCY, "level: central", "level: province")
    git(repository.folder, "commit", "-qam", "another")
    assert apply(file) == 2
    assert AGENCY in capsys.readouterr().err
    assert not git(repository.folder, "branch", "--list", "soan-thao/*")
    assert apply(file, "--onto", "HEAD~1") == 0


def test_a_branch_is_never_overwritten(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    file = proposal(repository, "level: central", "level: central  # đã xem")
    for taken in ("main", "a..b", "-x"):
        assert apply(file, f"--branch={taken}") == 2
        assert taken in capsys.readouterr().err


def test_a_record_can_go(repository: Repository) -> None:
    before = (repository.catalogue / AGENCY).read_bytes()
    file = repository.folder.parent / "bo.zip"
    base = {AGENCY: hashlib.sha256(before).hexdigest()}
    file.write_bytes(parcel_bytes({}, base=base, removed=[AGENCY]))
    assert apply(file, "--branch", "bo") == 1
    assert git(repository.folder, "diff", "--name-status", "main", "bo").split() == [
        "D",
        f"catalogue/{AGENCY}",
    ]


ABOLISHING = """\
id: btp/2026/9299
number: 9299/QĐ-BTP
number_normalised: 9299/QĐ-BTP
agency: btp
title: Công bố thủ tục bị bãi bỏ (mẫu)
signer:
  name: Nguyễn Văn Mẫu
signed: "2026-08-25"
listed: null
effective: "2026-09-01"
signed_file: null
rows:
- id: d1
  action: abolish
  procedure: "1.900104"
  grounds:
  - 60-2014-qh13
unknown:
  listed: Chưa công khai.
  signed_file: Chưa có tệp.
"""


def test_a_sheet_that_hangs_and_no_longer_binds_is_told(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    path = "decisions/btp/2026/9299.yml"
    file = repository.folder.parent / "bai-bo.zip"
    file.write_bytes(parcel_bytes({path: ABOLISHING.encode()}, base={path: None}))
    main(["apply", str(file), "--as-of", "2026-10-01", "--jobs", "1", "--branch", "bai-bo"])
    told = [one for one in capsys.readouterr().out.splitlines() if "postings/ttpvhcc" in one]
    assert [one.split()[3] for one in told] == ["NY707"]
