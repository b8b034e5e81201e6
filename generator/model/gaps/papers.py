"""What is open about what to bring."""

from collections.abc import Iterator

from generator.model.gaps.gap import ExaminedProcedure, Gap
from generator.model.gaps.kinds import GapKind
from generator.model.lacking import is_left_out
from generator.readings.evidence import Certainty
from generator.readings.forms import FormPlace
from generator.readings.paper_groups import GroupChoice
from generator.readings.paper_roles import PaperRole
from generator.readings.paper_types import Paper

_ASKED = (PaperRole.SUBMIT, PaperRole.SHOW)


def paper_gaps(seen: ExaminedProcedure) -> Iterator[Gap]:
    """Gaps of the papers."""
    if is_left_out(seen.version.dossier.groups):
        yield seen.gap(GapKind.PAPERS_UNKNOWN, ("dossier", "groups"))
        return
    yield from _unsure(seen)
    yield from _choice(seen)
    yield from _without_copies(seen)
    yield from _sets(seen)


def _unsure(seen: ExaminedProcedure) -> Iterator[Gap]:
    found = [one for one in _papers(seen) if one.ticks]
    unsure = [one for one in found if one.role.certainty is Certainty.UNSURE]
    if unsure:
        where, count = unsure[0].words, len(unsure)
        yield seen.gap(
            GapKind.PAPERS_UNSURE, where, more=count - 1, papers=len(found), unsure=count
        )


def _choice(seen: ExaminedProcedure) -> Iterator[Gap]:
    groups = seen.read.papers.groups
    unsure = next((one for one in groups if one.choice.value is GroupChoice.UNSURE), None)
    if unsure is None or len(groups) < 2:
        return
    place = unsure.name or unsure.pointer
    yield seen.gap(GapKind.DOSSIER_CHOICE, place, groups=len(groups))


def _without_copies(seen: ExaminedProcedure) -> Iterator[Gap]:
    """Papers by their words of which the record counts nothing, though it counts others."""
    found = [one for one in _papers(seen) if not one.counted and one.role.value in _ASKED]
    if found:
        yield seen.gap(GapKind.COPIES_ZERO, found[0].words, more=len(found) - 1, papers=len(found))


def _papers(seen: ExaminedProcedure) -> Iterator[Paper]:
    """The papers that are counted, those under headings included."""
    for group in seen.read.papers.groups:
        yield from _below(group.papers)


def _below(papers: tuple[Paper, ...]) -> Iterator[Paper]:
    for paper in papers:
        if paper.role.value is PaperRole.HEADING:
            yield from _below(paper.parts)
        else:
            yield paper


def _sets(seen: ExaminedProcedure) -> Iterator[Gap]:
    """A recorded number of sets that the words, which give one number, do not give."""
    recorded, read = seen.version.dossier.sets, seen.read.papers.sets
    if recorded is None or read is None or read.certainty is Certainty.UNSURE:
        return
    if recorded != read.value:
        where = read.evidence[0]
        yield seen.gap(GapKind.SETS_CONTRADICTED, where, recorded=recorded, read=read.value)


def form_gaps(seen: ExaminedProcedure) -> Iterator[Gap]:
    """Forms that papers name and the record does not list."""
    found = [
        form
        for form in seen.read.forms
        if form.value.place is FormPlace.PAPER and form.value.recorded is None
    ]
    if found:
        names = [form.value.code or form.value.name or form.evidence[0].words for form in found]
        where = found[0].evidence[-1]
        yield seen.gap(GapKind.FORM_UNLISTED, where, names=names, more=len(found) - 1)
