"""`niemyet new …`: records to fill in."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.authoring.scaffold import (
    CannotDraftError,
    Draft,
    draft_agency,
    draft_decision,
    draft_document,
    draft_procedure,
    draft_version,
    find_last_version,
    insert_row,
    line_end,
    row_for,
)
from generator.cli.arguments import add_catalogue
from generator.cli.common import CLEAN, MisuseError, find_folder, parse_day
from generator.cli.resources import check_from_options
from generator.cli.verb import Verb
from generator.law.changes import PARTS
from generator.locale import Words, words_of
from generator.records.catalogue import Catalogue
from generator.records.explain import READING_CODES

_OF_RECORDS = words_of("vi")
"""The words that are written into records, whatever language the command speaks."""


def _add_procedure_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    add_catalogue(parser, words)
    _add_option(parser, words, "--code", "metavar.code", "help.new_code")
    _add_option(parser, words, "--field", "metavar.code", "help.field", required=True)
    _add_option(parser, words, "--agency", "metavar.code", "help.agency", required=True)
    parser.add_argument("title", metavar=words("metavar.title"), help=words("help.title"))


def _add_version_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    add_catalogue(parser, words)
    _add_option(parser, words, "--decision", "metavar.code", "help.decision")
    actions = ("amend", "correct")
    parser.add_argument("--action", choices=actions, default="amend", help=words("help.action"))
    _add_option(parser, words, "--parts", "metavar.parts", "help.parts", default="")
    parser.add_argument("code", metavar=words("metavar.code"), help=words("help.procedure"))


def _add_decision_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    add_catalogue(parser, words)
    _add_option(parser, words, "--signed", "metavar.day", "help.signed", required=True)
    _add_option(parser, words, "--effective", "metavar.day", "help.effective", required=True)
    parser.add_argument("agency", metavar=words("metavar.agency"), help=words("help.agency"))
    parser.add_argument("number", metavar=words("metavar.number"), help=words("help.number"))


def _add_agency_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    add_catalogue(parser, words)
    levels = ("central", "province", "commune")
    parser.add_argument("--level", required=True, choices=levels, help=words("help.level"))
    parser.add_argument("id", metavar=words("metavar.code"), help=words("help.agency"))
    parser.add_argument("name", metavar=words("metavar.name"), help=words("help.name"))


def _add_document_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    add_catalogue(parser, words)
    _add_option(parser, words, "--issuer", "metavar.code", "help.issuer")
    parser.add_argument("number", metavar=words("metavar.number"), help=words("help.number"))
    parser.add_argument("title", metavar=words("metavar.title"), help=words("help.document_title"))


def _add_option(
    parser: argparse.ArgumentParser,
    words: Words,
    option: str,
    metavar: str,
    key: str,
    *,
    required: bool = False,
    default: str | None = None,
) -> None:
    """Add an option that takes a text; `metavar` and `key` are keys of the words."""
    parser.add_argument(
        option,
        required=required,
        default=default,
        metavar=words(metavar),
        help=words(key),
    )


@dataclass(frozen=True, slots=True)
class _Checked:
    """The catalogue below a folder; `unread` are its files that could not be read."""

    root: Path
    catalogue: Catalogue
    unread: tuple[str, ...]


def _read_catalogue(options: argparse.Namespace, words: Words) -> _Checked:
    root = find_folder(options.catalogue, words)
    checked = check_from_options(root, options, words)
    unread = dict.fromkeys(f.path for f in checked.findings if f.code.startswith(READING_CODES))
    return _Checked(root, checked.catalogue, tuple(unread))


def _write_agency(options: argparse.Namespace, words: Words) -> int:
    checked = _read_catalogue(options, words)
    values = (options.id, options.name, options.level)
    return _write_drafts(checked, words, lambda: [draft_agency(checked.catalogue, *values)])


def _write_procedure(options: argparse.Namespace, words: Words) -> int:
    checked = _read_catalogue(options, words)
    values = (options.code, options.title, options.field, options.agency)
    return _write_drafts(
        checked, words, lambda: list(draft_procedure(checked.catalogue, *values, _OF_RECORDS))
    )


def _write_decision(options: argparse.Namespace, words: Words) -> int:
    checked = _read_catalogue(options, words)
    days = (parse_day(options.signed, words), parse_day(options.effective, words))
    return _write_drafts(
        checked,
        words,
        lambda: [
            draft_decision(checked.catalogue, options.agency, options.number, *days, _OF_RECORDS)
        ],
    )


def _write_document(options: argparse.Namespace, words: Words) -> int:
    checked = _read_catalogue(options, words)
    values = (options.number, options.title, options.issuer)
    return _write_drafts(checked, words, lambda: [draft_document(checked.catalogue, *values)])


def _write_version(options: argparse.Namespace, words: Words) -> int:
    checked = _read_catalogue(options, words)
    return _write_drafts(
        checked,
        words,
        lambda: _draft_version_and_row(options, checked.root, checked.catalogue),
    )


def _draft_version_and_row(
    options: argparse.Namespace, root: Path, catalogue: Catalogue
) -> list[Draft]:
    """The next version, and the row of the decision that publishes it."""
    parts = tuple(part for part in options.parts.split(",") if part)
    unknown = [part for part in parts if part not in PARTS]
    if unknown:
        raise CannotDraftError("new.no_part", found=", ".join(unknown), known=", ".join(PARTS))
    last = find_last_version(catalogue, options.code)
    file = root / catalogue.path("version", f"{options.code}/{last.version}")
    correcting = options.action == "correct"
    drafts = [draft_version(catalogue, options.code, file.read_text("utf8"), correcting)]
    if options.decision:
        number = drafts[0].path.rpartition("/")[2].removesuffix(".yml")
        drafts.append(_draft_row(options, root, catalogue, number, parts))
    return drafts


def _draft_row(
    options: argparse.Namespace,
    root: Path,
    catalogue: Catalogue,
    number: str,
    parts: tuple[str, ...],
) -> Draft:
    decision = catalogue.decisions.get(options.decision)
    if decision is None:
        raise CannotDraftError("new.no_decision", found=options.decision)
    if options.action == "amend" and not parts:
        raise CannotDraftError("new.no_part", found="–", known=", ".join(PARTS))
    path = catalogue.path("decision", decision.id)
    row = row_for(decision, options.code, number, options.action, parts)
    return Draft(path, insert_row((root / path).read_text("utf8"), row), replaces=True)


def _write_drafts(checked: _Checked, words: Words, draft: Callable[[], list[Draft]]) -> int:
    try:
        drafts = draft()
    except CannotDraftError as error:
        raise MisuseError(_reason_in_words(error, checked.unread, words)) from None
    for one in drafts:
        file = checked.root / one.path
        file.parent.mkdir(parents=True, exist_ok=True)
        newline = line_end(file.read_bytes()) if one.replaces else "\n"
        file.write_text(one.text, encoding="utf8", newline=newline)
        print(words("new.changed" if one.replaces else "new.written", path=_shown(file)))
    print(words("new.next"))
    return CLEAN


def _reason_in_words(error: CannotDraftError, unread: Sequence[str], words: Words) -> str:
    """Why there is no draft; what is said to be missing may stand in a file that was not read."""
    reason = words(error.key, **error.values)
    return words("new.unread", reason=reason, files=", ".join(unread)) if unread else reason


def _shown(file: Path) -> Path:
    """A file as seen from the working folder, where it lies below."""
    here = Path.cwd().resolve()
    return file.relative_to(here) if file.is_relative_to(here) else file


VERB = Verb(
    "new",
    "help.new",
    verbs=(
        Verb("procedure", "help.new_procedure", _add_procedure_arguments, _write_procedure),
        Verb("version", "help.new_version", _add_version_arguments, _write_version),
        Verb("decision", "help.new_decision", _add_decision_arguments, _write_decision),
        Verb("document", "help.new_document", _add_document_arguments, _write_document),
        Verb("agency", "help.new_agency", _add_agency_arguments, _write_agency),
    ),
)
