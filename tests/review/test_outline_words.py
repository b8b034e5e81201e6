"""What a review says of decisions and versions is what happened to them."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from generator.locale import words_of
from generator.records.tree import load_catalogue
from generator.records.unwritten import doubt_title
from generator.review.compare import compare
from generator.review.outline import Outline, Section
from tests.review.repository import Repository

VI = words_of("vi")
VERSION = "procedures/xay-dung/1.900601/v001.yml"
DECISION = "decisions/ubnd-tinh-mau/2025/9103.yml"


def reviewed(
    folder: Path, change: Callable[[Path], object], published: frozenset[str] | None = None
) -> list[Section]:
    """The sections of a review of the sample after a change."""
    root = folder / "catalogue"
    shutil.copytree("catalogue", root)
    base = load_catalogue(root)[0]
    change(root)
    outline = Outline(compare(base, load_catalogue(root)[0]), VI, published)
    return [make() for make in outline.sections()]


def put(file: str, old: str, new: str) -> Callable[[Path], object]:
    def write(root: Path) -> None:
        text = (root / file).read_text("utf8")
        assert old in text
        (root / file).write_text(text.replace(old, new), encoding="utf8")

    return write


def test_a_decision_of_which_only_a_version_changed_is_said_to_be_the_same(tmp_path: Path) -> None:
    sections = reviewed(tmp_path, put(VERSION, "Cơ quan kiểm tra", "Cơ quan xem xét"))
    decision = next(one for one in sections if one.level == 2)
    assert VI("review.kept_decision") in decision.facts[0]
    assert VI("review.changed_decision") not in decision.facts[0]


def test_a_decision_whose_record_changed_is_said_to_have_changed(tmp_path: Path) -> None:
    sections = reviewed(tmp_path, put(DECISION, "Dữ liệu minh họa", "Dữ liệu mẫu"))
    assert VI("review.changed_decision") in sections[0].facts[0]


@pytest.mark.parametrize(
    ("published", "key"),
    [(None, "edited"), (frozenset({VERSION}), "edited"), (frozenset({"x"}), "revised")],
)
def test_a_draft_of_the_own_branch_was_never_published(
    tmp_path: Path, published: frozenset[str] | None, key: str
) -> None:
    change = put(VERSION, "Cơ quan kiểm tra", "Cơ quan xem xét")
    sections = reviewed(tmp_path, change, published)
    procedure = next(one for one in sections if one.level == 3)
    assert VI(f"review.{key}", after="v001") in procedure.title


def test_the_command_asks_git_what_is_published(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository = Repository.made(tmp_path / "kho")
    change = put(VERSION, "Cơ quan kiểm tra", "Cơ quan xem xét")
    change(repository.catalogue)
    assert main(["diff", "HEAD", "--catalogue", str(repository.catalogue)]) == 0
    assert "đã công bố, nay bị sửa tại chỗ" in capsys.readouterr().out


def test_a_doubted_title_is_told_without_its_note(tmp_path: Path) -> None:
    version = load_catalogue(Path("catalogue"))[0].versions["1.900601"][-1]
    doubted = doubt_title(version.title, "“phép”")
    change = put(VERSION, f"title: {version.title}", f'title: "{doubted}"')
    titles = [one.title for one in reviewed(tmp_path, change) if one.level == 3]
    assert [one for one in titles if VI("build.doubted", title=version.title) in one]
    assert not [one for one in titles if "TODO" in one]


def test_procedures_of_one_name_are_told_apart_by_their_levels(tmp_path: Path) -> None:
    version = load_catalogue(Path("catalogue"))[0].versions["1.900601"][-1]

    def change(root: Path) -> None:
        for file in ("procedures/xay-dung/1.900601", "procedures/ho-tich/1.900104"):
            path = root / file / "v001.yml"
            lines = path.read_text("utf8").splitlines()
            at = next(n for n, line in enumerate(lines) if line.startswith("title:"))
            lines[at] = f"title: {version.title} nay"
            path.write_text("\n".join(lines) + "\n", encoding="utf8")

    titles = [one.title for one in reviewed(tmp_path, change) if one.level == 3]
    same = [one for one in titles if f"{version.title} nay" in one]
    assert len(same) == 2
    assert all("nay (" in one for one in same)


def test_a_check_counts_the_findings_that_it_does_not_show(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "catalogue"
    shutil.copytree("catalogue", root)
    put(VERSION, "title: ", 'title: "TODO: ')(root)
    path = root / VERSION
    lines = path.read_text("utf8").splitlines()
    lines = [f'{one}"' if one.startswith('title: "TODO') else one for one in lines]
    path.write_text("\n".join(lines) + "\n", encoding="utf8")
    main(["check", "--catalogue", str(root)])
    whole = capsys.readouterr().out
    main(["check", "--catalogue", str(root), "--severity", "error"])
    said = capsys.readouterr().out
    counts = next(line for line in whole.splitlines() if line.startswith("Đã kiểm tra"))
    assert counts in said
    assert "0 cảnh báo" not in counts
    assert "Không hiện" in said
    assert "Không hiện" not in whole
