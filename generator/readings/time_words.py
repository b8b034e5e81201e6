"""What a text says about time: each length with what it is the limit of, and for whom."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from generator.readings.case_names import CaseNames
from generator.readings.clauses import Span, TextClause, parentheses, split_clauses
from generator.readings.limits import FoundLimit, limits_in, may_state_limit
from generator.readings.time_headings import heading_above, is_below
from generator.readings.time_patterns import (
    ACT_OF,
    AREA,
    COMMA,
    CONDITION,
    CONDITION_AFTER,
    GENERIC,
    GOES_ON,
    IDLE,
    IDLE_END,
    ON_TOP,
    OR_FOR,
    ORDINARY,
    PUBLIC_NOTICE,
    REFUSED,
    THEN,
    TIME_OF,
    WAITING,
)
from generator.readings.time_roles import role_of, words_around
from generator.readings.time_statements import Role, Statement
from generator.readings.whole_lines import with_whole_lines

_THIS_PROCEDURE = re.compile(r"thủ tục (?:hành chính|này)|(?:tăng|cộng) thêm", re.IGNORECASE)
_SINCE = re.compile(r"\W{0,5}(?:(?:được )?tính |kể )?từ (?:ngày|khi|thời điểm)\s", re.IGNORECASE)
"""The rest of a sentence whose length stands in the figure."""
_OTHER_AREA = re.compile(r"còn lại|khác(?!\w)|đồng bằng", re.IGNORECASE)
_LISTS_STAGES = re.compile(
    r"(?<!\w)gồm (?:có )?(?:các |những )?(?:mốc|bước|giai đoạn|công đoạn|khâu)(?!\w)", re.IGNORECASE
)
"""A heading above the stages that a limit has: "Thời hạn gồm các mốc sau:"."""
_DUTY_END = re.compile(r"\s(?:có trách nhiệm|phải|thực hiện)\W{0,5}\Z", re.IGNORECASE)
_SHORTEST_CASE = 6
_JOINED = " – "
"""Between the name of a stage and the case that it is for."""


@lru_cache(maxsize=256)
def statements_in(text: str) -> tuple[Statement, ...]:
    """The lengths of time that a text states, in their order."""
    if not may_state_limit(text):
        return ()
    text = with_whole_lines(text)
    found: list[Statement] = []
    above: TextClause | None = None
    for clause in split_clauses(text):
        said = list(_of_clause(text, clause))
        if said:
            said[1:] = [_in_same_area(one, said[0]) for one in said[1:]]
            if found and _opens_with_area(text, clause, said[0]):
                said[0] = _of_case_before(said[0], found[-1])
            takes_case = above and said[0].bare and not said[0].case
            takes_case = takes_case and above and is_below(text, clause, above)
            heading = heading_above(text, above) if above and takes_case else None
            said[0] = _going_on(
                said[0], heading, found[-1] if clause.joint == ";" and found else None
            )
        found += said
        above = clause if not said else None
    return tuple(found)


def _in_same_area(one: Statement, first: Statement) -> Statement:
    """A further length of a clause that is for an area, unless it is for another one."""
    if first.area is None or one.area or one.case is None or _OTHER_AREA.search(one.case):
        return one
    return replace(one, area=first.area, ordinary=first.ordinary)


def _opens_with_area(text: str, clause: TextClause, first: Statement) -> bool:
    """Whether a clause is a line without a bullet that begins with the area that it is for."""
    if first.area is None or first.case is not None or first.on_top or clause.labels:
        return False
    line = text.rfind("\n", 0, clause.start) + 1
    return not text[line : clause.start].strip() and CONDITION.match(text, clause.start) is not None


def _of_case_before(one: Statement, before: Statement) -> Statement:
    """The limit of an area under the case of the line above it."""
    if before.area or len(before.case or "") < _SHORTEST_CASE or before.role is not Role.WHOLE:
        return one
    if _THIS_PROCEDURE.search(before.case or ""):
        return one
    return replace(one, case=before.case)


def _going_on(one: Statement, heading: str | None, before: Statement | None) -> Statement:
    """A statement with the case of the line above it, or with the area of the one before it.

    `heading` is that case, for a statement that says nothing else.
    """
    if heading:
        return replace(one, case=heading)
    if before and before.case and one.area and not one.case and not before.area:
        return replace(one, case=before.case)
    if before and before.role is Role.STAGE and _JOINED in (before.case or "") and one.bare:
        return replace(one, role=Role.STAGE)
    if before and before.area and one.bare and one.case and not one.area:
        return replace(one, area=before.area, ordinary=before.ordinary)
    return one


def conditions_of(text: str, *, first_only: bool = False) -> tuple[str | None, str | None]:
    """Area and case that a text begins a line with, such as "Đối với các xã miền núi …"."""
    for clause in split_clauses(text)[: 1 if first_only else None]:
        if limits_in(text, clause.start, clause.end):
            continue
        named = CaseNames(text, clause, only_conditions=True)
        body = text[clause.start : clause.end]
        if _SINCE.match(body) and (condition := CONDITION.search(body)):
            named.add((clause.start + condition.start(), clause.end), only_conditions=True)
        if CONDITION.match(body.lstrip(" -+*")) and len(body) < 400:
            named.add((clause.start, clause.end), only_conditions=True)
        if named.area or named.case:
            return named.area, named.case
    return None, None


def _of_clause(text: str, clause: TextClause) -> Iterator[Statement]:
    found = limits_in(text, clause.start, clause.end)
    if not found:
        return
    brackets = [
        (clause.start + a, clause.start + b)
        for a, b in parentheses(text[clause.start : clause.end])
    ]
    inner = [one for one in found if any(a <= one.start < b for a, b in brackets)]
    outer = [one for one in found if one not in inner]
    position = clause.start
    for number, one in enumerate(outer):
        stop = outer[number + 1].start if number + 1 < len(outer) else clause.end
        within = [one.start for one in inner if position < one.start < stop]
        stop = min([stop, *(a for a, b in brackets if any(a < start < b for start in within))])
        yield _statement(text, clause, one, (position, max(stop, one.tail)))
        position = _past_bracket(text, one.tail, brackets)
    if not outer:
        yield from (_statement(text, clause, one, (clause.start, clause.end)) for one in inner)
        return
    for one in inner:
        bracket = next(span for span in brackets if span[0] <= one.start < span[1])
        if OR_FOR.match(text, *bracket):
            yield _statement(text, clause, one, (bracket[0] + 1, bracket[1] - 1))


def _past_bracket(text: str, tail: int, brackets: list[Span]) -> int:
    """Where a length ends with the bracket right after it, which belongs to it."""
    for start, end in brackets:
        if tail <= start and not text[tail:start].strip():
            return end
    return tail


def _statement(text: str, clause: TextClause, found: FoundLimit, around: Span) -> Statement:
    before, after = (around[0], found.start), (found.tail, _after(text, found, around[1]))
    named = CaseNames(text, clause)
    named.add(before)
    named.add(after, only_conditions=True)
    idle = IDLE.match(text, *before)
    bare = idle is not None and idle.end() == before[1]
    bare = bare and all(_is_idle(text, label) for label in clause.labels)
    words = words_around(text, clause, before, after, named)
    main = text[after[1] : around[1]]
    rest = text[found.tail : around[1]]
    if PUBLIC_NOTICE.match(text, found.tail):
        role = Role.NOTICE
    elif clause.part or any(_LISTS_STAGES.search(text, *label) for label in clause.labels):
        role = Role.STAGE
    else:
        role = role_of(words, found.limit, bare or named.explains_all, main)
    if found.limit.start and WAITING.search(words.before) and GOES_ON.search(rest):
        role = Role.WAITING
    first = min([before[0], found.start, *(label[0] for label in clause.labels)])
    return Statement(
        limit=found.limit,
        role=role,
        span=(first, max(found.tail, after[1])),
        bare=bare,
        area=named.area,
        ordinary=bool(named.area and ORDINARY.search(named.area) and "núi" not in named.area),
        case=named.case or (None if bare else _named_time(text, _behind_area(text, before, named))),
        on_top=bool(ON_TOP.search(words.before)) and found.limit.start is None,
        refused=bool(REFUSED.search(words.everything)),
        act=_DUTY_END.sub("", main).strip(" ,:.-") or IDLE_END.sub("", words.before).strip(" ,:.-"),
        at=found.start,
        labels=tuple(label[0] for label in clause.labels),
    )


def _behind_area(text: str, before: Span, named: CaseNames) -> Span:
    """The words before a length, without those of the area that it is for."""
    then = THEN.search(text, *before) if named.area else None
    if named.area and then is None:
        return before[1], before[1]
    return (then.end(), before[1]) if then else before


def _named_time(text: str, before: Span) -> str | None:
    """The work that "Thời gian … không quá" is the time of."""
    match = TIME_OF.fullmatch(text, *before) or ACT_OF.fullmatch(text, *before)
    words = IDLE_END.sub("", match["name"].strip()) if match else ""
    if not words or GENERIC.fullmatch(words) or _THIS_PROCEDURE.search(words):
        return None
    return words


def _after(text: str, found: FoundLimit, stop: int) -> int:
    """Where the words end that belong to a length and stand after it."""
    comma = COMMA.search(text, found.tail, stop)
    if CONDITION_AFTER.match(text, found.tail, stop):
        return stop
    return comma.start() if comma else stop


def _is_idle(text: str, label: Span) -> bool:
    words = text[slice(*label)]
    return bool(
        GENERIC.fullmatch(words) or CONDITION.match(words.lstrip(" -+*")) or AREA.search(words)
    )
