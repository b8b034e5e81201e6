"""`niemyet`: the verbs, exit codes and progress; the only room that prints or reads the clock."""

import argparse
import os
import sys
from collections.abc import Sequence

from generator.cli import (
    authoring,
    building,
    checking,
    explaining,
    importing,
    reviewing,
    showing,
    verifying,
)
from generator.cli.common import CLEAN, INTERNAL, INTERRUPTED, USAGE, MisuseError
from generator.locale import words_of
from generator.review.history import NoSuchRevisionError

_VERBS = (checking, building, showing, reviewing, verifying, authoring, explaining, importing)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `niemyet`; returns 0 clean, 1 errors found, 2 wrong usage, 3 a fault of the program."""
    options = parser().parse_args(arguments)
    words = words_of(options.lang)
    try:
        status: int = options.run(options, words)
    except MisuseError as misuse:
        print(misuse, file=sys.stderr)
        return USAGE
    except NoSuchRevisionError as missing:
        print(words("diff.no_revision", reason=missing), file=sys.stderr)
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


def parser() -> argparse.ArgumentParser:
    """The command line: every verb with its options."""
    made = argparse.ArgumentParser(prog="niemyet", description=words_of("vi")("help.niemyet"))
    verbs = made.add_subparsers(required=True, metavar="VERB")
    for verb in _VERBS:
        verb.add(verbs)
    return made
