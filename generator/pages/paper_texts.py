"""The words of papers and steps without the marks that they open with."""

import re
from collections.abc import Sequence

from generator.locale import Words
from generator.readings.enumeration import skip_marks
from generator.readings.recorded_papers import RecordedGroup

_STARRED = re.compile(r"\A[\s(*]{1,6}\)\s{0,4}")
"""A mark of signs alone: "(*)"."""
_BULLET = re.compile(r"\A\s*([–—•●*+-])(?:\s+(?=[\w(“\"])|(?=[^\W\d]|[(“\"]))")
"""A sign before words; "-5" is a number."""


def group_heading(group: RecordedGroup, name: str, words: Words) -> str:
    """The name of a group, perhaps cut; told as the source's where its papers are not known."""
    return words("dossier.heading", name=name) if name and group.is_of_unsure_name else name


def unmarked(said: str) -> str:
    """A text without the marks of a list that it opens with: the list has marks of its own."""
    bare = _STARRED.sub("", said)
    return bare[skip_marks(bare, 0, len(bare)) :] or said


def without_shared_bullets(texts: Sequence[str]) -> list[str]:
    """Texts of a list, which has bullets of its own, without the one that they open with.

    Bullets of several kinds stay, and those that go on within a text: they tell levels.
    """
    kinds = {found[1] for one in texts if (found := _BULLET.match(one))}
    within = any(line.lstrip()[:1] in kinds for one in texts for line in one.splitlines()[1:])
    return list(texts) if len(kinds) != 1 or within else [_BULLET.sub("", one) for one in texts]
