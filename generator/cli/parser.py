"""The command line: options of every verb, the language asked for, a parser for each verb."""

import argparse
import os
import platform
import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any, NoReturn, Protocol

from generator import __version__
from generator.cli.verb import Verb
from generator.cli.verbs import NAMES, load_verb
from generator.locale import LANGUAGES, Words

_VARIABLE = "NIEMYET_LANG"


class _SubParsers(Protocol):
    """What `ArgumentParser.add_subparsers` returns."""

    def add_parser(self, name: str, **settings: Any) -> argparse.ArgumentParser:
        """A parser for one verb."""


def requested_language(arguments: Sequence[str]) -> str:
    """The language of `--lang`, before or after the verb, else of NIEMYET_LANG, else Vietnamese.

    The locale of the system does not count: many offices run theirs in English. What is no
    language of ours leaves Vietnamese, for the parser to refuse `--lang` in.
    """
    found = os.environ.get(_VARIABLE, "")
    for place, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name == "--lang":
            found = value if equals else next(iter(arguments[place + 1 : place + 2]), "")
    return found if found in LANGUAGES else LANGUAGES[0]


def requested_verb(arguments: Sequence[str]) -> str | None:
    """The verb that the first argument without a dash names; None when it names none."""
    rest = iter(arguments)
    for argument in rest:
        if argument == "--lang":
            next(rest, None)
        elif not argument.startswith("-"):
            return argument if argument in NAMES else None
    return None


def parse_options(parser: argparse.ArgumentParser, given: Sequence[str]) -> argparse.Namespace:
    """The options of a command; names may also stand behind options, where argparse takes none."""
    options, left = parser.parse_known_args(given)
    if not left:
        return options
    if not hasattr(options, "names") or any(one.startswith("-") for one in left):
        return parser.parse_args(given)
    options.names = [*options.names, *left]
    return options


def build_parser(words: Words, names: Iterable[str] = NAMES) -> argparse.ArgumentParser:
    """The parser of the command with the verbs `names`, its help in the language of `words`."""
    parser = _suggesting_class(words)(prog="niemyet", description=words("help.niemyet"))
    version = f"niemyet {__version__} (Python {platform.python_version()})"
    parser.add_argument("--version", action="version", version=version, help=words("help.version"))
    _add_common_options(parser, words, words.language, 0)
    verbs = parser.add_subparsers(required=True, metavar=words("metavar.verb"))
    for name in names:
        _add_verb(load_verb(name), verbs, words)
    return parser


def _suggesting_class(words: Words) -> type[argparse.ArgumentParser]:
    """A parser that names the choice which is nearest to one that it does not know.

    Of an option that no parser knows it says where all options are listed.
    """
    unknown = words.entries["argparse.unrecognized arguments: %s"].partition("%s")[0]

    class Parser(argparse.ArgumentParser):
        """Parsers of verbs below this one are of the same class."""

        def error(self, message: str) -> NoReturn:
            """Print why the arguments are refused, and exit with 2."""
            typed, *choices = re.findall("'([^']*)'", message) or [""]
            near = get_close_matches(typed, choices, n=1)
            hint = "\n" + words("check.meant", found=near[0]) if near else ""
            if message.startswith(unknown):
                hint = "\n" + words("check.see_help")
            super().error(message + hint)

    return Parser


def _add_verb(verb: Verb, verbs: _SubParsers, words: Words) -> None:
    parser = verbs.add_parser(verb.name, help=words(verb.help), description=words(verb.help))
    verb.add_arguments(parser, words)
    if verb.verbs:
        names = " | ".join(one.name for one in verb.verbs)
        below = parser.add_subparsers(required=True, metavar=names)
        for one in verb.verbs:
            _add_verb(one, below, words)
    else:
        _add_common_options(parser, words, argparse.SUPPRESS, argparse.SUPPRESS)
        parser.set_defaults(run=verb.run)


def _add_common_options(
    parser: argparse.ArgumentParser, words: Words, language: str, verbosity: int | str
) -> None:
    """Options that stand before or after the verb; the defaults hold where they are absent."""
    parser.add_argument("--lang", choices=LANGUAGES, default=language, help=words("help.lang"))
    parser.add_argument(
        "-v",
        "--verbose",
        dest="verbosity",
        action="count",
        default=verbosity,
        help=words("help.verbose"),
    )
