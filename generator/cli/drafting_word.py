"""What `niemyet import word` drafts of its files: one decision, or several, one after another."""

import argparse
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path

from generator.cli.common import MisuseError, parse_day, progress_line
from generator.cli.office_drafts import copy_for_trial, refusal_words, write_office_drafts
from generator.cli.resources import start_workers
from generator.imports.word.choosing import explain_decision, give_decision, split_by_decision
from generator.imports.word.decisions import printed_name
from generator.imports.word.draft_files import draft_files, find_long_words
from generator.imports.word.drafted import DraftedDecision
from generator.imports.word.drafts import draft_decision_of
from generator.imports.word.locating import WordLocator
from generator.imports.word.package import UnreadableFileError, read_file_bytes
from generator.imports.word.reading import read_word_file
from generator.imports.word.sources import (
    GivenByUser,
    TypedCommand,
    WordSources,
    complete_agency,
    read_sources_of,
)
from generator.law.printed_names import printed_names
from generator.locale import Words
from generator.records.catalogue import Catalogue
from generator.records.loose_values import fold_name
from generator.records.tree import load_catalogue

_NUMBER = re.compile(r"\d{1,6}\w{0,2}(?:\s*/\s*[\w&.-]+)*")
"""The number of a decision, or its serial alone."""


@dataclass(frozen=True, slots=True)
class DraftedFiles:
    """A decision that was drafted, and its files by their paths in the catalogue."""

    drafted: DraftedDecision
    files: dict[str, str]


def draft_decisions(root: Path, options: argparse.Namespace, words: Words) -> list[DraftedFiles]:
    """The drafts of each decision that the files name, in the order in which they are imported.

    Nothing is written below `root`: each decision is drafted in a copy that has those before it.
    Raises MisuseError.
    """
    sources = _read_files(options, words)
    given = _read_given(options, words)
    try:
        parts = split_by_decision(sources, given)
    except UnreadableFileError as error:
        raise MisuseError(words(error.key, **error.values)) from None
    made: list[DraftedFiles] = []
    with copy_for_trial(root) if len(parts) > 1 else nullcontext(root) as folder:
        for part in parts:
            if made:
                write_office_drafts(made[-1].files, folder, words)
            with _explain(part, parts, given, words):
                own = give_decision(part, parts, given)
                made.append(_draft(part, folder, own, options, words))
    return made


@contextmanager
def _explain(
    part: Sequence[WordSources],
    parts: Sequence[Sequence[WordSources]],
    given: GivenByUser,
    words: Words,
) -> Iterator[None]:
    """Say of which decision the files cannot be imported, where there are several."""
    try:
        yield
    except UnreadableFileError as error:
        reason = words(error.key, **error.values)
        if len(parts) == 1:
            raise MisuseError(reason) from None
        values = explain_decision(error, part, parts, given)
        raise MisuseError(words("office.of_decision", reason=reason, **values)) from None


def _read_given(options: argparse.Namespace, words: Words) -> GivenByUser:
    """What the command line says of every decision of the files. Raises MisuseError."""
    if options.number and not _NUMBER.fullmatch(options.number):
        raise MisuseError(words("office.bad_number", found=options.number))
    signed, effective = (
        parse_day(day, words) if day else None for day in (options.signed, options.effective)
    )
    typed = TypedCommand({Path(name).name: name for name in options.files}, options.into)
    return GivenByUser(
        number=options.number,
        signed=signed,
        field_name=options.field,
        effective=effective,
        pairs=tuple(map(_split_pair, options.pair)),
        typed=typed,
    )


def _draft(
    part: Sequence[WordSources],
    root: Path,
    given: GivenByUser,
    options: argparse.Namespace,
    words: Words,
) -> DraftedFiles:
    """The drafts of one decision upon a catalogue. Raises MisuseError, UnreadableFileError."""
    catalogue = _load(root, options, words)
    _require_pairs(given, catalogue, words)
    agency, name = _choose_agency(options.agency, part, catalogue, words)
    drafted = draft_decision_of(part, catalogue, replace(given, agency=agency, agency_name=name))
    files = draft_files(drafted, root)
    _refuse_long_words(drafted, files, words)
    return DraftedFiles(drafted, files)


def _split_pair(typed: str) -> tuple[str, str]:
    """The name of an internal process and the procedure that it belongs to."""
    name, _, code = (part.strip() for part in typed.rpartition("="))
    return name, code


def _require_pairs(given: GivenByUser, catalogue: Catalogue, words: Words) -> None:
    """Raise MisuseError for a pair without a name, or with no procedure of the catalogue."""
    for name, code in given.pairs:
        if not name or not catalogue.versions.get(code):
            raise MisuseError(words("office.bad_pair", found=f"{name}={code}" if name else code))


def _read_files(options: argparse.Namespace, words: Words) -> list[WordSources]:
    progress = progress_line(words, "office.reading")
    sources = []
    _refuse_twins(options.files, words)
    for done, name in enumerate(options.files, 1):
        try:
            file = read_word_file(Path(name), accept_changes=options.accept_changes)
        except UnreadableFileError as error:
            reason = refusal_words(error, words)
            raise MisuseError(words("office.of_file", file=name, reason=reason)) from None
        sources.append(read_sources_of(file))
        if progress:
            progress(done, len(options.files))
    return sources


def _refuse_twins(files: Sequence[str], words: Words) -> None:
    """Raise MisuseError for a file that is given twice, or with its copy: all would count twice."""
    known: dict[bytes, str] = {}
    for name in files:
        try:
            digest = sha256(read_file_bytes(Path(name))).digest()
        except UnreadableFileError:
            continue  # its reader says why
        if digest in known:
            raise MisuseError(words("office.same_file", file=name, other=known[digest]))
        known[digest] = name


def _load(into: Path, options: argparse.Namespace, words: Words) -> Catalogue:
    with start_workers(options.jobs, words) as executor:
        catalogue, _ = load_catalogue(into, executor)
    return catalogue


def _choose_agency(
    typed: str | None, sources: Sequence[WordSources], catalogue: Catalogue, words: Words
) -> tuple[str | None, str | None]:
    """The id of an agency that was typed, else its name where it ends the one in the files.

    Raises MisuseError for one that is neither.
    """
    found = _find_agency(typed, catalogue) if typed else None
    if found or not typed:
        return found, None
    name = complete_agency(sources, printed_name(typed))
    if name is None:
        raise MisuseError(_no_agency_words(typed, catalogue, words))
    return None, name


def _find_agency(typed: str, catalogue: Catalogue) -> str | None:
    """The id of an agency given by its id or a printed name."""
    named = printed_names(catalogue)["agency"]
    names = (fold_name(typed), fold_name(printed_name(typed)))
    known = typed if typed in catalogue.agencies else None
    return known or next(filter(None, map(named.get, names)), None)


def _no_agency_words(typed: str, catalogue: Catalogue, words: Words) -> str:
    named = printed_names(catalogue)["agency"]
    alike = get_close_matches(fold_name(typed), named, n=3)
    offered = "; ".join(f"{named[one]} ({catalogue.agencies[named[one]].name})" for one in alike)
    key = "office.bad_agency_alike" if offered else "office.bad_agency"
    return words(key, found=typed, alike=offered)


def _refuse_long_words(drafted: DraftedDecision, files: dict[str, str], words: Words) -> None:
    """Raise MisuseError with the places of words that no file of a record may have."""
    locator = WordLocator(drafted.sources, words)
    places = [locator.cell_words(line.place) for line in find_long_words(drafted, files)]
    if places:
        raise MisuseError(words("office.long_words", places="; ".join(places)))
