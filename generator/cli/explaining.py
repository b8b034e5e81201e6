"""`niemyet explain CODE`: why there is a rule, what is right, what is wrong."""

import argparse
from collections.abc import Iterator
from textwrap import indent, wrap

from generator.cli.common import CLEAN, MisuseError
from generator.cli.verb import Command
from generator.law.rules.examples import Edit
from generator.law.rules.explanation import Explanation, explanation, explanations
from generator.locale import Words

_WIDTH = 96
_CODE = len("TL104")


def _add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("code", nargs="?", metavar=words("metavar.code"), help=words("help.code"))


def _explain(options: argparse.Namespace, words: Words) -> int:
    code = (options.code or "").upper()
    listed = [one for one in explanations(words) if len(code) < _CODE and one.code.startswith(code)]
    for one in listed:
        print(f"{one.code}  {words(f'severity.{one.severity}'):<9}  {one.title}")
    if listed:
        return CLEAN
    found = explanation(code, words)
    if found is None:
        raise MisuseError(words("explain.unknown", code=options.code))
    print("\n".join(_lines(found, words)))
    return CLEAN


def _lines(one: Explanation, words: Words) -> Iterator[str]:
    yield f"{one.code}  {words(f'severity.{one.severity}')}  {one.title}"
    if one.example:
        yield ""
        yield from wrap(one.example.why, _WIDTH)
    yield ""
    yield f"{words('explain.source')}: {one.source}"
    if one.since:
        yield words("explain.since", day=words.day(one.since))
    if one.imported:
        yield words("explain.imported", severity=words(f"severity.{one.imported}"))
    yield from wrap(f"{words('check.fix')}: {one.fix}", _WIDTH)
    for edit in one.example.edits[:1] if one.example else ():
        yield from _example(edit, words)


def _example(edit: Edit, words: Words) -> Iterator[str]:
    right, wrong = edit.sides
    yield f"\n{words('explain.right')} ({edit.path}):"
    yield indent(right or words("explain.absent"), "    ").rstrip()
    yield f"\n{words('explain.wrong')}:"
    yield indent(wrong or words("explain.absent"), "    ").rstrip()


COMMAND = Command(_add_arguments, _explain)
