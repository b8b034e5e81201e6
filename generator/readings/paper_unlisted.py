"""Papers that steps name in general words, where the record has no dossier at all."""

import re
from collections.abc import Iterator

from generator.readings.evidence import Evidence
from generator.readings.paper_sentences import REACH, sentence_around, words_within

_HANDED_IN = re.compile(
    r"(?<!\w)(?:gửi|trình|lập|nộp)\s(?:\d{1,2}\s(?:\(?\w+\)?\s)?(?:bản|bộ)\s)?"
    r"(?P<paper>(?:văn bản (?:đề nghị|đề xuất|và hồ sơ)|hồ sơ (?:đề nghị|đăng ký|khai)"
    r"|báo cáo (?:đề xuất|rà soát|đánh giá)|tờ trình|đề án|kế hoạch)(?!\w)[^.;:()\n]{0,220})",
    re.I,
)
"""A request, a report or a dossier by what it is about."""
_RECEIVER = re.compile(
    r",?\s(?:gửi|đến|tới|và gửi|trực tiếp|qua|trên cổng|tại các điểm|về (?:bộ phận|trung tâm)"
    r"|trình(?! độ)|đề nghị (?:[uủ][yỷ] ban|bộ|sở)|để đề nghị|được tính|chậm nhất|theo quy định)"
    r"(?!\w).*\Z",
    re.I | re.S,
)
"""Where it goes to, which is told elsewhere."""
_OF_SOME = re.compile(
    r"(?<!\w)(?:người|chủ)\s[^.;,\n]{2,60}?\snộp\s(?:mảnh trích (?:đo|lục)|chứng từ)(?!\w)", re.I
)
"""A paper that some readers hand in, in a step of the office."""
_LEAST = 7
"""Syllables of a paper at least: "hồ sơ đề nghị hỗ trợ" tells none."""


def papers_unlisted(words: Evidence) -> Iterator[Evidence]:
    """What is handed in by the words of a step, and the sentences on what some hand in."""
    for match in _HANDED_IN.finditer(words.words, 0, REACH):
        said = _RECEIVER.sub("", match["paper"]).rstrip(" ,")
        if len(said.split()) >= _LEAST:
            yield words_within(words, match.start("paper"), len(said))
    for match in _OF_SOME.finditer(words.words, 0, REACH):
        start, end = sentence_around(words, match)
        yield words_within(words, start, len(words.words[start:end].rstrip()))
