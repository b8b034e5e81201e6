"""`niemyet desk`: the page on which changes are drafted, into a site that has been built."""

import argparse
from pathlib import Path

from generator.cli.arguments import add_site
from generator.cli.common import CLEAN, MisuseError, find_folder
from generator.cli.verb import Command
from generator.findings.reasons import error_words
from generator.locale import Words, words_of
from generator.records.tree import load_catalogue
from generator.site.desk import PACKAGES, NoPackagesError, write_desk
from generator.site.offline import NoSiteError, read_site_date


def _add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    folder = words("metavar.folder")
    parser.add_argument(
        "--catalogue", default="catalogue", metavar=folder, help=words("help.catalogue")
    )
    add_site(parser, words, "site", "help.built_site")
    parser.add_argument(
        "--packages",
        default=str(PACKAGES),
        metavar=folder,
        help=words("help.desk_packages"),
    )


def _write_desk(options: argparse.Namespace, words: Words) -> int:
    root = find_folder(options.catalogue, words)
    site = Path(options.site)
    try:
        read_site_date(site)
        catalogue = load_catalogue(root)[0]
        language = words_of(catalogue.settings.language)
        report = write_desk(catalogue, root, Path(options.packages), site, language)
    except NoSiteError:
        raise MisuseError(words("offline.no_site", site=site)) from None
    except NoPackagesError:
        raise MisuseError(words("desk.no_packages", folder=options.packages)) from None
    except OSError as error:
        raise MisuseError(words("desk.failed", reason=error_words(error, words))) from None
    megabytes = round(report.bytes / 1e6, 1)
    print(words("desk.done", count=report.records, megabytes=megabytes, site=site))
    return CLEAN


COMMAND = Command(_add_arguments, _write_desk)
