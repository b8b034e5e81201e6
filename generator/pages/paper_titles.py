"""The names of groups of papers, cut to their room: they can still be told apart."""

import re
from collections.abc import Sequence

from generator.pages.answers.short_names import plain_name, short_names
from generator.pages.paper_fits import Fit
from generator.readings.cut_words import cut_at_sense
from generator.readings.enumeration import skip_marks
from generator.readings.paper_wording import without_sources

_LEAST_TITLE = 100
"""Characters of the name of a group from a third of which on a bracket may be left out."""
_OPENING, _WHOLE_TITLE = 60, 220
"""Characters that such a name begins with, and of one that stays whole."""
_LEAST_CASE = 70
"""Characters at least of each case that such a name lists."""
_GOES_ON = re.compile(
    r"[\s,;]{1,4}(?:(?:thì )?(?:thành phần |bộ )?hồ sơ )?(?:bao )?gồm(?: có)?(?: các)?"
    r"(?: giấy tờ| tài liệu)?(?: sau)?(?: đây)?\Z",
    re.I,
)
"""The end of the name of a case: "… , hồ sơ gồm"."""
_CHOICE = re.compile(
    r"(?<!\w)(?P<said>(?:(?:nộp|bổ sung|gồm|có|kèm)(?: theo)? )?một trong (?:số )?(?:các|những|hai)"
    r"(?: [^\s.;:()]{1,12}){1,14})\Z",
    re.I,
)
"""The end of the name of a group of which one paper is enough."""
_NUMBERED = re.compile(r"(?:trường hợp|phần|nhóm) (?:thứ )?[0-9]{1,2}\s?[:.)–-]\s{1,3}", re.I)


def shown_titles(names: Sequence[str], fit: Fit) -> list[str]:
    """The names of groups; those that are cut can still be told apart."""
    starts = [_end_of_mark(name) for name in names]
    cases = [_case(name[start:], fit) for name, start in zip(names, starts, strict=True)]
    short = short_names(cases, fit.longest_title)
    return [
        name
        if len(name) <= fit.longest_title
        else _with_choice(_title(name[:start], _with_opening(said, case)), name)
        for name, start, said, case in zip(names, starts, short, cases, strict=True)
    ]


def _end_of_mark(name: str) -> int:
    """Where the words of a title begin: behind "a)", or "Trường hợp 2:"."""
    start = skip_marks(name, 0, len(name))
    numbered = _NUMBERED.match(name, start)
    return numbered.end() if numbered else start


def _with_choice(title: str, name: str) -> str:
    """A cut name of a group with its end that asks for one of several papers."""
    choice = _CHOICE.search(without_sources(name))
    if choice is None or "một trong" in title:
        return title
    return f"{title.removesuffix('…').rstrip()} … {choice['said']}"


def _with_opening(said: str, case: str) -> str:
    """A cut name of a group with the words that it opens with: it is never cut at its front."""
    if not said.startswith("…"):
        return said
    opening = cut_at_sense(plain_name(case), _OPENING)
    return case if len(case) <= _WHOLE_TITLE else f"{opening.removesuffix('…')} … {said[1:]}"


def _case(name: str, fit: Fit) -> str:
    """The name of a group without what follows the case that it names; of several, each cut."""
    case = _GOES_ON.sub("", without_sources(name))
    every = case.split("; ")
    if len(case) <= fit.longest_title or len(every) == 1:
        return case
    most = max(_LEAST_CASE, fit.longest_title // len(every))
    return "; ".join(cut_at_sense(one, most) for one in every)


def _title(mark: str, said: str) -> str:
    """A cut name of a group, without a bracket that the cut left open."""
    opening = said.rfind("(")
    if opening > _LEAST_TITLE // 3 and ")" not in said[opening:]:
        said = f"{said[:opening].rstrip()}…"
    return f"{mark.rstrip()} {said}" if mark else said[:1].upper() + said[1:]
