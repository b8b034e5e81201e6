"""One pattern out of the lists of words in the tables of the law."""

import re
from collections.abc import Iterable


def alternation(words: Iterable[str]) -> str:
    r"""A group that matches any of some patterns, in which a space is up to four of white space.

    >>> alternation(["tờ khai", "đơn"])
    '(?:tờ\\s{1,4}khai|đơn)'
    """
    return f"(?:{'|'.join(words)})".replace(" ", r"\s{1,4}")


def guarded(first: str, pattern: str, flags: int = 0) -> re.Pattern[str]:
    r"""A pattern that looks at one character before it tries its alternatives at a place.

    That is two to four times as fast where alternatives are many. `first`, as in a class of a
    pattern, are all the characters that a match can begin with (a test holds them against the
    pattern), so that nothing else is found than without it.

    >>> guarded("đt", "đồng bằng|trung du").findall("trung du, đồng bằng")
    ['trung du', 'đồng bằng']
    """
    return re.compile(rf"(?=[{first}])(?:{pattern})", flags)
