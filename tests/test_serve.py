"""`niemyet serve`: a saved file is on the page, a mistake leaves the last good state."""

import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli.serving import _PreviewSession
from generator.law.rules import run_record_rules
from generator.locale import words_of
from generator.records import watcher
from generator.records.live_catalogue import LiveCatalogue
from generator.records.tree import load_catalogue
from generator.records.watcher import scan_files, watch
from generator.site import server as preview_server
from generator.site.options import BuildPaths
from generator.site.server import POLICY, RELOAD, WAIT, Preview, policy_for, start_server
from tests.conftest import DAY, PROJECT, build_site
from tests.site.digests import digest

PAGE = "thu-tuc/1.001193/index.html"
RECORD = "procedures/ho-tich/1.001193/procedure.yml"


def rewrite(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text("utf8").replace(old, new), "utf8")


@pytest.fixture
def session(catalogue_copy: Path, tmp_path: Path) -> _PreviewSession:
    library = LiveCatalogue(catalogue_copy, run_record_rules)
    library.read()
    places = BuildPaths(PROJECT / "mkdocs.yml", tmp_path / "build", tmp_path / "site")
    (tmp_path / "build").mkdir()
    made = _PreviewSession(library, places, DAY, words_of("vi"), 1)
    made.build_all()
    return made


