"""Whoever does the work, and whatever becomes of them: the bytes are the same."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import Client, LocalCluster

from generator.site import worker
from generator.site.build import build
from generator.site.options import BuildOptions, BuildPaths
from generator.site.outputs import OutputWriter
from generator.site.task_kinds import Task
from generator.site.worker import BatchResult, BuildContext, TaskResult
from tests.conftest import PROJECT, SAMPLE, SMALL, build_site, edition_of
from tests.site.digests import digest


@pytest.fixture
def places(tmp_path: Path) -> BuildPaths:
    return BuildPaths(PROJECT / "mkdocs.yml", tmp_path / "build", tmp_path / "site")


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("alone")
    build_site(SMALL, folder, jobs=1)
    return digest(folder / "site")


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        yield client


def test_a_cluster_makes_the_same_bytes(
    places: BuildPaths, alone: dict[str, str], client: Client
) -> None:
    build(edition_of(SMALL), places, BuildOptions(executor=client.get_executor()))
    assert digest(places.site) == alone
    assert not list(places.build.glob("*.pickle"))


def test_a_cluster_that_loses_a_worker_makes_the_same_bytes(
    places: BuildPaths, alone: dict[str, str], client: Client
) -> None:
    victim = next(iter(client.run(os.getpid).values()))

    def kill_one(done: int, total: int) -> None:
        if done == 1 < total:
            os.kill(victim, signal.SIGKILL)

    build(
        edition_of(SMALL), places, BuildOptions(executor=client.get_executor(), progress=kill_one)
    )
    assert digest(places.site) == alone


def test_workers_without_a_common_disk_make_the_same_bytes(
    places: BuildPaths, sample_site: Path, client: Client
) -> None:
    """The one test here of a site with much to share out."""
    build(edition_of(SAMPLE), places, BuildOptions(executor=client.get_executor(), remote=True))
    assert digest(places.site) == digest(sample_site)


def test_a_change_made_apart_gives_the_same_bytes(
    small_copy: Path, places: BuildPaths, tmp_path: Path, client: Client
) -> None:
    build(edition_of(small_copy), places)
    file = small_copy / "agencies" / "btp.yml"
    file.write_text(file.read_text("utf8").replace("Bộ Tư pháp", "Bộ Khác", 1), "utf8")
    options = BuildOptions(executor=client.get_executor(), remote=True)
    assert build(edition_of(small_copy), places, options).done > 0
    build_site(small_copy, tmp_path / "anew")
    assert digest(places.site) == digest(tmp_path / "anew" / "site")


def dying_once(mark: Path) -> object:
    """Runs a task, but the first process that comes to a decision dies of it."""
    whole = worker._run_task

    def run(task: Task, at: BuildContext, to: OutputWriter, batch: BatchResult) -> TaskResult:
        if task.kind == "decision" and not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return whole(task, at, to, batch)

    return run


def test_a_killed_process_loses_nothing(
    places: BuildPaths, alone: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "dead"
    monkeypatch.setattr(worker, "_run_task", dying_once(mark))
    build(edition_of(SMALL), places, BuildOptions(jobs=2))
    assert mark.exists()
    assert digest(places.site) == alone


def test_a_disk_without_hard_links_holds_the_same_bytes(
    places: BuildPaths, alone: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("generator.site.outputs.os.link", refused)
    build(edition_of(SMALL), places)
    assert digest(places.site) == alone
