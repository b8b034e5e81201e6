"""Steps that give another time than the one figure that is declared."""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import combinations

from generator.findings.problem import Pointer
from generator.readings.evidence import Reading
from generator.readings.time_acts import (
    begins_later,
    condition_of,
    ends_with_result,
    runs_from_another_event,
    runs_from_file,
)
from generator.readings.time_order import days_of, decides
from generator.readings.time_patterns import CHECK
from generator.readings.time_said import Said
from generator.readings.time_statements import Role
from generator.readings.time_values import Length, TimeConflict
from generator.readings.time_work import (
    hands_on,
    is_incomplete,
    is_own,
    is_rival,
    is_special,
    lengthens,
)

_DAYS = {"day", "working_day"}
_OF_RECEIPT = re.compile(r"(?<!\w)(?:nhận|nộp|thụ lý)(?!\w)", re.IGNORECASE)
"""The start of the work on a file."""
_AT_RECEIPT = re.compile(r"(?:ngày |khi |thời điểm )?(?:tiếp )?nhận(?!\w)", re.IGNORECASE)
_WITHIN = re.compile(
    r"tính (?:hợp lệ|đầy đủ)|(?:được|xin) (?:hỏi |lấy )?ý kiến|hẹn trả|giấy (?:tiếp|biên) nhận"
    r"|tạm dừng|lập danh sách|có quyền",
    re.IGNORECASE,
)
"""What is done within the whole or by others: a look at the papers, opinions of other offices."""
_OF_FILE = re.compile(r"hồ sơ|đơn|giấy tờ|tờ khai|đăng ký|danh sách", re.IGNORECASE)
_DOES_ALL = re.compile(r"(?:[^\W\d_]+ ){1,12}thực hiện:\s")
"""An office, and the list of all that it does."""
_MOST_PARTS = 8
_SEVERAL = 2
_MUCH = 1.5
"""So many times as long is longer in any unit of days."""
_WORK = (Role.WHOLE, Role.STAGE)


def contradictions(
    figures: list[Length], works: Sequence[Said], told: Set[Length]
) -> tuple[Said, ...]:
    """The steps of work whose time of the whole is neither the declared one nor `told` beside it.

    Parts that come to the declared number contradict nothing, unless they are in another unit.
    Where one number is declared in two units, the first step that gives it.
    """
    if len({figure[0][0] for figure in figures}) < len(set(figures)):
        same = [said for said in works if is_rival(said, figures) and is_whole(said)]
        return tuple(same[:1])
    if len(set(figures)) != 1 or len(figures[0]) != 1:
        return ()
    parts = _come_to(figures[0], _usual(works))
    if parts:
        return parts if _take_longer(figures[0][0][1], _units(parts), told) else ()
    return _apart(figures[0], works, told)


def other_wholes(
    figures: list[Length], works: Sequence[Said], told: Set[Length]
) -> tuple[Said, ...]:
    """The steps that give everybody another number than the one declared figure.

    A shorter one only where no other work is told, of which it could be a part.
    """
    if len(set(figures)) != 1 or len(figures[0]) != 1 or _come_to(figures[0], _usual(works)):
        return ()
    days = days_of(figures[0])
    is_one = len({said.length for said in _usual(works)}) == 1
    found = [said for said in _apart(figures[0], works, told) if is_for_everybody(said)]
    longer = [said for said in found if days_of(said.length) > days]
    files = [said for said in found if _OF_FILE.search(said.one.limit.start or "")]
    shorter = [said for said in files if is_one and days_of(said.length) < days]
    return (*longer, *shorter)


def words_against_rows(
    said_in_channels: Sequence[Said],
    conflicts: Iterable[Reading[TimeConflict]],
    texts: Mapping[Pointer, str],
) -> list[Said]:
    """The words of channels that give everybody another number than their own figure.

    They are the only length that their text states.
    """
    against = {
        (texts.get(one.evidence[0].pointer), one.value.words.length)
        for one in conflicts
        if one.value.words.value != one.value.recorded.value
    }
    stated = [said.text for said in said_in_channels]
    alone = [said for said in said_in_channels if stated.count(said.text) == 1]
    found = [said for said in alone if (said.text, said.length) in against]
    return [said for said in found if said.one.role is Role.WHOLE and not is_special(said)]


def results_apart(works: list[Said], figures: list[Length], told: Set[Length]) -> tuple[Said, ...]:
    """The steps that each end with a result of their own within the one declared figure.

    None where words of a channel give that figure already.
    """
    ends = [said for said in works if ends_with_result(said.one) and not is_special(said)]
    same = tuple(said for said in ends if said.length in figures and said.length not in told)
    is_one = len(set(figures)) != 1 or len({said.one.act for said in same}) < _SEVERAL
    return () if is_one else same


