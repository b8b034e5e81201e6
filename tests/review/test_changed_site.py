"""A small site of what a pull request changes: the review in front, and the pages behind it."""

import re

import pytest

from generator.cli import main
from generator.model.edition import Edition
from generator.model.subset import subset
from generator.records.unwritten import doubt_title
from tests.review.repository import Repository, git

CODE = "1.900201"


def build_changes(*options: str) -> int:
    return main(
        ["build", "--changed-since", "main", "--as-of", "2026-08-01", "--jobs", "1", *options]
    )


def test_the_first_page_is_the_review_and_leads_to_the_changed_page(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    git(repository.folder, "switch", "-qc", "change")
    file = f"procedures/cu-tru/{CODE}/procedure.yml"
    repository.edit(file, "summary: ", "summary: Rất khác. ")
    assert build_changes() == 0
    assert "1 thủ tục" in capsys.readouterr().out
    site = repository.folder / "thay-doi"
    front = (site / "index.html").read_text("utf8")
    assert "<ins>Rất khác." in front
    (link,) = re.findall(r'<h3[^>]*><a href="([^"]+)"', front)
    assert "Rất khác." in (site / link).read_text("utf8")
    assert [page.name for page in (site / "thu-tuc").iterdir() if page.is_dir()] == [CODE]
    assert not (repository.folder / "site").exists()


def test_pages_of_a_preview_have_no_notes_to_the_drafter(repository: Repository) -> None:
    code = "1.900601"
    version = repository.catalogue / f"procedures/xay-dung/{code}/v001.yml"
    lines = version.read_text("utf8").splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("title: "))
    title = lines[at].removeprefix("title: ").strip("'\"")
    lines[at] = f'title: "{doubt_title(title, "“phép”")}"'
    version.write_text("\n".join(lines) + "\n", encoding="utf8")
    git(repository.folder, "commit", "-qam", "doubted")
    git(repository.folder, "switch", "-qc", "change")
    repository.edit(f"procedures/xay-dung/{code}/procedure.yml", "summary: ", "summary: Khác. ")
    assert build_changes() == 0
    page = repository.folder / "thay-doi" / "thu-tuc" / code / "index.html"
    shown = page.read_text("utf8")
    assert f"{title} (chưa đối chiếu với bản ký)" in shown
    assert "TODO" not in shown


def test_a_version_that_binds_later_is_what_its_title_leads_to(repository: Repository) -> None:
    new = [f"procedures/cu-tru/{CODE}/v002.yml", "decisions/bca/2026/9202.yml"]
    kept = {path: (repository.catalogue / path).read_bytes() for path in new}
    git(repository.folder, "rm", "-q", *(f"catalogue/{path}" for path in new))
    git(repository.folder, "commit", "-qm", "before")
    for path, content in kept.items():
        (repository.catalogue / path).parent.mkdir(parents=True, exist_ok=True)
        (repository.catalogue / path).write_bytes(content)
    assert build_changes("--as-of", "2026-06-20") == 0
    site = repository.folder / "thay-doi"
    links = re.findall(r'<h3[^>]*><a href="([^"]+)"', (site / "index.html").read_text("utf8"))
    assert f"thu-tuc/{CODE}/v002/index.html" in links
    assert all((site / link).is_file() for link in links)


def test_every_link_names_a_file_so_that_no_server_is_needed(repository: Repository) -> None:
    assert build_changes("--site", "xem") == 0
    pages = list((repository.folder / "xem").rglob("*.html"))
    assert pages
    for page in pages:
        assert not re.search(r'href="[^":?#]*/["?#]', page.read_text("utf8")), page


def test_a_folder_that_is_no_site_is_left_alone(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build_changes("--site", "catalogue") == 2
    assert "catalogue" in capsys.readouterr().err
    assert (repository.catalogue / "fields.yml").is_file()


def test_a_subset_has_what_a_row_names_together(sample: Edition) -> None:
    catalogue = sample.catalogue
    smaller = subset(catalogue, ["1.900301"])
    assert {"1.900301", "1.900304"} <= set(smaller.procedures) < set(catalogue.procedures)
    assert set(smaller.version_refs) == set(smaller.procedures)
    named = {
        code for one in smaller.decisions.values() for row in one.rows for code in row.procedures
    }
    assert named == set(smaller.procedures)
    assert all(one.rows for one in smaller.decisions.values())


def test_a_subset_keeps_the_row_that_annuls_one_of_its_rows(sample: Edition) -> None:
    catalogue = sample.catalogue
    annulling = [
        (one, row) for one in catalogue.decisions.values() for row in one.rows if row.annuls
    ]
    assert annulling
    for decision, row in annulling:
        assert row.annuls
        annulled = catalogue.decisions[row.annuls.decision].rows
        (code, *_) = next(one for one in annulled if one.id == row.annuls.row).procedures
        assert row in subset(catalogue, [code]).decisions[decision.id].rows
