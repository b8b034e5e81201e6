"""From an edition to a published site, leaving the last good one in place until the end."""

import logging
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from secrets import token_hex

from generator import addresses
from generator.exports.manifest import manifest_json
from generator.model.edition import Edition
from generator.records.suppression import remove_folder
from generator.site.build_manifest import (
    FILE,
    BuildManifest,
    TaskRecord,
    compute_global_fingerprint,
    compute_site_fingerprint,
    load_build_manifest,
    site_location,
)
from generator.site.dependencies import DependencyDigests
from generator.site.desk_kept import has_desk, keep_desk, keep_offline_copy
from generator.site.last_generation import keep_last_generation, kept_files, unnamed_files
from generator.site.options import BuildOptions, BuildPaths, BuildReport
from generator.site.outputs import DirectoryWriter, html_path
from generator.site.publish import marked_name, restore_interrupted, swap_in
from generator.site.render import config_in, render_frame, write_config
from generator.site.settings import refuse_foreign_settings
from generator.site.site_state import differing_files, find_damage, remember_site
from generator.site.sitemap import PATH as SITEMAP
from generator.site.sitemap import sitemap
from generator.site.staleness import checksums, is_logged, log_stale_tasks
from generator.site.task_kinds import Task
from generator.site.task_runner import TaskRunner
from generator.site.tasks import all_tasks, navigation
from generator.site.touched import TouchedFiles, touched_files
from generator.site.transaction import begin, commit, recover
from generator.site.worker import (
    BatchResult,
    BuildContext,
    release_context,
    share_context,
)

_log = logging.getLogger(__name__)
_CONTEXT = "edition-{}.pickle"
"""The file of a build context, for workers that share only the disk; a killed run leaves it."""
_NEW = "new"
"""The folder, below that for generated files, in which a whole site is made."""
_SUMMARY_FILES = 2
"""How many files sum up what was made: the sitemap and the published manifest."""


def build(edition: Edition, paths: BuildPaths, options: BuildOptions | None = None) -> BuildReport:
    """Make the site of an edition, and no more of it than has changed since the last build.

    Raises RenderError, ForeignSettingError or OSError; the last good site is then untouched.
    """
    restore_interrupted(paths.site)
    recover(paths.build)
    paths.build.mkdir(parents=True, exist_ok=True)
    for left in paths.build.glob(_CONTEXT.format("*")):
        left.unlink()
    site = _SiteBuild(edition, paths, options or BuildOptions())
    config = write_config(edition, paths.config, paths.build, site.has_desk)
    fingerprint = compute_global_fingerprint(
        {**_global_inputs(edition), "config": config.read_bytes()}
    )
    last = load_build_manifest(paths.build, paths.site, fingerprint)
    if site.options.verify or not last.records or not site.on_one_disk():
        return site.create(fingerprint)
    touched = site.find_touched(last)
    return site.create(fingerprint) if touched is None else site.update(last, touched)


