"""Under which heading of a dossier a paragraph stands, and whether it only explains the papers."""

import re

from generator.imports.word.paragraphs import WordParagraph

_MARK = re.compile(r"\W*(?P<letter>[a-zđ])(?P<digit>\d?)\s?[.)]", re.IGNORECASE)
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_EXPLAINS = re.compile(
    r"\A(?:trường hợp|lưu ý|ghi chú|đối với)\b"
    r"|\bkhông (?:phải|cần|yêu cầu)\s+(?:thực hiện|nộp|có)\b",
    re.IGNORECASE,
)
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
    above, own = _MARK.match(heading), _MARK.match(text)
    if not (above and own) or above["digit"] != own["digit"]:
        return False
    letters = [_LETTERS.find(one["letter"].lower()) for one in (above, own)]
    return 0 <= letters[0] < letters[1]


def explains_papers(paragraph: WordParagraph) -> bool:
    """Whether a paragraph without a bullet or a letter says something of papers, and is none."""
    return not paragraph.marked and bool(_EXPLAINS.search(paragraph.text))