def test_a_saved_file_is_on_its_page(
    session: _PreviewSession, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    preview = Preview()
    rewrite(session.live.root / RECORD, "Ghi nhận việc", "Ghi nhận sớm việc")
    session.follow({RECORD}, preview)
    assert "Ghi nhận sớm việc" in (session.paths.site / PAGE).read_text("utf8")
    assert "danh sách và tìm kiếm" in capsys.readouterr().out
    build_site(session.live.root, tmp_path / "clean")
    assert digest(session.paths.site) == digest(tmp_path / "clean/site")


@pytest.fixture
def desk(session: _PreviewSession, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The desk of a preview, with the library that the desk before has."""
    folder = session.paths.site / "soan-thao"
    (folder / "yaml").mkdir(parents=True)
    for name in ("index.html", "yaml/index.js", "yaml/LICENSE.txt"):
        (folder / name).write_text("", "utf8")
    monkeypatch.setattr("generator.cli.serving.PACKAGES", Path("none"))
    return folder


@pytest.mark.parametrize("broken", [b"id: [", b"\xff", None])
def test_what_is_broken_just_then_does_not_end_the_preview(
    session: _PreviewSession, desk: Path, broken: bytes | None
) -> None:
    other = session.live.root / "agencies/bca.yml"
    good = other.read_bytes()
    if broken is None:
        other.unlink()
        other.mkdir()
    else:
        other.write_bytes(broken)
    rewrite(session.live.root / RECORD, "kind: assigned_regulation", "kind: not_stated")
    session.follow({RECORD}, Preview())  # the other file is not known to have changed yet
    assert (desk / "index.html").read_bytes() == b""
    if broken is None:
        other.rmdir()
    other.write_bytes(good)
    rewrite(session.live.root / RECORD, "kind: not_stated", "kind: assigned_regulation")
    session.follow({RECORD}, Preview())
    copied = desk / "du-lieu/catalogue/agencies/bca.yml"
    assert copied.read_bytes() == good


def test_without_its_library_the_desk_stays_and_the_preview_goes_on(
    session: _PreviewSession, desk: Path
) -> None:
    (desk / "yaml/index.js").unlink()
    rewrite(session.live.root / RECORD, "Ghi nhận việc", "Ghi nhận sớm việc")
    session.follow({RECORD}, Preview())
    assert (desk / "index.html").is_file()


def test_a_desk_of_the_preview_begins_from_what_is_saved(
    session: _PreviewSession, desk: Path
) -> None:
    rewrite(session.live.root / RECORD, "kind: assigned_regulation", "kind: not_stated")
    session.follow({RECORD}, Preview())
    copied = desk / "du-lieu" / "catalogue" / RECORD
    assert copied.read_bytes() == (session.live.root / RECORD).read_bytes()


def test_what_is_the_same_at_the_desk_is_not_written_again(
    session: _PreviewSession, desk: Path
) -> None:
    rewrite(session.live.root / RECORD, "kind: assigned_regulation", "kind: not_stated")
    session.follow({RECORD}, Preview())
    (desk / "du-lieu/gone.json").write_text("{}", "utf8")
    before = times_of(desk)
    rewrite(session.live.root / RECORD, "kind: not_stated", "kind: assigned_regulation")
    session.follow({RECORD}, Preview())
    after = times_of(desk)
    changed = {path for path, _ in before.items() ^ after.items()}
    assert changed == {
        "stamp.txt",
        "du-lieu/gone.json",
        f"du-lieu/catalogue/{RECORD}",
        "du-lieu/records.json",
        "du-lieu/readings.json",
    }


def times_of(folder: Path) -> dict[str, tuple[int, int]]:
    files = [file for file in folder.rglob("*") if file.is_file()]
    seen = [(file.relative_to(folder).as_posix(), file.stat()) for file in files]
    return {path: (one.st_ino, one.st_mtime_ns) for path, one in seen}


def test_a_mistake_leaves_the_last_good_state_and_says_where(
    session: _PreviewSession, capsys: pytest.CaptureFixture[str]
) -> None:
    before = digest(session.paths.site)
    rewrite(session.live.root / RECORD, "kind: assigned_regulation", "kind: luat")
    session.follow({RECORD}, Preview())
    said = capsys.readouterr()
    assert f"{RECORD}:5:7  LỖI CT204" in said.out
    assert "bản đúng gần nhất" in said.err
    assert digest(session.paths.site) == before
    rewrite(session.live.root / RECORD, "kind: luat", "kind: assigned_regulation")
    session.follow({RECORD}, Preview())
    assert digest(session.paths.site) == before


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("step", ["build", "refresh_desk"])
def test_a_fault_of_the_program_is_said_and_the_preview_goes_on(
    step: str,
    session: _PreviewSession,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("division by zero")

    caplog.set_level("INFO", "generator")
    rewrite(session.live.root / RECORD, "Ghi nhận việc", "Ghi nhận sớm việc")
    with monkeypatch.context() as patched:
        patched.setattr(f"generator.cli.serving.{step}", fail)
        session.follow({RECORD}, Preview())
    said = capsys.readouterr()
    assert "lỗi bên trong" in said.err
    assert "Traceback" not in said.err + said.out
    assert "ZeroDivisionError" in caplog.text
    rewrite(session.live.root / RECORD, "Ghi nhận sớm việc", "Ghi nhận muộn việc")
    session.follow({RECORD}, Preview())
    assert "Ghi nhận muộn việc" in (session.paths.site / PAGE).read_text("utf8")


def test_a_library_is_what_reading_everything_gives(catalogue_copy: Path) -> None:
    library = LiveCatalogue(catalogue_copy, run_record_rules)
    library.read()
    rewrite(catalogue_copy / RECORD, "Ghi nhận việc", "Ghi nhận sớm việc")
    (catalogue_copy / "agencies/bca.yml").unlink()
    (catalogue_copy / "agencies/moi.yml").write_text("name: [", "utf8")
    changed = {RECORD, "agencies/bca.yml", "agencies/moi.yml"}
    assert library.refresh(changed)
    assert not library.refresh(changed)
    assert library.catalogue() == load_catalogue(catalogue_copy, inspect=run_record_rules)


def test_what_is_saved_is_seen(catalogue_copy: Path) -> None:
    with watch(catalogue_copy, scan_files(catalogue_copy)) as seen:

        def save() -> None:
            time.sleep(0.05)
            (catalogue_copy / "agencies/bca.yml").unlink()
            rewrite(catalogue_copy / RECORD, "Ghi nhận việc", "Ghi nhận sớm việc")

        thread = threading.Thread(target=save)
        thread.start()
        found = next(seen)
        thread.join()
        found |= next(seen) if found != {RECORD, "agencies/bca.yml"} else set()
        assert found == {RECORD, "agencies/bca.yml"}


def test_the_system_says_when_to_look(
    catalogue_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watcher, "SHORTEST_PAUSE", 3600)
    with watch(catalogue_copy, scan_files(catalogue_copy)) as seen:
        timer = threading.Timer(1, (catalogue_copy / "agencies/bca.yml").unlink)
        timer.start()
        assert next(seen) == {"agencies/bca.yml"}
        (catalogue_copy / "agencies/.moi.yml.swp").write_text("id: moi", "utf8")
        (catalogue_copy / "agencies/moi.yml").write_text("id: moi", "utf8")
        assert next(seen) == {"agencies/moi.yml"}


def test_where_the_system_cannot_say_it_is_seen_by_looking(
    catalogue_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError("inotify watch limit reached")

    monkeypatch.setattr(watcher.Observer, "schedule", refused)
    with watch(catalogue_copy, scan_files(catalogue_copy)) as seen:
        timer = threading.Timer(0.3, (catalogue_copy / "agencies/bca.yml").unlink)
        timer.start()
        assert next(seen) == {"agencies/bca.yml"}


@pytest.fixture
def served(sample_site: Path) -> Iterator[tuple[str, Preview]]:
    preview = Preview()
    server = start_server(sample_site, preview, 0)
    yield f"http://127.0.0.1:{server.server_port}", preview
    server.shutdown()
    server.server_close()


def fetch(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:
        return str(answer.read().decode())


def test_open_pages_load_again(served: tuple[str, Preview], sample_site: Path) -> None:
    address, preview = served
    assert RELOAD in fetch(f"{address}/thu-tuc/1.001193/")
    assert RELOAD not in (sample_site / PAGE).read_text("utf8")
    assert WAIT in fetch(f"{address}{RELOAD}")
    now = fetch(f"{address}{WAIT}?")
    threading.Timer(0.05, preview.announce).start()
    assert fetch(f"{address}{WAIT}?{now}") != now


def status_of(address: str, **headers: str) -> int:
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


@pytest.fixture
def small(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("<head></head>", "utf8")
    server = start_server(site, Preview(), 0)
    yield f"http://127.0.0.1:{server.server_port}/", site
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", ["", "index.html", WAIT[1:] + "?", RELOAD[1:]])
def test_a_foreign_name_that_leads_to_this_machine_is_not_answered(
    small: tuple[str, Path], path: str
) -> None:
    address, _ = small
    assert status_of(address + path) == 200
    assert status_of(address + path, Host="localhost:1") == 200
    for host in ("evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", ""):
        assert status_of(address + path, Host=host) == 421


def test_a_page_of_another_origin_is_not_answered(small: tuple[str, Path]) -> None:
    address, _ = small
    assert status_of(address, Origin=address.rstrip("/")) == 200
    for origin in ("http://evil.example", "null", "http://127.0.0.1:1"):
        assert status_of(address, Origin=origin) == 403


def test_every_answer_of_the_preview_carries_the_policy(small: tuple[str, Path]) -> None:
    address, _ = small
    for path in ("", "index.html", RELOAD[1:]):
        with urllib.request.urlopen(address + path, timeout=10) as answer:
            assert answer.headers.get_all("Content-Security-Policy") == [POLICY]


def test_the_preview_follows_no_links(small: tuple[str, Path], tmp_path: Path) -> None:
    address, site = small
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "index.html").write_text("secret", "utf8")
    (site / "folder").symlink_to(outside)
    (site / "file.html").symlink_to(outside / "index.html")
    (site / "own").mkdir()
    (site / "own/index.html").symlink_to(outside / "index.html")
    for path in ("folder/", "folder/index.html", "file.html", "own/", "own/index.html"):
        assert status_of(address + path) == 404


def test_connections_beyond_the_limit_are_closed_and_free_ones_count_again(
    small: tuple[str, Path],
) -> None:
    address, _ = small
    place = ("127.0.0.1", int(address.rstrip("/").rpartition(":")[2]))
    held = [socket.create_connection(place) for _ in range(preview_server.MOST_CONNECTIONS)]
    with socket.create_connection(place, timeout=10) as refused:
        assert refused.recv(1) == b""
    for connection in held:
        connection.close()
    time.sleep(0.3)
    assert status_of(address) == 200


def test_a_connection_that_says_nothing_is_cut(
    small: tuple[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview_server, "_LONGEST", 0.2)
    place = ("127.0.0.1", int(small[0].rstrip("/").rpartition(":")[2]))
    with socket.create_connection(place, timeout=10) as silent:
        silent.send(b"GET / HT")
        assert silent.recv(1) == b""


def test_the_desk_alone_may_run_web_assembly() -> None:
    assert policy_for("/soan-thao/") == policy_for("/soan-thao/index.html?a=1")
    assert "'wasm-unsafe-eval'" in policy_for("/soan-thao/worker.mjs")
    assert "connect-src 'self'" in policy_for("/soan-thao/worker.mjs")
    for path in ("/", "/tim-kiem/", "/soan-thao-khac/", "/a/soan-thao/worker.mjs"):
        assert policy_for(path) == POLICY
