"""Templates are found and compiled quickly, and are those that MkDocs would take."""

from pathlib import Path

from mkdocs.config import load_config
from mkdocs.structure.files import Files

from generator.site.theme import load_settings
from tests.conftest import PROJECT


def test_the_theme_has_the_files_that_mkdocs_finds(tmp_path: Path) -> None:
    settings = PROJECT / "generator/site/mkdocs.yml"
    ours = load_settings(settings, docs_dir=str(tmp_path))
    plain = load_config(str(settings), docs_dir=str(tmp_path))
    found, stock = Files([]), Files([])
    found.add_files_from_theme(ours.theme.get_env(), ours)
    stock.add_files_from_theme(plain.theme.get_env(), plain)
    assert [file.src_uri for file in found] == [file.src_uri for file in stock] != []


def test_a_changed_template_is_compiled_again(tmp_path: Path) -> None:
    settings = tmp_path / "mkdocs.yml"
    (tmp_path / "docs").mkdir()
    (tmp_path / "own").mkdir()
    settings.write_text("site_name: Mẫu\ntheme:\n  name: mkdocs\n  custom_dir: own\n", "utf8")
    for text in ("trước", "sau"):
        (tmp_path / "own/mau.html").write_text(text, "utf8")
        assert load_settings(settings).theme.get_env().get_template("mau.html").render() == text
