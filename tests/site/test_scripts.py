"""Every script of a site can be read: one that cannot leaves its pages without any of them."""

from pathlib import Path

from benchmarks.node import ask_script

PARSE = Path(__file__).parent / "parse.mjs"


def test_every_script_can_be_read(sample_site: Path) -> None:
    paths = [file.relative_to(sample_site).as_posix() for file in sample_site.rglob("*.js")]
    assert paths
    assert ask_script(PARSE, sample_site, paths) == []


def test_a_name_declared_twice_is_told(tmp_path: Path) -> None:
    (tmp_path / "page.js").write_text("const lines = 1;\nconst lines = 2;\n", "utf8")
    (refused,) = ask_script(PARSE, tmp_path, ["page.js"])
    assert refused == ["page.js", "Identifier 'lines' has already been declared"]
