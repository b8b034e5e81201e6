"""What is looked for first, because that is fast, hides no alternative of the pattern behind it."""

import re
from collections.abc import Callable, Iterable
from importlib import import_module
from itertools import product
from pkgutil import iter_modules

import pytest

from generator import readings
from generator.law.rules import hygiene
from generator.readings import (
    cut_words,
    enumeration,
    fees,
    filing_words,
    limits,
    paper_counts,
    time_additions,
    time_extensions,
    time_patterns,
)
from generator.readings.body_grammar import BEGINNINGS, heads
from generator.readings.time_additions import timed_texts
from generator.readings.time_values import Reason
from generator.readings.times import read_times
from tests.readings.alternatives import alternatives
from tests.readings.channel_versions import channel, version
from tests.readings.first_letters import ANYTHING, first_letters, guard_of

PACKAGE = f"{readings.__name__}."
Gate = Callable[[str], bool]


def holds_one_of(hints: Iterable[str]) -> Gate:
    return lambda text: any(hint in text.lower() for hint in hints)


def is_timed(text: str) -> bool:
    return bool(list(timed_texts(version(channel(text=text)))))


GATES: dict[str, tuple[re.Pattern[str], Gate]] = {
    "fees of channels": (fees._IN_CHANNEL, holds_one_of(fees._HINTS)),
    "texts with postings": (time_additions._POSTING, is_timed),
    "postings": (time_additions._POSTING, holds_one_of(time_additions._POSTING_HINTS)),
    "texts with pauses": (time_additions._NOT_COUNTED, is_timed),
    "pauses": (time_additions._NOT_COUNTED, holds_one_of(time_additions._UNCOUNTED_HINTS)),
    "texts with pauses named first": (time_additions._TIME_OF, is_timed),
    "pauses named first": (time_additions._TIME_OF, holds_one_of(time_additions._UNCOUNTED_HINTS)),
    "texts with late hours": (time_additions._LATE, is_timed),
    "texts with extensions": (time_patterns.EXTENDED, is_timed),
    "extensions": (time_patterns.EXTENDED, holds_one_of(time_extensions._EXTENSION_HINTS)),
    "portals": (filing_words.PORTAL, holds_one_of(filing_words.PORTAL_HINTS)),
    "post": (filing_words.POST, holds_one_of(["bưu"])),
    "lengths of time": (limits._LIMIT, limits.may_state_limit),
    "lengths of a day": (limits._SAME_DAY, limits.may_state_limit),
    "no length at all": (limits._AT_ONCE, limits.may_state_limit),
    "the same day": (limits._SAME_DAY, holds_one_of(["trong"])),
    "at once": (limits._AT_ONCE, holds_one_of(["ngay"])),
    "numbers of sets": (paper_counts._SETS_GIVEN, holds_one_of(["lượng", "số bộ"])),
    "sets": (paper_counts._SETS_GIVEN, holds_one_of(["bộ"])),
    "unfinished text": (hygiene._PLACEHOLDER, holds_one_of(hygiene._HINTS)),
}


@pytest.mark.parametrize("name", GATES)
def test_every_alternative_passes_what_is_looked_for_first(name: str) -> None:
    pattern, passes = GATES[name]
    texts = list(alternatives(pattern))
    assert texts
    if pattern.flags & re.IGNORECASE:
        texts += [text.upper() for text in texts if pattern.search(text.upper())]
    assert [text for text in texts if not passes(text)] == []


def guarded_patterns() -> dict[str, re.Pattern[str]]:
    modules = [import_module(found.name) for found in iter_modules(readings.__path__, PACKAGE)]
    return {
        f"{module.__name__}.{name}": value
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, re.Pattern) and guard_of(value)
    } | {f"names of bodies, weak: {weak}": heads(weak=weak) for weak in (False, True)}


@pytest.mark.parametrize("name", guarded_patterns())
def test_every_match_begins_with_a_character_that_is_looked_for_first(name: str) -> None:
    pattern = guarded_patterns()[name]
    first, guard = first_letters(pattern), guard_of(pattern)
    assert first
    assert {one for one in first if one not in guard and not is_digit_in(one, guard)} == set()


