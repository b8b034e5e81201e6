"""`niemyet show CODE`: what was in force on a day, and which decision says so."""

import argparse
from collections.abc import Iterator
from datetime import date, timedelta
from difflib import get_close_matches

from generator.cli.common import CLEAN, MisuseError, Verbs, as_of, catalogue_arguments, folder
from generator.cli.resources import checked_catalogue
from generator.exports.json_text import to_json
from generator.law.procedure_history import Phase, ProcedureHistory, history_of
from generator.law.timeline import as_known, timelines
from generator.locale import Words, words_of
from generator.records.catalogue import Catalogue
from generator.records.plain import plain


def add(verbs: Verbs) -> None:
    """Add the verb."""
    help_of = words_of("vi")
    parser = verbs.add_parser("show", help=help_of("help.show"))
    catalogue_arguments(parser)
    parser.add_argument("--known-on", default=None, help=help_of("help.known_on"))
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("code", metavar="CODE", help=help_of("help.procedure"))
    parser.set_defaults(run=_show)


def _show(options: argparse.Namespace, words: Words) -> int:
    catalogue = checked_catalogue(folder(options.catalogue, words), options, words).catalogue
    day = as_of(options.as_of, words)
    if options.known_on:
        catalogue = as_known(catalogue, as_of(options.known_on, words))
    code = _resolved(options.code, catalogue, words)
    life = history_of(timelines(catalogue)[code], day)
    if options.format == "json":
        print(to_json(plain(life)).decode(), end="")
    else:
        print("\n".join(_lines(life, catalogue, words)))
    return CLEAN


def _resolved(code: str, catalogue: Catalogue, words: Words) -> str:
    """The procedure a code leads to, by its id or by one it used to have."""
    former = {old: key for key, p in catalogue.procedures.items() for old in p.former_ids}
    found = former.get(code, code)
    if found not in catalogue.procedures:
        near = ", ".join(get_close_matches(code, catalogue.procedures, n=3)) or "–"
        raise MisuseError(words("show.unknown", code=code, near=near))
    return found


def _lines(life: ProcedureHistory, catalogue: Catalogue, words: Words) -> Iterator[str]:
    version = catalogue.version(life.procedure, life.version or "")
    yield f"{life.procedure}  {version.title if version else ''}".rstrip()
    status = words(f"status.{life.status}")
    yield words(
        "show.status", day=_day(life.day, words), status=status, version=life.version or "–"
    )
    yield ""
    yield from (_phase(phase, words) for phase in life.phases)
    if life.ended:
        action = words(f"action.{life.ended.action}")
        day = _day(life.ended.day, words)
        yield words("show.ended", action=action, day=day, number=life.ended.number)
    if life.predecessors:
        yield f"{words('show.predecessors')}: {', '.join(life.predecessors)}"
    if life.successors:
        yield f"{words('show.successors')}: {', '.join(life.successors)}"


def _phase(phase: Phase, words: Words) -> str:
    span = words("show.span", start=_day(phase.start, words), end=_end(phase.end, words))
    signed = words("decision.signed_on", day=_day(phase.signed, words))
    act = f"{words(f'action.{phase.action}')} {phase.number} ({signed})"
    parts = ", ".join(words(f"legal_part.{part}") for part in phase.amended_parts)
    mark = "→" if phase.shown else " "
    line = f"{mark} {phase.version}  {span:<34}  {words(f'status.{phase.status}')}\n      {act}"
    return f"{line}: {parts}" if parts else line


def _day(day: date | None, words: Words) -> str:
    return words.day(day) if day else words("unknown.date")


def _end(day: date | None, words: Words) -> str:
    """The last day that counts, since the day of the end itself belongs to what follows."""
    return _day(day - timedelta(days=1), words) if day else words("show.open")
