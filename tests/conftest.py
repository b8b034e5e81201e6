"""Fixtures: the sample catalogue, a built site, a server with a strict policy, a browser."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from generator.check import check
from generator.law.edition import Edition
from generator.locale import words_of
from generator.site.build import Built, Places, render_and_publish, write

PROJECT = Path(__file__).parent.parent
SAMPLE = PROJECT / "catalogue"
DAY = date(2026, 11, 22)
STRICT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def edition_of(catalogue: Path, day: date = DAY) -> Edition:
    return Edition(check(catalogue, words_of("vi"), day).catalogue, day, words_of("vi"))


def build_site(catalogue: Path, folder: Path, day: date = DAY, jobs: int = 1) -> Built:
    """Build into `folder`/site as `niemyet build` does."""
    places = Places(PROJECT / "mkdocs.yml", folder / "build", folder / "site")
    edition = edition_of(catalogue, day)
    return render_and_publish(edition, places, write(edition, places, jobs))


@pytest.fixture(scope="session")
def sample() -> Edition:
    return edition_of(SAMPLE)


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    built = build_site(SAMPLE, folder)
    assert not built.warnings
    return folder / "site"


@pytest.fixture
def catalogue_copy(tmp_path: Path) -> Path:
    copy = tmp_path / "catalogue"
    shutil.copytree(SAMPLE, copy)
    return copy


class _Handler(http.server.SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", STRICT_POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@dataclass
class Served:
    """A site on a local address, and what browsers complained about while looking at it."""

    address: str
    complaints: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> Page:
        page.on("console", lambda m: m.type == "error" and self.complaints.append(m.text))
        page.on("pageerror", lambda e: self.complaints.append(str(e)))
        page.on("requestfailed", lambda r: self._failed(r.url, r.failure or ""))
        page.on("request", lambda r: r.url.startswith(self.address) or self.foreign.append(r.url))
        return page

    def _failed(self, url: str, failure: str) -> None:
        """A request given up because the visitor went on to another page is no fault."""
        if "ERR_ABORTED" not in failure:
            self.complaints.append(f"failed: {url} {failure}")


def serve(site: Path) -> Iterator[Served]:
    handler = functools.partial(_Handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Served(f"http://127.0.0.1:{server.server_address[1]}/")
        server.shutdown()


@pytest.fixture(scope="session")
def served_sample(sample_site: Path) -> Iterator[Served]:
    yield from serve(sample_site)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    assert found, "apt-get install chromium"
    options = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=options)
        yield chromium
        chromium.close()
