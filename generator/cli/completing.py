"""`niemyet completion SHELL`: a script that completes verbs, options and paths in a shell."""

import argparse
from collections.abc import Iterator, Mapping

from generator.cli.common import CLEAN, MisuseError
from generator.cli.parser import build_parser
from generator.cli.verb import Command
from generator.locale import Words

_SHELLS = ("bash", "zsh", "fish", "powershell")


def _add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("shell", choices=_SHELLS, help=words("help.shell"))


def _print_script(options: argparse.Namespace, words: Words) -> int:
    try:
        import shtab  # an extra: only this verb needs it
    except ImportError:
        raise MisuseError(words("completion.no_shtab")) from None
    parser = build_parser(words)
    kinds = {words("metavar.folder"): shtab.DIRECTORY}
    kinds |= {words(f"metavar.{name}"): shtab.FILE for name in ("file", "path")}
    for action in _all_actions(parser):
        if action.metavar in kinds:
            vars(action)["complete"] = kinds[action.metavar]  # where shtab looks for it
    print(shtab.complete(parser, options.shell))
    return CLEAN


def _all_actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """The arguments of a parser and of the parsers of its verbs."""
    for action in parser._actions:  # argparse has no public list of them; shtab reads this one
        yield action
        if isinstance(action.choices, Mapping):
            for below in action.choices.values():
                yield from _all_actions(below)


COMMAND = Command(_add_arguments, _print_script)
