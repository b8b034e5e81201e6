"""How many papers to bring, of which the list stands right below."""

from generator.locale import Words
from generator.readings.paper_summary import DossierChoice, PaperSummary, summarise_papers
from generator.readings.paper_types import Paper
from generator.readings.papers import PaperGroup, PaperReadings


def paper_count_words(papers: PaperReadings, words: Words) -> str:
    """How many papers, and of how many cases one is chosen; empty when there are none."""
    summary = summarise_papers(papers)
    if not summary.most:
        return ""
    count = _count_words(summary, words)
    if summary.cases:
        return "; ".join([count, words("answer.case_count", count=summary.cases)])
    unknown = summary.choice is DossierChoice.UNKNOWN and len(papers.groups) > 1
    return "; ".join([count, words("answer.case_unknown")]) if unknown else count


def _count_words(summary: PaperSummary, words: Words) -> str:
    if summary.fewest == summary.most:
        return words("answer.paper_count", most=summary.most)
    if not summary.fewest:
        return words("answer.paper_upto", most=summary.most)
    return words("answer.paper_range", fewest=summary.fewest, most=summary.most)


def count_papers(group: PaperGroup) -> int:
    """The papers of a group that a reader ticks off, those under headings included."""
    return sum(_count(paper) for paper in group.papers)


def _count(paper: Paper) -> int:
    return 1 if paper.ticks else sum(map(_count, paper.parts))
