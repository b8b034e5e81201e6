"""A forge for tests: the documented calls of GitHub and GitLab that the desk makes, over real git.

Both serve one bare repository; requests that were opened are kept in memory. Every call that is not
one of these, or lacks its token, is answered as the forges do: 404, 401.
"""

import base64
import hashlib
import json
import re
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

TOKEN = "secret-of-a-test"
NAME = "so/danh-muc"
APPLICATION = "ung-dung-cua-trang-soan"
Answer = tuple[int, Any]
_SECRETS = {"github": ("Authorization", f"Bearer {TOKEN}"), "gitlab": ("PRIVATE-TOKEN", TOKEN)}
_MAIN = "main"


@dataclass
class ForgeState:
    """The repository, what was asked of it, and the requests that were opened."""

    repository: Path
    calls: list[tuple[str, str]] = field(default_factory=list)
    requests: list[dict[str, Any]] = field(default_factory=list)
    challenges: dict[str, str] = field(default_factory=dict)
    """The challenge (RFC 7636) of each code that a login gave."""
    closed: set[int] = field(default_factory=set)
    """The numbers of the requests that are no longer open."""

    def git(self, *args: str, content: str | None = None, index: str | None = None) -> str:
        """The output of git in the repository."""
        environment = {"GIT_INDEX_FILE": index, "PATH": "/usr/bin:/bin"} if index else None
        command = ["git", "-C", str(self.repository), "-c", "user.name=x", "-c", "user.email=x@x"]
        run = subprocess.run(
            [*command, *args],
            input=content,
            capture_output=True,
            text=True,
            check=True,
            env=environment,
        )
        return run.stdout.removesuffix("\n")

    def has(self, revision: str) -> bool:
        """Whether a revision, or a path of one, is there."""
        try:
            self.git("cat-file", "-e", revision)
        except subprocess.CalledProcessError:
            return False
        return True

    def content(self, path: str, revision: str) -> Answer:
        """The text of a file, as it is."""
        name = f"{revision}:{path}"
        if not self.has(name):
            return 404, {"message": "404 File Not Found"}
        return 200, subprocess.run(
            ["git", "-C", str(self.repository), "cat-file", "blob", name],
            capture_output=True,
            check=True,
        ).stdout

    def tree(self, base: str, files: dict[str, str | None]) -> str:
        """The tree of a revision with other contents of some files; None for one that goes."""
        with tempfile.TemporaryDirectory() as folder:
            index = f"{folder}/index"
            self.git("read-tree", base, index=index)
            for path, text in files.items():
                if text is None:
                    gone = f"0 {'0' * 40}\t{path}\n"
                    self.git("update-index", "--index-info", content=gone, index=index)
                    continue
                blob = self.git("hash-object", "-w", "--stdin", content=text)
                entry = f"100644,{blob},{path}"
                self.git("update-index", "--add", "--cacheinfo", entry, index=index)
            return self.git("write-tree", index=index)

    def commit(self, tree: str, parent: str, message: str) -> str:
        """A commit."""
        return self.git("commit-tree", tree, "-p", parent, "-m", message)

    def advance(self, name: str, commit: str) -> bool:
        """Whether a branch could be led on to a commit: only to one that comes from it."""
        if self.git("rev-parse", f"{commit}^") != self.git("rev-parse", f"refs/heads/{name}"):
            return False
        self.git("update-ref", f"refs/heads/{name}", commit)
        return True

    def open_requests(self, branch: str) -> list[int]:
        """The numbers of the open requests of a branch."""
        numbers = range(1, len(self.requests) + 1)
        named = (one for one in numbers if self.requests[one - 1]["branch"] == branch)
        return [one for one in named if one not in self.closed]

    def branch(self, name: str, commit: str) -> bool:
        """Whether a branch could be made; not where it is already."""
        if self.has(f"refs/heads/{name}"):
            return False
        self.git("update-ref", f"refs/heads/{name}", commit)
        return True


