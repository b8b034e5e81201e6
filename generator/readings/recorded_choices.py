"""The papers of a group that another item of it names as one of several to choose from."""

import re

from generator.readings.recorded_papers import RecordedGroup, RecordedPaper

_ONE_OF = re.compile(r"\W{0,9}(?:bản \w+ )?một trong (?:các|những|số)(?!\w)", re.I)
_SENTENCE_END = re.compile(r"[.;](?=\s|\Z)")
_LEAST = 12
"""Characters of a paper that are enough to know it again."""


def papers_to_choose(group: RecordedGroup) -> frozenset[RecordedPaper]:
    """The papers of which "Một trong những giấy tờ …: A; B" names each."""
    lists = [_plain(one.words) for one in group.papers if _ONE_OF.match(one.words)]
    return frozenset(one for one in group.papers if _is_named(one, lists))


def _is_named(paper: RecordedPaper, lists: list[str]) -> bool:
    said = _plain(_SENTENCE_END.split(paper.bare_words, maxsplit=1)[0])
    return len(said) >= _LEAST and any(said in one for one in lists if not one.startswith(said))


def _plain(words: str) -> str:
    return " ".join(words.lower().split())
