"""What hangs in an office: every sheet that is posted from a day on, until the next record."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class PostedSheet:
    """A sheet on the wall: of which procedure, printed from which version."""

    procedure: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingRecord:
    """postings/<office>/<day>.yml: all sheets that hang in `office`, by its id, from `posted`."""

    office: str
    posted: date
    sheets: tuple[PostedSheet, ...]
    own: bool = False
    """Whether the set leaves out what is not the office's own, as sets do without `--all`."""
    note: str | None = None

    @property
    def key(self) -> str:
        """Its folder and name."""
        return f"{self.office}/{self.posted}"


def latest_postings(records: Iterable[PostingRecord], day: date) -> dict[str, PostingRecord]:
    """What hangs in every office on a day: its last record up to that day, by office."""
    ordered = sorted(records, key=lambda record: record.posted)
    return {record.office: record for record in ordered if record.posted <= day}
