"""Syllables of Vietnamese: which letters and marks can stand together in one."""

import re
import unicodedata
from functools import lru_cache

_TONES = {"\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
"""The combining mark of each tone, with the key that Telex types it by."""
_ONSETS_LISTED = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_ONSETS = frozenset(("", *_ONSETS_LISTED.split()))
_RIMES_LISTED = (
    "a ai ao au ay ac ach am an ang anh ap at ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu "
    "i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăp oăt oc oe oen oeo "
    "oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôông ôp ôt ơ ơi ơm ơn ơp ơt "
    "u ua uân uâng uât uây uc uê uêch uên uênh uêu ui um un ung uôc uôi uôm uôn uông uôt up ut "
    "uơ uy uya uych uyên uyêt uynh uyt uyu uyp "
    "ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu "
    "y ych yêm yên yêng yêt yêu ynh yt"
)
_RIMES = frozenset(_RIMES_LISTED.split())
_STOPPED = ("p", "t", "c", "ch")
"""What a syllable ends in that has one of two tones only."""
_FRONT = ("e", "ê", "i", "y")
_ONSET = re.compile(r"ngh|[bcdđghklmnpqrstvx]{0,2}")
_MARKS_OF_TELEX = (
    ("dd", "đ"), ("aa", "â"), ("aw", "ă"), ("ee", "ê"), ("oo", "ô"),
    ("uow", "ươ"), ("ow", "ơ"), ("uw", "ư"), ("w", "ư"),
)  # fmt: skip
_TONE_OF_KEY = {key: mark for mark, key in _TONES.items()}
_VOWEL = re.compile("[aeiouyâăêôơư]")


@lru_cache(1 << 14)
def is_syllable(word: str) -> bool:
    """Whether a word of composed letters is spelled as one syllable, in any case.

    >>> is_syllable("cước"), is_syllable("cuớc"), is_syllable("Giấy"), is_syllable("cÊp")
    (True, False, True, False)
    """
    plain, tones = _without_tone(word.lower())
    if len(tones) > 1 or _has_capital_inside(word):
        return False
    return any(_fits(onset, plain, tones) for onset in _onsets_of(plain))


def _has_capital_inside(word: str) -> bool:
    return word[1:] != word[1:].lower() and word != word.upper()


def _onsets_of(plain: str) -> list[str]:
    found = _ONSET.match(plain)
    onset = found[0] if found else ""
    longer = [start for start in ("gi", "qu") if plain.startswith(start)]
    return [onset, *longer]


def _fits(onset: str, plain: str, tones: str) -> bool:
    rime = plain[len(onset) :]
    if onset == "gi" and rime == "":
        return True
    if (
        onset not in _ONSETS
        or rime not in _RIMES
        or (onset == "" and rime[0] == "y" and tones == "")
    ):
        return onset == "" and rime in ("y", "yên", "yêm", "yêu")
    if rime.endswith(_STOPPED) and tones not in ("s", "j"):
        return False
    return _is_spelled_so(onset, rime[0])


def _is_spelled_so(onset: str, vowel: str) -> bool:
    """K, gh and ngh stand before e, ê, i and y, where c, g and ng do not."""
    if onset in ("k", "gh", "ngh"):
        return vowel in _FRONT
    return onset not in ("c", "g", "ng") or vowel not in _FRONT or (onset == "g" and vowel == "i")


def _without_tone(word: str) -> tuple[str, str]:
    """A word without its tone marks, and the keys of these tones."""
    split = unicodedata.normalize("NFD", word)
    tones = "".join(_TONES[letter] for letter in split if letter in _TONES)
    bare = "".join(letter for letter in split if letter not in _TONES)
    return unicodedata.normalize("NFC", bare), tones


def spells_alike(one: str, other: str) -> bool:
    """Whether two texts differ at most in the letter on which a tone is set.

    >>> spells_alike("uỷ ban", "ủy ban"), spells_alike("uy ban", "ủy ban")
    (True, False)
    """
    pairs = zip(one.split(), other.split(), strict=True)
    return all(_without_tone(a) == _without_tone(b) for a, b in pairs)


@lru_cache(1 << 12)
def is_bare_syllable(word: str) -> bool:
    """Whether a word in small letters is a syllable but for its marks, which were not typed.

    >>> is_bare_syllable("quyet"), is_bare_syllable("dinh"), is_bare_syllable("office")
    (True, False, False)
    """
    if is_syllable(word):
        return False
    return any(word[len(one) :] in _BARE_RIMES for one in _onsets_of(word) if one in _ONSETS)


_BARE_RIMES = frozenset(
    unicodedata.normalize("NFD", rime).translate(dict.fromkeys(range(0x300, 0x370)))
    for rime in _RIMES
)


@lru_cache(1 << 12)
def typed_by_telex(word: str) -> str | None:
    """The syllable that keys of Telex stand for; None for a word that they do not spell.

    >>> typed_by_telex("quyeetj"), typed_by_telex("tafi"), typed_by_telex("quyết")
    ('quyệt', 'tài', None)
    """
    marked = word
    for keys, letter in _MARKS_OF_TELEX:
        marked = marked.replace(keys, letter)
    vowel = _VOWEL.search(marked)
    tried = [marked] if marked != word else []
    for place in range(vowel.end(), len(marked)) if vowel else ():
        if marked[place] in _TONE_OF_KEY:
            rest = marked[:place] + marked[place + 1 :]
            tried.append(_with_tone(rest, _TONE_OF_KEY[marked[place]]))
    return next((one for one in tried if is_syllable(one)), None)


def _with_tone(word: str, tone: str) -> str:
    """A word with a tone on the vowel that may carry it: a marked one, else the first."""
    vowels = [match.start() for match in _VOWEL.finditer(word)]
    marked = [place for place in vowels if word[place] in "âăêôơư"]
    place = (marked or vowels)[-1 if marked else 0]
    return unicodedata.normalize("NFC", word[: place + 1] + tone + word[place + 1 :])


_TONED = {
    unicodedata.normalize("NFC", vowel + mark): (vowel, key)
    for vowel in "aăâeêioôơuưy"
    for mark, key in _TONES.items()
}
"""The letters that have a tone: without it, and the key that Telex types it by."""
_VOWELS = re.compile(f"[{''.join(_TONED)}aăâeêioôơuưy]")
_EITHER = frozenset(("oa", "oe", "uy"))
"""Open rimes on either vowel of which the tone is set: hòa and hoà."""


@lru_cache(1 << 14)
def with_tone_in_place(word: str) -> str | None:
    """A syllable in small letters with its tone on the right letter; None where it is there.

    >>> with_tone_in_place("cuả"), with_tone_in_place("gía"), with_tone_in_place("hoà")
    ('của', 'giá', None)
    """
    places = [place for place, one in enumerate(word) if one in _TONED]
    if len(places) != 1 or len(_VOWELS.findall(word)) == 1:
        return None
    place = places[0]
    letter, tones = _TONED[word[place]]
    plain = word[:place] + letter + word[place + 1 :]
    carriers = _carriers(plain)
    if not carriers or place in carriers:
        return None
    at = carriers[0] + 1
    return unicodedata.normalize("NFC", plain[:at] + _TONE_OF_KEY[tones] + plain[at:])


def _carriers(plain: str) -> list[int]:
    """The places of the letters of a syllable without tone that its tone may be set on."""
    parts = [one for one in reversed(_onsets_of(plain)) if plain[len(one) :] in _RIMES]
    if not parts:
        return []
    rime = plain[len(parts[0]) :]
    vowels = [len(parts[0]) + match.start() for match in _VOWEL.finditer(rime)]
    marked = [place for place in vowels if plain[place] in "âăêôơư"]
    if marked:
        return marked[-1:]
    if rime in _EITHER:
        return vowels
    closed = not _VOWEL.match(rime[-1])
    return vowels[-1:] if closed else vowels[len(vowels) // 2 if len(vowels) > 2 else 0 :][:1]
