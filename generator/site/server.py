"""A site on a local address, whose open pages load again when it has changed.

Only the answers carry the script for that; the files stay as they are published. Pages of other
hosts that the same browser has open get nothing: a request must name this machine as its host, so
that no foreign name that leads here (DNS rebinding) is answered, and must come from this origin.
"""

import http.server
import io
import logging
import socket
import threading
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import BinaryIO

from generator.records.suppression import suppress_logged

_log = logging.getLogger(__name__)

RELOAD = "/niemyet-xem-thu.js"
WAIT = "/niemyet-xem-thu"
_SECONDS = 25.0
"""How long a page waits for an answer before it asks again."""
MOST_CONNECTIONS = 64
"""Connections answered at one time; the next ones are closed at once."""
_LONGEST = 60.0
"""Seconds after which a connection is cut, whatever it still sends."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""The Content-Security-Policy under which pages are previewed, as a careful host sends it."""
_DESK = "/soan-thao/"
_DESK_PAGES = (_DESK, f"{_DESK}index.html")
_IN_WORKERS = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"
_HOSTS = frozenset({"127.0.0.1", "localhost"})

_SCRIPT = f"""\
const wait = async (seen) => {{
  const answer = await fetch("{WAIT}?" + seen).catch(() => null);
  if (!answer) return setTimeout(wait, 1000, seen);
  const now = await answer.text();
  return seen && now !== seen ? location.reload() : wait(now);
}};
wait("");
"""
_TYPES = {
    ".css": "text/css",
    ".csv": "text/csv",
    ".html": "text/html",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".xml": "application/xml",
}
"""Stated here, for on Windows any program may have changed them, and no module runs as text."""
_TAG = f'<script src="{RELOAD}" defer></script></head>'.encode()


def policy_for(path: str) -> str:
    """The policy under which a file is served; `path` is that of a request.

    The page of the desk states its own, which names the host that it may ask; a worker of it is
    held to the one that comes with its script.
    """
    file = path.partition("?")[0]
    if file in _DESK_PAGES:
        return "frame-ancestors 'none'"
    return _IN_WORKERS if file.startswith(_DESK) else POLICY


class Preview:
    """Counts the states of a site, and lets pages wait for the next one."""

    def __init__(self) -> None:
        self._state = 0
        self._changed = threading.Condition()

    def announce(self) -> None:
        """Have every open page load again."""
        with self._changed:
            self._state += 1
            self._changed.notify_all()

    def wait(self, seen: str) -> str:
        """The number of the state, as soon as it is not the one `seen`."""
        with self._changed:
            self._changed.wait_for(lambda: str(self._state) != seen, _SECONDS)
            return str(self._state)


class _Handler(http.server.SimpleHTTPRequestHandler):
    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, **_TYPES}  # noqa: RUF012 – declared so there

    def __init__(self, preview: Preview, *rest: object, **options: object) -> None:
        self._preview = preview
        self.path = ""  # until a request line was read
        super().__init__(*rest, **options)  # type: ignore[arg-type]  # passed on as they came

    def parse_request(self) -> bool:
        """Read the request, and refuse it unless it is meant for this machine and sent from it."""
        if not super().parse_request():
            return False
        host = self.headers.get("Host", "")
        if host.partition(":")[0].lower() not in _HOSTS:
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return False
        if self.headers.get("Origin", f"http://{host}") != f"http://{host}":
            self.send_error(HTTPStatus.FORBIDDEN)
            return False
        return True

    def end_headers(self) -> None:
        """Close the headers with the policy."""
        self.send_header("Content-Security-Policy", policy_for(self.path))
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Answer with the headers of a file, unless a link stands on the way to it."""
        if self._is_free_of_links(Path(self.translate_path(self.path))):
            return super().send_head()
        self.send_error(HTTPStatus.NOT_FOUND)
        return None

    def _is_free_of_links(self, file: Path) -> bool:
        below = file.relative_to(self.directory).parents if file != Path(self.directory) else ()
        on_the_way = [Path(self.directory, part) for part in below if part != Path()]
        return not any(map(Path.is_symlink, (file, file / "index.html", *on_the_way)))

    def do_GET(self) -> None:
        """Answer with a file, with the script, or with the number of the state."""
        path, _, seen = self.path.partition("?")
        if path == WAIT:
            self._answer(self._preview.wait(seen).encode(), "text/plain")
        elif path == RELOAD:
            self._answer(_SCRIPT.encode(), "text/javascript")
        elif path.endswith("/") and self._is_page(self._page(path)):
            self._answer(self._page(path).read_bytes().replace(b"</head>", _TAG, 1), "text/html")
        else:
            super().do_GET()

    def _is_page(self, file: Path) -> bool:
        return file.is_file() and self._is_free_of_links(file)

    def _page(self, path: str) -> Path:
        return Path(self.translate_path(path)) / "index.html"

    def _answer(self, content: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name it has
        """Say nothing of single requests."""


class _Server(http.server.ThreadingHTTPServer):
    """Answers a bounded number of connections, each for a bounded time."""

    daemon_threads = True
    request_queue_size = MOST_CONNECTIONS

    def __init__(self, *arguments: object) -> None:
        self._free = threading.BoundedSemaphore(MOST_CONNECTIONS)
        super().__init__(*arguments)  # type: ignore[arg-type]  # passed on as they came

    def process_request(self, request: socket.socket, client_address: object) -> None:  # type: ignore[override]  # it listens on TCP alone
        """Answer in a thread, or close the connection when too many are open."""
        if self._free.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: socket.socket, client_address: object) -> None:  # type: ignore[override]  # it listens on TCP alone
        """Answer one connection, and cut it when it takes too long."""
        timer = threading.Timer(_LONGEST, _cut, [request])
        timer.daemon = True
        timer.start()
        try:
            super().process_request_thread(request, client_address)
        finally:
            timer.cancel()
            self._free.release()


def _cut(connection: socket.socket) -> None:
    with suppress_logged(_log, "cut a connection that has ended by itself", OSError):
        connection.shutdown(socket.SHUT_RDWR)


def start_server(site: Path, preview: Preview, port: int) -> http.server.ThreadingHTTPServer:
    """Serve a site on this machine only; port 0 takes a free one. Raises OSError."""
    handler = partial(_Handler, preview, directory=str(site))
    server = _Server(("127.0.0.1", port), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
