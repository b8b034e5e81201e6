"""Text as XML may hold it."""

import re

_REFUSED = re.compile("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    r"""A text without the characters that no XML holds, not even escaped; nothing else is escaped.

    A carriage return goes with them, as an XML reader makes a line break of it.
    Source: XML 1.0, 2.2 and 2.11.

    >>> xml_text("Lệ phí\ufffe: <10\x0b đồng")
    'Lệ phí: <10 đồng'
    """
    return _REFUSED.sub("", text)
