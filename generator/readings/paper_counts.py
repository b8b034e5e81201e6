"""How many originals and copies of a paper its words ask for, and how many sets of a dossier."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.findings.problem import Pointer
from generator.readings.alternation import guarded
from generator.readings.evidence import Certainty, Evidence, Reading, evidence_of

_WORDS = {"không": 0, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5}
_NUMBER = r"(?P<{0}>\d{{1,2}}|một|hai|ba|bốn|năm)(?:\s{{0,4}}\([^()]{{1,14}}\))?"
_REFERS = re.compile(
    r"(?:từ|với|y|theo|như|của|trên)\s{1,4}(?:tờ\s{1,4})?bản\s{1,4}(?:chính|gốc)"
    r"|(?:cấp\s{1,4})?từ\s{1,4}(?:sổ|bản)\s{1,4}gốc|giấy tờ gốc",
    re.I,
)
"""A copy is certified from, or held against, an original: none is asked for."""

_KIND = re.compile(
    r"bản\s{0,4}(?P<kind>chính|gốc|sao|chụp|phô\s?tô"
    r"|photo(?:copy)?)(?!\w)(?:\s{0,4}:\s{0,4}(?P<after>\d{1,2})(?!\d))?",
    re.I,
)
_BEFORE_KIND = re.compile(rf"(?<!\w){_NUMBER.format('n')}\s{{1,4}}(?:tờ\s{{1,4}})?\Z", re.I)
_COMPARED = re.compile(
    r"(?:kèm(?: theo)?|xuất trình|mang(?: theo)?|cùng)\s{1,4}(?:giấy tờ\s{1,4}"
    r"|theo\s{1,4})?bản\s{1,4}(?:chính|gốc)|để (?:đối chiếu|so sánh)",
    re.I,
)
_CERTIFIED = re.compile(r"(?:có\s{1,4})?(?:được\s{1,4})?(?:chứng thực|công chứng)", re.I)
_HEAD_END = guarded(".;kt", r"[.;](?=\s{1,4}\S)|(?<!\w)(?:trường hợp|kèm theo các)(?!\w)", re.I)
_SAID = re.compile(r"(?<!\w)(?:nộp|xuất trình|gửi|hoặc|và|kèm(?: theo)?|là)\Z", re.I)
_NUMBERED = re.compile(
    rf"{_NUMBER.format('n')}\s{{1,4}}(?:\w+\s{{1,4}})?(?:ảnh|bộ|bản|tờ|tấm|phiếu|đơn|giấy"
    rf"|cuốn)(?!\w)",
    re.I,
)
_BRACKETED = re.compile(
    rf"[(:]\s{{0,4}}{_NUMBER.format('n')}\s{{1,4}}(?:bản|bộ|ảnh|tờ)(?!\w)", re.I
)
_SETS_GIVEN = re.compile(
    rf"số\s{{1,4}}(?:lượng|bộ)(?:\s{{1,4}}(?:bộ"
    rf"|thành phần))*(?:\s{{1,4}}hồ sơ)?(?:\s{{1,4}}(?:gồm|là"
    rf"|nộp))?\s{{0,4}}[:;.]?\s{{0,4}}\(?{_NUMBER.format('n')}\s{{0,4}}\(?bộ",
    re.I,
)
_OF_DOSSIER = re.compile(r"bộ\s{1,4}hồ\s{1,4}sơ", re.I)
_SETS_HANDED_IN = re.compile(
    rf"(?:nộp|gửi|lập|chuẩn bị|hoàn thiện)\s(?P<words>{_NUMBER.format('n')}\s{{1,4}})\Z", re.I
)
_REACH = 60
"""How many characters before "bộ hồ sơ" hold the number of sets, and the verb before it."""


@dataclass(frozen=True, slots=True)
class PaperCount:
    """What the words ask for of one paper.

    `originals` and `copies` are numbers, None when the words do not tell which; then `pieces` is
    how many there are of it. `either`: an original or a copy, as the reader likes. `certified`: the
    copy is certified; `compared`: the original is shown beside it.
    """

    originals: int | None
    copies: int | None
    pieces: int | None = None
    either: bool = False
    certified: bool = False
    compared: bool = False


def read_count(pointer: Pointer, text: str, start: int, end: int) -> Reading[PaperCount] | None:
    """The originals and copies that a paper's words ask for; None when they do not say."""
    stop = _head_end(text, start, end)
    head = text[start:stop]
    if _KIND.search(head):
        head = _REFERS.sub(lambda match: " " * len(match[0]), head)
    found = [match for match in _KIND.finditer(head) if _is_of_paper(head, match)]
    if not found:
        return _pieces(pointer, text, start, head)
    originals = [_amount(head, match) for match in found if _is_original(match)]
    copies = [_amount(head, match) for match in found if not _is_original(match)]
    compared = bool(copies) and _COMPARED.search(head) is not None
    if compared:
        originals = []
    either = bool(originals and copies) and _is_either(head, found)
    count = PaperCount(
        max(originals, default=None if either else 0),
        max(copies, default=None if either else 0),
        None,
        either,
        bool(copies) and _CERTIFIED.search(head) is not None,
        compared,
    )
    place = evidence_of(pointer, text, start + found[0].start(), start + found[-1].end())
    return Reading(count, _certainty(head, found, either), (place,))


