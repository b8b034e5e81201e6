"""`niemyet offline`: the built site as one zip that opens without a network."""

import argparse
from pathlib import Path

from generator.cli.arguments import add_site
from generator.cli.common import CLEAN, MisuseError, progress_line
from generator.cli.verb import Command
from generator.findings.reasons import error_words
from generator.locale import Words
from generator.site.offline import NoSiteError, read_site_date, write_zip


def _add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    add_site(parser, words, "site", "help.built_site")
    parser.add_argument(
        "--into", default=None, metavar=words("metavar.file"), help=words("help.zip")
    )


def _pack_site(options: argparse.Namespace, words: Words) -> int:
    site = Path(options.site)
    try:
        day = read_site_date(site)
    except NoSiteError:
        raise MisuseError(words("offline.no_site", site=site)) from None
    target = Path(options.into or f"thu-tuc-{day.isoformat()}.zip")
    try:
        count = write_zip(site, target, progress_line(words, "offline.writing"))
    except OSError as error:
        raise MisuseError(words("offline.failed", reason=error_words(error, words))) from None
    megabytes = round(target.stat().st_size / 1e6, 1)
    print(words("offline.done", count=count, zip=target, megabytes=megabytes))
    return CLEAN


COMMAND = Command(_add_arguments, _pack_site)
