"""`niemyet offline`: the built site as one zip that opens without a network."""

import argparse
from pathlib import Path

from generator.cli.common import CLEAN, MisuseError, Verbs, progress_line
from generator.locale import LANGUAGES, Words, words_of
from generator.site.offline import NoSiteError, site_date, write_zip


def add(verbs: Verbs) -> None:
    """Add the verb."""
    help_of = words_of("vi")
    parser = verbs.add_parser("offline", help=help_of("help.offline"))
    parser.add_argument("--site", default="site", help=help_of("help.built_site"))
    parser.add_argument("--into", default=None, help=help_of("help.zip"))
    parser.add_argument("--lang", choices=LANGUAGES, default="vi", help=help_of("help.lang"))
    parser.set_defaults(run=_offline)


def _offline(options: argparse.Namespace, words: Words) -> int:
    site = Path(options.site)
    try:
        day = site_date(site)
    except NoSiteError:
        raise MisuseError(words("offline.no_site", site=site)) from None
    target = Path(options.into or f"thu-tuc-{day.isoformat()}.zip")
    try:
        count = write_zip(site, target, progress_line(words, "offline.writing"))
    except OSError as error:
        raise MisuseError(words("offline.failed", reason=error)) from None
    megabytes = round(target.stat().st_size / 1e6, 1)
    print(words("offline.done", count=count, zip=target, megabytes=megabytes))
    return CLEAN