def _is_original(match: re.Match[str]) -> bool:
    return match["kind"].lower() in ("chính", "gốc")


def _number_before(head: str, match: re.Match[str]) -> str | None:
    found = _BEFORE_KIND.search(head[max(0, match.start() - 30) : match.start()])
    return found["n"] if found else None


def _pieces(pointer: Pointer, text: str, start: int, head: str) -> Reading[PaperCount] | None:
    """Read a number without a kind: "02 ảnh", "(03 bản)"."""
    match = _NUMBERED.match(head) or _BRACKETED.search(head)
    if match is None:
        return None
    place = evidence_of(pointer, text, start + match.start(), start + match.end())
    return Reading(PaperCount(None, None, _number(match["n"])), Certainty.LIKELY, (place,))


def _is_of_paper(head: str, match: re.Match[str]) -> bool:
    """Whether the kind stands where a paper's own does: first, bracketed, after a number."""
    before = head[: match.start()].rstrip()
    if not before or before[-1] in "(:/,-" or _SAID.search(before):
        return True
    return _number_before(head, match) is not None


def read_sets(texts: Iterable[tuple[Pointer, str]]) -> Reading[int] | None:
    """How many sets of the dossier the words ask for; unsure when they give several numbers."""
    found = [(_number(match["n"]), place) for match, place in _set_words(texts)]
    if not found:
        return None
    numbers = {number for number, _ in found}
    sure = Certainty.SURE if len(numbers) == 1 else Certainty.UNSURE
    return Reading(found[0][0], sure, tuple(place for _, place in found[:4]))


def _set_words(texts: Iterable[tuple[Pointer, str]]) -> Iterator[tuple[re.Match[str], Evidence]]:
    for pointer, text in texts:
        low = text.lower()
        if "bộ" not in low:
            continue
        if "lượng" in low or "số bộ" in low:
            for match in _SETS_GIVEN.finditer(text):
                yield match, evidence_of(pointer, text, match.start(), match.end())
        for sets in _OF_DOSSIER.finditer(text):
            before = text[max(0, sets.start() - _REACH) : sets.start()]
            if number := _SETS_HANDED_IN.search(before):
                start = sets.start() - len(number["words"])
                yield number, evidence_of(pointer, text, start, sets.end())


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS[word.lower()]


def _amount(head: str, match: re.Match[str]) -> int:
    """One, when only the kind is given ("bản sao …")."""
    word = match["after"] or _number_before(head, match)
    return _number(word) if word else 1


def _head_end(text: str, start: int, end: int) -> int:
    """Where the paper's own words end: the first sentence, without the cases that follow."""
    match = _HEAD_END.search(text, start + 1, min(end, start + 500))
    return match.start() if match else min(end, start + 500)


def _is_either(head: str, found: list[re.Match[str]]) -> bool:
    return any(
        re.search(r"(?<!\w)hoặc(?!\w)|/", head[one.end() : other.start()]) is not None
        for one, other in pairwise(found)
        if one["kind"].lower() != other["kind"].lower()
    )


def _certainty(head: str, found: list[re.Match[str]], either: bool) -> Certainty:
    """Numbers beside the kind are plain; a kind alone, several times, may be of other papers."""
    if (
        either
        or len(found) == 1
        or any(match["after"] or _number_before(head, match) for match in found)
    ):
        return Certainty.SURE if len(found) <= 2 else Certainty.LIKELY
    return Certainty.LIKELY
