"""`niemyet federate`: one index over the sites of many publishers."""

import argparse
import logging
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from dataclasses import replace
from pathlib import Path

from generator.cli.arguments import add_catalogue, add_site
from generator.cli.building import find_build_paths
from generator.cli.checking import print_findings
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
from generator.cli.resources import check_from_options
from generator.cli.verb import Verb
from generator.exports.shard import UnreadableShardError, read_shard
from generator.findings.reasons import error_words
from generator.locale import Words, words_of
from generator.model.edition import Edition
from generator.model.nation import MemberSite, Nation, nation_of
from generator.records.catalogue import Catalogue
from generator.records.federation import Member
from generator.records.memoize import gc_paused
from generator.site.build import build
from generator.site.folders import lock_build
from generator.site.options import BuildOptions, BuildReport
from generator.site.render import RenderError
from generator.site.settings import ForeignSettingError

_log = logging.getLogger(__name__)


class _UnfitMemberError(Exception):
    """The site of a member cannot be used; the message is for the user."""


def _add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    add_catalogue(parser, words)
    add_site(parser, words, "site-federation", "help.site")


def _build_federation(options: argparse.Namespace, words: Words) -> int:
    root = find_folder(options.catalogue, words)
    paths = find_build_paths(options, root, words)
    paths = replace(paths, build=paths.build / "federation")
    checked = check_from_options(root, options, words)
    if checked.failed:
        print_findings(checked, "text", words, root)
        print(words("build.refused"), file=sys.stderr)
        return ERRORS
    if not checked.catalogue.members:
        raise MisuseError(words("federate.no_members", path=root / "federation.yml"))
    try:
        nation = _gather_nation(root, checked.catalogue, options, words)
    except _UnfitMemberError as unfit:
        print(unfit, file=sys.stderr)
        return ERRORS
    try:
        with lock_build(paths.build):
            progress = progress_line(words, "build.writing")
            jobs = parse_jobs(options.jobs, words)
            built = build(nation, paths, BuildOptions(jobs, progress=progress))
    except ForeignSettingError as error:
        raise MisuseError(str(error)) from None
    except (RenderError, BrokenExecutor, OSError) as error:
        _log.info("the build failed", exc_info=True)
        print(words("build.failed", reason=error_words(error, words)), file=sys.stderr)
        return INTERNAL
    for warning in (*_left_out(checked.catalogue, nation, words), *built.warnings):
        print(warning, file=sys.stderr)
    print(_summary(nation, built, paths.site, words))
    return CLEAN


def _gather_nation(
    root: Path, catalogue: Catalogue, options: argparse.Namespace, words: Words
) -> Nation:
    """The nation of a catalogue's members. Raises _UnfitMemberError."""
    language = words_of(catalogue.settings.language)
    edition = Edition(catalogue, parse_day(options.as_of, words), language)
    with gc_paused(freeze=True):
        sites = [_read_site(root, member, words) for member in catalogue.members]
    names = Counter(site.shard.publisher.id for site in sites)
    for key, count in names.items():
        if count > 1:
            raise _UnfitMemberError(words("federate.twice", publisher=key))
    return nation_of(edition, sites)


def _left_out(catalogue: Catalogue, nation: Nation, words: Words) -> Iterator[str]:
    """A warning when the publisher of the index has procedures, and no site among the members."""
    own = catalogue.settings.publisher
    gathered = {site.shard.publisher.id for site in nation.sites}
    if catalogue.procedures and own not in gathered:
        yield words("federate.left_out", count=len(catalogue.procedures))


def _read_site(root: Path, member: Member, words: Words) -> MemberSite:
    try:
        shard = read_shard(root / member.site)
    except UnreadableShardError as error:
        raise _UnfitMemberError(
            words("federate.unreadable", site=member.site, reason=error_words(error, words))
        ) from None
    address = member.address or shard.base_url
    return MemberSite(shard, address if address.endswith("/") else f"{address}/")


def _summary(nation: Nation, built: BuildReport, site: Path, words: Words) -> str:
    variants = sum(len(found) for found in nation.local.values())
    return words(
        "federate.done",
        members=len(nation.sites),
        variants=variants,
        procedures=len(nation.local),
        pages=built.pages,
        megabytes=round(built.bytes / 1e6, 1),
        oldest=words.day(min(one.shard.as_of for one in nation.sites)),
        site=site,
    )


VERB = Verb("federate", "help.federate", _add_arguments, _build_federation)
