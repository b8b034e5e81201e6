"""The words of papers and steps without the marks that they open with."""

import re

from generator.readings.enumeration import skip_marks

_STARRED = re.compile(r"\A[\s(*]{1,6}\)\s{0,4}")
"""A mark of signs alone: "(*)"."""


def unmarked(said: str) -> str:
    """A text without the marks of a list that it opens with: the list has marks of its own."""
    bare = _STARRED.sub("", said)
    return bare[skip_marks(bare, 0, len(bare)) :] or said
