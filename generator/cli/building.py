"""`niemyet build`: check, write, render, publish."""

import argparse
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor
from datetime import date
from itertools import pairwise
from pathlib import Path

from generator.check import Scope
from generator.cli.checking import print_findings, summary
from generator.cli.common import (
    CLEAN,
    ERRORS,
    INTERNAL,
    MisuseError,
    Verbs,
    as_of,
    catalogue_arguments,
    folder,
    jobs_of,
    progress_line,
)
from generator.cli.resources import checked_catalogue, cluster
from generator.law.timeline import as_known, as_signed
from generator.locale import Words, words_of
from generator.model.edition import Edition
from generator.records.catalogue import Catalogue
from generator.records.memoize import gc_paused
from generator.site.build import build
from generator.site.folders import is_replaceable, lock_build
from generator.site.options import BuildOptions, BuildPaths, BuildReport
from generator.site.render import RenderError

_STEPS = ("read", "checked", "made")
_PROCESSES = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def add(verbs: Verbs) -> None:
    """Add the verb."""
    help_of = words_of("vi")
    parser = verbs.add_parser("build", help=help_of("help.build"))
    catalogue_arguments(parser)
    parser.add_argument("--site", default="site", help=help_of("help.site"))
    parser.add_argument("--scheduler", default=None, help=help_of("help.scheduler"))
    parser.add_argument("--apart", action="store_true", help=help_of("help.apart"))
    parser.add_argument("--timings", action="store_true", help=help_of("help.timings"))
    parser.add_argument("--known-on", default=None, help=help_of("help.known_on"))
    parser.set_defaults(run=_build)


def _build(options: argparse.Namespace, words: Words) -> int:
    root = folder(options.catalogue, words)
    day = as_of(options.as_of, words)
    places = places_of(options, root, words)
    clock = [time.monotonic()]
    checked = checked_catalogue(root, options, words, Scope(remarks=False))
    if checked.failed:
        print_findings(checked, "text", words, root)
        print(words("build.refused"), file=sys.stderr)
        return ERRORS
    clock += checked.read_at, time.monotonic()
    language = words_of(checked.catalogue.settings.language)
    edition = Edition(_as_it_was(checked.catalogue, options, day, words), day, language)
    with gc_paused(freeze=True):
        _ = edition.entries  # with the versions that it opens: they stay open
    try:
        with lock_build(places.build):
            progress = progress_line(words, "build.writing")
            with cluster(options.scheduler, words) as executor:
                crew = BuildOptions(jobs_of(options.jobs, words), executor, options.apart, progress)
                built = build(edition, places, crew)
    except (RenderError, BrokenExecutor, OSError) as error:
        print(words("build.failed", reason=error), file=sys.stderr)
        return INTERNAL
    clock.append(time.monotonic())
    for warning in built.warnings:
        print(warning, file=sys.stderr)
    print(summary(checked, words))
    print(_built(built, edition, places, clock, words))
    if options.timings:
        print(*_timings(built, clock, words), sep="\n")
    return CLEAN


def _timings(built: BuildReport, clock: Sequence[float], words: Words) -> Iterator[str]:
    """Where the time went: by the clock, and by kind of work in all processes together."""
    yield words("build.timings")
    by_the_clock = zip(_STEPS, (b - a for a, b in pairwise(clock)), strict=True)
    for name, seconds in (*by_the_clock, *sorted(built.seconds.items())):
        yield f"  {words(f'timing.{name}'):<40} {seconds:>8.1f}"


def _as_it_was(
    catalogue: Catalogue, options: argparse.Namespace, day: date, words: Words
) -> Catalogue:
    """What had been signed by the day, or what the catalogue had published by another day."""
    if options.known_on:
        return as_known(catalogue, as_of(options.known_on, words))
    return as_signed(catalogue, day)


def places_of(options: argparse.Namespace, root: Path, words: Words) -> BuildPaths:
    """Where a build reads and writes. Raises MisuseError."""
    config = Path("mkdocs.yml").resolve()
    if not config.is_file():
        raise MisuseError(words("build.no_config", path=config))
    site = Path(options.site).resolve()
    if not is_replaceable(site, (root, config)):
        raise MisuseError(words("build.bad_site", path=site))
    return BuildPaths(config, Path("build").resolve(), site)


def _built(
    built: BuildReport, edition: Edition, places: BuildPaths, clock: Sequence[float], words: Words
) -> str:
    began, _, checked, done = clock
    own, children = (resource.getrusage(who).ru_maxrss for who in _PROCESSES)
    return words(
        "build.done",
        pages=built.pages,
        done=built.done,
        files=built.files,
        megabytes=round(built.bytes / 1e6, 1),
        site=places.site,
        day=words.day(edition.day),
        procedures=len(edition.entries),
        decisions=len(edition.catalogue.decisions),
        read=round(checked - began, 1),
        made=round(done - checked, 1),
        memory=round(max(own, children) / 1024),
    )
