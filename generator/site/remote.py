"""Dispatch tasks to processes that share no disk with this one: files come back as bytes.

A worker is sent the build context when it answers that it does not have it: once in each process.
"""

import logging
import pickle
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.model.edition import Edition
from generator.records.memoize import clear_caches, gc_paused
from generator.site.dispatch import Batch
from generator.site.outputs import OutputBundle, OutputWriter
from generator.site.render import write_config
from generator.site.worker import BatchResult, BuildContext, run_tasks

_log = logging.getLogger(__name__)
MOST_PENDING_REMOTELY = 8
"""Batches that are under way at a time, each of which may have to be sent with its context."""

_contexts: dict[str, BuildContext] = {}
"""The one context that this process has, by its name."""


def run_remote_batch(
    name: str, batch: Batch, packed: bytes | None = None
) -> tuple[BatchResult, OutputBundle] | None:
    """Run tasks in the context `name`; None when this process does not have it yet.

    `packed` is that context as a dispatcher sends it: pickled edition, bytes of mkdocs.yml, and
    whether the site has a desk.
    """
    if packed is not None and name not in _contexts:
        _contexts.clear()
        _contexts[name] = _unpack_context(packed)
    if name not in _contexts:
        return None
    bundle = OutputBundle()
    return run_tasks(_contexts[name], bundle, batch), bundle


def _unpack_context(packed: bytes) -> BuildContext:
    """A context whose configuration is written where this process can write."""
    clear_caches()
    with gc_paused(freeze=True), TemporaryDirectory(prefix="niemyet-") as name:
        edition, project, has_desk = pickle.loads(packed)
        folder = Path(name)
        (folder / "mkdocs.yml").write_bytes(project)
        (folder / "build").mkdir()
        config = write_config(edition, folder / "mkdocs.yml", folder / "build", has_desk)
        context = BuildContext(edition, config)
        context.prepare()
    return context


@dataclass(frozen=True)
class RemoteDispatcher:
    """For workers that see none of the folders: what they make is unpacked into `writer`.

    `project` is the mkdocs.yml that the configuration of the site inherits; `limit` is how many
    batches may be under way.
    """

    name: str
    edition: Edition
    project: Path
    writer: OutputWriter
    has_desk: bool = False
    limit: int = MOST_PENDING_REMOTELY

    @cached_property
    def _packed(self) -> bytes:
        """What `_unpack_context` makes a context of."""
        needed = (self.edition, self.project.read_bytes(), self.has_desk)
        return pickle.dumps(needed, protocol=pickle.HIGHEST_PROTOCOL)

    def submit(self, batch: Batch, executor: Executor) -> Future[Any]:
        """Give a batch to the workers without the context, which most of them have."""
        return executor.submit(run_remote_batch, self.name, batch)

    def collect(self, answer: Any, batch: Batch, executor: Executor) -> BatchResult | Future[Any]:
        """Unpack the files of a batch; submit it again, with the context, when that was missing."""
        if answer is None:
            _log.debug("a worker is sent its context, %d bytes", len(self._packed))
            return executor.submit(run_remote_batch, self.name, batch, self._packed)
        result, bundle = answer
        assert isinstance(result, BatchResult)
        bundle.unpack(self.writer)
        return result
