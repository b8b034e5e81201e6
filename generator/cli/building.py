"""`niemyet build`: check, write, render, publish."""

import argparse
import logging
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

from generator.check import CheckResult, Scope
from generator.cli.arguments import add_catalogue, add_day, add_site
from generator.cli.building_changes import build_changes
from generator.cli.checking import print_findings, summary
from generator.cli.common import (
    CLEAN,
    ERRORS,
    INTERNAL,
    MisuseError,
    find_folder,
    parse_day,
    parse_jobs,
    progress_line,
)
from generator.cli.resources import check_from_options, connect_cluster
from generator.cli.verb import Command
from generator.findings.reasons import error_words
from generator.law.timeline import as_known, as_signed
from generator.locale import Words, words_of
from generator.model.edition import Edition
from generator.model.without_notes import without_notes
from generator.records.catalogue import Catalogue
from generator.records.memoize import freeze_gc, gc_paused
from generator.records.processes import peak_memory
from generator.site.build import build
from generator.site.desk import PACKAGES, NoPackagesError, refresh_desk
from generator.site.desk_kept import has_desk
from generator.site.folders import find_settings, is_replaceable, is_writable, lock_build
from generator.site.offered_copy import write_offered_copy
from generator.site.options import BuildOptions, BuildPaths, BuildReport
from generator.site.render import RenderError
from generator.site.settings import ForeignSettingError

_log = logging.getLogger(__name__)
SITE, CHANGES = "site", "thay-doi"
"""The folder of a whole site, and that of a small one, unless one is named."""
_STEPS = ("read", "checked", "made")


def _add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    add_catalogue(parser, words)
    add_site(parser, words, None, "help.site")
    parser.add_argument(
        "--changed-since", metavar=words("metavar.base"), help=words("help.changed_since")
    )
    parser.add_argument(
        "--scheduler", default=None, metavar=words("metavar.address"), help=words("help.scheduler")
    )
    parser.add_argument("--apart", action="store_true", help=words("help.apart"))
    parser.add_argument("--desk", action="store_true", help=words("help.with_desk"))
    parser.add_argument("--verify-site", action="store_true", help=words("help.verify_site"))
    parser.add_argument("--timings", action="store_true", help=words("help.timings"))
    add_day(parser, words, "--known-on", "help.known_on")


def _build_site(options: argparse.Namespace, words: Words) -> int:
    root = find_folder(options.catalogue, words)
    of_changes = options.changed_since is not None
    paths = find_build_paths(options, root, words, CHANGES if of_changes else SITE)
    if options.desk and not (has_desk(paths.site) or PACKAGES.is_dir()):
        raise MisuseError(words("desk.no_packages", folder=PACKAGES))
    began = time.monotonic()
    checked = check_from_options(
        root, options, words, Scope(include_info=False, count_warnings=True)
    )
    if checked.failed:
        print_findings(checked, "text", words, root)
        print(words("build.refused"), file=sys.stderr)
        return ERRORS
    if of_changes:
        return build_changes(checked, root, paths, options, words)
    return _build_whole_site(checked, began, paths, options, words)


def _build_whole_site(
    checked: CheckResult, began: float, paths: BuildPaths, options: argparse.Namespace, words: Words
) -> int:
    root = find_folder(options.catalogue, words)
    clock = [began]
    day = parse_day(options.as_of, words)
    clock += checked.read_at, time.monotonic()
    language = words_of(checked.catalogue.settings.language)
    known = _as_it_was(checked.catalogue, options, day, words)
    edition = Edition(without_notes(known, language), day, language)
    with gc_paused(freeze=True):
        _ = edition.entries  # and the versions that it loads: they stay in memory
    freeze_gc()
    try:
        with lock_build(paths.build):
            progress = progress_line(words, "build.writing")
            with connect_cluster(options.scheduler, words) as executor:
                how = BuildOptions(parse_jobs(options.jobs, words), executor, options.apart)
                chosen = {"verify": options.verify_site, "desk": options.desk}
                built = build(edition, paths, replace(how, progress=progress, **chosen))
            if options.desk or has_desk(paths.site):
                refresh_desk(checked.catalogue, root, PACKAGES, paths.site, language)
            if edition.catalogue.settings.offline_copy:
                write_offered_copy(edition, paths.site, progress_line(words, "offline.writing"))
    except NoPackagesError:
        raise MisuseError(words("desk.no_packages", folder=PACKAGES)) from None
    except ForeignSettingError as error:
        raise MisuseError(str(error)) from None
    except (RenderError, BrokenExecutor, OSError) as error:
        _log.info("the build failed", exc_info=True)
        print(words("build.failed", reason=error_words(error, words)), file=sys.stderr)
        return INTERNAL
    clock.append(time.monotonic())
    for warning in built.warnings:
        print(warning, file=sys.stderr)
    print(summary(checked, words))
    print(_summary(built, edition, paths, clock, words))
    if built.repaired:
        print(words("build.repaired", count=words.number(built.repaired)))
    if options.timings:
        print(*_timings(built, clock, words), sep="\n")
    return CLEAN


def _timings(built: BuildReport, clock: Sequence[float], words: Words) -> Iterator[str]:
    """The time spent: by the clock, and by kind of work in all processes together."""
    yield words("build.timings")
    by_the_clock = zip(_STEPS, (b - a for a, b in pairwise(clock)), strict=True)
    for name, seconds in (*by_the_clock, *sorted(built.seconds.items())):
        yield f"  {words(f'timing.{name}'):<40} {seconds:>8.1f}"


def _as_it_was(
    catalogue: Catalogue, options: argparse.Namespace, day: date, words: Words
) -> Catalogue:
    """What had been signed by the day, or what the catalogue had published by another day."""
    if options.known_on:
        return as_known(catalogue, parse_day(options.known_on, words))
    return as_signed(catalogue, day)


def find_build_paths(
    options: argparse.Namespace, root: Path, words: Words, default: str = SITE
) -> BuildPaths:
    """The files and folders of a build, into `default` unless a site is named.

    Raises MisuseError.
    """
    here = Path.cwd().resolve()
    site = Path(options.site or default).resolve()
    if not is_replaceable(site, (root, here)):
        raise MisuseError(words("build.bad_site", path=site))
    if not is_writable(site):
        raise MisuseError(words("build.unwritable_site", path=site))
    return BuildPaths(find_settings(here), here / "build", site)


def _summary(
    built: BuildReport, edition: Edition, paths: BuildPaths, clock: Sequence[float], words: Words
) -> str:
    began, _, checked, done = clock
    said = words(
        "build.done",
        pages=built.pages,
        done=built.done,
        files=built.files,
        megabytes=round(built.bytes / 1e6, 1),
        site=paths.site,
        day=words.day(edition.day),
        procedures=len(edition.entries),
        decisions=len(edition.catalogue.decisions),
        read=round(checked - began, 1),
        made=round(done - checked, 1),
    )
    memory = peak_memory()
    return said if memory is None else f"{said} {words('build.memory', memory=round(memory))}"


COMMAND = Command(_add_arguments, _build_site)
