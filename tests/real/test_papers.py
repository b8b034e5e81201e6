"""Papers and steps as read by hand in the real catalogue: places of items, kinds, who acts."""

from collections import Counter
from collections.abc import Iterator

import pytest

from generator.readings.dossier_counts import count_dossier
from generator.readings.paper_types import Paper
from generator.readings.papers import PaperReadings, read_papers
from generator.readings.step_actors import StepActor
from generator.readings.steps import read_passages
from generator.records.catalogue import Catalogue
from generator.records.version import Version
from tests.real.judged import judged_rows, needs_real_data

LETTERS = {StepActor.READER: "R", StepActor.OFFICE: "O", StepActor.UNSURE: "U"}

pytestmark = needs_real_data


def all_papers(papers: tuple[Paper, ...]) -> Iterator[Paper]:
    for paper in papers:
        yield paper
        yield from all_papers(paper.parts)


def listed(found: PaperReadings) -> Iterator[Paper]:
    return (paper for group in found.groups for paper in all_papers(group.papers))


def application(version: Version) -> str:
    """The groups and items that are the application: "0.2 1.0"."""
    found = {paper.pointer for paper in listed(read_papers(version)) if paper.application}
    return " ".join(f"{place[3]}.{place[5]}" for place in sorted(found, key=str)) or "none"


def groups(version: Version) -> str:
    found = sorted(read_papers(version).groups, key=lambda group: int(group.pointer[3]))
    return " ".join(group.choice.value.value for group in found)


def steps(version: Version) -> str:
    found = [one for one in read_passages(version) if not one.preface]
    return "".join(LETTERS[one.actor.value] for one in found)


QUESTIONS = {
    "application": application,
    "groups": groups,
    "steps": steps,
}


@pytest.fixture(scope="module")
def versions(catalogue: Catalogue) -> dict[str, Version]:
    return {code: found[-1] for code, found in catalogue.versions.items()}


@pytest.mark.parametrize(
    ("question", "least"), [("application", 96), ("groups", 90), ("steps", 85)]
)
def test_papers_and_steps_are_read_as_by_hand(
    versions: dict[str, Version], question: str, least: int
) -> None:
    rows = [row for row in judged_rows("papers.csv") if row["question"] == question]
    found = Counter(QUESTIONS[question](versions[row["code"]]) == row["verdict"] for row in rows)
    assert found[True] * 100 >= least * len(rows), found


def test_a_number_of_papers_is_claimed_only_where_it_is_right(versions: dict[str, Version]) -> None:
    rows = [row for row in judged_rows("papers.csv") if row["question"] == "papers"]
    counts = ((count_dossier(versions[row["code"]]), row["verdict"]) for row in rows)
    claimed = [str(count.items) == verdict for count, verdict in counts if count.all_needed]
    assert len(claimed) >= 20
    assert all(claimed)


def test_no_tick_box_stands_for_zero_copies(versions: dict[str, Version]) -> None:
    """A paper whose grounds stand in items of their own has the copies that those have."""
    for version in versions.values():
        recorded = version.dossier.groups.items
        counts = any(item.originals or item.copies for one in recorded for item in one.items)
        for paper in listed(read_papers(version)):
            said = [
                recorded[int(one.pointer[3])].items[int(one.pointer[5])]
                for one in (paper, *paper.parts)
            ]
            if counts and paper.ticks:
                assert any(item.originals or item.copies for item in said) or paper.count
