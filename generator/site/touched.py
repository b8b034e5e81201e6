"""Which tasks make anew what somebody did to the files of a site and to its sources."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.site.build_manifest import BuildManifest
from generator.site.last_generation import carries_digest
from generator.site.outputs import html_path
from generator.site.site_state import FolderDamage, SiteDamage

_log = logging.getLogger(__name__)
_Files = frozenset[str]


@dataclass(frozen=True, slots=True)
class TouchedFiles:
    """The tasks that made what is damaged or gone, and the files of the site that is true of.

    `added` is not ours, or is of the last generation and no longer sound; nor are the
    `added_sources`.
    """

    tasks: frozenset[str] = frozenset()
    damaged: _Files = frozenset()
    added: _Files = frozenset()
    damaged_sources: _Files = frozenset()
    added_sources: _Files = frozenset()

    @property
    def count(self) -> int:
        """How many files are repaired or removed; one that lies in both folders counts once."""
        return len(self.damaged | self.damaged_sources) + len(self.added | self.added_sources)


def touched_files(damage: SiteDamage, last: BuildManifest) -> TouchedFiles | None:
    """The tasks whose files were touched; None when a file of no task was, as a style sheet is."""
    if not (damage.site or damage.sources):
        return TouchedFiles()
    makers, sources = _makers(last, html_path), _makers(last, str)
    dropped = {path for path in damage.site.changed - makers.keys() if carries_digest(path)}
    unknown = (damage.site.changed - makers.keys() - dropped) | (
        damage.sources.changed - sources.keys()
    )
    if unknown:
        _log.info("touched since the last build: %s", ", ".join(sorted(unknown)))
        return None
    damaged, added = _divide(damage.site, makers)
    damaged_sources, added_sources = _divide(damage.sources, sources)
    return TouchedFiles(
        frozenset([makers[one] for one in damaged] + [sources[one] for one in damaged_sources]),
        damaged,
        added | dropped,
        damaged_sources,
        added_sources,
    )


def _divide(damage: FolderDamage, makers: Mapping[str, str]) -> tuple[_Files, _Files]:
    """The touched files that tasks make, and the others that were added."""
    touched = (damage.changed | damage.added) & makers.keys()
    for path in sorted(touched):
        _log.info("%s was touched since the last build", path)
    return touched, damage.added - makers.keys()


def _makers(last: BuildManifest, place: Callable[[str], str]) -> dict[str, str]:
    """Every file that a task makes, with its page where `place` says; and the name of the task."""
    return {
        path: result.task.name
        for result in last.results
        for path in (*map(place, result.pages), *result.files)
    }
