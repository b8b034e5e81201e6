"""`niemyet verify URL-or-folder`: hold the catalogue against what was published last."""

import argparse
import urllib.error
import urllib.request
from dataclasses import replace
from pathlib import Path

from generator.cli.checking import print_findings
from generator.cli.common import CLEAN, ERRORS, MisuseError, Verbs, catalogue_arguments, folder
from generator.cli.resources import checked_catalogue
from generator.exports.manifest import FILE, Manifest, read_manifest
from generator.locale import Words, words_of
from generator.records.explaining import explain
from generator.review.immutability import compare_with_manifest

_SECONDS = 30


def add(verbs: Verbs) -> None:
    """Add the verb."""
    help_of = words_of("vi")
    parser = verbs.add_parser("verify", help=help_of("help.verify_site"))
    catalogue_arguments(parser)
    parser.add_argument("site", metavar="URL|DIR", help=help_of("help.published"))
    parser.set_defaults(run=_verify)


def _verify(options: argparse.Namespace, words: Words) -> int:
    root = folder(options.catalogue, words)
    manifest = _manifest(options.site, words)
    checked = checked_catalogue(root, options, words)
    catalogue = checked.catalogue
    found = explain(compare_with_manifest(manifest, catalogue), root, words)
    if found:
        print_findings(replace(checked.verdict, findings=tuple(found)), "text", words, root)
        return ERRORS
    counts = {"versions": len(manifest.versions), "procedures": len(manifest.procedures)}
    print(words("verify.same", site=options.site, day=manifest.as_of, **counts))
    return CLEAN


def _manifest(site: str, words: Words) -> Manifest:
    try:
        return read_manifest(_content(site))
    except (OSError, urllib.error.URLError, ValueError) as error:
        raise MisuseError(words("verify.unreadable", site=site, reason=error)) from None


def _content(site: str) -> bytes:
    if site.startswith(("https://", "http://")):
        with urllib.request.urlopen(f"{site.rstrip('/')}/{FILE}", timeout=_SECONDS) as answer:
            content: bytes = answer.read()
            return content
    return (Path(site) / FILE).read_bytes()
