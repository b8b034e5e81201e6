"""Papers of all among those of which one is chosen: the portal's export lost their order.

What tells that it was lost: the application stands below "một trong các giấy tờ sau".
"""

import re
from collections.abc import Sequence

from generator.readings.enumeration import leading_mark, skip_marks
from generator.readings.paper_forms import rank_application
from generator.readings.paper_items import asks_for_one
from generator.readings.paper_words import ENDS_LIST, opens_plain_paper
from generator.readings.sentences import begins_with_case

OF_WAY = re.compile(
    r"\W{0,9}(?:\w{1,2}[.)]\s)?(?:(?:trong )?(?:đối với )?trường hợp\s(?:nộp hồ sơ\s|được\s)?"
    r"(?:(?:người )?(?:ủy|uỷ) quyền|đăng ký (?:\w{1,12} ){0,4}trên môi trường điện tử"
    r"|đăng ký qua mạng|thực hiện qua|chưa có tài khoản định danh)|người (?:ủy|uỷ) quyền và)(?!\w)",
    re.I,
)
"""How a heading begins on who is authorised, or on a way of filing."""
AUTHORISED = re.compile(r"(?<!\w)(?:ủy|uỷ) quyền(?!\w)", re.I)
_WHOLE_LIST = re.compile(r"(?:thành phần )?hồ sơ (?:bao )?gồm(?!\w)", re.I)
_BESIDES = re.compile(
    r"(?<!\w)ngoài (?:các |những )?(?:giấy tờ|thành phần|tài liệu|hồ sơ)(?!\w)", re.I
)
"""Words of a name by which what stands below it comes on top of other papers."""
_APPLICATION = 1
"""The rank of a paper that is an application by its name."""
_END = 30
"""Characters of the end of words that tell that papers follow."""


def strays_of_choice(name: str, texts: Sequence[str]) -> list[int]:
    """The items without a mark in a group of which one is chosen, if the application is one.

    Those that lead to other papers are the last of them.
    """
    bare = [at for at, text in enumerate(texts) if leading_mark(text) is None]
    is_choice = asks_for_one(name, 0, len(name)) and len(bare) < len(texts)
    if not is_choice or not any(map(_is_application, (texts[at] for at in bare))):
        return []
    return sorted(bare, key=lambda at: texts[at].rstrip().endswith(":"))


def of_all(name: str, texts: Sequence[str]) -> list[int]:
    """The items of all below a name of what comes on top for some of them.

    That is the list of the whole dossier, or what has only a bullet among lettered papers on who is
    authorised, of whom it says nothing.
    """
    if not begins_with_case(name):
        return []
    bare = [_bare(text) for text in texts]
    whole = [at for at, said in enumerate(bare) if _WHOLE_LIST.match(said)]
    if whole and _BESIDES.search(name):
        return whole if len(whole) < len(texts) else []
    lettered = [at for at, text in enumerate(texts) if are_lettered([text])]
    rest = [at for at in range(len(texts)) if at not in lettered]
    others = [at for at in rest if not begins_with_case(bare[at])]
    told = len(lettered) > 1 and all(AUTHORISED.search(texts[at]) for at in lettered)
    own = told and not any(AUTHORISED.search(texts[at]) for at in others)
    return others if own and OF_WAY.match(name) else []


def beside_heading(name: str, texts: Sequence[str]) -> list[int]:
    """The items that go on with the letters of the heading above them: they stand beside it.

    "b) …" with "+ …" and "c) …" below it; what has no mark is not known to be below it either.
    """
    head = leading_mark(name)
    if head is None or not head.rank:
        return []
    marks = [leading_mark(text) for text in texts]
    later = [
        at
        for at, mark in enumerate(marks)
        if mark and mark.family == head.family and mark.rank > head.rank
    ]
    papers = [at for at in later if opens_plain_paper(_bare(texts[at]))]
    below = [at for at, mark in enumerate(marks) if mark and at not in later]
    bare = [at for at, mark in enumerate(marks) if mark is None]
    return sorted(papers + bare) if papers and below else []


def _bare(text: str) -> str:
    return text[skip_marks(text, 0, len(text)) :]


def are_lettered(texts: Sequence[str]) -> bool:
    """Whether letters or numbers tell that items are of one list."""
    marks = [leading_mark(text) for text in texts]
    return all(mark is not None and mark.rank for mark in marks)


def order_around_choice(texts: Sequence[str]) -> list[int] | None:
    """Papers without marks, the headings last of which one is chosen for a case.

    None where no application stands below one: the order may be that of the source.
    """
    heads = [at for at, text in enumerate(texts) if asks_below(text)]
    below = texts[heads[0] + 1 :] if heads else ()
    if any(map(leading_mark, texts)) or not any(map(_is_application, below)):
        return None
    return sorted(range(len(texts)), key=heads.__contains__)


def asks_below(text: str) -> bool:
    """Whether an item without a mark asks, in a case, for one of the papers that follow it."""
    said = " ".join(text.split())
    leads = ENDS_LIST.search(said[-_END:]) is not None and asks_for_one(said, 0, len(said))
    return leads and begins_with_case(said) and leading_mark(text) is None


def _is_application(text: str) -> bool:
    return rank_application(text) == _APPLICATION
