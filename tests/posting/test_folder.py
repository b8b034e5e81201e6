"""The folders of printed sets: one for each, and the page that lists them."""

from datetime import date
from pathlib import Path

import pytest

from generator.locale import words_of
from generator.model.posting_target import PostingTarget
from generator.posting.folder import ABOUT, find_foreign, folder_of_set, write_index, write_set
from generator.posting.office import PostingOrder

DAY, BEFORE = date(2026, 11, 22), date(2026, 2, 28)


@pytest.mark.parametrize(
    ("agency", "since", "folder"),
    [
        ("ubnd-xa", None, "ubnd-xa/2026-11-22"),
        ("", None, "ho-tich-cap-xa/2026-11-22"),
        ("ubnd-xa", BEFORE, "ubnd-xa/2026-11-22-thay-doi-tu-2026-02-28"),
    ],
)
def test_each_office_day_and_comparison_has_a_folder(
    agency: str, since: date | None, folder: str
) -> None:
    order = PostingOrder("Hộ tịch, cấp xã", PostingTarget(), agency)
    assert folder_of_set(order, DAY, since) == Path(folder)


def test_a_second_print_of_a_set_leaves_no_sheet_of_the_first(tmp_path: Path) -> None:
    write_set(tmp_path, "Một", {"bia.pdf": ("bìa", b"1"), "to-gap.pdf": ("tờ gấp", b"1")})
    (tmp_path / "cua-toi.pdf").write_bytes(b"mine")
    write_set(tmp_path, "Một", {"bia.pdf": ("bìa", b"2")})
    found = {path.name: path.read_bytes() for path in tmp_path.glob("*.pdf")}
    assert found == {"bia.pdf": b"2", "cua-toi.pdf": b"mine"}


def test_a_file_that_was_signed_under_its_printed_name_is_not_ours(tmp_path: Path) -> None:
    files = {"bia.pdf": ("bìa", b"1"), "theo-doi.pdf": ("để ký", b"1"), "to-gap.pdf": ("tờ", b"1")}
    write_set(tmp_path, "Một", files)
    names = [tmp_path / name for name in (*files, ABOUT)]
    assert find_foreign(names) is None
    (tmp_path / "theo-doi.pdf").write_bytes(b"signed")
    assert find_foreign(names) == tmp_path / "theo-doi.pdf"
    write_set(tmp_path, "Một", {"bia.pdf": ("bìa", b"2")})
    left = {path.name: path.read_bytes() for path in tmp_path.glob("*.pdf")}
    assert left == {"bia.pdf": b"2", "theo-doi.pdf": b"signed"}


def test_the_list_of_sets_names_each_with_its_files_the_newest_first(tmp_path: Path) -> None:
    for day in ("2026-01-01", "2026-02-01"):
        write_set(tmp_path / "a" / day, f"Cơ quan <A> {day}", {"bia.pdf": ("bìa & bảng", b"1")})
    write_index(tmp_path, words_of("vi"))
    page = (tmp_path / "index.html").read_text("utf8")
    titles = [line for line in page.splitlines() if line.startswith("<h2>")]
    assert titles == [f"<h2>Cơ quan &lt;A&gt; {day}</h2>" for day in ("2026-02-01", "2026-01-01")]
    assert '<a href="a/2026-02-01/bia.pdf">bia.pdf</a>: bìa &amp; bảng' in page
    assert page.count("<li>") == 2
