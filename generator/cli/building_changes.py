"""`niemyet build --changed-since BASE`: a small site of just what a pull request changes."""

import argparse
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from generator import addresses
from generator.check import CheckResult
from generator.cli.common import (
    CLEAN,
    INTERNAL,
    parse_day,
    parse_jobs,
)
from generator.cli.resources import open_base, open_cache
from generator.findings.reasons import error_words
from generator.law.rules import run_record_rules
from generator.law.timeline import as_signed
from generator.locale import Words, words_of
from generator.model.edition import Edition
from generator.model.subset import subset
from generator.model.without_notes import without_notes
from generator.records.tree import load_catalogue
from generator.review.compare import Review, compare
from generator.review.formats import LIMIT
from generator.review.outline import Outline
from generator.review.page import ReviewSurroundings, render_review_html
from generator.site.build import build
from generator.site.offline import write_folder
from generator.site.options import BuildOptions, BuildPaths
from generator.site.outputs import html_path
from generator.site.publish import swap_in
from generator.site.render import RenderError


def build_changes(
    checked: CheckResult, root: Path, paths: BuildPaths, options: argparse.Namespace, words: Words
) -> int:
    """Write the pages of the procedures that differ since a revision, with the review in front.

    `checked` is the catalogue as it is now, without errors. Raises MisuseError.
    """
    with open_base(root, options.changed_since, words) as base:
        before = load_catalogue(base, None, None, run_record_rules, open_cache(root))[0]
    review = compare(before, checked.catalogue)
    day, jobs = parse_day(options.as_of, words), parse_jobs(options.jobs, words)
    try:
        files = _write_site(review, day, jobs, paths)
    except (RenderError, OSError) as error:
        print(words("build.failed", reason=error_words(error, words)), file=sys.stderr)
        return INTERNAL
    print(
        words("build.changes_done", count=len(review.changed_codes), files=files, site=paths.site)
    )
    return CLEAN


def _write_site(review: Review, day: date, jobs: int, paths: BuildPaths) -> int:
    """Make the whole folder beside the one that it replaces; returns the number of files."""
    paths.site.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="niemyet-", dir=paths.site.parent) as folder:
        made, finished = Path(folder) / "site", Path(folder) / "finished"
        catalogue = subset(review.head, review.changed_codes)
        words = words_of(catalogue.settings.language)
        shown = without_notes(as_signed(catalogue.without_drafts(), day), words)
        edition = Edition(shown, day, words)
        build(edition, BuildPaths(paths.config, Path(folder) / "build", made), BuildOptions(jobs))
        files = write_folder(made, finished, _front_page(review, edition, made))
        swap_in(finished, paths.site)
    return files


def _front_page(review: Review, edition: Edition, made: Path) -> bytes:
    """The review, with a link from each procedure to its page where that was made."""
    versions = edition.catalogue.versions
    paths = [addresses.procedure(code) for code in review.changed_codes]
    paths += [
        addresses.version_address(code, version.version)
        for code in review.changed_codes
        for version in versions.get(code, ())
    ]
    links = {
        addresses.address(path): html_path(path)
        for path in paths
        if (made / html_path(path)).is_file()
    }
    around = ReviewSurroundings(links, edition.words("review.excerpt"))
    return render_review_html(Outline(review, edition.words), LIMIT, around).encode()
