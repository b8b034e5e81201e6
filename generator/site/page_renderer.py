"""Fill the template of the site with pages, as MkDocs would."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urljoin

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as StockPage

from generator import addresses
from generator.pages.nodes.blocks import Heading
from generator.pages.page import Page
from generator.records.memoize import memoize_last
from generator.site.links import links_of

_ALIKE = ("assets", "header", "contacts")
"""The parts of the template that ask nothing of a page but its depth, and the next."""
_SEARCHED_BELOW = ("home", "search")
"""The kinds of pages that have a search field of their own, and none in the header."""


@dataclass(frozen=True, slots=True)
class Link:
    """One line of the table of contents; `url` is a fragment."""

    url: str
    title: str
    children: tuple["Link", ...] = ()


class Attributes(SimpleNamespace):
    """A mapping as the template asks for it: keys by attribute, which is soon done; else None."""

    def __getattr__(self, name: str) -> None:
        """What the mapping does not hold."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as the template knows it: the attributes of an MkDocs page that it reads."""

    title: str
    meta: Attributes
    content: str
    toc: Any
    url: str
    canonical_url: str | None
    is_homepage: bool


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page as HTML, and the source paths that its links lead to."""

    html: bytes
    links: set[str]


class _EveryFile(Files):
    """Files of which any may exist: other processes write them; links are checked at the end."""

    def __init__(self, config: MkDocsConfig) -> None:
        super().__init__([])
        self._places = (config.docs_dir, config.site_dir, config.use_directory_urls)

    def get_file_from_path(self, path: str) -> File:
        """The file at a source path."""
        return File(path, *self._places, inclusion=InclusionLevel.INCLUDED)


class PageRenderer:
    """Makes HTML of pages with the configuration that plain `mkdocs` would read."""

    def __init__(self, config_file: Path) -> None:
        self._config = load_config(str(config_file))
        self._site = _with_attributes({**self._config})
        self._env = self._config.theme.get_env()
        self._template = self._env.get_template("main.html")
        self._ready: dict[tuple[str, bool], Attributes] = {}
        self._files = _EveryFile(self._config)

    def render(self, page: Page) -> RenderedPage:
        """The HTML of a page."""
        return self._rendered(page, page.body.html, (_contents(page.body.headings),))

    def render_by_mkdocs(self, page: Page) -> RenderedPage:
        """The HTML that MkDocs makes of the Markdown of a page."""
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
        ready = self._ready_for(shown, base)
        text: str = self._template.render(page=shown, config=self._site, base_url=base, ready=ready)
        return text.encode("utf8", errors="xmlcharrefreplace")

    def _ready_for(self, page: Shown, base: str) -> Attributes:
        """The parts of the template that are alike on all pages of one depth."""
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
    """The renderer for a configuration: its file, and what stands in it."""
    file, _ = config
    return PageRenderer(file)


def _with_attributes(value: Any) -> Any:
    """The same value with mappings as attributes, all the way down."""
    if isinstance(value, Mapping):
        return Attributes(**{str(key): _with_attributes(item) for key, item in value.items()})
    return [_with_attributes(item) for item in value] if isinstance(value, list) else value


def _contents(headings: Sequence[Heading]) -> Link:
    """The first heading, and under it those of the second level, which the template shows."""
    first, *others = headings
    seconds = tuple([Link(f"#{one.id}", one.title) for one in others if one.level == 2])
    return Link(f"#{first.id}", first.title, seconds)
