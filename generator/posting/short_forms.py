"""Short forms of names that offices write on their own papers, spelled out."""

import re

_AND = "(?: ?(?:&|-|va) ?)?"
_DEPARTMENTS = (
    ("tp", "tu phap"),
    ("xd", "xay dung"),
    ("tc", "tai chinh"),
    ("nv", "noi vu"),
    ("ngv", "ngoai vu"),
    ("ct", "cong thuong"),
    ("yt", "y te"),
    (f"gd{_AND}dt", "giao duc va dao tao"),
    (f"kh{_AND}cn", "khoa hoc va cong nghe"),
    (f"nn{_AND}mt", "nong nghiep va moi truong"),
    (f"dt{_AND}tg", "dan toc va ton giao"),
    (f"vh,? ?tt{_AND}dl", "van hoa, the thao va du lich"),
)
"""The letters that stand for a department of a province, behind "Sở " or "S", and its name."""
_SHORT_FORMS = (
    ("ubnd", "uy ban nhan dan"),
    (
        "(?:ttpvhcc|tt ?pvhcc|tt hcc|trung tam pvhcc|trung tam hanh chinh cong)",
        "trung tam phuc vu hanh chinh cong",
    ),
    *((f"(?:so |s){letters}", f"so {name}") for letters, name in _DEPARTMENTS),
    (r"tp\.? ?hcm", "thanh pho ho chi minh"),
    ("tp", "thanh pho"),
    ("t", "tinh"),
    ("p", "phuong"),
    ("x", "xa"),
)
"""Patterns of short forms, and what they stand for; "Sở TP" is no town, so that it comes first."""


def spell_out(folded: str) -> str:
    """A folded name without its short forms, and without the points behind them.

    >>> spell_out("ubnd p. pleiku"), spell_out("sxd t.gia lai"), spell_out("so tp tp hue")
    ('uy ban nhan dan phuong pleiku', 'so xay dung tinh gia lai', 'so tu phap thanh pho hue')
    """
    for short, whole in _SHORT_FORMS:
        folded = re.sub(rf"(?<![\w./-])(?:{short})(?![\w/-])\.?", f"{whole} ", folded)
    return re.sub(r" +(,|$)", r"\1", re.sub(" +", " ", folded))
