"""A verb of the command line, declared once: its name, its help, its arguments, what runs it."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from generator.locale import Words

AddArguments = Callable[[argparse.ArgumentParser, Words], None]
"""Adds the arguments of a verb, with their help in the words of a language."""

Run = Callable[[argparse.Namespace, Words], int]
"""Runs a verb; returns the exit code. Raises MisuseError."""


def add_nothing(parser: argparse.ArgumentParser, words: Words) -> None:
    """Add no argument: for a verb that only leads to others."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb; `help` is the key of its help in the words.

    One with `verbs` only leads to these, such as `new` to `procedure`; any other has `run`.
    """

    name: str
    help: str
    add_arguments: AddArguments = add_nothing
    run: Run | None = None
    verbs: "tuple[Verb, ...]" = ()