def _global_inputs(edition: Edition) -> dict[str, bytes]:
    """What every page depends on, in addition to the configuration of MkDocs."""
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
    paths: BuildPaths
    options: BuildOptions

    @property
    def has_desk(self) -> bool:
        """Whether the site has a desk, or will have one."""
        return self.options.desk or has_desk(self.paths.site)

    def on_one_disk(self) -> bool:
        """Whether files can be renamed from the folder for generated files into the site."""
        return self.paths.build.stat().st_dev == self.paths.site.stat().st_dev

    def create(self, fingerprint: bytes) -> BuildReport:
        """Make everything in another folder than the present site, then replace that.

        What was there is removed last: some file systems are slow to write where much was removed.
        """
        config = config_in(self.paths.build)
        refuse_foreign_settings(config, self.paths.config, self.edition.words)
        (self.paths.build / FILE).unlink(missing_ok=True)
        writer = _empty_writer(self.paths.build / _NEW)
        warnings, frame = self._make_frame(writer)
        location = site_location(self.paths.site, self.paths.build)
        manifest = BuildManifest(fingerprint, location, b"", len(frame), sum(frame))
        digests = DependencyDigests(self.edition, fingerprint)
        batch = self._run(all_tasks(self.edition), writer, manifest, digests)
        size = self._write_summaries(writer, manifest)
        keep_last_generation(self.paths.site, writer.site)
        self._approve()
        report = _report(self.edition, manifest, batch, size, warnings)
        if self.options.verify and self.paths.site.is_dir():
            report = replace(report, repaired=len(differing_files(writer.site, self.paths.site)))
        self._publish(writer, manifest)
        return report

    def _approve(self) -> None:
        if self.options.approve:
            self.options.approve()

    def _make_frame(self, writer: DirectoryWriter) -> tuple[list[str], list[int]]:
        """Make what MkDocs makes of no page at all: its warnings, and the size of each file."""
        warnings = render_frame(config_in(self.paths.build), writer.site, self.edition)
        (writer.site / html_path(addresses.HOME)).unlink()
        return warnings, [file.stat().st_size for file in writer.site.rglob("*") if file.is_file()]

    def _publish(self, writer: DirectoryWriter, manifest: BuildManifest) -> None:
        """Replace the site, then its sources, and record in the manifest what is there now."""
        build, site = self.paths.build, self.paths.site
        keep_desk(site, writer.site)
        if self.edition.catalogue.settings.offline_copy:
            keep_offline_copy(site, writer.site)
        swap_in(_copy_to_disk_of(site, writer.site), site)
        swap_in(writer.docs, build / "docs")
        remove_folder(_log, build / _NEW)
        manifest.fingerprint = compute_site_fingerprint(site)
        manifest.write(build / FILE)
        remember_site(build, site)

    def find_touched(self, last: BuildManifest) -> TouchedFiles | None:
        """What somebody did to the site since the last build; None when all is to be made anew."""
        if not self.options.look_after:
            return TouchedFiles()
        damage = find_damage(self.paths.build, self.paths.site)
        return touched_files(damage, last) if damage else None

    def update(self, last: BuildManifest, touched: TouchedFiles) -> BuildReport:
        """Make what has changed or was touched since the last build, and bring it into the site."""
        digests = DependencyDigests(self.edition, last.base)
        tasks = {task.name: task for task in all_tasks(self.edition)}
        stale = {n: task for n, task in tasks.items() if not _is_current(last.of(task), digests)}
        stale |= {n: tasks[n] for n in touched.tasks if n in tasks}
        log_stale_tasks(stale, len(tasks), last, digests)
        manifest = replace(last, records={n: last.records[n] for n in tasks if n not in stale})
        build, site = self.paths.build, self.paths.site
        stage = begin(build)
        writer = DirectoryWriter(stage.docs, stage.site, present=(build / "docs", site))
        todo = list(stale.values())
        batch = self._sized_for(last, todo)._run(todo, writer, manifest, digests)
        manifest.records = {name: manifest.records[name] for name in tasks}
        size = self._write_summaries(writer, manifest)
        removed = _removed_files(last, manifest)
        removed["docs"] |= touched.added_sources
        removed["site"] |= touched.added | unnamed_files(site, stage.site, site)
        if self.options.look_after:  # an open page of a preview loads again at once
            removed["site"] -= kept_files(site, stage.site, site) - touched.damaged - touched.added
        self._approve()
        commit(build, site, removed, manifest, in_one_step=self.options.look_after)
        report = _report(self.edition, manifest, batch, size, [])
        if not self.options.look_after:
            return report
        remember_site(build, site)
        return replace(report, repaired=touched.count)

    def _sized_for(self, last: BuildManifest, tasks: Sequence[Task]) -> "_SiteBuild":
        """The same build with as many processes as tasks are worth."""
        pages = sum(len(known.result.pages) if (known := last.of(t)) else 1 for t in tasks)
        few = pages <= self.options.inline_up_to
        return replace(self, options=replace(self.options, jobs=1)) if few else self

    def _run(
        self,
        tasks: Sequence[Task],
        writer: DirectoryWriter,
        manifest: BuildManifest,
        digests: DependencyDigests,
    ) -> BatchResult:
        """Run tasks, and record their results in the manifest."""
        runner = TaskRunner(self.options, self.paths.config, writer, self.has_desk)
        context = BuildContext(self.edition, config_in(self.paths.build))
        name = str(self.paths.build / _CONTEXT.format(token_hex(8)))
        share_context(name, context, writer)
        try:
            batch = runner.run(name, tasks, context)
        finally:
            release_context(name)
        for result in batch.results:
            manifest.put(TaskRecord(digests.key(result.reads), result))
        manifest.checksums = checksums(manifest, digests) if is_logged() else {}
        return batch

    def _write_summaries(self, writer: DirectoryWriter, manifest: BuildManifest) -> int:
        """Write the files that sum up the results of all tasks; returns their size."""
        rows = [row for result in manifest.results for row in result.sitemap]
        files = (
            (SITEMAP, sitemap(self.edition.catalogue.settings.base_url, rows)),
            manifest_json(self.edition, manifest.version_digests),
        )
        for path, content in files:
            for folder in (writer.docs, writer.site):
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_bytes(content)
        return sum(len(content) for _, content in files)


