"""Arguments that several verbs have, with their help in the language asked for."""

import argparse
import os
from collections.abc import Callable

from generator.locale import Words


def add_jobs(parser: argparse.ArgumentParser, words: Words) -> None:
    """Add the number of processes."""
    parser.add_argument(
        "--jobs",
        default=str(os.cpu_count() or 1),
        metavar=words("metavar.count"),
        help=words("help.jobs"),
    )


def add_catalogue(parser: argparse.ArgumentParser, words: Words) -> None:
    """Add the catalogue, the day for which it is read, and the number of processes."""
    parser.add_argument(
        "--catalogue",
        default="catalogue",
        metavar=words("metavar.folder"),
        help=words("help.catalogue"),
    )
    add_day(parser, words, "--as-of", "help.as_of")
    add_jobs(parser, words)


def add_day(parser: argparse.ArgumentParser, words: Words, option: str, key: str) -> None:
    """Add an option that takes a day, with the help under `key`."""
    parser.add_argument(option, default=None, metavar=words("metavar.day"), help=words(key))


def add_site(parser: argparse.ArgumentParser, words: Words, default: str | None, key: str) -> None:
    """Add the folder of a site, with the help under `key`."""
    parser.add_argument("--site", default=default, metavar=words("metavar.folder"), help=words(key))


def whole_number(words: Words) -> Callable[[str], int]:
    """The type of an argument that is a whole number."""

    def convert(text: str) -> int:
        """The number in an argument. Raises ArgumentTypeError."""
        try:
            return int(text)
        except ValueError:
            raise argparse.ArgumentTypeError(words("metavar.bad_number", found=text)) from None

    return convert
