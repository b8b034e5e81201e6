"""One pattern out of the lists of words in the tables of the law."""

from collections.abc import Iterable


def alternation(words: Iterable[str]) -> str:
    r"""A group that matches any of some patterns, in which a space is up to four of white space.

    >>> alternation(["tờ khai", "đơn"])
    '(?:tờ\\s{1,4}khai|đơn)'
    """
    return f"(?:{'|'.join(words)})".replace(" ", r"\s{1,4}")
