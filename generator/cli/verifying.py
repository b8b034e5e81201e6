"""`niemyet verify URL-or-folder`: compare the catalogue with what was published last."""

import argparse
import logging
from dataclasses import replace
from pathlib import Path

from generator.cli.arguments import add_catalogue
from generator.cli.checking import print_findings
from generator.cli.common import CLEAN, ERRORS, MisuseError, find_folder
from generator.cli.fetching import fetch, is_address
from generator.cli.resources import check_from_options
from generator.cli.verb import Command
from generator.exports.manifest import FILE, Manifest, read_manifest
from generator.findings.reasons import error_words
from generator.locale import Words
from generator.records.explain import explain
from generator.records.received import MOST_MANIFEST, ReceivedLimitError, read_bounded
from generator.review.immutability import compare_with_manifest

_log = logging.getLogger(__name__)


def _add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    add_catalogue(parser, words)
    parser.add_argument("site", metavar=words("metavar.site"), help=words("help.published"))


def _verify(options: argparse.Namespace, words: Words) -> int:
    root = find_folder(options.catalogue, words)
    manifest = _read_manifest(options.site, words)
    checked = check_from_options(root, options, words)
    catalogue = checked.catalogue
    found = explain(compare_with_manifest(manifest, catalogue), root, words)
    if found:
        print_findings(replace(checked.verdict, findings=tuple(found)), "text", words, root)
        return ERRORS
    counts = {"versions": len(manifest.versions), "procedures": len(manifest.procedures)}
    print(words("verify.same", site=options.site, day=manifest.as_of, **counts))
    return CLEAN


def _read_manifest(site: str, words: Words) -> Manifest:
    try:
        return read_manifest(_read_content(site))
    except ReceivedLimitError as error:
        reason = words(error.key, **error.values)
        raise MisuseError(words("verify.unreadable", site=site, reason=reason)) from None
    except (OSError, ValueError) as error:
        raise MisuseError(
            words("verify.unreadable", site=site, reason=error_words(error, words))
        ) from None


def _read_content(site: str) -> bytes:
    if is_address(site):
        address = f"{site.rstrip('/')}/{FILE}"
        _log.info("fetching %s", address)
        return fetch(address, MOST_MANIFEST)
    return read_bounded(Path(site) / FILE, MOST_MANIFEST)


COMMAND = Command(_add_arguments, _verify)
