"""`niemyet serve`: a saved file is on the page, a mistake leaves the last good state."""

import threading
import time
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
from generator.site.options import BuildPaths
from generator.site.server import RELOAD, WAIT, Preview, start_server
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
