"""How many papers to bring, of which the list stands right below."""

from generator.locale import Words
from generator.readings.paper_summary import DossierChoice, summarise_papers
from generator.readings.paper_types import Paper
from generator.readings.papers import PaperGroup, PaperReadings


def paper_count_words(papers: PaperReadings, words: Words) -> str:
    """How many papers, and of how many cases one is chosen; empty when there are none."""
    summary = summarise_papers(papers)
    if not summary.most:
        return ""
    count = range_words(summary.fewest, summary.most, words)
    if summary.cases:
        return "; ".join([count, words("answer.case_count", count=summary.cases)])
    unknown = summary.choice is DossierChoice.UNKNOWN and len(papers.groups) > 1
    return "; ".join([count, words("answer.case_unknown")]) if unknown else count


def range_words(fewest: int, most: int, words: Words) -> str:
    """A number of papers, or from how few to how many."""
    if fewest == most:
        return words("answer.paper_count", most=most)
    if not fewest:
        return words("answer.paper_upto", most=most)
    return words("answer.paper_range", fewest=fewest, most=most)


def count_papers(group: PaperGroup) -> int:
    """The papers of a group that a reader ticks off, those under headings included."""
    return sum(_count(paper) for paper in group.papers)


def _count(paper: Paper) -> int:
    return 1 if paper.ticks else sum(map(_count, paper.parts))
