"""The page of a procedure as a site will show it once a draft is published, and its data.

For the page on which drafts are written; loaded by its worker when somebody asks. The day is that
from which the version binds, or the one that is given where that is later.
"""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator import addresses
from generator.draft_catalogue import gather_catalogue
from generator.draft_check import DraftChecker
from generator.draft_worker import DeskWorker
from generator.exports.json_api import calendars_json, procedure_json
from generator.locale import words_of
from generator.model.edition import Edition
from generator.model.published import PublishedProcedure
from generator.model.without_notes import without_notes
from generator.pages.page import Page
from generator.pages.procedure import procedure_page, version_page
from generator.pages.version_body import VersionBody


@dataclass(frozen=True, slots=True)
class DraftPreview:
    """Makes pages out of the draft that a checker has, among the published files."""

    checker: DraftChecker

    def show(self, code: str, version: str, day: date, language: str) -> dict[str, Any] | None:
        """The page that shows a version; None while it, or the row that publishes it, is not read.

        `html` is the page without its frame, `address` where it will stand, `day` the day that it
        is shown for; `files` are the data that its scripts fetch, by their addresses.
        """
        edition = self._edition(day, language)
        entry = edition.entries.get(code)
        events = entry.timeline.events if entry else ()
        event = next((one for one in events if one.version == version), None)
        if event is None or edition.catalogue.version(code, version) is None:
            return None
        shown = Edition(edition.catalogue, max(day, event.effective or day), edition.words)
        return _described(shown.entries[code], version, shown)

    def _edition(self, day: date, language: str) -> Edition:
        readings = {**self.checker.published, **self.checker.draft}
        catalogue = gather_catalogue(readings, self.checker.index)
        words = words_of(language)
        return Edition(without_notes(catalogue, words), day, words)


def _described(entry: PublishedProcedure, version: str, edition: Edition) -> dict[str, Any]:
    published = {event.version for event in entry.timeline.events}
    versions = [v for v in edition.catalogue.versions[entry.code] if v.version in published]
    bodies = {v.version: VersionBody(v, entry.procedure, edition) for v in versions}
    page = _page(entry, bodies, version, edition)
    read = {name: body.read for name, body in bodies.items()}
    files = dict([procedure_json(entry, read, edition), calendars_json(edition)])
    return {
        "html": page.body.html,
        "address": addresses.address(page.path),
        "day": edition.day.isoformat(),
        "files": {path: content.decode() for path, content in files.items()},
    }


def _page(
    entry: PublishedProcedure, bodies: dict[str, VersionBody], version: str, edition: Edition
) -> Page:
    make = procedure_page if entry.version.version == version else version_page
    return make(entry, bodies[version], edition)


class DraftPreviewWorker:
    """What shows pages, with texts as arguments and answers, as JavaScript hands them over."""

    def __init__(self, worker: DeskWorker) -> None:
        self._preview = DraftPreview(worker.checker)

    def show(self, code: str, version: str, day: str, language: str) -> str:
        """The page that shows a version, or null."""
        found = self._preview.show(code, version, date.fromisoformat(day), language)
        return json.dumps(found, ensure_ascii=False)


def start_draft_preview(worker: DeskWorker) -> DraftPreviewWorker:
    """What shows pages beside the checks of a worker."""
    return DraftPreviewWorker(worker)
