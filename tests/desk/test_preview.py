"""The page of a draft is the page that a site will have once the draft is published."""

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.draft_check import DraftChecker
from generator.draft_preview import DraftPreview
from generator.exports.json_api import procedure_json
from generator.locale import words_of
from generator.model.edition import Edition
from generator.pages.procedure import procedure_page, version_page
from generator.pages.version_body import VersionBody
from generator.records.catalogue import Catalogue
from generator.records.tree import load_catalogue
from generator.records.unwritten import NOT_PASTED
from tests.conftest import SAMPLE
from tests.law.test_draft_check import give, index_of

TODAY = date(2026, 11, 29)
BINDS = date(2027, 12, 20)
CODE = "1.001193"
VERSION = f"procedures/ho-tich/{CODE}/v005.yml"
DECISION = "decisions/btp/2026/9999.yml"


@pytest.fixture(scope="module")
def sample() -> Catalogue:
    return load_catalogue(SAMPLE)[0]


@pytest.fixture
def checker(sample: Catalogue, tmp_path: Path) -> DraftChecker:
    return DraftChecker(tmp_path / "checked", index_of(sample))


def draft(effective: str) -> dict[str, str | None]:
    """A version with another limit, and the decision that publishes it from a day."""
    version = (SAMPLE / VERSION).with_name("v004.yml").read_text("utf8")
    decision = (SAMPLE / "decisions/btp/2026/9201.yml").read_text("utf8")
    changes = {"9201": "9999", "2026-02-05": "2026-11-20", "2026-02-12": "2026-11-20"}
    for old, new in (changes | {"2026-03-01": effective, "v003": "v005"}).items():
        decision = decision.replace(old, new)
    limit = version.replace("version: v004", "version: v005").replace("value: 1\n", "value: 7\n")
    return {VERSION: limit, DECISION: decision}


def published(files: dict[str, str | None], folder: Path) -> Catalogue:
    """The sample with the files of a draft in it."""
    shutil.copytree(SAMPLE, folder)
    for path, text in files.items():
        (folder / path).write_text(text or "", "utf8")
    return load_catalogue(folder)[0]


def test_it_is_the_page_of_the_site_on_the_day_from_which_the_version_binds(
    checker: DraftChecker, tmp_path: Path
) -> None:
    files = draft(str(BINDS))
    give(checker, files)
    shown = DraftPreview(checker).show(CODE, "v005", TODAY, "vi")
    edition = Edition(published(files, tmp_path / "site"), BINDS, words_of("vi"))
    entry = edition.entries[CODE]
    every = {v.version: v for v in edition.catalogue.versions[CODE]}
    bodies = {name: VersionBody(one, entry.procedure, edition) for name, one in every.items()}
    assert shown is not None
    assert shown["html"] == procedure_page(entry, bodies["v005"], edition).body.html
    assert (shown["day"], shown["address"]) == (str(BINDS), f"thu-tuc/{CODE}/")
    path, data = procedure_json(entry, {name: one.read for name, one in bodies.items()}, edition)
    assert shown["files"][path] == data.decode()
    assert '"value":7' in shown["files"][path].replace(" ", "")


def test_a_version_that_another_one_has_followed_is_shown_on_its_own_page(
    checker: DraftChecker, tmp_path: Path
) -> None:
    files = draft("2026-11-25")
    give(checker, files)
    shown = DraftPreview(checker).show(CODE, "v003", TODAY, "vi")
    edition = Edition(published(files, tmp_path / "site"), TODAY, words_of("vi"))
    entry = edition.entries[CODE]
    [version] = [v for v in edition.catalogue.versions[CODE] if v.version == "v003"]
    page = version_page(entry, VersionBody(version, entry.procedure, edition), edition)
    assert shown is not None
    assert shown["html"] == page.body.html


def test_the_page_has_no_words_to_the_drafter(checker: DraftChecker) -> None:
    files = draft(str(BINDS))
    text = files[VERSION] or ""
    gap = f"conditions:\n  not_stated: {NOT_PASTED}\n"
    files[VERSION] = re.sub(r"^conditions:\n(?:[ -].*\n)+", gap, text, flags=re.MULTILINE)
    assert gap in (files[VERSION] or "")
    give(checker, files)
    shown = DraftPreview(checker).show(CODE, "v005", TODAY, "vi")
    assert shown is not None
    assert NOT_PASTED not in shown["html"]
    assert words_of("vi")("build.lacking") in shown["html"]


def test_there_is_no_page_while_the_decision_or_the_version_cannot_be_read(
    checker: DraftChecker,
) -> None:
    files = draft(str(BINDS))
    for path in files:
        give(checker, {**files, path: (files[path] or "").replace("title: ", "titel: ")})
        assert DraftPreview(checker).show(CODE, "v005", TODAY, "vi") is None


def test_the_days_that_are_counted_are_those_of_the_calendars(checker: DraftChecker) -> None:
    give(checker, draft(str(BINDS)))
    shown = DraftPreview(checker).show(CODE, "v005", TODAY, "vi")
    assert shown is not None
    years = [one["year"] for one in json.loads(shown["files"]["api/v1/calendars.json"])]
    assert BINDS.year in years
