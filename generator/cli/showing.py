"""`niemyet show CODE`: what was in force on a day, and by which decision."""

import argparse
from collections.abc import Iterator
from datetime import date, timedelta
from difflib import get_close_matches

from generator.cli.arguments import add_catalogue, add_day
from generator.cli.common import CLEAN, MisuseError, find_folder, parse_day
from generator.cli.resources import check_from_options
from generator.cli.verb import Command
from generator.exports.json_text import to_json
from generator.law.procedure_history import Phase, ProcedureHistory, history_of
from generator.law.timeline import as_known, timelines
from generator.locale import Words
from generator.records.catalogue import Catalogue
from generator.records.serialise import serialise


def _add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    add_catalogue(parser, words)
    add_day(parser, words, "--known-on", "help.known_on")
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help=words("help.format")
    )
    parser.add_argument("code", metavar=words("metavar.code"), help=words("help.procedure"))


def _print_history(options: argparse.Namespace, words: Words) -> int:
    root = find_folder(options.catalogue, words)
    catalogue = check_from_options(root, options, words).catalogue.without_drafts()
    day = parse_day(options.as_of, words)
    if options.known_on:
        catalogue = as_known(catalogue, parse_day(options.known_on, words))
    code = _find_procedure(options.code, catalogue, words)
    history = history_of(timelines(catalogue)[code], day)
    if options.format == "json":
        print(to_json(serialise(history)).decode(), end="")
    else:
        print("\n".join(_lines(history, catalogue, words)))
    return CLEAN


def _find_procedure(code: str, catalogue: Catalogue, words: Words) -> str:
    """The procedure a code leads to, by its id or by one it used to have."""
    former = {old: key for key, p in catalogue.procedures.items() for old in p.former_ids}
    found = former.get(code, code)
    if found not in catalogue.procedures:
        near = ", ".join(get_close_matches(code, catalogue.procedures, n=3)) or "–"
        raise MisuseError(words("show.unknown", code=code, near=near))
    return found


def _lines(history: ProcedureHistory, catalogue: Catalogue, words: Words) -> Iterator[str]:
    version = catalogue.version(history.procedure, history.version or "")
    yield f"{history.procedure}  {version.title if version else ''}".rstrip()
    status = words(f"status.{history.status}")
    yield words(
        "show.status", day=_day(history.day, words), status=status, version=history.version or "–"
    )
    yield ""
    yield from (_phase(phase, words) for phase in history.phases)
    if history.ended:
        action = words(f"action.{history.ended.action}")
        day = _day(history.ended.day, words)
        yield words("show.ended", action=action, day=day, number=history.ended.number)
    if history.predecessors:
        yield f"{words('show.predecessors')}: {', '.join(history.predecessors)}"
    if history.successors:
        yield f"{words('show.successors')}: {', '.join(history.successors)}"


def _phase(phase: Phase, words: Words) -> str:
    start, end = _day(phase.start, words), _end(phase.end, words)
    span = words("show.no_day" if _is_empty(phase) else "show.span", start=start, end=end)
    signed = words("decision.signed_on", day=_day(phase.signed, words))
    act = f"{words(f'action.{phase.action}')} {phase.number} ({signed})"
    parts = ", ".join(words(f"legal_part.{part}") for part in phase.amended_parts)
    mark = "→" if phase.shown else " "
    line = f"{mark} {phase.version}  {span:<34}  {words(f'status.{phase.status}')}\n      {act}"
    return f"{line}: {parts}" if parts else line


def _is_empty(phase: Phase) -> bool:
    """Whether it began on the day from which another version holds, or later."""
    return phase.start is not None and phase.end is not None and phase.end <= phase.start


def _day(day: date | None, words: Words) -> str:
    return words.day(day) if day else words("unknown.date")


def _end(day: date | None, words: Words) -> str:
    """The last day that counts: the day of the end itself belongs to what follows."""
    return _day(day - timedelta(days=1), words) if day else words("show.open")


COMMAND = Command(_add_arguments, _print_history)
