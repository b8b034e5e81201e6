"""The command line: options of every verb, the language asked for, a parser for each verb."""

import argparse
import os
import platform
import re
from collections.abc import Collection, Sequence
from difflib import get_close_matches
from typing import Any, NoReturn, Protocol

from generator import __version__
from generator.cli.verb import Command, Verb
from generator.cli.verbs import NAMES, VERBS, load_command
from generator.law.text import fold_text
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
    """The verb that runs: the first argument that is the name of one; None when none is.

    Before the verb stands at most the value of `--lang`, and no verb has the name of a language.
    """
    return next((argument for argument in arguments if argument in NAMES), None)


def parse_options(parser: argparse.ArgumentParser, given: Sequence[str]) -> argparse.Namespace:
    """The options of a command; names may also stand behind options, where argparse takes none."""
    options, left = parser.parse_known_args(given)
    if not left:
        return options
    if not hasattr(options, "names") or any(one.startswith("-") for one in left):
        return parser.parse_args(given)
    options.names = [*options.names, *left]
    return options


def build_parser(words: Words, loaded: Collection[str] = NAMES) -> argparse.ArgumentParser:
    """The parser of the command, its help in the language of `words`.

    It lists every verb, but loads the modules, and so knows the arguments, of `loaded` alone.
    """
    parser = _suggesting_class(words)(prog="niemyet", description=words("help.niemyet"))
    version = f"niemyet {__version__} (Python {platform.python_version()})"
    parser.add_argument("--version", action="version", version=version, help=words("help.version"))
    _add_common_options(parser, words, words.language, 0)
    verbs = parser.add_subparsers(required=True, metavar=words("metavar.verb"))
    for verb in VERBS:
        below = _add_verb(verb, verbs, words)
        if verb.name in loaded:
            _add_command(load_command(verb), below, words)
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
            meant = words.entries.get(f"typed_verb.{fold_text(typed)}", "")
            near = [meant] if meant in choices else get_close_matches(typed, choices, n=1)
            hint = "\n" + words("check.meant", found=near[0]) if near else ""
            if message.startswith(unknown):
                hint = "\n" + words("check.see_help")
            super().error(message + hint)

    return Parser


def _add_verb(verb: Verb, verbs: _SubParsers, words: Words) -> argparse.ArgumentParser:
    return verbs.add_parser(verb.name, help=words(verb.help), description=words(verb.help))


def _add_command(command: Command, parser: argparse.ArgumentParser, words: Words) -> None:
    command.add_arguments(parser, words)
    if command.verbs:
        names = " | ".join(verb.name for verb in command.verbs)
        verbs = parser.add_subparsers(required=True, metavar=names)
        for verb, below in command.verbs.items():
            _add_command(below, _add_verb(verb, verbs, words), words)
    else:
        _add_common_options(parser, words, argparse.SUPPRESS, argparse.SUPPRESS)
        parser.set_defaults(run=command.run)


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
