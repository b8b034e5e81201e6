"""A merged agency: its procedures say who it is today, its successor what it took over."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.law.rules.examples import base
from generator.locale import words_of
from generator.model.edition import Edition
from generator.pages.agency import agency_facts
from generator.pages.page import Page
from generator.records.tree import load_catalogue
from generator.site.task_kinds import Task
from generator.site.tasks import make_outputs

CODE = "1.000105"


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    """Two mergers in a row: Sở Tư pháp tỉnh Cũ, then a department that ended too."""
    copy = Path(shutil.copytree(base(), tmp_path / "catalogue"))
    old = copy / "agencies/so-cu.yml"
    old.write_text(old.read_text("utf8").replace("- ubnd-tinh", "- so-giua"), "utf8")
    (copy / "agencies/so-giua.yml").write_text(
        "id: so-giua\nname: Sở Giữa\nkind: agency\nlevel: province\n"
        'valid_from: "2025-07-01"\nvalid_to: "2026-06-30"\nsuccessors:\n- ubnd-tinh\n',
        "utf8",
    )
    version = copy / f"procedures/ho-tich/{CODE}/v001.yml"
    text = version.read_text("utf8")
    right = "  deciding:\n    items:\n    - agency: "
    version.write_text(text.replace(f"{right}ubnd-xa", f"{right}so-cu"), "utf8")
    return Edition(load_catalogue(copy)[0], date(2026, 11, 22), words_of("vi"))


def test_an_agency_leads_to_those_that_have_its_tasks_on_the_day(edition: Edition) -> None:
    assert edition.heirs("so-cu") == ("ubnd-tinh",)
    earlier = Edition(edition.catalogue, date(2026, 1, 1), edition.words)
    assert earlier.heirs("so-cu") == ("so-giua",)
    assert earlier.heirs("so-giua") == ()
    assert edition.heirs("ubnd-tinh") == edition.heirs("khong-co") == ()


def test_the_page_of_a_procedure_says_who_it_is_today(edition: Edition) -> None:
    made = make_outputs(Task("procedure", CODE), edition)
    (page,) = [one for one in made if isinstance(one, Page) and one.path.count("/") == 2]
    text = page.render()
    assert "nay là [Ủy ban nhân dân tỉnh Mẫu]" in text


def test_the_successor_names_what_it_took_over(edition: Edition) -> None:
    text = agency_facts("so-giua", "co-quan/so-giua/index.md", edition).html
    assert "Thủ tục còn ghi tên cơ quan cũ" in text
    assert "Sở Tư pháp tỉnh Cũ (1 thủ tục)" in text
