"""What comes from others is bounded, and refused with a sentence that names it."""

import json
import lzma
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.cli import fetching
from generator.cli.fetching import fetch
from generator.exports.manifest import read_manifest
from generator.imports.portal.convert import read_sources
from generator.imports.portal.source import SourceRecord, Unreadable, read_records
from generator.model.member_claims import find_claims
from generator.model.nation import MemberSite
from generator.model.variants import Shard
from generator.records import received
from generator.records.federation import Member
from generator.records.received import ReceivedLimitError, read_lines
from generator.records.registers import Agency
from generator.records.schema import validate
from tests.conftest import DAY
from tests.imports.test_portal import NATIONAL

Answer = Callable[[BaseHTTPRequestHandler], None]


@contextmanager
def server_that(answer: Answer) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer(self)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def redirect_to(target: str) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(302)
        request.send_header("Location", target)
        request.end_headers()

    return answer


@pytest.mark.parametrize("address", ["file:///etc/hostname", "ftp://a.example/", "data:,x"])
def test_only_http_is_fetched(address: str) -> None:
    with pytest.raises(ReceivedLimitError, match=r"received\.odd_address"):
        fetch(address, 100)


@pytest.mark.parametrize("target", ["file:///etc/hostname", "ftp://127.0.0.1:9/x", "/again"])
def test_no_redirect_leads_anywhere_else_or_on_for_ever(target: str) -> None:
    refused = pytest.raises((OSError, ReceivedLimitError))
    with server_that(redirect_to(target)) as address, refused:
        fetch(address, 100)


def test_an_endless_answer_is_refused() -> None:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        while True:
            request.wfile.write(b"x" * 1000)

    def quietly(request: BaseHTTPRequestHandler) -> None:
        try:
            answer(request)
        except OSError:
            request.close_connection = True

    refused = pytest.raises(ReceivedLimitError, match=r"received\.too_long")
    with server_that(quietly) as address, refused:
        fetch(address, 5000)


def test_an_answer_that_does_not_end_in_time_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "FETCHING_SECONDS", 0.3)
    ended = threading.Event()

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "100")
        request.end_headers()
        while not ended.wait(0.1):
            request.wfile.write(b"x")
            request.wfile.flush()

    with server_that(answer) as address:
        with pytest.raises(ReceivedLimitError, match=r"received\.too_slow"):
            fetch(address, 5000)
        ended.set()


PUBLISHED = {"procedure": "1.000123", "version": "v001", "sha256": "0" * 64}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("procedure", "../../etc/passwd"),
        ("procedure", "1.000123\n"),
        ("procedure", "1.000123\x1b[2J"),
        ("version", "v001/../x"),
        ("sha256", ""),
        ("sha256", 5),
    ],
)
def test_a_manifest_names_procedures_and_nothing_else(key: str, value: object) -> None:
    text = {"as_of": "2026-01-01", "procedures": [], "versions": [{**PUBLISHED, key: value}]}
    with pytest.raises(ValueError, match=key):
        read_manifest(json.dumps(text).encode())


def test_a_manifest_of_very_deep_lists_is_refused() -> None:
    with pytest.raises(ValueError, match="recursion"):
        read_manifest(b'{"x":' + b"[" * 100_000)


def test_an_archive_that_unpacks_without_end_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(received, "RATIO_FROM", 1 << 20)
    bomb = tmp_path / "a.jsonl.xz"
    bomb.write_bytes(lzma.compress(bytes(4 << 20)))
    with pytest.raises(ReceivedLimitError, match=r"received\.bomb"):
        list(read_lines(bomb))


def test_a_file_of_too_many_lines_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(received, "MOST_LINES", 10)
    (tmp_path / "a.jsonl").write_text("\n" * 11)
    with pytest.raises(ReceivedLimitError, match=r"received\.too_many_lines"):
        list(read_lines(tmp_path / "a.jsonl"))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"\xff", "NL601"),
        (b'{"code": NaN}', "NL601"),
        (b"1" * 5000, "NL601"),
        (b"[" * 100_000, "NL601"),
        (b'{"executionMethods":' + b"[" * 80 + b"]" * 80 + b"}", "NL613"),
        (b'"' + b"x" * received.MOST_LINE + b'"', "NL613"),
        (b"[]", "NL602"),
    ],
)
def test_one_line_that_is_no_record_does_not_end_the_others(
    tmp_path: Path, line: bytes, reason: str
) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(line + b"\n" + json.dumps(NATIONAL).encode())
    refused, read = read_records(file, Counter())
    assert isinstance(refused, Unreadable)
    assert (refused.line, refused.reason) == (1, reason)
    assert isinstance(read, SourceRecord)
    assert read.line == 2


@pytest.mark.parametrize("value", [5, {"a": 1}])
@pytest.mark.parametrize("key", ["Mô tả", "Tên thủ tục", "Số quyết định", "Lĩnh vực"])
def test_a_value_of_another_type_refuses_its_record_alone(
    tmp_path: Path, key: str, value: object
) -> None:
    file = tmp_path / "a.jsonl"
    other = {**NATIONAL, "Mã thủ tục": "1.000124", key: value}
    file.write_text(json.dumps(other) + "\n" + json.dumps(NATIONAL), "utf8")
    sources = read_sources([file])
    assert sources.codes() == ["1.000123"]
    assert [(one.line, one.reason) for one in sources.refused] == [(1, "NL611")]


def site(key: str, name: str, address: str) -> MemberSite:
    publisher = Agency(id=key, name=name, kind="agency", level="province")
    shard = Shard(as_of=DAY, base_url=address, publisher=publisher, fields=())
    return MemberSite(shard, address)


FIRST = (Member(site="mot"), site("tinh-mot", "UBND tỉnh Một", "https://mot.example/"))


@pytest.mark.parametrize(
    ("key", "claiming", "expected"),
    [
        ("federate.twice", site("tinh-mot", "Khác", "https://hai.example/"), None),
        ("federate.same_name", site("hai", "ubnd TỈNH  Một\u200b", "https://hai.example/"), None),
        ("federate.same_address", site("hai", "Hai", "https://MOT.example/"), None),
        ("federate.not_expected", site("hai", "Hai", "https://hai.example/"), "tinh-hai"),
        ("federate.other_name", site("bo-mau", "Bộ Khác", "https://hai.example/"), None),
        ("federate.other_id", site("hai", "Bộ Mẫu", "https://hai.example/"), None),
    ],
)
def test_a_member_does_not_pass_for_another(
    key: str, claiming: MemberSite, expected: str | None
) -> None:
    known = {"bo-mau": Agency(id="bo-mau", name="Bộ Mẫu", kind="agency", level="central")}
    member = Member(site="hai", publisher=expected)
    (claim,) = find_claims([FIRST, (member, claiming)], known)
    assert claim.key == key
    assert claim.values["site"] == "hai"
    assert not list(find_claims([FIRST], known))


def test_a_line_break_behind_an_id_is_a_problem() -> None:
    agency = {"id": "a\n", "name": "A", "kind": "agency", "level": "commune"}
    shard = {"as_of": "2026-01-01", "base_url": "https://a/", "publisher": agency}
    data = {**shard, "fields": [], "variants": []}
    (problem,) = validate("shard", data, "shard.json")
    assert (problem.code, problem.pointer) == ("CT205", ("publisher", "id"))
