"""Papers that only the steps name ("gửi văn bản đề nghị …"): the dossier has no request."""

import re
from collections.abc import Iterable, Iterator

from generator.findings.problem import Pointer
from generator.readings.evidence import Evidence, evidence_of
from generator.readings.paper_applications import has_application, words_from_name
from generator.readings.paper_forms import rank_application
from generator.readings.paper_types import Paper
from generator.readings.papers import PaperReadings
from generator.readings.step_actors import StepActor
from generator.readings.steps import StepPassage

_MOST = 3
_A_REQUEST = 2
"""The rank of a paper that asks for what the procedure gives."""
_REACH = 4_000
"""Characters of a step in which papers are looked for."""
_REQUEST = (
    r"(?:đơn(?! vị| giá| thuốc| phương)|tờ khai|bản khai|giấy (?:đề nghị|đăng ký|yêu cầu)"
    r"|(?:văn bản|công văn|tờ trình|phiếu)\s(?:\w+\s){0,2}?(?:đề nghị|đăng ký|yêu cầu|thông báo|xin"
    r"|kê khai|khai|báo cáo|kèm)|thông báo phương án|phương án)"
)
_HANDED_IN = re.compile(
    r"(?<!\w)(?:nộp|gửi|lập|có|kèm theo|bằng|làm|viết|gồm)\s(?:\d{1,2}\s|\(?\w+\)?\s(?:bản|bộ)\s)?"
    rf"(?P<paper>{_REQUEST}(?!\w)[^.;:,()\n]{{0,140}})",
    re.I,
)
_RECEIVER = re.compile(
    r"\s(?:gửi|đến|tới|(?:về|cho)(?=\s(?:sở|bộ|cục|cơ quan|ủy ban|uỷ ban))"
    r"|trực tiếp|qua|trên cổng)(?!\w).*\Z",
    re.I | re.S,
)
"""Where a paper goes to, which is told elsewhere."""
_OF_OFFICE = re.compile(
    r"(?:văn bản|công văn|phiếu)\s(?:yêu cầu\s(?:\w+\s){0,3}?"
    r"(?:sửa đổi|bổ sung|cung cấp|giải trình)"
    r"|(?:\w+\s){0,3}?(?:từ chối|cho (?:người|chủ|tổ chức|cá nhân)(?!\w)))",
    re.I,
)
"""An answer or demand that an office writes to a reader."""
_LEAST = 6
_BESIDE = re.compile(
    r"(?<!\w)(?:nộp lại|phải (?:gửi|nộp) kèm(?: theo)?)\s(?P<paper>con dấu|(?:giấy (?:phép"
    r"|chứng nhận|đăng ký|ủy quyền|uỷ quyền)|hợp đồng|thẻ|chứng chỉ|văn bản|bản sao|quyết định)"
    r"\s(?!này)\w+)",
    re.I,
)
"""A paper that is handed back, or that comes on top of those of the dossier."""
_CLAUSE_END = re.compile(r"[.;](?=\s|\Z)|\n")


def papers_in_steps(read: Iterable[StepPassage], papers: PaperReadings) -> tuple[Evidence, ...]:
    """The first papers that a reader's steps name, and no item of the dossier.

    Requests only where the dossier has no application.
    """
    listed = _listed(papers)
    asked = any(_asks(group.papers) for group in papers.groups)
    found: dict[str, Evidence] = {}
    for passage in read:
        if passage.actor.value is not StepActor.OFFICE and len(found) < _MOST:
            requests = () if asked else _named(passage.words)
            for one in (*requests, *_beside(passage.words, listed)):
                found.setdefault(one.words.lower(), one)
    return tuple(found.values())[:_MOST]


def _listed(papers: PaperReadings) -> str:
    """All words of a dossier."""
    names = (group.name.words for group in papers.groups if group.name)
    words = (paper.words.words for group in papers.groups for paper in group.papers)
    parts = (
        part.words.words for group in papers.groups for one in group.papers for part in one.parts
    )
    return " ".join(" ".join((*names, *words, *parts)).lower().split())


def _beside(words: Evidence, listed: str) -> Iterator[Evidence]:
    """The sentences that ask for a paper which the dossier does not have."""
    end = 0
    for match in _BESIDE.finditer(words.words, 0, _REACH):
        known = " ".join(match["paper"].lower().split()) in listed
        if match.start() < end or known:
            continue
        ends = [one.end() for one in _CLAUSE_END.finditer(words.words, 0, match.start())]
        stop = _CLAUSE_END.search(words.words, match.end())
        start, end = max(ends, default=0), stop.start() if stop else len(words.words)
        start += len(words.words[start:end]) - len(words.words[start:end].lstrip())
        yield _within(words, start, end - start)


def _asks(papers: tuple[Paper, ...]) -> bool:
    """Whether a request stands among papers."""
    return has_application(papers) or any(
        rank_application(words_from_name(paper)) <= _A_REQUEST or _asks(paper.parts)
        for paper in papers
    )


def _named(words: Evidence) -> Iterator[Evidence]:
    for match in _HANDED_IN.finditer(words.words, 0, _REACH):
        said = _RECEIVER.sub("", match["paper"]).rstrip(" ,;:")
        if len(said) >= _LEAST and not _OF_OFFICE.match(said):
            yield _within(words, match.start("paper"), len(said))


def _within(words: Evidence, start: int, length: int) -> Evidence:
    pointer: Pointer = words.pointer
    found = evidence_of(pointer, words.words, start, start + length)
    return Evidence(pointer, words.start + start, words.start + start + length, found.words)
