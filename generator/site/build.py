"""From an edition to a published site, leaving the last good one in place until the end."""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from secrets import token_hex

from generator import addresses
from generator.exports.manifest import manifest_json
from generator.model.edition import Edition
from generator.pages.all import Job
from generator.records.processes import pool
from generator.records.tree import Progress
from generator.site.apart import Apart
from generator.site.desk import Desk, Outcome, close_desk, keep_desk, open_desk
from generator.site.docs import Beside, Hand, Hire, do, do_here, every_job
from generator.site.inventory import Inventory
from generator.site.ledger import FILE as LEDGER
from generator.site.ledger import Done, Ledger, base_key, load, name_of, place_of, seal_of
from generator.site.publish import publish, recover
from generator.site.render import config_in, render_frame, write_config
from generator.site.sinks import Disk, html_path
from generator.site.sitemap import PATH as SITEMAP
from generator.site.sitemap import sitemap
from generator.site.stage import finish, perform, prepare

_DESK = "edition-{}.pickle"
"""The file of a desk, for workers that share only the disk; a run that was killed leaves it."""
_NEW = "new"
"""The folder, below that for generated files, in which a whole site is made."""
_AHEAD = 8
"""Batches that wait for each process of a pool."""
_SUMMARIES = 2
"""How many files sum up what was made: the sitemap and the manifest."""


