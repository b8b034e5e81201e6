"""How many papers to bring, with a link to the list, which stands right below."""

from generator.locale import Words
from generator.pages.answers.cell import answer, stands_out
from generator.pages.nodes.html import Html, anchor, element
from generator.readings.paper_groups import GroupChoice
from generator.readings.paper_items import Paper
from generator.readings.papers import PaperGroup, PaperReadings


def papers_answer(papers: PaperReadings, words: Words) -> Html:
    """The number of papers that everybody needs, or of the cases to choose from."""
    groups = [group for group in papers.groups if count_papers(group)]
    if not groups:
        return answer([stands_out(words("answer.no_papers"))])
    everybody = [group for group in groups if group.choice.value is GroupChoice.ALL]
    cases = [group for group in groups if group.choice.value is GroupChoice.ONE]
    shared = sum(map(count_papers, everybody or ([] if cases else groups)))
    said = [words("answer.paper_count", count=shared)] if shared else []
    said += [words("answer.case_count", count=len(cases))] if cases else []
    link = anchor("; ".join(said), f"#{words('anchor.part.dossier')}")
    return answer([element("strong", link)])


def count_papers(group: PaperGroup) -> int:
    """The papers of a group that a reader ticks off, those under headings included."""
    return sum(_count(paper.ticks, paper.parts) for paper in group.papers)


def _count(ticks: bool, parts: tuple[Paper, ...]) -> int:
    return 1 if ticks else sum(_count(part.ticks, part.parts) for part in parts)
