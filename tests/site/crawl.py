"""Read a built site as a visitor without JavaScript does: links, text, and how far a page is."""

from collections import deque
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

ROOT = "http://site/"
TEXTLESS = {"script", "style"}


class Document(HTMLParser):
    """The links, ids, tags and visible text of one page."""

    def __init__(self, content: str) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self.sources: list[str] = []
        self.ids: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._hidden = 0
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        self._hidden += tag in TEXTLESS
        if tag == "a" and given.get("href"):
            self.links.append(given["href"] or "")
        self.sources += [given[key] or "" for key in ("src", "action") if given.get(key)]
        if tag == "link" and given.get("rel") != "canonical":
            self.sources.append(given.get("href") or "")
        if given.get("id"):
            self.ids.append(given["id"] or "")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in TEXTLESS

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.text += data


@dataclass(frozen=True)
class Linked:
    """The links and ids of a `Document`, read in a quarter of the time: sites have thousands."""

    links: list[str]
    sources: list[str]
    ids: list[str]


def linked(content: str) -> Linked:
    """Read what `Document` reads of links and ids."""
    parser = etree.HTMLParser(encoding="utf8", huge_tree=True)
    page = Linked([], [], [])
    for element in etree.fromstring(content.encode(), parser).iter(etree.Element):
        given = element.attrib
        if element.tag == "a" and given.get("href"):
            page.links.append(given["href"])
        page.sources.extend(given[key] for key in ("src", "action") if given.get(key))
        if element.tag == "link" and given.get("rel") != "canonical":
            page.sources.append(given.get("href") or "")
        if given.get("id"):
            page.ids.append(given["id"])
    return page


def file_of(site: Path, address: str) -> Path:
    """The file that a static server gives for an address of the site."""
    path = site / unquote(urlsplit(address).path).lstrip("/")
    return path / "index.html" if address.split("#")[0].split("?")[0].endswith("/") else path


def resolve(here: str, link: str) -> str:
    """Where a link leads from an address: what `urljoin` says, once for pages that share it."""
    folder, rest = here[: here.rindex("/") + 1], link
    while rest.startswith("../") and folder != ROOT:
        folder, rest = folder[: folder.rindex("/", 0, -1) + 1], rest.removeprefix("../")
    return _joined(here, link) if rest == link else _joined(folder, rest)


_joined = cache(urljoin)


def read(site: Path, address: str) -> Document:
    return Document(file_of(site, address).read_text(encoding="utf8"))


def documents_of(site: Path) -> dict[Path, Linked]:
    """Every page of a site, read once, by its file."""
    pages = (page for page in sorted(site.rglob("*.html")) if page.name != "404.html")
    return {page: linked(page.read_text(encoding="utf8")) for page in pages}


def broken_links(site: Path, documents: dict[Path, Linked] | None = None) -> list[str]:
    """Links and files within the site that lead nowhere, anchors included."""
    broken = []
    documents = documents or documents_of(site)
    there = {file for file in site.rglob("*") if file.is_file()}
    ids = {page: frozenset(document.ids) for page, document in documents.items()}
    find = cache(lambda address: file_of(site, address))
    for page, document in documents.items():
        here = ROOT + page.relative_to(site).as_posix().removesuffix("index.html")
        for link in {*document.links, *document.sources}:
            target, _, anchor = resolve(here, link).partition("#")
            if not target.startswith(ROOT):
                continue
            file = find(target)
            if file not in there or (anchor and anchor not in ids[file]):
                broken.append(f"{here} → {link}")
    return broken


def clicks_from_home(site: Path, documents: dict[Path, Linked] | None = None) -> dict[str, int]:
    """The least number of clicks from the home page to every page, by links alone."""
    documents = documents or documents_of(site)
    distance = {ROOT: 0}
    queue = deque([ROOT])
    while queue:
        here = queue.popleft()
        for link in documents[file_of(site, here)].links:
            target = resolve(here, link).split("#")[0].split("?")[0]
            if target.startswith(ROOT) and target.endswith("/") and target not in distance:
                distance[target] = distance[here] + 1
                queue.append(target)
    return {address.removeprefix(ROOT): steps for address, steps in distance.items()}