def _github(state: ForgeState, method: str, path: str, body: Any, query: str) -> Answer:
    if (method, path) == ("GET", ""):
        return 200, {"default_branch": _MAIN}
    if method == "GET" and (found := re.fullmatch(r"/git/ref/heads/(.+)", path)):
        if not state.has(f"refs/heads/{found[1]}"):
            return 404, {"message": "Not Found"}
        return 200, {"object": {"sha": state.git("rev-parse", f"refs/heads/{found[1]}")}}
    if method == "GET" and (found := re.fullmatch(r"/contents/(.+)", path)):
        return state.content(found[1], query.removeprefix("ref="))
    if method == "GET" and (found := re.fullmatch(r"/git/commits/([0-9a-f]{40})", path)):
        return 200, {"tree": {"sha": state.git("rev-parse", f"{found[1]}^{{tree}}")}}
    if (method, path) == ("POST", "/git/trees"):
        assert all((one["mode"], one["type"]) == ("100644", "blob") for one in body["tree"])
        assert all(one["sha"] is None for one in body["tree"] if "content" not in one)
        files = {one["path"]: one.get("content") for one in body["tree"]}
        return 201, {"sha": state.tree(body["base_tree"], files)}
    if (method, path) == ("POST", "/git/commits"):
        [parent] = body["parents"]
        return 201, {"sha": state.commit(body["tree"], parent, body["message"])}
    if (method, path) == ("POST", "/git/refs"):
        made = state.branch(body["ref"].removeprefix("refs/heads/"), body["sha"])
        return (201, {}) if made else (422, {"message": "Reference already exists"})
    if method == "PATCH" and (found := re.fullmatch(r"/git/refs/heads/(.+)", path)):
        moved = body["force"] is False and state.advance(found[1], body["sha"])
        return (200, {}) if moved else (422, {"message": "Update is not a fast forward"})
    if (method, path) == ("GET", "/pulls"):
        wanted = dict(parse_qsl(query))
        owner, _, branch = wanted["head"].partition(":")
        assert (wanted["state"], owner) == ("open", NAME.split("/")[0])
        return 200, [{"number": one} for one in state.open_requests(branch)]
    if method == "PATCH" and (found := re.fullmatch(r"/pulls/(\d+)", path)):
        said = {"title": body["title"], "text": body["body"]}
        return 200, {"html_url": _renewed(state, int(found[1]), said, "pull")}
    if (method, path) == ("POST", "/pulls"):
        if state.open_requests(body["head"]):
            return 422, {"message": f"A pull request already exists for {body['head']}."}
        asked = {"branch": body["head"], "into": body["base"], "text": body["body"]}
        return 201, {"html_url": _opened(state, {**asked, "title": body["title"]}, "pull")}
    return 404, {"message": "Not Found"}


def _gitlab(state: ForgeState, method: str, path: str, body: Any, query: str) -> Answer:
    if (method, path) == ("GET", ""):
        return 200, {"default_branch": _MAIN}
    if method == "GET" and (found := re.fullmatch(r"/repository/branches/([^/]+)", path)):
        name = f"refs/heads/{unquote(found[1])}"
        if not state.has(name):
            return 404, {"message": "404 Branch Not Found"}
        return 200, {"commit": {"id": state.git("rev-parse", name)}}
    if method == "GET" and (found := re.fullmatch(r"/repository/files/([^/]+)/raw", path)):
        return state.content(unquote(found[1]), query.removeprefix("ref="))
    if (method, path) == ("POST", "/repository/commits"):
        return _gitlab_commit(state, body)
    if (method, path) == ("GET", "/merge_requests"):
        wanted = dict(parse_qsl(query))
        assert wanted["state"] == "opened"
        return 200, [{"iid": one} for one in state.open_requests(wanted["source_branch"])]
    if method == "PUT" and (found := re.fullmatch(r"/merge_requests/(\d+)", path)):
        said = {"title": body["title"], "text": body["description"]}
        return 200, {"web_url": _renewed(state, int(found[1]), said, "merge")}
    if (method, path) == ("POST", "/merge_requests"):
        if state.open_requests(body["source_branch"]):
            return 409, {"message": ["Another open merge request already exists"]}
        asked = {"branch": body["source_branch"], "into": body["target_branch"]}
        asked |= {"text": body["description"], "title": body["title"]}
        return 201, {"web_url": _opened(state, asked, "merge")}
    return 404, {"message": "404 Not Found"}


def _gitlab_commit(state: ForgeState, body: Any) -> Answer:
    """A commit on a branch that is there, or on a new one from where it is to start."""
    branch = body["branch"]
    is_there = state.has(f"refs/heads/{branch}")
    if is_there and "start_sha" in body:
        return 400, {"message": f"A branch called '{branch}' already exists."}
    if not is_there and "start_sha" not in body:
        return 400, {"message": "You can only create or edit files when you are on a branch"}
    parent = body.get("start_sha") or state.git("rev-parse", f"refs/heads/{branch}")
    for action in body["actions"]:
        there = state.has(f"{parent}:{action['file_path']}")
        if there != (action["action"] in ("update", "delete")):
            return 400, {"message": "A file with this name doesn't exist"}
    files = {one["file_path"]: one.get("content") for one in body["actions"]}
    commit = state.commit(state.tree(parent, files), parent, body["commit_message"])
    made = state.advance(branch, commit) if is_there else state.branch(branch, commit)
    assert made
    return 201, {"id": commit}