@dataclass(frozen=True, slots=True)
class Places:
    """The project's mkdocs.yml, the folder for generated files, and the site."""

    config: Path
    build: Path
    site: Path


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to; `seconds` of work by kind, all processes together."""

    pages: int
    files: int
    bytes: int
    done: int
    warnings: tuple[str, ...]
    seconds: Mapping[str, float]


@contextmanager
def alone(build: Path) -> Iterator[None]:
    """Hold the folder for generated files; a second build waits for the first to end.

    The lock is of this process alone: what it was forked into may outlive it, and holds nothing.
    """
    build.mkdir(parents=True, exist_ok=True)
    with (build / ".lock").open("w") as lock:
        fcntl.lockf(lock, fcntl.LOCK_EX)
        yield


@dataclass(frozen=True, slots=True)
class Crew:
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


def build(edition: Edition, places: Places, crew: Crew | None = None) -> Built:
    """Make the site of an edition, and no more of it than has changed since the last build.

    Raises RenderError or OSError; the last good site is then untouched.
    """
    recover(places.site)
    finish(places.build)
    places.build.mkdir(parents=True, exist_ok=True)
    for left in places.build.glob(_DESK.format("*")):
        left.unlink()
    site = _Site(edition, places, crew or Crew())
    config = write_config(edition, places.config, places.build)
    base = base_key({**_common(edition), "config": config.read_bytes()})
    ledger = load(places.build, places.site, base)
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
class _Site:
    """One build."""

    edition: Edition
    places: Places
    crew: Crew

    def on_one_disk(self) -> bool:
        """Whether files can be renamed from the folder for generated files into the site."""
        return self.places.build.stat().st_dev == self.places.site.stat().st_dev

    def create(self, base: bytes) -> Built:
        """Make everything, beside what is there, and put it in its place.

        What was there is removed last: some file systems are slow to write where much was removed.
        """
        (self.places.build / LEDGER).unlink(missing_ok=True)
        disk = _emptied(self.places.build / _NEW)
        warnings, frame = self._frame(disk)
        place = place_of(self.places.site, self.places.build)
        ledger = Ledger(base, place, b"", len(frame), sum(frame))
        outcome = self._do(every_job(self.edition), disk, ledger, Inventory(self.edition, base))
        size = self._summaries(disk, ledger)
        self._approve()
        self._put_in_place(disk, ledger)
        return _built(ledger, outcome, size, warnings)

    def _approve(self) -> None:
        """Ask whether what was made may be shown."""
        if self.crew.approve:
            self.crew.approve()

    def _frame(self, disk: Disk) -> tuple[list[str], list[int]]:
        """Make what MkDocs makes of no page at all: its warnings, and the size of each file."""
        warnings = render_frame(config_in(self.places.build), disk.site, self.edition)
        (disk.site / html_path(addresses.HOME)).unlink()
        return warnings, [file.stat().st_size for file in disk.site.rglob("*") if file.is_file()]

    def _put_in_place(self, disk: Disk, ledger: Ledger) -> None:
        """Replace the site, then its sources, and say in the ledger what is there now."""
        build, site = self.places.build, self.places.site
        publish(_beside(disk.site, site), site)
        publish(disk.docs, build / "docs")
        shutil.rmtree(build / _NEW, ignore_errors=True)
        ledger.seal = seal_of(site)
        ledger.write(build / LEDGER)

    def change(self, known: Ledger) -> Built:
        """Make what has changed, and bring it into the site."""
        inventory = Inventory(self.edition, known.base)
        jobs = {name_of(job): job for job in every_job(self.edition)}
        stale = {n: job for n, job in jobs.items() if not _current(known.of(job), inventory)}
        ledger = replace(known, done={n: known.done[n] for n in jobs if n not in stale})
        build, site = self.places.build, self.places.site
        stage = prepare(build)
        disk = Disk(stage.docs, stage.site, present=(build / "docs", site))
        todo = list(stale.values())
        outcome = self._for(known, todo)._do(todo, disk, ledger, inventory)
        ledger.done = {name: ledger.done[name] for name in jobs}
        size = self._summaries(disk, ledger)
        gone = _gone(known, ledger)
        self._approve()
        perform(build, site, gone, ledger)
        return _built(ledger, outcome, size, [])

    def _for(self, known: Ledger, jobs: Sequence[Job]) -> "_Site":
        """The same build with as many workers as jobs are worth."""
        pages = sum(len(done.made.pages) if (done := known.of(job)) else 1 for job in jobs)
        few = pages <= self.crew.alone_up_to
        return replace(self, crew=replace(self.crew, jobs=1)) if few else self

    def _do(self, jobs: Sequence[Job], disk: Disk, ledger: Ledger, inventory: Inventory) -> Outcome:
        """Do jobs, and take them down."""
        desk = Desk(self.edition, config_in(self.places.build))
        name = str(self.places.build / _DESK.format(token_hex(8)))
        open_desk(name, desk, disk)
        try:
            outcome = self._outcome(name, jobs, disk, desk)
        finally:
            close_desk(name)
        for made in outcome.made:
            ledger.put(Done(inventory.key(made.reads), made))
        return outcome

    def _outcome(self, name: str, jobs: Sequence[Job], disk: Disk, desk: Desk) -> Outcome:
        """Have the crew do jobs at the desk `name`; alone, this process does them itself."""
        crew = self.crew
        if crew.executor is None and (crew.jobs == 1 or len(jobs) <= 1):
            return do_here(jobs, name, crew.progress)
        hand, hire = self._workers(name, disk, desk)
        return do(jobs, hand, hire, crew.progress)

    def _workers(self, name: str, disk: Disk, desk: Desk) -> tuple[Hand, Hire]:
        """How work is given to the crew, and who does it, at the desk `name`."""
        crew = self.crew
        if crew.executor is None:
            desk.prepare()
            return Beside(name, limit=_AHEAD * crew.jobs), lambda: pool(crew.jobs)
        lent = nullcontext(crew.executor)
        if crew.apart:
            return Apart(name, self.edition, self.places.config, disk), lambda: lent
        keep_desk(name)
        return Beside(name), lambda: lent

    def _summaries(self, disk: Disk, ledger: Ledger) -> int:
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


def _emptied(folder: Path) -> Disk:
    """Two empty folders in `folder`, whatever a build that was killed has left there."""
    shutil.rmtree(folder, ignore_errors=True)
    disk = Disk(folder / "docs", folder / "site")
    for part in (disk.docs, disk.site):
        part.mkdir(parents=True)
    return disk


def _current(done: Done | None, inventory: Inventory) -> bool:
    """Whether a job was done, and nothing that it read has changed since."""
    return done is not None and inventory.key(done.made.reads) == done.key


def _gone(before: Ledger, after: Ledger) -> dict[str, list[str]]:
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


def _built(ledger: Ledger, outcome: Outcome, summaries: int, warnings: Sequence[str]) -> Built:
    """The figures of a build, and a warning of every link that leads nowhere."""
    pages = {path for made in ledger.made for path in made.pages}
    links = {path for made in ledger.made for path in made.links}
    files = {path for made in ledger.made for path in made.files}
    lost = sorted(path for path in links - pages if path not in files)
    return Built(
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


def safe_site(site: Path, sources: tuple[Path, ...]) -> bool:
    """Whether a build may replace the folder `site`: it holds no source, and looks like a site."""
    target = site.resolve()
    holds_source = any(source.resolve().is_relative_to(target) for source in sources)
    foreign = target.exists() and any(target.iterdir()) and not (target / "index.html").is_file()
    return not holds_source and not foreign and os.access(_nearest(target), os.W_OK)


def _nearest(path: Path) -> Path:
    return path if path.exists() else _nearest(path.parent)
