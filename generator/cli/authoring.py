"""`niemyet new …`: records to fill in."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.authoring.rows import WantedRow, draft_row, find_decision, find_parts, proper_id
from generator.authoring.scaffold import (
    CannotDraftError,
    Draft,
    draft_agency,
    draft_decision,
    draft_document,
    draft_field,
    draft_procedure,
    draft_version,
    draft_without_number,
    find_version_on,
    line_end,
)
from generator.cli.arguments import add_catalogue
from generator.cli.common import CLEAN, MisuseError, find_folder, parse_day
from generator.cli.resources import check_from_options
from generator.cli.verb import Command, Verb
from generator.law.changes import PARTS
from generator.locale import Words, words_of
from generator.records.catalogue import Catalogue
from generator.records.decision import Row
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
    actions = ("publish", "amend", "correct")
    parser.add_argument("--action", choices=actions, default="amend", help=words("help.action"))
    _add_option(parser, words, "--parts", "metavar.parts", "help.parts", default="")
    parser.add_argument("code", metavar=words("metavar.code"), help=words("help.procedure"))


def _add_row_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    add_catalogue(parser, words)
    parser.add_argument("--action", choices=_ACTIONS, required=True, help=words("help.row_action"))
    _add_option(parser, words, "--version", "metavar.version", "help.row_version")
    _add_option(parser, words, "--parts", "metavar.parts", "help.parts", default="")
    code = words("metavar.code")
    parser.add_argument("--by", nargs="+", metavar=code, help=words("help.row_by"))
    _add_option(parser, words, "--annuls", "metavar.code", "help.row_annuls")
    parser.add_argument("decision", metavar=words("metavar.decision"), help=words("help.row_of"))
    parser.add_argument("codes", nargs="*", metavar=code, help=words("help.row_codes"))


_ACTIONS = ("publish", "amend", "replace", "abolish", "correct", "annul")


def _add_field_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    add_catalogue(parser, words)
    _add_option(parser, words, "--agency", "metavar.code", "help.agency")
    parser.add_argument("id", metavar=words("metavar.code"), help=words("help.field"))
    parser.add_argument("name", metavar=words("metavar.name"), help=words("help.field_name"))


def _add_decision_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    add_catalogue(parser, words)
    _add_option(parser, words, "--signed", "metavar.day", "help.signed", required=True)
    _add_option(parser, words, "--effective", "metavar.day", "help.effective", required=True)
    parser.add_argument("agency", metavar=words("metavar.agency"), help=words("help.agency"))
    parser.add_argument("number", metavar=words("metavar.number"), help=words("help.number"))


def _add_draft_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    add_catalogue(parser, words)
    _add_option(parser, words, "--effective", "metavar.day", "help.effective")
    parser.add_argument("agency", metavar=words("metavar.agency"), help=words("help.agency"))
    parser.add_argument("title", metavar=words("metavar.title"), help=words("help.draft_title"))


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
    field = proper_id(checked.catalogue, "field", options.field)
    agency = proper_id(checked.catalogue, "agency", options.agency)
    values = (options.code, options.title, field, agency)
    return _write_drafts(
        checked, words, lambda: list(draft_procedure(checked.catalogue, *values, _OF_RECORDS))
    )


def _write_decision(options: argparse.Namespace, words: Words) -> int:
    checked = _read_catalogue(options, words)
    agency = proper_id(checked.catalogue, "agency", options.agency)
    days = (parse_day(options.signed, words), parse_day(options.effective, words))
    return _write_drafts(
        checked,
        words,
        lambda: [draft_decision(checked.catalogue, agency, options.number, *days, _OF_RECORDS)],
    )


def _write_draft_decision(options: argparse.Namespace, words: Words) -> int:
    checked = _read_catalogue(options, words)
    day = parse_day(options.effective, words) if options.effective else None
    values = (options.agency, options.title, day)
    return _write_drafts(checked, words, lambda: [draft_without_number(checked.catalogue, *values)])


def _write_document(options: argparse.Namespace, words: Words) -> int:
    checked = _read_catalogue(options, words)
    values = (options.number, options.title, options.issuer, _OF_RECORDS)
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
    parts = find_parts(options.parts.split(","), PARTS)
    decision = find_decision(catalogue, options.decision) if options.decision else None
    before = find_version_on(catalogue, options.code, decision.effective if decision else None)
    file = root / catalogue.path("version", f"{options.code}/{before.version}")
    correcting = options.action == "correct"
    drafts = [draft_version(catalogue, before, file.read_text("utf8"), correcting)]
    if options.decision:
        if options.action == "amend" and not parts:
            raise CannotDraftError("new.no_part", found="–", known=", ".join(PARTS))
        number = drafts[0].path.rpartition("/")[2].removesuffix(".yml")
        wanted = WantedRow(
            action=options.action, codes=(options.code,), version=number, parts=parts
        )
        drafts.append(_draft_row(options.decision, wanted, root, catalogue))
    return drafts


def _draft_row(key: str, wanted: WantedRow, root: Path, catalogue: Catalogue) -> Draft:
    decision = find_decision(catalogue, key)
    twice = next((row for row in decision.rows if _is_repeated(row, wanted)), None)
    if twice:
        values = {"found": decision.number, "row": twice.id, "code": twice.procedure}
        raise CannotDraftError("new.row_there", **values)
    text = (root / catalogue.path("decision", decision.id)).read_text("utf8")
    return draft_row(catalogue, decision.id, wanted, text)


def _is_repeated(row: Row, wanted: WantedRow) -> bool:
    """Whether a row does already what is asked for, with a version of the same procedure."""
    published = {target.procedure for target in row.published}
    return row.action == wanted.action and bool(published & set(wanted.codes))


def _write_row(options: argparse.Namespace, words: Words) -> int:
    checked = _read_catalogue(options, words)
    return _write_drafts(
        checked,
        words,
        lambda: [
            _draft_row(
                options.decision,
                WantedRow(
                    action=options.action,
                    codes=tuple(options.codes),
                    version=options.version,
                    parts=find_parts(options.parts.split(","), PARTS),
                    by=tuple(options.by or ()),
                    annuls=options.annuls,
                ),
                checked.root,
                checked.catalogue,
            )
        ],
    )


def _write_field(options: argparse.Namespace, words: Words) -> int:
    checked = _read_catalogue(options, words)
    file = checked.root / "fields.yml"
    text = file.read_text("utf8") if file.is_file() else "fields: []\n"
    agency = proper_id(checked.catalogue, "agency", options.agency) if options.agency else None
    values = (options.id, options.name, agency, text)
    return _write_drafts(checked, words, lambda: [draft_field(checked.catalogue, *values)])


def _write_drafts(checked: _Checked, words: Words, draft: Callable[[], list[Draft]]) -> int:
    try:
        drafts = draft()
    except CannotDraftError as error:
        raise MisuseError(_reason_in_words(error, checked.unread, words)) from None
    for one in drafts:
        file = checked.root / one.path
        file.parent.mkdir(parents=True, exist_ok=True)
        newline = line_end(file.read_bytes()) if one.replaces and file.is_file() else "\n"
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


COMMAND = Command(
    verbs={
        Verb("procedure", "help.new_procedure"): Command(
            _add_procedure_arguments, _write_procedure
        ),
        Verb("version", "help.new_version"): Command(_add_version_arguments, _write_version),
        Verb("decision", "help.new_decision"): Command(_add_decision_arguments, _write_decision),
        Verb("draft", "help.new_draft"): Command(_add_draft_arguments, _write_draft_decision),
        Verb("row", "help.new_row"): Command(_add_row_arguments, _write_row),
        Verb("field", "help.new_field"): Command(_add_field_arguments, _write_field),
        Verb("document", "help.new_document"): Command(_add_document_arguments, _write_document),
        Verb("agency", "help.new_agency"): Command(_add_agency_arguments, _write_agency),
    },
)
