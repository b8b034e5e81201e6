"""Papers that a source tells in the heading of a case: "Trường hợp đàn mới: - Đơn … - Sổ …"."""

import re

from generator.readings.enumeration import skip_marks
from generator.readings.paper_words import opens_paper

_ITEM = re.compile(r"(?<=[.;:])\s{0,3}(?=[-–+]\s?[A-ZĐ])")
"""Where an item of a heading begins."""
_MARKED = re.compile(r"\A\s{0,3}[-–+]")
_LEAST = 2
"""Papers at least that make a heading a list."""


def split_heading(name: str) -> tuple[str, tuple[str, ...]]:
    """The heading itself, and the papers that are told in it: none where most items are no papers.

    >>> split_heading("Trường hợp đàn mới: - Đơn nuôi ong. - Giấy thuê vườn.")
    ('Trường hợp đàn mới:', ('- Đơn nuôi ong.', '- Giấy thuê vườn.'))
    """
    lead, *items = _ITEM.split(name)
    if _MARKED.match(lead):
        lead, items = "", [lead, *items]
    papers = sum(opens_paper(one, skip_marks(one, 0, len(one))) for one in items)
    told = papers >= _LEAST and papers * 3 >= len(items) * 2
    if not told or (lead and not lead.endswith(":")):
        return name, ()
    return lead, tuple(one.strip() for one in items)
