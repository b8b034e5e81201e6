"""Which tasks of a build are run again, and because of what: for the log."""

import logging
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping

from generator.site.build_manifest import BuildManifest
from generator.site.dependencies import DependencyDigests
from generator.site.task_kinds import Task

_log = logging.getLogger(__name__)
_MOST_NAMED = 8
"""Dependencies that the line at level information names; the debug lines name all."""


def is_logged() -> bool:
    """Whether anybody reads why tasks are run again."""
    return _log.isEnabledFor(logging.INFO)


def checksums(manifest: BuildManifest, digests: DependencyDigests) -> dict[str, int]:
    """A checksum of everything that the tasks of a build read, by name.

    Kept in the manifest while the log is on, since the key of a task is one digest of all it read.
    """
    names = {name for result in manifest.results for name in result.reads}
    return {name: zlib.crc32(digests.digest(name)) for name in sorted(names)}


def log_stale_tasks(
    stale: Mapping[str, Task], total: int, last: BuildManifest, digests: DependencyDigests
) -> None:
    """Log how many tasks are run again, and for each which of its dependencies have changed."""
    causes: Counter[str] = Counter()
    for name in stale:
        found = list(_causes(name, last, digests))
        causes.update(found)
        _log.debug("task %s is run again: %s", name, ", ".join(found))
    named = ", ".join(f"{cause} ({count})" for cause, count in causes.most_common(_MOST_NAMED))
    _log.info("%d of %d tasks are run again: %s", len(stale), total, named or "nothing changed")


def _causes(name: str, last: BuildManifest, digests: DependencyDigests) -> Iterable[str]:
    record = last.records.get(name)
    if record is None:
        return ["new"]
    reads = record.result.reads
    if not last.checksums:
        return ["not known, since the last build was not logged"]
    changed = [r for r in reads if last.checksums.get(r) != zlib.crc32(digests.digest(r))]
    return changed or ["not known"]
