"""families.yml: what editors joined to one family, or split off, where the rules were wrong."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyReview:
    """Ids of procedures that are one family (`join`), or that leave theirs (`split`), and why.

    What is split off stands alone, unless another review joins it to something.
    """

    reason: str
    join: tuple[str, ...] = ()
    split: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Families:
    """families.yml."""

    families: tuple[FamilyReview, ...]
