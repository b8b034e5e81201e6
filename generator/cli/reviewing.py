"""`niemyet diff BASE [HEAD]`: what a change of the catalogue means, in a lawyer's words."""

import argparse
import sys
from contextlib import ExitStack
from pathlib import Path

from generator.cli.arguments import add_catalogue, whole_number
from generator.cli.common import CLEAN, MisuseError, find_folder
from generator.cli.exporting import require_word
from generator.cli.resources import open_base, open_cache, open_revision, start_workers
from generator.cli.verb import Command
from generator.findings.reasons import error_words
from generator.law.rules import run_record_rules
from generator.locale import Words
from generator.records.catalogue import Catalogue
from generator.records.tree import load_catalogue
from generator.review.compare import compare
from generator.review.formats import LIMIT, render_review_json, render_review_markdown
from generator.review.history import published_files
from generator.review.outline import Outline
from generator.review.page import render_review_html

_COMMENT = 60_000
"""Bytes of a review that GitHub, which takes 65,536 characters, accepts as one comment."""


def _add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    add_catalogue(parser, words)
    formats = ("markdown", "html", "json", "docx")
    parser.add_argument("--format", choices=formats, default="markdown", help=words("help.format"))
    parser.add_argument("--output", metavar=words("metavar.file"), help=words("help.diff_output"))
    parser.add_argument(
        "--limit",
        type=whole_number(words),
        default=LIMIT,
        metavar=words("metavar.count"),
        help=words("help.limit"),
    )
    parser.add_argument("base", metavar=words("metavar.base"), help=words("help.base"))
    parser.add_argument("head", metavar=words("metavar.head"), nargs="?", help=words("help.head"))


def _print_review(options: argparse.Namespace, words: Words) -> int:
    root = find_folder(options.catalogue, words)
    with ExitStack() as stack:
        base = stack.enter_context(open_base(root, options.base, words, options.head))
        later = open_revision(root, options.head, words) if options.head else None
        head = stack.enter_context(later) if later else root
        compared = compare(*_load_both((base, head), root, options, words))
    outline = Outline(compared, words, published_files(root, options.base))
    if options.format == "docx":
        _write_docx(outline, options, words)
    elif options.output:
        _write_file(Path(options.output), _render(outline, options).encode(), words)
    else:
        review = _render(outline, options)
        print(review, end="")
        _say_when_long(len(review.encode()), words)
    return CLEAN


def _say_when_long(size: int, words: Words) -> None:
    """Say how a review that no comment of a forge can hold is read instead."""
    if size > _COMMENT:
        kilobytes = words.number(size // 1000)
        print(words("review.long", size=kilobytes, limit=_COMMENT), file=sys.stderr)


def _write_docx(outline: Outline, options: argparse.Namespace, words: Words) -> None:
    """Write the review to `--output`, or to the standard output when that is no terminal."""
    require_word(words)
    from generator.review.word import render_review_docx

    _require_readable(outline, words)
    content = render_review_docx(outline)
    if options.output is None and not sys.stdout.isatty():
        sys.stdout.buffer.write(content)
        return
    _write_file(Path(options.output or words("redline.docx_file")), content, words)


def _require_readable(outline: Outline, words: Words) -> None:
    """Raise MisuseError for a record that could not be read: a Word file goes out as a whole."""
    review = outline.review
    found = review.base.unread_files | review.head.unread_files
    if found:
        raise MisuseError(words("redline.docx_unread", files=", ".join(sorted(found))))


def _write_file(file: Path, content: bytes, words: Words) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        reason = error_words(error, words)
        raise MisuseError(words("word.not_written", path=file, reason=reason)) from None
    print(file)


def _load_both(
    roots: tuple[Path, Path], named: Path, options: argparse.Namespace, words: Words
) -> tuple[Catalogue, Catalogue]:
    """Both catalogues; files that are the same in both are read once."""
    cache = open_cache(named)
    with start_workers(options.jobs, words) as executor:
        base, head = (
            load_catalogue(root, executor, None, run_record_rules, cache)[0] for root in roots
        )
    cache.save(everything_asked=False)
    return base, head


def _render(outline: Outline, options: argparse.Namespace) -> str:
    match options.format:
        case "html":
            return render_review_html(outline, options.limit)
        case "json":
            return render_review_json(outline, options.limit)
    return render_review_markdown(outline, options.limit)


COMMAND = Command(_add_arguments, _print_review)
