"""The acts that one title joins: "Chuyển mục đích sử dụng đất; gia hạn sử dụng đất"."""

from functools import cache

from generator.law.family_titles import subject_key

_BETWEEN_ACTS = ";"


@cache
def acts_of(title: str) -> frozenset[str]:
    """The subjects of the acts that a title joins; none where it names one alone.

    >>> subject_key("Tách thửa đất (cấp xã)") in acts_of("Tách thửa đất; hợp thửa đất")
    True
    >>> acts_of("Tách thửa đất")
    frozenset()
    """
    parts = [one for one in title.split(_BETWEEN_ACTS) if one.strip()]
    return frozenset(map(subject_key, parts)) if len(parts) > 1 else frozenset()
