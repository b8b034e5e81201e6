"""Whether a word can be a syllable of Vietnamese: onset, rhyme, and a tone that its end allows."""

import re
import unicodedata

_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_STOPPED = {"", "\u0301", "\u0323"}
"""The tones of a syllable that ends in c, ch, p or t: acute and dot below (none when left out)."""
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ch|ph|th|tr|qu|[bcdđghklmnpqrstvx])?"
    r"(?:i?[aeêouyăâôơưi]"
    r"|iê|yê|ua|uô|uă|uâ|uê|uơ|uy|uya|uyê|ưa|ươ|oa|oă|oe|oo|uơ"
    r"|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|iêu|yêu|uôi|ươi|ươu"
    r"|oai|oao|oay|oeo|uây|uyu|uêu|uai|uao|ueo)"
    r"(?P<end>ch|nh|ng|[cmnpt])?\Z"
)


def is_syllable(word: str) -> bool:
    """Whether a word of composed letters is spelled as a Vietnamese syllable, in any case.

    >>> is_syllable("nghiệp"), is_syllable("Caáp"), is_syllable("cÊp")
    (True, False, False)
    """
    marks = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in marks if mark in _TONES]
    bare = unicodedata.normalize("NFC", "".join(m for m in marks if m not in _TONES))
    found = _SYLLABLE.match(bare)
    if not found or len(tones) > 1 or _has_capital_inside(word):
        return False
    stopped = found["end"] in ("c", "ch", "p", "t")
    return not stopped or (tones[0] if tones else "") in _STOPPED


def _has_capital_inside(word: str) -> bool:
    return word[1:] != word[1:].lower() and word != word.upper()