def late_checks(figures: list[Length], steps: Sequence[Said]) -> list[Said]:
    """The looks at every file that take longer than the one declared figure of the whole."""
    if len(set(figures)) != 1 or len(figures[0]) != 1:
        return []
    most = days_of(figures[0])
    checks = [said for said in steps if said.one.role in (*_WORK, Role.CHECK) and not is_own(said)]
    checks = [said for said in checks if is_incomplete(said) and is_for_everybody(said)]
    checks = [said for said in checks if _AT_RECEIPT.match(said.one.limit.start or "")]
    return [said for said in checks if _is_in_days(said) and days_of(said.length) > most * _MUCH]


def _is_in_days(said: Said) -> bool:
    return {unit for _, unit in said.length} <= _DAYS


def is_for_everybody(said: Said) -> bool:
    """Whether a limit runs from receipt of the file, for no case and for no work within."""
    if is_special(said) or hands_on(said) or _WITHIN.search(said.sentence):
        return False
    return _OF_RECEIPT.search(said.one.limit.start or "") is not None


def _apart(figure: Length, works: Sequence[Said], told: Set[Length]) -> tuple[Said, ...]:
    """The steps of the whole, or longer than it, whose time is neither declared nor told."""
    usual = _usual(works)
    longer = [said for said in usual if _is_longer(said, figure)]
    known = {figure, *told}
    whole = [said for said in works if is_whole(said) and not _has_stages(said, usual, figure)]
    return tuple(
        said for said in works if said.length not in known and (said in longer or said in whole)
    )


def _usual(works: Sequence[Said]) -> list[Said]:
    return [said for said in works if not is_special(said)]


def gives_another_unit(said: Said, figures: list[Length]) -> bool:
    """Whether words give the declared number of the whole in another unit than the field.

    `figures` are the one of their row for words of a channel, whatever they are from and for whom.
    """
    one = said.one
    is_beside = one.role not in _WORK or one.on_top or lengthens(said)
    if is_beside or said.length in figures or not is_rival(said, figures):
        return False
    if _unit(said) not in _DAYS or not any(unit in _DAYS for ((_, unit), *_) in figures):
        return False
    if said.pointer[0] == "channels":
        return True
    if one.area or begins_later(one) or is_special(said):
        return False
    return decides(said) or (len(set(figures)) == 1 and not runs_from_another_event(one))


def _has_stages(said: Said, works: Sequence[Said], figure: Length) -> bool:
    """Whether other work follows from later events, all of it within the declared whole."""
    later = [days_of(one.length) for one in works if runs_from_another_event(one.one)]
    return len(later) > 1 and days_of(said.length) + sum(later) <= days_of(figure)


def _is_longer(said: Said, figure: Length) -> bool:
    """Whether work that begins with receipt of the file takes longer than the declared whole."""
    is_first = said.one.limit.start is not None and runs_from_file(said.one)
    return is_first and days_of(said.length) > days_of(figure)


def _come_to(figure: Length, works: Sequence[Said]) -> tuple[Said, ...]:
    """The steps that come to the number of a figure together, of those in its unit if any do."""
    days = [said for said in works if _unit(said) in _DAYS and len(said.length) == 1]
    found = [
        parts
        for number in range(2, len(days[:_MOST_PARTS]) + 1)
        for parts in combinations(days[:_MOST_PARTS], number)
        if sum(said.one.limit.value for said in parts) == figure[0][0]
    ]
    return min(found, key=lambda parts: _units(parts) != {figure[0][1]}, default=())


def _take_longer(unit: str, units: Set[str], told: Set[Length]) -> bool:
    """Whether parts are not in the unit of their sum, or only some of them are.

    The second is left where channels tell the time in words.
    """
    is_mixed = len(units) > 1 and not told
    return unit in _DAYS and (unit not in units or is_mixed)


def is_whole(said: Said) -> bool:
    """Whether a limit runs from receipt of the file to the result, by its words."""
    one = said.one
    does_all = _DOES_ALL.match(one.act) is not None
    is_usual = condition_of(one) is None and (does_all or CHECK.search(one.act) is None)
    return one.limit.start is not None and is_usual and (does_all or decides(said))


def _unit(said: Said) -> str:
    return said.one.limit.unit


def _units(parts: Sequence[Said]) -> set[str]:
    return {_unit(said) for said in parts}
