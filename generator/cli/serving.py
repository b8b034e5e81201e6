"""`niemyet serve`: what is written in an editor is in the browser when it is saved."""

import argparse
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.check import Checked, Workshop, weigh
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
    store_of,
    workers,
)
from generator.law.edition import Edition
from generator.law.rules import inspect
from generator.law.timeline import as_signed
from generator.locale import Words, words_of
from generator.records.library import Library
from generator.records.problems import Severity
from generator.records.watching import changes, state
from generator.site.build import Built, Crew, Places, alone, build
from generator.site.render import RenderError
from generator.site.server import Preview, serve


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
    known = state(root)
    library = _library(root, options, words)
    desk = _Desk(library, places, as_of(options.as_of, words), words, jobs_of(options.jobs, words))
    preview = Preview()
    with alone(places.build):
        desk.make_all()
        server = serve(places.site, preview, options.port)
        print(words("serve.ready", address=f"http://127.0.0.1:{server.server_port}/"), flush=True)
        with suppress(KeyboardInterrupt):
            for paths in changes(root, known):
                desk.follow(paths, preview)
    return CLEAN


def _library(root: Path, options: argparse.Namespace, words: Words) -> Library:
    library = Library(root, inspect)
    store = store_of(root)
    with workers(options.jobs, words) as executor:
        library.read(executor, progress_line(words, "check.reading"), store)
    store.save()
    return library


@dataclass(frozen=True)
class _Desk:
    """Where changes are checked and made."""

    library: Library
    places: Places
    day: date
    words: Words
    jobs: int

    def make_all(self) -> None:
        """The whole site, if the catalogue has no error."""
        checked = self._checked()
        if not checked.failed:
            self._build(checked, urgent=False)

    def follow(self, paths: set[str], preview: Preview) -> None:
        """Check a change and show it: the records' own pages first, then lists and search."""
        start = time.monotonic()
        if not self.library.refresh(paths):
            return
        checked = self._checked()
        if checked.failed:
            print(self.words("serve.refused"), file=sys.stderr, flush=True)
            return
        for urgent in (True, False):
            built = self._build(checked, urgent)
            preview.announce()
            seconds = round(time.monotonic() - start, 2)
            key = "serve.pages" if urgent else "serve.lists"
            if built:
                print(self.words(key, pages=built.done, seconds=seconds), flush=True)

    def _checked(self) -> Checked:
        catalogue, problems = self.library.catalogue()
        root = self.library.root
        checked = weigh(root, catalogue, problems, self.words, self.day, Workshop())
        if checked.failed:
            errors = tuple(f for f in checked.findings if f.severity == Severity.ERROR)
            shown = replace(checked.verdict, findings=errors)
            print_findings(shown, "text", self.words, root)
        else:
            print(summary(checked, self.words), flush=True)
        return checked

    def _build(self, checked: Checked, urgent: bool) -> Built | None:
        settings = checked.catalogue.settings
        words = words_of(settings.language if settings else "vi")
        edition = Edition(as_signed(checked.catalogue, self.day), self.day, words)
        try:
            return build(edition, self.places, Crew(self.jobs), urgent)
        except (RenderError, OSError) as error:
            print(self.words("build.failed", reason=error), file=sys.stderr, flush=True)
            return None
