"""The papers that stand in one item of a dossier, each with its own words."""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.readings.paper_items import read_item
from generator.readings.paper_roles import PaperRole
from generator.readings.paper_types import ItemText, Paper
from generator.readings.paper_words import NAMES_CONTENT, PROVES, opens_paper, opens_plain_paper

_SET = re.compile(
    r"(?:(?:(?:\d{1,2}|một)\s(?:\([^()]{1,8}\)\s)?)?bộ (?:tài liệu|hồ sơ|giấy tờ|chứng từ)(?!\w)"
    r"|(?:thành phần )?hồ sơ(?!\w)"
    r"|(?:bản (?:sao|chụp) )?(?:toàn bộ|tất cả)(?: các)? (?:hồ sơ|giấy tờ|tài liệu)(?!\w))"
    r"[^:;.]{0,200}(?<!\w)gồm(?: có)?(?: các)?(?: giấy tờ| tài liệu)?(?: sau)?(?: đây)?\s?:?",
    re.I,
)
"""A set of papers: what is listed in it is brought, whatever it is called."""
_BY_CASE = re.compile(r"(?<!\w)hồ sơ theo các trường hợp sau(?: đây)?\s?:\Z", re.I)
"""How words end behind which the cases of a dossier are listed."""
_PAPERS = re.compile(
    r"(?:\A|(?<!\w)(?:các|những) (?:loại )?)(?:giấy tờ|tài liệu|văn bản|hồ sơ|chứng từ)(?!\w)", re.I
)
"""What several papers are called."""
_ONE_OF = re.compile(
    r"(?<!\w)(?:một (?:trong|hoặc một)(?: số)?(?: các| những)?(?: loại)?|bổ sung các)"
    r" (?:giấy tờ|tài liệu|văn bản|chứng từ|hồ sơ)(?!\w)|giấy tờ chứng minh(?!\w)",
    re.I,
)
"""Papers to choose from, or that prove something: what is listed below names them."""
_NEAR_OPENING = 60
"""Characters in which a paper says that it is several."""
RECENT_ITEMS = 1024
"""Items whose papers are held: those of a long dossier, which are asked for again and again."""
_LAST_MARK = re.compile(r"(?<=[\s:;.])(?:[-–+*•]|\(?(?:\d{1,2}|[a-zđ]|[ivx]{1,4})[.)])\Z")


@lru_cache(maxsize=RECENT_ITEMS)
def pieces_of(item: ItemText) -> tuple[Paper, ...]:
    """The papers that stand in an item, in their order, without what each contains."""
    return tuple(_pieces(read_item(item)))


def own_words(paper: Paper) -> str:
    """What is said of a paper, up to the first of the papers that stand in its words."""
    inner = (part.words.start - paper.words.start for part in paper.parts)
    end = min((at for at in inner if at > 0), default=None)
    own = paper.words.words[:end].rstrip()
    return own if end is None else own[: len(own) - _mark_at_end(own)].rstrip()


def _mark_at_end(said: str) -> int:
    """How many characters the mark of the first inner paper has, which ends the words before it."""
    found = _LAST_MARK.search(said)
    return len(found[0]) if found else 0


def papers_within(paper: Paper) -> tuple[Paper, ...]:
    """What is listed in the words of a paper, without what it contains."""
    text, own = paper.words.words, own_words(paper)
    is_set = _SET.fullmatch(own) or _BY_CASE.search(own)
    if is_set or PROVES.search(text) or _calls_several(own, paper.parts):
        return paper.parts
    return tuple(one for one in paper.parts if one.role.value is not PaperRole.CONTENT)


def _calls_several(own: str, parts: tuple[Paper, ...]) -> bool:
    """Whether words call several papers by what they are, and most parts name one each."""
    is_content = NAMES_CONTENT.search(own.rstrip(" :"), 1)
    is_several = _PAPERS.search(own, 0, _NEAR_OPENING) or not opens_paper(own)
    if not (own.endswith(":") and _ONE_OF.search(own)) and (is_content or not is_several):
        return False
    named = sum(opens_plain_paper(one.words.words) for one in parts)
    return named * 3 >= len(parts) * 2


def _pieces(papers: tuple[Paper, ...]) -> Iterator[Paper]:
    for paper in papers:
        yield paper
        yield from _pieces(papers_within(paper))
