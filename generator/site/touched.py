"""Which tasks make anew what somebody did to the files of a site."""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.site.build_manifest import BuildManifest
from generator.site.outputs import html_path
from generator.site.site_state import SiteDamage

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class TouchedFiles:
    """The tasks that made what is damaged or gone, with these files; `added` is not ours."""

    tasks: Mapping[str, list[str]]
    added: frozenset[str]

    @property
    def count(self) -> int:
        """How many files are repaired or removed."""
        return sum(map(len, self.tasks.values())) + len(self.added)


def touched_files(damage: SiteDamage, last: BuildManifest) -> TouchedFiles | None:
    """The tasks whose files were touched; None when a file of no task was, as a style sheet is."""
    if not (damage.changed or damage.added):
        return TouchedFiles({}, frozenset())
    makers = dict(_makers(last))
    unknown = sorted(damage.changed - makers.keys())
    if unknown:
        _log.info("touched since the last build: %s", ", ".join(unknown))
        return None
    tasks: dict[str, list[str]] = {}
    for path in sorted(damage.changed | (damage.added & makers.keys())):
        tasks.setdefault(makers[path], []).append(path)
        _log.info("%s was touched since the last build", path)
    return TouchedFiles(tasks, damage.added - makers.keys())


def _makers(last: BuildManifest) -> Iterator[tuple[str, str]]:
    """Every file below the site that a task makes, and the name of the task."""
    for result in last.results:
        for page in result.pages:
            yield html_path(page), result.task.name
        for file in result.files:
            yield file, result.task.name
