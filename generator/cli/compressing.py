"""`niemyet compress`: a compressed copy next to every text file of a built site."""

import argparse
import sys
from pathlib import Path

from generator.cli.arguments import add_jobs, add_site
from generator.cli.common import CLEAN, INTERNAL, MisuseError, parse_jobs, progress_line
from generator.cli.verb import Command
from generator.findings.reasons import error_words
from generator.locale import Words
from generator.site.compress import compress, packers
from generator.site.offline import NoSiteError, read_site_date


def _add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    add_site(parser, words, "site", "help.built_site")
    add_jobs(parser, words)


def _compress_site(options: argparse.Namespace, words: Words) -> int:
    site = Path(options.site)
    try:
        read_site_date(site)
    except NoSiteError:
        raise MisuseError(words("offline.no_site", site=site)) from None
    jobs = parse_jobs(options.jobs, words)
    try:
        files, size = compress(site, jobs, progress_line(words, "compress.packing"))
    except OSError as error:
        print(words("compress.failed", reason=error_words(error, words)), file=sys.stderr)
        return INTERNAL
    kinds = ", ".join(packers())
    print(words("compress.done", files=files, megabytes=round(size / 1e6, 1), kinds=kinds))
    return CLEAN


COMMAND = Command(_add_arguments, _compress_site)
