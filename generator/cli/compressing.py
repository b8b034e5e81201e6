"""`niemyet compress`: every text file of a built site packed beside itself."""

import argparse
import sys
from pathlib import Path

from generator.cli.common import (
    CLEAN,
    INTERNAL,
    MisuseError,
    Verbs,
    common_arguments,
    jobs_of,
    progress_line,
)
from generator.locale import Words, words_of
from generator.site.compress import compress, packers
from generator.site.offline import NoSiteError, site_date


def add(verbs: Verbs) -> None:
    """Add the verb."""
    help_of = words_of("vi")
    parser = verbs.add_parser("compress", help=help_of("help.compress"))
    common_arguments(parser)
    parser.add_argument("--site", default="site", help=help_of("help.built_site"))
    parser.set_defaults(run=_compress)


def _compress(options: argparse.Namespace, words: Words) -> int:
    site = Path(options.site)
    try:
        site_date(site)
    except NoSiteError:
        raise MisuseError(words("offline.no_site", site=site)) from None
    jobs = jobs_of(options.jobs, words)
    try:
        files, size = compress(site, jobs, progress_line(words, "compress.packing"))
    except OSError as error:
        print(words("compress.failed", reason=error), file=sys.stderr)
        return INTERNAL
    kinds = ", ".join(packers())
    print(words("compress.done", files=files, megabytes=round(size / 1e6, 1), kinds=kinds))
    return CLEAN