def _empty_writer(folder: Path) -> DirectoryWriter:
    """A writer to two empty folders in `folder`, whatever a killed build has left there."""
    remove_folder(_log, folder)
    writer = DirectoryWriter(folder / "docs", folder / "site")
    for part in (writer.docs, writer.site):
        part.mkdir(parents=True)
    return writer


def _is_current(record: TaskRecord | None, digests: DependencyDigests) -> bool:
    """Whether a task was run, and nothing that it read has changed since."""
    return record is not None and digests.key(record.result.reads) == record.key


def _removed_files(before: BuildManifest, after: BuildManifest) -> dict[str, set[str]]:
    """The files that are no longer made, below `docs` and `site`."""
    old, new = before.results_not_in(after), after.results_not_in(before)
    pages = {path for result in old for path in result.pages}
    pages -= {path for result in new for path in result.pages}
    files = {path for result in old for path in result.files}
    files -= {path for result in new for path in result.files}
    return {
        "docs": pages | files,
        "site": {html_path(page) for page in pages} | files,
    }


def _report(
    edition: Edition,
    manifest: BuildManifest,
    batch: BatchResult,
    summaries: int,
    warnings: Sequence[str],
) -> BuildReport:
    """The figures of a build, and a warning of every link that leads nowhere."""
    pages = {path for result in manifest.results for path in result.pages}
    links = {path for result in manifest.results for path in result.links}
    links |= navigation(edition).paths
    files = {path for result in manifest.results for path in result.files}
    broken = sorted(path for path in links - pages if path not in files)
    return BuildReport(
        pages=len(pages),
        files=len(pages) + len(files) + manifest.frame_files + _SUMMARY_FILES,
        bytes=sum(one.bytes for one in manifest.results) + manifest.frame_bytes + summaries,
        done=sum(len(result.pages) for result in batch.results),
        warnings=(*warnings, *(f"no such page: {path}" for path in broken)),
        seconds=batch.seconds,
    )


def _copy_to_disk_of(site: Path, finished: Path) -> Path:
    """The finished site on the file system of its destination, copied there if need be."""
    site.parent.mkdir(parents=True, exist_ok=True)
    if finished.stat().st_dev == site.parent.stat().st_dev:
        return finished
    _log.info("%s lies on another disk than %s: the site is copied there", site, finished)
    copy = marked_name(site, "new")
    remove_folder(_log, copy)
    shutil.copytree(finished, copy)
    return copy
