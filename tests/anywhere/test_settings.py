"""A folder needs no settings: the package has those of the site, and a project may have its own."""

import os
import shutil
from pathlib import Path

import pytest
import yaml
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from generator.cli import main
from generator.site.folders import DEFAULT_SETTINGS, find_settings, path_from
from tests.conftest import PROJECT, SAMPLE
from tests.faults.scenarios import write_catalogue
from tests.site.digests import digest


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue of three procedures."""
    folder = tmp_path_factory.mktemp("three")
    write_catalogue(folder)
    return folder / "catalogue"


@pytest.fixture
def small_project(three: Path, project: Path) -> Path:
    """A project in which there is little to build: what matters are its settings."""
    shutil.rmtree(project / "catalogue")
    shutil.copytree(three, project / "catalogue")
    return project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(SAMPLE, tmp_path / "project/catalogue")
    monkeypatch.chdir(tmp_path / "project")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    return tmp_path / "project"


def test_a_project_without_settings_is_built_with_those_of_the_package(
    project: Path, sample_site: Path
) -> None:
    assert find_settings(project) == DEFAULT_SETTINGS
    assert main(["build", "--jobs", "1"]) == 0
    assert digest(project / "site") == digest(sample_site)


def test_the_settings_of_a_project_are_inherited(small_project: Path) -> None:
    (small_project / "mkdocs.yml").write_text("site_name: Của riêng\nINHERIT: other.yml\n", "utf8")
    (small_project / "other.yml").write_bytes(DEFAULT_SETTINGS.read_bytes())
    assert find_settings(small_project) == small_project / "mkdocs.yml"
    assert main(["build", "--jobs", "1"]) == 0
    assert '"INHERIT": "../mkdocs.yml"' in (small_project / "build/mkdocs.yml").read_text("utf8")


def test_this_repository_has_the_settings_of_the_package() -> None:
    own, default = (
        yaml.safe_load(file.read_text("utf8"))
        for file in (PROJECT / "mkdocs.yml", DEFAULT_SETTINGS)
    )
    folders = {"docs_dir": "build/docs", "site_dir": "site"}  # those a build names itself
    default["theme"]["custom_dir"] = "generator/site/overrides"
    assert own == default | folders


def test_settings_on_another_drive_are_named_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    def other_drive(*_: object) -> str:
        raise ValueError("path is on mount 'C:', start on mount 'D:'")

    here = Path("build").resolve()
    assert path_from(here, here.parent / "mkdocs.yml") == f"..{os.sep}mkdocs.yml"
    monkeypatch.setattr(os.path, "relpath", other_drive)
    assert path_from(here, DEFAULT_SETTINGS) == str(DEFAULT_SETTINGS)


def test_what_was_read_is_kept_in_the_folder_that_holds_the_catalogue(project: Path) -> None:
    assert main(["check", "--jobs", "1"]) == 0
    assert list((project / "build/read").glob("*.sqlite"))


@pytest.mark.parametrize("place", ["elsewhere", "project/catalogue"])
def test_a_check_from_elsewhere_leaves_nothing_behind(
    project: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = project.parent / place
    here.mkdir(exist_ok=True)
    monkeypatch.chdir(here)
    before = digest(project.parent)
    assert main(["check", "--jobs", "1", "--catalogue", str(project / "catalogue")]) == 0
    assert digest(project.parent) == before


@pytest.mark.parametrize("site", [".", "..", "catalogue"])
def test_a_site_may_not_take_the_place_of_its_project(project: Path, site: str) -> None:
    assert main(["build", "--site", site]) == 2
    assert (project / "catalogue/catalogue.yml").is_file()


FOREIGN = {
    "markdown_extensions": "markdown_extensions: [tables, footnotes, toc]",
    "theme.name": "theme: {name: mkdocs}",
    "theme.static_templates": "theme: {static_templates: [own.html]}",
    "theme.custom_dir": "theme: {custom_dir: own}",
    "use_directory_urls": "use_directory_urls: false",
    "plugins": "plugins: [search]",
    "hooks": "hooks: [own/hook.py]",
    "extra_css": "extra_css: [own.css]",
    "extra_javascript": "extra_javascript: [own.js]",
    "extra_templates": "extra_templates: [own.html]",
    "exclude_docs": "exclude_docs: thu-tuc/",
    "draft_docs": "draft_docs: thu-tuc/",
    "nav": "nav: [Nhà: index.md]",
}


@pytest.mark.parametrize("key", FOREIGN)
def test_a_setting_that_would_change_the_pages_is_refused_by_name_and_line(
    key: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "own").mkdir()
    (project / "own/hook.py").touch()
    text = f"INHERIT: {DEFAULT_SETTINGS}\nsite_name: Của riêng\n{FOREIGN[key]}\n"
    (project / "mkdocs.yml").write_text(text, "utf8")
    assert main(["build", "--jobs", "1"]) == 2
    said = capsys.readouterr().err
    assert f"mkdocs.yml đặt {key} (mkdocs.yml:3) khác" in said
    assert not (project / "site").exists()


def test_what_an_inherited_file_sets_is_refused_too_and_seen_when_it_comes_later(
    small_project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (small_project / "mkdocs.yml").write_text("INHERIT: other.yml\n", "utf8")
    (small_project / "other.yml").write_text(f"INHERIT: {DEFAULT_SETTINGS}\n", "utf8")
    assert main(["build", "--jobs", "1"]) == 0
    before = digest(small_project / "site")
    lines = "theme:\n  features: [x]\n  name: mkdocs\nhooks: []\nplugins: [search]\n"
    (small_project / "other.yml").write_text(f"INHERIT: {DEFAULT_SETTINGS}\n{lines}", "utf8")
    assert main(["build", "--jobs", "1"]) == 2
    assert "plugins (other.yml:6), theme.name (other.yml:4)" in capsys.readouterr().err
    assert digest(small_project / "site") == before


@pytest.mark.parametrize(
    "line", ["plugins: [none]", "watch: [none]", "theme: {name: none}", "a: ["]
)
def test_settings_that_cannot_be_read_are_refused_in_a_sentence(
    line: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "mkdocs.yml").write_text(f"INHERIT: {DEFAULT_SETTINGS}\n{line}\n", "utf8")
    assert main(["build", "--jobs", "1"]) == 2
    assert "MkDocs không hiểu hoặc không tìm thấy" in capsys.readouterr().err


HARMLESS = (
    "site_name: Của riêng\nsite_description: Một câu\nextra: {own: 1, words: {own: x}}\n",
    "nav: [index.md, {Nhóm: [thu-tuc/index.md]}, {Ngoài: 'https://example.vn/'}]\n",
    "theme: {language: en, features: [navigation.tabs], palette: {scheme: slate}, font: false}\n",
    "repo_url: https://example.vn/x\nedit_uri: blob/main/\ncopyright: Của riêng\nsite_author: x\n",
    "strict: true\nnot_in_nav: '*'\nvalidation: {nav: {omitted_files: ignore}}\nwatch: [../own]\n",
)


@pytest.mark.parametrize("own", HARMLESS)
def test_other_settings_give_the_bytes_of_plain_mkdocs(own: str, small_project: Path) -> None:
    (small_project / "own").mkdir()
    (small_project / "mkdocs.yml").write_text(f"INHERIT: {DEFAULT_SETTINGS}\n{own}", "utf8")
    assert main(["build", "--jobs", "1"]) == 0
    plain = small_project / "plain"
    config = load_config(str(small_project / "build/mkdocs.yml"), site_dir=str(plain), strict=False)
    mkdocs_build(config)
    pages = sorted(page.relative_to(plain) for page in plain.rglob("*.html"))
    assert pages
    for page in pages:
        assert (plain / page).read_bytes() == (small_project / "site" / page).read_bytes(), page
