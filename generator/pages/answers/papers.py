"""How many papers to bring: a number that the source gives, and nothing that is reckoned."""

from generator.locale import Words
from generator.readings.dossier_counts import DossierCount


def paper_count_words(count: DossierCount, words: Words) -> str:
    """How many papers when all are needed, else how many items the source has; empty for none."""
    if not count.items:
        return ""
    if count.all_needed and count.items == 1:
        return words("answer.one_paper")
    if count.all_needed:
        return words("answer.paper_count", count=count.items)
    said = words("answer.paper_items", count=count.items)
    if count.run_on:
        said = words("answer.papers_run_on")
    elif count.groups > 1:
        said = words("answer.paper_groups", count=count.items, groups=count.groups)
    if count.by_case:
        return words("answer.paper_by_case", said=said)
    return said[:1].upper() + said[1:]
