"""How many papers to bring, of which the list stands right below."""

from generator.locale import Words
from generator.readings.paper_groups import GroupChoice
from generator.readings.paper_items import Paper
from generator.readings.papers import PaperGroup, PaperReadings


def paper_count_words(papers: PaperReadings, words: Words) -> str:
    """The number of papers that everybody needs, or of the cases to choose from."""
    groups = [group for group in papers.groups if count_papers(group)]
    cases = [group for group in groups if group.choice.value is GroupChoice.ONE]
    everybody = [group for group in groups if group.choice.value is GroupChoice.ALL]
    shared = sum(map(count_papers, everybody or ([] if cases else groups)))
    said = [words("answer.paper_count", count=shared)] if shared else []
    return "; ".join([*said, words("answer.case_count", count=len(cases))] if cases else said)


def count_papers(group: PaperGroup) -> int:
    """The papers of a group that a reader ticks off, those under headings included."""
    return sum(_count(paper) for paper in group.papers)


def _count(paper: Paper) -> int:
    return 1 if paper.ticks else sum(map(_count, paper.parts))
