"""`niemyet federate`: one index over the sites of many publishers."""

import argparse
import logging
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor
from dataclasses import replace
from pathlib import Path

from generator.addresses import SHARD
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
from generator.cli.verb import Command
from generator.exports.shard import UnreadableShardError, read_shard
from generator.findings.reasons import error_words
from generator.locale import Words, words_of
from generator.model.edition import Edition
from generator.model.member_claims import find_claims
from generator.model.nation import MemberSite, Nation, nation_of
from generator.records.catalogue import Catalogue
from generator.records.federation import Member
from generator.records.memoize import gc_paused
from generator.records.received import MOST_MEMBERS, MOST_OF_ALL_MEMBERS, ReceivedLimitError
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
        sites = list(_read_sites(root, catalogue.members, words))
    pairs = tuple(zip(catalogue.members, sites, strict=True))
    claims = [words(one.key, **one.values) for one in find_claims(pairs, catalogue.agencies)]
    if claims:
        raise _UnfitMemberError("\n".join(claims))
    for member, site in pairs:
        print(_member_line(member, site, words))
    return nation_of(edition, sites)


def _member_line(member: Member, site: MemberSite, words: Words) -> str:
    """Who a member says it is, beside the folder that its site lies in."""
    publisher = site.shard.publisher
    return words(
        "federate.member",
        site=member.site,
        name=publisher.name,
        publisher=publisher.id,
        address=site.address,
        count=len(site.shard.variants),
    )


def _read_sites(root: Path, members: Sequence[Member], words: Words) -> Iterator[MemberSite]:
    """The sites of all members, within limits. Raises _UnfitMemberError."""
    if len(members) > MOST_MEMBERS:
        raise _UnfitMemberError(words("federate.too_many", most=MOST_MEMBERS))
    total = 0
    for member in members:
        site, size = _read_site(root, member, words)
        total += size
        if total > MOST_OF_ALL_MEMBERS:
            most = MOST_OF_ALL_MEMBERS >> 20
            raise _UnfitMemberError(words("federate.too_much", site=member.site, most=most))
        yield site


def _left_out(catalogue: Catalogue, nation: Nation, words: Words) -> Iterator[str]:
    """A warning when the publisher of the index has procedures, and no site among the members."""
    own = catalogue.settings.publisher
    gathered = {site.shard.publisher.id for site in nation.sites}
    if catalogue.procedures and own not in gathered:
        yield words("federate.left_out", count=len(catalogue.procedures))


def _read_site(root: Path, member: Member, words: Words) -> tuple[MemberSite, int]:
    """The site of a member, and the bytes of its shard. Raises _UnfitMemberError."""
    try:
        shard = read_shard(root / member.site)
        size = (root / member.site / SHARD).stat().st_size
    except ReceivedLimitError as error:
        reason = words(error.key, **error.values)
        raise _UnfitMemberError(
            words("federate.unreadable", site=member.site, reason=reason)
        ) from None
    except (UnreadableShardError, OSError) as error:
        raise _UnfitMemberError(
            words("federate.unreadable", site=member.site, reason=error_words(error, words))
        ) from None
    address = member.address or shard.base_url
    return MemberSite(shard, address if address.endswith("/") else f"{address}/"), size


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


COMMAND = Command(_add_arguments, _build_federation)
