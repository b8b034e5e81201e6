"""Rules on the wording of what people write: slips of the fingers, words left out or typed twice.

Records that were imported keep the words of their source, which is where they are corrected.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import chain
from operator import itemgetter

from generator.findings.problem import Pointer, Severity
from generator.law.rules.engine import Breach, Rule, here
from generator.law.rules.sources import PRACTICE
from generator.law.rules.spelling import pairs_in
from generator.law.rules.text import EVERY_KIND
from generator.law.rules.traversal import texts_of, whole_text
from generator.law.syllables import (
    is_bare_syllable,
    is_syllable,
    typed_by_telex,
    with_tone_in_place,
)
from generator.law.text import SMALL_LETTERS, excerpt, fold_text
from generator.records.memoize import memoize_recent
from generator.records.version import Version

_NOT_PROSE = frozenset(
    ("citizen_words", "words", "spellings", "email", "phone", "url", "path", "sha256", "codes")
)
"""Keys of what citizens type, and of what is no prose."""
_WORD = re.compile(r"(?<![\w.@/-])[^\W\d_]+(?![\w@/-])")
_PLAIN_RUN = re.compile(r"(?<![\w.@/-])[A-Z]?[a-z]+(?: [a-z]+){2,}(?![\w@/-])")
_PLAIN_PAIR = re.compile(r"(?<![\w.@/-])[A-Z]?[a-z]+(?: [A-Z]?[a-z]+)+(?![\w@/-])")
_MARKED = frozenset(SMALL_LETTERS) - frozenset("a-z")
_BORROWED_LISTED = (
    "điốp kilômét nơtron mêtan ôtô ôxy ôxít phôtô prôtêin rơmoóc vắcxin xăngtimét gđ đ "
    "as axit bar bus case fax gas ix list max of or set sets tax test us visa"
)
_BORROWED = frozenset(_BORROWED_LISTED.split())
"""Words of other languages, with Vietnamese marks or by chance like keys of Telex."""
_MEETING_LISTED = (
    "ba bản cấp chất chính chứng công dần dương đều địa định đồng động đất đời gia hành hợp hưởng "
    "kết khu kiểm không ký làm luật luôn mãi mục năm ngày nghiệp người nhà nhân nhiệm nội riêng "
    "sành sinh song sở sử tác tế thành thông thuộc thuốc thường tiếp trình trường từ vân vi việt "
    "xã xanh xuất"
)
_MEETING = "|".join(_MEETING_LISTED.split())
"""What ends one word and begins the next, or is doubled to make a word: giao thông thông minh."""
_TWICE = re.compile(
    rf"(?<!\w)(?P<words>(?!(?:{_MEETING})(?!\w))[{SMALL_LETTERS}]{{2,}}|Phó"
    rf"|[^\W\d_]+ [{SMALL_LETTERS}]+) (?P=words)(?!\w)"
)
_SWAPPED = itemgetter(1, 0)
"""A pair the other way round: of what stands twice, both ways are found side by side."""
_TWO_TWICE = re.compile(r"(?<!\w)(?P<words>[^\W\d_]+ [^\W\d_]+) (?P=words)(?!\w)")
_OPEN_END = re.compile(
    r"(?<!\w)(?:bởi|các|của|hoặc|nếu|những|và|với|(?<!tặng )cho|để|khi|là|như"
    r"|(?<!kèm )(?<!tiếp )theo"
    r"|(?<!nêu )(?<!nói )(?<!kể )(?<!như )(?<!bên )(?<!ở )(?<!phía )"
    r"(?<!cấp )(?<!quan )(?<!hợp )trên"
    r"|(?<!tồn )(?<!hiện )(?<!khiếu nại )(?<!sở )(?<!ngoại )tại)\s*\Z|\(\s*\Z"
)
_LONGEST_END = 40
"""Letters in which a word that leaves a text open stands, with all that is asked before it."""
_PLAIN_LISTED = (
    "a an anh ba ban bay be binh bon cai cam cha chau chi chia cho coi con cung danh day di do "
    "doanh duy e em ghi gia gian giang giao ha hay hoai i ia in khai khen khi khoa khoanh khu kinh "
    "lang lao minh mua nam ngang nguy nhau nhu ninh non phia phim qua quan quang quy ra ranh sai "
    "sao sau sinh son song sung tay tem thai thao thay theo thu tia tin tra trang tranh trao trong "
    "trung truy vay vi vinh xanh xe xem xin xong xung y"
)
_PLAIN = frozenset(_PLAIN_LISTED.split())
"""Syllables without a mark that are often meant so: a quarter of all that fold to them at least."""
_FEWEST_PLAIN = 3
"""Syllables that nearly always have a mark, in a text that has none."""
_HANGING_COMMA = re.compile(r"[,;]\s*\Z")
_NAMES = frozenset(("name", "title", "official", "description", "position", "short_name", "note"))
"""Keys whose text stands alone: it begins with a capital letter and ends without a comma."""
_FOR_LISTS = frozenset(
    ("steps", "cases", "choices", "identifiers", "contacts", "file", "files", "signed_file")
)
"""Keys whose names go on a sentence, are a label of a few words, or are those of files."""
_NAMES_OF_THE_MATTER = {"forms": 2, "results": 3}
"""Keys below which names tell what a procedure is about, and the fewest words that do."""
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_UNTELLING_LISTED = (
    "cap giay thu tuc ho so dang ky va cua cho theo doi voi to khai don de nghi mau ban chung nhan "
    "quyet dinh van phieu so cac nguoi khi tai do trong hoac mot lai sua dieu chinh gia han thay "
    "the xac bao cao viec duoc co quan tu ra"
)
_UNTELLING = frozenset(_UNTELLING_LISTED.split())
"""Folded words that stand in the names of most procedures and papers."""
_FEWEST_LOUD = 8
"""Letters of a text in capitals; shorter ones are abbreviations."""


@memoize_recent
def _prose_of(record: object) -> tuple[tuple[Pointer, str], ...]:
    """The texts of a record of two words and more that somebody wrote here."""
    return tuple((pointer, text) for pointer, text in texts_of(record) if _is_prose(pointer, text))


def _is_prose(pointer: Pointer, text: str) -> bool:
    key = next((step for step in reversed(pointer) if step.__class__ is str), "")
    return " " in text and key not in _NOT_PROSE


def _misspelt(record: object) -> Iterator[Breach]:
    """A word that is no syllable of Vietnamese, or not spelled as one: cuớc, đươc, tafi, cuả."""
    odd = set(chain.from_iterable(map(_odd_in, set(whole_text(record).split()))))
    for pointer, text in _prose_of(record) if odd else ():
        if not any(word in text for word in odd):
            continue
        found = next(filter(None, map(_slip, _WORD.finditer(text))), None)
        if found:
            meant = with_tone_in_place(found.lower()) or typed_by_telex(found) or ""
            values = {"found": found, "around": excerpt(text, text.find(found))}
            yield here(*pointer, meant=f": {meant}" if meant else "", **values)


@lru_cache(1 << 15)
def _odd_in(token: str) -> tuple[str, ...]:
    """The words between two spaces that may be slips."""
    return tuple(filter(_is_odd, _WORD.findall(token)))


def _is_odd(word: str) -> bool:
    """Whether a word may be a slip: all but syllables, names and abbreviations."""
    lower = word.lower()
    small = word[1:].islower() or word.islower()
    return small and not (is_syllable(lower) and with_tone_in_place(lower) is None)


def _slip(match: re.Match[str]) -> str | None:
    """A word that cannot be meant as it stands; names and abbreviations can."""
    word = match[0]
    if match.start() == 0 and word[1:].islower() and typed_by_telex(word.lower()):
        word = word.lower()  # a sentence begins with it; of other capitalised words, names do
    if not word.islower() or word in _BORROWED:
        return None
    if is_syllable(word):
        return match[0] if with_tone_in_place(word) else None
    if _MARKED.isdisjoint(word) and typed_by_telex(word) is None:
        return None
    return match[0]


def _without_marks(record: object) -> Iterator[Breach]:
    """Words that were typed without accents in a text that has them elsewhere, or nowhere."""
    for pointer, text in _prose_of(record):
        nowhere = _MARKED.isdisjoint(text.lower()) and not text.isupper()
        for run in (_PLAIN_PAIR if nowhere else _PLAIN_RUN).finditer(text):
            words = run[0].lower().split()
            bare = [word for word in words if is_bare_syllable(word)]
            plain = all(is_bare_syllable(word) or is_syllable(word) for word in words)
            lost = nowhere and len([one for one in words if one not in _PLAIN]) >= _FEWEST_PLAIN
            if plain and (lost or len(bare) > (0 if nowhere else 1)):
                yield here(*pointer, found=excerpt(text, run.start()))
                break


def _typed_twice(record: object) -> Iterator[Breach]:
    """A function word, or two words together, twice: của của, hồ sơ hồ sơ."""
    pairs = pairs_in(record)
    if pairs.isdisjoint(map(_SWAPPED, pairs)):
        return
    for pointer, text in _prose_of(record):
        yield from _first_twice(_TWICE, pointer, text)
    for pointer, text in texts_of(record):  # two entries that ran together
        if pointer[-2:-1] in (("citizen_words",), ("words",)):
            yield from _first_twice(_TWO_TWICE, pointer, text)


def _first_twice(pattern: re.Pattern[str], pointer: Pointer, text: str) -> Iterator[Breach]:
    found = pattern.search(text)
    if found:
        values = {"found": found[0], "once": found["words"]}
        yield here(*pointer, around=excerpt(text, found.start()), **values)


def _cut_off(record: object) -> Iterator[Breach]:
    """A text that ends where something must follow."""
    for pointer, text in _prose_of(record):
        start = max(0, len(text.rstrip()) - _LONGEST_END)
        end = _OPEN_END.search(text, start)
        if end:
            yield here(*pointer, found=excerpt(text, end.start()))


def _shouted(record: object) -> Iterator[Breach]:
    """A text in capitals only, as headings of annexes are printed."""
    for pointer, text in _prose_of(record):
        words = re.findall(r"[^\W\d_]+", text) if text.isupper() else ()
        loud = sum(map(len, words)) >= _FEWEST_LOUD and all(map(is_syllable, words))
        own_rule = isinstance(record, Version) and pointer == ("title",)  # VS506
        if loud and not own_rule:
            yield here(*pointer, found=excerpt(text, 0))


def _hanging_comma(record: object) -> Iterator[Breach]:
    """A name or a text that stands alone and ends in a comma: a word was lost behind it."""
    for pointer, text in texts_of(record):
        if text[-1:] not in (",", ";"):
            continue
        own_rule = isinstance(record, Version) and pointer == ("title",)  # VS507
        alone = text.endswith(",") or (pointer[-1:] and pointer[-1] in _NAMES)
        if alone and not own_rule and _HANGING_COMMA.search(text):
            yield here(*pointer, found=excerpt(text, max(0, len(text) - 40)))


def _small_beginning(record: object) -> Iterator[Breach]:
    """A name that begins with a small letter, which is none of a list: "a) Đơn"."""
    for pointer, text in texts_of(record):
        named = text[:1].islower() and pointer[-1:] and pointer[-1] in _NAMES
        named = named and not _FOR_LISTS.intersection(pointer) and text[1:2] not in (")", ".")
        if named and is_syllable(re.split(r"\W", text, maxsplit=1)[0]):
            yield here(*pointer, found=excerpt(text, 0), proper=text[:1].upper())


def _unrelated_name(version: Version) -> Iterator[Breach]:
    """A form or result none of whose words is said anywhere else: copied from elsewhere."""
    said: Counter[str] = Counter()
    for key, fewest in _NAMES_OF_THE_MATTER.items():
        for position, item in enumerate(getattr(version, key).items):
            words = _telling_words(item.name)
            if len(words) < fewest:
                continue
            said = said or Counter(_LETTERS.findall(whole_text(version).lower()))
            if all(said[word] == 1 for word in words):
                yield here(key, "items", position, "name", found=excerpt(item.name, 0))


def _telling_words(text: str) -> list[str]:
    """The words of a text, in small letters, that tell one matter from another."""
    return [one for one in _LETTERS.findall(text.lower()) if _folded(one) not in _UNTELLING]


_folded = lru_cache(1 << 14)(fold_text)


def _rule(code: str, check: Callable[[object], Iterator[Breach]]) -> Rule:
    return Rule(code, Severity.WARNING, PRACTICE, check, EVERY_KIND, written_here=True)


RULES = (
    _rule("VS520", _misspelt),
    _rule("VS521", _without_marks),
    _rule("VS522", _typed_twice),
    _rule("VS523", _cut_off),
    _rule("VS524", _shouted),
    Rule("VS529", Severity.WARNING, PRACTICE, _unrelated_name, ("version",), written_here=True),
    _rule("VS527", _hanging_comma),
    _rule("VS528", _small_beginning),
)
