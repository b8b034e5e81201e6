"""How many items a dossier has, and whether every reader brings each of them."""

import re
from dataclasses import dataclass

from generator.readings.evidence import Certainty
from generator.readings.recorded_papers import RecordedGroup, RecordedPaper, recorded_groups
from generator.readings.sentences import begins_with_case
from generator.records.memoize import memoize_recent
from generator.records.version import Version

_CASE = r"(?<!\w)(?:nếu|trường hợp|trừ|tùy|tuỳ|riêng đối với)(?!\w)"
_OF_CASE = re.compile(rf"{_CASE}|(?<!\w)đối với(?!\w)", re.I)
"""Words in the name of a group by which it is for some readers."""
_UNCERTAIN = re.compile(
    rf"{_CASE}|(?<!\w)(?:đối với|riêng|hoặc|hay|một trong|khi|có thể)(?!\w)", re.I
)
"""Words by which it may be so."""
_SEVERAL = re.compile(
    r"\A\W{0,4}(?:(?:bộ )?hồ sơ(?: (?:đề nghị|đăng ký|xin|cấp|gồm|bao))|thành phần|các|những)(?!\w)"
    r"|(?<!\w)kèm(?! theo (?:thông tư|nghị định|quyết định))(?!\w)",
    re.I,
)
"""Words of an item that stands above papers, or with which further papers come."""
_PLAIN_NAME = re.compile(
    r"(?:\d{0,2}[.)]?\s?)?(?:các |những )?(?:loại )?(?:giấy tờ|(?:thành phần )?hồ sơ|thành phần)"
    r"(?: (?:cần|phải|bao|gồm|nộp|có|xuất trình))*\s?:?",
    re.I,
)
"""A name that stands above a whole dossier."""


@dataclass(frozen=True, slots=True)
class DossierCount:
    """How many items a dossier has, in how many groups.

    `all_needed`: every reader brings each of them, once; `by_case`: groups are for some alone.
    """

    items: int
    groups: int
    all_needed: bool
    by_case: bool


@memoize_recent
def count_dossier(version: Version) -> DossierCount:
    """How many items the source has, and whether all of them are needed."""
    groups = [group for group in recorded_groups(version) if group.papers]
    papers = [paper for group in groups for paper in group.papers if not paper.is_of_filing]
    said = [paper.words for paper in papers] + [group.name for group in groups]
    optional = any(paper.item.required is False for paper in papers)
    by_case = optional or any(map(_is_for_a_case, groups))
    plain = all(not group.name or _PLAIN_NAME.fullmatch(group.name) for group in groups)
    sure = plain and not optional and not any(map(_UNCERTAIN.search, said))
    alike = len({paper.words.lower() for paper in papers}) < len(papers)
    exact = sure and len(groups) == 1 and not alike and all(map(_is_one, papers))
    return DossierCount(len(papers), len(groups), exact, by_case)


def _is_for_a_case(group: RecordedGroup) -> bool:
    """Whether a group, or items in it below a heading, are for some readers alone.

    An item that says so of itself ("nếu có") shows it, and tells nothing of the others.
    """
    headings = (paper.words for paper in group.papers if paper.is_heading)
    return bool(_OF_CASE.search(group.name)) or any(map(begins_with_case, headings))


def _is_one(paper: RecordedPaper) -> bool:
    """Whether an item is one paper that every reader brings."""
    read = paper.papers
    one = len(read) == 1 and read[0].ticks and not read[0].parts and read[0].condition is None
    sure = read[0].role.certainty is not Certainty.UNSURE and not _SEVERAL.search(paper.words)
    return one and sure and paper.item.kind != "note" and ";" not in paper.words.rstrip(" ;.")