def _renewed(state: ForgeState, number: int, said: dict[str, Any], kind: str) -> str:
    state.requests[number - 1] |= said
    return f"https://forge.example.org/{kind}/{number}"


def _opened(state: ForgeState, asked: dict[str, Any], kind: str) -> str:
    state.requests.append(asked)
    return f"https://forge.example.org/{kind}/{len(state.requests)}"


_PREFIXES: dict[str, tuple[str, Callable[..., Answer]]] = {
    "github": (f"/api/v3/repos/{NAME}", _github),
    "gitlab": (f"/api/v4/projects/{NAME.replace('/', '%2F')}", _gitlab),
}


class _Handler(BaseHTTPRequestHandler):
    state: ClassVar[ForgeState]

    def do_OPTIONS(self) -> None:
        """Let a page of any origin ask, as both forges do."""
        self._send(204, b"")

    def do_GET(self) -> None:
        """Answer a question."""
        parts = urlsplit(self.path)
        if parts.path == "/oauth/authorize":
            return self._let_in(dict(parse_qsl(parts.query)))
        return self._answer("GET", None)

    def do_POST(self) -> None:
        """Do what is asked."""
        content = self._read_body()
        if self.path == "/oauth/token":
            return self._give_token(dict(parse_qsl(content.decode())))
        return self._answer("POST", json.loads(content))

    def do_PATCH(self) -> None:
        """Change what is there, as one asks GitHub."""
        self._answer("PATCH", json.loads(self._read_body()))

    def do_PUT(self) -> None:
        """Change what is there, as one asks GitLab."""
        self._answer("PUT", json.loads(self._read_body()))

    def _read_body(self) -> bytes:
        return self.rfile.read(int(self.headers["Content-Length"]))

    def _let_in(self, asked: dict[str, str]) -> None:
        """Lead back with a code at once, as for somebody who has allowed the application before."""
        known = (asked["client_id"], asked["response_type"], asked["code_challenge_method"])
        if known != (APPLICATION, "code", "S256"):
            return self._send(400, b"")
        code = f"code-{len(self.state.challenges)}"
        self.state.challenges[code] = asked["code_challenge"]
        back = urlencode({"code": code, "state": asked["state"]})
        self.send_response(302)
        self.send_header("Location", f"{asked['redirect_uri']}?{back}")
        self.end_headers()
        return None

    def _give_token(self, asked: dict[str, str]) -> None:
        """A token for a code, once, and only for the verifier whose digest was sent."""
        digest = hashlib.sha256(asked["code_verifier"].encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        if self.state.challenges.pop(asked["code"], "") != challenge:
            return self._send(400, b'{"error": "invalid_grant"}')
        return self._send(200, json.dumps({"access_token": TOKEN}).encode())

    def _answer(self, method: str, body: Any) -> None:
        parts = urlsplit(self.path)
        self.state.calls.append((method, parts.path))
        forge = "github" if parts.path.startswith("/api/v3/") else "gitlab"
        prefix, answer = _PREFIXES[forge]
        header, secret = _SECRETS[forge]
        by_login = forge == "gitlab" and self.headers.get("Authorization") == f"Bearer {TOKEN}"
        if not by_login and self.headers.get(header) != secret:
            return self._send(401, b'{"message": "Bad credentials"}')
        if not parts.path.startswith(prefix):
            return self._send(404, b'{"message": "Not Found"}')
        path = parts.path.removeprefix(prefix)
        known = unquote(path) if forge == "github" else path
        status, value = answer(self.state, method, known, body, parts.query)
        return self._send(status, value if isinstance(value, bytes) else json.dumps(value).encode())

    def _send(self, status: int, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Headers", "*, Authorization")
        self.send_header("Access-Control-Allow-Methods", "GET, PATCH, POST, PUT")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@contextmanager
def serve_forge(catalogue: Path, folder: Path) -> Iterator[tuple[ForgeState, str]]:
    """A forge whose repository has a catalogue on its main branch, and the forge's address."""
    state = ForgeState(folder / "repository.git")
    subprocess.run(["git", "init", "-q", "--bare", "-b", _MAIN, state.repository], check=True)
    tree = ["git", f"--git-dir={state.repository}", f"--work-tree={catalogue.parent}"]
    named = ["-c", "user.name=x", "-c", "user.email=x@x"]
    subprocess.run([*tree, "add", catalogue.name], check=True, cwd=catalogue.parent)
    subprocess.run([*tree, *named, "commit", "-q", "-m", "Danh mục"], check=True)
    handler = type("Handler", (_Handler,), {"state": state})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield state, f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
