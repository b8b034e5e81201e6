"""Words that a program may have read wrong off the picture of a page.

Five signs: a word that is no syllable of Vietnamese ("Ííỉeo"), a number of a document with a space
or small letters in it ("60/2026/QĐ- UBND"), an address with a space in it, two words that the
same files write otherwise many times ("đổi với" beside 567 times "đối với"), and words of a title
that every such decision has, written otherwise ("mói ban hành"). None of them is changed: a person
looks.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.imports.word.blocks import WordLine
from generator.law.syllables import is_syllable
from generator.law.text import fold_text

_OFTEN, _TIMES = 25, 25
"""A pair of words is usual from so many times on; one so many times rarer is doubted."""
_FIXED = {
    fold_text(words): words
    for words in (
        "thủ tục hành chính",
        "mới ban hành",
        "sửa đổi",
        "bổ sung",
        "thay thế",
        "bị bãi bỏ",
        "quy trình nội bộ",
        "lĩnh vực",
        "phạm vi",
        "chức năng quản lý",
        "thẩm quyền giải quyết",
    )
}
"""Words that titles of decisions and headings of lists have, by the same without marks."""
_CURRENCY = "vnđ"
_WORD = re.compile(r"[^\W\d_]+")
_MARK = re.compile(r"[,;:.()“”\"]|\s[-–]\s|\d")
_ADDRESS = re.compile(r"(?<!\S)\S*(?:https?:|www\.|\.vn\b|@|/)\S*")
_CUT_ADDRESS = re.compile(r"https?://[\w.-]*\s+[\w.-]*\.vn\b")
_NUMBER = re.compile(
    r"\b\d{1,5}(?:/\d{4})?/(?:[A-ZĐ]{1,4}\s*-\s+[A-ZĐ]{2}|[A-ZĐ]{1,4}\s+-\s*[A-ZĐ]{2}"
    r"|Q[hH]\d|qH\d|[A-ZĐ][a-zđ]-)[^\s,;.)]*"
)


@dataclass(frozen=True, slots=True)
class DamagedWords:
    """Words that may be damaged, the first line that has them, and in how many places they stand.

    `usual` is what the files write elsewhere; "" when they write nothing like it.
    """

    line: WordLine
    words: str
    usual: str = ""
    count: int = 1


def find_damaged(lines: Iterable[WordLine], every: Iterable[WordLine]) -> list[DamagedWords]:
    """The doubtful words of some lines, each once, measured by every line of the files."""
    found: dict[tuple[str, str], DamagedWords] = {}
    for one in _doubtful(lines, every):
        known = found.get((one.words, one.usual))
        found[one.words, one.usual] = replace(known, count=known.count + 1) if known else one
    return list(found.values())


def _doubtful(lines: Iterable[WordLine], every: Iterable[WordLine]) -> Iterator[DamagedWords]:
    pairs = _count_pairs(every)
    usual = _usual_pairs(pairs)
    for line in lines:
        for number in _NUMBER.findall(line.words):
            if "QH" not in number.split("/")[-1]:
                yield DamagedWords(line, number)
        yield from (DamagedWords(line, one) for one in _CUT_ADDRESS.findall(line.words))
        for words in _phrases_of(_ADDRESS.sub(" ", line.words)):
            for word in words:
                if len(word) > 1 and not word.isupper() and not _is_word(word):
                    yield DamagedWords(line, word)
            yield from (DamagedWords(line, *found) for found in _unlike_fixed(words))
            for at, pair in enumerate(pairwise(words)):
                likely = usual.get(" ".join(pair).lower())
                if likely and _fits_better(words, at, likely, pairs):
                    yield DamagedWords(line, " ".join(pair), likely)


def _unlike_fixed(words: list[str]) -> Iterator[tuple[str, str]]:
    """Fixed words of decisions that are written otherwise, and how they are usually written."""
    for folded, usual in _FIXED.items():
        size = len(folded.split())
        for at in range(len(words) - size + 1):
            written = " ".join(words[at : at + size])
            if fold_text(written) == folded and _letters(written.lower()) != _letters(usual):
                yield written, usual


def _phrases_of(text: str) -> Iterator[list[str]]:
    """The words of a text between its marks."""
    return (_WORD.findall(phrase) for phrase in _MARK.split(text))


def _fits_better(words: list[str], at: int, likely: str, pairs: Counter[str]) -> bool:
    """Whether what is usual goes better with the words beside it than the pair at `at` does.

    "quân nhân chuyên nghiệp" is no "nhận chuyển" read wrong: nothing else has "quân nhận". Of the
    pairs as written this place itself counts for nothing.
    """
    low = [word.lower() for word in words]
    first, second = likely.split()
    beside: list[tuple[str, str]] = []
    if at and first != low[at]:
        beside.append((f"{low[at - 1]} {low[at]}", f"{low[at - 1]} {first}"))
    if at + 2 < len(low) and second != low[at + 1]:
        beside.append((f"{low[at + 1]} {low[at + 2]}", f"{second} {low[at + 2]}"))
    written = sum(pairs[one] - 1 for one, _ in beside)
    return not beside or sum(pairs[one] for _, one in beside) > written


def _is_word(word: str) -> bool:
    """A syllable, or a word of another language: ASCII letters with at most one capital first."""
    return (
        is_syllable(word)
        or word.lower() == _CURRENCY
        or (word.isascii() and word[1:].islower() and len(word) > 3)
    )


def _count_pairs(lines: Iterable[WordLine]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for line in lines:
        for words in _phrases_of(line.words.lower()):
            counts.update(map(" ".join, pairwise(words)))
    return counts


def _usual_pairs(counts: Counter[str]) -> dict[str, str]:
    """For each rare pair of words, the usual one that differs by its marks alone."""
    usual: dict[str, str] = {}
    for pair, count in counts.most_common():
        if count < _OFTEN:
            break
        usual.setdefault(fold_text(pair), pair)
    found = ((pair, usual.get(fold_text(pair), pair)) for pair in counts)
    return {
        pair: most
        for pair, most in found
        if counts[pair] * _TIMES <= counts[most] and _differ_once(pair, most)
    }


def _differ_once(pair: str, usual: str) -> bool:
    """Whether one word of a pair is another: "tư nhân" is no "từ nhận" read wrong twice."""
    words = zip(pair.split(), usual.split(), strict=True)
    return sum(_letters(one) != _letters(two) for one, two in words) == 1


def _letters(text: str) -> list[str]:
    """The letters and marks, in no order: "uỷ" and "ủy" differ by the place of a mark alone."""
    return sorted(unicodedata.normalize("NFD", text))
