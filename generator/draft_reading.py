"""Words and Word files into files of a draft, beside the published records that they name.

For where the catalogue is not at hand: agencies and documents are known by the index of the site,
and the procedures whose codes are written are fetched.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from generator.draft_catalogue import gather_catalogue
from generator.draft_check import DraftChecker
from generator.draft_worker import DeskWorker
from generator.imports.word.decision_remarks import remarks_on_agencies
from generator.imports.word.draft_files import draft_files, register_files
from generator.imports.word.drafted import DraftedDecision, DraftedProcedure
from generator.imports.word.drafts import draft_decision_of
from generator.imports.word.ledger import LedgerLine, WordUse, keep_ledger
from generator.imports.word.package import UnreadableFileError
from generator.imports.word.pasted import read_pasted, with_levels
from generator.imports.word.pasted_gaps import without_gaps
from generator.imports.word.pasted_tables import UnreadableTableError
from generator.imports.word.reading import read_word_file
from generator.imports.word.registers import DraftRegisters
from generator.imports.word.remarks import WordRemark
from generator.imports.word.row_drafts import leave_amended_open
from generator.imports.word.sources import GivenByUser, WordSources, read_sources_of
from generator.law.citations import normalise, numbers_in
from generator.locale import Words, words_of
from generator.records.catalogue import Catalogue
from generator.records.layout import catalogue_file, path_of
from generator.records.unwritten import NOT_PRINTED
from generator.records.version import Version
from generator.records.yaml_writer import to_yaml

_CODE = re.compile(r"(?<![\d.])\d\.\d{6}(?!\d)")
_FIELDS = "fields.yml"
"""The file that drafts add to; a draft of before may lie over it."""
_ASSUMED = ("citizens_assumed", "organisations_assumed", "comma_assumed", "amend_unknown")
"""The remarks on what was chosen for words that say less, which a person has to compare."""
"""Letters of words that are quoted beside a choice."""
_SHARED = ("fields", "catalogue")
"""Kinds of records that drafts may add to, or need whole."""


@dataclass(slots=True)
class DraftReader:
    """Reads texts into drafts, among what a checker has of the published records."""

    checker: DraftChecker
    sources: list[WordSources] = field(default_factory=list)

    def read_pasted(
        self, text: str, procedure: str, publisher: str, words: Words
    ) -> dict[str, Any]:
        """A version out of pasted words: its YAML, the files that it needs, what was not read.

        Raises ValueError with a sentence for a table that cannot be read.
        """
        registers = DraftRegisters(self._catalogue(), publisher)
        try:
            found = read_pasted(text, procedure, registers)
        except UnreadableTableError as error:
            raise ValueError(words(error.key, **error.values)) from None
        return {
            "version": to_yaml("version", found.version) if found.version else None,
            "title": found.title,
            "missing": [words(f"legal_part.{part}") for part in found.missing],
            "unread": list(found.unread),
            "assumed": [
                *_assumed(found.remarks),
                *_levels_of(found.version, words),
            ],
            "files": register_files(registers, self.checker.root),
        }

    def take_file(self, name: str, content: bytes, words: Words) -> None:
        """Take over a Word file. Raises ValueError with a sentence when it cannot be read."""
        file = self.checker.root / "word" / Path(name).name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
        try:
            self.sources.append(read_sources_of(read_word_file(file)))
        except UnreadableFileError as error:
            reason = _refusal(error, words)
            raise ValueError(words("office.of_file", file=name, reason=reason)) from None
        finally:
            file.unlink()

    def wanted(self) -> list[str]:
        """The published files that the drafts of the Word files need, as far as not yet read."""
        lines = [line.words for source in self.sources for line in source.file.lines]
        codes = {code for words in lines for code in _CODE.findall(words)}
        numbers = {number for words in lines for number in numbers_in(words)}
        index = self.checker.index.items()
        found = [path for path, file in index if _is_wanted(path, file.number, codes, numbers)]
        return [path for path in found if path not in self.checker.published]

    def draft_files(self, given: GivenByUser, words: Words) -> dict[str, Any]:
        """The decision of the Word files taken over, as files of a draft; forgets the Word files.

        Raises ValueError with a sentence when no decision can be drafted of them.
        """
        sources, self.sources = self.sources, []
        try:
            drafted = draft_decision_of(sources, self._catalogue(), given)
        except UnreadableFileError as error:
            raise ValueError(_refusal(error, words)) from None
        leave_amended_open(drafted)
        decision = path_of("decision", drafted.decision.id)
        made = [one for one in drafted.procedures if one.version]
        paths = {one.key: _version_path(one) for one in made}
        unread = {decision: [*_rows_without_effect(drafted, words)]}
        for line in _left_over(keep_ledger(drafted).lines):
            unread.setdefault(paths.get(line.procedure, decision), []).append(line.line.text)
        assumed = _new_agencies(drafted)
        for one in made:
            own = paths[one.key] if one.pair.content else decision
            lacking = "" if unread.get(own) else NOT_PRINTED
            assumed[paths[one.key]] = _open_gaps(one, lacking, drafted.registers, words)
        like = dict(self._kept_texts(made))
        self.checker.write_published([_FIELDS])
        files = draft_files(drafted, self.checker.root)
        ordered = {decision: files.pop(decision), **files}
        named = {"decision": drafted.decision.id, "number": drafted.decision.number}
        return {**named, "files": ordered, "unread": unread, "assumed": assumed, "like": like}

    def _kept_texts(self, made: Iterable[DraftedProcedure]) -> Iterator[tuple[str, str]]:
        """The drafts that have the words of a published version, and its path."""
        for one in made:
            if one.version and _keeps_text(one):
                last = self._catalogue().versions[one.key][-1].version
                paths = (f"{one.key}/{version}" for version in (one.version.version, last))
                draft, source = (path_of("version", path, one.field_id) for path in paths)
                yield draft, source

    def _catalogue(self) -> Catalogue:
        return gather_catalogue(self.checker.published, self.checker.index)


class ReaderWorker:
    """A reader whose arguments and answers are texts, as JavaScript hands them over."""

    def __init__(self, worker: DeskWorker) -> None:
        self._reader = DraftReader(worker.checker)

    def read_pasted(self, text: str, procedure: str, publisher: str, language: str) -> str:
        """A version out of pasted words, or {refused: a sentence}."""
        words = words_of(language)
        return self._answered(lambda: self._reader.read_pasted(text, procedure, publisher, words))

    def read_files(self, files: Mapping[str, bytes], language: str) -> str:
        """Take over Word files; published files to `put` first, or {refused: a sentence}."""
        return self._answered(lambda: self._take(files, words_of(language)))

    def draft_files(self, given: str, language: str) -> str:
        """The files of the drafts, or {refused: a sentence}.

        `given` has number, signed, agency and field_name, where a person has stated them; for an
        agency that is to be made agency_name and agency_level.
        """
        stated = _given(json.loads(given))
        return self._answered(lambda: self._reader.draft_files(stated, words_of(language)))

    def _take(self, files: Mapping[str, bytes], words: Words) -> dict[str, Any]:
        self._reader.sources.clear()
        for name, content in files.items():
            self._reader.take_file(name, bytes(content), words)
        return {"wanted": self._reader.wanted()}

    def _answered(self, answer: Callable[[], dict[str, Any]]) -> str:
        try:
            return _as_json(answer())
        except ValueError as error:
            return _as_json({"refused": str(error)})


def start_reader(worker: DeskWorker) -> ReaderWorker:
    """A reader beside the checks of a worker."""
    return ReaderWorker(worker)


def _refusal(error: UnreadableFileError, words: Words) -> str:
    """Why files are not read: on the page nobody types options of a command."""
    own = error.key.replace("office.", "desk.word_refused.", 1)
    return words(own if words.has(own) else error.key, **error.values)


def _new_agencies(drafted: DraftedDecision) -> dict[str, list[dict[str, Any]]]:
    """The agencies that were drafted for names that the register lacks, which may be mistyped."""
    keys = {one.name: key for key, one in drafted.registers.agencies.items()}
    remarks = remarks_on_agencies(drafted.registers)
    return {
        path_of("agency", keys[one.values["name"]]): [{"kind": one.kind, **one.values}]
        for one in remarks
    }


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _given(stated: Mapping[str, str]) -> GivenByUser:
    """What a person says of the decision; what is left out, the files say."""
    signed = stated.get("signed")
    return GivenByUser(
        stated.get("number") or None,
        date.fromisoformat(signed) if signed else None,
        stated.get("agency") or None,
        stated.get("field_name") or None,
        agency_name=stated.get("agency_name") or None,
        agency_level=stated.get("agency_level") or None,
    )


def _version_path(one: DraftedProcedure) -> str:
    assert one.version
    return path_of("version", f"{one.key}/{one.version.version}", one.field_id)


def _open_gaps(
    one: DraftedProcedure, lacking: str, registers: DraftRegisters, words: Words
) -> list[dict[str, Any]]:
    """Leave empty, so that the page asks for it, what a draft says in words of programmers; what
    was chosen for words that say less. A text that is that of a published version stays as it is.
    """
    told = _assumed(one.remarks)
    if one.version and not _keeps_text(one):
        is_stated = bool(one.version.levels.items)
        one.version = with_levels(without_gaps(one.version, lacking), registers)
        told += [] if is_stated else _levels_of(one.version, words)
    return told


def _keeps_text(one: DraftedProcedure) -> bool:
    return any(remark.kind == "kept_text" for remark in one.remarks)


def _rows_without_effect(drafted: DraftedDecision, words: Words) -> Iterator[str]:
    """Rows of a list of which nothing was made: neither a row of the decision nor a text."""
    for one in drafted.procedures:
        if one.pair.row and not (one.row or one.version or one.unchanged):
            yield words("office.row_left", name=one.title)


def _assumed(remarks: Iterable[WordRemark]) -> list[dict[str, Any]]:
    return [{"kind": one.kind, **one.values} for one in remarks if one.kind in _ASSUMED]


def _levels_of(version: Version | None, words: Words) -> Iterator[dict[str, Any]]:
    """The levels that were taken from the agencies, since pasted words never say them."""
    if version and version.levels.items:
        named = ", ".join(words(f"level.{one}") for one in version.levels.items)
        yield {"kind": "levels_assumed", "names": named}


def _left_over(lines: Sequence[LedgerLine]) -> Iterable[LedgerLine]:
    return (line for line in lines if line.use is WordUse.REPORTED)


def _is_wanted(path: str, number: str, codes: set[str], numbers: set[str]) -> bool:
    """Whether drafts need a file: shared by all, of a procedure or of a number that is written."""
    place = catalogue_file(path)
    is_named = place.key.partition("/")[0] in codes or (number and normalise(number) in numbers)
    return place.kind in _SHARED or bool(is_named)
