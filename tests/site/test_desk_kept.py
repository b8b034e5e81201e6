"""A desk that was written into a site stays there, and every page leads to it."""

import json
from pathlib import Path

from generator.site.desk_kept import has_desk, keep_desk
from generator.site.offline import write_zip
from generator.site.render import write_config
from generator.site.site_state import find_damage, remember_site
from tests.conftest import PROJECT, SAMPLE, edition_of


def write(site: Path, *paths: str) -> None:
    for path in paths:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text("?", encoding="utf8")


def test_a_site_that_is_made_anew_keeps_its_desk(tmp_path: Path) -> None:
    old, new, without = (tmp_path / name for name in ("old", "new", "without"))
    write(old, "index.html", "soan-thao/index.html", "soan-thao/du-lieu/a.yml")
    write(new, "index.html")
    keep_desk(old, new)
    assert has_desk(new)
    assert (new / "soan-thao/du-lieu/a.yml").read_text("utf8") == "?"
    keep_desk(without, new)
    assert not has_desk(without)


def test_a_desk_is_no_damage_to_a_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site, "index.html")
    remember_site(tmp_path, site)
    write(site, "soan-thao/index.html", "strange.html")
    damage = find_damage(tmp_path, site)
    assert damage is not None
    assert damage.site.added == {"strange.html"}


def test_every_page_leads_to_the_desk_that_is_there(tmp_path: Path) -> None:
    edition = edition_of(SAMPLE)
    asked = [
        write_config(edition, PROJECT / "mkdocs.yml", tmp_path, has).read_text("utf8")
        for has in (False, True)
    ]
    without, with_desk = (json.loads(text)["extra"]["about"] for text in asked)
    assert with_desk == [*without, {"name": "Soạn thảo đề nghị sửa", "address": "soan-thao/"}]


def test_the_offline_copy_says_that_the_desk_is_not_in_it(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site, "index.html", "soan-thao/index.html", "soan-thao/main.js")
    (site / "api/v1").mkdir(parents=True)
    (site / "api/v1/index.json").write_text('{"as_of": "2026-11-22"}', encoding="utf8")
    assert write_zip(site, tmp_path / "site.zip") == 3
