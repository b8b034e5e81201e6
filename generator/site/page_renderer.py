"""Render pages with the template of the site, to the bytes that MkDocs would write."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as StockPage

from generator import addresses
from generator.pages.nodes.blocks import Heading
from generator.pages.page import Page
from generator.records.memoize import memoize_last
from generator.site.links import links_of
from generator.site.theme import load_settings

_ALIKE = ("assets", "header", "place", "contacts")
"""Partials of the template that depend only on the depth of a page and on `_SEARCHED_BELOW`."""
_SEARCHED_BELOW = ("home", "search")
"""Kinds of pages with a search field in their body; their header has none."""


@dataclass(frozen=True, slots=True)
class Link:
    """A line of the table of contents; `url` is a fragment."""

    url: str
    title: str
    children: tuple["Link", ...] = ()


class Attributes(SimpleNamespace):
    """A mapping whose keys the template reads as attributes, which is fast; None for others."""

    def __getattr__(self, name: str) -> None:
        """None, for a key that the mapping lacks."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The attributes of an MkDocs page that the template reads."""

    title: str
    meta: Attributes
    content: str
    toc: Any
    url: str
    canonical_url: str | None
    is_homepage: bool


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """The bytes of a page, and the source paths that its links lead to."""

    html: bytes
    links: set[str]


class _EveryFile(Files):
    """Files that hold any path: other processes write them, and links are checked at the end."""

    def __init__(self, config: MkDocsConfig) -> None:
        super().__init__([])
        self._places = (config.docs_dir, config.site_dir, config.use_directory_urls)

    def get_file_from_path(self, path: str) -> File:
        """The file at a source path, whether or not it exists."""
        return File(path, *self._places, inclusion=InclusionLevel.INCLUDED)


class PageRenderer:
    """Renders pages with the configuration that plain `mkdocs` would read."""

    def __init__(self, config_file: Path) -> None:
        self._config = load_settings(config_file)
        self._site = _with_attributes({**self._config})
        self._env = self._config.theme.get_env()
        self._ready: dict[tuple[str, bool], Attributes] = {}
        self._files = _EveryFile(self._config)

    def render(self, page: Page) -> RenderedPage:
        """Render a page from the HTML of its nodes."""
        return self._rendered(page, page.body.html, (_contents(page.body.headings),))

    def render_by_mkdocs(self, page: Page) -> RenderedPage:
        """Render a page from the HTML that MkDocs makes of its Markdown."""
        file = self._files.get_file_from_path(page.path)
        stock = StockPage(None, file, self._config)
        stock.markdown, stock.meta = f"{page.body.markdown}\n", page.matter
        stock.render(self._config, self._files)
        return self._rendered(page, stock.content or "", stock.toc)

    def _rendered(self, page: Page, content: str, toc: Any) -> RenderedPage:
        return RenderedPage(self._fill(page, content, toc), links_of(page, content))

    def _fill(self, page: Page, content: str, toc: Any) -> bytes:
        address = addresses.address(page.path)
        site = self._site.site_url
        shown = Shown(
            page.matter["title"],
            Attributes(**page.matter),
            content,
            toc,
            address,
            urljoin(site, address) if site else None,
            page.path == addresses.HOME,
        )
        base = "/".join([".."] * address.count("/")) or "."
        ready = None if page.template else self._render_shared_parts(shown, base)
        template = self._env.get_template(page.template or "main.html")
        text: str = template.render(page=shown, config=self._site, base_url=base, ready=ready)
        return text.encode("utf8", errors="xmlcharrefreplace")

    def _render_shared_parts(self, page: Shown, base: str) -> Attributes:
        """The partials of `_ALIKE`, rendered once for all pages that share them."""
        key = (base, page.meta.kind in _SEARCHED_BELOW)
        if key not in self._ready:
            extra = self._site.extra
            values = {"page": page, "config": self._site, "base": base, "x": extra}
            parts = {name: self._env.get_template(f"partials/{name}.html") for name in _ALIKE}
            self._ready[key] = Attributes(
                **{n: part.render(**values, w=extra.words) for n, part in parts.items()}
            )
        return self._ready[key]


@memoize_last
def page_renderer(config: tuple[Path, bytes]) -> PageRenderer:
    """The renderer for a configuration: its file, and the content of the file."""
    file, _ = config
    return PageRenderer(file)


def _with_attributes(value: Any) -> Any:
    """The same value with `Attributes` for mappings, at every depth."""
    if isinstance(value, Mapping):
        return Attributes(**{str(key): _with_attributes(item) for key, item in value.items()})
    return [_with_attributes(item) for item in value] if isinstance(value, list) else value


def _contents(headings: Sequence[Heading]) -> Link:
    """The first heading, with those of the second level below it: what the template shows."""
    first, *others = headings
    seconds = tuple([Link(f"#{one.id}", one.title) for one in others if one.level == 2])
    return Link(f"#{first.id}", first.title, seconds)
