"""`niemyet serve`: a preview in the browser that follows each saved file."""

import argparse
import gc
import logging
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Protocol

from generator.check import Resources, Scope, run_checks
from generator.cli.arguments import add_catalogue, add_site, whole_number
from generator.cli.building import find_build_paths
from generator.cli.checking import print_findings, summary
from generator.cli.common import (
    CLEAN,
    MisuseError,
    find_folder,
    parse_day,
    parse_jobs,
    progress_line,
)
from generator.cli.resources import open_cache, start_workers
from generator.cli.verb import Command
from generator.findings.finding import Verdict
from generator.findings.problem import Problem, Severity
from generator.findings.reasons import error_words
from generator.law.rules import run_record_rules
from generator.law.timeline import as_signed
from generator.locale import Words, words_of
from generator.model.edition import Edition
from generator.records.catalogue import Catalogue
from generator.records.live_catalogue import LiveCatalogue
from generator.records.memoize import freeze_gc
from generator.records.processes import answer_in_background
from generator.records.suppression import suppress_logged
from generator.records.watcher import scan_files
from generator.site.build import build
from generator.site.desk import PACKAGES, NoPackagesError, refresh_desk
from generator.site.desk_kept import has_desk
from generator.site.dispatch import warm_caches
from generator.site.folders import lock_build
from generator.site.options import BuildOptions, BuildPaths, BuildReport
from generator.site.preview import PortError, start_preview
from generator.site.render import RenderError, config_in
from generator.site.worker import BuildContext

_log = logging.getLogger(__name__)
_ALONE_UP_TO = 64
"""Pages that this process builds without workers."""


def _add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    add_catalogue(parser, words)
    add_site(parser, words, "build/preview", "help.site")
    parser.add_argument(
        "--port",
        type=whole_number(words),
        default=8000,
        metavar=words("metavar.port"),
        help=words("help.port"),
    )


def _serve(options: argparse.Namespace, words: Words) -> int:
    root = find_folder(options.catalogue, words)
    paths = find_build_paths(options, root, words)
    paths = replace(paths, build=paths.build / "serve")  # `niemyet build` has its own manifest
    known = scan_files(root)
    catalogue = _read_live(root, options, words)
    day, jobs = parse_day(options.as_of, words), parse_jobs(options.jobs, words)
    session = _PreviewSession(catalogue, paths, day, words, jobs)
    with lock_build(paths.build):
        session.build_all()
        session.warm_up()
        try:
            with (
                suppress(KeyboardInterrupt),
                start_preview(paths.site, root, known, options.port) as preview,
            ):
                print(words("serve.ready", address=preview.address), flush=True)
                for changed in preview.changes():
                    session.follow(changed, preview)
        except PortError as error:
            raise MisuseError(
                words("serve.no_port", port=options.port, reason=error_words(error, words))
            ) from None
    return CLEAN


def _read_live(root: Path, options: argparse.Namespace, words: Words) -> LiveCatalogue:
    live = LiveCatalogue(root, run_record_rules)
    cache = open_cache(root)
    with start_workers(options.jobs, words) as executor:
        live.read(executor, progress_line(words, "check.reading"), cache)
    cache.save()
    freeze_gc()
    return live


class _Announcer(Protocol):
    def announce(self) -> None:
        """Have every open page load again."""


class _RefusedError(Exception):
    """The catalogue has an error: the preview stays at the last good state."""


@dataclass(frozen=True)
class _PreviewSession:
    """A preview: the catalogue in memory, and the site that is built from it."""

    live: LiveCatalogue
    paths: BuildPaths
    day: date
    words: Words
    jobs: int

    def build_all(self) -> None:
        """Build the whole site, if the catalogue has no error."""
        catalogue, problems = self.live.catalogue()
        with self._kept_alive():
            self._print_verdict(self._check(catalogue, problems))
            self._build(self._edition(catalogue), BuildOptions(self.jobs))
            self._refresh_desk()

    @contextmanager
    def _kept_alive(self) -> Iterator[None]:
        """Say why the body did not end; the preview stays at what it showed last and goes on."""
        try:
            yield
        except _RefusedError:
            self._say("serve.refused")
        except Exception:  # one change may meet a fault of the program, and the next one not
            _log.info("the program failed", exc_info=True)
            self._say("serve.crashed")

    def _say(self, key: str, **values: str) -> None:
        print(self.words(key, **values), file=sys.stderr, flush=True)

    def _refresh_desk(self) -> None:
        """Have the desk of the previewed site begin from the records as they are now.

        It stays as it is when files have changed again: then there is a next time soon.
        """
        if not has_desk(self.paths.site):
            return
        catalogue, _ = self.live.catalogue()
        language = words_of(catalogue.settings.language)
        with suppress_logged(_log, "write the desk anew", OSError, NoPackagesError):
            refresh_desk(catalogue, self.live.root, PACKAGES, self.paths.site, language)

    def warm_up(self) -> None:
        """Fill the caches that later builds share with the catalogue as it is."""
        with self._kept_alive():
            catalogue, _ = self.live.catalogue()
            warm_caches(BuildContext(self._edition(catalogue), config_in(self.paths.build)))
        gc.collect()
        freeze_gc()

    def follow(self, paths: set[str], preview: _Announcer) -> None:
        """Check a change while the pages that depend on it are built; show it if it is sound.

        What that leaves in cycles is collected once it is shown: memory stays flat.
        """
        with self._kept_alive():
            if self.live.refresh(paths):
                self._show_changes(preview)
        gc.collect()

    def _show_changes(self, preview: _Announcer) -> None:
        start = time.monotonic()
        built = self._build_changes()
        self._refresh_desk()
        preview.announce()
        if built:
            seconds = round(time.monotonic() - start, 2)
            print(self.words("serve.made", pages=built.done, seconds=seconds), flush=True)

    def _build_changes(self) -> BuildReport | None:
        """Build what has changed while another process checks. Raises _RefusedError."""
        catalogue, problems = self.live.catalogue()
        with answer_in_background(partial(self._check, catalogue, problems)) as verdict:
            approve = cache(lambda: self._print_verdict(verdict()))
            try:
                options = BuildOptions(
                    self.jobs, approve=approve, inline_up_to=_ALONE_UP_TO, look_after=False
                )
                return self._build(self._edition(catalogue), options)
            except Exception:  # records that contradict one another may make a page impossible
                approve()
                raise

    def _check(self, catalogue: Catalogue, problems: Sequence[Problem]) -> Verdict:
        root, scope = self.live.root, Scope(include_info=False, count_warnings=True)
        found = run_checks(
            root, catalogue, problems, self.words, self.day, Resources(), scope=scope
        )
        return found.verdict

    def _print_verdict(self, verdict: Verdict) -> None:
        """Print the errors or the counts. Raises _RefusedError when there is an error."""
        if verdict.failed:
            errors = tuple(f for f in verdict.findings if f.severity == Severity.ERROR)
            shown = replace(verdict, findings=errors)
            print_findings(shown, "text", self.words, self.live.root)
            raise _RefusedError
        print(summary(verdict, self.words), flush=True)

    def _edition(self, catalogue: Catalogue) -> Edition:
        words = words_of(catalogue.settings.language)
        return Edition(as_signed(catalogue, self.day), self.day, words)

    def _build(self, edition: Edition, options: BuildOptions) -> BuildReport | None:
        try:
            return build(edition, self.paths, options)
        except (RenderError, OSError) as error:
            _log.info("the build failed", exc_info=True)
            self._say("build.failed", reason=error_words(error, self.words))
            return None


COMMAND = Command(_add_arguments, _serve)
