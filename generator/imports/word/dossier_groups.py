"""Under which heading of a dossier a paragraph stands, and whether it only explains the papers."""

import re

from generator.imports.word.paragraphs import WordParagraph
from generator.readings.enumeration import LETTERS

_MARK = re.compile(r"\W*(?P<letter>[a-zđ])(?P<digit>\d?)\s?[.)]", re.IGNORECASE)
_EXPLAINS = re.compile(
    r"\A(?:trường hợp|lưu ý|ghi chú|đối với)\b"
    r"|\bkhông (?:phải|cần|yêu cầu)\s+(?:thực hiện|nộp|có)\b",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"\A\W*(?:(?:lưu ý|ghi chú|chú ý)\s*:"
    r"|hồ sơ (?:nộp|gửi|điện tử|trực tuyến)\b[^:]{0,300}\b(?:phải|thì|cần|được)\b)",
    re.IGNORECASE,
)
"""What says something of papers behind a bullet too."""
HEADS_PAPERS = re.compile(
    r"\A\W*(?:\d{1,2}(?:\.\d{1,2})?[.)]\s*|[a-zđ]\d?[.)]\s*)?(?:các )?(?:giấy tờ|tài liệu|hồ sơ)"
    r"(?: (?!sau\b)\w{1,10}){1,6}\s*:\s*\Z",
    re.IGNORECASE,
)
"""A heading that says which papers stand below: "2. Giấy tờ kèm theo:"."""
_ORDER = re.compile(r"\W*(\d{1,2})[.)]\s")
DossierPapers = list[WordParagraph]
FoundGroups = list[tuple[str | None, DossierPapers]]
"""What stands below each heading; None for what stands below none."""


def find_group(text: str, groups: FoundGroups) -> DossierPapers:
    """Where a paragraph belongs: below the last heading, unless its letter follows that one's."""
    name = groups[-1][0] if groups else None
    if groups and not (name and _is_beside(name, text)):
        return groups[-1][1]
    known = next((papers for name, papers in reversed(groups) if name is None), None)
    if known is None:
        groups.append((None, []))
    return groups[-1][1] if known is None else known


def _is_beside(heading: str, text: str) -> bool:
    """Whether a text is an item of the list in which a heading is one: "h1) …:", then "i1) …"."""
    if HEADS_PAPERS.match(f"{heading}:"):
        numbers = [int(one[1]) for one in map(_ORDER.match, (heading, text)) if one]
        if len(numbers) == 2:
            return numbers[0] < numbers[1]
    above, own = _MARK.match(heading), _MARK.match(text)
    if not (above and own) or above["digit"] != own["digit"]:
        return False
    letters = [LETTERS.find(one["letter"].lower()) for one in (above, own)]
    return 0 <= letters[0] < letters[1]


def explains_papers(paragraph: WordParagraph) -> bool:
    """Whether a paragraph says something of papers, and is none: behind a bullet or a letter only
    where its first words say so.
    """
    explains = not paragraph.marked and _EXPLAINS.search(paragraph.text)
    return bool(explains or _NOTE.match(paragraph.text))
