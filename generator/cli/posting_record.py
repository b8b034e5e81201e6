"""The records that `niemyet post --record` writes, and those that it must be able to rest on."""

from pathlib import Path

from generator.cli.common import MisuseError
from generator.cli.posting_report import PrintedPosting
from generator.findings.reasons import reason_key
from generator.law.text import slug
from generator.locale import Words
from generator.model.edition import Edition
from generator.model.posting_coverage import post_command
from generator.posting.office import PostingOrder, place_inside, place_name
from generator.records.layout import path_of
from generator.records.postings import PostedSheet, PostingRecord
from generator.records.registers import Agency
from generator.records.units import unit_at
from generator.records.yaml_writer import to_yaml
from generator.site.publish import write_whole


def require_known_place(order: PostingOrder, edition: Edition) -> None:
    """Raise MisuseError when an agency is recorded in a place that is not: its set is unknown."""
    catalogue = edition.catalogue
    agency = catalogue.agencies.get(order.agency)
    if agency and agency.place and not unit_at(catalogue.places, agency.place):
        file = catalogue.path("agency", agency.id)
        raise MisuseError(edition.words("posting.bad_place", file=file, place=agency.place))


def require_recordable(order: PostingOrder, words: Words) -> None:
    """Raise MisuseError when a set is of no one office and of no one place."""
    if not order.agency and (not order.place or order.fields):
        raise MisuseError(words("posting.record_of_one", name=order.name))


def require_known_sheets(posting: PrintedPosting, asked: list[str], words: Words) -> None:
    """Raise MisuseError when sheets that are not printed now may hang in another version."""
    if posting.unknown:
        count, command = words.number(len(posting.unknown)), post_command([*asked, "--record"])
        raise MisuseError(words("posting.record_unknown", count=count, command=command))


def write_record(posting: PrintedPosting, catalogue: Path, *, own: bool, words: Words) -> None:
    """Record in the catalogue that the set hangs from the day of the edition on.

    Where the records have no counter of its place yet, they get one. Raises MisuseError.
    """
    posted = posting.posted
    office = posting.order.agency or _write_counter(posting.order, posted.edition, catalogue)
    sheets = tuple(
        PostedSheet(procedure=code, version=item.entry.summary.version)
        for code, item in posted.items.items()
    )
    record = PostingRecord(office=office, posted=posted.edition.day, own=own, sheets=sheets)
    file = catalogue / path_of("posting", record.key)
    _write(file, to_yaml("posting", record), words)
    print(words("posting.recorded", file=file))


def _write_counter(order: PostingOrder, edition: Edition, catalogue: Path) -> str:
    """Write the record of the one-stop counter of a place; returns its id."""
    words, counter = edition.words, _draft_counter(order.place, edition)
    file = catalogue / path_of("agency", counter.id)
    if file.exists():
        raise MisuseError(words("posting.counter_exists", file=file))
    _write(file, to_yaml("agency", counter), words)
    print(words("posting.counter_recorded", name=counter.name, file=file))
    return counter.id


def _draft_counter(place: str, edition: Edition) -> Agency:
    """The one-stop counter that a place has by Decree 118/2025/NĐ-CP."""
    at = unit_at(edition.catalogue.places, place)
    if at is None:
        raise LookupError(place)
    level = "commune" if at[1] else "province"
    name = edition.words("posting.centre_of", place=place_inside(place_name(*at, edition)))
    return Agency(id=slug(f"ttpvhcc {place}"), name=name, kind="counter", level=level, place=place)


def _write(file: Path, text: str, words: Words) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, text.encode())
    except OSError as error:
        reason = words(reason_key(error) or "reason.system")
        raise MisuseError(words("posting.not_a_folder", path=file, reason=reason)) from None
