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
from generator.pages.all import Job
from generator.records.memory import forget, uncollected
from generator.site.desk import Desk, Outcome, work_at
from generator.site.render import write_config
from generator.site.sinks import Parcel, Sink

AT_A_TIME = 8
"""Batches that are under way at a time, each of which may have to be sent with all it needs."""

_desks: dict[str, Desk] = {}


def work_apart(
    name: str, jobs: Sequence[Job], packed: bytes | None = None
) -> tuple[Outcome, Parcel] | None:
    """Do some jobs at the desk `name`; None when this process does not know it yet."""
    if packed is not None and name not in _desks:
        _desks.clear()
        _desks[name] = _unpacked(packed)
    if name not in _desks:
        return None
    parcel = Parcel()
    return work_at(_desks[name], parcel, jobs), parcel


def _unpacked(packed: bytes) -> Desk:
    """A desk of one's own; the configuration is written where this process can write."""
    forget()
    with uncollected(lasting=True), TemporaryDirectory(prefix="niemyet-") as name:
        edition, project = pickle.loads(packed)
        folder = Path(name)
        (folder / "mkdocs.yml").write_bytes(project)
        (folder / "build").mkdir()
        config = write_config(edition, folder / "mkdocs.yml", folder / "build")
        desk = Desk(edition, config)
        desk.prepare()
    return desk


@dataclass(frozen=True)
class Apart:
    """Workers that see none of the folders: what they make is unpacked into `sink`.

    `project` is the mkdocs.yml that the configuration of the site inherits.
    """

    name: str
    edition: Edition
    project: Path
    sink: Sink
    limit: int = AT_A_TIME

    @cached_property
    def _packed(self) -> bytes:
        needed = (self.edition, self.project.read_bytes())
        return pickle.dumps(needed, protocol=pickle.HIGHEST_PROTOCOL)

    def give(self, jobs: Sequence[Job], executor: Executor) -> Future[Any]:
        """Give a batch to the workers, hoping that they know the desk."""
        return executor.submit(work_apart, self.name, jobs)

    def take(self, result: Any, jobs: Sequence[Job], executor: Executor) -> Outcome | Future[Any]:
        """Unpack what came; a worker that does not know the desk is given all it needs."""
        if result is None:
            return executor.submit(work_apart, self.name, jobs, self._packed)
        outcome, parcel = result
        assert isinstance(outcome, Outcome)
        parcel.unpack(self.sink)
        return outcome
