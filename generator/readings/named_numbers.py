"""Numbers written in letters."""

_ONES = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BEHIND_TEN = (*_ONES[:4], "lăm", *_ONES[5:])
_BEHIND_TENS = ("mốt", *_ONES[1:3], "tư", "lăm", *_ONES[5:])


def _named() -> dict[str, float]:
    """The numbers below a hundred by their names."""
    found = {name: float(value) for value, name in enumerate((*_ONES, "mười"), 1)}
    found |= {f"mười {name}": 10.0 + value for value, name in enumerate(_BEHIND_TEN, 1)}
    for tens, first in enumerate(_ONES[1:], 2):
        found[f"{first} mươi"] = 10.0 * tens
        found |= {
            f"{first} mươi {name}": 10.0 * tens + value
            for value, name in enumerate(_BEHIND_TENS, 1)
        }
    return found


NAMED_NUMBERS = dict(sorted(_named().items(), key=lambda pair: -len(pair[0])))
"""Each number below a hundred by its name, the longest names first."""
