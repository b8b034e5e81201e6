"""What the groups of a dossier are to one another: cases of which a reader chooses, or one list."""

import re
from enum import StrEnum

from generator.law.tables import paper_words
from generator.readings.alternation import alternation
from generator.readings.evidence import Certainty

_WORDS = paper_words()
_ALWAYS = re.compile(alternation(_WORDS["group_always"]), re.I)
"""A name that stands above part of one list."""

_ADDED = re.compile(rf"(?<!\w){alternation(_WORDS['group_added'])}(?!\w)", re.I)
"""A name of papers that come on top of others, for some readers."""

_CASE = re.compile(rf"{alternation(_WORDS['group_case'])}(?!\w)", re.I)
_FOR_SOME = re.compile(r"(?<!\w)(?:nộp|có|hồ sơ|giấy tờ)\s{1,4}đối với(?!\w)", re.I)
_WHOLE_DOSSIER = re.compile(r"(?:\d{1,2}[.)]?\s{0,4})?(?:thành phần|số lượng|hồ sơ chung)", re.I)
_CASE_OPENS = re.compile(r"(?:trong )?trường hợp|đối với", re.I)
_NEAR = 80
_REACH = 500
"""Characters of a name that can say that its papers come on top."""
_OF_SOMEBODY = re.compile(r"(?:thành phần\s{1,4})?hồ sơ\s{1,4}của(?!\w)", re.I)
"""Papers of one of the people concerned: all of them may be needed, or those of one."""

_BY_HAND = re.compile(r"(?<!\w)(?:trực tiếp|bản giấy|bưu chính|bưu điện)(?!\w)", re.I)
_ONLINE = re.compile(r"(?<!\w)(?:trực tuyến|môi trường điện tử|môi trường mạng)(?!\w)", re.I)


_BY_CHANNEL = re.compile(
    r"(?:trong\s)?trường hợp\s(?:nộp|gửi)\s(?:hồ sơ\s)?(?:trực tiếp|trực tuyến|qua)(?!\w)", re.I
)
"""A name of what one who files in a certain way does with the papers of the other groups."""
_SIDE = re.compile(
    r"(?:thành phần\s{1,4})?hồ sơ\s{1,4}của\s{1,4}(?:người|trẻ em|cá nhân)\s{1,4}"
    r"(?:(?P<adopted>được\s{1,4}(?:\w+\s{1,4})?)?(?:nhận|xin nhận|giới thiệu))(?!\w)",
    re.I,
)
_SENT = re.compile(r"(?<!\w)(?:gửi\s(?:đến\s|tới\s|cho\s)?|nộp\scho\s)(\w{1,20}\s\w{1,20})", re.I)


_BEFORE_OFFICE = re.compile(
    r"đối với (?:sở|cục|chi cục|bộ|ủy ban|uỷ ban|cơ quan)\s[^;:]{0,80}"
    r"(?<!\w)(?:nơi|đã|chuyển|tiếp nhận)(?!\w)",
    re.I,
)
"""Papers for the office of before, and those for the office of after."""


class GroupChoice(StrEnum):
    """Who needs the papers of a group."""

    ALL = "all"
    """Every reader: the group is part of one list."""
    ONE = "one"
    """Readers in one case: they choose one of the groups that say so."""
    CONDITIONAL = "conditional"
    """Readers to whom its condition applies, on top of the others."""
    UNSURE = "unsure"
    """The words do not tell."""


def choose_groups(
    names: list[str], applications: list[bool]
) -> list[tuple[GroupChoice, Certainty]]:
    """What each group is, by its name and by whether an application stands in it."""
    if len(names) < 2:
        return [(GroupChoice.ALL, Certainty.SURE) for _ in names]
    if _are_stages(names) or _are_of_both_sides(names):
        return [(GroupChoice.ALL, Certainty.LIKELY) for _ in names]
    kinds = _by_channel(names, [_kind_of(name) for name in names])
    cases = [kind is GroupChoice.ONE for kind in kinds]
    complete = sum(case and own for case, own in zip(cases, applications, strict=True))
    if all(applications) and GroupChoice.ALL not in kinds:
        complete = len(names)
    common = _common(names, applications, cases)
    if common is not None:
        kinds[common] = GroupChoice.ALL
        cases[common] = False
    settled = [
        _settled(kind, own, sum(cases), complete, sum(applications), bool(_BY_CHANNEL.match(name)))
        if not _OF_SOMEBODY.match(name)
        else (GroupChoice.UNSURE, Certainty.UNSURE)
        for name, kind, own in zip(names, kinds, applications, strict=True)
    ]
    return _without_lone_case(settled)


