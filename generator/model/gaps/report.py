"""The gaps of a catalogue as a task list, most harmful first, and counted."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from generator.model.applicants import are_people
from generator.model.edition import Edition
from generator.model.gaps.find import Progress, find_gaps
from generator.model.gaps.gap import Gap
from generator.model.gaps.kinds import HARM_OF, RANK, GapKind, Harm
from generator.model.published import PublishedProcedure

T = TypeVar("T")


class Audience(StrEnum):
    """Whom a procedure concerns; people first, since records have no number of cases."""

    PEOPLE = "people"
    NOT_STATED = "not_stated"
    ORGANISATIONS = "organisations"


_AUDIENCES = tuple(Audience)


@dataclass(frozen=True, slots=True)
class GapSubject:
    """The procedure that a gap is in; `agency` is the publisher's id."""

    title: str
    code: str
    field: str
    agency: str
    audience: Audience


@dataclass(frozen=True, slots=True)
class GapReport:
    """Gaps in the order in which they are to be mended, and the procedures that were looked at."""

    day: date
    subjects: Mapping[str, GapSubject]
    gaps: tuple[Gap, ...]

    def by_kind(self) -> dict[GapKind, int]:
        """How many gaps there are of each kind that occurs, the most harmful first."""
        counts = Counter(gap.kind for gap in self.gaps)
        return {kind: counts[kind] for kind in RANK if counts[kind]}

    def by_harm(self) -> dict[Harm, int]:
        """How many gaps do each harm that occurs, the worst first."""
        counts = Counter(HARM_OF[gap.kind] for gap in self.gaps)
        return {harm: counts[harm] for harm in Harm if counts[harm]}

    def by_part(self) -> dict[str, int]:
        """Of how many procedures each part is missing, the most frequent first."""
        missing = (gap.values["parts"] for gap in self.gaps if gap.kind is GapKind.PART_MISSING)
        counts = Counter(
            str(part) for parts in missing if isinstance(parts, list) for part in parts
        )
        return dict(counts.most_common())

    def by_field(self) -> dict[str, Mapping[Harm, int]]:
        """How many gaps of each harm each field has, the most gaps first."""
        return _spread((self.subjects[gap.procedure].field, gap) for gap in self.gaps)

    def by_agency(self) -> dict[str, Mapping[Harm, int]]:
        """How many gaps of each harm each publisher has, the most gaps first."""
        return _spread((self.subjects[gap.procedure].agency, gap) for gap in self.gaps)

    def by_audience(self) -> dict[Audience, Mapping[Harm, int]]:
        """How many gaps of each harm concern people, organisations, and nobody knows whom."""
        return _spread((self.subjects[gap.procedure].audience, gap) for gap in self.gaps)

    @property
    def concerned(self) -> int:
        """How many procedures have a gap."""
        return len({gap.procedure for gap in self.gaps})


def _spread(pairs: Iterable[tuple[T, Gap]]) -> dict[T, Mapping[Harm, int]]:
    counts: dict[T, Counter[Harm]] = {}
    for key, gap in pairs:
        counts.setdefault(key, Counter())[HARM_OF[gap.kind]] += 1
    ordered = sorted(counts.items(), key=lambda row: (-row[1].total(), str(row[0])))
    return dict(ordered)


def report_gaps(
    edition: Edition,
    codes: Sequence[str],
    jobs: int = 1,
    progress: Progress | None = None,
) -> GapReport:
    """Look for the gaps of some procedures and order them."""
    subjects = {code: _subject(edition.entries[code]) for code in codes}
    found = find_gaps(edition, codes, jobs, progress)
    return GapReport(edition.day, subjects, tuple(order_gaps(found, subjects)))


def living_codes(
    edition: Edition, field: str | None = None, agency: str | None = None
) -> list[str]:
    """The procedures that bind, may or will; of one field, and with one agency, if asked."""
    return [
        code
        for code, entry in edition.entries.items()
        if not entry.over
        and field in (None, entry.summary.field)
        and (agency is None or agency in entry.summary.agencies)
    ]


def order_gaps(gaps: Iterable[Gap], subjects: Mapping[str, GapSubject]) -> list[Gap]:
    """Gaps by the harm of their kind, then by whom they concern, then by code.

    No record has the number of cases of a procedure; people come before organisations instead.
    """

    def order_key(gap: Gap) -> tuple[int, int, int, str]:
        """Harm and audience, the worst first; then the rank of the kind, and the code."""
        audience = subjects[gap.procedure].audience
        harm = list(Harm).index(HARM_OF[gap.kind])
        return harm, _AUDIENCES.index(audience), RANK[gap.kind], gap.procedure

    return sorted(gaps, key=order_key)


def _subject(entry: PublishedProcedure) -> GapSubject:
    procedure = entry.procedure
    code = procedure.code or procedure.id
    audience = _audience(entry.version.applicants.items)
    return GapSubject(entry.title, code, procedure.field, procedure.agency, audience)


def _audience(applicants: Sequence[str]) -> Audience:
    match are_people(applicants):
        case None:
            return Audience.NOT_STATED
        case people:
            return Audience.PEOPLE if people else Audience.ORGANISATIONS
