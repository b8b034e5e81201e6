"""A site on a local address as a careful host serves it: strict policy, compressed, cached."""

import functools
import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

from generator.site.server import policy_for

_TEXT = {".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".csv", ".ics"}


class _Handler(http.server.SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", policy_for(self.path))
        super().end_headers()

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        slash = self.path.partition("?")[0].endswith("/")
        packed = "gzip" in self.headers.get("Accept-Encoding", "") and file.suffix in _TEXT
        if not packed or not file.is_file() or path.is_dir() != slash:
            super().do_GET()
            return
        content = gzip.compress(file.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(file)}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@dataclass
class Served:
    """A site on a local address, and what browsers complained about while looking at it."""

    address: str
    complaints: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> Page:
        """Note what a page complains of, what it could not load, what it asked of others."""
        page.on("console", lambda m: m.type == "error" and self.complaints.append(m.text))
        page.on("pageerror", lambda e: self.complaints.append(str(e)))
        page.on("requestfailed", lambda r: self._failed(r.url, r.failure or ""))
        page.on("request", lambda r: r.url.startswith(self._ours) or self.foreign.append(r.url))
        return page

    @property
    def _ours(self) -> tuple[str, str]:
        return self.address, f"blob:{self.address}"

    def _failed(self, url: str, failure: str) -> None:
        """A request given up because the visitor went on to another page is no fault."""
        if "ERR_ABORTED" not in failure:
            self.complaints.append(f"failed: {url} {failure}")


@contextmanager
def serve(site: Path) -> Iterator[Served]:
    """Serve a site while the context lasts."""
    handler = functools.partial(_Handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Served(f"http://127.0.0.1:{server.server_address[1]}/")
        server.shutdown()
