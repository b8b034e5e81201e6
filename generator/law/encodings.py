"""Texts whose letters were read in the wrong code page: what they are, and what they mean.

TCVN3 (TCVN 5712:1993, the fonts .VnTime) and VNI (VNI-Times) gave one- and two-byte codes to
Vietnamese letters; pasted as Unicode they are Latin letters and signs. A word counts only when it
is no Vietnamese syllable as it stands and is one when it is converted.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.law.syllables import is_syllable

_TCVN3_LETTERS = (
    "à\u00b5 á\u00b8 ả\u00b6 ã\u00b7 ạ\u00b9 ă\u00a8 ằ\u00bb ắ\u00be ẳ\u00bc "
    "ẵ\u00bd ặ\u00c6 â\u00a9 ầ\u00c7 ấ\u00ca ẩ\u00c8 ẫ\u00c9 ậ\u00cb đ\u00ae "
    "è\u00cc é\u00d0 ẻ\u00ce ẽ\u00cf ẹ\u00d1 ê\u00aa ề\u00d2 ế\u00d5 ể\u00d3 "
    "ễ\u00d4 ệ\u00d6 ì\u00d7 í\u00dd ỉ\u00d8 ĩ\u00dc ị\u00de ò\u00df ó\u00e3 "
    "ỏ\u00e1 õ\u00e2 ọ\u00e4 ô\u00ab ồ\u00e5 ố\u00e8 ổ\u00e6 ỗ\u00e7 ộ\u00e9 "
    "ơ\u00ac ờ\u00ea ớ\u00ed ở\u00eb ỡ\u00ec ợ\u00ee ù\u00ef ú\u00f3 ủ\u00f1 "
    "ũ\u00f2 ụ\u00f4 ư\u00ad ừ\u00f5 ứ\u00f8 ử\u00f6 ữ\u00f7 ự\u00f9 ỳ\u00fa "
    "ý\u00fd ỷ\u00fb ỹ\u00fc ỵ\u00fe Ă\u00a1 Â\u00a2 Đ\u00a7 Ê\u00a3 Ô\u00a4 "
    "Ơ\u00a5 Ư\u00a6 "
)
_TCVN3 = {pair[1]: pair[0] for pair in _TCVN3_LETTERS.split()}
_VNI_MARKS = "ùøûõï"
"""Behind a vowel: acute, grave, hook, tilde, dot below."""
_VNI_LETTERS = {
    "a": "áàảãạ",
    "e": "éèẻẽẹ",
    "o": "óòỏõọ",
    "u": "úùủũụ",
    "y": "ýỳỷỹ",
    "ô": "ớờởỡợ",
    "ö": "ứừửữự",
}
_VNI_HATS = {
    "a": dict(zip("áàåãäâéèúüëê", "ấầẩẫậâắằẳẵặă", strict=True)),
    "e": dict(zip("áàåãäâ", "ếềểễệê", strict=True)),
    "o": dict(zip("áàåãäâ", "ốồổỗộô", strict=True)),
}
_VNI_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _vni_pairs() -> dict[str, str]:
    pairs = {
        vowel + mark: letter
        for vowel, letters in _VNI_LETTERS.items()
        for mark, letter in zip(_VNI_MARKS, letters, strict=False)
    }
    for vowel, hats in _VNI_HATS.items():
        pairs |= {vowel + hat: letter for hat, letter in hats.items()}
    lower = pairs | _VNI_ALONE
    upper = {code.upper(): letter.upper() for code, letter in lower.items()}
    mixed = {code[0].upper() + code[1:]: letter.upper() for code, letter in pairs.items()}
    return lower | mixed | upper


_VNI = _vni_pairs()
_VNI_CODE = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_TCVN3_CODE = re.compile(f"[{''.join(_TCVN3)}]")
_ETH_ALONE = frozenset("Ðð")
"""The letters of Icelandic that stand for Đ in old texts: alone they are no other encoding."""
_LATIN = re.compile("[A-Za-z]")
_WORD = re.compile(f"(?:[^\\W\\d_]|[{''.join(_TCVN3)}])+")
_SUSPECT = re.compile(
    r"[\u00a1-\u00bf\u00c1-\u00c8\u00ca-\u00d1\u00d2-\u00df\u00e0-\u00fc\u00fe\ufffd](?:"
    r"(?<=[\u00a1-\u00a9\u00ac-\u00af\u00b5\u00b6\u00b8\u00b9\u00bc-\u00bf\u00c4-\u00c7\u00cb"
    r"\u00ce-\u00d1\u00d6\u00d8\u00db\u00dc\u00de\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8"
    r"\u00fb\u00fc\u00fe\ufffd])"
    r"|(?<=[aAeE][âÂáÁàÀãÃ])|(?<=[aA][éÉèÈúÚêÊ])|(?<=[oO][âÂ])|(?<=[aeoyuAEOYU][ùõÙÕ])"
    r"|(?<=[^\W\d_]×)|(?<=×)(?=[^\W\d_])"
    r"|(?<=á[º»])|(?<=[a-z][ÊÒÕÓÔÝÌÉÈ·ª«»×÷])|(?=[·ª«»][a-z]))"
)
"""Without one of these no text is in a wrong code page; × beside no letter is a sign of its own."""
_CP1252 = {
    bytes((n,)).decode("cp1252"): n for n in range(0x80, 0xA0) if n not in (129, 141, 143, 144, 157)
}
_BYTES = {chr(n): n for n in range(0x80, 0x100)} | _CP1252
_CONTINUED = "".join(re.escape(letter) for letter, n in _BYTES.items() if n < 0xC0)
_MOJIBAKE = re.compile(f"[\u00e1-\u00ef][{_CONTINUED}]{{2}}|[\u00c2-\u00df][{_CONTINUED}]")


@dataclass(frozen=True, slots=True)
class MisreadText:
    """A text in a wrong code page: the name of its encoding, and what it means."""

    encoding: str
    meant: str


def find_misread(text: str) -> MisreadText | None:
    """What a text was encoded in, when it was read in another code page; None for sound text.

    `encoding` is utf8, tcvn3 or vni.

    >>> find_misread("CÊp GiÊy x¸c nhËn")
    MisreadText(encoding='tcvn3', meant='Cấp Giấy xác nhận')
    """
    if not _SUSPECT.search(text):
        return None
    meant = _MOJIBAKE.sub(_decoded, text)
    if meant != text:
        return MisreadText("utf8", meant)
    found = {name: convert(text) for name, convert in _CONVERTERS.items()}
    name = max(found, key=lambda name: found[name][1])
    meant, evidence = found[name]
    return MisreadText(name, meant) if evidence > 1 else None


def may_be_misread(text: str) -> bool:
    """Whether there is a character in a text that sound Vietnamese text hardly has."""
    return bool(_SUSPECT.search(text))


def _decoded(match: re.Match[str]) -> str:
    """The letter whose UTF-8 bytes a few characters are, when it belongs into a Vietnamese text."""
    try:
        letter = bytes(_BYTES[sign] for sign in match[0]).decode()
    except UnicodeDecodeError:
        return match[0]
    return letter if letter in "–—‘’“”…•" or is_vietnamese_letter(letter) else match[0]


def is_vietnamese_letter(letter: str) -> bool:
    """Whether a letter is one that Vietnamese has and English has not."""
    return letter in _LETTERS


_LETTERS = frozenset(
    letter
    for small in "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
    for letter in (small, small.upper())
)


def _from_tcvn3(text: str) -> tuple[str, int]:
    return _converted(text, lambda word: _TCVN3_CODE.sub(lambda m: _TCVN3[m[0]], word))


def _from_vni(text: str) -> tuple[str, int]:
    return _converted(text, lambda word: _VNI_CODE.sub(lambda m: _VNI[m[0]], word))


def _converted(text: str, convert: Callable[[str], str]) -> tuple[str, int]:
    """The text with each word converted that needs it, and how much speaks for it.

    Where no letter is one that the old encodings lack, every word is converted.
    """
    evidence = 0
    whole = all(sign <= "\u00ff" or not sign.isalpha() for sign in text)

    def _replace_word(match: re.Match[str]) -> str:
        nonlocal evidence
        word = match[0]
        meant = convert(word)
        if not _ETH_ALONE.isdisjoint(word) and all(s in _ETH_ALONE or s <= "\x7f" for s in word):
            return word
        if meant == word or not _LATIN.search(word) or not is_syllable(meant):
            return word
        if is_syllable(word):
            return meant if whole else word
        if any(letter > "\u00ff" for letter in word):
            return word
        evidence += 2 if _SUSPECT.search(word) else 1
        return meant

    return _WORD.sub(_replace_word, text), evidence


_CONVERTERS: dict[str, Callable[[str], tuple[str, int]]] = {"tcvn3": _from_tcvn3, "vni": _from_vni}
