"""`niemyet diff BASE [HEAD]`: what a change of the catalogue says, in a lawyer's words."""

import argparse
from contextlib import ExitStack
from pathlib import Path

from generator.cli.common import CLEAN, Verbs, catalogue_arguments, folder
from generator.cli.resources import earlier, store_of, workers
from generator.law.rules import run_record_rules
from generator.locale import Words, words_of
from generator.records.catalogue import Catalogue
from generator.records.tree import load_catalogue
from generator.review.compare import compare
from generator.review.formats import (
    LIMIT,
    render_review_html,
    render_review_json,
    render_review_markdown,
)
from generator.review.outline import Outline


def add(verbs: Verbs) -> None:
    """Add the verb."""
    help_of = words_of("vi")
    parser = verbs.add_parser("diff", help=help_of("help.diff"))
    catalogue_arguments(parser)
    parser.add_argument("--format", choices=("markdown", "html", "json"), default="markdown")
    parser.add_argument("--limit", type=int, default=LIMIT, help=help_of("help.limit"))
    parser.add_argument("base", metavar="BASE", help=help_of("help.base"))
    parser.add_argument("head", metavar="HEAD", nargs="?", help=help_of("help.head"))
    parser.set_defaults(run=_diff)


def _diff(options: argparse.Namespace, words: Words) -> int:
    root = folder(options.catalogue, words)
    with ExitStack() as stack:
        base = stack.enter_context(earlier(root, options.base, words))
        head = stack.enter_context(earlier(root, options.head, words)) if options.head else root
        outline = Outline(compare(*_loaded((base, head), root, options, words)), words)
    print(_rendered(outline, options), end="")
    return CLEAN


def _loaded(
    roots: tuple[Path, Path], named: Path, options: argparse.Namespace, words: Words
) -> tuple[Catalogue, Catalogue]:
    """Both catalogues; files that are the same in both are read once."""
    store = store_of(named)
    with workers(options.jobs, words) as executor:
        base, head = (
            load_catalogue(root, executor, None, run_record_rules, store)[0] for root in roots
        )
    store.save(everything_asked=False)
    return base, head


def _rendered(outline: Outline, options: argparse.Namespace) -> str:
    match options.format:
        case "html":
            return render_review_html(outline, options.limit)
        case "json":
            return render_review_json(outline, options.limit)
    return render_review_markdown(outline, options.limit)
