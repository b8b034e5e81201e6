"""What must stay of the words of a paper when they are cut: every paper that they name, every case.

A cut leaves the beginning of each, with "…" where it goes on. What stands between, on what a paper
contains or where a rule is printed, gives way first.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from generator.readings.cut_words import cut_at_sense, denial_between, without_brackets
from generator.readings.enumeration import skip_marks
from generator.readings.paper_words import opens_plain_paper


class SegmentKind(StrEnum):
    """What some words of a paper tell: a paper, who needs it, where it is printed, or more."""

    PAPER = "paper"
    CASE = "case"
    SOURCE = "source"
    MORE = "more"


_ASKED = (
    r"(?:phải |cần |cũng )?(?:nộp|xuất trình|gửi|bổ sung|cung cấp"
    r"|có(?! (?:xác nhận|chứng nhận|đăng ký|ý kiến|cam kết|kết quả|thông tin|dự án)))"
)
_JOINED = re.compile(
    r"(?:và|hoặc|hay|cùng(?: với)?|kèm(?: theo)?|(?:bao )?gồm|thay bằng|là"
    rf"|(?:thì )?{_ASKED}(?: (?:thêm|kèm|kèm theo|bổ sung|lại))?)\s{{1,3}}",
    re.I,
)
"""A word between two papers, or before the paper that a sentence asks for."""
_EXCEPT = re.compile(r"\(?(?:ngoại )?trừ(?!\w)", re.I)
_OR = re.compile(r"(?:hoặc|hay)\s", re.I)
_CASE = re.compile(
    r"\(?(?:nếu(?! (?:rõ|trên))|(?:trong |ngoại trừ |trừ )?trường hợp|riêng|(?:áp dụng )?đối với"
    r"|trừ|(?:chỉ )?(?:áp dụng|dành) cho|khi (?=\w+ (?:hồ sơ|trực|qua)|có|thực)|chỉ áp dụng)(?!\w)",
    re.I,
)
_OF_WORD_BEFORE = re.compile(
    r"(?<!\w)(?:các|những|từng|một|mọi|của|theo|tùy|tuỳ|cho|với|là|thuộc|vào|hai|về|mỗi)\Z", re.I
)
"""A word that "trường hợp" behind it belongs to."""
_SOURCE = re.compile(
    r"(?:(?:được )?ban hành(?: kèm)? theo|(?:theo |đúng |được )?quy định (?:tại|của|trong|ở)"
    r"|theo hướng dẫn|(?:tại|theo|của) (?:(?:điểm|khoản|điều|phụ lục|mục) [\da-zđivx]+"
    r"|(?:nghị định|thông tư|quyết định|luật|nghị quyết)(?: liên tịch)? (?:số )?\d)"
    r"|kèm theo (?:nghị định|thông tư|quyết định|nghị quyết|phụ lục))(?!\w)",
    re.I,
)
"""Where a form or a rule is printed."""
_ALSO = re.compile(r"(?:và|nhưng|mà)\s(?:không|chưa|đã|còn)\s", re.I)
"""How a case goes on behind where its rule is printed: "… tại Điều 5 và không có thay đổi"."""
_THEN_ASKED = re.compile(r"thì (?:phải |cần |chỉ )?(?:nộp|bổ sung|cung cấp|xuất trình)\s", re.I)
"""What a case asks for, whatever that is called."""
_DENIED = re.compile(r"(?<!\w)(?:không|chưa|đã)\Z", re.I)
_NO_PAPER = re.compile(
    r"hồ sơ(?! (?:chứng minh|pháp lý|lâm sàng|năng lực|thiết kế|bệnh án|kỹ thuật|cá nhân|gốc|của))"
    r"|(?:quyết định|nghị quyết|quy định|phụ lục|thông tư|luật|mẫu)"
    r"(?: số)?(?: liên tịch)? (?:\d|[ivx]{1,4}\b|tại|của|này)",
    re.I,
)
"""A whole dossier, and a document that is cited: no paper to bring."""
_NEEDED = re.compile(
    r"(?<!\w)(?:trường hợp|đối tượng|người|tổ chức|cá nhân|cơ sở|dự án|điều kiện|giấy tờ|tài liệu"
    r"|văn bản|hồ sơ|chứng từ|loại|các|thuộc|diện|không|khác|là|được|phải|và|hoặc|hành vi|danh mục"
    r"|chứng nhận|hoạt động|công trình|đất|khoản|điểm|quy định|nêu|áp dụng)\Z"
    r"|(?<!\w)(?:loại|các|những) (?:giấy tờ|tài liệu|văn bản) theo\Z",
    re.I,
)
"""Words that only what follows tells apart."""
_OWN_POINTS = re.compile(
    r"(?<!\w)(?:điểm|mục) [a-zđ](?!\w)"
    r"(?:(?:,| và| hoặc| đến(?: hết)?) (?:điểm |mục )?[a-zđ](?!\w)){0,9}+"
    r"(?!,? (?:khoản|điều|và khoản))(?:,? mục(?: \d[\d.]{0,6}(?<=\d)|\Z))?",
    re.I,
)
"""Points of the dossier itself, of no law: "như điểm b, c" asks for the papers that stand there."""
_NEAR_POINTS = 60
"""Characters by which a cut goes on to them."""
_ON_TOP = re.compile(
    r"(?![^:;.]{0,400}?, (?:đối với|trường hợp|nếu)(?!\w))"
    r"ngoài (?:(?:các|những) )?(?:giấy tờ|hồ sơ|thành phần|công văn|đơn|tài liệu|chứng từ)(?!\w)"
    r"[^:;.]{0,400}?[\s,](?P<asked>(?:hồ sơ )?(?:phải |cần )?"
    r"(?:nộp(?! thuế)|cung cấp|bổ sung|kèm theo)\s)",
    re.I,
)
"""How an item begins that asks for papers on top of others."""
_FORM = re.compile(r"(?:theo )?mẫu số \d[\w./-]{0,20}(?<=\w)", re.I)
_BORDER = re.compile(r"[.;]\s{1,3}(?=\S)|[,:]?\s{1,3}(?:(?P<mark>[-–+*•])\s{1,3})?(?=[\w(])")
_SENTENCE = ".;"
_ENDED = re.compile(r"[.;]\s{0,3}\Z")
_SENTENCE_BORDER = re.compile(r"[.;]\s")
_LEADING = frozenset(("thì", "phải", "cần", "có", "nộp", "thêm"))
"""Words that lead to a paper and name none."""
_TO_LIST = ("hồ sơ gồm", "hồ sơ bao gồm")
"""How words end that lead to the papers behind them."""
_LEAST = 40
"""Characters of a case that still tell which it is."""
_OPENING = 20
"""Characters of the words that open a case: "chỉ áp dụng đối với"."""
_NEAR = 24
"""Characters before a border in which the word before it stands."""
_SHORT, _BESIDE = 0.5, 0.7
"""The parts of the width that what gives way first may take, and the first case of a paper."""
_SHARES = {
    SegmentKind.PAPER: 1.0,
    SegmentKind.CASE: 2.0,
    SegmentKind.SOURCE: 1.0,
    SegmentKind.MORE: 1.0,
}
"""The parts of the width that others may: a case that is cut too short tells nothing."""
_SLACK = 1.2
"""How much longer than the width a segment may be that is not cut."""
_MOST = 24
"""Segments of a paper that are shown at most."""
_TEXTS = 1 << 12


@dataclass(frozen=True, slots=True)
class Segment:
    """Some words of a paper, and what they tell."""

    kind: SegmentKind
    start: int
    end: int


@lru_cache(_TEXTS)
def segments(text: str) -> tuple[Segment, ...]:
    """The words of a paper, one segment after the other."""
    first = skip_marks(text, 0, len(text))
    opening = SegmentKind.CASE if _CASE.match(text, first) else SegmentKind.PAPER
    starts = [(0, opening), *_borders(text, opening)]
    ends = [start for start, _ in starts[1:]] + [len(text)]
    return tuple(Segment(part, start, end) for (start, part), end in zip(starts, ends, strict=True))


def _borders(text: str, last: SegmentKind) -> Iterator[tuple[int, SegmentKind]]:
    """Where the segments after the first begin."""
    start = 0
    for border in _BORDER.finditer(text):
        part = _part_at(text, border, last)
        opens_twice = part is last is SegmentKind.CASE and border.start() - start < _OPENING
        if part is not None and not opens_twice:
            start, last = border.end(), part
            yield start, part


def _part_at(text: str, border: re.Match[str], last: SegmentKind) -> SegmentKind | None:
    """What begins after a border; None where the words go on."""
    at, sign = border.end(), border[0][0]
    before = text[max(0, border.start() - _NEAR) : border.start()]
    marked = skip_marks(text, at, len(text))
    if marked > at and _names_paper(text, marked):
        return SegmentKind.PAPER
    at = marked if sign in _SENTENCE else at
    if _CASE.match(text, at) and not (sign.isspace() and _OF_WORD_BEFORE.search(before)):
        return SegmentKind.CASE
    if last is SegmentKind.CASE and _THEN_ASKED.match(text, at):
        return SegmentKind.PAPER
    joined = None if _DENIED.search(before) else _JOINED.match(text, at)
    if joined and _names_paper(text, joined.end()):
        return SegmentKind.PAPER
    if (border["mark"] or not sign.isspace()) and _names_paper(text, at):
        return SegmentKind.PAPER
    if sign in _SENTENCE:
        return SegmentKind.MORE
    if last is SegmentKind.SOURCE and _ALSO.match(text, at):
        return SegmentKind.CASE
    if last is not SegmentKind.SOURCE and _SOURCE.match(text, at) and not _NEEDED.search(before):
        return SegmentKind.SOURCE
    return None


def _names_paper(text: str, at: int) -> bool:
    return opens_plain_paper(text, at) and _NO_PAPER.match(text, at) is None


def cut_parts(said: str, width: int) -> str:
    """The beginning of every paper and case that some words name, each of `width` at most.

    >>> cut_parts("Đơn xin nuôi ong lấy mật ở vùng núi và giấy thuê vườn nếu đi thuê", 20)
    'Đơn xin nuôi ong… và giấy thuê vườn nếu đi thuê'
    """
    if len(said) <= width:
        return said.rstrip(" ;,.")
    if on_top := _ON_TOP.match(said, skip_marks(said, 0, len(said))):
        return _cut_on_top(said, on_top.start("asked"), width)
    return _with_form(_cut_each(said, width), said)


def _cut_on_top(said: str, at: int, width: int) -> str:
    """Words on papers on top of others: what they are on top of gives way to what they ask for."""
    opening = cut_at_sense(said[:at], max(_LEAST, int(width * _SHORT)))
    between = "" if opening.endswith("…") else said[len(opening) : at].rstrip()
    return f"{opening}{between} {cut_parts(said[at:], 2 * width)}"


def _with_form(shown: str, said: str) -> str:
    """Cut words, with the form of the last case that opens a sentence and tells no other paper."""
    every = segments(said)
    cases = [one.start for one in every if one.kind is SegmentKind.CASE]
    opening = (at for at in cases if not said[:at].strip(" +-*") or _ENDED.search(said[:at]))
    case = max(opening, default=len(said))
    form = _FORM.search(said, case)
    if form is None or form[0] in shown:
        return shown
    told = any(_is_paper(said, one) for one in every if one.start > case)
    return shown if told else f"{_open(shown)} {form[0]}"


def _cut_each(said: str, width: int) -> str:
    text = without_brackets(said)
    shown, last, seen = "", 0, 0
    for one in segments(text)[:_MOST]:
        bare = text[one.start : one.end].rstrip(" ,;." if one.end == len(text) else " ,;.:")
        if _gives_way(one, bare, width) or _lost_its_case(text, seen, one):
            shown = _open(shown)
        else:
            cut = _cut(bare, int(width * _SHARES[one.kind]))
            between = f" {denial_between(text, seen, one.start)}"
            shown += (between if shown.endswith("…") else text[last : one.start]) + cut
            seen = one.start + len(cut.rstrip("…)"))
        last = one.start + len(bare)
    return shown.rstrip(" ;,.") if last >= len(text.rstrip(" ;,.")) else _open(shown)


def cut_to_first(said: str, width: int) -> str:
    """The beginning of some words, and of the first case, or paper of a case, left out by it.

    An alternative before that case is told too: the case may be of the alternative alone.

    >>> cut_to_first("Đơn xin nuôi ong lấy mật ở vùng núi và giấy thuê vườn nếu đi thuê", 20)
    'Đơn xin nuôi ong… nếu đi thuê'
    """
    cut = cut_at_sense(said, width)
    if not cut.endswith("…"):
        return cut
    if _OWN_POINTS.search(said) or _ON_TOP.match(said, skip_marks(said, 0, len(said))):
        return cut_parts(said, width)
    return _with_form(_cut_to_first(cut, said, width), said)


def _cut_to_first(cut: str, said: str, width: int) -> str:
    text = without_brackets(said)
    seen = len(cut) - 1
    left = list(_left_out(text, seen))
    for one in left:
        words = _cut(text[one.start : one.end].rstrip(" ,;.:"), max(_LEAST, int(width * _BESIDE)))
        cut = f"{cut} {denial_between(text, seen, one.start)}{words}"
        seen = one.start + len(words.rstrip("…)"))
    return cut if left and left[-1].end == len(text) else _open(cut)


def _left_out(text: str, at: int) -> Iterator[Segment]:
    """The alternative and the case, or paper of a case, that a cut at a place leaves out."""
    first, *every = segments(text)
    rest = [one for one in every if one.start >= at]
    if first.kind is SegmentKind.CASE:
        yield from [one for one in rest if _is_paper(text, one)][:1]
        return
    choice = next((one for one in rest if _OR.match(text, one.start)), None)
    cases = [one for one in rest if one.kind is SegmentKind.CASE]
    if (
        choice
        and choice.kind is SegmentKind.PAPER
        and not any(one.start < choice.start for one in cases)
    ):
        yield choice
        yield from cases[:1]
    else:
        yield from _telling(text, cases)


def _is_paper(text: str, one: Segment) -> bool:
    """Whether it names a paper, and does not only lead to one: "thì", "phải có"."""
    words = text[one.start : one.end].lower().strip(" ,;.:").split()
    leads = _LEADING.issuperset(words) or " ".join(words).endswith(_TO_LIST)
    return one.kind is SegmentKind.PAPER and not leads


def _telling(text: str, cases: list[Segment]) -> list[Segment]:
    """The only case, and for whom a paper is not; one of several would hide the others."""
    excepted = [one for one in cases if _EXCEPT.match(text, one.start)]
    only = [one for one in cases if one not in excepted]
    return sorted([*excepted[:1], *(only if len(only) == 1 else [])], key=lambda one: one.start)


def _gives_way(one: Segment, bare: str, width: int) -> bool:
    """Whether words are left out: long ones on a source, or on more than papers and cases."""
    tells_more = one.kind in (SegmentKind.SOURCE, SegmentKind.MORE)
    return tells_more and len(bare) > width * _SHORT and _OWN_POINTS.search(bare) is None


def _lost_its_case(text: str, seen: int, one: Segment) -> bool:
    """Whether a paper is not needed by a sentence of which a cut has left out for whom that is."""
    denied = denial_between(text, seen, one.start)
    return bool(denied) and _SENTENCE_BORDER.search(text, seen, one.start) is not None


def _open(shown: str) -> str:
    """Words that go on, with "…" at their end."""
    return shown if shown.endswith("…") else f"{shown.rstrip(' ,;.:')}…"


def _cut(said: str, width: int) -> str:
    """The beginning of a segment; a bracket that it opens with is closed."""
    cut = said if len(said) <= width * _SLACK else _cut_behind_points(said, width)
    if not cut.strip(" (…"):
        cut = f"{said[: said.rfind(' ', 0, width)]}…"
    opened = said.startswith("(") and ")" not in cut
    return f"{cut})" if opened and cut.endswith("…") else cut


def _cut_behind_points(said: str, width: int) -> str:
    """The beginning of some words, up to the points of the dossier that they ask for."""
    cut = cut_at_sense(said, width)
    points = _OWN_POINTS.search(said, 0, len(cut) + _NEAR_POINTS)
    if points is None or points.end() < len(cut):
        return cut
    return f"{said[: points.end()]}…"
