"""Papers that only the steps name ("gửi văn bản đề nghị …"): the dossier has no request."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from generator.readings.enumeration import skip_marks
from generator.readings.evidence import Evidence
from generator.readings.paper_applications import has_application, words_from_name
from generator.readings.paper_beside import papers_beside, papers_of_readers
from generator.readings.paper_forms import rank_application
from generator.readings.paper_sentences import REACH, sentence_around, words_within
from generator.readings.paper_types import Paper
from generator.readings.paper_unlisted import papers_unlisted
from generator.readings.papers import PaperReadings
from generator.readings.sentences import begins_with_case
from generator.readings.step_actors import StepActor
from generator.readings.steps import StepPassage

_MOST = 3
_A_REQUEST = 2
"""The rank of a paper that asks for what the procedure gives."""
_REQUEST = (
    r"(?:đơn(?! vị| giá| thuốc| phương)|tờ khai|bản khai|giấy (?:đề nghị|đăng ký|yêu cầu)"
    r"|(?:văn bản|công văn|tờ trình|phiếu)\s(?:\w+\s){0,2}?(?:đề nghị|đề xuất|đăng ký|yêu cầu"
    r"|thông báo|xin|kê khai|khai|báo cáo|kèm)|thông báo phương án|phương án)"
)
_HANDED_IN = re.compile(
    r"(?<!\w)(?:nộp|gửi|lập|có|kèm theo|bằng|làm|viết|gồm)\s(?:\d{1,2}\s|\(?\w+\)?\s(?:bản|bộ)\s)?"
    rf"(?P<paper>(?:(?:quyết định|nghị quyết|biên bản)\s[^.;:,()\n]{{2,60}}(?:,| và)\s)?"
    rf"{_REQUEST}(?!\w)[^.;:,()\n]{{0,140}})",
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
_OF_BODY = re.compile(
    r"(?<!\w)(?:văn bản|công văn|tờ trình)\s(?:đề nghị\s)?(?:[^.;:()\n]{0,80}\s)?của (?:các )?"
    r"(?:công an|cơ quan(?! đề nghị)|[uủ][yỷ] ban|ubnd|sở|bộ|phòng|thủ trưởng|chỉ huy|cấp)(?!\w)",
    re.I,
)
"""A request that an office writes, beside which a reader may write one of their own."""
_PERSONAL = re.compile(r"(?:đơn|bản khai|tờ khai)\s", re.I)
_LEAST = 6
_GUIDED = re.compile(
    r"(?<!\w)hướng dẫn (?:người|chủ)\s[^.;\n]{2,160}?(?<!\w)(?:nộp|bổ sung)\s(?:mảnh )?"
    r"(?P<paper>trích (?:đo|lục)|bản sao giấy \w+ \w+)(?!\w)"
    r"|(?<!\w)để (?:người|chủ|tổ chức|cá nhân)\s[^.;\n]{2,220}?(?<!\w)nộp\s"
    r"(?P<after>giấy (?:chứng|xác) nhận \w+ \w+)",
    re.I,
)
"""A paper that an office tells some readers to add."""
_OR_ANEW = re.compile(r"\shoặc làm lại hồ sơ(?!\w)", re.I)
_IDENTITY = (
    r"(?:giấy\s)?chứng minh nhân dân|(?:thẻ\s)?căn cước|hộ chiếu|giấy giới thiệu"
    r"|giấy tờ tùy thân|giấy tờ tuỳ thân"
)
_SHOWN = re.compile(
    r"(?<!\w)(?<!không )(?<!không phải )(?<!không cần )(?<!chưa )(?:phải )?xuất trình\s"
    r"(?:(?:bản chính|bản gốc)\s)?(?:(?:một trong (?:các|những) )?giấy tờ(?: sau)?(?: đây)?:\s)?"
    rf"(?:{_IDENTITY})(?!\w)",
    re.I,
)
"""Papers by which a reader shows who they are."""
_LIST_END = re.compile(r"[.](?=\s|\Z)|\n| và (?:nộp(?! \d{1,2} bản)|nhận)(?!\w)|; kiểm tra(?!\w)")
_SENTENCE = 160
"""Characters in which a sentence names the papers by which a reader shows who they are."""
_OF_CASE = re.compile(r"(?<!\w)(?:nếu|trường hợp|đối với)(?!\w)", re.I)
_IDENTIFIES = re.compile(r"giấy tờ tùy thân|giấy tờ tuỳ thân|nhân thân|cccd|cmnd", re.I)
_IDENTITIES = ("chứng minh nhân dân", "căn cước", "hộ chiếu", "giấy giới thiệu")
_OF_TITLE = re.compile(
    r"(?<!\w)(?:(?:đơn|tờ khai|giấy|phiếu)\s(?:đề nghị|đăng ký|xin|yêu cầu)\s){1,2}"
    r"(?P<object>[^.;:()\n]{4,140})",
    re.I,
)
_OBJECT_END = re.compile(
    r",?\s(?:và các|kèm|gửi|nộp|đồng thời|theo (?:mẫu|quy định)|trường hợp|thì|phải|đến|tại)(?!\w)"
    r".*\Z",
    re.I | re.S,
)
_TITLE_OPENING = re.compile(r"(?:thủ tục\s)?(\w+\s\w+)")
_CASE_LINE = re.compile(r"[^:\n]{10,250}:\s")
_LINE_END = 60
"""Characters of the end of a case by which it is known again."""


def papers_in_steps(
    read: Sequence[StepPassage], papers: PaperReadings, title: str
) -> tuple[Evidence, ...]:
    """The first papers that steps name, and no item of the dossier.

    Requests of a reader where the dossier has none, or none for their case; in any step a request
    for what the title tells, where no item is about it. Without any item, dossiers too that are
    named by what they are about.
    """
    listed = listed_words(papers)
    asked = any(_asks(group.papers) for group in papers.groups)
    by_bodies = asked and not any(_asks_itself(group.papers) for group in papers.groups)
    found: dict[str, Evidence] = {}
    own = [one.words for one in read if one.actor.value is not StepActor.OFFICE]
    for words, led in zip(own, _below_cases(own), strict=True):
        if len(found) < _MOST:
            requests = _of_case(words, papers) if asked else _named(words)
            requests = _of_person(words) if by_bodies else requests
            for one in (*requests, *papers_beside(led, listed)):
                found.setdefault(one.words.lower(), one)
    for words in (one.words for one in read if one.actor.value is StepActor.OFFICE):
        for one in (*_guided(words, listed), *papers_of_readers(words, listed)):
            found.setdefault(one.words.lower(), one)
    shown = (one for words in own for one in _shown(words, listed))
    found |= {one.words.lower(): one for one in islice(shown, 1)}
    if not found or asked:
        about = (one for passage in read for one in _of_title(passage.words, title, listed))
        found = {one.words.lower(): one for one in islice(about, 1)} | found
    if not found and not listed:
        unlisted = (one for passage in read for one in papers_unlisted(passage.words))
        found = {one.words.lower(): one for one in unlisted}
    return tuple(found.values())[:_MOST]


def lists_another_request(read: Sequence[StepPassage], papers: PaperReadings, title: str) -> bool:
    """Whether steps name a request for what the title tells, and a dossier that of another act."""
    listed = listed_words(papers)
    is_named = any(True for one in read for _ in _of_title(one.words, title, listed))
    words = (paper.words.words for group in papers.groups for paper in group.papers)
    return is_named and any(map(_names_act, words))


def _names_act(words: str) -> bool:
    """Whether a request says what is asked for, and not that it follows a form alone."""
    match = _OF_TITLE.search(words, 0, REACH)
    return match is not None and _OF_TITLE.match(_OBJECT_END.sub("", match[0])) is not None


def _below_cases(texts: Sequence[Evidence]) -> Iterator[Evidence]:
    """Words, behind the line of a case that leads to them."""
    for above, words in zip((None, *texts), texts, strict=False):
        line = above.words.rstrip() if above else ""
        leads = line.endswith(":") and begins_with_case(line[skip_marks(line, 0, len(line)) :])
        if above and leads and above.pointer == words.pointer and above.end == words.start:
            joined = f"{above.words}{words.words}"
            yield Evidence(words.pointer, above.start, words.end, joined)
        else:
            yield words


def _of_title(words: Evidence, title: str, listed: str) -> Iterator[Evidence]:
    """Requests for what the title begins with, where nothing of the dossier is about it."""
    opening = _TITLE_OPENING.match(" ".join(title.lower().split()))
    if opening is None or opening[1] in listed:
        return
    for match in _OF_TITLE.finditer(words.words, 0, REACH):
        if " ".join(match["object"].lower().split()).startswith(opening[1]):
            said = _OBJECT_END.sub("", match[0]).rstrip(" ,")
            yield words_within(words, match.start(), len(said))


def _of_case(words: Evidence, papers: PaperReadings) -> Iterator[Evidence]:
    """The first request of steps for a case, with the case, where the dossier is for others."""
    start = skip_marks(words.words, 0, len(words.words))
    line = _CASE_LINE.match(words.words, start)
    names = [_plain(group.name.words if group.name else "") for group in papers.groups]
    if line is None or not begins_with_case(line[0]) or not all(map(begins_with_case, names)):
        return
    case = _plain(line[0])
    if any(case[-_LINE_END:] in name or name[-_LINE_END:] in case for name in names):
        return
    for one in islice(_named(words), 1):
        yield words_within(words, start, one.end - words.start - start)


def _of_person(words: Evidence) -> Iterator[Evidence]:
    """The requests of steps that a person writes."""
    return (one for one in _named(words) if _PERSONAL.match(one.words))


def _plain(name: str) -> str:
    """A name without its mark and what ends it."""
    bare = name[skip_marks(name, 0, len(name)) :]
    return " ".join(bare.lower().split()).rstrip(" .:;")


def listed_words(papers: PaperReadings) -> str:
    """All words of a dossier."""
    names = (group.name.words for group in papers.groups if group.name)
    words = (paper.words.words for group in papers.groups for paper in group.papers)
    parts = (
        part.words.words for group in papers.groups for one in group.papers for part in one.parts
    )
    return " ".join(" ".join((*names, *words, *parts)).lower().split())


def _guided(words: Evidence, listed: str) -> Iterator[Evidence]:
    """The sentences by which an office tells a reader to add a paper that no item is."""
    for match in _GUIDED.finditer(words.words, 0, REACH):
        if " ".join(match[match.lastgroup or 0].lower().split()) not in listed:
            start, end = match.start(), sentence_around(words, match)[1]
            said = _OR_ANEW.split(words.words[start:end], maxsplit=1)[0]
            yield words_within(words, start, len(said.rstrip()))


def _shown(words: Evidence, listed: str) -> Iterator[Evidence]:
    """The first sentence by which a reader shows who they are, where no paper does."""
    said = words.words
    match = _SHOWN.search(said, 0, REACH)
    if match and not _identifies(said[match.start() : match.start() + _SENTENCE].lower(), listed):
        sentence, _ = sentence_around(words, match)
        start = sentence if _OF_CASE.search(said, sentence, match.start()) else match.start()
        stop = _LIST_END.search(said, match.end())
        end = stop.start() if stop else len(said)
        yield words_within(words, start, len(said[start:end].rstrip(" ,;")))


def _identifies(shown: str, listed: str) -> bool:
    """Whether a dossier has one of the papers by which a reader shows who they are."""
    named = [one for one in _IDENTITIES if one in shown.split(".")[0]]
    return _IDENTIFIES.search(listed) is not None or any(one in listed for one in named)


def _asks(papers: tuple[Paper, ...]) -> bool:
    """Whether a request stands among papers."""
    return has_application(papers) or any(
        rank_application(words_from_name(paper)) <= _A_REQUEST or _asks(paper.parts)
        for paper in papers
    )


def _asks_itself(papers: tuple[Paper, ...]) -> bool:
    """Whether a request among papers need not be that of a body which passes a file on."""
    return _asks(tuple(paper for paper in papers if not _OF_BODY.search(paper.words.words)))


def _named(words: Evidence) -> Iterator[Evidence]:
    for match in _HANDED_IN.finditer(words.words, 0, REACH):
        said = _RECEIVER.sub("", match["paper"]).rstrip(" ,;:")
        if len(said) >= _LEAST and not _OF_OFFICE.match(said):
            yield words_within(words, match.start("paper"), len(said))
