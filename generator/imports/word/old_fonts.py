"""Files typed in fonts from before Unicode: their letters are others than Word shows."""

from collections.abc import Sequence

from generator.imports.word.blocks import WordLine
from generator.imports.word.package import UnreadableFileError
from generator.law.encodings import find_misread

_NAMES = {"tcvn3": "TCVN3 (.VnTime)", "vni": "VNI (VNI-Times)"}
_LOOKED_AT = 300
"""So many lines tell what a file is typed in."""
_SHORT = 8
_FEW = 3
"""So many lines of a sound file may be odd by chance."""


def refuse_old_fonts(lines: Sequence[WordLine]) -> None:
    """Raise UnreadableFileError for a file of which most lines are in letters of an old font."""
    said = [line.words for line in lines[:_LOOKED_AT] if len(line.words) > _SHORT]
    read = [(words, found) for words in said if (found := find_misread(words))]
    misread = [(words, found) for words, found in read if found.encoding in _NAMES]
    if len(misread) <= max(_FEW, len(said) // 2):
        return
    words, found = max(misread, key=lambda one: sum(map(str.islower, one[1].meant)))
    values = {"font": _NAMES[found.encoding], "found": words[:60], "meant": found.meant[:60]}
    raise UnreadableFileError("office.old_font", **values)
