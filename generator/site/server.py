"""A site on a local address, whose open pages load again when it has changed.

Only the answers carry the script for that; the files stay as they are published.
"""

import http.server
import threading
from functools import partial
from pathlib import Path

RELOAD = "/niemyet-xem-thu.js"
WAIT = "/niemyet-xem-thu"
_SECONDS = 25.0
"""How long a page waits for an answer before it asks again."""

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
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".xml": "application/xml",
}
"""Stated here, for on Windows any program may have changed them, and no module runs as text."""
_TAG = f'<script src="{RELOAD}" defer></script></head>'.encode()


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
        super().__init__(*rest, **options)  # type: ignore[arg-type]  # passed on as they came

    def do_GET(self) -> None:
        """Answer with a file, with the script, or with the number of the state."""
        path, _, seen = self.path.partition("?")
        if path == WAIT:
            self._answer(self._preview.wait(seen).encode(), "text/plain")
        elif path == RELOAD:
            self._answer(_SCRIPT.encode(), "text/javascript")
        elif path.endswith("/") and self._page(path).is_file():
            self._answer(self._page(path).read_bytes().replace(b"</head>", _TAG, 1), "text/html")
        else:
            super().do_GET()

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


def start_server(site: Path, preview: Preview, port: int) -> http.server.ThreadingHTTPServer:
    """Serve a site on this machine only; port 0 takes a free one. Raises OSError."""
    handler = partial(_Handler, preview, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
