"""How many items a dossier has, and whether every reader brings each of them."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import combinations, permutations

from generator.readings.evidence import Certainty
from generator.readings.paper_names import kind_end
from generator.readings.recorded_papers import RecordedGroup, RecordedPaper, recorded_groups
from generator.readings.sentences import begins_with_case
from generator.records.memoize import memoize_recent
from generator.records.version import Version

_CASE = r"(?<!\w)(?:nếu|trường hợp|trừ|tùy|tuỳ|riêng đối với)(?!\w)"
_OF_CASE = re.compile(rf"{_CASE}|(?<!\w)đối với(?!\w)", re.I)
"""Words in the name of a group by which it is for some readers."""
_UNCERTAIN = re.compile(
    rf"{_CASE}|(?<!\w)(?:đối với|riêng|hoặc|hay|một trong|khi|có thể|bị (?:hư )?hỏng|bị rách"
    r"|sai sót|(?:viết|ghi) sai)(?!\w)",
    re.I,
)
"""Words by which it may be so: a damaged paper is no lost one."""
_CHANGE = r"(?:thay đổi|sửa đổi|điều chỉnh)"
_OF_CHANGE = re.compile(
    rf"(?<!được )(?<!\w){_CHANGE}(?!\w)(?!,? bổ sung (?:tại|bởi|theo|một số|nghị định|thông tư))",
    re.I,
)
"""A paper on what has changed, which not everybody has to tell."""
_TITLE_OF_CHANGE = re.compile(rf"{_CHANGE}|bổ sung|gia hạn|(?<!\w)đổi(?!\w)", re.I)
_SEVERAL = re.compile(
    r"\A\W{0,4}(?:(?:bộ )?hồ sơ(?: (?:đề nghị|đăng ký|xin|cấp|gồm|bao))|thành phần|các|những)(?!\w)"
    r"|(?<!\w)kèm(?! theo (?:thông tư|nghị định|quyết định))(?!\w)",
    re.I,
)
"""Words of an item that stands above papers, or with which further papers come."""
_REQUEST = re.compile(
    r"(?:bản chính )?(tờ khai|đơn|mẫu đơn|bản khai|(?:giấy|phiếu|văn bản) đề nghị)(?!\w)", re.I
)
_OF_PERSON_AND_BODY = {"đơn", "văn bản đề nghị"}
"""Requests of which one is the reader's own, and the other that of a body that passes it on."""
_SHORTEST_CASE, _SHARED = 6, 0.9
"""Words of a case, and the share of them that a title must have to name it."""
_KIND, _BEGINNING, _ALIKE = 2, 14, 0.75
"""Words that tell the kind of a paper, those by which two are compared, and the share of them that
makes two papers of one kind the same one in two cases.
"""
_NEXT_MARK = re.compile(r"[.;:,]\s{1,3}(?:[-+•–*]|[a-zđ]\))\s{1,3}\w")
"""The mark of a further entry in the words of an item."""
_MOST_OF = 2
"""So many times the items that are lists are at least all of them: half."""
_PLAIN_NAME = re.compile(
    r"(?:\d{0,2}[.)]?\s?)?(?:các |những )?(?:loại )?(?:giấy tờ|(?:thành phần )?hồ sơ|thành phần)"
    r"(?: (?:cần|phải|bao|gồm|nộp|có|xuất trình))*\s?:?",
    re.I,
)
"""A name that stands above a whole dossier."""

_SPARED = re.compile(
    r"(?<!\w)không (?:phải|cần|bắt buộc)(?: phải)? (?:nộp|gửi|xuất trình|cung cấp)(?: lại| thêm)?"
    r"(?: kèm(?: theo)?)? (?P<paper>(?:bản \w+ )?\w+ \w+)",
    re.I,
)
"""What some readers need not hand in, by the words of a step."""


@dataclass(frozen=True, slots=True)
class DossierCount:
    """How many items a dossier has, in how many groups.

    `all_needed`: every reader brings each of them, once; `by_case`: groups are for some alone;
    `run_on`: items are lists themselves, so that their number is not that of papers.
    """

    items: int
    groups: int
    all_needed: bool
    by_case: bool
    run_on: bool = False


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
    told = sure and not alike and not _have_rivals(papers, version.title)
    one_list = told and len(groups) == 1 and all(map(_is_one, papers))
    exact = one_list and not _spares_some(version, said)
    lists = sum(map(_holds_list, papers))
    run_on = lists > 0 and lists * _MOST_OF >= len(papers)
    return DossierCount(len(papers), len(groups), exact, by_case, run_on)


def _spares_some(version: Version, said: list[str]) -> bool:
    """Whether a step says that some readers need not hand in a paper of a list."""
    listed = " ".join(said).lower()
    found = (one for step in version.steps.items for one in _SPARED.finditer(step.text or ""))
    return any(one["paper"].lower() in listed for one in found)


def _holds_list(paper: RecordedPaper) -> bool:
    """Whether an item names several papers, or goes on with a line or a mark of a list."""
    read = paper.papers
    parts = max((len(one.parts) for one in read), default=0)
    return max(len(read), parts) > 1 or _NEXT_MARK.search(paper.item.name) is not None


def _have_rivals(papers: list[RecordedPaper], title: str) -> bool:
    """Whether papers may be for some alone: two requests of one kind, two for two acts that the
    title lists, the same one of two cases, or one on a change that the title does not speak of.
    """
    said = [paper.bare_words for paper in papers]
    kinds = [match[1].lower() for one in said if (match := _REQUEST.match(one))]
    several = len(set(kinds)) < len(kinds) or set(kinds) >= _OF_PERSON_AND_BODY
    others = [one for one in said if not _REQUEST.match(one)]
    changed = any(map(_OF_CHANGE.search, others)) and not _TITLE_OF_CHANGE.search(title)
    return several or changed or any(_are_rivals(*pair, title) for pair in combinations(said, 2))


def _are_rivals(one: str, other: str, title: str) -> bool:
    """Whether two papers of one kind differ little, or each is for an act that a title lists."""
    first, second = (_beginning(said) for said in (one, other))
    if first[:_KIND] != second[:_KIND]:
        return False
    shared = Counter(first) & Counter(second)
    alike = shared.total() >= _ALIKE * max(len(first), len(second))
    acts = [re.escape(" ".join(said[_KIND : 2 * _KIND])) for said in (first, second)]
    return alike or any(_lists(title, *pair) for pair in permutations(acts))


def _lists(title: str, act: str, other: str) -> bool:
    """Whether a title names one act, and another one soon behind a comma or "or"."""
    between = r"[^,;]{0,20}(?:,|/|\shoặc\s)[^,;]{0,20}"
    return act != other and re.search(f"{act}{between}{other}", title.lower()) is not None


def _beginning(said: str) -> list[str]:
    """The first words of a paper, without those on what kind of copy it is."""
    start = kind_end(said, 0, len(said))
    return re.findall(r"\w+", said[start:].lower())[:_BEGINNING]


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
