"""`niemyet serve`: what is written in an editor is in the browser when it is saved."""

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from pathlib import Path

from generator.check import Resources, Scope, run_checks
from generator.cli.building import places_of
from generator.cli.checking import print_findings, summary
from generator.cli.common import (
    CLEAN,
    Verbs,
    as_of,
    catalogue_arguments,
    folder,
    jobs_of,
    progress_line,
)
from generator.cli.resources import store_of, workers
from generator.findings.finding import Verdict
from generator.findings.problem import Problem, Severity
from generator.law.rules import run_record_rules
from generator.law.timeline import as_signed
from generator.locale import Words, words_of
from generator.model.edition import Edition
from generator.records.catalogue import Catalogue
from generator.records.live_catalogue import LiveCatalogue
from generator.records.memoize import freeze_gc
from generator.records.processes import start_pool
from generator.records.watcher import scan_files, watch
from generator.site.build import build
from generator.site.dispatch import warm_caches
from generator.site.folders import lock_build
from generator.site.options import BuildOptions, BuildPaths, BuildReport
from generator.site.render import RenderError, config_in
from generator.site.server import Preview, start_server
from generator.site.worker import BuildContext

_ALONE_UP_TO = 64
"""Pages that this process makes by itself."""


def add(verbs: Verbs) -> None:
    """Add the verb."""
    help_of = words_of("vi")
    parser = verbs.add_parser("serve", help=help_of("help.serve"))
    catalogue_arguments(parser)
    parser.add_argument("--site", default="build/preview", help=help_of("help.site"))
    parser.add_argument("--port", type=int, default=8000, help=help_of("help.port"))
    parser.set_defaults(run=_serve)


def _serve(options: argparse.Namespace, words: Words) -> int:
    root = folder(options.catalogue, words)
    places = places_of(options, root, words)
    places = replace(places, build=places.build / "serve")  # `niemyet build` keeps its own state
    known = scan_files(root)
    library = _library(root, options, words)
    desk = _PreviewSession(
        library, places, as_of(options.as_of, words), words, jobs_of(options.jobs, words)
    )
    preview = Preview()
    with lock_build(places.build):
        desk.make_all()
        desk.warm_up()
        server = start_server(places.site, preview, options.port)
        address = f"http://127.0.0.1:{server.server_port}/"
        with suppress(KeyboardInterrupt), watch(root, known) as changes:
            print(words("serve.ready", address=address), flush=True)
            for paths in changes:
                desk.follow(paths, preview)
    return CLEAN


def _library(root: Path, options: argparse.Namespace, words: Words) -> LiveCatalogue:
    library = LiveCatalogue(root, run_record_rules)
    store = store_of(root)
    with workers(options.jobs, words) as executor:
        library.read(executor, progress_line(words, "check.reading"), store)
    store.save()
    freeze_gc()
    return library


class _RefusedError(Exception):
    """The catalogue has an error: what was made of it is not shown."""


@dataclass(frozen=True)
class _PreviewSession:
    """Where changes are checked and made."""

    library: LiveCatalogue
    places: BuildPaths
    day: date
    words: Words
    jobs: int

    def make_all(self) -> None:
        """The whole site, if the catalogue has no error."""
        catalogue, problems = self.library.catalogue()
        edition = self._edition(catalogue)
        try:
            self._say(self._verdict(catalogue, problems))
            self._build(edition, BuildOptions(self.jobs))
        except _RefusedError:
            print(self.words("serve.refused"), file=sys.stderr, flush=True)

    def warm_up(self) -> None:
        """Work out what later changes have in common with the catalogue as it is."""
        catalogue, _ = self.library.catalogue()
        warm_caches(BuildContext(self._edition(catalogue), config_in(self.places.build)))

    def follow(self, paths: set[str], preview: Preview) -> None:
        """Check a change while what depends on it is made; show it when it is sound."""
        start = time.monotonic()
        if not self.library.refresh(paths):
            return
        try:
            built = self._made()
        except _RefusedError:
            print(self.words("serve.refused"), file=sys.stderr, flush=True)
            return
        preview.announce()
        if built:
            seconds = round(time.monotonic() - start, 2)
            print(self.words("serve.made", pages=built.done, seconds=seconds), flush=True)

    def _made(self) -> BuildReport | None:
        """Make what has changed while another process checks. Raises _RefusedError."""
        catalogue, problems = self.library.catalogue()
        with _in_background(partial(self._verdict, catalogue, problems)) as verdict:
            approve = cache(lambda: self._say(verdict.result()))
            try:
                crew = BuildOptions(self.jobs, approve=approve, inline_up_to=_ALONE_UP_TO)
                return self._build(self._edition(catalogue), crew)
            except LookupError:  # records that contradict one another may make a page impossible
                approve()
                raise

    def _verdict(self, catalogue: Catalogue, problems: Sequence[Problem]) -> Verdict:
        root, scope = self.library.root, Scope(remarks=False)
        found = run_checks(
            root, catalogue, problems, self.words, self.day, Resources(), scope=scope
        )
        return found.verdict

    def _say(self, verdict: Verdict) -> None:
        """Say what was found. Raises _RefusedError when there is an error."""
        if verdict.failed:
            errors = tuple(f for f in verdict.findings if f.severity == Severity.ERROR)
            shown = replace(verdict, findings=errors)
            print_findings(shown, "text", self.words, self.library.root)
            raise _RefusedError
        print(summary(verdict, self.words), flush=True)

    def _edition(self, catalogue: Catalogue) -> Edition:
        words = words_of(catalogue.settings.language)
        return Edition(as_signed(catalogue, self.day), self.day, words)

    def _build(self, edition: Edition, crew: BuildOptions) -> BuildReport | None:
        try:
            return build(edition, self.places, crew)
        except (RenderError, OSError) as error:
            print(self.words("build.failed", reason=error), file=sys.stderr, flush=True)
            return None


_pending: Callable[[], Verdict] | None = None


@contextmanager
def _in_background(question: Callable[[], Verdict]) -> Iterator[Future[Verdict]]:
    """The answer to a question, which a twin of this process works out meanwhile."""
    global _pending
    _pending = question
    twin = start_pool(1)
    try:
        yield twin.submit(_answer)
    finally:
        twin.shutdown(wait=False)


def _answer() -> Verdict:
    assert _pending is not None
    return _pending()
