"""From an edition to a published site, leaving the last good one in place until the end."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from secrets import token_hex

from generator import addresses
from generator.exports.manifest import manifest_json
from generator.model.edition import Edition
from generator.pages.all import Task
from generator.records.processes import start_pool
from generator.records.tree import Progress
from generator.site.build_manifest import FILE as LEDGER
from generator.site.build_manifest import (
    BuildManifest,
    TaskRecord,
    global_fingerprint,
    load_build_manifest,
    site_fingerprint,
    site_location,
    task_name,
)
from generator.site.dependencies import DependencyDigests
from generator.site.dispatch import (
    Dispatcher,
    ExecutorFactory,
    SharedDiskDispatcher,
    dispatch,
    every_task,
    run_here,
)
from generator.site.outputs import DirectoryWriter, html_path
from generator.site.publish import restore_interrupted, swap_in
from generator.site.remote import RemoteDispatcher
from generator.site.render import config_in, render_frame, write_config
from generator.site.sitemap import PATH as SITEMAP
from generator.site.sitemap import sitemap
from generator.site.transaction import begin, commit, recover
from generator.site.worker import (
    BatchResult,
    BuildContext,
    release_context,
    share_context,
    write_context,
)

_DESK = "edition-{}.pickle"
"""The file of a desk, for workers that share only the disk; a run that was killed leaves it."""
_NEW = "new"
"""The folder, below that for generated files, in which a whole site is made."""
_AHEAD = 8
"""Batches that wait for each process of a pool."""
_SUMMARIES = 2
"""How many files sum up what was made: the sitemap and the manifest."""


@dataclass(frozen=True, slots=True)
class BuildPaths:
    """The project's mkdocs.yml, the folder for generated files, and the site."""

    config: Path
    build: Path
    site: Path


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build came to; `seconds` of work by kind, all processes together."""

    pages: int
    files: int
    bytes: int
    done: int
    warnings: tuple[str, ...]
    seconds: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """Who does the work: `jobs` processes, or an executor.

    The workers of an executor see the same folders, unless they are `apart`: then files come back
    as bytes. What had no more than `alone_up_to` pages the process that builds makes itself, which
    a process does well that stays: it remembers what it did. `approve` is asked when all is made;
    when it raises, nothing is published.
    """

    jobs: int = 1
    executor: Executor | None = None
    apart: bool = False
    progress: Progress | None = None
    approve: Callable[[], None] | None = None
    alone_up_to: int = 0


def build(edition: Edition, places: BuildPaths, crew: BuildOptions | None = None) -> BuildReport:
    """Make the site of an edition, and no more of it than has changed since the last build.

    Raises RenderError or OSError; the last good site is then untouched.
    """
    restore_interrupted(places.site)
    recover(places.build)
    places.build.mkdir(parents=True, exist_ok=True)
    for left in places.build.glob(_DESK.format("*")):
        left.unlink()
    site = _SiteBuild(edition, places, crew or BuildOptions())
    config = write_config(edition, places.config, places.build)
    base = global_fingerprint({**_common(edition), "config": config.read_bytes()})
    ledger = load_build_manifest(places.build, places.site, base)
    return site.change(ledger) if ledger.done and site.on_one_disk() else site.create(base)


def _common(edition: Edition) -> dict[str, bytes]:
    """What every page depends on, beside the configuration of MkDocs."""
    return {
        "day": edition.day.isoformat().encode(),
        "language": edition.words.language.encode(),
        "settings": edition.catalogue.digests.get("catalogue.yml", b""),
        "members": edition.stamp,
    }


@dataclass(frozen=True, slots=True)
class _SiteBuild:
    """One build."""

    edition: Edition
    places: BuildPaths
    crew: BuildOptions

    def on_one_disk(self) -> bool:
        """Whether files can be renamed from the folder for generated files into the site."""
        return self.places.build.stat().st_dev == self.places.site.stat().st_dev

    def create(self, base: bytes) -> BuildReport:
        """Make everything, beside what is there, and put it in its place.

        What was there is removed last: some file systems are slow to write where much was removed.
        """
        (self.places.build / LEDGER).unlink(missing_ok=True)
        disk = _emptied(self.places.build / _NEW)
        warnings, frame = self._frame(disk)
        place = site_location(self.places.site, self.places.build)
        ledger = BuildManifest(base, place, b"", len(frame), sum(frame))
        outcome = self._do(
            every_task(self.edition), disk, ledger, DependencyDigests(self.edition, base)
        )
        size = self._summaries(disk, ledger)
        self._approve()
        self._put_in_place(disk, ledger)
        return _built(ledger, outcome, size, warnings)

    def _approve(self) -> None:
        """Ask whether what was made may be shown."""
        if self.crew.approve:
            self.crew.approve()

    def _frame(self, disk: DirectoryWriter) -> tuple[list[str], list[int]]:
        """Make what MkDocs makes of no page at all: its warnings, and the size of each file."""
        warnings = render_frame(config_in(self.places.build), disk.site, self.edition)
        (disk.site / html_path(addresses.HOME)).unlink()
        return warnings, [file.stat().st_size for file in disk.site.rglob("*") if file.is_file()]

    def _put_in_place(self, disk: DirectoryWriter, ledger: BuildManifest) -> None:
        """Replace the site, then its sources, and say in the ledger what is there now."""
        build, site = self.places.build, self.places.site
        swap_in(_beside(disk.site, site), site)
        swap_in(disk.docs, build / "docs")
        shutil.rmtree(build / _NEW, ignore_errors=True)
        ledger.seal = site_fingerprint(site)
        ledger.write(build / LEDGER)

    def change(self, known: BuildManifest) -> BuildReport:
        """Make what has changed, and bring it into the site."""
        inventory = DependencyDigests(self.edition, known.base)
        jobs = {task_name(job): job for job in every_task(self.edition)}
        stale = {n: job for n, job in jobs.items() if not _current(known.of(job), inventory)}
        ledger = replace(known, done={n: known.done[n] for n in jobs if n not in stale})
        build, site = self.places.build, self.places.site
        stage = begin(build)
        disk = DirectoryWriter(stage.docs, stage.site, present=(build / "docs", site))
        todo = list(stale.values())
        outcome = self._for(known, todo)._do(todo, disk, ledger, inventory)
        ledger.done = {name: ledger.done[name] for name in jobs}
        size = self._summaries(disk, ledger)
        gone = _gone(known, ledger)
        self._approve()
        commit(build, site, gone, ledger)
        return _built(ledger, outcome, size, [])

    def _for(self, known: BuildManifest, jobs: Sequence[Task]) -> "_SiteBuild":
        """The same build with as many workers as jobs are worth."""
        pages = sum(len(done.made.pages) if (done := known.of(job)) else 1 for job in jobs)
        few = pages <= self.crew.alone_up_to
        return replace(self, crew=replace(self.crew, jobs=1)) if few else self

    def _do(
        self,
        jobs: Sequence[Task],
        disk: DirectoryWriter,
        ledger: BuildManifest,
        inventory: DependencyDigests,
    ) -> BatchResult:
        """Do jobs, and take them down."""
        desk = BuildContext(self.edition, config_in(self.places.build))
        name = str(self.places.build / _DESK.format(token_hex(8)))
        share_context(name, desk, disk)
        try:
            outcome = self._outcome(name, jobs, disk, desk)
        finally:
            release_context(name)
        for made in outcome.made:
            ledger.put(TaskRecord(inventory.key(made.reads), made))
        return outcome

    def _outcome(
        self, name: str, jobs: Sequence[Task], disk: DirectoryWriter, desk: BuildContext
    ) -> BatchResult:
        """Have the crew do jobs at the desk `name`; alone, this process does them itself."""
        crew = self.crew
        if crew.executor is None and (crew.jobs == 1 or len(jobs) <= 1):
            return run_here(jobs, name, crew.progress)
        hand, hire = self._workers(name, disk, desk)
        return dispatch(jobs, hand, hire, crew.progress)

    def _workers(
        self, name: str, disk: DirectoryWriter, desk: BuildContext
    ) -> tuple[Dispatcher, ExecutorFactory]:
        """How work is given to the crew, and who does it, at the desk `name`."""
        crew = self.crew
        if crew.executor is None:
            desk.prepare()
            return SharedDiskDispatcher(name, limit=_AHEAD * crew.jobs), lambda: start_pool(
                crew.jobs
            )
        lent = nullcontext(crew.executor)
        if crew.apart:
            return RemoteDispatcher(name, self.edition, self.places.config, disk), lambda: lent
        write_context(name)
        return SharedDiskDispatcher(name), lambda: lent

    def _summaries(self, disk: DirectoryWriter, ledger: BuildManifest) -> int:
        """Write the files that sum up what every job made; returns their size."""
        settings = self.edition.catalogue.settings
        rows = [row for made in ledger.made for row in made.sitemap]
        digests = {f"{m.job.key}/{v}": d for m in ledger.made for v, d in m.versions.items()}
        files = (
            (SITEMAP, sitemap(settings.base_url if settings else "", rows)),
            manifest_json(self.edition, digests),
        )
        for path, content in files:
            for folder in (disk.docs, disk.site):
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_bytes(content)
        return sum(len(content) for _, content in files)


def _emptied(folder: Path) -> DirectoryWriter:
    """Two empty folders in `folder`, whatever a build that was killed has left there."""
    shutil.rmtree(folder, ignore_errors=True)
    disk = DirectoryWriter(folder / "docs", folder / "site")
    for part in (disk.docs, disk.site):
        part.mkdir(parents=True)
    return disk


def _current(done: TaskRecord | None, inventory: DependencyDigests) -> bool:
    """Whether a job was done, and nothing that it read has changed since."""
    return done is not None and inventory.key(done.made.reads) == done.key


def _gone(before: BuildManifest, after: BuildManifest) -> dict[str, list[str]]:
    """The files that are no longer made."""
    left, come = before.beside(after), after.beside(before)
    pages = {path for made in left for path in made.pages}
    pages -= {path for made in come for path in made.pages}
    files = {path for made in left for path in made.files}
    files -= {path for made in come for path in made.files}
    return {
        "docs": sorted(pages | files),
        "site": sorted({html_path(page) for page in pages} | files),
    }


def _built(
    ledger: BuildManifest, outcome: BatchResult, summaries: int, warnings: Sequence[str]
) -> BuildReport:
    """The figures of a build, and a warning of every link that leads nowhere."""
    pages = {path for made in ledger.made for path in made.pages}
    links = {path for made in ledger.made for path in made.links}
    files = {path for made in ledger.made for path in made.files}
    lost = sorted(path for path in links - pages if path not in files)
    return BuildReport(
        pages=len(pages),
        files=len(pages) + len(files) + ledger.frame_files + _SUMMARIES,
        bytes=sum(made.bytes for made in ledger.made) + ledger.frame_bytes + summaries,
        done=sum(len(made.pages) for made in outcome.made),
        warnings=(*warnings, *(f"no such page: {path}" for path in lost)),
        seconds=outcome.seconds,
    )


def _beside(finished: Path, site: Path) -> Path:
    """The finished site on the file system of its destination, copied there if need be."""
    site.parent.mkdir(parents=True, exist_ok=True)
    if finished.stat().st_dev == site.parent.stat().st_dev:
        return finished
    copy = site.with_name(site.name + ".new")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(finished, copy)
    return copy
