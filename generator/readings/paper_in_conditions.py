"""Papers that only the conditions of a procedure ask for: translations, and proof in some cases."""

import re
from collections.abc import Iterator
from itertools import islice

from generator.findings.problem import Pointer
from generator.readings.evidence import Evidence, evidence_of
from generator.readings.paper_steps import listed_words
from generator.readings.papers import PaperReadings
from generator.records.version import Version

_MOST = 2
_REACH = 8_000
"""Characters of a condition in which papers are looked for."""
_ASKED = re.compile(
    r"(?<!\w)phải (?:được dịch (?:sang|ra) tiếng (?=việt)|(?:có|nộp) thêm bản dịch(?!\w))"
    r"|(?<!\w)kèm theo bản dịch tiếng việt(?!\w)"
    r"|(?<!\w)(?:phải có|(?:cần|thì) bổ sung)"
    r" (?P<paper>giấy tờ chứng minh|bảng điểm|giấy xác nhận|phụ lục văn bằng)(?!\w)",
    re.I,
)
_TRANSLATED = "dịch"
"""A word that a dossier has where it asks for translations."""
_BREAK = re.compile(r"[.;](?=\s|\Z)|\n")


def papers_in_conditions(version: Version, papers: PaperReadings) -> tuple[Evidence, ...]:
    """The sentences of conditions that ask for what no item of the dossier speaks of."""
    listed = listed_words(papers)
    found: dict[str, Evidence] = {}
    for number, clause in enumerate(version.conditions.items):
        pointer: Pointer = ("conditions", "items", number, "text")
        for match in _asking(clause.text, listed):
            one = _sentence(pointer, clause.text, match)
            found.setdefault(one.words.lower(), one)
    return tuple(islice(found.values(), _MOST))


def _asking(text: str, listed: str) -> Iterator[re.Match[str]]:
    for match in _ASKED.finditer(text, 0, _REACH):
        if " ".join((match["paper"] or _TRANSLATED).lower().split()) not in listed:
            yield match


def _sentence(pointer: Pointer, text: str, match: re.Match[str]) -> Evidence:
    starts = [one.end() for one in _BREAK.finditer(text, 0, match.start())]
    stop = _BREAK.search(text, match.end())
    start, end = starts[-1] if starts else 0, stop.start() if stop else len(text)
    start += len(text[start:end]) - len(text[start:end].lstrip(" \n+*•–-"))
    return evidence_of(pointer, text, start, start + len(text[start:end].rstrip()))
