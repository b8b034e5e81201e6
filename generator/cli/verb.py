"""A verb of the command line: how it is listed, and what carries it out."""

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from generator.locale import Words

AddArguments = Callable[[argparse.ArgumentParser, Words], None]
"""Adds the arguments of a verb, with their help in the words of a language."""

Run = Callable[[argparse.Namespace, Words], int]
"""Runs a verb; returns the exit code. Raises MisuseError."""


def add_nothing(parser: argparse.ArgumentParser, words: Words) -> None:
    """Add no argument: for a verb that only leads to others."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb as `--help` lists it; `help` is the key of its help in the words."""

    name: str
    help: str


@dataclass(frozen=True, slots=True)
class Command:
    """What carries out a verb.

    One with `verbs` only leads to these, such as `new` to `procedure`; any other has `run`.
    """

    add_arguments: AddArguments = add_nothing
    run: Run | None = None
    verbs: "Mapping[Verb, Command]" = field(default_factory=dict)
