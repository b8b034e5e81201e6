"""A long quotation cut so that the lengths of time in it, or who receives, can be read."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from generator.pages.answers.cell import quotation
from generator.readings.clauses import Span
from generator.readings.cut_words import denial_between
from generator.readings.enumeration import skip_marks
from generator.readings.limits import limits_in
from generator.readings.sentences import begins_with_case


@dataclass(frozen=True, slots=True)
class _Reach:
    """Characters around some words in which their clause is kept whole, else those kept of it."""

    clause: int
    before: int
    behind: int


_AROUND_LIMIT = _Reach(220, before=45, behind=40)
_AROUND_LIMIT_WIDE = _Reach(220, before=45, behind=110)
_WIDE = 360
"""So much room shows what is done within each length, too."""
_AROUND_NAME = _Reach(220, before=45, behind=90)
_AROUND_MANY = _Reach(90, before=45, behind=90)
_HEAD = 70
"""Characters of the beginning that are kept: for whom it is."""
_WORTH_MORE = 40
"""So many characters that are left of its room lengthen that beginning."""
_LONGEST_CASE = 340
"""Characters of words on a case that are kept whole at the beginning."""
_CASE_OPENS = re.compile(
    r"(?<=[:.;…]\s)(?:riêng )?(?:trường hợp|đối với)(?!\w)"
    r"|(?<=\w\s)(?-i:Trường hợp|Đối với|Riêng)(?!\w)",
    re.I,
)
"""Where a case is told, also behind a full stop that was forgotten."""
_CASE_ENDS = re.compile(r"[:.;](?=\s)|\s…(?=\s)")
_LISTED_CASES = re.compile(r"(?<=:)\s\(1\)\s[^:]{20,800}?:(?=\s)")
"""The cases that words on a case lead to, each with a number."""
_OFFICE_AFTER_CASE = re.compile(
    r",\s(?=(?:thì |các )?(?:cơ quan|[uủ]y ban|sở|bộ|cục|chi cục|phòng|văn phòng|trung tâm)(?!\w))",
    re.I,
)
"""Where words on a case end that no sign sets apart from what is done."""
_LATER_CASE = re.compile(
    r"(?<=[\s(])"
    r"(?:(?:đối với|trong) (?:các )?trường hợp|thủ tục(?= [^.;]{3,60} đối với trường hợp))"
    r"(?!\w)(?! (?:cần thiết|từ chối|không|chưa|hồ sơ (?:không|chưa)))",
    re.I,
)
"""A further case that what is cut off at the end of a quotation is for."""
_NO_MORE_CASES = re.compile(r"\.\s|\s[+•–-]\s|không (?:được )?(?:tính|bao gồm)|trừ(?!\w)", re.I)
"""Behind a length, where what it is for ends."""
_CASE_BEHIND = re.compile(r"\s?[,(]?\s?(?:đối với|(?:trong )?(?:các )?trường hợp)(?!\w)", re.I)
"""Right behind a length: for whom it is."""
_NEXT_SENTENCE = re.compile(r"(?<=\w)\s(?=(?:Đối với|Trường hợp|Riêng)(?!\w))")
"""Where a sentence begins in front of which the full stop was forgotten."""
_BRACKETED_CASE = re.compile(r"\((?:đối với|trường hợp|trong trường hợp)(?!\w)", re.I)
"""For whom a length is, at the end of its sentence."""
_LONGEST_BEHIND = 200
"""Characters of such words that are kept at most."""
_LONGEST_ACT, _TO_COMMA = 130, 60
"""Characters behind a cut in which a sentence may end, or at least a part of it."""
_COMMA = re.compile(r",(?=\s)|\s(?=\()")
_SENDER = (
    r"(?:và |hoặc )?(?:tổ chức|cá nhân|hộ|cộng đồng|người|doanh nghiệp|hợp tác xã|nhà đầu tư|chủ"
    r"|công dân|cơ quan|đơn vị)(?!\w)[^,.;:]{0,90}"
)
_SENDERS = re.compile(
    rf"(?:{_SENDER}[,;]\s){{2,10}}{_SENDER}?(?=\s(?:phải )?(?:nộp|gửi)(?!\w))", re.I
)
"""A list of those who hand in, at the beginning of a sentence."""
_CASE_SHOWN, _CASES_SHOWN = 75, 3
"""Characters that are shown of each of them, and how many are."""
_WORDS_APART = 3
_NEAR = 80
"""So few characters between a case and the rest are no gap: they say what is done."""
_STAGE = re.compile(
    r"[\s+*–-]{0,4}(?:(?:chậm nhất|trong (?:vòng|thời (?:hạn|gian)))(?: không quá)?"
    r"|thời (?:hạn|gian) [^:;.0-9]{3,80}:)\s{1,3}[0-9]",
    re.I,
)
"""How words on a stage of the handling begin."""
_OF_CASE = re.compile(r"trường hợp|đối với|(?<!\w)nếu(?!\w)|các xã |vùng |tăng thêm", re.I)
_ADDED = re.compile(r"tăng thêm|cộng thêm|kéo dài|gia hạn thêm|không (?:được )?tính", re.I)
_DAY = re.compile(r"(?:chậm nhất|muộn nhất) (?:là )?(?:vào )?ngày (?:thứ |cuối )\w+", re.I)
"""The last day by which something is filed."""
_MUCH = 2
"""How many times its room a quotation takes at most for the sake of whole clauses."""
_LITTLE = 0.25
"""The share of the room by which words may be longer: so little is not worth a cut."""
_ENDS = re.compile(r"[;.…](?=\s)|(?<!kinh tế)\s(?=[+•–-]\s)")
"""Where a clause or an item ends."""
_GAP = " … "
_GAPS = re.compile(r"(?: [+•–-]?\s?…){2,} ")
"""Gaps that meet, with the mark of an item between them."""
_SPACE = re.compile(r"\s")


def cut_around_limits(text: str, most: int, ends: int | None = None, *, to_act: bool = True) -> str:
    """The words of a text on one line: its beginning, and each length of time with its context.

    The beginning alone where all lengths stand in it, or where there are none. `ends`: characters
    behind which lengths are left out. `to_act`: a little more, up to what is done within the last.
    """
    said = " ".join(text.split())
    if len(said) <= most * (1 + _LITTLE):
        return said
    lengths = [(one.start, one.tail) for one in limits_in(said)]
    lengths = sorted({*lengths, *(one.span() for one in _DAY.finditer(said))})
    if not lengths:
        return quotation(said, most)
    if lengths[-1][1] <= most:
        end = len(said[:most].rpartition(" ")[0])
        further = min(_LONGEST_ACT, most // 2) if to_act else 0
        end = _end_of_act(said, lengths[-1][1], end, further)
        return _joined(said, list(_with_later_cases(said, lengths[-1][1], end)))
    reach = _AROUND_LIMIT if most < _WIDE else _AROUND_LIMIT_WIDE
    head = _head(said)
    windows = list(_windows(said, lengths, reach, head))
    spare = most - sum(end - start for start, end in windows)
    if spare > _WORTH_MORE and head == _HEAD:
        windows = list(_windows(said, lengths, reach, head + spare))
    return _joined(said, windows[: _count_within(windows, lengths[0][1], ends)])


def _count_within(windows: list[Span], first: int, most: int | None) -> int:
    """How many of the first stretches have so many characters together.

    That with the first length is always one of them.
    """
    totals = accumulate(end - start for start, end in windows)
    least = 1 + next(at for at, (_, end) in enumerate(windows) if end >= first)
    return len(windows) if most is None else max(least, sum(total <= most for total in totals))


def cut_to_cases(text: str, most: int, *, scarce: bool = False) -> str:
    """The words beside a length of time cut so that for whom it is can be read.

    The lengths of mere stages in it are left out; those of further cases stay. `scarce`: of stages
    only those stay to which time may be added.
    """
    said = " ".join(text.split())
    lengths = [(one.start, one.tail) for one in limits_in(said)]
    told = _of_no_stage(said, lengths, _ADDED if scarce else _OF_CASE)
    head, fits = _head(said), len(said) <= most * (1 + _LITTLE)
    if fits or (head == _HEAD and not scarce) or len(told) == len(lengths):
        return cut_around_limits(said, most)
    return _joined(said, list(_windows(said, told, _AROUND_LIMIT, head)))


def _of_no_stage(said: str, lengths: list[Span], kept: re.Pattern[str]) -> list[Span]:
    """Lengths without those of mere stages, in whose clause is nothing that is `kept`."""
    starts = [_clause_start(said, start, _AROUND_LIMIT) for start, _ in lengths]
    return [
        length
        for start, length in zip(starts, lengths, strict=True)
        if not _STAGE.match(said, start)
        or kept.search(said, start, _clause_end(said, length[1], _AROUND_LIMIT))
    ]


def _head(said: str) -> int:
    """Characters of the beginning that are kept: those on a case up to where they end."""
    start = skip_marks(said, 0, len(said))
    start += len("áp dụng ") * said[start:].lower().startswith("áp dụng ")
    last = start + _LONGEST_CASE
    end = start
    while begins_with_case(said[end:]) and (found := _CASE_ENDS.search(said, end, last)):
        end = found.end()
    listed = _LISTED_CASES.match(said, end)
    if listed and not limits_in(listed[0]):
        end = listed.end()
    if end == start and begins_with_case(said[start:]):
        office = _OFFICE_AFTER_CASE.search(said, start, last)
        end = office.start() if office else end
    return max(_HEAD, _end_of_list(said, end, last))


def _end_of_list(said: str, end: int, last: int) -> int:
    """Where cases with semicolons between them end at a colon; `end` where they do not."""
    colon = said.find(":", end, last) if said[end - 1 : end] == ";" else -1
    return colon + 1 if colon > 0 and not limits_in(said[end:colon]) else end


def _with_later_cases(said: str, behind: int, end: int) -> Iterator[Span]:
    """A text up to an end, and how each case begins that its last length is for, too."""
    start, end = 0, max(end, _case_end(said, behind))
    last = _NO_MORE_CASES.search(said, behind)
    cases = _LATER_CASE.finditer(said, end, last.start() if last else len(said))
    for first in [one.start() for one in cases][:_CASES_SHOWN]:
        if first > end + len(_GAP):
            yield start, end
            start = first
        end = max(end, _word_end(said, min(first + _CASE_SHOWN, len(said))))
    yield start, end


def _end_of_act(said: str, behind: int, at: int, most: int) -> int:
    """A cut at `at`, or soon after it where it is told what is done within the last length."""
    if not most or _ENDS.search(said, behind, at + 1):
        return at
    found = _ENDS.search(said, at, at + most)
    if found or len(said) <= at + most:
        return found.start() if found else len(said)
    comma = _COMMA.search(said, at, at + min(_TO_COMMA, most))
    return comma.start() if comma else at


def _case_end(said: str, at: int) -> int:
    """Where the words end that tell right behind a length for whom it is; there without any."""
    if not _CASE_BEHIND.match(said, at):
        return at
    last = at + _LONGEST_BEHIND
    found = _ENDS.search(said, at, last) or _NEXT_SENTENCE.search(said, at, last)
    if found:
        return found.start()
    return len(said) if len(said) <= last else said.rindex(" ", at, last)


def words_apart(text: str, other: str) -> str:
    """The first words of a text that another one has others for; empty where they cannot be shown.

    That is where a length of time stands behind what is kept of every beginning.
    """
    said, rest = " ".join(text.split()), other.split()
    if said == " ".join(rest) or any(one.tail > _HEAD for one in limits_in(said)):
        return ""
    words = said.split()
    pairs = zip(words, rest, strict=False)
    first = next((at for at, (one, two) in enumerate(pairs) if one != two), len(rest))
    return " ".join(words[first : first + _WORDS_APART])


def cut_around_names(text: str, names: Iterable[str], most: int) -> str:
    """The words of a text on one line: its beginning, and each name with the clause it stands in.

    Its beginning and its end where it has none of the names.
    """
    said = " ".join(text.split())
    if len(said) <= most * (1 + _LITTLE):
        return said
    spans = sorted(_spans(said, names))
    if not spans:
        return _cut_in_middle(said, most)
    whole = _joined(said, list(_windows(said, spans, _AROUND_NAME)))
    if len(whole) > most * _MUCH:
        return _joined(said, list(_windows(said, spans, _AROUND_MANY)))
    senders = _SENDERS.match(said)
    head = max(_HEAD + max(0, most - len(whole)), senders.end() if senders else 0)
    return _joined(said, list(_windows(said, spans, _AROUND_NAME, head)))


def _cut_in_middle(said: str, most: int) -> str:
    kept, end = _word_end(said, most // 2), _word_start(said, len(said) - most // 2)
    return f"{said[:kept]}{_GAP}{denial_between(said, kept, end)}{said[end:]}"


def _spans(said: str, names: Iterable[str]) -> Iterator[Span]:
    """Where each name stands for the first time."""
    for name in dict.fromkeys(" ".join(one.split()) for one in names):
        if name and (at := said.find(name)) >= 0:
            yield at, at + len(name)


def _windows(said: str, kept: list[Span], reach: _Reach, head: int = _HEAD) -> Iterator[Span]:
    """What is kept, in the order of the text; stretches that meet are one."""
    start, end = 0, head
    for first, last in kept:
        opening = _clause_start(said, first, reach)
        is_case = end == head > _HEAD and reach in (_AROUND_LIMIT, _AROUND_LIMIT_WIDE)
        if opening > end + (_NEAR if is_case else len(_GAP)):
            yield start, _word_end(said, end)
            start = opening
        end = max(end, _clause_end(said, last, reach))
    yield start, _word_end(said, end)


def _clause_start(said: str, at: int, reach: _Reach) -> int:
    """Where the clause of some words begins, which tells for whom it is; near it where long."""
    ends = [one.end() for one in _ENDS.finditer(said, max(0, at - reach.clause), at)]
    if ends:
        return _word_start(said, ends[-1])
    if at <= reach.clause:
        return 0
    cases = [one.start() for one in _CASE_OPENS.finditer(said, max(0, at - _LONGEST_CASE), at)]
    return cases[-1] if cases else _word_start(said, at - reach.before)


def _clause_end(said: str, at: int, reach: _Reach) -> int:
    found = _ENDS.search(said, at, at + reach.clause)
    if found:
        return max(found.end(), at)
    is_last = len(said) <= at + reach.clause and _BRACKETED_CASE.search(said, at)
    return len(said) if is_last else max(at + reach.behind, _case_end(said, at))


def _word_start(said: str, at: int) -> int:
    found = _SPACE.search(said, at)
    return found.end() if found else at


def _word_end(said: str, at: int) -> int:
    found = _SPACE.search(said, at)
    return found.start() if found else len(said)


def _joined(said: str, windows: list[Span]) -> str:
    ends = [0, *(end for _, end in windows)]
    kept = (
        f"{denial_between(said, seen, start) if seen else ''}{said[start:end]}"
        for seen, (start, end) in zip(ends, windows, strict=False)
    )
    words = _GAPS.sub(_GAP, _GAP.join(kept))
    return words if windows[-1][1] == len(said) else f"{words.rstrip(' …')} …"
