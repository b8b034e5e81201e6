"""Work by processes that share no disk with this one: files come back as bytes.

A worker is sent what it needs when it says that it does not have it: once in each process.
"""

import pickle
from collections.abc import Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.model.edition import Edition
from generator.pages.all import Task
from generator.records.memoize import clear_caches, gc_paused
from generator.site.outputs import OutputBundle, OutputWriter
from generator.site.render import write_config
from generator.site.worker import BatchResult, BuildContext, run_tasks

MOST_PENDING_REMOTELY = 8
"""Batches that are under way at a time, each of which may have to be sent with all it needs."""

_desks: dict[str, BuildContext] = {}


def run_remote_batch(
    name: str, jobs: Sequence[Task], packed: bytes | None = None
) -> tuple[BatchResult, OutputBundle] | None:
    """Do some jobs at the desk `name`; None when this process does not know it yet."""
    if packed is not None and name not in _desks:
        _desks.clear()
        _desks[name] = _unpacked(packed)
    if name not in _desks:
        return None
    parcel = OutputBundle()
    return run_tasks(_desks[name], parcel, jobs), parcel


def _unpacked(packed: bytes) -> BuildContext:
    """A desk of one's own; the configuration is written where this process can write."""
    clear_caches()
    with gc_paused(freeze=True), TemporaryDirectory(prefix="niemyet-") as name:
        edition, project = pickle.loads(packed)
        folder = Path(name)
        (folder / "mkdocs.yml").write_bytes(project)
        (folder / "build").mkdir()
        config = write_config(edition, folder / "mkdocs.yml", folder / "build")
        desk = BuildContext(edition, config)
        desk.prepare()
    return desk


@dataclass(frozen=True)
class RemoteDispatcher:
    """Workers that see none of the folders: what they make is unpacked into `sink`.

    `project` is the mkdocs.yml that the configuration of the site inherits.
    """

    name: str
    edition: Edition
    project: Path
    sink: OutputWriter
    limit: int = MOST_PENDING_REMOTELY

    @cached_property
    def _packed(self) -> bytes:
        needed = (self.edition, self.project.read_bytes())
        return pickle.dumps(needed, protocol=pickle.HIGHEST_PROTOCOL)

    def give(self, jobs: Sequence[Task], executor: Executor) -> Future[Any]:
        """Give a batch to the workers, hoping that they know the desk."""
        return executor.submit(run_remote_batch, self.name, jobs)

    def take(
        self, result: Any, jobs: Sequence[Task], executor: Executor
    ) -> BatchResult | Future[Any]:
        """Unpack what came; a worker that does not know the desk is given all it needs."""
        if result is None:
            return executor.submit(run_remote_batch, self.name, jobs, self._packed)
        outcome, parcel = result
        assert isinstance(outcome, BatchResult)
        parcel.unpack(self.sink)
        return outcome
