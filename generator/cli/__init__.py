"""`niemyet`: the verbs, exit codes and progress; the only room that prints or reads the clock."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from generator.cli.common import CLEAN, INTERNAL, INTERRUPTED, USAGE, MisuseError
from generator.locale import words_of

_MODULES = {
    "check": "checking",
    "build": "building",
    "serve": "serving",
    "federate": "federating",
    "compress": "compressing",
    "offline": "offline",
    "show": "showing",
    "diff": "reviewing",
    "verify": "verifying",
    "new": "authoring",
    "fmt": "authoring",
    "explain": "explaining",
    "import": "importing",
}
"""The module of each verb; only the one that is asked for is loaded."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `niemyet`; returns 0 clean, 1 errors found, 2 wrong usage, 3 a fault of the program."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    options = parser(given[0] if given else None).parse_args(given)
    words = words_of(options.lang)
    try:
        status: int = options.run(options, words)
    except MisuseError as misuse:
        print(misuse, file=sys.stderr)
        return USAGE
    except BrokenPipeError:
        return CLEAN
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if os.environ.get("NIEMYET_TRACEBACK"):
            raise
        print(words("check.internal", reason=f"{type(error).__name__}: {error}"), file=sys.stderr)
        return INTERNAL
    return status


def parser(verb: str | None = None) -> argparse.ArgumentParser:
    """The command line with every verb, or with the one that is asked for."""
    made = argparse.ArgumentParser(prog="niemyet", description=words_of("vi")("help.niemyet"))
    verbs = made.add_subparsers(required=True, metavar="VERB")
    asked = [_MODULES[verb]] if verb in _MODULES else list(dict.fromkeys(_MODULES.values()))
    for name in asked:
        import_module(f"generator.cli.{name}").add(verbs)
    return made