@pytest.mark.parametrize("weak", [False, True])
def test_every_name_of_a_body_begins_with_two_letters_that_are_looked_for_first(weak: bool) -> None:
    pattern = heads(weak=weak)
    bare = re.compile(pattern.pattern.replace(f"(?={BEGINNINGS})", "", 1))
    assert bare.pattern != pattern.pattern
    texts = list(alternatives(bare))
    assert len(texts) > 100
    assert [text for text in texts if not re.match(BEGINNINGS, found_in(bare, text))] == []


def found_in(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    assert found
    return found[0]


def is_digit_in(one: str, guard: set[str]) -> bool:
    return one.isdigit() and "0-9" in guard


def test_the_first_characters_are_those_of_the_pattern() -> None:
    pattern = re.compile(r"(?=[abcd])(?:(?<!x)a?b|(?:cd|[c-d])+|\d\s)(?!\w)")
    assert guard_of(pattern) == {"a", "b", "c", "d"}
    assert first_letters(pattern) == {"a", "b", "c", "c-d", "CATEGORY_DIGIT"}
    assert ANYTHING in first_letters(re.compile("a?"))
    assert ANYTHING in first_letters(re.compile("[^a]"))
    assert guard_of(re.compile("ab")) == set()


def test_marks_of_items_are_those_of_the_pattern_without_its_look_ahead() -> None:
    guard, pattern = enumeration._GUARD, enumeration._MARK
    bare = re.compile(pattern.pattern.replace(guard, "", 1))
    assert bare.pattern != pattern.pattern
    for signs in product("(1aiIZđ.) -•$", repeat=4):
        text = "".join(signs)
        assert [m.span() for m in pattern.finditer(text)] == [m.span() for m in bare.finditer(text)]


def test_no_open_end_is_longer_than_the_stretch_in_which_it_is_looked_for() -> None:
    found = [cut_words._OPEN_END.search(one) for one in alternatives(cut_words._OPEN_END)]
    assert max(len(match[0]) for match in found if match) == cut_words._LONGEST_OPEN_END


def test_alternatives_are_those_of_the_pattern() -> None:
    pattern = re.compile(r"(?<!x )(?:ab?|cd(?= ef)|[gh]i{2})(?!\w)")
    assert list(alternatives(pattern)) == ["a", "ab", "cd ef", "gii"]


@pytest.mark.parametrize(
    "words",
    [
        "không gồm thời gian đo đạc thực địa",
        "trừ thời gian đo đạc thực địa",
        "Thời gian đo đạc thực địa không được tính vào thời hạn",
    ],
)
def test_time_that_is_not_counted_is_read_in_every_wording(words: str) -> None:
    times = read_times(version(channel(text=f"15 ngày làm việc, {words}.")))
    assert [pause.value.reason for pause in times.pauses] == [Reason.SURVEY]


def test_an_object_without_its_time_of_use_is_no_pause() -> None:
    text = "Giấy phép có sửa đổi (trừ thời hạn sử dụng) thì phải hoàn thiện hồ sơ đề nghị."
    assert read_times(version(channel(text=text))).pauses == ()


@pytest.mark.parametrize(
    "words",
    [
        "thời hạn giải quyết được gia hạn nhưng không quá 30 ngày",
        "thời hạn giải quyết được gia hạn không quá 30 ngày",
        "thời hạn được cộng thêm 30 ngày",
        "THỜI HẠN ĐƯỢC KÉO DÀI KHÔNG QUÁ 30 NGÀY",
    ],
)
def test_an_extension_is_read_in_every_wording(words: str) -> None:
    case = "Trường hợp phức tạp"
    times = read_times(version(channel(text=f"20 ngày làm việc. {case}, {words}.")))
    assert [one.value.limit.value for one in times.additions] == [30]
    assert (times.additions[0].value.condition or "").startswith(case)


@pytest.mark.parametrize("hour", ["15h30", "15 giờ 30", "15  giờ"])
def test_a_late_hour_is_read_with_its_minutes(hour: str) -> None:
    text = f"Hồ sơ nộp sau {hour} được tính từ ngày làm việc tiếp theo."
    late = read_times(version(channel(text=text))).late_hour
    assert late is not None
    assert late.value.after == ("15:00" if hour.endswith("giờ") else "15:30")


def test_a_copy_from_an_original_in_capitals_asks_for_no_original() -> None:
    text = "BẢN SAO CHỨNG THỰC TỪ BẢN CHÍNH"
    count = paper_counts.read_count(("name",), text, 0, len(text))
    assert count is not None
    assert (count.value.originals, count.value.copies) == (0, 1)
