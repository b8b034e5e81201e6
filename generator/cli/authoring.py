"""`niemyet new …` and `niemyet fmt`: records to fill in, and keys in their order."""

import argparse
from collections.abc import Callable
from pathlib import Path

from generator.authoring.formatter import formatted
from generator.authoring.scaffold import (
    CannotDraftError,
    Draft,
    draft_agency,
    draft_decision,
    draft_procedure,
    draft_version,
    find_last_version,
    insert_row,
    row_for,
)
from generator.cli.common import (
    CLEAN,
    ERRORS,
    MisuseError,
    Verbs,
    as_of,
    catalogue_arguments,
    folder,
    inside,
)
from generator.cli.resources import checked_catalogue
from generator.law.changes import PARTS
from generator.locale import Words, words_of
from generator.records.catalogue import Catalogue
from generator.records.layout import Place, places


def add(verbs: Verbs) -> None:
    """Add the verbs."""
    help_of = words_of("vi")
    new = verbs.add_parser("new", help=help_of("help.new"))
    kinds = new.add_subparsers(required=True, metavar="procedure | version | decision | agency")
    _procedure_arguments(kinds)
    _version_arguments(kinds)
    _decision_arguments(kinds)
    _agency_arguments(kinds)
    fmt = verbs.add_parser("fmt", help=help_of("help.fmt"))
    catalogue_arguments(fmt)
    fmt.add_argument("--check", action="store_true", help=help_of("help.fmt_check"))
    fmt.add_argument("paths", nargs="*", metavar="PATH", help=help_of("help.paths"))
    fmt.set_defaults(run=_fmt)


def _procedure_arguments(kinds: Verbs) -> None:
    help_of = words_of("vi")
    parser = kinds.add_parser("procedure", help=help_of("help.new_procedure"))
    catalogue_arguments(parser)
    parser.add_argument("--code", help=help_of("help.new_code"))
    parser.add_argument("--field", required=True, help=help_of("help.field"))
    parser.add_argument("--agency", required=True, help=help_of("help.agency"))
    parser.add_argument("title", metavar="TITLE", help=help_of("help.title"))
    parser.set_defaults(run=_new_procedure)


def _version_arguments(kinds: Verbs) -> None:
    help_of = words_of("vi")
    parser = kinds.add_parser("version", help=help_of("help.new_version"))
    catalogue_arguments(parser)
    parser.add_argument("--decision", help=help_of("help.decision"))
    parser.add_argument("--action", choices=("amend", "correct"), default="amend")
    parser.add_argument("--parts", default="", help=help_of("help.parts"))
    parser.add_argument("code", metavar="CODE", help=help_of("help.procedure"))
    parser.set_defaults(run=_new_version)


def _decision_arguments(kinds: Verbs) -> None:
    help_of = words_of("vi")
    parser = kinds.add_parser("decision", help=help_of("help.new_decision"))
    catalogue_arguments(parser)
    parser.add_argument("--signed", required=True, help=help_of("help.signed"))
    parser.add_argument("--effective", required=True, help=help_of("help.effective"))
    parser.add_argument("agency", metavar="AGENCY", help=help_of("help.agency"))
    parser.add_argument("number", metavar="NUMBER", help=help_of("help.number"))
    parser.set_defaults(run=_new_decision)


def _agency_arguments(kinds: Verbs) -> None:
    help_of = words_of("vi")
    parser = kinds.add_parser("agency", help=help_of("help.new_agency"))
    catalogue_arguments(parser)
    parser.add_argument("--level", required=True, choices=("central", "province", "commune"))
    parser.add_argument("id", metavar="ID", help=help_of("help.agency"))
    parser.add_argument("name", metavar="NAME", help=help_of("help.name"))
    parser.set_defaults(run=_new_agency)


def _opened(options: argparse.Namespace, words: Words) -> tuple[Path, Catalogue]:
    root = folder(options.catalogue, words)
    return root, checked_catalogue(root, options, words).catalogue


def _new_agency(options: argparse.Namespace, words: Words) -> int:
    root, catalogue = _opened(options, words)
    asked = (options.id, options.name, options.level)
    return _drafted(root, words, lambda: [draft_agency(catalogue, *asked)])


def _new_procedure(options: argparse.Namespace, words: Words) -> int:
    root, catalogue = _opened(options, words)
    asked = (options.code, options.title, options.field, options.agency)
    return _drafted(root, words, lambda: list(draft_procedure(catalogue, *asked)))


def _new_decision(options: argparse.Namespace, words: Words) -> int:
    root, catalogue = _opened(options, words)
    days = (as_of(options.signed, words), as_of(options.effective, words))
    return _drafted(
        root, words, lambda: [draft_decision(catalogue, options.agency, options.number, *days)]
    )


def _new_version(options: argparse.Namespace, words: Words) -> int:
    root, catalogue = _opened(options, words)
    return _drafted(root, words, lambda: _version_and_row(options, root, catalogue))


def _version_and_row(options: argparse.Namespace, root: Path, catalogue: Catalogue) -> list[Draft]:
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
        drafts.append(_with_row(options, root, catalogue, number, () if correcting else parts))
    return drafts


def _with_row(
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


def _drafted(root: Path, words: Words, draft: Callable[[], list[Draft]]) -> int:
    try:
        drafts = draft()
    except CannotDraftError as error:
        raise MisuseError(words(error.key, **error.values)) from None
    for one in drafts:
        file = root / one.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(one.text, encoding="utf8")
        print(words("new.changed" if one.replaces else "new.written", path=_from_here(file)))
    print(words("new.next"))
    return CLEAN


def _from_here(file: Path) -> Path:
    here = Path.cwd().resolve()
    return file.relative_to(here) if file.is_relative_to(here) else file


def _fmt(options: argparse.Namespace, words: Words) -> int:
    root = folder(options.catalogue, words)
    wanted = [inside(root, path, words) for path in options.paths]
    changed = []
    for place in places(root):
        if wanted and place.path not in wanted:
            continue
        if _put_in_order(root, place, options.check):
            changed.append(place.path)
            print(words("fmt.would_change" if options.check else "fmt.changed", path=place.path))
    print(words("fmt.done", count=len(changed)))
    return ERRORS if options.check and changed else CLEAN


def _put_in_order(root: Path, place: Place, only_look: bool) -> bool:
    """Whether the keys of a file were (or would be) moved; what cannot be read is left alone."""
    file = root / place.path
    content = file.read_bytes()
    new = formatted(place.kind, content) if place.kind else None
    if new is None or new == content:
        return False
    if not only_look:
        file.write_bytes(new)
    return True
