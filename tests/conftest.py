"""Fixtures: the sample catalogue, a built site, a server with a strict policy, a browser."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from generator.check import check_catalogue
from generator.law.rules.examples import base
from generator.locale import words_of
from generator.model.edition import Edition
from generator.records.memoize import freeze_gc
from generator.site.build import build
from generator.site.options import BuildOptions, BuildPaths, BuildReport
from tools.serving import Served, serve

REAL = "tests/real"
LONGEST = (
    "tests/golden/test_golden.py",
    "tests/browser/test_pages.py",
    "tests/nets/test_every_key_reaches_its_pages.py",
    "tests/browser/test_desk.py",
    "tests/browser/test_desk_help.py",
    "tests/site/test_incremental.py",
    "tests/site/test_workers.py",
    "tests/site/test_site.py",
    "tests/readings/test_hostile_text.py",
    "tests/browser/test_access.py",
    "tests/browser/test_search_page.py",
    "tests/site/test_site_state.py",
    "tests/fuzz/test_patterns.py",
    "tests/browser/test_browser.py",
    "tests/law/test_mends.py",
    "tests/posting/test_documents.py",
    "tests/test_cli_verbs.py",
    "tests/test_federate.py",
    "tests/site/test_last_generation.py",
    "tests/site/test_page_renderer.py",
    "tests/nets/test_every_field_of_a_version.py",
    "tests/law/test_rules.py",
    "tests/test_serve.py",
    "tests/readings/test_time.py",
    "tests/anywhere/test_other_systems.py",
    "tests/faults/test_faults.py",
    "tests/anywhere/test_one_thread.py",
    "tests/anywhere/test_starter.py",
    "tests/anywhere/test_settings.py",
)
"""What takes half a minute and more, the longest first."""

PROJECT = Path(__file__).parent.parent
SAMPLE = PROJECT / "catalogue"
SMALL = base()
"""Every kind of record in six procedures: a site of it takes a fifth of the time."""
DAY = date(2026, 11, 22)


def edition_of(catalogue: Path, day: date = DAY) -> Edition:
    return Edition(check_catalogue(catalogue, words_of("vi"), day).catalogue, day, words_of("vi"))


def build_site(catalogue: Path, folder: Path, day: date = DAY, jobs: int = 1) -> BuildReport:
    """Build into `folder`/site as `niemyet build` does."""
    return build_edition(edition_of(catalogue, day), folder, jobs)


def build_edition(edition: Edition, folder: Path, jobs: int = 1) -> BuildReport:
    """Build what was read into `folder`/site."""
    places = BuildPaths(PROJECT / "mkdocs.yml", folder / "build", folder / "site")
    return build(edition, places, BuildOptions(jobs))


@pytest.fixture(scope="session")
def sample() -> Edition:
    return edition_of(SAMPLE)


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The sample's site, built by the worker that asks first and read by all."""
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent
    folder = shared / "sample"
    with FileLock(shared / "sample.lock"):
        if not (folder / "site").is_dir():
            assert not build_site(SAMPLE, folder).warnings
    return folder / "site"


@pytest.fixture
def catalogue_copy(tmp_path: Path) -> Path:
    copy = tmp_path / "catalogue"
    shutil.copytree(SAMPLE, copy)
    return copy


@pytest.fixture(scope="session")
def small() -> Edition:
    return edition_of(SMALL)


@pytest.fixture
def small_copy(tmp_path: Path) -> Path:
    return shutil.copytree(SMALL, tmp_path / "catalogue")


@pytest.fixture(scope="session")
def served_sample(sample_site: Path) -> Iterator[Served]:
    with serve(sample_site) as served:
        yield served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    assert found, "apt-get install chromium"
    options = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=options)
        yield chromium
        chromium.close()


def _room_of(nodeid: str) -> str:
    file = nodeid.partition("::")[0]
    return REAL if file.startswith(REAL) else file


class RoomScheduling(LoadScopeScheduling):
    """The files to the workers, one by one, but those on real data together: they share a site."""

    def _split_scope(self, nodeid: str) -> str:
        return _room_of(nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> RoomScheduling:
    return RoomScheduling(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that no worker waits for it at the end."""
    places = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(_room_of(item.nodeid), len(places)))


def pytest_collection_finish() -> None:
    """Thousands of tests and the modules they need stay to the end: no collection looks at them."""
    freeze_gc()
