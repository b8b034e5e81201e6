"""Two papers of which everybody brings one, as each reader is in one of their two cases."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from generator.readings.paper_types import Paper

_FOR_WHOM = re.compile(
    r"\(?(?:áp dụng )?đối với (?:(?P<person>cá nhân)|tổ chức|tập thể)\)?"
    r"(?:\s{1,4}theo mẫu[^;.]{0,200})?[\s;.]{0,4}",
    re.I,
)
_FORM = re.compile(r"\s{1,4}\(?theo (?:mẫu|biểu mẫu|phụ lục)(?!\w).*", re.I | re.S)


def count_twins(papers: Iterable[Paper]) -> int:
    """The papers of a group of which everybody brings one, for a person or an organisation."""
    found: dict[str, set[bool]] = defaultdict(set)
    for paper in papers:
        said = _FOR_WHOM.fullmatch(paper.condition.words) if paper.condition else None
        if said and paper.ticks:
            found[_FORM.sub("", paper.name.words).lower().strip(" ;.,")].add(bool(said["person"]))
    return sum(len(kinds) > 1 for kinds in found.values())


def count_opposites(papers: Iterable[Paper]) -> int:
    """The pairs of papers of a group, one for a case and one for its opposite, "không" in it."""
    said = Counter(
        " ".join(paper.condition.words.lower().split()).strip(" ().;,")
        for paper in papers
        if paper.ticks and paper.condition
    )
    once = {words for words, times in said.items() if times == 1}
    return sum(
        words.count(" không ") == 1 and words.replace(" không ", " ") in once for words in once
    )