def _common(names: list[str], applications: list[bool], cases: list[bool]) -> int | None:
    """The only group with an application among cases without one: everybody brings its papers."""
    if sum(applications) != 1 or sum(cases) < 2:
        return None
    at = applications.index(True)
    others = all(case for number, case in enumerate(cases) if number != at)
    whole = _WHOLE_DOSSIER.match(names[at]) is not None and not _CASE_OPENS.match(names[at])
    return at if others and whole else None


def _without_lone_case(
    settled: list[tuple[GroupChoice, Certainty]],
) -> list[tuple[GroupChoice, Certainty]]:
    """There is nothing to choose where only one group is a case: what it is stays open, but where
    all others come on top of it.
    """
    choices = [choice for choice, _ in settled]
    if choices.count(GroupChoice.ONE) != 1:
        return settled
    base = choices.count(GroupChoice.CONDITIONAL) == len(choices) - 1
    known = (GroupChoice.ALL, Certainty.LIKELY)
    lone = known if base else (GroupChoice.UNSURE, Certainty.UNSURE)
    return [lone if one[0] is GroupChoice.ONE else one for one in settled]


def _are_stages(names: list[str]) -> bool:
    """Whether every group is sent to another receiver: stages, which a reader goes through."""
    if all(_BEFORE_OFFICE.match(name) for name in names):
        return True
    sent = [_SENT.search(name, 10, 200) for name in names]
    receivers = {match[1].lower() for match in sent if match}
    return all(sent) and len(receivers) == len(names)


def _are_of_both_sides(names: list[str]) -> bool:
    """Whether there is a dossier of whoever adopts, and one of whoever is adopted: both go in."""
    sides = [_SIDE.match(name) for name in names]
    return {bool(side["adopted"]) for side in sides if side} == {False, True}


def _by_channel(names: list[str], kinds: list[GroupChoice]) -> list[GroupChoice]:
    """Groups for those who file by hand and those who file online are cases."""
    by_hand = [bool(_BY_HAND.search(name[:120])) for name in names]
    online = [bool(_ONLINE.search(name[:120])) for name in names]
    pure = [hand != line for hand, line in zip(by_hand, online, strict=True)]
    if not (any(by_hand) and any(online) and sum(pure) > 1):
        return kinds
    return [
        GroupChoice.ONE if one and kind is not GroupChoice.ALL else kind
        for one, kind in zip(pure, kinds, strict=True)
    ]


def _kind_of(name: str) -> GroupChoice:
    if not name:
        return GroupChoice.ALL
    if _ADDED.search(name[:_REACH]):
        return GroupChoice.CONDITIONAL
    if _ALWAYS.match(name) and not _CASE.match(name):
        return GroupChoice.ONE if _FOR_SOME.search(name, 0, _NEAR) else GroupChoice.ALL
    return GroupChoice.ONE if _CASE.match(name) else GroupChoice.UNSURE


def _settled(
    kind: GroupChoice, own: bool, cases: int, complete: int, owning: int, by_channel: bool
) -> tuple[GroupChoice, Certainty]:
    """A case alone among parts of one list is a condition; a case with its own form is a case."""
    if kind is GroupChoice.UNSURE and own and (cases or complete):
        return GroupChoice.ONE, Certainty.LIKELY
    if kind is GroupChoice.CONDITIONAL and own and owning == 1:
        return GroupChoice.UNSURE, Certainty.UNSURE
    if kind is GroupChoice.CONDITIONAL and own:
        return GroupChoice.ONE, Certainty.LIKELY
    if kind is not GroupChoice.ONE:
        return kind, Certainty.UNSURE if kind is GroupChoice.UNSURE else Certainty.SURE
    if not own and (cases == 1 or (by_channel and owning)):
        return GroupChoice.CONDITIONAL, Certainty.LIKELY
    return GroupChoice.ONE, Certainty.SURE if own and complete > 1 else Certainty.LIKELY
