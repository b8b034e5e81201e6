"""`niemyet`: the verbs, exit codes and progress; the only room that prints or reads the clock."""

import argparse
import logging
import sys
from collections.abc import Sequence

from generator.cli.argparse_words import argparse_in
from generator.cli.common import CLEAN, INTERNAL, INTERRUPTED, USAGE, MisuseError
from generator.cli.console import prepare_console
from generator.cli.logs import configure_logging
from generator.cli.parser import build_parser, parse_options, requested_language, requested_verb
from generator.findings.reasons import error_words
from generator.locale import Words, words_of

_log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `niemyet`; returns 0 clean, 1 errors found, 2 wrong usage, 3 a fault of the program."""
    prepare_console()
    given = sys.argv[1:] if arguments is None else list(arguments)
    words = words_of(requested_language(given))
    verb = requested_verb(given)
    with argparse_in(words):
        options = parse_options(build_parser(words, [verb] if verb else []), given)
    configure_logging(options.verbosity)
    return _run(options, words)


def _run(options: argparse.Namespace, words: Words) -> int:
    try:
        status: int = options.run(options, words)
    except MisuseError as misuse:
        print(misuse, file=sys.stderr)
        return USAGE
    except BrokenPipeError:
        return CLEAN
    except KeyboardInterrupt:
        return INTERRUPTED
    except MemoryError:
        _log.info("no memory is left", exc_info=True)
        print(words("check.no_memory"), file=sys.stderr)
        return INTERNAL
    except OSError as error:
        _log.info("the system refused", exc_info=True)
        print(words("check.system", reason=error_words(error, words)), file=sys.stderr)
        return INTERNAL
    except Exception as error:
        _log.info("the program failed", exc_info=True)
        print(words(_fault_of(error)), file=sys.stderr)
        return INTERNAL
    return status


def _fault_of(error: Exception) -> str:
    """The words for a fault; a library that finds no room in memory is none of the program."""
    unmapped = isinstance(error, ImportError) and "failed to map segment" in str(error)
    return "check.no_memory" if unmapped else "check.internal"
