"""`niemyet federate`: one index over the sites of many publishers."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from dataclasses import replace
from pathlib import Path

from generator.cli.building import places_of
from generator.cli.checking import print_findings
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
from generator.cli.resources import checked_catalogue
from generator.exports.shard import UnreadableShardError, read_shard
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


class _UnfitMemberError(Exception):
    """A member cannot be gathered; the message is for the user."""


def add(verbs: Verbs) -> None:
    """Add the verb."""
    help_of = words_of("vi")
    parser = verbs.add_parser("federate", help=help_of("help.federate"))
    catalogue_arguments(parser)
    parser.add_argument("--site", default="site-federation", help=help_of("help.site"))
    parser.set_defaults(run=_federate)


def _federate(options: argparse.Namespace, words: Words) -> int:
    root = folder(options.catalogue, words)
    places = places_of(options, root, words)
    places = replace(places, build=places.build / "federation")
    checked = checked_catalogue(root, options, words)
    if checked.failed:
        print_findings(checked, "text", words, root)
        print(words("build.refused"), file=sys.stderr)
        return ERRORS
    if not checked.catalogue.members:
        raise MisuseError(words("federate.no_members", path=root / "federation.yml"))
    try:
        nation = _nation(root, checked.catalogue, options, words)
    except _UnfitMemberError as unfit:
        print(unfit, file=sys.stderr)
        return ERRORS
    try:
        with lock_build(places.build):
            progress = progress_line(words, "build.writing")
            built = build(
                nation, places, BuildOptions(jobs_of(options.jobs, words), progress=progress)
            )
    except (RenderError, BrokenExecutor, OSError) as error:
        print(words("build.failed", reason=error), file=sys.stderr)
        return INTERNAL
    for warning in (*_left_out(checked.catalogue, nation, words), *built.warnings):
        print(warning, file=sys.stderr)
    print(_done(nation, built, places.site, words))
    return CLEAN


def _nation(root: Path, catalogue: Catalogue, options: argparse.Namespace, words: Words) -> Nation:
    """The nation of a catalogue's members. Raises _UnfitMemberError."""
    language = words_of(catalogue.settings.language)
    edition = Edition(catalogue, as_of(options.as_of, words), language)
    with gc_paused(freeze=True):
        sites = [_site(root, member, words) for member in catalogue.members]
    names = Counter(site.shard.publisher.id for site in sites)
    for key, count in names.items():
        if count > 1:
            raise _UnfitMemberError(words("federate.twice", publisher=key))
    return nation_of(edition, sites)


def _left_out(catalogue: Catalogue, nation: Nation, words: Words) -> Iterator[str]:
    """What to say when the keeper of the index has procedures, and no site among the members."""
    own = catalogue.settings.publisher
    gathered = {site.shard.publisher.id for site in nation.sites}
    if catalogue.procedures and own not in gathered:
        yield words("federate.left_out", count=len(catalogue.procedures))


def _site(root: Path, member: Member, words: Words) -> MemberSite:
    try:
        shard = read_shard(root / member.site)
    except UnreadableShardError as error:
        raise _UnfitMemberError(
            words("federate.unreadable", site=member.site, reason=error)
        ) from None
    address = member.address or shard.base_url
    return MemberSite(shard, address if address.endswith("/") else f"{address}/")


def _done(nation: Nation, built: BuildReport, site: Path, words: Words) -> str:
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
