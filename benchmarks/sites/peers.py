"""The same Markdown pages as projects of other site generators, and the commands that build them.

Each is given what it is best at: no search index, no navigation but the home page, a template of a
few lines for Hugo. Only "material" is Material as it comes, with every page in its navigation.
"""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_SITE = "site_name: Danh mục\nsite_url: https://tthc.example.org/\ntheme:\n  name: material\n"
_EXTENSIONS = "markdown_extensions: [admonition, attr_list, toc]\n"
_TUNED = "nav: [index.md]\nplugins: []\nvalidation: {nav: {omitted_files: ignore}}\n"
_HUGO = """\
baseURL: https://tthc.example.org/
title: Danh mục
disableKinds: [taxonomy, term, RSS, sitemap, section]
markup: {goldmark: {renderer: {unsafe: true}, parser: {attribute: {block: true}}}}
"""
_LAYOUT = """\
<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Params.description }}"></head>
<body><main>{{ .Content }}</main></body></html>
"""


@dataclass(frozen=True)
class Peer:
    """A generator: what prepares its project, what builds it there, and into which folder."""

    name: str
    prepare: Callable[[Path, Path], None]
    command: tuple[str, ...]
    output: str
    version: tuple[str, ...]


def _pages(docs: Path, target: Path) -> None:
    for page in docs.rglob("*.md"):
        copy = target / page.relative_to(docs)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(page, copy)


def _mkdocs(settings: str) -> Callable[[Path, Path], None]:
    def prepare(docs: Path, project: Path) -> None:
        _pages(docs, project / "docs")
        (project / "mkdocs.yml").write_text(_SITE + _EXTENSIONS + settings, encoding="utf8")

    return prepare


def _hugo(docs: Path, project: Path) -> None:
    """Hugo keeps pages below a folder's `index.md` for attachments: `a/index.md` becomes `a.md`."""
    for page in docs.rglob("*.md"):
        folder = page.relative_to(docs).parent
        name = f"{folder}.md" if folder.name else "_index.md"
        copy = project / "content" / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(page, copy)
    (project / "hugo.yaml").write_text(_HUGO, encoding="utf8")
    layouts = project / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for kind in ("single", "list", "home"):
        (layouts / f"{kind}.html").write_text(_LAYOUT, encoding="utf8")


def _finished(docs: Path, project: Path) -> None:
    """The HTML that was made of the pages, for a peer that only makes a search of it."""
    site = docs.parent.parent / "site"
    for page in docs.rglob("*.md"):
        built = page.relative_to(docs).with_suffix(".html")
        copy = project / "site" / built
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site / built, copy)


def _installed(name: str) -> str:
    return shutil.which(name) or str(Path(sys.executable).parent / name)


_MKDOCS, _ZENSICAL, _HUGO_COMMAND, _PAGEFIND = (
    _installed(name) for name in ("mkdocs", "zensical", "hugo", "pagefind")
)
PEERS = (
    Peer(
        "material tuned", _mkdocs(_TUNED), (_MKDOCS, "build", "-q"), "site", (_MKDOCS, "--version")
    ),
    Peer("zensical", _mkdocs(_TUNED), (_ZENSICAL, "build"), "site", (_ZENSICAL, "--version")),
    Peer("hugo", _hugo, (_HUGO_COMMAND, "--quiet"), "public", (_HUGO_COMMAND, "version")),
    Peer(
        "pagefind (search alone)",
        _finished,
        (_PAGEFIND, "--site", "site", "--force-language", "vi", "--output-path", "found"),
        "found",
        (_PAGEFIND, "--version"),
    ),
)
MATERIAL = Peer("material", _mkdocs(""), PEERS[0].command, "site", PEERS[0].version)
"""Every page in the navigation: time and size grow with the square of the number of pages."""
