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
_REQUEST = re.compile(
    r"(?:bản chính )?(tờ khai|đơn|mẫu đơn|bản khai|(?:giấy|phiếu|văn bản) đề nghị)(?!\w)", re.I
)
_SHORTEST_CASE, _SHARED = 6, 0.9
"""Words of a case, and the share of them that a title must have to name it."""
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
    by_case = optional or any(_is_for_a_case(group, version.title) for group in groups)
    plain = all(not group.name or _PLAIN_NAME.fullmatch(group.name) for group in groups)
    sure = plain and not optional and not any(map(_UNCERTAIN.search, said))
    alike = len({paper.words.lower() for paper in papers}) < len(papers)
    told = sure and not alike and not _have_rivals(papers)
    exact = told and len(groups) == 1 and all(map(_is_one, papers))
    return DossierCount(len(papers), len(groups), exact, by_case)


def _have_rivals(papers: list[RecordedPaper]) -> bool:
    """Whether two papers are requests or declarations of one kind: each may be for some."""
    kinds = [match[1].lower() for paper in papers if (match := _REQUEST.match(paper.bare_words))]
    return len(set(kinds)) < len(kinds)


def _is_for_a_case(group: RecordedGroup, title: str) -> bool:
    """Whether a group, or items in it below a heading, are for some readers alone.

    An item that says so of itself ("nếu có") shows it, and tells nothing of the others; a case
    that the title tells too is that of all.
    """
    headings = (paper.words for paper in group.papers if paper.is_heading)
    case = _OF_CASE.search(group.name)
    opens = begins_with_case(group.name)
    of_some = case is not None and (opens or not _is_of_all(group.name[case.start() :], title))
    return of_some or any(map(begins_with_case, headings))


def _is_of_all(case: str, title: str) -> bool:
    """Whether the words of a case ("trường hợp …") are those of the title, all but few."""
    words = case.lower().split()
    shared = set(words) & set(title.lower().split())
    told = case.lower().startswith("trường hợp") and len(words) >= _SHORTEST_CASE
    return told and len(shared) >= _SHARED * len(set(words))


def _is_one(paper: RecordedPaper) -> bool:
    """Whether an item is one paper that every reader brings."""
    read = paper.papers
    one = len(read) == 1 and read[0].ticks and not read[0].parts and read[0].condition is None
    sure = read[0].role.certainty is not Certainty.UNSURE and not _SEVERAL.search(paper.words)
    return one and sure and paper.item.kind != "note" and ";" not in paper.words.rstrip(" ;.")
